"""Dated, sourced facts and the positions that states and organs take on disputed ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.dates import Day, Span

Confidence = Literal["verified", "partly_verified", "memory"]
"""How far a statement was checked: read in a source, in part, or only remembered."""

Proposition = Literal[
    "characterisation",
    "self_defence",
    "proportionate",
    "state_of_war",
    "request",
    "unprovoked",
    "attribution",
    "binding",
    "statehood",
    "in_force",
]
"""What a position can be about. ``characterisation``: that the event is what its type says it is."""


@dataclass(frozen=True, slots=True)
class Position:
    """What a state or an organ says of a disputed fact from a day on.

    Attributes:
        by: state or organ id.
        says: whether it asserts the proposition, denies it, or holds it open.
        of: the proposition.
        since: first day of the position.
    """

    by: str
    says: Literal["asserts", "denies", "open"]
    since: Day
    of: Proposition = "characterisation"
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several readings of a disputed day, with who reads it so."""

    on: Day
    sources: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of a fact (signature, entry into force, end), with its sources.

    ``on`` may be a doubtful day; ``readings`` then says which source supports which candidate.
    """

    on: Day
    how: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """A half-open span in which a named state stands in some relation (administers, claims) to a thing."""

    state: str
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None

    @property
    def span(self) -> Span:
        """The days of the spell."""
        return Span(self.since, self.until)
