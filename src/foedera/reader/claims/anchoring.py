"""Which article or instrument the words for a duty belong to, seen on a sentence with its names covered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.covering import BREAK, RELATIVE
from foedera.reader.claims.duty_parts import ANCHOR
from foedera.reader.claims.frame import Subject

if TYPE_CHECKING:
    from foedera.reader.claims.covering import Anchor, Covered

_OPPOSED = re.compile(r"(?i)[;]|,?\s(?:but|while|whereas|although|though)\s")
_RESUMED = re.compile(
    r"(?i)\b(?:it|its|they|their|them|both|each|either|neither|parties|sides|members?|the\s+(?:two|three|other|"
    r"others|latter|former)|only|commits?|obliges?|merely|not|to|about|requires?|provides?)\b"
)
_HAS_SAID = re.compile(
    r"\s*(?:says?|states?|provides?|reads?|stipulates?|demands?|requires?|adds?|lays\s+down|said|"
    r"stated)\b(?!\s+that)"
)
_PART_OF = re.compile(r",?\s+|,?\s+(?:is|was|remains|forms)\s+(?:\w+\s+){0,5}?(?:of|in)\s+")
COLON = re.compile(r"\s*(?::|—|\s–\s)")
"""What stands between an article and its content: "Article 2: help at once"."""
_SUBORDINATE = re.compile(r"(?i)\b(?:who|when|after|while|once|since|as)\b[^,;:]{0,80}$")
_APART = re.compile(r"(?i)[^,]{0,60},(?!\s+(?:which|that|whose|in\s+which|by\s+which|under\s+which)\b)")
_OTHER_ONE = re.compile(
    r"(?i)\b(?:that|those)\s+(?:of|with|between)\b[^;]*,\s+(?:which|whose)\b|\b(?:followed|accompanied|preceded|"
    r"succeeded)\s+by\b"
)
_NOUN = re.compile(
    r"(?i)\b(?:clause|provision|pledge|promise|guarantee|obligation|commitment|duty|article|rule|ban|"
    r"undertaking|right)\b"
)
_COPULA = re.compile(r"(?i)\b(?:is|was)\s+(?:(?:in\s+fact|only|really|actually|indeed|called)\s+)?$")
_ANEW = re.compile(
    r"(?i),\s(?:and|but|while|whereas)\s+(?!this\b|that\b|it\b|so\b|these\b|both\b)(?:[^\s,;:]+\s+){1,6}?(?:is|"
    r"are|was|were|"
    r"has|have|must|may|shall|lets?|obliges|provides|forbids)\b"
)
"""A new statement of which the article behind it tells: "..., and joint ventures are forbidden by paragraph 17"."""
_AFRESH = re.compile(r"(?i),?\s(?:and|but|while|whereas)\s+(?:under|by|in|pursuant\s+to)\s+(?:the\s+)?$")
"""What begins a new statement with its article: "..., and under Article IV forces may be stationed"."""
_END = re.compile(r"\s*(?:[.,;:)]|$|and\b|but\b|not\b)")
_REACH, _NEAR = 170, 60


@lru_cache(maxsize=8)
def _is_strict(text: str) -> bool:
    """Whether a sentence without a name says that something is laid down."""
    return v.STRICT.search(text) is not None


@dataclass(frozen=True, slots=True)
class Held:
    """What words belong to: the subject, where it stands (None: implied), and on which side of the words."""

    subject: Subject
    anchor: Anchor | None
    side: str


def holder(covered: Covered, start: int, end: int) -> Held | None:
    """What words from one place to another belong to, or None if that is not plain."""
    usable = [one for one in covered.anchors if not one.is_referred]
    if within := next(
        (one for one in usable if covered.text[one.start] == ANCHOR and start <= one.start < one.end <= end), None
    ):
        return Held(within.subject, within, "within")
    left = next((one for one in reversed(usable) if one.end <= start), None)
    right = _right(covered, [one for one in usable if one.start >= end], end)
    if right and _is_located(covered, left, right, start, end):
        return Held(right.subject, right, "right")
    if left and _governs(covered, left, start):
        left = _article_before(covered, left)
        return Held(left.subject, left, "left")
    if left or right or covered.anchors:
        return None
    return _implied(covered)


def speaks(covered: Covered) -> bool:
    """Whether the sentence speaks of an article or instrument, by name or by what was spoken of."""
    return bool(covered.anchors) or _implied(covered) is not None


def _right(covered: Covered, after: list[Anchor], end: int) -> Anchor | None:
    """What follows words; of "withdrawal from the treaty is dealt with in Article 13" the article."""
    if len(after) > 1 and not after[0].is_article and after[1].is_article:
        gap = covered.text[end : after[1].start]
        same = after[0].subject.instruments == after[1].subject.instruments
        if same and len(gap) <= _REACH and v.LOCATED.search(gap):
            return after[1]
    return after[0] if after else None


def _article_before(covered: Covered, left: Anchor) -> Anchor:
    """Of "By its ninth article, the treaty has ..." the article, not the treaty."""
    for one in covered.anchors:
        near = one.is_article and not left.is_article and _PART_OF.fullmatch(covered.text[one.end : left.start])
        if near and one.subject.ids and one.subject.instruments == left.subject.instruments:
            return one
    return left


def _implied(covered: Covered) -> Held | None:
    frame = covered.frame
    if frame.implied is None or not (_is_strict(covered.text) or _binds_a_party(covered, frame.implied)):
        return None
    clause = frame.clause if re.match(r"[\"“']?(?:It|This|That)\b", covered.text) else None
    return Held(Subject((clause or frame.implied,), "it"), None, "none")


def _binds_a_party(covered: Covered, implied: str) -> bool:
    """Whether a party of the instrument spoken of is said to have bound itself."""
    frame, parties = covered.frame, {one.state for one in covered.frame.world.records.instruments[implied].parties}
    bound = [frame.base + match.start("state") for match in v.STATE_BOUND.finditer(covered.text)]
    return any(one.start in bound and one.id in parties for one in frame.found.of("state"))


def _is_located(covered: Covered, left: Anchor | None, right: Anchor, start: int, end: int) -> bool:
    """Whether the words "are found in" the article on the right, and not in the one on the left."""
    gap = covered.text[end : right.start]
    if len(gap) > _REACH or (_ANEW.search(gap) and not v.POINTED.search(gap)):
        return False
    if _AFRESH.search(gap) and not _END.match(covered.text[right.end :]):
        return False
    is_said = gap.endswith(", ") and bool(_HAS_SAID.match(covered.text[right.end :]))
    if not (
        is_said
        or v.POINTED.search(gap)
        or v.LOCATED.search(gap)
        or v.ADVERBIAL.search(gap)
        or _is_equated(covered, gap, right, start)
    ):
        return False
    if left is None:
        return True
    if not left.is_article and right.is_article:
        return True
    between = covered.text[left.end : start]
    is_apart = bool(BREAK.search(RELATIVE.sub("", between))) or _is_taken(covered, left)
    return is_apart and (right.is_article or not left.is_article)


def _is_equated(covered: Covered, gap: str, right: Anchor, start: int) -> bool:
    """Whether words are said to be an article: "The clause by which an attack on one is one on all is Article 5"."""
    is_noun = bool(_NOUN.search(covered.text[max(0, start - _NEAR) : start]) or _NOUN.search(gap))
    return right.is_article and is_noun and bool(_COPULA.search(gap)) and bool(_END.match(covered.text[right.end :]))


def _is_taken(covered: Covered, left: Anchor) -> bool:
    """Whether the article on the left already belongs to words before it: "help stands in Article 4, talks in 3"."""
    before = covered.text[: left.start]
    return bool(before.strip()) and bool(v.LOCATED.search(before[-_REACH:]))


def _governs(covered: Covered, left: Anchor, start: int) -> bool:
    """Whether the article or instrument on the left still holds at a place."""
    between = covered.text[left.end : start]
    if left.is_article and COLON.match(between):
        return True
    if _is_taken(covered, left) and BREAK.search(between):
        return not left.is_article
    if not left.is_article and _SUBORDINATE.search(covered.text[: left.start]) and _APART.match(between):
        return False
    if _OTHER_ONE.search(between):
        return False
    opposed = list(_OPPOSED.finditer(between))
    return not opposed or bool(_RESUMED.search(between[opposed[-1].end() :])) or opposed[-1].end() == len(between)
