"""Who is meant: roles and sets in clauses, matched against actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.force import bound
from foedera.law.setting import ANYONE
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.setting import Case, Setting
    from foedera.model.conditions import Who

UNIVERSAL = frozenset({"any_state", "any_actor", "un_member", "any_party"})

_WORDS = {
    "any_state": "any state",
    "any_actor": "anyone",
    "third_state": "a third state",
    "any_party": "a party",
    "un_member": "a member of the United Nations",
    "group": "an armed group",
}


def matches(case: Case, who: Who, actor: str) -> Truth:
    """Whether the actor is who the clause means."""
    if who == "any_actor":
        return Truth.TRUE
    if who == "obligor":
        return Truth.of(actor == case.obligor)
    if who == "beneficiary":
        return Truth.of(actor == case.beneficiary)
    if who == "adversary":
        return Truth.of(actor in case.adversaries)
    return in_set(case, who, actor)


def in_set(case: Case, who: Who, actor: str) -> Truth:
    """Whether the actor belongs to a set that does not depend on roles."""
    setting = case.setting
    if who == "any_state":
        return Truth.of(actor in setting.world.records.states or actor == ANYONE)
    if who == "group":
        return Truth.of(is_group(setting, actor))
    if who == "any_party":
        return bound(setting, case.instrument, actor).step.truth
    if who == "third_state":
        is_state = Truth.of(actor in setting.world.records.states)
        return min(is_state, negation(bound(setting, case.instrument, actor).step.truth))
    return member_of(setting, who, actor)


def member_of(setting: Setting, who: Who, actor: str) -> Truth:
    """Whether the actor is in a class, is a party to an instrument, is a UN member, or is that very actor."""
    if who == "un_member":
        return is_party(setting, setting.rule("un-membership").refers[0], actor)
    if who.startswith("class:"):
        state = setting.world.records.states.get(actor)
        return Truth.of(state is not None and who[6:] in state.classes)
    if who.startswith("party:"):
        return is_party(setting, who[6:], actor)
    return Truth.of(who == actor)


def in_role_set(case: Case, who: Who, actor: str) -> Truth:
    """Whether the actor is in the set; a state stands in the place of one that it continues and of its organs."""
    direct = matches(case, who, actor)
    if direct is not Truth.FALSE:
        return direct
    state = case.setting.world.records.states.get(actor)
    if state and state.continues and state.continues.state == who:
        return state.continues.since.on_or_before(case.setting.day)
    return Truth.of(who in case.setting.world.organs.get(actor, ()))


def is_party(setting: Setting, instrument: str, actor: str) -> Truth:
    """Whether the actor is bound by an instrument on the day asked; ANYONE stands for one that is."""
    if actor == ANYONE:
        return Truth.TRUE
    record = setting.world.records.instruments.get(instrument)
    return Truth.UNKNOWN if record is None else bound(setting, record, actor).step.truth


def any_matches(case: Case, who: Who, actors: Iterable[str]) -> Truth:
    """Whether one of the actors is who the clause means."""
    return max((matches(case, who, actor) for actor in actors), default=Truth.FALSE)


def is_group(setting: Setting, actor: str) -> bool:
    """Whether the actor is an armed group and not a state or an organ."""
    record = setting.world.records.actors.get(actor)
    return record is not None and record.kind == "group"


def in_words(case: Case, who: Who) -> str:
    """The role or set in plain words."""
    if who == "obligor":
        return case.name(case.obligor)
    if who == "beneficiary":
        return case.name(case.beneficiary)
    if who == "adversary":
        return case.names(case.adversaries)
    if who.startswith("class:"):
        return f"one of the class {who[6:].replace('_', ' ')}"
    if who.startswith("party:"):
        return f"a party to {case.name(who[6:])}"
    return _WORDS.get(who) or case.name(who)
