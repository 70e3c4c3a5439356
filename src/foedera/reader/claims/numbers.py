"""Numbers of goods, distances and deadlines in a sentence whose names are covered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.checks.quantities import quantities, unit
from foedera.reader.claims.covering import clause_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.covering import Covered

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|half|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)(?:\s+(?:and\s+a\s+half|a|hundred|"
    r"thousand|million|billion)){0,3}"
)
_GOODS_UNIT = r"(?:barrels?|tons?|tonnes|kilomet(?:re|er)s?|km|met(?:re|er)s|miles|dollars|warheads|helicopters)"
_TIME_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_COUNTED = re.compile(rf"(?i)\b(?P<number>{_NUMBER})[\s-]+(?P<between>(?:\w+\s+)?)(?P<unit>{_GOODS_UNIT})\b")
_DEADLINE = re.compile(
    rf"(?i)\b(?:within|inside|in\s+(?:less|no\s+more)\s+than|"
    rf"no\s+later\s+than|(?:giv|allow|grant|leav)(?:es?|s|ing)\s+(?:Ω+|[^\s\d,;.]+\s+){{0,4}}?|gave\s+(?:\w+\s+"
    rf")?|(?:has|have)(?=\s+\S+\s+\w+\s+to\b))"
    rf"\s*(?:the\s+)?(?P<number>{_NUMBER})[\s-]+(?:\w+\s+)?(?P<unit>{_TIME_UNIT})\b"
)
_BARE = re.compile(
    rf"(?i)\b(?:to|at|of|by)\s+(?P<number>{_NUMBER}(?<!\b[aA])(?<!\bone))(?=\s*(?:[.,;)]|$|a\s+year|per\s+year|"
    rf"annually|and\b))"
)
_TERM = re.compile(
    r"(?i)\b(?:notice|term|valid|validity|duration|renew\w*|prolong\w*|extend\w*|extension|expir\w+|leav\w+|"
    r"withdr\w+|denounc\w+|terminat\w+|quit|ratif\w+|sign\w*|force|ago|old|since|anniversary)\b"
)
_WORKERS = re.compile(r"(?i)\b(?:workers|labou?rers|nationals)\b")
_UNITS = (
    *("barrel", "ton", "kilomet", "km", "met", "mile", "dollar", "warhead", "helicopter"),
    *("hour", "day", "week", "month", "year"),
)
_DIGIT = re.compile(r"\d")
_WORDS = frozenset(
    "hundred thousand million dozen two three four five six seven eight nine ten twelve fifteen eighteen "
    "twenty thirty forty fifty sixty ninety half".split()
)
"""A sentence without a digit and without any of these holds no number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: places in the sentence's text."""

    start: int
    end: int
    value: float
    unit: str


def quantities_in(covered: Covered) -> list[Quantity]:
    """The numbers of goods, distances and deadlines; one without a unit takes that of the number before it."""
    is_likely = any(word.startswith(_UNITS) for word in covered.words)
    is_likely = is_likely and bool(_WORDS & covered.words or _DIGIT.search(covered.text))
    return list(_quantities(covered.text)) if is_likely else []


@lru_cache(maxsize=8)
def _quantities(text: str) -> tuple[Quantity, ...]:
    found = [one for match in _COUNTED.finditer(text) for one in _quantity(match)]
    found += [one for match in _DEADLINE.finditer(text) if not _is_term(text, match) for one in _quantity(match)]
    found.sort(key=lambda one: one.start)
    for match in _BARE.finditer(text):
        before = [one for one in found if one.end <= match.start()]
        if before and not any(one.start < match.end() and match.start() < one.end for one in found):
            found += _valued(match, before[-1].unit)
    return tuple(sorted(found, key=lambda one: one.start))


def _is_term(text: str, match: re.Match[str]) -> bool:
    """Whether the time is that of the instrument itself or of leaving it, not that of a duty."""
    since, until = clause_at(text, match.start(), match.end())
    clause = text[since:until]
    return bool(_TERM.search(clause)) and not _WORKERS.search(clause)


def _quantity(match: re.Match[str]) -> Iterator[Quantity]:
    yield from _valued(match, match["unit"])


def _valued(match: re.Match[str], counted: str) -> Iterator[Quantity]:
    values = quantities(f"{match['number'].replace('-', ' ')} {counted}", counted)
    if values:
        yield Quantity(match.start(), match.end(), values[0][0], unit(counted))
