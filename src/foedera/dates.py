"""Days, partial and doubtful days, and half-open spans whose comparisons give Truth.

A day is written as in EDTF (ISO 8601-2:2019): ``1815-06-09``, partial ``1815-06`` or ``1815``, a set of
candidates ``[1995-09-07,1996-09-10]``, a range ``[2024-01-15..2024-02-01]``, or an open one
``[2024-01-15..]``. Only this part of EDTF is read; the rest is refused with a reason.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from foedera.truth import Truth, negation

_FIRST, _LAST = dt.date.min.toordinal(), dt.date.max.toordinal()
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z", re.ASCII)
_MAX_TEXT = 400


class DayError(ValueError):
    """A text is not a day in the part of EDTF that foedera reads."""


@dataclass(frozen=True, slots=True, order=False)
class Day:
    """A calendar day that may be partial or doubtful: the set of days that it can be.

    Attributes:
        text: the EDTF text, as written.
        ranges: closed ranges of proleptic Gregorian ordinals (``datetime.date.toordinal``), ascending.
    """

    text: str
    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def parse(cls, text: str) -> Day:
        """Read an EDTF text.

        Raises:
            DayError: the text is not a day, or names one that does not exist.
        """
        return _parse(text)

    @classmethod
    def exact(cls, ordinal: int) -> Day:
        """The single day with this ordinal."""
        return cls(dt.date.fromordinal(ordinal).isoformat(), ((ordinal, ordinal),))

    @property
    def first(self) -> int:
        """Ordinal of the earliest day that this can be."""
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        """Ordinal of the latest day that this can be."""
        return self.ranges[-1][1]

    @property
    def is_exact(self) -> bool:
        """Whether this is one known day."""
        return self.first == self.last

    def before(self, other: Day) -> Truth:
        """Whether this day is earlier than the other: TRUE or FALSE only if so for every possible pair."""
        if self.last < other.first:
            return Truth.TRUE
        return Truth.FALSE if self.first >= other.last else Truth.UNKNOWN

    def on_or_before(self, other: Day) -> Truth:
        """Whether this day is the other or earlier."""
        return negation(other.before(self))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> dict[str, Any]:
        """Tell a validating decoder that a Day is written as text (a plain dict, so nothing is imported)."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": cls.parse},
            "schema": {"type": "str"},
        }


@lru_cache(maxsize=8192)
def _parse(text: str) -> Day:
    if len(text) > _MAX_TEXT:
        raise DayError(f"a day of {len(text)} characters is too long (at most {_MAX_TEXT})")
    if text.startswith("[") and text.endswith("]"):
        ranges = tuple(_merge(_member(part.strip(), text) for part in text[1:-1].split(",")))
        return Day(text, ranges)
    return Day(text, (_part(text),))


def _member(part: str, whole: str) -> tuple[int, int]:
    if ".." not in part:
        return _part(part)
    left, _, right = part.partition("..")
    if not left and not right:
        raise DayError(f"'{whole}' says nothing: give at least one end of the range")
    since = _part(left)[0] if left else _FIRST
    until = _part(right)[1] if right else _LAST
    if since > until:
        raise DayError(f"'{part}' runs backwards")
    return since, until


def _part(text: str) -> tuple[int, int]:
    match = _PART.match(text)
    if not match:
        raise DayError(f"'{text}' is not a day: write 2024-12-04, 2024-12, 2024 or a set like [1995-09-07,1996-09-10]")
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise DayError(f"'{text}' is not a day of the calendar ({error})") from None
    if day:
        last = first
    elif month:
        last = first.replace(day=calendar.monthrange(first.year, month)[1])
    else:
        last = first.replace(month=12, day=31)
    return first.toordinal(), last.toordinal()


def _merge(ranges: Any) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for since, until in sorted(ranges):
        if merged and since <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(until, merged[-1][1]))
        else:
            merged.append((since, until))
    return merged


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``since`` (inclusive) to ``until`` (exclusive); None leaves that end open."""

    since: Day | None = None
    until: Day | None = None

    def contains(self, day: Day) -> Truth:
        """Whether the day lies in the span."""
        begun = Truth.TRUE if self.since is None else self.since.on_or_before(day)
        running = Truth.TRUE if self.until is None else day.before(self.until)
        return min(begun, running)

    def __str__(self) -> str:
        return f"{self.since or '..'}/{self.until or '..'}"
