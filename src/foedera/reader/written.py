"""Dates as people write them: in full, in part, as ranges of years, or counted from the day of the document."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.records import Mention, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted((*_MONTHS,), key=len, reverse=True))
_ORDINALS = {
    word: number + 1
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
        "twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split()
    )
}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)\d\d"
_LONG_MONTH = "|".join(name for name in calendar.month_name if name)
_THAT_YEAR = r"(?:that|the\ same)\ year"
_OTHER_UNIT = r"kilomet|km|barrel|ton|troop|soldier|men\b|people|times|metre|meter|mile|nautical"
_DATE = re.compile(
    rf"""(?ix)
    \b(?P<iy>{_YEAR})-(?P<im>\d\d?)-(?P<id>\d\d?)\b
  | \b(?P<nd>\d\d?)\.(?P<nm>\d\d?)\.(?P<ny>{_YEAR})\b
  | \b(?:the\s+)?(?P<d1>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?
        (?:,?\s+(?:of\s+)?(?:(?P<y1>{_YEAR})\b|{_THAT_YEAR}))?
  | \b(?:the\s+)?(?P<o7>{_ORDINAL})\s+of\s+(?P<m7>{_MONTH})\b(?:,?\s+(?:of\s+)?(?:(?P<y7>{_YEAR})\b|{_THAT_YEAR}))?
  | \b(?P<m2>{_MONTH})\b\.?\s+(?:the\s+)?(?P<d2>\d\d?)(?:st|nd|rd|th)?\b(?!\s*(?:per\ cent|%|[:]\d))
        (?:,?\s+(?:of\s+)?(?:(?P<y2>{_YEAR})\b|{_THAT_YEAR}))?
  | \b(?P<m3>{_MONTH})\b\.?,?\s+(?:of\s+)?(?P<y3>{_YEAR})\b
  | (?<![\w/.-])(?P<y4>{_YEAR})(?:\s*[-–—]\s*|\s+to\s+)(?P<until>{_YEAR}|\d\d)\b(?![-/.]\d)
  | (?<![\w/.,-])(?P<y5>{_YEAR})\b(?![-/]\d|[.,]\d|\s*(?:{_OTHER_UNIT}))
  | \b(?:in|since|during|of|by|early|late|mid|last|until|from)[\s-]+(?P<m6>{_LONG_MONTH})\b(?!\.?,?\s+(?:of\s+)?\d)
        (?:\s+of\s+{_THAT_YEAR})?
    """
)
_HINT = re.compile(rf"\d|(?:{_LONG_MONTH})")
_MOVING = re.compile(
    r"(?i)\b(yesterday|today|last (?:week|month|year)|this (?:month|year)|earlier this (?:month|year)|(?:a|one|two|"
    r"three|four|five|ten|\d+) (?:day|week|month|year)s? ago)\b"
)
_LAST_DAY, _LAST_MONTH = 31, 12


def dates_in(text: str, offset: int, dated: dt.date | None) -> Iterator[Mention]:
    """The dates in a text; those relative to the document's day only if that is known."""
    for match in _DATE.finditer(text) if _HINT.search(text) else ():
        written = _read(match.groupdict())
        if written and not _is_verb(match.group(), written):
            start = match.start() if not match.group("m6") else match.start("m6")
            yield _mention(text, offset, start, match.end(), written)
    if dated:
        for match in _MOVING.finditer(text):
            if written := _moved(match.group().lower(), dated):
                yield _mention(text, offset, match.start(), match.end(), written)


def _is_verb(words: str, written: Written) -> bool:
    """Whether "may 5" or "march 2" has the verb, not the month: in small letters and without a year."""
    return written.year is None and re.match(r"(?:may|march)\b", words) is not None


def _mention(text: str, offset: int, start: int, end: int, written: Written) -> Mention:
    return Mention(offset + start, offset + end, text[start:end], "date", score=1.0, written=written)


def _read(parts: dict[str, str | None]) -> Written | None:
    def number(*names: str) -> int | None:
        return next((int(value) for name in names if (value := parts[name])), None)

    month = next((_MONTHS[value.lower()] for name in ("m1", "m2", "m3", "m6", "m7") if (value := parts[name])), None)
    month = month or number("im", "nm")
    day, year = number("id", "nd", "d1", "d2"), number("iy", "ny", "y1", "y2", "y3", "y4", "y5", "y7")
    if ordinal := parts["o7"]:
        day = _ORDINALS[ordinal.lower()]
    until = parts["until"]
    last = None if not until else int(until) if len(until) > 2 else (year or 0) // 100 * 100 + int(until)  # noqa: PLR2004
    if (day or 1) > _LAST_DAY or (month or 1) > _LAST_MONTH or (last is not None and year is not None and last <= year):
        return None
    return Written(year, month, day, last)


@lru_cache(maxsize=256)
def _moved(words: str, dated: dt.date) -> Written | None:
    """A day, month or year counted from the document's day."""
    import dateparser  # noqa: PLC0415 - slow to import, and most documents give their dates in full

    if words.startswith(("this", "earlier this")):
        return Written(dated.year, dated.month if "month" in words else None, inferred=True)
    words = words.replace("last ", "1 ") + (" ago" if words.startswith("last") else "")
    found = dateparser.parse(words, languages=["en"], settings={"RELATIVE_BASE": _noon(dated)})
    if found is None:
        return None
    exact = "day" in words
    month = found.month if exact or "month" in words or "week" in words else None
    return Written(found.year, month, found.day if exact else None, inferred=True)


def _noon(date: dt.date) -> dt.datetime:
    return dt.datetime(date.year, date.month, date.day, 12)  # noqa: DTZ001 - a calendar day, no clock
