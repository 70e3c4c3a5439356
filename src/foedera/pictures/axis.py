"""An axis of time: days to shares of a width in percent, and the years to write under it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
_SHARES = 100


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that a picture shows.

    Attributes:
        since: its first day, as an ordinal.
        until: the day after its last; later than ``since``.
    """

    since: int
    until: int

    def at(self, ordinal: int) -> float:
        """Where the day stands, in percent of the width; a day outside stands at the edge."""
        share = (ordinal - self.since) / (self.until - self.since)
        return round(min(max(share, 0.0), 1.0) * _SHARES, 2)

    def holds(self, ordinal: int) -> bool:
        """Whether the day is on the axis."""
        return self.since <= ordinal <= self.until

    def ticks(self, most: int = 6) -> tuple[tuple[int, float], ...]:
        """At most so many round years, each with the place where it begins."""
        first, last = dt.date.fromordinal(self.since).year + 1, dt.date.fromordinal(self.until).year
        step = next((one for one in _STEPS if last // one - (first - 1) // one <= most), _STEPS[-1])
        years = range(-(-first // step) * step, last + 1, step)
        return tuple((year, self.at(dt.date(year, 1, 1).toordinal())) for year in years)
