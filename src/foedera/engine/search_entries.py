"""What can be searched for: every record with its names and the words by which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from foedera.engine import words
from foedera.model.instruments import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.model.instruments import Instrument, Provision
    from foedera.model.questions import Case
    from foedera.model.world import World

EntryKind = Literal[
    "state",
    "treaty",
    "clause",
    "place",
    "actor",
    "event",
    "official",
    "kind",
    "event_kind",
    "doctrine",
    "case",
    "source",
]
"""``kind`` is a kind of clause."""
_MANY = 60
"""An instrument with more parties is not found by their names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    Attributes:
        says: what it is, in a line.
        names: what it is called, its id among them.
        text: more words by which it is found.
    """

    kind: EntryKind
    id: str
    title: str
    says: str
    names: tuple[str, ...]
    text: str = ""


def entries(world: World, cases: Sequence[Case] = ()) -> Iterator[Entry]:
    """Everything in a world, and its cases."""
    yield from _states(world)
    for instrument in world.records.instruments.values():
        yield _treaty(world, instrument)
        yield from _clauses(world, instrument)
    yield from _actors_and_places(world)
    yield from _events_and_officials(world)
    yield from _rules(world)
    for case in cases:
        clauses = {one.provision for one in case.expect if one.provision}
        yield Entry("case", case.id, case.title, "", (case.id, case.title), f"{case.why} {' '.join(sorted(clauses))}")


def _states(world: World) -> Iterator[Entry]:
    for one in world.records.states.values():
        names = (one.id, one.name, one.official_name, *one.aliases, *one.adjective)
        says = "; ".join(str(span.span) for span in one.exists)
        yield Entry("state", one.id, one.name, says, names, f"{one.capital or ''} {' '.join(one.metonyms)}")


def _treaty(world: World, one: Instrument) -> Entry:
    called = one.organisation.names if one.organisation else ()
    parties = {party.state for party in one.parties}
    named = " ".join(world.name(state) for state in sorted(parties)) if len(parties) <= _MANY else ""
    kinds = {words.plain(kind) for clause in one.provisions for kind in clause.kind}
    began = one.in_force or one.signed
    says = f"{words.plain(one.kind)}, {began.on}" if began else words.plain(one.kind)
    about = " ".join(name for clause in one.provisions for name in _about(world, clause))
    text = f"{named} {about} {' '.join(sorted(kinds))} {words.plain(one.kind)} {one.note or ''}"
    return Entry("treaty", one.id, one.title, says, (one.id, one.title, *one.aliases, *called), text)


def _clauses(world: World, instrument: Instrument) -> Iterator[Entry]:
    called = " ".join((instrument.title, *instrument.aliases))
    for one in instrument.provisions:
        title = words.clause(instrument, one)
        acts = " ".join(words.plain(duty.act) for duty in one.duties)
        kinds = ", ".join(map(words.plain, one.kind))
        text = f"{called} {kinds} {acts} {' '.join(_about(world, one))}"
        yield Entry("clause", one.id, title, one.summary, (one.id, f"article {one.article}"), text)


def _about(world: World, clause: Provision) -> Iterator[str]:
    """The names of the states and organs that a clause names."""
    duties = (who for duty in clause.duties for who in (duty.to, duty.against) if who)
    for who in dict.fromkeys((*clause.obligors, *clause.beneficiaries, *duties)):
        if who in world.names:
            yield world.name(who)


def _actors_and_places(world: World) -> Iterator[Entry]:
    for actor in world.records.actors.values():
        names = (actor.id, actor.name, *actor.aliases)
        yield Entry("actor", actor.id, actor.name, actor.kind, names, " ".join(map(world.name, actor.attributed_to)))
    for place in world.records.places.values():
        holders = {spell.state for spell in (*place.administered_by, *place.claimed_by)}
        names = (place.id, place.name, *place.aliases)
        yield Entry("place", place.id, place.name, "", names, " ".join(world.name(one) for one in sorted(holders)))


def _events_and_officials(world: World) -> Iterator[Entry]:
    for event in world.records.events.values():
        who = " ".join(world.name(actor) for actors in event.roles.values() for actor in actors)
        text = f"{who} {words.plain(event.type)} {event.note or ''}"
        says = f"{words.plain(event.type)}, {event.since}"
        yield Entry("event", event.id, event.title, says, (event.id, event.title), text)
    for one in world.records.officials.values():
        says = ", ".join(dict.fromkeys(f"{office.office}, {world.name(office.state)}" for office in one.offices))
        signed = " ".join(world.name(name) for name in one.signed)
        yield Entry("official", one.id, one.name, says, (one.id, one.name, *one.aliases), f"{says} {signed}")


def _rules(world: World) -> Iterator[Entry]:
    for kind in get_args(Kind):
        yield Entry("kind", kind, words.plain(kind), "kind of clause", (kind,))
    for event in world.records.event_kinds.values():
        says = event.says.format(actor=f"the {words.plain(event.actor)}", target=f"the {words.plain(event.target)}")
        yield Entry("event_kind", event.id, words.plain(event.id), says, (event.id,), says)
    for rule in world.records.doctrine.values():
        yield Entry("doctrine", rule.id, rule.title, rule.statement, (rule.id, rule.title))
    for source in world.records.sources.values():
        text = f"{source.publisher or ''} {source.citation or ''}"
        yield Entry("source", source.id, source.title, words.plain(source.type), (source.id, source.title), text)
