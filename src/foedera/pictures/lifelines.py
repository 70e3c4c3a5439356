"""Lifelines: when each party is held by a treaty, or each treaty holds a state, with doubt and suspension kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from foedera.dates import Day
from foedera.law.force import short, start
from foedera.pictures.ties import WINDOW, ties
from foedera.runs import sampled, turns
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model.instruments import Instrument, Suspension
    from foedera.model.world import World
    from foedera.pictures.network_parts import NodeKind
    from foedera.pictures.ties import Tie, Ties
    from foedera.runs import Runs

SpellKind = Literal["bound", "named", "some", "doubtful", "signed", "exists", "suspended", "perhaps_suspended"]
CUTS: frozenset[SpellKind] = frozenset({"suspended", "perhaps_suspended"})
"""Spells in which the instrument does not, or may not, operate toward some."""
FOLD_ABOVE = 12
"""With more lines than this, those that run alike become one."""
MANY = 40
"""With more lines than this even so, those that begin in one year and have no end become one."""
_FEW = 3
_PAD = 0.03
_LEAST = 366


@dataclass(frozen=True, slots=True)
class Spell:
    """A part of a lifeline.

    Attributes:
        since: first day; None is open.
        until: the day after the last; None if no end is on record.
        kind: what holds on these days.
        note: more in words, or empty.
    """

    since: Day | None
    until: Day | None
    kind: SpellKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day that is marked on a lifeline: ``signed``, ``in force`` or ``ended``; it may be doubtful."""

    day: Day
    word: Literal["signed", "in force", "ended"]


@dataclass(frozen=True, slots=True)
class Lifeline:
    """One line: a party or an instrument, or several parties that run alike.

    Attributes:
        kind: what its page is about.
        members: ids of those whom the line is about; more than one if folded.
    """

    label: str
    kind: NodeKind
    members: tuple[str, ...]
    spells: tuple[Spell, ...]
    milestones: tuple[Milestone, ...] = ()


def treaty_lifelines(world: World, instrument: Instrument, *, fold: bool = True) -> Sequence[Lifeline]:
    """The instrument itself, then those whom it holds by their first day: parties, their heirs, those it names.

    Args:
        world: the records.
        instrument: an instrument of the world.
        fold: join lines if there are more than ``FOLD_ABOVE``; a table wants them single.
    """
    own = ties(world)[instrument.id]
    lines = [_party(world, instrument, tie) for tie in own.held]
    lines.sort(key=lambda line: (_first(line.spells), line.label))
    if fold and len(lines) > FOLD_ABOVE:
        lines = list(_folded(world, lines))
    if fold and len(lines) > MANY:
        lines = list(_by_year(lines))
    return [_itself(instrument, own), *lines, *_gap(world, instrument, own)]


def state_lifelines(world: World, state: str) -> Sequence[Lifeline]:
    """The state itself, then the instruments that ever hold it, by their first day.

    Those that bind every state or every member of an organisation without naming it have no line.
    """
    record = world.records.states.get(state)
    exists = tuple(Spell(one.since, one.until, "exists") for one in record.exists) if record else ()
    kind: NodeKind = "state" if record else "actor"
    found = [
        Lifeline(short(one.instrument), "treaty", (key,), _spells(world, one.instrument, tie))
        for key, one in ties(world).items()
        for tie in one.held
        if tie.actor == state
    ]
    found.sort(key=lambda line: (_first(line.spells), line.label))
    return [Lifeline(world.name(state), kind, (state,), exists), *found]


def extent(lines: Iterable[Lifeline], day: Day) -> tuple[Day, Day]:
    """The first and last day that a picture of the lines should show: all that changes on them, and the day asked."""
    known = [end for line in lines for spell in line.spells for end in (spell.since, spell.until) if end]
    known += [one.day for line in lines for one in line.milestones]
    days = [edge for one in known for edge in (one.first, one.last) if _inside(edge)] or [day.first]
    low, high = min((*days, day.first)), max((*days, day.last))
    pad = max(int((high - low) * _PAD), _LEAST)
    return Day.exact(max(WINDOW[0], low - pad)), Day.exact(min(WINDOW[1], high + pad))


def words(line: Lifeline) -> str:
    """The days of a line in words: ``since 1949-08-24; suspended since 1986-08-11``."""
    marked = [f"{one.word} {_day_words(one.day)}" for one in line.milestones]
    told = [spell for spell in line.spells if not marked or spell.kind in CUTS]
    if told and told[0].kind == "some":
        told = told[:1]
    return "; ".join([*marked, *map(_spell_words, told)])


def _day_words(day: Day) -> str:
    """A day as written; of several candidates only the bounds, for they are listed where the fact is."""
    if not day.text.startswith("["):
        return day.text
    first, last = (Day.exact(edge).text if _inside(edge) else "" for edge in (day.first, day.last))
    return f"on a doubtful day from {first}" + (f" to {last}" if last else " on")


def _spell_words(spell: Spell) -> str:
    if spell.kind == "some":
        return f"the first {spell.since}, the last {spell.until}"
    what = "" if spell.kind in {"bound", "exists"} else f"{spell.kind.replace('_', ' ')} "
    since = f"since {spell.since}" if spell.since else "from the beginning"
    return f"{what}{since}" + (f" until {spell.until}" if spell.until else "")


def _itself(instrument: Instrument, own: Ties) -> Lifeline:
    begin, spells = start(instrument), _of_runs(own.force, "bound")
    if instrument.signed and instrument.in_force and instrument.signed.on.first < instrument.in_force.on.first:
        spells = (Spell(instrument.signed.on, Day.exact(instrument.in_force.on.first), "signed"), *spells)
    dated = (("signed", instrument.signed), ("in force", begin), ("ended", instrument.ended))
    marks = tuple(Milestone(one.on, word) for word, one in dated if one)  # type: ignore[arg-type]
    general = (one for one in instrument.suspensions if one.obligor == "any_party")
    spells += tuple(spell for one in general for spell in _cut(one, "toward any other party"))
    return Lifeline(short(instrument), "treaty", (instrument.id,), spells, marks)


def _party(world: World, instrument: Instrument, tie: Tie) -> Lifeline:
    kind: NodeKind = "state" if tie.actor in world.records.states else "actor"
    return Lifeline(world.name(tie.actor), kind, (tie.actor,), _spells(world, instrument, tie))


def _spells(world: World, instrument: Instrument, tie: Tie) -> tuple[Spell, ...]:
    own = (one for one in instrument.suspensions if one.obligor == tie.actor)
    cuts = (spell for one in own for spell in _cut(one, f"toward {world.name(one.toward)}"))
    return (*_of_runs(tie.runs, "bound" if tie.is_party else "named"), *cuts)


def _of_runs(runs: Runs, kind: SpellKind, doubtful: SpellKind = "doubtful", note: str = "") -> tuple[Spell, ...]:
    return tuple(
        Spell(_open(since), _open(until), kind if truth is Truth.TRUE else doubtful, note)
        for since, until, truth in runs
    )


def _open(ordinal: int) -> Day | None:
    return Day.exact(ordinal) if _inside(ordinal) else None


def _inside(ordinal: int) -> bool:
    return WINDOW[0] < ordinal < WINDOW[1]


def _cut(one: Suspension, note: str) -> tuple[Spell, ...]:
    """When a suspension runs. One on which positions are taken is not certain here."""
    edges = turns(day for day in (one.since, one.until) if day)
    runs = sampled(edges, WINDOW, lambda ordinal: one.span.contains(Day.exact(ordinal)))
    kind: SpellKind = "perhaps_suspended" if one.positions else "suspended"
    return _of_runs(runs, kind, "perhaps_suspended", note.replace("any_party", "any other party"))


def _first(spells: Sequence[Spell]) -> int:
    return spells[0].since.first if spells and spells[0].since else WINDOW[0]


def _folded(world: World, lines: Iterable[Lifeline]) -> Iterator[Lifeline]:
    """Lines whose spells are the same as one line, in the order of the first of each."""
    groups: dict[tuple[Spell, ...], list[Lifeline]] = {}
    for line in lines:
        groups.setdefault(line.spells, []).append(line)
    for group in groups.values():
        if len(group) == 1:
            yield group[0]
            continue
        members = tuple(one for line in group for one in line.members)
        yield replace(group[0], label=_listed([world.name(one) for one in members]), members=members)


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {rest} other{'' if rest == 1 else 's'}" if rest > 0 else "")


def _by_year(lines: Iterable[Lifeline]) -> Iterator[Lifeline]:
    """Lines that begin in one year and have no end as one, in the order of the first of each."""
    groups: dict[object, list[Lifeline]] = {}
    for line in lines:
        spell = line.spells[0]
        is_plain = len(line.spells) == 1 and spell.kind == "bound" and spell.since and not spell.until
        year = spell.since.text[:4] if is_plain and spell.since else None
        groups.setdefault(year or line.members, []).append(line)
    yield from (_of_year(group) if len(group) > 1 else group[0] for group in groups.values())


def _of_year(group: Sequence[Lifeline]) -> Lifeline:
    """From the first entry some of them, from the last on all."""
    members = tuple(one for line in group for one in line.members)
    since, last = group[0].spells[0].since, group[-1].spells[0].since
    spells = (Spell(since, last, "some"), Spell(last, None, "bound"))
    return replace(group[0], label=f"{len(members)} parties of {str(since)[:4]}", members=members, spells=spells)


def _gap(world: World, instrument: Instrument, own: Ties) -> Iterator[Lifeline]:
    """A doubtful line for all other states where the corpus does not list all parties."""
    gaps = (one for one in world.records.coverage.values() if one.subject == "parties" and not one.complete)
    if any(one.instrument == instrument.id for one in gaps):
        runs = tuple((since, until, Truth.UNKNOWN) for since, until, _ in own.force)
        yield Lifeline("Other states: not all parties are on record", "state", (), _of_runs(runs, "doubtful"))
