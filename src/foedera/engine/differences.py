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
        """The finding that stands for both: of the second answer if it is there, of an act's part before the whole."""
        sides = [one for one in (self.after, self.before) if one is not None]
        return next((one for one in sides if one.is_component), sides[0])

    @property
    def statuses(self) -> tuple[Status | None, Status | None]:
        """The status before and after; None: no such clause."""
        return _status(self.before), _status(self.after)


def _status(finding: Finding | None) -> Status | None:
    return None if finding is None else finding.status


def differences(before: Answer, after: Answer) -> tuple[Change, ...]:
    """The changes, the weightiest first.

    A finding that is not due in one answer and absent from the other is no change: both say that nothing is owed.
    Neither is a part of an act that only one answer lists: in the other it shares the status of the whole act.
    """
    first, second = _by_key(before), _by_key(after)
    found = [Change(_of(first, key, second), _of(second, key, first)) for key in dict.fromkeys((*first, *second))]
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


def _of(own: dict[Key, Finding], key: Key, other: dict[Key, Finding]) -> Finding | None:
    """The finding of a key; of a part of an act that is not listed by itself, that of the whole act."""
    one = own.get(key)
    if one is None and other[key].is_component:
        provision, modality, _, *rest = key
        return own.get((provision, modality, other[key].duty.act, *rest))  # type: ignore[arg-type]
    return one


def _differs(change: Change) -> bool:
    before, after = (status or "not_due" for status in change.statuses)
    return before != after


def _weight(change: Change) -> tuple[int, bool, str, str]:
    heaviest = min(_WEIGHT.index(status) for status in change.statuses if status)
    one = change.finding
    return heaviest, one.is_component, one.provision.id, one.obligor or ""
