"""Which prohibitions an act would run into: bars by superior norms, conflicts with equal ones.

An act is tested as the event that doing it would be (its deed), against every prohibition of that deed.
Sources: Charter articles 2(4), 2(5), 25, 103; ILC articles on State responsibility 16; Namibia (1971) paras 113-116.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.law.docket import norms_between
from foedera.law.setting import ANYONE, Case
from foedera.law.status import owed, triggered
from foedera.model.events import Event
from foedera.model.states import METROPOLITAN
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.docket import Clause, Norm
    from foedera.law.setting import Setting
    from foedera.model.answers import Step
    from foedera.model.doctrine import Deed


@dataclass(frozen=True, slots=True)
class Forbids:
    """That a norm forbids (TRUE) or may forbid (UNKNOWN) an act."""

    norm: Norm
    act: str
    step: Step


def forbidding(case: Case, act: str, clause: Clause) -> tuple[Forbids, ...]:
    """The norms that forbid the act in this case."""
    if case.obligor == ANYONE:
        return ()
    record = case.setting.world.records.acts.get(act)
    possible = (deed for deed in (record.deeds if record else ()) if _may_be_forbidden(case, deed))
    deeds = [event for deed in possible for event in _deed_events(case, deed)]
    closure = case.setting.world.kind_closure[case.event.type]
    if record and closure & clause.own & set(record.done_by) and case.obligor in case.setting.actors(case.event):
        deeds.append(case.event)
    found: dict[str, Forbids] = {}
    for event in deeds:
        for norm, step in _tests(case, event):
            known = found.get(norm.clause.provision.id)
            if known is None or known.step.truth < step.truth:
                found[norm.clause.provision.id] = Forbids(norm, act, step)
    return tuple(found.values())


def _may_be_forbidden(case: Case, deed: Deed) -> bool:
    """Whether any prohibition of this kind of deed may bind the obligor toward somebody present."""
    setting = case.setting
    others = (case.beneficiary, *case.adversaries, deed.target)
    kinds = setting.world.kind_closure[deed.type]
    return any(norms_between(setting.world, kind, case.obligor, others, setting.day) for kind in kinds)


def _deed_events(case: Case, deed: Deed) -> Iterator[Event]:
    """The event that the deed would be, for each of its possible targets."""
    setting = case.setting
    kind = setting.world.records.event_kinds[deed.type]
    roles = {"obligor": (case.obligor,), "beneficiary": (case.beneficiary,), "adversary": case.adversaries}
    for target in roles.get(deed.target, (deed.target,)):
        given = deed.attributes or {"scale": "large"}
        attributes = tuple(sorted(given.items()))
        key = (
            "deed",
            deed.type,
            case.obligor,
            target,
            case.beneficiary,
            case.adversaries,
            deed.on_behalf_of,
            attributes,
        )
        event: Event | None = setting.memo.get(key)
        if event is None:
            filled: dict[str, tuple[str, ...]] = {kind.actor: (case.obligor,), kind.target: (target,)}
            if deed.on_behalf_of:
                filled["on_behalf_of"] = roles.get(deed.on_behalf_of, ())
            title = kind.says.format(actor=setting.world.name(case.obligor), target=setting.world.name(target))
            event = setting.memo[key] = Event(
                id=f"deed:{deed.type}:{case.obligor}:{target}:{filled.get('on_behalf_of', '')}:{attributes}",
                type=deed.type,
                title=title,
                roles=filled,
                since=setting.day,
                at=(f"{target}/{METROPOLITAN}",),
                attributes=given,
            )
        yield event


def _tests(case: Case, event: Event) -> Iterator[tuple[Norm, Step]]:
    setting = case.setting
    key = ("norms", event.id, case.obligor, case.beneficiary, case.adversaries)
    found: list[tuple[Norm, Step]] | None = setting.memo.get(key)
    if found is None:
        found = setting.memo[key] = [
            (norm, step) for norm in _concerning(case, event) for step in _applications(case, event, norm)
        ]
    yield from (item for item in found if item[0].clause.provision.id != case.provision.id)


def _concerning(case: Case, event: Event) -> Iterator[Norm]:
    """Prohibitions of this kind of deed that may be in force, apart from those left out of the question."""
    setting = case.setting
    (target, *_) = setting.targets(event) or ("",)
    without = setting.question.without
    others = (target, case.beneficiary, *case.adversaries)
    for kind in setting.world.kind_closure[event.type]:
        for norm in norms_between(setting.world, kind, case.obligor, others, setting.day):
            if (norm.targets is None or target in norm.targets) and not (
                norm.clause.instrument.id in without or norm.clause.provision.id in without
            ):
                yield norm


def _applications(case: Case, event: Event, norm: Norm) -> Iterator[Step]:
    """The norm tested with each participant of the deed as the one to whom it is owed."""
    setting, clause = case.setting, norm.clause
    (target, *_) = setting.targets(event) or ("",)
    others = tuple(dict.fromkeys((target, case.beneficiary, *case.adversaries)))
    alike = norm.alike and not _is_recorded_attacker(setting, case.obligor)
    for protected in others:
        if protected == case.obligor or (norm.protects is not None and protected not in norm.protects):
            continue
        key = ("forbids nobody", clause.provision.id, _deed_of_anyone(setting, event), protected, others)
        if alike and key in setting.memo:
            continue
        setting.spend()
        adversaries = tuple(other for other in others if other != protected)
        if not _is_the_deed(setting, norm, event, protected, adversaries, target):
            continue
        cases = [
            Case(setting, trigger, clause.instrument, clause.provision, case.obligor, protected, adversaries)
            for trigger in _triggers(setting, clause, event)
        ]
        cases = [inner for inner in cases if triggered(inner) is not Truth.FALSE]
        if alike and not cases:
            setting.memo[key] = True
        for inner in cases:
            step = owed(inner, norm.duty)
            if step.truth is not Truth.FALSE:
                yield step


def _deed_of_anyone(setting: Setting, event: Event) -> tuple[object, ...]:
    """What a deed is, whoever does it."""
    helped, given = event.roles.get("on_behalf_of", ()), event.attributes or {}
    return event.type, setting.targets(event), helped, event.at, tuple(sorted(given.items()))


def _triggers(setting: Setting, clause: Clause, event: Event) -> tuple[Event, ...]:
    """What the prohibition's condition is tested on: the deed, or the question's events if it is not about deeds."""
    if clause.kinds and not clause.kinds & setting.world.kind_closure[event.type]:
        return setting.question.events
    return (event,)


def _is_recorded_attacker(setting: Setting, actor: str) -> bool:
    """Whether recorded attacks by or on the actor could make its deed differ in law from another's."""
    key = "recorded attackers"
    known: frozenset[str] | None = setting.memo.get(key)
    if known is None:
        stipulated = (event for event in setting.question.events if setting.is_kind(event.type, "armed_attack"))
        attacks = (*setting.of_kind("armed_attack"), *stipulated)
        sides = ((*setting.actors(event), *setting.targets(event)) for event in attacks)
        known = setting.memo[key] = frozenset(actor for side in sides for actor in side)
    return actor in known


def _is_the_deed(
    setting: Setting, norm: Norm, event: Event, protected: str, adversaries: tuple[str, ...], target: str
) -> bool:
    """Whether what the norm forbids, with these roles, is this very deed."""
    act = setting.world.records.acts[norm.duty.act]
    roles = {"beneficiary": (protected,), "adversary": adversaries}
    return any(
        setting.is_kind(event.type, deed.type) and target in roles.get(deed.target, (deed.target,))
        for deed in act.deeds
    )
