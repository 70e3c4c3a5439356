"""Random worlds of promises: the worlds of the differential test, with more states, kinds, versions and alliances."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from differential.strategies import (
    STATES,
    actor_records,
    anyone,
    atoms,
    builtin,
    coverage_records,
    days,
    early_days,
    event_records,
    instrument_records,
    maybe,
    place_records,
    positions,
    seldom,
    some,
    state_records,
)
from foedera.dates import Day
from foedera.law.leading import KINDS
from foedera.model import conditions as c
from foedera.model.facts import Dated
from foedera.model.instruments import Duty, Instrument, Party, Provision, Suspension
from foedera.model.states import Existence, State
from foedera.model.world import Corpus, World, assemble
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hypothesis.strategies import SearchStrategy

FIRST, LAST = Day.parse("1999-06-01").first, Day.parse("2009-06-01").first
TWINS = ("EEE", "FFF", "GGG")
"""States of which nothing is on record, so that rules can tell them apart by name alone, if by anything."""
EVERYBODY = (*STATES, *TWINS, "NEW", "AGAIN")
_TOPICS = ("adversary", "other_adversary", "location", "theatre", "ongoing_conflict", "adversary_number", "demand",
           "fellow_member")  # fmt: skip


def day(text: str) -> int:
    """The ordinal of a day."""
    return Day.parse(text).first


# ---- states ----------------------------------------------------------------------------------------------------------


@st.composite
def more_states(draw: Any) -> dict[str, State]:
    """The states of the differential test, twins, one that is born, and one that comes back."""
    found: dict[str, State] = draw(state_records())
    found |= {name: _plain(name) for name in TWINS[: draw(st.integers(1, 3))]}
    if draw(st.booleans()):
        found["NEW"] = _plain("NEW", Existence(draw(days), draw(st.none() | st.just(Day.parse("2008-09-10")))))
    if draw(st.booleans()):
        ended = draw(st.sampled_from(("2002-03-04", "[2001-01-01..2005-12-31]", "2004-05-06")))
        found["AGAIN"] = _plain(
            "AGAIN", Existence(Day.parse("1900"), Day.parse(ended)), Existence(Day.parse("2004-05-06"))
        )
    return found


def _plain(name: str, *exists: Existence) -> State:
    spans = exists or (Existence(Day.parse("1900")),)
    return State(id=name, name=name, official_name=name, sources=(), confidence="memory", exists=spans)


# ---- conditions ------------------------------------------------------------------------------------------------------

unstated = st.builds(c.Unstated, topic=st.sampled_from(_TOPICS))
_everyone = anyone | st.sampled_from((*TWINS, "OLD", "command", "party:accord", "party:nowhere", "class:eastern"))


def every_atom() -> SearchStrategy[c.Node]:
    """Atoms with every field drawn."""
    return st.one_of(atoms(), atoms(), _wide())


def _wide() -> SearchStrategy[c.Node]:
    who = _everyone
    return st.one_of(
        unstated,
        st.builds(
            c.Threat, to=who, by=who, imminent=st.booleans(),
            of=some(("armed_attack", "security", "territorial_integrity", "order"), 3),
        ),
        st.builds(c.StateOfWar, of=who, brought_about_by=st.sampled_from(("trigger", "anything"))),
        st.builds(c.ArmedAttack, on=who, by=who),
        st.builds(c.Unprovoked, by=who),
        st.builds(
            c.AdversaryIs, one_of=st.lists(who, max_size=3, unique=True).map(tuple), or_joined_with=st.booleans()
        ),
        st.builds(c.AdversaryCount, at_least=st.integers(0, 2), at_most=maybe(st.integers(0, 2))),
        st.builds(c.Invoked, by=who, jointly=st.booleans()),
        st.builds(c.Act, kind=some(("armed_attack", "nuclear_attack", "trade"), 2), by=who, toward=who),
        st.builds(c.After, kind=st.sampled_from(("armed_attack", "arms_transfer")), by=who, toward=who),
        st.builds(c.OngoingAttack, by=who, on=who, or_helped_by=st.booleans()),
        st.builds(c.InForce, instrument=st.sampled_from(("pact", "accord", "league", "nowhere")), party=maybe(who)),
        st.builds(c.Statehood, of=who),
        st.builds(
            c.InArea, places=some((*(f"{name}/metropolitan" for name in EVERYBODY), "isle"), 2),
            territory_of=maybe(who), recognised_by=maybe(st.sampled_from(STATES)),
        ),
        st.builds(c.InArea, administered_by=who, metropolitan=maybe(st.booleans())),
    )  # fmt: skip


def every_tree() -> SearchStrategy[c.Node]:
    """Trees of such atoms."""
    return st.recursive(every_atom(), _wider, max_leaves=5)


def _wider(inner: SearchStrategy[c.Node]) -> SearchStrategy[c.Node]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(several.map(c.All), several.map(c.All), several.map(c.AnyOf), inner.map(c.Not))


def alliance_conditions() -> SearchStrategy[c.Node | None]:
    """Conditions as ``datasets.atop_terms`` writes them."""
    named = st.builds(c.AdversaryIs, one_of=some((*STATES, *TWINS), 2))
    adversary = named | named.map(lambda known: c.AnyOf((known, c.Unstated("other_adversary"))))
    limits = st.lists(adversary | unstated | st.just(c.Unprovoked()), max_size=2).map(tuple)
    return st.none() | st.builds(lambda trigger, more: c.All((trigger, *more)), st.sampled_from(_TRIGGERS), limits)


def _fellow(one: str, other: str) -> c.Node:
    """An attack by one on the other, where the other may be a fellow member."""
    if one == "beneficiary":
        third = c.Act(("armed_attack",), by=one, toward="third_state")
        party: c.Node = c.Act(("armed_attack",), by=one, toward="any_party")
    else:
        third, party = c.ArmedAttack(on=other, by="third_state"), c.ArmedAttack(on=other, by="any_party")
    return c.AnyOf((third, c.All((party, c.Unstated("fellow_member")))))


_TRIGGERS: tuple[c.Node, ...] = (
    c.Threat(of=("armed_attack", "security")),
    c.ArmedAttack(),
    c.Act(("armed_attack",), by="beneficiary", toward="any_state"),
    _fellow("any_state", "beneficiary"),
    _fellow("beneficiary", "any_state"),
    c.AnyOf((_fellow("any_state", "beneficiary"), _fellow("beneficiary", "any_state"))),
)


# ---- instruments -----------------------------------------------------------------------------------------------------

kinds = st.sampled_from((*KINDS, *KINDS, "cooperation")).flatmap(
    lambda first: st.sampled_from(KINDS).map(lambda second: (first,) if first >= second else (first, second))
)


@st.composite
def promising(draw: Any) -> dict[str, Instrument]:
    """The instruments of the differential test with promises of all kinds and versions, and a league of many."""
    found = {name: draw(_promising(one)) for name, one in draw(instrument_records()).items()}
    for name in ("league", "entente")[: draw(st.integers(1, 2))]:
        found[name] = draw(alliances(name))
    return found


@st.composite
def _promising(draw: Any, instrument: Instrument) -> Instrument:
    clauses: list[Provision] = []
    for clause in instrument.provisions:
        named = replace(clause, kind=draw(kinds))
        clauses += draw(st.sampled_from((_as_it_is, _as_it_is, _in_two_versions)))(
            named, draw(days), draw(every_tree())
        )
    return replace(
        instrument,
        provisions=tuple(clauses),
        ends_when=draw(seldom(ends())),
        suspensions=draw(st.just(()) | st.just(()) | st.lists(suspensions(), min_size=1, max_size=2).map(tuple)),
    )


def ends() -> SearchStrategy[c.Node]:
    """Conditions on which a treaty ends by its own terms: about records, not about the attack that is asked."""
    known = st.one_of(
        st.builds(c.OnOrAfter, day=days),
        st.builds(c.InForce, instrument=st.sampled_from(("pact", "accord", "league")), party=maybe(st.just("AAA"))),
        st.builds(
            c.OrganAct, organ=st.just("council"), kind=some(("enforcement", "authorisation")), about=st.just("BBB")
        ),
        st.builds(c.Statehood, of=st.sampled_from(STATES)),
        st.builds(c.Unknown, about=st.just("something")),
    )  # fmt: skip
    return known | st.recursive(known, _wider, max_leaves=3)


def _as_it_is(clause: Provision, _on: Day, _when: c.Node) -> list[Provision]:
    return [clause]


def _in_two_versions(clause: Provision, on: Day, when: c.Node) -> list[Provision]:
    """The clause amended on a day: its old version ends and the new one begins."""
    return [
        replace(clause, id=f"{clause.id}@old", version="old", until=on),
        replace(clause, id=f"{clause.id}@new", version="new", since=on, when=when),
    ]


def suspensions() -> SearchStrategy[Suspension]:
    """Suspensions between states, parties and others."""
    who = st.sampled_from((*STATES, "EEE", "any_party", "any_party", "OLD"))
    return st.builds(
        Suspension, since=days, until=maybe(days), obligor=who, toward=who, provisions=some(("1",), 1, 0),
        positions=positions("in_force"),
    )  # fmt: skip


@st.composite
def alliances(draw: Any, name: str) -> Instrument:
    """An alliance as imported from ATOP: many members with spells, flags whose content is not stated."""
    members = draw(some(EVERYBODY, 6, 2))
    spells = [
        Party(state=one, since=draw(early_days), until=draw(maybe(days)))
        for one in members
        for _ in range(draw(st.sampled_from((1, 1, 1, 2))))
    ]
    return Instrument(
        id=name, kind="treaty", title=name, binding="legal", parties=tuple(spells), sources=(), confidence="memory",
        in_force=Dated(draw(early_days)), ended=draw(maybe(days.map(Dated))),
        suspensions=draw(seldom(st.lists(suspensions(), min_size=1, max_size=1).map(tuple))) or (),
        provisions=tuple(draw(_flag(name, str(number))) for number in range(draw(st.integers(1, 3)))),
    )  # fmt: skip


_DUTIES = {
    "defence": Duty(must="give_military_assistance"),
    "offence": Duty(must="join_attack", request="none"),
    "neutrality": Duty(must_not="aid_adversary"),
    "nonaggression": Duty(must_not="use_force"),
    "consultation": Duty(must="consult"),
}


@st.composite
def _flag(draw: Any, instrument: str, article: str) -> Provision:
    kind = draw(st.sampled_from(KINDS))
    return Provision(
        article=article, kind=(kind,), summary="", id=f"{instrument}/{article}", duties=(_DUTIES[kind],),
        when=None if kind == "nonaggression" else draw(alliance_conditions()),
        obligors=draw(st.just(()) | some(EVERYBODY, 2)), beneficiaries=draw(st.just(()) | some(EVERYBODY, 2)),
        since=draw(seldom(days)), until=draw(seldom(days)),
    )  # fmt: skip


# ---- worlds ----------------------------------------------------------------------------------------------------------


@st.composite
def promise_worlds(draw: Any) -> World:
    """A world of promises, with all that may bear on them."""
    states, actors, instruments = draw(more_states()), draw(actor_records()), draw(promising())
    return _world(
        states=states, actors=actors, places=draw(place_records()), instruments=_among(instruments, {*states, *actors}),
        events=draw(event_records()), coverage=draw(coverage_records()),
    )  # fmt: skip


@st.composite
def alliance_worlds(draw: Any) -> World:
    """A world as imported from ATOP: nothing but alliances."""
    names = ("league", "entente", "axis")[: draw(st.integers(1, 3))]
    states, found = draw(more_states()), {name: draw(alliances(name)) for name in names}
    return _world(states=states, instruments=_among(found, set(states)))


def _among(instruments: dict[str, Instrument], known: set[str]) -> dict[str, Instrument]:
    """The instruments between those who are on record alone, as the linter has it."""
    absent = {*EVERYBODY, "OLD", "command"} - known

    def present(named: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(who for who in named if who not in absent) or (("AAA",) if named else ())

    return {
        name: replace(
            one,
            parties=tuple(party for party in one.parties if party.state in known),
            provisions=tuple(
                replace(clause, obligors=present(clause.obligors), beneficiaries=present(clause.beneficiaries))
                for clause in one.provisions
            ),
        )
        for name, one in instruments.items()
    }


def _world(**records: Any) -> World:
    law = builtin()
    return assemble(
        (Corpus(**records, regions=law.regions, event_kinds=law.event_kinds, acts=law.acts, doctrine=law.doctrine),),
        "random",
    )


# ---- days and states of a world --------------------------------------------------------------------------------------

windows = st.sampled_from(((FIRST, LAST), (FIRST, LAST), (day("2003-02-01"), day("2006-07-08"))))


def every_turn(world: World, window: tuple[int, int]) -> list[int]:
    """Every day of a window on which a date of any record can matter, and the day before."""
    records = world.records
    parts = (records.states, records.instruments, records.events, records.places, records.coverage)
    turns = {edge for part in parts for one in _days(tuple(part.values())) for edge in (one.first, one.last)}
    near = {near for turn in turns for near in (turn - 1, turn)} | {window[0], window[1] - 1}
    return sorted(one for one in near if window[0] <= one < window[1])


def _days(record: Any) -> Iterator[Day]:
    if isinstance(record, Day):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _days(item)
    elif isinstance(record, dict):
        yield from _days(tuple(record.values()))
    elif is_dataclass(record) and not isinstance(record, type):
        for one in fields(record):
            yield from _days(getattr(record, one.name))


def alive(world: World, ordinal: int) -> tuple[str, ...]:
    """The states that exist, or may exist, on a day."""
    on = Day.exact(ordinal)
    return tuple(
        state.id
        for state in world.records.states.values()
        if any(span.span.contains(on) is not Truth.FALSE for span in state.exists)
    )


def pairs(states: Iterable[str]) -> list[tuple[str, str]]:
    """Every attacker with every victim."""
    known = tuple(states)
    return [(one, other) for one in known for other in known if one != other]
