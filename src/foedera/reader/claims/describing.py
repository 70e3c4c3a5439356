"""What a noun or an adjective is said of: by a verb, by "calls it", in apposition, or by what brings it about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import things
from foedera.reader.claims.subjects import Told, past_aside, stands_free, subject_of, told_before, words_of

if TYPE_CHECKING:
    from foedera.reader.claims.frame import Frame

_MAKES = words_of(
    """
    is was are were be been being become becomes became remain remains remained constitute constitutes
    constituted amount amounts amounted form forms formed forming create creates created creating make makes
    made making establish establishes established establishing found founds founded represent represents
    represented mean means meant about as into to entails build builds built forge forges forged cement cements
    launches launched sets resembles formalises formalised formalizes formalized cemented seals sealed codifies
    codified revives revived institutionalises institutionalised isn't isn’t wasn't wasn’t"""
)
_VERB = re.compile(
    rf"(?i)\b(?:{_MAKES})(?:\s+(?:up|to|neither|in effect|in fact|effectively|certainly|anything but|nothing but|"
    rf"nothing less than|"
    rf"nothing short of|strictly speaking|legally speaking|by definition|in law|on paper))?\s*[“\"‘']?\s*$"
)
_WAY = re.compile(
    r"(?i)\b(?:turn(?:s|ed)?|transform(?:s|ed)?|elevat(?:e|es|ed)|rais(?:e|es|ed)|lift(?:s|ed)?|upgrad(?:e|es|ed)|"
    r"convert(?:s|ed)?|weld(?:s|ed)?|unit(?:es|ed)|fus(?:es|ed)|binds?|bound|bands?|banded|stops?|stopped|falls?|fell|gives?|gave|lays?|laid|ha[sd]|does|did|is|was|are|were|will|means?|meant|"
    r"remains?|remained|entails?|amounts?|represents?|creates?|created)\b"
    r"(?P<way>(?:(?!\b(?:which|who|that|where|when|if)\b)[^;:.]){0,60}?\b(?:into|to|than|not|less|birth\s+to|"
    r"to\s+the\s+(?:level|rank|status)\s+of|(?:short|foundation|cornerstone|basis|backbone|creation|formation|establishment|"
    r"birth|level|rank|status|beginnings?)\s+of|(?:rather|less|more)\s+than|as(?:\s+(?:anything|nothing)\s+but)?))"
    r"\s*[“\"‘']?\s*$"
)
"""As in "is a partnership, not", "turned the two into", "stops short of", "does not mean the creation of"."""
_CALLS = words_of(
    """
    call calls called calling term terms termed dub dubs dubbed label labels labelled labeled style styles styled brand
    brands branded describe describes described portray portrays portrayed hail hails hailed denounce denounces
    denounced depict depicts depicted present presents presented regard regards regarded see sees seen saw view
    views viewed consider considers considered declare declares declared deem deems deemed treat treats treated
    attack attacks attacked condemn condemns condemned"""
)
_CALLED = re.compile(rf"(?i)\b(?:{_CALLS})\s*[“\"‘']?\s*$")
_SPEAKS = re.compile(
    r"(?i)\b(?:spoke|speaks?|spoken|talk(?:s|ed)?|wr(?:ote|ites?)|warn(?:s|ed)?)\s+(?:[\w-]+\s+){0,3}of\s*[“\"‘]$"
)
_REACH = 80


def described(frame: Frame, start: int) -> Told | None:
    """What a noun with its article ("a military alliance") is said of: by a verb, by "calls it", or in apposition."""
    start = past_aside(frame, start)
    before = frame.words(max(frame.base, start - _REACH), start)
    if _SPEAKS.search(before):
        return _spoken_of(frame, start)
    if verb := _VERB.search(before):
        at = start - len(before) + verb.start()
        told = told_before(frame, at)
        if told is not None:
            return Told(told.subject, f"{told.words} {verb.group()}", told.start)
    if (found := called(frame, start) or _by_way(frame, start, before)) is not None:
        return found
    if re.search(r"[,—–(:]\s*[“\"‘']?$", before):
        mention = next((one for one in reversed(things(frame)) if one.end <= start), None)
        if (
            mention
            and stands_free(frame, mention)
            and re.fullmatch(r"\s*[,—–(:]\s*[“\"‘']?", frame.words(mention.end, start))
        ):
            return Told(subject_of(mention), "", mention.start)
    if re.search(r"(?i)\b(?:is|was|are|were|been|be|as|it|them)\s+(?:[\w’'-]+\s+){0,3}[“\"‘']?$", before):
        return told_before(frame, start)
    return None


def _spoken_of(frame: Frame, start: int) -> Told | None:
    """As in "spoke of “a military alliance”; the treaty ...": what the sentence, or else the text, speaks of."""
    named = things(frame)
    if named:
        chosen = next((one for one in reversed(named) if one.end <= start), named[0])
        return Told(subject_of(chosen), "", start)
    return Told(Subject((frame.implied,), "it"), "", start) if frame.implied else None


def called(frame: Frame, start: int) -> Told | None:
    """As in "calls the pact", "describes it as" before a place: the pact."""
    at = (
        start
        - len(frame.words(frame.base, start))
        + len(
            re.sub(
                r"(?i)(?:\s+(?:as|to be|nothing but|nothing less than))?\s*[“\"‘']?\s*$",
                "",
                frame.words(frame.base, start),
            )
        )
    )
    mention = next((one for one in things(frame) if one.end == at), None)
    if mention is not None and _CALLED.search(frame.words(max(frame.base, mention.start - _REACH), mention.start)):
        low = max(frame.base, mention.start - _REACH)
        return Told(subject_of(mention), frame.words(low, mention.start), mention.start)
    pronoun = re.search(r"(?i)\b(?:it|this|them)$", frame.words(max(frame.base, at - 5), at))
    place = at - len(pronoun.group()) if pronoun else at
    if pronoun and _CALLED.search(frame.words(max(frame.base, place - _REACH), place)):
        return told_before(frame, at)
    return None


def _by_way(frame: Frame, start: int, before: str) -> Told | None:
    """As in "turned the two into", "is a partnership and not": said of the subject of that verb."""
    way = _WAY.search(before)
    while way is not None:
        at = start - len(before) + way.start()
        is_past_others = any(at < one.start for one in things(frame) if one.end <= start)
        told = None if is_past_others else told_before(frame, at) or by_means(frame, at)
        if told is not None:
            return Told(told.subject, f"{told.words} {way.group()}", told.start, told.mentions)
        way = _WAY.search(before, way.start() + 1)
    return None


_MEANS = re.compile(
    r"(?i)\W*(?:and\s+|but\s+)?(?:with|by|through|under|in|thanks\s+to|via|by\s+virtue\s+of)"
    r"(?:\s+(?:signing|concluding|means\s+of|"
    r"adopting|joining|agreeing|the\s+(?:signing|conclusion|signature)\s+of))?\s+(?:the\s+)?"
)


def by_means(frame: Frame, start: int) -> Told | None:
    """As in "With the treaty of 2024, the two became": the one instrument at the head by which it is done."""
    left = [one for one in things(frame) if one.end <= start]
    if len(left) != 1 or not _MEANS.fullmatch(frame.words(frame.base, left[0].start) or "-"):
        return None
    between = frame.words(left[0].end, start)
    if re.search(r"[;:.]", between) or len(between) > _REACH:
        return None
    return Told(subject_of(left[0]), between, left[0].start, (left[0],))
