"""Readings in words: verdicts with their symbols, kinds of claims, speakers, places in a document, sources."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.answers import Step
    from foedera.model.doctrine import Source
    from foedera.model.instruments import Reference
    from foedera.model.world import World
    from foedera.reader.records import (
        Claim,
        ClaimKind,
        DocumentReading,
        Mention,
        Reading,
        Speaker,
        Verdict,
        VerdictWord,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: in words, as a symbol, as a symbol of plain letters, and in a colour of the terminal."""

    words: str
    symbol: str
    plain: str
    style: str
    means: str


LOOKS: dict[VerdictWord, Look] = {
    "contradicted": Look("contradicted", "✗", "X", "bold red", "the record says something else"),
    "partly": Look("partly", "◐", "~", "bold yellow", "one part is right, another is wrong or not on record"),
    "definitional": Look("definitional", "◇", "=", "magenta", "it depends on the definition"),
    "supported": Look("supported", "✓", "+", "green", "the record says the same"),
    "not_checkable": Look("not checkable", "○", "o", "dim", "no text settles it: opinion, motive, prediction"),
    "not_in_corpus": Look("not in corpus", "?", "?", "cyan", "the record has nothing on it"),
}
"""In the order in which they are counted."""

KINDS: dict[ClaimKind, str] = {
    "signed_on": "day of signature",
    "signed_at": "place of signature",
    "signed_by": "who signed",
    "adopted_in": "adoption",
    "in_force_since": "entry into force",
    "party_to": "party",
    "party_count": "number of parties",
    "has_article": "topic of an article",
    "contains_duty": "duty",
    "clause_content": "content of a clause",
    "resembles": "likeness",
    "subject_to": "basis",
    "supersedes": "succession",
    "ended": "end",
    "term": "term",
    "directed_against": "direction",
    "is_alliance": "alliance",
    "is_defensive": "nature",
    "binding": "binding force",
    "titled": "title",
    "opinion": "opinion",
}
HOW = {"name": "by name", "description": "by description", "reference": "by reference"}
TYPES = {
    "instrument": "instrument",
    "provision": "article",
    "state": "state",
    "organ": "organisation",
    "place": "place",
    "person": "office-holder",
    "date": "date",
}


def clean(text: str) -> str:
    """Foreign text on one line, without letters that steer a terminal or turn the direction of writing."""
    shown = ("" if unicodedata.category(letter) == "Cf" else letter for letter in text)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in shown).split())


def shortened(text: str, width: int) -> str:
    """Foreign text on one line of at most ``width`` letters."""
    line = clean(text)
    return line if len(line) <= width else f"{line[: max(1, width - 1)].rstrip()}…"


def speaker(one: Speaker) -> str:
    """Who speaks, if it is not the author: ``the minister (assures)``."""
    if one.manner == "author":
        return ""
    return f"{clean(one.text)}{' (assures)' if one.assures else ''}"


def count(number: int, word: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def kind(claim: Claim) -> str:
    """What a claim is about, in words."""
    return KINDS[claim.kind]


def dated(reading: Reading, document: DocumentReading) -> str:
    """As of which day a document is judged."""
    return f"dated {document.dated}" if document.dated else f"without a date, judged as of {reading.on}"


def record_name(world: World, identifier: str) -> str:
    """The title of a record; of a clause ``article 4 of ...``."""
    head, _, article = identifier.partition("/")
    return f"article {article.partition('@')[0]} of {world.name(head)}" if article else world.name(head)


class Places:
    """Where something stands in a document: line and column of a text, the paragraph of a page, else the character."""

    def __init__(self, document: DocumentReading) -> None:
        self._lines = document.format == "text"
        pieces = (document.text or "").split("\n")
        self._starts = [0, *accumulate(len(piece) + 1 for piece in pieces[:-1])]
        self._paragraphs = list(accumulate(int(bool(piece.strip())) for piece in pieces))
        self._kept = document.text is not None

    def of(self, start: int) -> str:
        """The place of an offset: ``12:3``, ``paragraph 4`` or ``character 5,000,000``."""
        if not self._kept:
            return f"character {start + 1:,}"
        row = bisect_right(self._starts, start) - 1
        return f"{row + 1}:{start - self._starts[row] + 1}" if self._lines else f"paragraph {self._paragraphs[row]}"


def cites(step: Step | None) -> tuple[str, ...]:
    """What a derivation rests on, each once."""
    return tuple(dict.fromkeys(_cites(step))) if step else ()


def _cites(step: Step) -> Iterator[str]:
    yield from step.cites
    for child in step.children:
        yield from _cites(child)


def source(world: World, cite: str) -> Reference | Source | None:
    """The source that a citation names: a shared one, or ``instrument#name``; None for a clause or rule."""
    instrument, _, local = cite.partition("#")
    record = world.records.instruments.get(instrument)
    return world.records.sources.get(cite) or ((record.references or {}).get(local) if record else None)


def unlinked(document: DocumentReading) -> list[tuple[str, str, list[Mention]]]:
    """Mentions that stand for nothing in the corpus: words, why, and every mention with these words."""
    found: dict[str, list[Mention]] = {}
    for one in document.unlinked:
        found.setdefault(clean(one.text), []).append(one)
    return [(words, same[0].why, same) for words, same in found.items()]


def is_contradicted(verdict: Verdict) -> bool:
    """Whether the record says something else than the claim, or than the part of it that a text can settle."""
    return verdict.word == "contradicted" or bool(verdict.core and is_contradicted(verdict.core))
