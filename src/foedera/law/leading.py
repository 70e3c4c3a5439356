"""What counts as "bound": the five kinds of obligation, the leading duty of a clause, and the order of statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.answers import Answer, Status
    from foedera.model.instruments import Duty, Provision

KINDS = ("defence", "offence", "neutrality", "nonaggression", "consultation")
"""The kinds of obligation that ATOP codes, in the order of its file."""
STATUSES: tuple[Status, ...] = ("due", "expected", "arguable", "barred")
"""The statuses that a sweep keeps, the stronger first."""

Entry = tuple[str, str, str, str]
"""Side that it is owed to (``victim`` or ``attacker``), kind, status, obligor."""


def leading_duty(provision: Provision) -> Duty | None:
    """The first duty that is more than a liberty; duties to report or to cease come after it in the text."""
    return next((duty for duty in provision.duties if duty.modality != "may"), None)


def entries(answer: Answer) -> frozenset[Entry]:
    """Who is bound, by kind and toward which side, in the answer to a question in short form.

    Only leading duties of the five kinds count; of several clauses of one kind the strongest status stands.
    """
    (event,) = answer.question.events
    strongest: dict[tuple[str, str, str], int] = {}
    for finding in answer.findings:
        if finding.is_component or finding.obligor is None or finding.status not in STATUSES:
            continue
        if finding.duty is not leading_duty(finding.provision):
            continue
        side = "victim" if finding.beneficiary in event.roles["victim"] else "attacker"
        for kind in finding.provision.kind:
            if kind in KINDS:
                key = (side, kind, finding.obligor)
                strongest[key] = min(strongest.get(key, len(STATUSES)), STATUSES.index(finding.status))
    return frozenset((side, kind, STATUSES[rank], who) for (side, kind, who), rank in strongest.items())
