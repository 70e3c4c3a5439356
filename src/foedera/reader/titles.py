"""What stands to the right of a head: "of 1961", "between A and B", "on Friendship and Mutual Assistance"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader import words as w
from foedera.reader.phrase import APOSTROPHES, DASHES, MONTHS, YEAR, Row

if TYPE_CHECKING:
    from foedera.reader.phrase import Phrase
    from foedera.reader.tokens import Token

_NUMBER = re.compile(r"\d{2,4}$")
_LONG = re.compile(r"\d{4}$")
_LIST_WORDS = frozenset(", and the & - – — / two three both".split())
_MAX_RIGHT, _MAX_AHEAD = 30, 8


def _is_resolution(phrase: Phrase) -> bool:
    """Whether further numbers may follow: "resolutions 1718 and 1874", "UNSCR 1874 and 2087"."""
    return phrase.head == "resolution" or any(one.startswith("unscr-") for one in phrase.known)


class Titles(Row):
    """Takes in what belongs to a phrase after its head."""

    def right(self, index: int, phrase: Phrase) -> int:
        """Take in what belongs to the phrase from an index on; the index of its last word."""
        right = index - 1
        for _ in range(_MAX_RIGHT):
            step = self._step_right(index, phrase)
            if step is None:
                break
            right, index = step, step + 1
        return right

    def _step_right(self, index: int, phrase: Phrase) -> int | None:
        """The last token of what may be taken in after the phrase at ``index``, or None."""
        lower = self.lower_at(index)
        if not lower or index in self.used:
            return None
        if lower == "(":
            return self._bracket(index, phrase)
        if _is_resolution(phrase) and (end := self._numbers(index, phrase)) is not None:
            return end
        titled = phrase.proper and not phrase.known and bool(phrase.words or phrase.states)
        takes_in = (titled or phrase.head == "resolution") and bool(YEAR.match(self.lower_at(index + 1)))
        if (lower in ("of", "from") or (lower == "in" and takes_in)) and (
            end := self._years(index + 1, phrase)
        ) is not None:
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
        if self.lower_at(index + 2) == ")":
            inside = self.tokens[index + 1]
            if YEAR.match(inside.text):
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
            if (_LONG if phrase.known else _NUMBER).match(text) and not (
                end is None and self.lower_at(index - 1) == "of"
            ):
                phrase.numbers.append(text)
                end = index
            elif (
                end is not None
                and text == "("
                and self.lower_at(index + 2) == ")"
                and YEAR.match(self.lower_at(index + 1))
            ):
                end = index = index + 2
            elif text.lower() not in ("and", ",", "no", "nos", ".", "s", "/", "res", "number") or (
                end is None and text.lower() in ("and", ",", ".") and not phrase.known
            ):
                break
            index += 1
        return end

    def _years(self, index: int, phrase: Phrase) -> int | None:
        """Years: "1961", "2000 and 2001", "2016-2017", "July 1961", "11 July 1961"."""
        while self.lower_at(index).isdigit() and len(self.lower_at(index)) <= 2:  # noqa: PLR2004 - a day of the month
            index += 1
        if index < len(self.tokens) and self.tokens[index].text in MONTHS:
            index += 1
            if self.lower_at(index).isdigit() and len(self.lower_at(index)) <= 2 and self.lower_at(index + 1) == ",":  # noqa: PLR2004
                index += 2
        end: int | None = None
        while index < len(self.tokens):
            text = self.tokens[index].text
            if YEAR.match(text):
                if end is not None and self.tokens[index - 1].text in DASHES and phrase.years:
                    phrase.until_year = int(text)
                else:
                    phrase.years.append(int(text))
                end = index
            elif (
                end is None
                or not (text in DASHES or text.lower() in ("and", ",", "to"))
                or not YEAR.match(self.lower_at(index + 1))
            ):
                break
            index += 1
        return end

    def _states(self, index: int, phrase: Phrase, *, several: bool) -> int | None:
        """Names after "between" or "with"."""
        end: int | None = None
        while index < len(self.tokens):
            name, lower = self.name_at.get(index), self.lower_at(index)
            if name is not None and any(m.type in ("state", "organ") for m in name.meanings):
                self.take_name(name, phrase, titled=False)
                end = index = self.last_of(index, name)
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
                if not self.take_name(name, phrase):
                    break
                end = index = self.last_of(index, name)
            elif self._is_title_word(index, token, phrase):
                phrase.words.append(token.lower)
                phrase.odd += [token.lower] if token.text[:1].isupper() else []
                end = index
            elif (end is not None and token.lower in ("which", "that")) or not self._goes_on(
                index, token, started=end is not None
            ):
                break
            index += 1
        return end

    def _is_title_word(self, index: int, token: Token, phrase: Phrase) -> bool:
        """Whether the word belongs to a title, or to a description such as "of friendship and mutual assistance"."""
        if token.text in MONTHS or token.lower in ("article", "articles"):
            return False
        if token.text[:1].isupper():
            return True
        return (
            not phrase.proper and token.lower in w.MODIFIERS and self.lower_at(index + 1) not in w.HEADS.keys() - w.BARE
        )

    def _goes_on(self, index: int, token: Token, *, started: bool) -> bool:
        """Whether a small word or mark stands inside a title: something capitalised or a name follows."""
        lower = token.lower
        if token.lower == "in" and index + 1 in self.name_at:
            return False  # "signed the Charter in Shanghai": where, not what
        if token.text in DASHES and started and index + 1 < len(self.tokens):
            return self.tokens[index + 1].start == token.end
        if index and self.tokens[index - 1].text in DASHES and self.tokens[index - 1].end == token.start:
            return True
        if lower not in w.TITLE_LINKS and token.text not in (",", *DASHES, *APOSTROPHES) and lower not in ("s", "de"):
            return False
        if lower in ("and", ",") and self._is_next(index + 1):
            return False
        if (token.text == "," and not started) or (lower == "in" and self._is_seat(index + 1)):
            return False
        for ahead in range(index + 1, min(index + 4, len(self.tokens))):
            following = self.tokens[ahead]
            if ahead in self.name_at or following.text[:1].isupper() or following.lower in w.MODIFIERS:
                return following.text not in MONTHS and following.lower not in ("article", "articles")
            if following.lower not in w.TITLE_LINKS:
                return False
        return False

    def _is_next(self, index: int) -> bool:
        """Whether another instrument begins here: "the Warsaw Pact and the North Atlantic Treaty of 1949"."""
        if self.lower_at(index) not in w.POINTERS:
            return False
        following = [self.lower_at(ahead) for ahead in range(index + 1, index + _MAX_AHEAD)]
        return any(w.PLURALS.get(word, word) in w.HEADS for word in following)

    def _is_seat(self, index: int) -> bool:
        """Whether the name of a capital stands here: "an agreement in Kyiv" tells where, not what."""
        name = self.name_at.get(index)
        return name is not None and any(meaning.capital for meaning in name.meanings)
