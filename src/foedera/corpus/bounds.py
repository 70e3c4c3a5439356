"""Bounds that the values of one record keep among themselves: days in order, points on the globe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.problems import Problem
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.states import Point, StateOnMap

_POLE, _DATE_LINE = 90, 180


def in_order(since: Day | None, until: Day | None, what: str) -> Iterator[Problem]:
    """A span must end after it begins."""
    if since and until and since.before(until) is Truth.FALSE:
        yield Problem("E302", f"{what} ends on {until}, no later than it begins on {since}")


def on_globe(point: Point | None) -> Iterator[Problem]:
    """A point must be on the globe."""
    if point and not (abs(point.lat) <= _POLE and abs(point.lon) <= _DATE_LINE):
        yield Problem("E407", "the point is not on the globe (latitude -90..90, longitude -180..180)")


def on_map(drawn: StateOnMap) -> Iterator[Problem]:
    """A state must be drawn as areas, each in its span, or as a point."""
    if not drawn.areas and not drawn.point:
        yield Problem("E404", "'on_map' says neither areas nor a point")
    for spell in drawn.areas:
        yield from in_order(spell.since, spell.until, f"the spell of the area {spell.area}")
    yield from on_globe(drawn.point)
