"""Who is drawn where on a day: each state's units or point, units in dispute, units of nobody on record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.dates import Day, Span
from foedera.pictures.historical import APART, CAPITALS, HELD, MADE_OF, NEUTRAL, NOTES, PLACE_OF, SUCCESSORS
from foedera.pictures.projection import at
from foedera.pictures.units import units
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.model.facts import Spell
    from foedera.model.states import Place, State
    from foedera.model.world import World
    from foedera.pictures.projection import Pair

AS_TODAY = "Drawn as the countries of today that made most of it."
AT_CAPITAL = "Shown as a symbol at its capital: its borders are not those of a country of today."


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a state is drawn on a day.

    Attributes:
        units: of its home territory, its core first.
        overseas: units that it administers besides.
        point: where its symbol stands, in units of the sheet; None if the map has no place for it.
        note: what a reader must know of the drawing; empty for a state drawn with its borders of today.
    """

    state: str
    units: tuple[str, ...]
    overseas: tuple[str, ...]
    point: Pair | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A place, area or state about which states disagree on the day.

    Attributes:
        kind: a ``place`` or a ``state`` of the corpus, or an ``area`` of the map alone.
        point: where its symbol stands, in units of the sheet.
        unit: the unit drawn without an owner's colour, if there is one.
    """

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    point: Pair
    administered_by: tuple[str, ...]
    claimed_by: tuple[str, ...]
    notice: str
    unit: str | None = None


@lru_cache(maxsize=64)
def drawn_on(world: World, day: Day) -> Mapping[str, Drawing]:
    """Every state that exists, or may exist, on the day, with how it is drawn."""
    holder = _holders(world, day)
    held: dict[str, list[str]] = {}
    for unit, state in holder.items():
        held.setdefault(state, []).append(unit)
    return {state: _drawing(world, state, held.get(state, []), day) for state in _existing(world, day)}


def unit_name(world: World, unit: str) -> str:
    """The name of a unit: as the corpus has it, else the map's own."""
    return HELD[unit][0] if unit in HELD else world.name(unit)


def _existing(world: World, day: Day) -> dict[str, Truth]:
    found: dict[str, Truth] = {}
    for state in world.records.states.values():
        truth = max((each.span.contains(day) for each in state.exists), default=Truth.FALSE)
        if truth is not Truth.FALSE:
            found[state.id] = truth
    return found


def _drawing(world: World, state: str, held: list[str], day: Day) -> Drawing:
    area = units()
    core = [unit for unit in _made_of(state) if unit in held]
    home = core + [unit for unit in held if unit not in core and _is_metropolitan(world, unit)]
    overseas = tuple(sorted(unit for unit in held if unit not in home))
    if home:
        note = _note(state, day)
        return Drawing(state, tuple(home), overseas, area[home[0]].label, note)
    capital = CAPITALS.get(state)
    return Drawing(state, (), overseas, at(capital[1], capital[0]) if capital else None, AT_CAPITAL if capital else "")


def _note(state: str, day: Day) -> str:
    """What a reader must know of how the state is drawn on the day."""
    text, until = NOTES.get(state, (AS_TODAY if state in SUCCESSORS else "", ""))
    return "" if until and Day.parse(until).on_or_before(day) is Truth.TRUE else text


def _made_of(state: str) -> dict[str, str]:
    """The units that make the state, its core first, each with the day from which it does (empty: always)."""
    return dict(part.partition(":")[::2] for part in MADE_OF.get(state, state).split())


def _is_metropolitan(world: World, unit: str) -> bool:
    place = world.records.places.get(PLACE_OF.get(unit, unit))
    return place.metropolitan if place else False


def _holders(world: World, day: Day) -> dict[str, str]:
    """The state in whose colour each unit is drawn: as places are administered, else its own, else as made of it."""
    existing = _existing(world, day)
    apart = {row.unit for row in disputed(world, day)}
    found = {unit: state for unit in units() if (state := _administering(world, unit, day)) in existing}
    parts = [(unit, state) for state in existing for unit in _parts(state, day)]
    for unit, state in sorted(parts, key=lambda part: (part[0] != part[1], -existing[part[1]])):
        if unit == state or not _on_record(world, unit, day):
            found.setdefault(unit, state)
    return {unit: state for unit, state in sorted(found.items()) if unit not in apart}


def _parts(state: str, day: Day) -> Iterator[str]:
    for unit, since in _made_of(state).items():
        if unit in units() and (not since or Day.parse(since).on_or_before(day) is not Truth.FALSE):
            yield unit


def _on_record(world: World, unit: str, day: Day) -> bool:
    place = world.records.places.get(PLACE_OF.get(unit, unit))
    return place is not None and bool(_on(place.administered_by, day))


def _administering(world: World, unit: str, day: Day) -> str | None:
    place = world.records.places.get(PLACE_OF.get(unit, unit))
    if place is not None:
        holding = _on(place.administered_by, day)
        return holding[0] if len(holding) == 1 else None
    for text in HELD.get(unit, ("", ""))[1].split():
        begins, _, until = text.partition("/")
        state, _, since = begins.partition(":")
        span = Span(Day.parse(since) if since else None, Day.parse(until) if until else None)
        if span.contains(day) is not Truth.FALSE:
            return state
    return None


def _on(spells: tuple[Spell, ...], day: Day) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spell.state for spell in spells if spell.span.contains(day) is not Truth.FALSE))


@lru_cache(maxsize=64)
def disputed(world: World, day: Day) -> tuple[Disputed, ...]:
    """What states disagree about on the day: places on record, states of disputed statehood, areas of the map alone.

    A place counts if two or more states claim it, or one holds what another claims. No position is taken.
    """
    places = [row for place in world.records.places.values() if (row := _disputed_place(world, place, day))]
    rows = [*places, *_areas(world, day), *_disputed_states(world, day)]
    return tuple(sorted(rows, key=lambda row: (row.name, row.id)))


def _disputed_place(world: World, place: Place, day: Day) -> Disputed | None:
    holding, claiming = _on(place.administered_by, day), _on(place.claimed_by, day)
    if place.point is None or not claiming or len({*holding, *claiming}) == 1:
        return None
    notice = f"Administered by {_names(world, holding)}; claimed by {_names(world, claiming)}."
    unit = place.id if place.id in NEUTRAL and place.id in units() else None
    lat, lon = place.point.lat, place.point.lon
    point = units()[unit].label if unit else at(lon, lat)
    return Disputed(place.id, place.name, "place", lat, lon, point, holding, claiming, notice, unit)


def _names(world: World, states: tuple[str, ...]) -> str:
    *others, last = map(world.name, states) if states else ("nobody on record",)
    return f"{', '.join(others)} and {last}" if others else last


def _areas(world: World, day: Day) -> Iterator[Disputed]:
    for unit, (since, notice) in APART.items():
        if Day.parse(since).on_or_before(day) is not Truth.FALSE:
            notice = f"{notice} Not on record in the corpus."  # noqa: PLW2901
            label = units()[unit].label
            yield Disputed(unit, unit_name(world, unit), "area", None, None, label, (), (), notice, unit)


def _disputed_states(world: World, day: Day) -> Iterator[Disputed]:
    for state in _existing(world, day):
        record = world.records.states[state]
        if record.statehood == "disputed" and _is_denied(record, day):
            yield from _state_row(world, state)


def _is_denied(record: State, day: Day) -> bool:
    """Whether somebody denies the statehood by the day, as far as positions are on record."""
    denials = [one.since for one in record.positions if one.of == "statehood" and one.says == "denies"]
    return not denials or any(since.on_or_before(day) is not Truth.FALSE for since in denials)


def _state_row(world: World, state: str) -> Iterator[Disputed]:
    unit, capital = units().get("taiwan" if state == "TWN" else state), CAPITALS.get(state)
    point = unit.label if unit else at(capital[1], capital[0]) if capital else None
    if point is not None:
        lat, lon = capital or (None, None)
        yield Disputed(state, world.name(state), "state", lat, lon, point, (), (), "Its statehood is disputed.")
