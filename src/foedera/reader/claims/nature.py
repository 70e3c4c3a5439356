"""Claims about what an instrument is: an alliance, defensive or peaceful, aimed at somebody."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.aims import aims
from foedera.reader.claims.describing import by_means, described
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_supposed, told_before
from foedera.reader.claims.tempers import tempers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_PEAK = (
    r"(?:(?!(?:is|was|are|were|be|has|had|of|in|to|and|an?|the|no|not|that|which|will|would|does|did)\s)[\w’'-]+,?\s+)"
    r"{0,4}?[“\"‘']?"
)
_ALLIANCE = re.compile(
    rf"(?i)\b(?P<det>an?|no|any|another|some\s+(?:kind|sort)\s+of(?:\s+an?)?|such\s+an?|"
    rf"the(?=\s+[\w’'-]+\s))\s+(?P<adjectives>{_PEAK})"
    r"(?:alliance(?:\s+(?:treaty|pact|agreement)(?=\s*[.,;:!?”\"]|\s+(?:but|and|in|of)\b))?|bloc|military\s+(?:union|pact)|"
    r"pact\s+of\s+allies)\b(?!['’]s\b|\s+(?:treaty|pact|partner|partners|agreement|obligations?|members?|commitments?)\b)"
)
_ALLIES = re.compile(
    r"(?i)\b(?:(?:mak(?:es?|ing)|made|turn(?:s|ed)?)\s+(?:[\w-]+\s+){1,6}?(?:(?:into|formal|military|treaty|full|wartime)\s+)"
    r"{0,2}|(?:are|were|became|become|becoming|remain|been|be)\s+(?:(?:no|not|now|formal|military|treaty|full|again|once|more)"
    r"\s+){0,3})allies\b"
)


def nature(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument is an alliance, defensive, peaceful, or aimed at somebody, or that it is not."""
    lower = frame.sentence.text.lower()
    if any(stem in lower for stem in ("allia", "bloc", "allies", "military union", "military pact")):
        yield from _alliances(frame)
    if any(
        stem in lower
        for stem in (
            "fensive",
            "peaceful",
            "for defen",
            "for self-defen",
            "about defen",
            " of offen",
            " of aggr",
            " of attack",
        )
    ):
        yield from tempers(frame)
    yield from aims(frame, lower)


def _alliances(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_ALLIANCE), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if (told := described(frame, start) or _made_by(frame, start)) is None:
            continue
        yield _made(frame, told, start, end, f"{told.words} {match['det']} {match['adjectives']}")
        return
    for match in islice(frame.matches(_ALLIES), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if told := told_before(frame, start) or by_means(frame, start):
            yield _made(frame, told, start, end, told.words + match.group())
            return


_MADE = re.compile(
    r"(?i)(?<!\bto )(?<!\bnever )\b(?:formed|created|forged|founded|built|launched|established|became|become|sealed|"
    r"entered\s+into|concluded|have)\s*$"
)


def _made_by(frame: Frame, start: int) -> Told | None:
    """As in "With the treaty of 2024 the two created"."""
    told = by_means(frame, start)
    return told if told and _MADE.search(told.words) else None


def _made(frame: Frame, told: Told, start: int, end: int, words: str) -> Claim:
    supposed = is_supposed(frame, told, start)
    negated = DENIAL.search(words) is not None or _SHORT.search(words) is not None
    return frame.claim("is_alliance", told.start, end, told.subject.whole(), negated=negated, supposed=supposed)


_SHORT = re.compile(r"(?i)(?<!nothing )(?<!no )\b(?:short\s+of|less|rather\s+than|more\b.*\bthan)\b")
"""Denials without a word of denial: "falls short of", "a partnership rather than"."""
