"""When it is said to have happened, and the stretch of the text that says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import FAR
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_SAME_DAY = re.compile(
    r"(?i)^[^.;:]{0,30}?\b(?:on\s+)?(?:that|the)\s+(?:very\s+same|very|same)\s+day\b|"
    r"^[^.;:]{0,20}?\bthat\s+day\b"
)
_LATER = re.compile(r"(?i)^\s+[^.;:,]{0,25}?\b(?:later|afterwards|thereafter|earlier|after\s+that)\b")
_STOP = re.compile(
    r"(?i)[;:—]|\s(?:but|while|whereas|although|though|before|after|until|which|who|when|where|because|if|"
    r"than|signed|concluded|founded|adopted|had|has|was|were|is|are|that)\s|\b(?:and|then)\s+(?:\w+\s+)?\w+ed\b"
)


def dated(frame: Frame, start: int, end: int, subject: Actors | Mention | None = None) -> Mention | None:
    """The date of what happens between two places: at the head of the sentence, soon after, within, or right before."""
    free = [one for one in frame.found.of("date") if one.written and not _in_name(frame, one, start)]
    behind = frame.words(end, frame.sentence.end)
    earlier = [one for one in free if one.end <= start]
    if earlier and _SAME_DAY.match(behind):
        return earlier[-1]
    if subject and (head := _at_head(frame, free, subject)):
        return head
    for one in free:
        if start <= one.start < end:
            return one
        if one.start >= end and one.start - end < FAR and not _STOP.search(frame.words(end, one.start)):
            return one
    near = earlier and re.fullmatch(r"[,\s]*(?:the\s+|by\s+)?", frame.words(earlier[-1].end, start))
    return earlier[-1] if near and not _LATER.match(behind) else None


def opening_date(frame: Frame, at: int) -> Mention | None:
    """The date at the head of the sentence, if it is the only one and no "later" stands before a place."""
    dates = [one for one in frame.found.of("date") if one.written and not _in_name(frame, one, at)]
    if len(dates) != 1 or dates[0].end > at or not _HEAD.fullmatch(frame.words(frame.base, dates[0].start)):
        return None
    between = frame.words(dates[0].end, at)
    return (
        None
        if re.search(r"(?i)\b(?:later|then|afterwards|eventually|until|years|before|had|after)\b", between)
        else dates[0]
    )


_HEAD = re.compile(r"(?i)[\"“'‘]?(?:(?:and|but)\s+)?(?:(?:on|in|by)\s+)?(?:early\s+|late\s+|the\s+)?")


def _at_head(frame: Frame, dates: list[Mention], subject: Actors | Mention) -> Mention | None:
    """The date that opens the sentence right before the subject: "In 1968 Albania left"."""
    for one in dates:
        opening = re.fullmatch(
            r"(?i)[\"“'‘]?(?:and\s+|but\s+)?(?:(?:on|in|by|since)\s+)?(?:early\s+|late\s+|the\s+)?",
            frame.words(frame.base, one.start),
        )
        if opening and re.fullmatch(r",?\s*(?:the\s+)?", frame.words(one.end, max(one.end, subject.start))):
            return one
    return None


def _in_name(frame: Frame, date: Mention, start: int) -> bool:
    """Whether the date tells which instrument is meant; one at the end of the object's name belongs to the verb."""
    for one in frame.found.of("instrument", "provision"):
        if one.start <= date.start < one.end:
            behind = re.search(r"(?i)\b(?:in|on|since)\s+(?:the\s+)?$", frame.words(one.start, date.start))
            return not (behind and one.start >= start and date.end == one.end)
    return False


def stretch(*parts: tuple[int, int] | Actors | Mention | None) -> tuple[int, int]:
    """From the first to the last of the parts."""
    spans = [one if isinstance(one, tuple) else (one.start, one.end) for one in parts if one is not None]
    return min(start for start, _ in spans), max(end for _, end in spans)


def matches(
    frame: Frame, pattern: re.Pattern[str], needs: tuple[str, ...] = ()
) -> Iterator[tuple[re.Match[str], int, int]]:
    """Matches of a pattern with their places in the passage; ``needs``: letters of which some stand in every match."""
    if needs and not hints(frame, needs):
        return
    for match in frame.matches(pattern):
        yield match, frame.base + match.start(), frame.base + match.end()


def hints(frame: Frame, letters: tuple[str, ...]) -> bool:
    """Whether any of these small letters stand in the sentence: much cheaper than a pattern."""
    text = _small(frame.sentence.text)
    return any(one in text for one in letters)


@lru_cache(maxsize=8)
def _small(text: str) -> str:
    return text.lower()


_UNTIL = re.compile(r"(?i)^\s*,?\s*(?:until|till|up\s+to)\s+(?:early\s+|late\s+|the\s+end\s+of\s+)?$")
_SHORT = 40


def tenure(frame: Frame, who: Actors, noun: str, start: int, end: int) -> Said:
    """Who has which part in it, with the day since which, or on which, it is so; "until" tells when they left."""
    last = next((one for one in frame.found.of("date") if _UNTIL.search(frame.words(end, max(end, one.start)))), None)
    if last and last.written and last.start - end < _SHORT:
        return Said(states=who.states, word="left", date=last.written)
    date = dated(frame, start, end, who)
    if date is None or date.written is None or date.written.until_year:
        return Said(states=who.states, word=standing(noun))
    before = frame.words(frame.base, date.start)[-14:]
    fits = date.start < start or re.search(
        r"(?i)\b(?:since|in|as of|from|on|of)\s+(?:the\s+)?(?:early\s+|late\s+)?$", before
    )
    return Said(states=who.states, word=standing(noun), date=date.written if fits else None)


def standing(noun: str) -> str:
    """What a noun makes of a state: a signatory or a party."""
    return "signatory" if re.search(r"(?i)signator", noun) else "party"
