"""Kleene's strong three-valued logic: what is not known stays unknown.

Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable


class Truth(IntEnum):
    """FALSE (-1), UNKNOWN (0) or TRUE (1): *and* is min, *or* is max, *not* is negation.

    A Truth has no boolean value: compare it (``truth is Truth.TRUE``). ``if truth:`` raises
    TypeError, because it would turn "unknown" into "no" in silence.
    """

    FALSE = -1
    UNKNOWN = 0
    TRUE = 1

    def __bool__(self) -> NoReturn:
        """Refuse to become a bool, so that UNKNOWN never turns into False."""
        raise TypeError("a Truth has three values: compare it with Truth.TRUE, FALSE or UNKNOWN")

    @property
    def word(self) -> str:
        """The value in lower case: ``true``, ``unknown`` or ``false``."""
        return self.name.lower()

    @classmethod
    def of(cls, value: bool) -> Truth:  # noqa: FBT001 - the argument is the value itself
        """TRUE or FALSE of a plain bool."""
        return cls.TRUE if value else cls.FALSE


_BY_INT = {-1: Truth.FALSE, 0: Truth.UNKNOWN, 1: Truth.TRUE}


def all_of(truths: Iterable[Truth]) -> Truth:
    """Conjunction; TRUE of nothing."""
    return min(truths, default=Truth.TRUE)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Disjunction; FALSE of nothing."""
    return max(truths, default=Truth.FALSE)


def negation(truth: Truth) -> Truth:
    """TRUE of FALSE, FALSE of TRUE, UNKNOWN of UNKNOWN."""
    return _BY_INT[-truth.value]
