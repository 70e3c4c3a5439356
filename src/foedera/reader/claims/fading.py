"""Claims that an instrument came to its end, told by a noun, up to a day, or as the doing of those who let it lapse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import doer, is_open
from foedera.reader.claims.ending_words import CAME, CURTAIN, ENDING, ENDING_NEEDS, LET, LET_NEEDS, UNTIL, UNTIL_NEEDS
from foedera.reader.claims.objects import instruments, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, opening_date, stretch
from foedera.reader.records import Said, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim


def fading(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument came to its end, told in other ways than by a verb of ending."""
    yield from _let(frame)
    yield from _until(frame)
    yield from _nominal(frame)
    yield from _curtain(frame)


def _claim(frame: Frame, place: tuple[int, int], subject: Subject, said: Said, *, negated: bool = False) -> Claim:
    return frame.claim("ended", *place, subject, said, negated=negated)


def _until(frame: Frame) -> Iterator[Claim]:
    """As in: "The pact survived until 1991", "existed from 1955 to 1991"."""
    for _, start, end in matches(frame, UNTIL, UNTIL_NEEDS):
        subject = theme(frame, start)
        date = next((one for one in frame.found.of("date") if one.end >= end), None)
        if subject is None or date is None or date.written is None or is_open(frame, start) or date.start > end:
            continue
        written = date.written
        if written.until_year:
            written = Written(year=written.until_year)
        said = Said(date=written, word="ended")
        yield _claim(frame, stretch((start, end), date, subject.mention), subject, said, negated=frame.negated(start))


def _nominal(frame: Frame) -> Iterator[Claim]:
    """As in: "The end of the pact came in 1991", "its demise in 1991", "the pact's dissolution in 1991"."""
    for _, start, end in matches(frame, ENDING, ENDING_NEEDS):
        subject = _whose_end(frame, start, end)
        if subject is None or is_open(frame, start) or frame.negated(start):
            continue
        behind = max(end, subject.mention.end if subject.mention else 0)
        date = next((one for one in frame.found.of("date") if one.start >= behind), None)
        if date and date.start > behind and CAME.fullmatch(frame.words(behind, date.start)):
            place = stretch((start, behind), date, subject.mention)
            yield _claim(frame, place, subject, Said(date=date.written, word="ended"))


def _curtain(frame: Frame) -> Iterator[Claim]:
    """As in: "The curtain fell on the pact in 1991"."""
    for _, start, end in matches(frame, CURTAIN, ("curtain", "came for", "come for", "bell", "over for")):
        subject = object_at(frame, end)
        if subject is not None and subject.mention is not None and not is_open(frame, start):
            date = dated(frame, start, end) or opening_date(frame, start)
            said = Said(date=date.written if date else None, word="ended")
            yield _claim(
                frame, stretch((start, end), date, subject.mention), subject, said, negated=frame.negated(start)
            )


def _whose_end(frame: Frame, start: int, end: int) -> Subject | None:
    """Whose end it is: "of the pact" behind, "the pact's" before."""
    if re.match(r"(?i)\s+of\b", frame.words(end, frame.sentence.end)):
        return object_at(frame, end)
    before = [one for one in instruments(frame, until=start) if one.end <= start]
    owns = before and re.fullmatch(r"['’]s?\s+(?:\w+\s+)?", frame.words(before[-1].end, start))
    return subject_of(before[-1]) if owns else None


def _let(frame: Frame) -> Iterator[Claim]:
    """As in: "Washington let the treaty lapse in 1980"."""
    for _, start, end in matches(frame, LET, LET_NEEDS):
        named, who = instruments(frame, since=start, until=end), doer(frame, start)
        if len(named) != 1 or who is None or is_open(frame, start):
            continue
        date = dated(frame, start, end, who)
        said = Said(date=date.written if date else None, states=who.states, word="denounced")
        place = stretch((start, end), who, date)
        yield _claim(frame, place, subject_of(named[0]), said, negated=frame.negated(start))
