"""Phrases that name an instrument: a head ("treaty", "accord") or a known name, with what stands around it.

"the 1961 treaty with China", "Treaty of Friendship between the USSR and the DPRK", "the Moscow and Pyongyang Declarations of
2000 and 2001", "resolutions 1718 and 1874", "this document".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.reader import words as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.reader.lexicon import Name
    from foedera.reader.tokens import Sentence, Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NUMBER = re.compile(r"\d{2,4}$")
_DASHES = frozenset("-–—/‑")
_APOSTROPHES = frozenset("'’")
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_MAX_LEFT, _MAX_RIGHT = 14, 30


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
    proper: bool = False
    between: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything by which one instrument is told from another."""
        telling = any(word not in w.NOT_TELLING for word in self.words)
        return bool(self.known or self.states or self.organs or self.years or self.numbers or telling)


class Scanner:
    """Finds the phrases of one sentence."""

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

    def phrases(self) -> list[Phrase]:
        """All phrases, in the order of the sentence; none overlaps another."""
        found: list[Phrase] = []
        for index in range(len(self.tokens)):
            if index in self.used:
                continue
            if phrase := self._at(index):
                found.append(phrase)
        return found

    def _at(self, index: int) -> Phrase | None:
        name = self.name_at.get(index)
        if name is not None:
            known = tuple(m.id for m in name.meanings if m.type == "instrument")
            if not known:
                return None
            last = self._last_of(index, name)
            phrase = self._grow(index, last, "", plural=False, known=known)
            if phrase is not None:
                phrase.words += name.text.lower().split()
            return phrase
        token = self.tokens[index]
        lower = token.lower
        head = w.PLURALS.get(lower, lower)
        if head not in w.HEADS or self._is_verb(index, lower) or self._is_other(index, head) or self._heads(index + 1):
            return None
        return self._grow(index, index, head, plural=lower in w.PLURALS, known=())

    def _is_verb(self, index: int, lower: str) -> bool:
        """Whether the word is used as a verb or as part of another expression ("the accord they text")."""
        before = self.tokens[index - 1].lower if index else ""
        after = self._lower(index + 1)
        if lower in ("accords", "documents", "charters", "texts", "deals", "commitment") and before in ("it", "which", "that", "he"):
            return True
        return (lower == "deal" and (before in ("to", "great", "good") or after == "with")) or before == "text"

    def _is_other(self, index: int, head: str) -> bool:
        """Whether the head belongs to a longer expression that is no instrument ("treaty body", "alliance partners")."""
        after = self._lower(index + 1)
        if head in ("treaty", "alliance", "agreement") and after in (
            "ally", "allies", "partner", "partners", "obligations", "obligation", "commitments", "commitment", "members", "member", "law",
            "text", "partnership", "language", "area", "body", "bodies", "organisation", "organization", "relationship", "guarantee", "guarantees",
        ):  # fmt: skip
            return after in ("partnership", "organisation", "organization")
        return False

    def _heads(self, index: int) -> bool:
        """Whether the next word is a head too: of "partnership agreement" the last one is it."""
        following = self._lower(index)
        return index not in self.name_at and w.PLURALS.get(following, following) in w.HEADS and following != "text"

    def _lower(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def _last_of(self, index: int, name: Name) -> int:
        while self.name_at.get(index + 1) is name:
            index += 1
        return index

    def _first_of(self, index: int, name: Name) -> int:
        while self.name_at.get(index - 1) is name:
            index -= 1
        return index

    def _grow(self, first: int, last: int, head: str, *, plural: bool, known: tuple[str, ...]) -> Phrase | None:
        phrase = Phrase(0, 0, head, plural, known=known, proper=self.tokens[last].text[:1].isupper())
        last = self._same_head(last, phrase)
        left = self._left(first - 1, phrase)
        right = self._right(last + 1, phrase)
        if head in w.BARE and not self._is_told(phrase):
            return None
        if head == "resolution" and (_SETTLING & set(phrase.words) or self._settles(right + 1)):
            return None
        phrase.start, phrase.end = self.tokens[left].start, self.tokens[right].end
        self.used.update(range(left, right + 1))
        return phrase

    def _is_told(self, phrase: Phrase) -> bool:
        """Whether a vague head ("deal", "text") is told apart, or points back at something."""
        if phrase.states or phrase.organs or phrase.years or (phrase.proper and phrase.words):
            return True
        return phrase.pointer in w.POINTERS and (phrase.proper or phrase.head in w.POINTING)

    def _settles(self, index: int) -> bool:
        """ "the resolution of the conflict" settles something; it is no resolution of an organ."""
        return self._lower(index) == "of" and any(self._lower(index + n) in _MATTERS for n in (1, 2, 3))

    def _same_head(self, last: int, phrase: Phrase) -> int:
        """A known name may be followed by its head: "the ANZUS treaty", "the Budapest Memorandum agreement"."""
        following = self._lower(last + 1)
        head = w.PLURALS.get(following, following)
        if phrase.known and head in w.HEADS and last + 1 not in self.name_at:
            phrase.head = head
            return last + 1
        return last

    # --- to the left ---

    def _left(self, index: int, phrase: Phrase) -> int:
        left = index + 1
        for _ in range(_MAX_LEFT):
            if index < 0:
                break
            step = self._step_left(index, phrase)
            if step is None:
                break
            left = index = step
            index -= 1
        before = self._lower(left - 1)
        if before in w.POINTERS or before in w.INDEFINITE:
            such = before in ("a", "an") and self._lower(left - 2) == "such"
            phrase.pointer = "such" if such else before
            return left - 2 if such else left - 1
        return self._pointer_further_left(left, phrase)

    def _pointer_further_left(self, left: int, phrase: Phrase) -> int:
        """ "this half-forgotten text": a pointer one or two adjectives away."""
        for ahead in range(left - 2, max(-1, left - 7), -1):
            lower = self._lower(ahead)
            between = [token.text for token in self.tokens[ahead + 1 : left]]
            if not all(word in _DASHES or word.isalpha() and word.islower() for word in between) or ahead in self.used:
                break
            near = len([word for word in between if word.isalpha()]) <= 3 and not _SMALL & {word.lower() for word in between}  # noqa: PLR2004
            if lower in w.POINTERS and near and (lower != "the" or all(_ADJECTIVE.search(word) for word in between[-1:])):
                phrase.pointer = lower
                return ahead
        return left

    def _step_left(self, index: int, phrase: Phrase) -> int | None:
        """The first token of what may be taken in before the phrase at ``index``, or None."""
        token, name = self.tokens[index], self.name_at.get(index)
        if index in self.used or token.lower in w.POINTERS or token.lower in w.INDEFINITE:
            return None
        if name is not None:
            return self._first_of(index, name) if self._take_name(name, phrase) else None
        if _YEAR.match(token.text):
            phrase.years.append(int(token.text))
            return index
        if token.lower in w.MODIFIERS:
            phrase.words.append(token.lower)
            return index
        if token.text in _DASHES:
            return index if self._modifies(index - 1) else None
        if token.lower == "s" and index and self.tokens[index - 1].text in _APOSTROPHES:
            return index - 1 if self._modifies(index - 2) else None
        if token.lower in ("and", ",", "&"):
            return index if self._joins(index, phrase) else None
        if token.text[:1].isupper() and index and token.lower not in _SENTENCE_WORDS and token.text not in _MONTHS:
            phrase.words.append(token.lower)
            return index
        return None

    def _modifies(self, index: int) -> bool:
        if index < 0 or index in self.used:
            return False
        token = self.tokens[index]
        return index in self.name_at or token.lower in w.MODIFIERS or bool(_YEAR.match(token.text)) or token.text[:1].isupper()

    def _joins(self, index: int, phrase: Phrase) -> bool:
        """Whether a comma or "and" stands between two modifiers of the head."""
        before, after = index - 1, index + 1
        if before < 0 or before in self.used:
            return False
        lower = self.tokens[before].lower
        if lower in w.MODIFIERS and self.tokens[after].lower in w.MODIFIERS:
            return True
        if not phrase.plural:
            return False
        same_name = before in self.name_at and after in self.name_at
        return same_name or bool(_YEAR.match(lower) and _YEAR.match(self.tokens[after].text))

    def _take_name(self, name: Name, phrase: Phrase, *, titled: bool = True) -> bool:
        """Take in a name; a capital may be a word of the title too ("Moscow Declaration"), but not after "with"."""
        states = tuple(m.id for m in name.meanings if m.type == "state")
        organs = [m.id for m in name.meanings if m.type == "organ"]
        if organs:
            phrase.organs += organs
        elif states:
            phrase.states.append(states)
            if titled and any(m.capital for m in name.meanings):
                phrase.words.append(name.text.lower())
        elif any(m.type == "instrument" for m in name.meanings):
            return False
        else:
            phrase.words.append(name.text.lower())
        return True

    # --- to the right ---

    def _right(self, index: int, phrase: Phrase) -> int:
        right = index - 1
        for _ in range(_MAX_RIGHT):
            step = self._step_right(index, phrase)
            if step is None:
                break
            right, index = step, step + 1
        return right

    def _step_right(self, index: int, phrase: Phrase) -> int | None:
        """The last token of what may be taken in after the phrase at ``index``, or None."""
        lower = self._lower(index)
        if not lower or index in self.used:
            return None
        if lower == "(":
            return self._bracket(index, phrase)
        if phrase.head == "resolution" and (end := self._numbers(index, phrase)) is not None:
            return end
        takes_in = phrase.proper or phrase.head == "resolution"
        if (lower in ("of", "from") or (lower == "in" and takes_in)) and (end := self._years(index + 1, phrase)) is not None:
            return end
        if lower in ("between", "among"):
            phrase.between = True
            return self._states(index + 1, phrase, several=True)
        if lower == "with" or (phrase.head == "resolution" and lower in ("on", "against")):
            return self._states(index + 1, phrase, several=False)
        if lower in w.TITLE_LINKS and (phrase.proper or lower in ("of", "on", "for", "concerning")):
            return self._title(index, phrase)
        return None

    def _bracket(self, index: int, phrase: Phrase) -> int | None:
        if self._lower(index + 2) == ")":
            inside = self.tokens[index + 1]
            if _YEAR.match(inside.text):
                phrase.years.append(int(inside.text))
                return index + 2
            if inside.text.isupper() and index + 1 not in self.name_at:
                return index + 2
        return None

    def _numbers(self, index: int, phrase: Phrase) -> int | None:
        """Numbers of resolutions: "1718", "1718 and 1874", "2270, 2321 and 2397 (2017)"."""
        end: int | None = None
        while index < len(self.tokens):
            text = self.tokens[index].text
            if _NUMBER.match(text) and not (end is None and self._lower(index - 1) == "of"):
                phrase.numbers.append(text)
                end = index
            elif text.lower() not in ("and", ",", "no", "nos", ".", "s", "/", "res", "number") or (
                end is None and text.lower() in ("and", ",", ".")
            ):
                break
            index += 1
        return end

    def _years(self, index: int, phrase: Phrase) -> int | None:
        """Years: "1961", "2000 and 2001", "2016-2017", "July 1961", "11 July 1961"."""
        while self._lower(index).isdigit() and len(self._lower(index)) <= 2:  # noqa: PLR2004 - a day of the month
            index += 1
        if index < len(self.tokens) and self.tokens[index].text in _MONTHS:
            index += 1
            if self._lower(index).isdigit() and len(self._lower(index)) <= 2 and self._lower(index + 1) == ",":  # noqa: PLR2004
                index += 2
        end: int | None = None
        while index < len(self.tokens):
            text = self.tokens[index].text
            if _YEAR.match(text):
                if end is not None and self.tokens[index - 1].text in _DASHES and phrase.years:
                    phrase.until_year = int(text)
                else:
                    phrase.years.append(int(text))
                end = index
            elif end is None or not (text in _DASHES or text.lower() in ("and", ",", "to")) or not _YEAR.match(self._lower(index + 1)):
                break
            index += 1
        return end

    def _states(self, index: int, phrase: Phrase, *, several: bool) -> int | None:
        """Names after "between" or "with"."""
        end: int | None = None
        while index < len(self.tokens):
            name, lower = self.name_at.get(index), self._lower(index)
            if name is not None and any(m.type in ("state", "organ") for m in name.meanings):
                self._take_name(name, phrase, titled=False)
                end = index = self._last_of(index, name)
            elif name is not None or lower not in _LIST_WORDS or (not several and end is not None):
                break
            index += 1
        return end

    def _title(self, index: int, phrase: Phrase) -> int | None:
        """Further words of a title: capitalised words and names, joined by small words and commas."""
        end: int | None = None
        while index < len(self.tokens):
            token, name = self.tokens[index], self.name_at.get(index)
            if index in self.used:
                break
            if name is not None:
                if not self._take_name(name, phrase):
                    break
                end = index = self._last_of(index, name)
            elif self._is_title_word(index, token, phrase):
                phrase.words.append(token.lower)
                end = index
            elif end is not None and token.lower in ("which", "that"):
                break
            elif not self._goes_on(index, token, started=end is not None):
                break
            index += 1
        return end

    def _is_title_word(self, index: int, token: Token, phrase: Phrase) -> bool:
        """Whether the word belongs to a title, or to a description such as "of friendship and mutual assistance"."""
        if token.text in _MONTHS or token.lower in ("article", "articles"):
            return False
        if token.text[:1].isupper():
            return True
        return not phrase.proper and token.lower in w.MODIFIERS and self._lower(index + 1) not in w.HEADS.keys() - w.BARE

    def _goes_on(self, index: int, token: Token, *, started: bool) -> bool:
        """Whether a small word or mark stands inside a title: something capitalised or a name follows."""
        lower = token.lower
        if token.text in _DASHES and started and index + 1 < len(self.tokens):
            return self.tokens[index + 1].start == token.end
        if index and self.tokens[index - 1].text in _DASHES and self.tokens[index - 1].end == token.start:
            return True
        if lower not in w.TITLE_LINKS and token.text not in (",", *_DASHES, *_APOSTROPHES) and lower not in ("s", "de"):
            return False
        if token.text == "," and not started:
            return False
        for ahead in range(index + 1, min(index + 4, len(self.tokens))):
            following = self.tokens[ahead]
            if ahead in self.name_at or following.text[:1].isupper() or following.lower in w.MODIFIERS:
                return following.text not in _MONTHS and following.lower not in ("article", "articles")
            if following.lower not in w.TITLE_LINKS:
                return False
        return False


_SETTLING = frozenset(("peaceful", "dispute", "conflict", "diplomatic"))
_MATTERS = frozenset("conflict conflicts dispute disputes crisis crises problem problems issue issues question questions war".split())
_SMALL = frozenset("of to in on for by with from at and or but as that is was are were has have had be been not which who".split())
_ADJECTIVE = re.compile(r"(?:ed|en|ing|al|ic|ous|ive|ful|less|ary|ish|ern|able|an|ar|est|power|party|page|lost|old|poor)$")
_LIST_WORDS = frozenset(", and the & - – — / two three both".split()) | {"'", "’", "s"}
_SENTENCE_WORDS = frozenset(
    """in on under at by for from with when while although after before since if but and yet both all most only even
    article articles art paragraph paragraphs para section chapter annex its their his her our your president minister
    prime foreign defence-minister secretary chairman leader premier general king crown prince ambassador spokesman
    sources officials according asked speaking signed concluded like unlike as that this these those what which who is
    was are were has have had does did will would can could may might must shall should not no nor so thus hence
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday analysts critics supporters
    everyone nobody nothing everything here there it he she they we you i senator congressman question answer q a""".split()
)
