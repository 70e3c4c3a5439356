"""Phrases that name an instrument: a head ("treaty", "accord") or a known name, with what stands around it.

"the 1961 treaty with China", "Treaty of Friendship between the USSR and the DPRK", "the Moscow and Pyongyang
Declarations of 2000 and 2001", "resolutions 1718 and 1874", "this document".
"""

from __future__ import annotations

import re

from foedera.reader import words as w
from foedera.reader.phrase import APOSTROPHES, DASHES, MONTHS, YEAR, Phrase
from foedera.reader.titles import Titles

_MAX_LEFT, _MAX_ADJECTIVES = 14, 3


class Scanner(Titles):
    """Finds the phrases of one sentence."""

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
            last = self.last_of(index, name)
            phrase = self._grow(index, last, "", plural=False, known=known)
            if phrase is not None:
                phrase.words += name.text.lower().split()
            return phrase
        token = self.tokens[index]
        lower = token.lower
        head = w.PLURALS.get(lower, lower)
        if lower == "that" and self.lower_at(index + 1) == "of" and YEAR.match(self.lower_at(index + 2)):
            head = "one"  # "the treaty replaced that of 1951"
        if head not in w.HEADS or self._is_verb(index, lower) or self._is_other(index, head) or self._heads(index + 1):
            return None
        return self._grow(index, index, head, plural=lower in w.PLURALS, known=())

    def _is_verb(self, index: int, lower: str) -> bool:
        """Whether the word is used as a verb or as part of another expression ("the accord they text")."""
        before = self.tokens[index - 1].lower if index else ""
        after = self.lower_at(index + 1)
        if lower in ("accords", "documents", "charters", "texts", "deals", "commitment") and before in (
            "it",
            "which",
            "that",
            "he",
        ):
            return True
        return (lower == "deal" and (before in ("to", "great", "good") or after == "with")) or before == "text"

    def _is_other(self, index: int, head: str) -> bool:
        """Whether the head belongs to a longer expression that is no instrument: "treaty body", "alliance partners"."""
        return head in ("treaty", "alliance", "agreement") and self.lower_at(index + 1) in _NO_INSTRUMENT

    def _heads(self, index: int) -> bool:
        """Whether the next word is a head too: of "partnership agreement" the last one is it."""
        following = self.lower_at(index)
        return (
            index not in self.name_at
            and w.PLURALS.get(following, following) in w.HEADS
            and following not in ("text", "one")
        )

    def _grow(self, first: int, last: int, head: str, *, plural: bool, known: tuple[str, ...]) -> Phrase | None:
        phrase = Phrase(0, 0, head, plural, known=known, proper=self.tokens[last].text[:1].isupper())
        phrase.elliptic = self.lower_at(first) == "that"
        last = self._same_head(last, phrase)
        left = self._left(first - 1, phrase)
        right = self.right(last + 1, phrase)
        if (head in w.BARE or head == "one") and (not self._is_told(phrase) or self.tokens[last].text.isupper()):
            return None
        if head == "resolution" and (_SETTLING & set(phrase.words) or self._settles(right + 1)):
            return None
        self._where(right + 1, phrase)
        phrase.start, phrase.end = self.tokens[left].start, self.tokens[right].end
        self.used.update(range(left, right + 1))
        return phrase

    def _where(self, index: int, phrase: Phrase) -> None:
        """A place of signature tells too, but is no part of the phrase: "the memorandum signed in Budapest"."""
        if self.lower_at(index) in _DONE and self.lower_at(index + 1) in ("in", "at") and index + 2 in self.name_at:
            phrase.words.append(self.name_at[index + 2].text.lower())

    def _is_told(self, phrase: Phrase) -> bool:
        """Whether a vague head ("deal", "text", "the one with Japan") is told apart, or points back at something."""
        if phrase.head == "one":
            return (phrase.pointer == "the" or phrase.elliptic) and bool(phrase.states or phrase.years)
        if phrase.states or phrase.organs or phrase.years or (phrase.proper and phrase.words):
            return True
        return phrase.pointer in w.POINTERS and (phrase.proper or phrase.head in w.POINTING)

    def _settles(self, index: int) -> bool:
        """Whether it is "the resolution of the conflict": that settles something; it is no resolution of an organ."""
        return self.lower_at(index) == "of" and any(self.lower_at(index + n) in _MATTERS for n in (1, 2, 3))

    def _same_head(self, last: int, phrase: Phrase) -> int:
        """A known name may be followed by its head: "the ANZUS treaty", "the Budapest Memorandum agreement"."""
        following = self.lower_at(last + 1)
        head = w.PLURALS.get(following, following)
        if phrase.known and head in w.HEADS and head not in ("one", "deal") and last + 1 not in self.name_at:
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
        before = self.lower_at(left - 1)
        if before in w.POINTERS or before in w.INDEFINITE:
            such = before in ("a", "an") and self.lower_at(left - 2) == "such" and not phrase.tells
            phrase.pointer = "such" if such else before
            return left - 2 if such else left - 1
        return self._pointer_further_left(left, phrase)

    def _pointer_further_left(self, left: int, phrase: Phrase) -> int:
        """In "this half-forgotten text" a pointer stands one or two adjectives away."""
        for ahead in range(left - 2, max(-1, left - 7), -1):
            lower = self.lower_at(ahead)
            between = [token.text for token in self.tokens[ahead + 1 : left]]
            if not all(word in DASHES or (word.isalpha() and word.islower()) for word in between) or ahead in self.used:
                break
            near = len([word for word in between if word.isalpha()]) <= _MAX_ADJECTIVES and not _SMALL & {
                word.lower() for word in between
            }
            if (
                lower in w.POINTERS
                and near
                and (lower != "the" or all(_ADJECTIVE.search(word) for word in between[-1:]))
            ):
                phrase.pointer = lower
                return ahead
        return left

    def _step_left(self, index: int, phrase: Phrase) -> int | None:
        """The first token of what may be taken in before the phrase at ``index``, or None."""
        token, name = self.tokens[index], self.name_at.get(index)
        if index in self.used or token.lower in w.POINTERS or token.lower in w.INDEFINITE:
            return None
        if name is not None:
            return self.first_of(index, name) if self.take_name(name, phrase) else None
        if YEAR.match(token.text):
            phrase.years.append(int(token.text))
            return index
        if token.lower in w.MODIFIERS:
            phrase.words.append(token.lower)
            return index
        if token.text in DASHES:
            return index if self._modifies(index - 1) else None
        if token.lower == "s" and index and self.tokens[index - 1].text in APOSTROPHES:
            return index - 1 if self._modifies(index - 2) else None
        if token.lower in ("and", ",", "&"):
            return index if self._joins(index, phrase) else None
        if token.text[:1].isupper() and index and token.lower not in _SENTENCE_WORDS and token.text not in MONTHS:
            phrase.words.append(token.lower)
            phrase.odd.append(token.lower)
            return index
        if token.text.isdigit() and index and self.tokens[index - 1].text in MONTHS:
            phrase.words += [token.text, self.lower_at(index - 1)]
            return index - 1
        return None

    def _modifies(self, index: int) -> bool:
        if index < 0 or index in self.used:
            return False
        token = self.tokens[index]
        return (
            index in self.name_at
            or token.lower in w.MODIFIERS
            or bool(YEAR.match(token.text))
            or token.text[:1].isupper()
        )

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
        return same_name or bool(YEAR.match(lower) and YEAR.match(self.tokens[after].text))


_NO_INSTRUMENT = frozenset(
    """ally allies partner partners obligations obligation commitments commitment members member law text language
    area body bodies relationship guarantee guarantees""".split()
)
_DONE = frozenset("signed adopted concluded sealed agreed done struck reached".split())
_SETTLING = frozenset(("peaceful", "dispute", "conflict", "diplomatic"))
_MATTERS = frozenset(
    "conflict conflicts dispute disputes crisis crises problem problems issue issues question questions war".split()
)
_SMALL = frozenset(
    "a an of to in on for by with from at and or but as that is was are were has have had be been not which who".split()
)
_ADJECTIVE = re.compile(
    r"(?:ed|en|ing|al|ic|ous|ive|ful|less|ary|ish|ern|able|an|ar|est|power|party|page|lost|old|poor)$"
)
_SENTENCE_WORDS = frozenset(
    """in on under at by for from with when while although after before since if but and yet both all most only
    even article articles art paragraph paragraphs para section chapter annex its their his her our your
    president minister prime foreign defence-minister secretary chairman leader premier general king crown
    prince ambassador spokesman sources officials according asked speaking signed concluded like unlike as
    that this these those what which who is was are were has have had does did will would can could may
    might must shall should not no nor so thus hence today yesterday tomorrow monday tuesday wednesday
    thursday friday saturday sunday analysts critics supporters everyone nobody nothing everything here
    there it he she they we you i senator congressman question answer q a""".split()
)
