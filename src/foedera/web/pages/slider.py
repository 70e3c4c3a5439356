"""A slider over the days that matter: it works as a list of links, too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from foedera.engine.turning_days import TurningDay


@dataclass(frozen=True, slots=True)
class Stop:
    """One day of the slider."""

    day: str
    address: str
    reasons: tuple[str, ...]
    is_now: bool


@dataclass(frozen=True, slots=True)
class Slider:
    """The days in order, the one that is shown among them.

    Attributes:
        pattern: the address of the view with ``DAY`` for the day.
    """

    stops: tuple[Stop, ...]
    pattern: str

    @classmethod
    def of(cls, days: Sequence[TurningDay], now: str, address: Callable[[str], str]) -> Slider:
        """The slider of a view; the day that is shown gets a stop even if nothing turns on it."""
        reasons = {one.day.text: one.reasons for one in days}
        reasons.setdefault(now, ())
        stops = [Stop(day, address(day), reasons[day], day == now) for day in sorted(reasons)]
        return cls(tuple(stops), address("DAY"))

    @property
    def at(self) -> int:
        """The place of the day that is shown."""
        return next(ix for ix, stop in enumerate(self.stops) if stop.is_now)

    @property
    def before(self) -> Stop | None:
        """The stop before the one that is shown."""
        return self.stops[self.at - 1] if self.at else None

    @property
    def after(self) -> Stop | None:
        """The stop after the one that is shown."""
        return self.stops[self.at + 1] if self.at + 1 < len(self.stops) else None

    @property
    def days(self) -> str:
        """The days as JSON, for the script."""
        return json.dumps([stop.day for stop in self.stops])
