"""The words for all duties, and which of them a sentence may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.ban_words import BANS
from foedera.reader.claims.duty_parts import ORGAN
from foedera.reader.claims.help_words import HELPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.duty_parts import Content

CONTENTS: tuple[Content, ...] = (*BANS, *HELPS)
"""In the order in which they are tried: where two overlap, the first that makes a claim holds."""
_MARTIAL = (
    *("attack", "aggress", "war", "invad", "invasion", "militar", "armed", "victim", "defenc", "defens", "force"),
    *("assail", "army", "armies", "troops", "soldiers", "besieged", "arms"),
)
_WORDS = re.compile(r"[a-z]+")
_HEAD = 3
_PLACES: dict[str, list[tuple[str, int, int]]] = {}
"""By the first letters of a word: its beginning, the place in ``CONTENTS`` that needs it, and the group as a bit."""
for _place, _content in enumerate(CONTENTS):
    for _group, _beginnings in enumerate(_content.needs):
        for _letters in _beginnings:
            _PLACES.setdefault(_letters[:_HEAD], []).append((_letters, _place, 1 << _group))
_FULL = tuple((1 << len(content.needs)) - 1 for content in CONTENTS)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case; a name of an organisation that is covered counts as "council"."""
    words = frozenset(_WORDS.findall(text.lower()))
    return words | {"council"} if ORGAN in text else words


def likely(words: frozenset[str]) -> Iterator[Content]:
    """The contents of which a text with these words has one that they need, in their order."""
    found: dict[int, int] = {}
    for word in words:
        for letters, place, group in _PLACES.get(word[:_HEAD], ()):
            if word.startswith(letters):
                found[place] = found.get(place, 0) | group
    places = [place for place, groups in found.items() if groups == _FULL[place]]
    is_martial = bool(places) and any(word.startswith(_MARTIAL) for word in words)
    for place in sorted(places):
        content = CONTENTS[place]
        if is_martial or not content.martial:
            yield content
