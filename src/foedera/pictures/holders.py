"""Who is drawn where on a day: each state's units or point, units in dispute, units of nobody on record.

The corpus says which areas of today made a state and who holds a place; a state it says nothing of is drawn as the unit
of its own id.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.model.states import AreaSpell
from foedera.pictures.projection import at
from foedera.pictures.units import units
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.dates import Day
    from foedera.model.facts import Spell
    from foedera.model.states import Place, State
    from foedera.model.world import World
    from foedera.pictures.projection import Pair

AS_TODAY = "Drawn as the countries of today that made most of it."
AT_CAPITAL = "Shown as a symbol at its capital: the map has no area with its borders."


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
    """A place or state about which states disagree on the day.

    Attributes:
        kind: a ``place`` or a ``state`` of the corpus.
        point: where its symbol stands, in units of the sheet.
        unit: the unit drawn without an owner's colour, if there is one.
    """

    id: str
    name: str
    kind: str
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
    """The name of a unit: of the state or the place that it is; else the id."""
    place = _places(world).get(unit)
    return world.name(place.id if place and unit not in world.names else unit)


def unit_of(world: World, identifier: str) -> str:
    """The id of the unit under which a place is drawn; of a state or unit, its own id."""
    place = world.records.places.get(identifier)
    return place.on_map.area if place and place.on_map and place.on_map.area else identifier


@lru_cache(maxsize=8)
def _places(world: World) -> Mapping[str, Place]:
    """Every place by the id of the unit that it is, or would be: most places are points and no unit."""
    return {unit_of(world, identifier): place for identifier, place in world.records.places.items()}


def _existing(world: World, day: Day) -> dict[str, Truth]:
    found: dict[str, Truth] = {}
    for state in world.records.states.values():
        truth = max((each.span.contains(day) for each in state.exists), default=Truth.FALSE)
        if truth is not Truth.FALSE:
            found[state.id] = truth
    return found


def _drawing(world: World, state: str, held: list[str], day: Day) -> Drawing:
    area, record = units(), world.records.states[state]
    core = list(dict.fromkeys(spell.area for spell in _made_of(record) if spell.area in held))
    home = core + [unit for unit in held if unit not in core and _is_home(_places(world).get(unit), record)]
    overseas = tuple(sorted(unit for unit in held if unit not in home))
    if home:
        return Drawing(state, tuple(home), overseas, area[home[0]].label, _note(record, day))
    seat = _seat(record)
    return Drawing(state, (), overseas, seat, _said(record) or (AT_CAPITAL if seat else ""))


def _note(record: State, day: Day) -> str:
    """What a reader must know of how a state with areas is drawn on the day."""
    notes = [spell.note for spell in _made_of(record) if spell.note and spell.span.contains(day) is not Truth.FALSE]
    is_past = record.on_map is not None and all(each.until for each in record.exists)
    return " ".join(notes) or _said(record) or (AS_TODAY if is_past else "")


def _said(record: State) -> str:
    return (record.on_map.note if record.on_map else None) or ""


def _seat(record: State) -> Pair | None:
    point = record.on_map.point if record.on_map else None
    return at(point.lon, point.lat) if point else None


def _made_of(record: State) -> tuple[AreaSpell, ...]:
    """The areas that make the state, its core first; one of which nothing is said is the area of its own id."""
    return record.on_map.areas if record.on_map else (AreaSpell(record.id),)


def _is_home(place: Place | None, holder: State) -> bool:
    """Whether a place is home territory of its holder: of a holder elsewhere in the world it is not."""
    if place is None or not place.metropolitan:
        return False
    home = holder.regions or {}
    return not any(extent == "true" and home.get(region) == "false" for region, extent in (place.regions or {}).items())


def _holders(world: World, day: Day) -> dict[str, str]:
    """The state in whose colour each unit is drawn: as places are administered, else its own, else as made of it."""
    existing = _existing(world, day)
    apart = {row.unit for row in disputed(world, day)}
    found = {unit: state for unit in units() if (state := _administering(world, unit, day)) in existing}
    parts = [(unit, state) for state in existing for unit in _parts(world.records.states[state], day)]
    for unit, state in sorted(parts, key=lambda part: (part[0] != part[1], -existing[part[1]])):
        if unit == state or not _on_record(world, unit, day):
            found.setdefault(unit, state)
    return {unit: state for unit, state in sorted(found.items()) if unit not in apart}


def _parts(record: State, day: Day) -> Iterator[str]:
    for spell in _made_of(record):
        if spell.area in units() and spell.span.contains(day) is not Truth.FALSE:
            yield spell.area


def _on_record(world: World, unit: str, day: Day) -> bool:
    place = _places(world).get(unit)
    return place is not None and bool(_on(place.administered_by, day))


def _administering(world: World, unit: str, day: Day) -> str | None:
    place = _places(world).get(unit)
    holding = _on(place.administered_by, day) if place else ()
    return holding[0] if len(holding) == 1 else None


def _on(spells: tuple[Spell, ...], day: Day) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spell.state for spell in spells if spell.span.contains(day) is not Truth.FALSE))


@lru_cache(maxsize=64)
def disputed(world: World, day: Day) -> tuple[Disputed, ...]:
    """What states disagree about on the day: places, and states of disputed statehood.

    A place counts if two or more states claim it, or one holds what another claims. No position is taken.
    """
    places = [row for place in world.records.places.values() if (row := _disputed_place(world, place, day))]
    return tuple(sorted([*places, *_disputed_states(world, day)], key=lambda row: (row.name, row.id)))


def _disputed_place(world: World, place: Place, day: Day) -> Disputed | None:
    holding, claiming = _on(place.administered_by, day), _on(place.claimed_by, day)
    if place.point is None or not claiming or len({*holding, *claiming}) == 1:
        return None
    notice = f"Administered by {_names(world, holding)}; claimed by {_names(world, claiming)}."
    unit = units().get(unit_of(world, place.id)) if place.on_map and place.on_map.neutral else None
    point = unit.label if unit else at(place.point.lon, place.point.lat)
    return Disputed(place.id, place.name, "place", point, holding, claiming, notice, unit.id if unit else None)


def _names(world: World, states: tuple[str, ...]) -> str:
    *others, last = map(world.name, states) if states else ("nobody on record",)
    return f"{', '.join(others)} and {last}" if others else last


def _disputed_states(world: World, day: Day) -> Iterator[Disputed]:
    for state in _existing(world, day):
        record = world.records.states[state]
        if record.statehood == "disputed" and _is_denied(record, day):
            yield from _state_row(record)


def _is_denied(record: State, day: Day) -> bool:
    """Whether somebody denies the statehood by the day, as far as positions are on record."""
    denials = [one.since for one in record.positions if one.of == "statehood" and one.says == "denies"]
    return not denials or any(since.on_or_before(day) is not Truth.FALSE for since in denials)


def _state_row(record: State) -> Iterator[Disputed]:
    """The state where it is drawn: at its core, else at its seat."""
    unit = next((units()[spell.area] for spell in _made_of(record) if spell.area in units()), None)
    point = unit.label if unit else _seat(record)
    if point is not None:
        yield Disputed(record.id, record.name, "state", point, (), (), "Its statehood is disputed.")
