"""Search over everything: forgiving about accents, case, spelling, order and parts of words; ranked."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from foedera.engine.lookup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.engine.search_entries import Entry, EntryKind

MAX_QUERY = 200
"""Characters of a query that are read."""
MAX_WORDS = 12
"""Words of a query that are read."""
MAX_HITS = 60
_FILLERS = frozenset("a an and at by for from in is of on or the to under what which who with".split())  # noqa: SIM905
_WEIGHTS: Mapping[str, float] = {
    "state": 1.3, "treaty": 1.25, "kind": 1.2, "place": 1.15, "actor": 1.1, "official": 1.0, "clause": 1.0,
    "event": 0.95, "event_kind": 0.9, "doctrine": 0.9, "case": 0.75, "source": 0.6,
}  # fmt: skip
_NAMED, _SAID = 3, 1
_PREFIX, _INSIDE, _ALIKE = 0.8, 0.5, 0.6
_LONG = 4
"""Letters of a word from which parts of words and misspellings count."""
_VERY_LONG = 6
"""Letters of a word from which other spellings count even if it is known."""
_NEAR, _VERY_NEAR = 0.76, 0.85
_SEVERAL = 3
_WHOLE, _WHOLE_NEAR = 40.0, 86.0
_LEAST_SHARE = 0.2
"""Of the best score; what is below is noise."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, with its score; only the order of scores means something."""

    entry: Entry
    score: float


@dataclass(frozen=True, eq=False)
class Index:
    """Entries by their words and names. About as large as the text of the entries.

    Attributes:
        words: every word, in the order of the alphabet.
        postings: word to the entries that have it: twice their place, and one more if it is in a name.
        names: a whole name to the places of the entries that are called so.
    """

    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    postings: Mapping[str, array[int]]
    names: Mapping[str, tuple[int, ...]]

    def called(self, name: str, kind: EntryKind) -> tuple[Entry, ...]:
        """The entries of a kind that are called exactly so, but for case, accents and punctuation."""
        found = (self.entries[ix] for ix in self.names.get(plain(name), ()))
        return tuple(one for one in found if one.kind == kind)

    def nearest(self, name: str, kind: EntryKind) -> Entry | None:
        """The entry of a kind that is called so, or nearly so; None if there is none or more than one."""
        exact = self.called(name, kind)
        if exact:
            return exact[0] if len(exact) == 1 else None
        alike = process.extract(plain(name), self.names.keys(), scorer=ratio, score_cutoff=_WHOLE_NEAR, limit=5)
        found = (one for near, _, _ in alike for one in self.called(near, kind))
        return next(found, None)


def build(entries: Iterable[Entry]) -> Index:
    """The index of some entries."""
    known = tuple(entries)
    postings: dict[str, dict[int, bool]] = defaultdict(dict)
    names: dict[str, dict[int, None]] = defaultdict(dict)
    for ix, one in enumerate(known):
        for word in plain_words(f"{one.says} {one.text}"):
            postings[word].setdefault(ix, False)
        for name in (*one.names, one.title):
            names[plain(name)][ix] = None
            for word in plain(name).split():
                postings[word][ix] = True
    packed = {word: array("i", (2 * ix + named for ix, named in found.items())) for word, found in postings.items()}
    return Index(known, tuple(sorted(packed)), packed, {name: tuple(found) for name, found in names.items()})


def plain_words(text: str) -> Iterator[str]:
    """The words of a text of any length, without case, accents and punctuation."""
    for word in text.split():
        yield from plain(word).split()


def search(index: Index, query: str, *, kind: EntryKind | None = None, limit: int = MAX_HITS) -> tuple[Hit, ...]:
    """The entries that a query finds, the best first.

    Entries that lack a word are left out if others have it; of three words and more, one may be missing.
    """
    query = query[:MAX_QUERY]
    wanted = _wanted(query)
    scores, counts = _by_words(index, wanted)
    whole = _by_name(index, query)
    enough = _enough(counts, len(wanted))
    found = []
    for ix in scores.keys() | whole.keys():
        one, said = index.entries[ix], scores.get(ix, 0.0) * (counts.get(ix, 0) / max(len(wanted), 1)) ** 2
        if (kind is None or one.kind == kind) and (ix in whole or counts[ix] >= enough):
            found.append((_WEIGHTS[one.kind] * said, Hit(one, _WEIGHTS[one.kind] * (said + whole.get(ix, 0.0)))))
    least = _LEAST_SHARE * max((said for said, _ in found), default=0.0)
    hits = [hit for said, hit in found if said >= least or hit.score > said]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.entry.title, hit.entry.id))[:limit])


def missing(index: Index, query: str) -> tuple[str, ...]:
    """The words of a query that no entry has, nor a word like them; empty if the query is a whole name."""
    query = query[:MAX_QUERY]
    if _by_name(index, query):
        return ()
    return tuple(word for word in _wanted(query) if not _matches(index, word))


def _enough(counts: Mapping[int, int], wanted: int) -> int:
    """How many of the words an entry must have."""
    most = max(counts.values(), default=0)
    return most if wanted < _SEVERAL else min(most, wanted - 1)


def _wanted(query: str) -> list[str]:
    """The words to look for, without those that say nothing if there are others."""
    said = list(dict.fromkeys(plain(query).split()))[:MAX_WORDS]
    return [word for word in said if word not in _FILLERS] or said


def _by_words(index: Index, wanted: list[str]) -> tuple[dict[int, float], dict[int, int]]:
    """For each entry its score, and how many of the words it has."""
    scores: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for word in wanted:
        best: dict[int, float] = {}
        for match, quality in _matches(index, word).items():
            posting = index.postings[match]
            worth = quality * math.log(1 + len(index.entries) / len(index.postings.get(word, posting)))
            for packed in posting:
                ix, score = packed >> 1, worth * (_NAMED if packed & 1 else _SAID)
                if score > best.get(ix, 0.0):
                    best[ix] = score
        for ix, score in best.items():
            scores[ix] += score
            counts[ix] += 1
    return scores, counts


def _matches(index: Index, word: str) -> dict[str, float]:
    """The known words that are meant by one of a query, each with how well it fits."""
    found = dict(_alike(index, word, _VERY_NEAR)) if len(word) >= _VERY_LONG else {}
    found.update(_begun(index, word))
    found.update({known: 1.0 for known in (word, word.removesuffix("s")) if known in index.postings})
    if not found and len(word) >= _LONG:
        found = {known: _INSIDE for known in index.words if word in known}
        found.update(_alike(index, word, _NEAR))
    return found


def _alike(index: Index, word: str, least: float) -> Iterator[tuple[str, float]]:
    """The known words that are spelled alike."""
    for known, similarity, _ in process.extract(
        word, index.words, scorer=OSA.normalized_similarity, score_cutoff=least, limit=8
    ):
        yield known, _ALIKE * similarity


def _begun(index: Index, word: str) -> Iterator[tuple[str, float]]:
    """The known words that begin with this one."""
    place = bisect_left(index.words, word)
    while place < len(index.words) and index.words[place].startswith(word):
        known = index.words[place]
        if known != word and len(word) > 1:
            yield known, _PREFIX * len(word) / len(known)
        place += 1


def _by_name(index: Index, query: str) -> dict[int, float]:
    """Entries whose whole name the query is, or nearly is."""
    wanted = plain(query)
    if not wanted:
        return {}
    found = dict.fromkeys(index.names.get(wanted, ()), 2 * _WHOLE)
    if not found and len(wanted) >= _LONG:
        alike = process.extract(wanted, index.names.keys(), scorer=ratio, score_cutoff=_WHOLE_NEAR, limit=8)
        for name, similarity, _ in alike:
            for ix in index.names[name]:
                found[ix] = max(found.get(ix, 0.0), _WHOLE * similarity / 100)
    return found
