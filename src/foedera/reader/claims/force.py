"""Claims about when a resolution was adopted and when an instrument entered into force."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from foedera.reader.claims.moments import FORCE, cues, date_of, told_day
from foedera.reader.records import Said, Written
from foedera.reader.words import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_SAME_DAY = re.compile(
    r"(?i)\b(?:on|since|from|as\s+of)\s+(?:the\s+(?:very\s+|same\s+)*day\s+(?:of\s+(?:its|their|the)\s+signature|"
    r"(?:that\s+)?it\s+was\s+signed)|(?:that|the\s+(?:very\s+)?same|this)\s+(?:very\s+)?(?:same\s+)?day)\b|\bupon "
    r"signature\b"
)
_NO_TREATY = re.compile(
    r"(?i)\b(?:withdrawal|exit|departure|denunciation|notice|suspension|ceasefire|amendment|reservation|law|decree|"
    r"sanctions)\b[^,;]{0,30}$"
)
_LATER = re.compile(
    r"(?i)^[^;:]{0,12}?\b(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+(?P<unit>day|week|month|year)s?\s+later\b"
)
_SAME_REACH, _SINCE = 60, 6


def entering(frame: Frame) -> Iterator[Claim]:
    """Claims about entry into force."""
    for match in cues(frame.sentence.text, FORCE):
        yield from _in_force(frame, match)


def _in_force(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = frame.subject(start, end, clauses=False, strict=True, finite=True)
    if subject is None or _NO_TREATY.search(frame.words(frame.clause_of(start)[0], start)):
        return
    date, negated = date_of(frame, start, end), frame.denied(start) and not _is_told_by_delay(frame, end)
    if date is not None and date.written is not None:
        first, last = min(start, date.start), max(end, date.end)
        yield frame.claim("in_force_since", first, last, subject, Said(date=date.written), negated=negated)
    elif (later := _LATER.search(frame.words(end, frame.sentence.end))) and (
        day := _some_time_later(frame, start, later)
    ):
        yield frame.claim("in_force_since", start, end + later.end(), subject, Said(date=day), negated=negated)
    elif (same := _SAME_DAY.search(frame.words(frame.clause_of(start)[0], start))) and (told := told_day(frame, start)):
        first = frame.clause_of(start)[0] + same.start()
        yield frame.claim("in_force_since", first, end, subject, Said(date=told), negated=negated)
    elif (same := _SAME_DAY.search(frame.words(end - _SINCE, min(end + _SAME_REACH, frame.sentence.end)))) and (
        said := _same_day(frame, subject, same, end)
    ):
        yield frame.claim("in_force_since", start, end - _SINCE + same.end(), subject, said, negated=negated)


def _is_told_by_delay(frame: Frame, end: int) -> bool:
    """Whether it is "did not enter into force until 1994", which says that it did then."""
    return bool(re.match(r"(?i)\s+(?:until|till|before)\b", frame.words(end, frame.sentence.end)))


def _some_time_later(frame: Frame, start: int, match: re.Match[str]) -> Written | None:
    """The date so much later than the day told before: "weeks later" tells a month, "months later" a year."""
    told = told_day(frame, start)
    word = match["number"].lower()
    number = int(word) if word.isdigit() else NUMBER_WORDS.get(word)
    if told is None or told.year is None or number is None:
        return None
    if match["unit"] == "year" or told.month is None:
        return Written(told.year + number) if match["unit"] == "year" else None
    if match["unit"] == "month":
        return Written(told.year + (told.month - 1 + number) // 12)
    if told.day is None:
        return None
    day = dt.date(told.year, told.month, told.day) + dt.timedelta(days=number * (7 if match["unit"] == "week" else 1))
    return Written(day.year, day.month, day.day if match["unit"] == "day" else None)


def _same_day(frame: Frame, subject: Subject, match: re.Match[str], end: int) -> Said | None:
    """The day meant by "on the day of its signature" (as recorded) or "since that day" (as told before)."""
    if "sign" in match.group():
        records = frame.world.records.instruments
        signed = records[subject.ids[0]].signed if len(subject.ids) == 1 else None
        if signed is None or not signed.on.is_exact:
            return None
        day = dt.date.fromordinal(signed.on.first)
        return Said(date=Written(day.year, day.month, day.day, inferred=True))
    told = told_day(frame, end)
    return Said(date=told) if told else None
