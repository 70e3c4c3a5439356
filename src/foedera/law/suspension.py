"""Suspension between two parties: only by the treaty, consent, breach or VCLT articles 42(2), 57-60, 65, 72."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.facts import opinion
from foedera.law.force import cited, lone_denial
from foedera.law.who import in_role_set
from foedera.model.answers import Step
from foedera.truth import Truth, all_of, negation

if TYPE_CHECKING:
    from foedera.law.setting import Case
    from foedera.model.instruments import Suspension


def suspended(case: Case) -> Step | None:
    """Whether the clause is suspended between these two states; None if no suspension is recorded."""
    parts = tuple(
        step for suspension in case.instrument.suspensions if (step := _suspension(case, suspension)) is not None
    )
    if not parts:
        return None
    truth = all_of(negation(part.truth) for part in parts)
    return Step(
        truth,
        "the clause is not suspended between {0} and {1}",
        (case.name(case.obligor), case.name(case.beneficiary)),
        parts,
        joins="not",
    )


def _suspension(case: Case, suspension: Suspension) -> Step | None:
    setting = case.setting
    if suspension.provisions and case.provision.article not in suspension.provisions:
        return None
    fits = min(
        in_role_set(case, suspension.obligor, case.obligor),
        in_role_set(case, suspension.toward, case.beneficiary),
    )
    truth = min(fits, suspension.span.contains(setting.day))
    if truth is Truth.FALSE:
        return None
    held, dispute = opinion(setting, suspension.positions, "in_force")
    held = lone_denial(setting, held, dispute, case.obligor)
    if held is not None:
        truth = min(truth, negation(held))
    says = "{0} holds the instrument suspended toward {1} since {2}"
    args = (case.name(case.obligor), case.name(case.beneficiary), str(suspension.since))
    cites = cited(case.instrument, suspension.sources)
    return Step(truth, says, args, (), cites, case.instrument.mark, "suspension", case.instrument.id, dispute)
