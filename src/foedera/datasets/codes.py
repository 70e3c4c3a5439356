"""Code systems: which state of the corpus a number means on a day, and back."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.model.states import Code, State

FOREVER = 3_652_060
"""One past the last day that can be written (ordinal of 9999-12-31, plus one)."""


@dataclass(frozen=True, slots=True)
class Stint:
    """That a state bears a code in the days ``[since, until)``, as ordinals."""

    state: str
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one system (``cow`` or ``gw``), by code and by state."""

    system: str
    by_code: Mapping[int, tuple[Stint, ...]]
    by_state: Mapping[str, tuple[tuple[int, Stint], ...]]

    def state(self, code: int, day: int) -> str | None:
        """The state that bears the code on a day (an ordinal), or None."""
        return next((s.state for s in self.by_code.get(code, ()) if s.since <= day < s.until), None)

    def code(self, state: str, day: int) -> int | None:
        """The code of a state on a day (an ordinal), or None."""
        return next((code for code, s in self.by_state.get(state, ()) if s.since <= day < s.until), None)

    def in_year(self, code: int, year: int) -> str | None:
        """The state that bears the code on the most days of a year, or None."""
        if not dt.MINYEAR <= year < dt.MAXYEAR:
            return None
        stints = self.stints(code, dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal())
        longest = max(stints, key=lambda stint: stint.until - stint.since, default=None)
        return longest.state if longest else None

    def stints(self, code: int, since: int, until: int) -> Iterator[Stint]:
        """The states that bear the code within ``[since, until)``, each cut to the days in which it does."""
        for stint in self.by_code.get(code, ()):
            first, end = max(since, stint.since), min(until, stint.until)
            if first < end:
                yield Stint(stint.state, first, end)


def codes(states: Mapping[str, State], system: str) -> Codes:
    """The codes of a system. A code without days holds from the state's first to its last day of existence."""
    by_code: dict[int, list[Stint]] = defaultdict(list)
    by_state: dict[str, list[tuple[int, Stint]]] = defaultdict(list)
    for state in states.values():
        for code in state.codes:
            if code.system == system:
                stint = Stint(state.id, *_days(state, code))
                by_code[code.code].append(stint)
                by_state[state.id].append((code.code, stint))
    return Codes(
        system,
        {code: tuple(sorted(stints, key=lambda stint: stint.since)) for code, stints in by_code.items()},
        {state: tuple(pairs) for state, pairs in by_state.items()},
    )


def _days(state: State, code: Code) -> tuple[int, int]:
    since = code.since.first if code.since else min((span.since.first for span in state.exists), default=1)
    ends = [FOREVER if span.until is None else span.until.first for span in state.exists]
    return since, code.until.first if code.until else max(ends, default=FOREVER)
