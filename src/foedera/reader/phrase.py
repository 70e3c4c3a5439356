"""What a phrase that names an instrument tells, and the words of a sentence in which phrases are sought."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.reader import words as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.reader.lexicon import Name
    from foedera.reader.tokens import Sentence

YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
DASHES = frozenset("-–—/‑")
APOSTROPHES = frozenset("'’")
MONTHS = frozenset("January February March April May June July August September October November December".split())


@dataclass(slots=True)
class Phrase:
    """A phrase that names one instrument or several, and what it tells of them.

    Attributes:
        head: the head in the singular and lower case; empty for a bare name such as ``ANZUS``.
        pointer: the determiner, in lower case; empty if there is none.
        known: ids of the instruments whose full name stands in it.
        states: ids that the names of states in it may mean, one tuple for a name.
        organs: ids behind the organisations in it.
        years: years in it, or at its end ("Treaty of Friendship in 1961").
        numbers: numbers of resolutions.
        words: what else it is called, in lower case.
        capitals: those of the words that are names of capitals.
        odd: those of the words that are written with a capital and are no known names.
        near: years told in the same sentence.
        elliptic: it is "that of 1951".
        proper: whether the head is written with a capital.
    """

    start: int
    end: int
    head: str
    plural: bool
    pointer: str = ""
    known: tuple[str, ...] = ()
    states: list[tuple[str, ...]] = field(default_factory=list)
    organs: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    until_year: int | None = None
    numbers: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)
    near: tuple[int, ...] = ()
    proper: bool = False
    elliptic: bool = False
    between: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything by which one instrument is told from another."""
        telling = any(word not in w.NOT_TELLING for word in self.words)
        return bool(self.known or self.states or self.organs or self.years or self.numbers or telling)


class Row:
    """The words of a sentence with the names among them.

    Attributes:
        tokens: the words and marks.
        name_at: the name that a word belongs to.
        used: the words that belong to a phrase already.
    """

    def __init__(self, sentence: Sentence, names: Sequence[Name]) -> None:
        self.tokens = sentence.tokens
        self.name_at: dict[int, Name] = {}
        starts = {name.start: name for name in names}
        current: Name | None = None
        for index, token in enumerate(self.tokens):
            if token.start in starts:
                current = starts[token.start]
            if current is not None and token.start < current.end:
                self.name_at[index] = current
            else:
                current = None
        self.used: set[int] = set()

    def lower_at(self, index: int) -> str:
        """The word at an index in lower case; empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def last_of(self, index: int, name: Name) -> int:
        """Index of the last word of the name at an index."""
        while self.name_at.get(index + 1) is name:
            index += 1
        return index

    def first_of(self, index: int, name: Name) -> int:
        """Index of the first word of the name at an index."""
        while self.name_at.get(index - 1) is name:
            index -= 1
        return index

    def take_name(self, name: Name, phrase: Phrase, *, titled: bool = True) -> bool:
        """Take in a name; a capital may be a word of the title too ("Moscow Declaration"), but not after "with"."""
        states = tuple(m.id for m in name.meanings if m.type == "state")
        organs = [m.id for m in name.meanings if m.type == "organ"]
        if organs:
            phrase.organs += organs
            phrase.words.append(name.text.lower())
        elif states:
            phrase.states.append(states)
            if titled and any(m.capital for m in name.meanings):
                phrase.words.append(name.text.lower())
                phrase.capitals.append(name.text.lower())
        elif any(m.type == "instrument" for m in name.meanings):
            return False
        else:
            phrase.words.append(name.text.lower())
        return True
