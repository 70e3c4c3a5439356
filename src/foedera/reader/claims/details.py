"""Claims about numbers in a clause and about its words: "caps deliveries at 500,000 barrels", "states that '...'"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.checks.quantities import quantities, unit
from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.anchoring import cover, holder
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.anchoring import Covered, Held
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|half|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)(?:\s+(?:and\s+a\s+half|a|hundred|thousand|million|billion)){0,3}"
)
_GOODS_UNIT = r"(?:barrels?|tons?|tonnes|kilomet(?:re|er)s?|km|met(?:re|er)s|miles|dollars|warheads|helicopters)"
_TIME_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_COUNTED = re.compile(rf"(?i)\b(?P<number>{_NUMBER})[\s-]+(?P<between>(?:\w+\s+)?)(?P<unit>{_GOODS_UNIT})\b")
_DEADLINE = re.compile(
    rf"(?i)\b(?:within|inside|in\s+(?:less|no\s+more)\s+than|no\s+later\s+than)\s+(?:the\s+)?(?P<number>{_NUMBER})[\s-]+(?:\w+\s+)?(?P<unit>{_TIME_UNIT})\b"
)
_BARE = re.compile(
    rf"(?i)\b(?:to|at|of|by)\s+(?P<number>{_NUMBER}(?<!\b[aA])(?<!\bone))(?=\s*(?:[.,;)]|$|a\s+year|per\s+year|annually|and\b))"
)
_TERM = re.compile(
    r"(?i)\b(?:notice|term|valid|validity|duration|renew\w*|prolong\w*|extend\w*|extension|expir\w+|leav\w+|withdr\w+|denounc\w+|terminat\w+|quit|ratif\w+|sign\w*|force|ago|old|since|anniversary)\b"
)
_HINT = re.compile(
    r"(?i)\d|\b(?:hundred|thousand|million|dozen|two|three|four|five|six|ten|twelve|twenty\S*|thirty|forty\S*|fifty|half)\b|[\"“«]"
)
_OWED = (v.MUST, v.PLEDGE, v.FORBID, v.RESTRICT)
_QUOTE = re.compile(r"[\"“](?P<words>[^\"”“]{12,600})[\"”]?")
_SAYS = re.compile(
    r"(?i)\b(?:states?|stated|stating|says?|said|reads?|declares?|declared|provides?|provided|stipulates?|stipulated|lays\s+down|runs?|proclaims?|puts\s+it|in\s+the\s+words\s+of|obliges|commits|requires|promises|speaks\s+of|calls\s+for)\b[^\"“.;]{0,60}$"
)
_FEW = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: places in the sentence's text."""

    start: int
    end: int
    value: float
    unit: str


def quantities_in(covered: Covered) -> list[Quantity]:
    """The numbers of goods, distances and deadlines; one without a unit takes that of the number before it."""
    text = covered.text
    if not _HINT.search(text):
        return []
    found = [one for match in _COUNTED.finditer(text) for one in _quantity(match)]
    found += [one for match in _DEADLINE.finditer(text) if not _is_term(covered, match) for one in _quantity(match)]
    found.sort(key=lambda one: one.start)
    for match in _BARE.finditer(text):
        before = [one for one in found if one.end <= match.start()]
        if before and not any(one.start < match.end() and match.start() < one.end for one in found):
            found += _valued(match, before[-1].unit)
    return sorted(found, key=lambda one: one.start)


def _is_term(covered: Covered, match: re.Match[str]) -> bool:
    """Whether the time is that of the instrument itself or of leaving it, not that of a duty."""
    since, until = covered.clause(match.start(), match.end())
    return bool(_TERM.search(covered.text[since:until]))


def _quantity(match: re.Match[str]) -> Iterator[Quantity]:
    yield from _valued(match, match["unit"])


def _valued(match: re.Match[str], counted: str) -> Iterator[Quantity]:
    values = quantities(f"{match['number'].replace('-', ' ')} {counted}", counted)
    if values:
        yield Quantity(match.start(), match.end(), values[0][0], unit(counted))


def details(frame: Frame) -> Iterator[Claim]:
    """Claims about the numbers and the words of a clause."""
    if not _HINT.search(frame.sentence.text):
        return
    covered = cover(frame)
    yield from _numbers(covered)
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
    low = min(since, held.anchor.start) if held.anchor else since
    high = max(until, held.anchor.end) if held.anchor else until
    return any(one.search(covered.text[low:high]) for one in _OWED) or bool(
        re.search(r"(?i)\b(?:are|were|is|was)\s+to\b", covered.text[low:high])
    )


def _is_open(covered: Covered, start: int) -> bool:
    """Whether the words are a question, a wish or a prediction."""
    before = covered.text[max(0, start - 60) : start + 60]
    return covered.text.rstrip('"”’) ').endswith("?") or bool(
        re.search(
            r"(?i)\b(?:would|might|could|hopes?|wants?|plans?|proposes?|proposed|expects?|draft|should\s+be)\b", before
        )
    )


# --- quotations ---


def _quotations(covered: Covered) -> Iterator[Claim]:
    """The words of an article in quotation marks: "Article 9 states that '...'"."""
    frame = covered.frame
    for match in _QUOTE.finditer(covered.text):
        anchor = next(
            (
                one
                for one in reversed(covered.anchors)
                if one.end <= match.start() and one.is_article and not one.is_referred
            ),
            None,
        )
        if anchor is None or not anchor.subject.ids or len(match["words"].split()) < _FEW:
            continue
        if not _SAYS.search(covered.text[anchor.end : match.start()]) and not re.fullmatch(
            r"\s*[:,–—-]\s*", covered.text[anchor.end : match.start()]
        ):
            continue
        low, high = frame.base + match.start("words"), frame.base + match.end("words")
        said = Said(quote=frame.words(low, high))
        yield frame.claim("clause_content", frame.base + anchor.start, high, anchor.subject, said)
