"""Claims about what an instrument is officially called."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import things
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_supposed, leading, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_OFFICIAL = r"(?:(?:full|complete|exact)\s+)?(?:full|official|formal|proper|complete|exact|real|correct)"
_NAMED = re.compile(
    r"(?i)\b(?:(?:(?:is|was|were|are|being|been|also|as|still)\s+)*(?:officially|formally|properly|fully|"
    r"originally|in\s+full)\s*,?\s+(?:(?:known\s+as|called|named|entitled|titled|styled|designated|christened|"
    r"the(?=\s+[A-Z]))\b)|"
    rf"(?:entitled|titled)\b|(?:whose|its|the|their)\s+(?:{_OFFICIAL}\s+(?:and\s+\w+\s+)?)(?:title|name)\s+"
    r"(?:(?:is|was|reads?|being|remains|ran)\b|of(?=\s+[“\"])|,|:)|"
    rf"(?:under|by|with|bears?|bore|carr(?:ies|ied)|goes\s+by|has)\s+the\s+(?:{_OFFICIAL}\s+)?(?:title|name)(?:\s+of)?\b|"
    rf"to\s+give\s+it\s+its\s+{_OFFICIAL}\s+(?:title|name)\b|{_OFFICIAL}\s+(?:title|name)\s*:)\s*,?"
)
_OWN = re.compile(
    rf"(?i)^(?:['’]s?\s+{_OFFICIAL}\s+(?:title|name)\s+(?:is|was|reads|remains)|\s*[,(—–-]+\s*(?:in\s+full|"
    rf"officially|formally|{_OFFICIAL}\s+(?:title|name))\s*[,:]?)(?=\s)"
)
"""As in "the pact's full title is"."""
_BEFORE = re.compile(
    rf"(?i)\b(?:{_OFFICIAL}\s+(?:title|name)\s+of|(?P<adverb>officially|formally|properly|in\s+full),?)\s+(?:the\s+)?$"
)
_IS = re.compile(r"(?i)^\s+(?:is|was|reads|remains)(?:\s+(?:called|named|titled|entitled|known\s+as))?\b")
_SIGNED = re.compile(r"(?i)\b(?:was|were|is)\s+(?:signed|concluded|adopted|registered|published)\b[^,;:]{0,40}$")
_SMALL = r"(?:of|on|and|the|for|to|in|with|between|among|concerning|regarding|relating|a|its|within|as)"
_TITLE = re.compile(
    rf"^\s*:?\s*(?:as\s+)?(?:the\s+)?[“\"‘']?(?:[Tt]he\s+)?(?P<title>[A-Z][\w’'-]*(?:(?:,?\s+|"
    rf"\s+&\s+)(?:{_SMALL}\s+){{0,3}}[A-Z][\w’'-]*){{0,30}})"
)
_STEMS = (
    "official",
    "formal",
    "titled",
    "title",
    "full name",
    "proper name",
    "real name",
    "in full",
    "properly",
    "originally",
)


def titled(frame: Frame) -> Iterator[Claim]:
    """Claims about its official title: the first in the sentence."""
    lower = frame.sentence.text.lower()
    if any(stem in lower for stem in _STEMS):
        claim = next(iter(_by_cue(frame)), None) or next(iter(_by_mention(frame)), None)
        if claim is not None:
            yield claim


def _by_cue(frame: Frame) -> Iterator[Claim]:
    """As in "officially called the ...", "whose full title is ...", "its official name: ..."."""
    for match in islice(frame.matches(_NAMED), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if (told := _named(frame, match, start)) is not None and (claim := _made(frame, told, start, end)) is not None:
            yield claim


def _by_mention(frame: Frame) -> Iterator[Claim]:
    """As in "the official title of the pact is ...", "the pact's full name is ...", "Officially, the pact is ..."."""
    for mention in things(frame):
        after = frame.words(mention.end, frame.sentence.end)
        before = _BEFORE.search(frame.words(frame.base, mention.start))
        match = _OWN.match(after) or (_IS.match(after) if before else None)
        if match is None:
            continue
        start = frame.base + before.start() if before else mention.start
        claim = _made(frame, Told(subject_of(mention), "", start), start, mention.end + match.end())
        if claim is not None:
            yield claim


def _made(frame: Frame, told: Told, start: int, end: int) -> Claim | None:
    title = _TITLE.match(frame.words(end, frame.sentence.end))
    if title is None or len(title["title"].split()) < _SHORTEST:
        return None
    said = Said(quote=title["title"].strip())
    negated, supposed = DENIAL.search(told.words) is not None, is_supposed(frame, told, start)
    about, until = told.subject.whole(), end + title.end()
    return frame.claim("titled", min(told.start, start), until, about, said, negated=negated, supposed=supposed)


_SHORTEST = 2


def _named(frame: Frame, match: re.Match[str], start: int) -> Told | None:
    """What has the title: the subject, or what "whose" and "its" point to."""
    cue = match.group().lower()
    if cue.startswith(("its", "their")):
        mention = leading(frame, start)
        if mention is not None:
            return Told(subject_of(mention), "", mention.start)
        return Told(Subject((frame.implied,), "it"), "", start) if frame.implied else None
    if cue.startswith("to give"):
        mention = _last(frame, start)
        return Told(subject_of(mention), "", mention.start) if mention is not None else None
    if cue.startswith("whose") or cue.endswith(":"):
        mention = _last(frame, start)
        is_near = mention is not None and not frame.words(mention.end, start).strip(" ,(")
        return Told(subject_of(mention), "", mention.start) if mention is not None and is_near else None
    if cue.startswith("under") and (signed := _SIGNED.search(frame.words(frame.base, start))):
        return told_before(frame, frame.base + signed.start())
    return told_before(frame, start)


def _last(frame: Frame, at: int) -> Mention | None:
    return next((one for one in reversed(things(frame)) if one.end <= at), None)
