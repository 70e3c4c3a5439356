"""Office-holders who signed instruments, and the offices that they held."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.dates import Day, Span
from foedera.model.facts import Confidence
from foedera.problems import Mark


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state or organ, and the half-open span in which it was held.

    Attributes:
        state: id of the state or organ.
        office: its name, as "President".
        since: the first day; None if it is not on record.
        until: the first day after it; None if it lasts or is not on record.
    """

    state: str
    office: str
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None

    @property
    def span(self) -> Span:
        """The days in office."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who signed an instrument of the corpus in an office.

    ``signed``: the instruments, by id. Only the offices that bear on them are named.
    """

    id: str
    name: str
    offices: tuple[Office, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    note: str | None = None
    mark: Mark | None = None
