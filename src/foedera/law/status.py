"""From owed and barred to a status: ``live`` = owed and not barred, and how a finding reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.atoms import request
from foedera.law.facts import as_viewed
from foedera.law.fold import evaluate, explain
from foedera.law.force import bound, in_force
from foedera.law.suspension import suspended
from foedera.law.who import UNIVERSAL, in_role_set
from foedera.model.answers import Status, Step, conjunction, denial
from foedera.model.conditions import Request
from foedera.truth import Truth, all_of, negation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.setting import Case
    from foedera.model.conditions import Who
    from foedera.model.instruments import Duty


def status_of(owed: Truth, barred: Truth, *, political: bool) -> Status:
    """The status of a finding.

    live TRUE is ``due`` (``expected`` under a political instrument), UNKNOWN ``arguable``; FALSE is
    ``barred`` if a superior norm forbids the act and the duty is not plainly absent, else ``not_due``.
    """
    live = min(owed, negation(barred))
    if live is Truth.TRUE:
        return "expected" if political else "due"
    if live is Truth.UNKNOWN:
        return "arguable"
    return "barred" if barred is Truth.TRUE and owed is not Truth.FALSE else "not_due"


def grounds(case: Case) -> tuple[Step, ...]:
    """What all duties of the clause share: in force, bound and entitled, operating, and its condition."""
    force = in_force(case.setting, case.instrument)
    return (force, *_bonds(case), *_operation(case), condition(case))


def owed(case: Case, duty: Duty, shared: tuple[Step, ...] | None = None) -> Step:
    """Whether the clause binds the obligor to the duty in this case.

    Args:
        case: clause, event and roles.
        duty: one duty of the clause.
        shared: the clause's ``grounds``, if they are known already.
    """
    asked = _asked(case, duty)
    parts = (*_arisen(case, duty, shared or grounds(case)), *((asked,) if asked else ()))
    says = "{0} owes this to {1} under {2}" if duty.modality != "may" else "{0} has this liberty toward {1} under {2}"
    args = (case.name(case.obligor), case.name(case.beneficiary), case.provision.id)
    return conjunction(says, parts, *args, cites=(case.provision.id,))


def arisen(case: Case, duty: Duty) -> Step:
    """Whether the case for the promise has arisen (casus foederis): it is owed, asked for or not."""
    says = "the case for the promise of {0} to {1} under {2} has arisen"
    args = (case.name(case.obligor), case.name(case.beneficiary), case.provision.id)
    return conjunction(says, _arisen(case, duty, grounds(case)), *args, cites=(case.provision.id,))


def _arisen(case: Case, duty: Duty, shared: tuple[Step, ...]) -> tuple[Step, ...]:
    role = _not_own_victim(case, duty)
    return (*shared, role) if role else shared


def condition(case: Case) -> Step:
    """The clause's own condition, explained."""
    provision = case.provision
    if provision.when is None:
        return Step(Truth.TRUE, "the clause applies at all times", (), (), (provision.id,), provision.mark)
    key = ("condition", provision.id, case.event.id, case.beneficiary, case.adversaries)
    step: Step | None = case.setting.memo.get(key)
    if step is None:
        inner = explain(provision.when, case)
        step = Step(
            inner.truth, "the condition of {0} holds", (provision.id,), (inner,), (provision.id,), provision.mark
        )
        if not _differs(case):
            case.setting.memo[key] = step
    return step


def triggered(case: Case) -> Truth:
    """The truth of the clause's condition alone, at less cost than its explanation."""
    if case.provision.when is None:
        return Truth.TRUE
    key = ("triggered", case.provision.id, case.event.id, case.beneficiary, case.adversaries)
    truth: Truth | None = case.setting.memo.get(key)
    if truth is None:
        truth = evaluate(case.provision.when, case)
        if not _differs(case):
            case.setting.memo[key] = truth
    return truth


def _differs(case: Case) -> bool:
    """Whether the condition may differ from obligor to obligor."""
    return case.provision.id not in case.setting.world.obligor_blind


def _bonds(case: Case) -> Iterable[Step]:
    """That the obligor is bound and the beneficiary entitled."""
    yield standing(case, case.provision.obligors, case.obligor, "obligor")
    if case.provision.beneficiaries or case.instrument.parties:
        yield standing(case, case.provision.beneficiaries, case.beneficiary, "beneficiary")


def standing(case: Case, named: tuple[Who, ...], actor: str, role: str) -> Step:
    """A named role set must contain the actor; and unless the set goes beyond the parties, it must be a party."""
    setting = case.setting
    if not named:
        return bound(setting, case.instrument, actor).step
    fits = Truth.TRUE if actor in named else max(in_role_set(case, who, actor) for who in named)
    alone = fits is Truth.FALSE or not case.instrument.parties or _needs_no_party(case, named, role)
    if fits is Truth.TRUE and not alone:
        return bound(setting, case.instrument, actor).step
    words = " or ".join(who.replace("class:", "").replace("_", " ") for who in map(setting.world.name, named))
    says = "{0} is among those bound ({1})" if role == "obligor" else "{0} is among those protected ({1})"
    member = Step(fits, says, (case.name(actor), words), (), (case.provision.id,))
    if alone:
        return member
    return conjunction("{0} is bound", (member, bound(setting, case.instrument, actor).step), case.name(actor))


def _needs_no_party(case: Case, named: tuple[Who, ...], role: str) -> bool:
    """Whether the clause reaches, by whom it names, further than the parties."""
    key = ("needs no party", case.provision.id, role)
    found: bool | None = case.setting.memo.get(key)
    if found is None:
        wide = any(who in UNIVERSAL or ":" in who for who in named)
        parties = case.setting.world.parties.get(case.instrument.id, {})
        beyond = wide or any(who not in parties for who in named)
        found = case.setting.memo[key] = beyond and (role == "beneficiary" or wide)
    return found


def _operation(case: Case) -> Iterable[Step]:
    """That the clause operates between the two: as such, between them, and in time."""
    yield from clause_grounds(case)
    running = suspended(case)
    if running:
        yield running
    if not case.setting.question.short_form:
        reach = _reach(case)
        if reach:
            yield reach


def clause_grounds(case: Case) -> Iterable[Step]:
    """That the clause stands whoever the two are: its version, its own end, its legal force."""
    provision, setting = case.provision, case.setting
    if provision.since or provision.until:
        says = "this version of the clause stands on the day (it stands from {0} to {1})"
        args = (str(provision.since or "the beginning"), str(provision.until or "the end"))
        truth = provision.span.contains(setting.day)
        yield Step(truth, says, args, (), (provision.id,), provision.mark, "version", provision.id)
    if case.instrument.ends_when is not None:
        says = "{0} has not ended by its own terms"
        yield denial(says, explain(case.instrument.ends_when, case), case.instrument.title)
    if force_of(case) == "disputed":
        yield _binding(case)


def between(case: Case) -> Truth:
    """Whether nothing suspends the clause between the two."""
    running = suspended(case)
    return Truth.TRUE if running is None else running.truth


def _reach(case: Case) -> Step | None:
    """An attack that began before the treaty bound the two counts only if the clause reaches it."""
    since = [
        b.since
        for b in (bound(case.setting, case.instrument, who) for who in (case.obligor, case.beneficiary))
        if b.since
    ]
    begun = case.event.since
    if not case.setting.is_kind(case.event.type, "armed_attack") or not since:
        return None
    fresh = all_of(day.on_or_before(begun) for day in since)
    if fresh is Truth.TRUE:
        return None
    reaches = Truth[case.provision.reaches_prior_attack.upper()]
    says = "the clause reaches an attack that began on {0}, before it bound the two"
    args = (str(begun),)
    return Step(
        max(fresh, reaches),
        says,
        args,
        (),
        ("doctrine:prior-attack", case.provision.id),
        case.provision.mark,
        "reaches_prior_attack",
        case.provision.id,
    )


def force_of(case: Case) -> str:
    """``legal``, ``political`` or ``disputed``: the provision's own, else the instrument's."""
    return case.provision.binding or case.instrument.binding


def _binding(case: Case) -> Step:
    truth, dispute = as_viewed(case.setting, case.instrument.binding_positions, "binding")
    says = "{0} is legally binding"
    args = (case.instrument.title,)
    return Step(
        truth,
        says,
        args,
        (),
        ("doctrine:political-instruments",),
        case.instrument.mark,
        "binding",
        case.instrument.id,
        dispute,
    )


def _not_own_victim(case: Case, duty: Duty) -> Step | None:
    """The adversary itself owes its victim neither help, nor what goes with help, nor to withhold help."""
    setting = case.setting
    is_fight = any(setting.is_kind(case.event.type, kind) for kind in ("armed_attack", "threat_of_attack"))
    if case.obligor not in case.adversaries or (not is_fight and _differs(case)):
        return None
    acts = (setting.world.records.acts.get(one.act) for one in (duty, *case.provision.duties))
    if not any(act and act.takes_side for act in acts):
        return None
    return Step(
        Truth.FALSE,
        "{0} is not the adversary itself",
        (case.name(case.obligor),),
        (),
        ("doctrine:co-party-attack",),
    )


def _asked(case: Case, duty: Duty) -> Step | None:
    """A duty that needs a request falls due on one; where the text is silent, the want of one leaves it open."""
    act = case.setting.world.records.acts.get(duty.act)
    helps = act is not None and act.takes_side and duty.modality == "must"
    if duty.request == "none" or (duty.request == "unknown" and not helps):
        return None
    step = request(case, Request())
    if duty.request == "required":
        return step
    if step.truth is Truth.TRUE:
        return None
    says = "help is owed without being asked for (the clause does not say)"
    return Step(Truth.UNKNOWN, says, (), (), ("doctrine:declaration-and-request",), None, "request", case.event.id)
