"""Claims about numbers in a clause and about its words: "caps deliveries at 500,000 barrels", "states that '...'"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.anchoring import holder
from foedera.reader.claims.duty_words import CONTENTS
from foedera.reader.claims.numbers import quantities_in
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.anchoring import Held
    from foedera.reader.claims.covering import Anchor, Covered
    from foedera.reader.records import Claim

_OWED = (v.MUST, v.PLEDGE, v.FORBID, v.RESTRICT)
_QUOTE = re.compile(r"[\"“](?P<words>[^\"”“]{12,600})[\"”]?")
_SAYS = re.compile(
    r"(?i)\b(?:states?|stated|stating|says?|said|reads?|declares?|declared|provides?|provided|stipulates?|"
    r"stipulated|lays\s+down|runs?|proclaims?|puts\s+it|in\s+the\s+words\s+of|obliges|commits|requires|"
    r"promises|speaks\s+of|calls\s+for)\b[^\"“.;]{0,60}$"
)
_COLON = re.compile(r"\s*[:,–—-]\s*")
_DUTIES = tuple(content.pattern for content in CONTENTS)
_LIMITED = re.compile(
    r"(?i)\b(?:(?:are|were|is|was)\s+to|will|no\s+more\s+than|not\s+more\s+than|at\s+most|up\s+to|maximum|"
    r"exceed\w*)\b"
)
_FEW = 4


def details(covered: Covered) -> Iterator[Claim]:
    """Claims about the numbers and the words of a clause."""
    yield from _numbers(covered)
    if '"' in covered.text or "“" in covered.text:
        yield from _quotations(covered)


# --- numbers ---


def _numbers(covered: Covered) -> Iterator[Claim]:
    frame, last = covered.frame, 0
    for one in quantities_in(covered):
        held = holder(covered, one.start, one.end)
        since, until = covered.clause(one.start, one.end)
        if held is None or not _is_laid_down(covered, held, since, until):
            continue
        start = max(since, last)
        start += len(covered.text[start : one.start]) - len(covered.text[start : one.start].lstrip(" ,"))
        last = one.end
        said = Said(numbers=((one.value, one.unit),))
        negated = bool(
            re.search(
                r"(?i)\bnot\s+(?:be\s+)?(?:limited|capped|confined)\b|\bno\s+limit\b", covered.text[start : one.start]
            )
        )
        yield frame.claim(
            "clause_content",
            frame.base + start,
            frame.base + one.end,
            held.subject,
            said,
            negated=negated,
            supposed=_is_open(covered, start),
        )


def _is_laid_down(covered: Covered, held: Held, since: int, until: int) -> bool:
    """Whether the clause, or the sentence before it, says that the instrument limits, bans or obliges."""
    if held.anchor and held.anchor.is_article:
        return True
    low = min(since, held.anchor.start) if held.anchor else since
    high = max(until, held.anchor.end) if held.anchor else until
    return any(one.search(covered.text[low:high]) for one in _OWED) or bool(_LIMITED.search(covered.text[low:high]))


def _is_open(covered: Covered, start: int) -> bool:
    """Whether the words are a question, a wish or a prediction."""
    before = covered.text[max(0, start - 60) : start + 60]
    return covered.text.rstrip('"”’) ').endswith("?") or bool(
        re.search(
            r"(?i)\b(?:would|might|could|hopes?|wants?|plans?|proposes?|proposed|expects?|draft|should\s+"
            r"be)\b",
            before,
        )
    )


# --- quotations ---


def quotation_at(covered: Covered, place: int) -> tuple[int, int] | None:
    """The quotation of an article's words that a place in the sentence's text lies in."""
    return next((span for span, _ in _quoted(covered) if span[0] <= place < span[1]), None)


def _quoted(covered: Covered) -> Iterator[tuple[tuple[int, int], Anchor]]:
    """Words in quotation marks that an article is said to have, and the article."""
    for match in _QUOTE.finditer(covered.text):
        before = [one for one in covered.anchors if one.end <= match.start() and one.is_article and not one.is_referred]
        if not before or not before[-1].subject.ids or len(match["words"].split()) < _FEW:
            continue
        between = covered.text[before[-1].end : match.start()]
        if _SAYS.search(between) or _COLON.fullmatch(between):
            yield match.span("words"), before[-1]


def _quotations(covered: Covered) -> Iterator[Claim]:
    """The words of an article in quotation marks, if no duty is recognised in them."""
    frame, base = covered.frame, covered.frame.base
    for (low, high), anchor in _quoted(covered):
        if not any(pattern.search(covered.text[low:high]) for pattern in _DUTIES):
            said = Said(quote=frame.words(base + low, base + high))
            yield frame.claim("clause_content", base + anchor.start, base + high, anchor.subject, said)
