"""Ask: every provision of every instrument against the question's events, for every party as obligor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from foedera.engine.coverage import gaps
from foedera.engine.notices import notices
from foedera.engine.question import assumptions_used
from foedera.law.candidates import beneficiaries, obligors, other_side, participants
from foedera.law.conflicts import both_sides, of_norm
from foedera.law.docket import docket, in_play
from foedera.law.force import in_force
from foedera.law.norms import forbidding
from foedera.law.setting import ANYONE, Case, open_setting
from foedera.law.status import force_of, grounds, owed, status_of, triggered
from foedera.model.answers import Answer, Bar, Finding, Step
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from foedera.law.docket import Clause
    from foedera.law.norms import Forbids
    from foedera.law.setting import Setting
    from foedera.model.answers import Conflict
    from foedera.model.events import Event
    from foedera.model.instruments import Duty
    from foedera.model.questions import Question
    from foedera.model.world import World

_ORDER = {"due": 0, "expected": 1, "arguable": 2, "barred": 3, "not_due": 4}
_MODALITIES = {"must": 0, "must_not": 1, "may": 2, "should": 3}


def ask(
    world: World, question: Question, *, every: bool = False, live: bool = False, budget: int | None = None
) -> Answer:
    """Answer a question.

    Args:
        world: the records.
        question: what is asked.
        every: also give findings in which no party of the question has a role, and those not due.
        live: give only findings that are not plainly not due; quicker, since most clauses need not be looked at.
        budget: the most steps to spend, as ``Setting.spend`` counts them; None for no bound. Derivations that are
            built when they are read are not counted.

    Raises:
        StepBudgetError: the budget was used up.
    """
    setting = open_setting(world, question, budget)
    findings: list[Finding] = []
    conflicts: dict[tuple[str, tuple[str, str]], Conflict] = {}
    for event in question.events:
        if event.since.on_or_before(question.on) is Truth.FALSE:
            continue
        for finding, forbids in _of_event(setting, event, every=every, live=live):
            setting.spend()
            findings.append(finding)
            for one in forbids:
                _keep_firmest(conflicts, of_norm(setting, finding, one))
    for conflict in both_sides(setting, findings):
        _keep_firmest(conflicts, conflict)
    findings.sort(key=_weight)
    setting.budget = None
    return Answer(
        question=question,
        findings=tuple(findings),
        conflicts=tuple(conflicts.values()),
        assumptions=assumptions_used(setting),
        notices=tuple(notices(setting)),
        gaps=gaps(setting, findings),
    )


def _keep_firmest(conflicts: dict[tuple[str, tuple[str, str]], Conflict], conflict: Conflict) -> None:
    """Of several conflicts of one state between the same norms, that which is most certain."""
    key = (conflict.state, conflict.between)
    known = conflicts.get(key)
    if known is None or known.truth < conflict.truth:
        conflicts[key] = conflict


def _weight(finding: Finding) -> tuple[int, int, bool, str, str]:
    return (
        _ORDER[finding.status],
        _MODALITIES[finding.duty.modality],
        finding.is_component,
        finding.provision.id,
        finding.obligor or "",
    )


def _of_event(
    setting: Setting, event: Event, *, every: bool, live: bool
) -> Iterator[tuple[Finding, tuple[Forbids, ...]]]:
    without = setting.question.without
    for clause in _clauses(setting, event, live=live):
        if clause.instrument.id in without or clause.provision.id in without:
            continue
        for case in _cases(setting, clause, event, every=every):
            for finding, forbids in _of_case(case, clause, every=every, live=live):
                if not live or finding.status != "not_due":
                    yield finding, forbids


def _clauses(setting: Setting, event: Event, *, live: bool) -> Iterable[Clause]:
    """The clauses to look at; of those that can be live, only the ones that may be owed to somebody present."""
    if live:
        return in_play(setting.world, event.type, participants(setting, event), setting.day)
    index = docket(setting.world)
    return (*index.by_kind.get(event.type, ()), *index.standing)


def _cases(setting: Setting, clause: Clause, event: Event, *, every: bool) -> Iterator[Case]:
    """The obligors and beneficiaries worth testing; a standing clause only between those whom the event names."""
    present = participants(setting, event)
    for beneficiary in beneficiaries(setting, clause, event, every=every):
        adversaries = other_side(setting, event, beneficiary)
        for obligor in obligors(setting, clause, event, every=every):
            if obligor == beneficiary or (not clause.kinds and not every and obligor not in present):
                continue
            yield Case(setting, event, clause.instrument, clause.provision, obligor, beneficiary, adversaries)


def _of_case(case: Case, clause: Clause, *, every: bool, live: bool) -> Iterator[tuple[Finding, tuple[Forbids, ...]]]:
    if in_force(case.setting, case.instrument).truth is Truth.FALSE or triggered(case) is Truth.FALSE:
        if live:
            return
        if case.obligor != ANYONE or every:
            for duty in case.provision.duties:
                if duty.to == case.obligor:
                    continue
                bars = _second_ground(case, clause, duty)
                yield _finding(case, duty, duty.act, partial(owed, case, duty), bars), ()
        return
    shared = grounds(case)
    for duty in case.provision.duties:
        if duty.to != case.obligor:
            yield from _of_duty(case, clause, duty, owed(case, duty, shared), every=every)


def _second_ground(case: Case, clause: Clause, duty: Duty) -> tuple[Bar, ...]:
    """Bars on help to the victim that is not owed anyway, because the attack on it is no armed attack in law."""
    setting = case.setting
    if not case.provision.limits or duty.modality != "must" or case.beneficiary not in setting.targets(case.event):
        return ()
    act = setting.world.records.acts.get(duty.act)
    if act is None or not act.takes_side or not setting.is_kind(case.event.type, "armed_attack"):
        return ()
    if in_force(setting, case.instrument).truth is Truth.FALSE:
        return ()
    return _bars(forbidding(case, duty.act, clause))


def _of_duty(
    case: Case, clause: Clause, duty: Duty, owes: Step, *, every: bool
) -> Iterator[tuple[Finding, tuple[Forbids, ...]]]:
    if owes.truth is Truth.FALSE or duty.modality == "must_not":
        if owes.truth is not Truth.FALSE or every or case.obligor != ANYONE:
            yield _finding(case, duty, duty.act, owes), ()
        return
    forbids = forbidding(case, duty.act, clause)
    bars = _bars(forbids)
    act = case.setting.world.records.acts.get(duty.act)
    components = [(component, forbidding(case, component, clause)) for component in (act.includes if act else ())]
    equal = [one for _, more in components for one in more if one.norm.rank is None]
    yield _finding(case, duty, duty.act, owes, bars), _if_legal(case, duty.modality, (*forbids, *equal))
    known = {bar.norm for bar in bars}
    for component, more in components:
        if any(bar.norm not in known for bar in _bars(more)):
            found = _finding(case, duty, component, owes, (*bars, *_bars(more)), is_component=True)
            yield found, _if_legal(case, duty.modality, more)


def _if_legal(case: Case, modality: str, forbids: tuple[Forbids, ...]) -> tuple[Forbids, ...]:
    """Only duties enter conflicts: not liberties, nor political promises."""
    if force_of(case) == "political" or modality != "must":
        return ()
    return tuple(one for one in forbids if one.norm.rank is not None or not _is_unread(one))


def _is_unread(forbids: Forbids) -> bool:
    """Whether it is open if the equal norm applies at all, because the sources do not give its content."""
    return any(leaf.atom == "unknown" for leaf in forbids.step.hinges())


def _bars(forbids: tuple[Forbids, ...]) -> tuple[Bar, ...]:
    return tuple(
        Bar(one.act, one.norm.clause.provision.id, one.norm.rank.rule, one.norm.rank.settles, one.step)
        for one in forbids
        if one.norm.rank is not None
    )


def _finding(
    case: Case,
    duty: Duty,
    act: str,
    because: Step | Callable[[], Step],
    bars: tuple[Bar, ...] = (),
    *,
    is_component: bool = False,
) -> Finding:
    force = force_of(case)
    barred = max((bar.step.truth for bar in bars), default=Truth.FALSE)
    owes = because.truth if isinstance(because, Step) else Truth.FALSE
    anyone = case.obligor == ANYONE
    return Finding(
        instrument=case.instrument,
        provision=case.provision,
        duty=duty,
        act=act,
        obligor=None if anyone else case.obligor,
        beneficiary=case.beneficiary,
        against=case.adversaries,
        status=status_of(owes, barred, political=force == "political"),
        force=force,
        because=because,
        bars=bars,
        group=_group(case) if anyone else None,
        excepted=participants(case.setting, case.event) if anyone else (),
        is_component=is_component,
    )


def _group(case: Case) -> str:
    named = case.provision.obligors
    return next(
        (who.replace("_", "-") + "s" if who == "un_member" else who.replace("_", "-") for who in named),
        "any-party",
    )
