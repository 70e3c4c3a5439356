"""Conflicts: norms that one state cannot both keep, and the rule that settles them or the want of one.

Sources: Charter article 103 (conflicting obligations; Lockerbie orders 1992); VCLT article 30(2) to (5).
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from foedera.model.answers import Conflict
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.law.norms import Forbids
    from foedera.law.setting import Setting
    from foedera.model.answers import Finding
    from foedera.model.instruments import Instrument


_LIVE = {"due": Truth.TRUE, "arguable": Truth.UNKNOWN}


def of_norm(setting: Setting, finding: Finding, forbids: Forbids) -> Conflict:
    """The conflict between a duty and a norm that forbids (or may forbid) what it asks."""
    setting.spend()
    clause, rank = forbids.norm.clause, forbids.norm.rank
    between = (finding.provision.id, clause.provision.id)
    state = finding.obligor or finding.group or ""
    truth = min(max(finding.owed.truth, Truth.UNKNOWN), forbids.step.truth)
    acts = (finding.act, forbids.norm.duty.act)
    if rank is not None:
        why = setting.world.records.doctrine["supremacy"].statement
        return Conflict(state, between, rank.settles and forbids.step.truth is Truth.TRUE, why, rank.rule, acts, truth)
    settled, rule, why = _settle(setting, finding.instrument, clause.instrument)
    return Conflict(state, between, settled, why, rule, acts, truth)


def both_sides(setting: Setting, findings: Iterable[Finding]) -> Iterator[Conflict]:
    """Live duties of one state to help each of two adversaries against the other."""
    helping: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        if finding.obligor and _helps(setting, finding):
            helping.setdefault(finding.obligor, {}).setdefault(finding.beneficiary, []).append(finding)
    for state, by_beneficiary in helping.items():
        for ones, others in combinations(by_beneficiary.values(), 2):
            for one, other in product(ones, others):
                setting.spend()
                if one.beneficiary in other.against and other.beneficiary in one.against:
                    settled, rule, why = _settle(setting, one.instrument, other.instrument)
                    truth = min(_LIVE[one.status], _LIVE[other.status])
                    between = (one.provision.id, other.provision.id)
                    yield Conflict(state, between, settled, why, rule, (one.act, other.act), truth)


def _helps(setting: Setting, finding: Finding) -> bool:
    """Whether the finding is a live duty in law of one state to take somebody's side."""
    acts = setting.world.records.acts
    return (
        finding.status in _LIVE
        and finding.duty.modality == "must"
        and finding.force != "political"
        and not finding.is_component
        and finding.act in acts
        and acts[finding.act].takes_side
    )


def _settle(setting: Setting, one: Instrument, other: Instrument) -> tuple[bool, str | None, str]:
    doctrine = setting.world.records.doctrine
    for yielding, prevailing in ((one, other), (other, one)):
        if prevailing.id in yielding.yields_to:
            rule = doctrine["subject-to-clause"]
            return (
                True,
                rule.cites[0],
                f"{yielding.title} is by its own terms subject to {prevailing.title}. {rule.statement}",
            )
    same = _parties(setting, one) == _parties(setting, other) != frozenset()
    if same and one.id != other.id and one.in_force and other.in_force:
        later = max((one, other), key=lambda instrument: instrument.in_force.on.first if instrument.in_force else 0)
        rule = doctrine["later-treaty"]
        return True, rule.cites[0], f"{rule.statement} The later one is {later.title}."
    rule = doctrine["different-parties"]
    return False, None, rule.statement


def _parties(setting: Setting, instrument: Instrument) -> frozenset[str]:
    return frozenset(setting.world.parties.get(instrument.id, ()))
