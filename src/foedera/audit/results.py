"""What an audit gives: matched instruments, agreement by kind and by date, differences, and what only one side has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "within_31_days", "other", "unknown"]
"""How two values compare; of days, ``other`` is more than 31 days apart or not known to be less."""
What = Literal["member", "entry", "exit", "kind", "condition"]
Side = Literal["corpus", "atop"]

WHY = {
    "signature": "ATOP counts from the day of signature, the corpus from entry into force",
    "successor": "ATOP ends it on the day on which its successor was signed",
    "last_day": "ATOP gives the last day in force, the corpus the first day without",
    "suspended": "the corpus records a suspension from then on, not an end",
}
"""Differences that follow from what the two count, by code."""
ONLY = {
    "after": "it begins after the last day of the data",
    "political": "it is a political text; ATOP codes legal obligations",
    "disputed": "whether it binds in law is disputed",
    "no_alliance": "it is no agreement by which states make an alliance",
    "no_kind": "it promises none of the five kinds",
    "no_number": "no ATOP number is recorded for it",
    "not_in_file": "its ATOP number is not in the imported file",
    "selection": "the corpus is a selection",
}
"""Why only one side has an instrument, by code."""
EXPLAINED = frozenset({"after", "political", "disputed", "no_alliance", "no_kind"})
"""Reasons by which the coverage or the definition of the data explains that ATOP does not have it."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one side says, what it cites, and where that stands (file and line)."""

    text: str
    sources: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One comparison that is not an agreement: a difference, or one that stays unknown.

    Attributes:
        instrument: id in the corpus.
        alliance: id in the imported layer.
        member: state id.
        kind: of a promise or its condition.
        why: a code of ``WHY``, if the difference follows from what the two count.
    """

    instrument: str
    alliance: str
    member: str
    what: What
    kind: str | None
    verdict: Verdict
    corpus: Value
    atop: Value
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Who promises a kind (or promises it on conditions): how often both, neither, one alone, not known."""

    what: Literal["kind", "condition"]
    kind: str
    both: int = 0
    neither: int = 0
    only_corpus: int = 0
    only_atop: int = 0
    unknown: int = 0

    @property
    def agreement(self) -> float | None:
        """The share of agreement among what is known, or None."""
        known = self.both + self.neither + self.only_corpus + self.only_atop
        return (self.both + self.neither) / known if known else None


@dataclass(frozen=True, slots=True)
class DateTally:
    """Days compared, member by member; ``running``: both have it in force at the end of the data."""

    what: Literal["entry", "signature", "exit"]
    same: int = 0
    within_31_days: int = 0
    other: int = 0
    unknown: int = 0
    running: int = 0

    @property
    def agreement(self) -> float | None:
        """The share of equal days among those that are known, or None; what is running is not counted."""
        known = self.same + self.within_31_days + self.other
        return self.same / known if known else None


@dataclass(frozen=True, slots=True)
class Match:
    """A corpus instrument and the ATOP alliance with its number, with the members that each has in the window."""

    instrument: str
    alliance: str
    corpus_members: int
    atop_members: int
    common_members: int
    differences: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Single:
    """An instrument that one side alone has; ``reason`` is a code of ``ONLY``."""

    side: Side
    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Audit:
    """The corpus against ATOP in the days that ATOP covers.

    Attributes:
        since: first day compared, ISO.
        last: last day compared, ISO.
        corpus: digest of the corpus (SHA-256, hex).
        file: the imported file.
        sha256: of that file, hex.
    """

    since: str
    last: str
    corpus: str
    release: str
    file: str
    sha256: str
    matches: tuple[Match, ...]
    kinds: tuple[Tally, ...]
    conditions: tuple[Tally, ...]
    dates: tuple[DateTally, ...]
    differences: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    singles: tuple[Single, ...]
