"""Two answers to the same question, told by what differs: with and without a treaty, a switch, a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.answers import Answer, Finding, Status

_WEIGHT = ("due", "expected", "arguable", "barred", "not_due")
Key = tuple[str, str, str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One duty, liberty or prohibition whose status differs.

    Attributes:
        before: the finding in the first answer; None where it has none.
        after: the finding in the second.
    """

    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding that stands for both: of the second answer if it is there."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has at least one side
        return found

    @property
    def statuses(self) -> tuple[Status | None, Status | None]:
        """The status before and after; None: no such clause."""
        return _status(self.before), _status(self.after)


def _status(finding: Finding | None) -> Status | None:
    return None if finding is None else finding.status


def differences(before: Answer, after: Answer) -> tuple[Change, ...]:
    """The changes, the weightiest first.

    A finding that is not due in one answer and absent from the other is no change: both say that nothing is owed.
    """
    first, second = _by_key(before), _by_key(after)
    keys = dict.fromkeys((*first, *second))
    found = [Change(first.get(key), second.get(key)) for key in keys]
    return tuple(sorted((one for one in found if _differs(one)), key=_weight))


def _by_key(answer: Answer) -> dict[Key, Finding]:
    """The findings by who must or may not do what under which clause; of several the weightiest."""
    found: dict[Key, Finding] = {}
    for one in answer.findings:
        who = one.obligor or one.group or ""
        key = (one.provision.id, one.duty.modality, one.act, who, one.beneficiary, one.against)
        known = found.get(key)
        if known is None or _WEIGHT.index(one.status) < _WEIGHT.index(known.status):
            found[key] = one
    return found


def _differs(change: Change) -> bool:
    before, after = (status or "not_due" for status in change.statuses)
    return before != after


def _weight(change: Change) -> tuple[int, bool, str, str]:
    heaviest = min(_WEIGHT.index(status) for status in change.statuses if status)
    one = change.finding
    return heaviest, one.is_component, one.provision.id, one.obligor or ""
