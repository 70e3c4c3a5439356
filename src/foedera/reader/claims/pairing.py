"""What is told of several states at once, each with its own date: "in 2014 and 2016 respectively", "Peru in 2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.claims.objects import instruments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention, Said

_AND = re.compile(r"(?i)\s*(?:,|and|&|,\s*and)\s*(?:in\s+|on\s+)?(?:early\s+|late\s+)?")
_BEFORE = re.compile(
    r"(?i)\s*(?:[,;]|and|but|\s[–—-])?\s*(?:(?:and|but|then|later|finally|while|with|followed\s+by|before|soon)\b\s*){0,3}"
    r"(?:the\s+)?"
)
_UNTIL_DATE = re.compile(
    r"(?i),?\s*(?:(?:followed|following|did\s+so|doing\s+so|did\s+the\s+same|did\s+likewise|came|went|only|too|again|"
    r"suit|in\s+turn|finally)\s+){0,3}(?:in|on|since|\()\s*(?:early\s+|late\s+|the\s+)?"
)


def spread(frame: Frame, claims: Iterator[Claim]) -> Iterator[Claim]:
    """Each claim, or one for each state with the date that goes with it, and those for states that follow it."""
    for claim in claims:
        dates = _dates(frame, claim)
        if len(dates) == len(claim.said.states) > 1:
            yield from (
                replace(claim, end=max(claim.end, one.end), said=_told(claim.said, (state,), one))
                for state, one in zip(claim.said.states, dates, strict=True)
            )
        else:
            yield claim
        if dates:
            yield from _followers(frame, claim, dates[-1].end)


def _told(said: Said, states: tuple[str, ...], date: Mention) -> Said:
    return replace(said, states=states, date=date.written)


def _dates(frame: Frame, claim: Claim) -> list[Mention]:
    """The date of the claim and those joined to it by "and"."""
    found: list[Mention] = []
    for one in frame.found.of("date"):
        if found:
            joined = bool(_AND.fullmatch(frame.words(found[-1].end, max(found[-1].end, one.start))))
        else:
            joined = one.written is not None and one.written is claim.said.date
        if joined:
            found.append(one)
    return found


def _followers(frame: Frame, claim: Claim, end: int) -> Iterator[Claim]:
    """As in: "Mexico left in 2004, Bolivia in 2014 and Ecuador in 2016": the states behind, with their dates."""
    since, first = end, end
    states: tuple[str, ...] = ()
    taken = instruments(frame)
    for one in frame.named("state", since=end):
        if any(other.start <= one.start < other.end for other in taken):
            return
        if not _BEFORE.fullmatch(frame.words(since, max(since, one.start))):
            return
        first = first if states else one.start
        states, since = (*states, one.ids[0]), one.end
        date = next((other for other in frame.found.of("date") if other.start >= one.end), None)
        if date and _UNTIL_DATE.fullmatch(frame.words(one.end, date.start)):
            words = frame.words(first, date.end)
            yield replace(claim, start=first, end=date.end, text=words, said=_told(claim.said, states, date))
            since, states = date.end + (frame.words(date.end, date.end + 1) == ")"), ()
