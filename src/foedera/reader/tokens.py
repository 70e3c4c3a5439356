"""Words and sentences of a passage, with their places in it; a sentence too long to be read whole is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’.](?=[^\W_]{3})[^\W_]+)*|[^\w\s]|_")
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s|$)|\n""")
_SHORT = re.compile(
    r"""(?:^|[\s(“"'‘])(?:Arts?|Art|No|Nos|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Prof|vs|v|cf|e\.g|i\.e|para|paras|ch|vol|p|pp|ed|approx|ca|"""
    r"""Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|al|[A-Z])\.$"""
)
_HEADING = re.compile(r"^\s*\d{1,2}\.$")
_OPENING = ("“", '"', "‘", "'", "«")
_FIRST_WORDS = frozenset(
    """The It He She They We You I This That These Those There Here A An In On At By For From With Under After Before
    Since When While If As But And Or So Yet Still Both Its His Her Their Our My No Not Now Then Nobody Nothing One
    Some Many Most All Each What Who Why How Neither Either Later Today Yesterday However Moreover Instead Meanwhile
    Article Articles Moscow Beijing Pyongyang Seoul Tokyo Washington London Paris""".split()
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}$")
LONGEST = 1_200
"""Characters in a sentence, and so many words and marks: what is sought in it is held against all that it names."""
MOST_WORDS = 240
_BREAKS = tuple(
    map(re.compile, (r"[;:—]\s", r",\s+(?:and|or|but|which|that|who|while|whereas)\b|\(|\)\s", r",\s", r"\s"))
)
"""Where a long sentence is cut: the first of these that stands in the second half of what fits."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: where it is in the passage, and its letters."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The letters without case."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence: where it starts in the passage, and its text.

    ``cut``: the text goes on behind it, because it was too long to be read as one.
    """

    start: int
    text: str
    cut: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the passage."""
        return self.start + len(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks, with places in the passage."""
        return tuple(Token(self.start + m.start(), self.start + m.end(), m.group()) for m in _WORD.finditer(self.text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a passage. An abbreviation, an initial or a numbered heading does not end one."""
    start = 0
    for match in _END.finditer(text):
        if match.group() != "\n" and _goes_on(text, match):
            continue
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether what follows the full stop still belongs to the sentence."""
    if not match.group().startswith("."):
        following = text[match.end() : match.end() + 2].strip()
        return following[:1].islower()
    before = text[max(0, match.start() - 12) : match.start() + 1]
    following = text[match.end() :][:3].lstrip()
    if following[:1].islower():
        return True
    if initials := _INITIALS.search(before):
        return initials.group() in ("e.g.", "i.e.") or _continues(text[match.end() : match.end() + 30])
    return bool(_SHORT.search(before) or _HEADING.search(before))


def _continues(following: str) -> bool:
    """Whether "U.S." or "U.N." goes on ("the U.N. Security Council"): no usual first word of a sentence follows."""
    word = re.match(r"\s*([\w-]+)", following)
    return word is None or (not following.lstrip().startswith(_OPENING) and word.group(1) not in _FIRST_WORDS)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence between two places, without the blanks around it; in parts if it is too long."""
    end = start + len(text[start:end].rstrip())
    while start < end:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        until = _fits(text, start, end)
        yield Sentence(start, text[start:until].rstrip(), cut=until < end)
        start = until


def _fits(text: str, start: int, end: int) -> int:
    """How far a sentence that starts at a place is read as one."""
    most = min(end, start + LONGEST)
    if most - start > MOST_WORDS:
        beyond = next(islice(_WORD.finditer(text, start, most), MOST_WORDS, None), None)
        most = beyond.start() if beyond else most
    return most if most == end else _cut(text, start, most)


def _cut(text: str, start: int, most: int) -> int:
    """Where to cut: at the last semicolon, else conjunction or bracket, comma or space; else where no more fits."""
    half = start + (most - start) // 2
    for pattern in _BREAKS:
        if ends := list(pattern.finditer(text, half, most)):
            last = ends[-1]
            return last.start() if last.group().startswith("(") else last.start() + 1
    return most
