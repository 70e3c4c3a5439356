"""Numbers with their units in English text: ``500,000 barrels``, ``half a million tons``, ``twenty-four months``."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUES: dict[str, float] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a": 1, "an": 1, "half": 0.5, "plushalf": 0.5, "dozen": 12,
}  # fmt: skip
_SCALES: dict[str, float] = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNITS = {
    "tonne": "ton",
    "kilometre": "km",
    "kilometer": "km",
    "person": "person",
    "people": "person",
    "party": "member",
    "state": "member",
    "worker": "person",
}
"""Units under the name that they are compared by; others stand for themselves, in the singular."""
_MONTHS = {"year": 12.0, "month": 1.0}
_HALVES = re.compile(r"(?i)\s+and\s+a\s+half\b")
_JOINED = re.compile(r"(?i)\b(hundred|thousand)\s+and\b")
_NAMES = re.compile(r"(?i)\d{4}-\d\d-\d\d|\b(?:article|paragraph|resolution|chapter)s?\s+[\w()]+")
_WORD = re.compile(r"[A-Za-z]+|\d+(?:,\d{3})*(?:\.\d+)?")
_LINK = re.compile(r"an?|the|per|each|every|of|in|or|and|from|to|for|at|by|with|after|before|then|unless|than|until")
"""Words behind which no unit of the number stands any more: "500,000 barrels a year"."""
_REACH = 4
"""How many words after the number its unit may stand: "4 million barrels", "twelve full months"."""


def unit(word: str) -> str:
    """A unit in the singular, under the name that it is compared by."""
    plain = word.casefold()
    singular = f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")
    return _UNITS.get(singular, singular)


def same(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two quantities are equal; twelve months are a year."""
    return is_alike(one[1], other[1]) and abs(_size(one) - _size(other)) < 1e-6 * max(1.0, _size(one))


def is_alike(one: str, other: str) -> bool:
    """Whether two units measure the same."""
    one, other = unit(one), unit(other)
    return one == other or (one in _MONTHS and other in _MONTHS)


def _size(quantity: tuple[float, str]) -> float:
    return quantity[0] * _MONTHS.get(unit(quantity[1]), 1.0)


def quantities(text: str, wanted: str) -> tuple[tuple[float, str], ...]:
    """The numbers in a text that count the wanted unit or one that measures the same, in the order of the text.

    The unit stands after its number, before the next number and within a few words; "15 and 10 km" are both km.
    """
    words = _WORD.findall(_JOINED.sub(r"\1", _HALVES.sub(" plushalf", _NAMES.sub(" ", text))))
    found: list[tuple[float, str]] = []
    counted, following = None, len(words)
    for start, value, end in reversed(list(_numbers(words))):
        between = [word.casefold() for word in words[end : min(following, end + _REACH)]]
        shared = counted if between in (["and"], ["or"], ["to"]) else None
        near = takewhile(lambda word: not _LINK.fullmatch(word), between)
        counted = next((word for word in near if is_alike(word, wanted)), shared)
        following = start
        if counted:
            found.insert(0, (value, unit(counted)))
    return tuple(found)


def _numbers(words: list[str]) -> Iterator[tuple[int, float, int]]:
    """Every number: its first word, its value, and the word after it."""
    place = 0
    while place < len(words):
        value, end = _number(words, place)
        if end > place:
            yield place, value, end
        place = max(end, place + 1)


def _number(words: list[str], place: int) -> tuple[float, int]:
    """The number that begins at a word, and where it ends; the same place if none begins there."""
    total, part, end = 0.0, None, place
    for word in words[place:]:
        lower = word.casefold()
        if word[0].isdigit() and part is None:
            part = float(word.replace(",", ""))
        elif lower == "hundred" and part is not None:
            part *= 100
        elif lower in _SCALES and part is not None:
            total, part = total + part * _SCALES[lower], 0.0
        elif lower in _VALUES and _goes_on(part, total, lower):
            part = (part or 0.0) + (0.0 if part == _VALUES["half"] else _VALUES[lower])
        else:
            break
        end += 1
    return total + (part or 0.0), end


def _goes_on(part: float | None, total: float, word: str) -> bool:
    """Whether a number word continues the number: ``twenty`` ``four``, ``half`` ``a`` (million)."""
    if part is None:
        return word not in ("plushalf", "a", "an")
    if word == "plushalf":
        return True
    if word in ("a", "an", "half"):
        return part == _VALUES["half"]
    if part == 0:
        return total > 0
    return part % 10 == 0 and _VALUES[word] < part
