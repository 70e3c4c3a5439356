"""The Equal Earth projection, and the cut that turns rings on the globe into rings on the sheet.

Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, International Journal of Geographical
Information Science 33 (2019), 454-465.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Pair = tuple[float, float]
Ring = tuple[Pair, ...]

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
_TURN = 360.0
_HALF_TURN = 180.0
_POLE = -90.0
_STEPS = 12

CUT = -169.0
"""The meridian along which the globe is opened: through the Bering Strait, so that Russia stays whole."""

CENTRE = CUT + _HALF_TURN
WIDTH = 10000.0
"""Width of the sheet in its own units, in which everything is drawn and a whole number is fine enough."""

_RADIUS = WIDTH / (2 * math.pi / (_M * _A1))


def equal_earth(lon: float, lat: float) -> Pair:
    """The published forward equations: radians from the central meridian to x to the right, y upward (radius 1)."""
    theta = math.asin(_M * math.sin(lat))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    return lon * math.cos(theta) / (_M * slope), theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def inverse(x: float, y: float) -> Pair:
    """The longitude and latitude (radians) of a point of the plane, by Newton's method."""
    theta = y / _A1
    for _ in range(_STEPS):
        square = theta * theta
        sixth = square**3
        slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
        theta -= (theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square)) - y) / slope
    square = theta * theta
    slope = _A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)
    return x * _M * slope / math.cos(theta), math.asin(math.sin(theta) / _M)


HEIGHT = round(2 * _RADIUS * equal_earth(0, math.pi / 2)[1], 1)
"""Height of the sheet, from pole to pole."""


def on_sheet(lon: float, lat: float) -> Pair:
    """A point in degrees, with ``CUT <= lon <= CUT + 360``, in the units of the sheet (y downward)."""
    x, y = equal_earth(math.radians(lon - CENTRE), math.radians(lat))
    return WIDTH / 2 + _RADIUS * x, HEIGHT / 2 - _RADIUS * y


def at(lon: float, lat: float) -> Pair:
    """Any point of the globe in degrees, in the units of the sheet."""
    return on_sheet(CUT + (lon - CUT) % _TURN, lat)


def opened(ring: Sequence[Pair]) -> Iterator[Ring]:
    """The parts of a ring on the globe that the cut leaves, each within ``[CUT, CUT + 360]``.

    A ring that goes round the South Pole is led along the cut to the pole and back.
    """
    whole = _unrolled(ring)
    turn = whole[-1][0] + _step(whole[-1][0], whole[0][0]) - whole[0][0]
    if abs(turn) > _HALF_TURN:
        whole = _by_the_pole(whole, turn)
    lowest, highest = min(x for x, _ in whole), max(x for x, _ in whole)
    for number in range(math.floor((lowest - CUT) / _TURN), math.ceil((highest - CUT) / _TURN)):
        left = CUT + number * _TURN
        part = _clipped(_clipped(whole, left, 1), left + _TURN, -1)
        if part:
            yield tuple((x - number * _TURN, y) for x, y in part)


def _step(since: float, until: float) -> float:
    """The way from one longitude to the other by the shorter side."""
    return (until - since + _HALF_TURN) % _TURN - _HALF_TURN


def _unrolled(ring: Sequence[Pair]) -> list[Pair]:
    """The ring with longitudes that run on past 180 degrees instead of jumping; points at the pole left out."""
    points = [point for point in ring if point[1] > _POLE + 0.1]
    found = [points[0]]
    for lon, lat in points[1:]:
        found.append((found[-1][0] + _step(found[-1][0], lon), lat))
    return found


def _by_the_pole(ring: list[Pair], turn: float) -> list[Pair]:
    """A ring round the pole as a closed one: it begins and ends on the cut and goes along the pole between."""
    for number, (since, until) in enumerate(zip(ring, [*ring[1:], (ring[0][0] + turn, ring[0][1])], strict=True)):
        cut = CUT + _TURN * math.ceil((min(since[0], until[0]) - CUT) / _TURN)
        if cut <= max(since[0], until[0]):
            start = _crossing(since, until, cut)
            later = [(x + turn, y) for x, y in ring[: number + 1]]
            return [start, *ring[number + 1 :], *later, (cut + turn, start[1]), (cut + turn, _POLE), (cut, _POLE)]
    return ring


def _crossing(since: Pair, until: Pair, x: float) -> Pair:
    share = (x - since[0]) / (until[0] - since[0]) if until[0] != since[0] else 0.0
    return x, since[1] + share * (until[1] - since[1])


def _clipped(ring: Sequence[Pair], edge: float, side: int) -> list[Pair]:
    """The part of a closed ring on one side of a meridian (Sutherland and Hodgman): 1 to the east, -1 to the west."""
    found: list[Pair] = []
    for number, point in enumerate(ring):
        before = ring[number - 1]
        inside, was_inside = (point[0] - edge) * side >= 0, (before[0] - edge) * side >= 0
        if inside != was_inside:
            found.append(_crossing(before, point, edge))
        if inside:
            found.append(point)
    return found
