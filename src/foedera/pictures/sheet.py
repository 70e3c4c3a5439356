"""The symbol sheet: every unit of the map once, without colours, in one file that never changes under its name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.pictures.projection import CUT, HEIGHT, WIDTH, at, on_sheet
from foedera.pictures.units import area_of, units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.pictures.projection import Pair, Ring
    from foedera.pictures.units import Unit

SMALLEST = 12.0
"""Rings with a smaller area, in square units, are left out (but for the largest of a unit)."""

_DIGEST = 16
_LEAST = 3
_TURN = 360


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file and the digest of its content, for an address that may be cached for ever."""

    svg: bytes
    digest: str


@lru_cache(maxsize=1)
def symbol_sheet() -> Sheet:
    """One path ``u-<unit id>`` for each unit, ``sphere`` and ``graticule``, all in one system of coordinates.

    Paths have no fill and no stroke of their own: a page shows one by ``<use href="SHEET#u-POL" class="due"/>``.

    Raises:
        GeometryError: the outlines of countries cannot be read.
    """
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">',
        _path("sphere", _closed([_sphere()])),
        _path("graticule", _graticule()),
        *(_path(f"u-{unit.id}", _closed(_rings(unit))) for unit in units().values()),
        "</svg>",
    ]
    svg = "\n".join(lines).encode()
    return Sheet(svg, hashlib.sha256(svg).hexdigest()[:_DIGEST])


def _path(identifier: str, data: str) -> str:
    return f'<path id="{identifier}" vector-effect="non-scaling-stroke" fill-rule="evenodd" d="{data}"/>'


def _rings(unit: Unit) -> list[Ring]:
    """The rings that can be seen; always the first, so that no unit is empty."""
    rings = [ring for polygon in unit.polygons for ring in polygon]
    return [ring for number, ring in enumerate(rings) if number == 0 or area_of(ring) >= SMALLEST]


def _closed(rings: Iterable[Ring]) -> str:
    """Closed subpaths in relative coordinates; after each the pen stands again where it began."""
    found, pen = [], (0, 0)
    for number, ring in enumerate(rings):
        corners = _whole(ring)
        if len(corners) < _LEAST:
            if number:
                continue
            corners = _speck(corners[0])
        found.append(_moves(pen, corners) + "z")
        pen = corners[0]
    return "".join(found)


def _whole(points: Iterable[Pair]) -> list[tuple[int, int]]:
    corners: list[tuple[int, int]] = []
    for x, y in points:
        corner = (round(x), round(y))
        if not corners or corner != corners[-1]:
            corners.append(corner)
    return corners


def _speck(corner: tuple[int, int]) -> list[tuple[int, int]]:
    """What stands for an area smaller than the finest step."""
    x, y = corner
    return [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]


def _moves(pen: tuple[int, int], corners: Iterable[tuple[int, int]]) -> str:
    text = "m"
    for x, y in corners:
        for step in (x - pen[0], y - pen[1]):
            text += f"{step}" if text[-1] == "m" or step < 0 else f" {step}"
        pen = (x, y)
    return text


def _sphere() -> Ring:
    east = [on_sheet(CUT + _TURN, lat) for lat in range(-90, 91, 2)]
    west = [on_sheet(CUT, lat) for lat in range(90, -91, -2)]
    return (*east, *west)


def _graticule() -> str:
    """Every thirtieth meridian and parallel, open lines."""
    lines = [[at(lon, lat) for lat in range(-90, 91, 3)] for lon in range(-150, 181, 30)]
    lines += [[on_sheet(CUT, lat), on_sheet(CUT + _TURN, lat)] for lat in range(-60, 61, 30)]
    found, pen = [], (0, 0)
    for line in lines:
        corners = _whole(line)
        found.append(_moves(pen, corners))
        pen = corners[-1]
    return "".join(found)
