"""Questions: the short form made explicit, names to ids, scenarios to questions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from foedera.dates import Day, DayError
from foedera.engine.attributes import read_attributes
from foedera.engine.existence import check_exist
from foedera.engine.lookup import QuestionError, find_actor, find_instrument, find_place, resolve
from foedera.law.facts import counterparts, opinion
from foedera.law.short_form import plain_attributes, supposed
from foedera.model.answers import AssumptionUsed
from foedera.model.events import Event
from foedera.model.questions import Question
from foedera.model.states import METROPOLITAN
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.law.setting import Setting
    from foedera.model.facts import Proposition
    from foedera.model.instruments import Known
    from foedera.model.questions import Ask, Scenario, ScenarioEvent
    from foedera.model.world import World

SWITCHES: dict[str, Proposition | None] = {
    "armed_attack": "characterisation",
    "state_of_war": "state_of_war",
    "request": "request",
    "unprovoked": "unprovoked",
    "proportionate": "proportionate",
    "prior_attack": None,
    "self_defence": None,
    "attribution": "attribution",
    "invoked": None,
}
"""Atoms that an asker may switch, with the proposition on which positions are taken."""

ASIDE = ("on_behalf_of", "against", "with", "user")
"""Roles beside the two main ones, which the short form takes like attributes."""

TARGETS = ("territory", "forces", "vessels", "aircraft")
_VALUES: dict[str, Known] = {"true": "true", "false": "false", "unknown": "unknown"}


def from_ask(world: World, short: Ask) -> Question:
    """The short form ``ask A V --on DAY`` as an explicit question.

    Raises:
        QuestionError: a name, kind, place or value is not known.
    """
    kind = resolve(world.records.event_kinds, short.event, "kind of event")
    record = world.records.event_kinds[kind]
    actor, target = find_actor(world, short.actor), find_actor(world, short.target)
    if actor == target:
        raise QuestionError(f"{world.name(actor)} cannot be both {record.actor} and {record.target}")
    day = exact_day(short.on)
    check_exist(world, (actor, target), day)
    is_attack = "armed_attack" in world.kind_closure[kind]
    hit = _target(short.attacked) if is_attack else None
    places = _where(world, short.at, target, hit) if is_attack or short.at else ()
    if hit == "territory" and target in world.records.states:
        for place in places:
            _belongs(world, place, target, day)
    given = dict(short.attributes or {})
    aside = {role: (find_actor(world, given.pop(role)),) for role in ASIDE if role in given}
    about = given.pop("about", None)
    event = Event(
        id="question",
        type=kind,
        title=record.says.format(actor=world.name(actor), target=world.name(target)),
        roles={record.actor: (actor,), record.target: (target,), **aside},
        since=day,
        at=places,
        target=hit,
        attributes={**(plain_attributes(kind) if is_attack else {}), **read_attributes(world, given)},
        about=_ids(world, about) if about else (),
    )
    assumed = {one.atom: one.value for one in supposed(world, kind)}
    switched = _switched(short.assume)
    return Question(
        events=(event,),
        on=day,
        view=find_actor(world, short.view) if short.view is not None else None,
        assumptions={**assumed, **switched},
        switched=tuple(switched),
        without=left_out(world, short.without),
    )


def from_scenario(world: World, scenario: Scenario) -> Question:
    """A scenario file as a question: it stipulates only what it says.

    Raises:
        QuestionError: a name, kind, place or value is not known.
    """
    switched = _switched(scenario.assume)
    events = tuple(_stipulated(world, scenario, event, number) for number, event in enumerate(scenario.events, start=1))
    twice = next((one for one, count in Counter(event.id for event in events).items() if count > 1), None)
    if twice is not None:
        raise QuestionError(f"two events of the scenario have the id '{twice}'", "give each event its own id")
    return Question(
        events=events,
        on=exact_day(scenario.on),
        view=find_actor(world, scenario.view) if scenario.view else None,
        assumptions=switched,
        switched=tuple(switched),
        without=left_out(world, scenario.without),
        short_form=False,
    )


def _stipulated(world: World, scenario: Scenario, event: ScenarioEvent, number: int) -> Event:
    kind = resolve(world.records.event_kinds, event.type, "kind of event")
    record = world.records.event_kinds[kind]
    if event.id in world.records.events:
        raise QuestionError(f"'{event.id}' is the id of a recorded event", "give the stipulated event another id")
    missing = [role for role in (record.actor, record.target) if not event.roles.get(role)]
    if missing:
        raise QuestionError(
            f"an event of the kind {kind} needs the role '{missing[0]}'",
            f"its roles are {record.actor} and {record.target}",
        )
    roles = {
        role: tuple(dict.fromkeys(find_actor(world, one) for one in dict.fromkeys(who)))
        for role, who in event.roles.items()
    }
    is_attack = "armed_attack" in world.kind_closure[kind]
    hit = _target(event.target) if is_attack else None
    named = " and ".join(map(world.name, roles[record.actor]))
    hurt = " and ".join(map(world.name, roles[record.target]))
    places = tuple(find_place(world, place) for place in event.at)
    if is_attack and not places and hit == "territory":
        places = tuple(f"{victim}/{METROPOLITAN}" for victim in roles[record.target])
    return Event(
        id=event.id or f"event-{number}",
        type=kind,
        title=event.title or record.says.format(actor=named, target=hurt),
        roles=roles,
        since=event.since or scenario.on,
        until=event.until,
        at=places,
        target=hit,
        attributes=read_attributes(world, event.attributes),
        about=event.about,
        positions=event.positions,
    )


def _belongs(world: World, place: str, target: str, day: Day) -> None:
    """Refuse an attack on a state's territory at a place that it neither holds nor claims."""
    record = world.records.places.get(place)
    if record is None:
        holder = place.partition("/")[0]
        if holder != target:
            raise QuestionError(f"that is not territory of {world.name(target)}", f"it is {world.name(place)}")
        return
    spells = (*record.administered_by, *record.claimed_by)
    before = world.records.states[target].continues
    own = {target, before.state} if before else {target}
    is_disputed = len({claim.state for claim in record.claimed_by}) > 1
    if spells and not is_disputed and not any(s.state in own for s in spells):
        held = ", ".join(dict.fromkeys(s.state for s in spells if s.span.contains(day) is not Truth.FALSE))
        hint = f"it is held or claimed by {held}" if held else None
        raise QuestionError(f"{world.name(target)} neither holds nor claims {record.name} on {day}", hint)


def exact_day(day: Day) -> Day:
    """The day itself.

    Raises:
        QuestionError: it is partial or doubtful.
    """
    if not day.is_exact:
        raise QuestionError(f"a question is about one day, and '{day}' is not one", "write it as 2024-12-10")
    return Day.exact(day.first)


def parse_day(text: str) -> Day:
    """Read the day asked.

    Raises:
        QuestionError: the text is not a day.
    """
    try:
        return exact_day(Day.parse(text.strip()))
    except DayError as error:
        raise QuestionError(str(error), "write the day as 2024-12-10") from None


def _target(text: str | None) -> str:
    hit = (text or "territory").strip().lower()
    if hit not in TARGETS:
        raise QuestionError(f"no target is called '{text}'", f"choose one of {', '.join(TARGETS)}")
    return hit


def _where(world: World, at: str | None, target: str, hit: str | None) -> tuple[str, ...]:
    if at:
        return (find_place(world, at),)
    return (f"{target}/{METROPOLITAN}",) if hit == "territory" else ()


def _switched(assume: Mapping[str, Known] | None) -> dict[str, Known]:
    for atom, value in (assume or {}).items():
        if atom not in SWITCHES:
            raise QuestionError(f"no assumption is called '{atom}'", f"these can be switched: {', '.join(SWITCHES)}")
        if value.lower() not in _VALUES:
            raise QuestionError(f"'{value}' is not a value of '{atom}'", "choose true, false or unknown")
    return {atom: _VALUES[value.lower()] for atom, value in (assume or {}).items()}


def left_out(world: World, names: tuple[str, ...]) -> tuple[str, ...]:
    """Instruments, recorded events, and clauses with all their versions, by id.

    Raises:
        QuestionError: there is no such instrument, event or clause.
    """
    return tuple(dict.fromkeys(one for name in names for one in _ids(world, name)))


def _ids(world: World, name: str) -> tuple[str, ...]:
    if name in world.records.events:
        return (name,)
    head, slash, article = name.partition("/")
    instrument = world.records.instruments[find_instrument(world, head)]
    if not slash:
        return (instrument.id,)
    known = {p.id: (p.article, p.id.partition("/")[2]) for p in instrument.provisions}
    fitting = tuple(identifier for identifier, forms in known.items() if article in forms)
    if not fitting:
        raise QuestionError(
            f"{instrument.id} has no clause '{article[:80]}'",
            f"its clauses are {', '.join(f for _, f in known.values())}",
        )
    return fitting


def assumptions_used(setting: Setting) -> tuple[AssumptionUsed, ...]:
    """The assumptions of an answer, who switched them, and who disputes them in recorded events."""
    question = setting.question
    statements = {one.atom: one.statement for rule in setting.world.records.doctrine.values() for one in rule.assumes}
    used = []
    for atom, value in (question.assumptions or {}).items():
        truth = Truth[value.upper()]
        disputed: list[str] = []
        proposition = SWITCHES.get(atom)
        for event in question.events:
            positions = [p for one in counterparts(setting, event) for p in one.positions]
            if proposition and positions:
                _, dispute = opinion(setting, positions, proposition)
                disputed += dispute.denied_by if truth is Truth.TRUE else dispute.asserted_by
        used.append(
            AssumptionUsed(
                atom,
                truth,
                statements.get(atom, f"{atom.replace('_', ' ')} is {value}"),
                atom in question.switched,
                tuple(dict.fromkeys(disputed)),
            )
        )
    return tuple(used)
