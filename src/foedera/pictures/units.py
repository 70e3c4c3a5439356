"""The units of the map: every country of today and every part of one that treaties or disputes treat apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.pictures.geometry import outlines
from foedera.pictures.projection import Pair, Ring, on_sheet, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Polygon = tuple[Ring, ...]

NAMED = {
    "ASM": "american-samoa",
    "ATA": "antarctica",
    "BMU": "bermuda",
    "ESH": "western-sahara",
    "FLK": "falklands",
    "FRO": "faroe",
    "GRL": "greenland",
    "GUM": "guam",
    "HKG": "hong-kong",
    "IOT": "diego-garcia",
    "MNP": "northern-marianas",
    "NCL": "new-caledonia",
    "PRI": "puerto-rico",
    "PYF": "french-polynesia",
    "TWN": "taiwan",
    "VIR": "us-virgin-islands",
    "indian-ocean-ter": "christmas-and-cocos",
    "kosovo": "XKX",
    "n-cyprus": "northern-cyprus",
    "siachen-glacier": "siachen",
}
"""Geometries of the source that are known here under the id of a place, a state or a slug of our own."""

BOXES = (
    ("FRA", "MYT", (44.0, -14.0, 46.0, -12.0)),
    ("FRA", "reunion", (55.0, -22.0, 56.0, -20.0)),
    ("FRA", "martinique", (-61.3, 14.3, -60.7, 15.0)),
    ("FRA", "guadeloupe", (-62.0, 15.7, -60.9, 16.6)),
    ("FRA", "french-guiana", (-55.0, 2.0, -51.0, 6.0)),
    ("USA", "hawaii", (-179.0, 18.0, -154.0, 29.0)),
    ("USA", "alaska", (-180.0, 51.0, -130.0, 72.0)),
    ("USA", "alaska", (172.0, 51.0, 180.0, 54.0)),
    ("NOR", "svalbard", (9.0, 74.0, 35.0, 81.0)),
    ("ESP", "canary-islands", (-19.0, 27.0, -13.0, 30.0)),
    ("PRT", "azores", (-32.0, 36.5, -24.0, 40.0)),
    ("PRT", "madeira", (-18.0, 32.0, -16.0, 33.5)),
    ("NLD", "BES", (-69.0, 11.0, -62.0, 18.0)),
    ("JPN", "okinawa", (122.0, 24.0, 128.6, 27.2)),
    ("RUS", "kaliningrad", (19.0, 54.0, 23.0, 55.5)),
    ("RUS", "crimea", (32.0, 44.0, 37.0, 46.5)),
    ("RUS", "kuril", (145.2, 43.2, 149.0, 45.6)),
    ("MYS", "peninsular-malaysia", (99.0, 1.0, 105.0, 7.0)),
    ("MYS", "east-malaysia", (109.0, 0.5, 120.0, 8.0)),
)
"""Parts of a geometry that are a unit of their own: its polygons whose middle lies in the box (west, south, east, north)."""  # noqa: E501 - one sentence

_LINES = 24


@dataclass(frozen=True, slots=True)
class Unit:
    """An area of the map.

    Attributes:
        id: a state id, a place id, or a slug.
        polygons: each an outer ring and its holes, in units of the sheet.
        area: in square units of the sheet.
        label: a point well inside the largest polygon.
    """

    id: str
    polygons: tuple[Polygon, ...]
    area: float
    label: Pair


@lru_cache(maxsize=1)
def units() -> Mapping[str, Unit]:
    """Every unit by its id, in the order of the ids.

    Raises:
        GeometryError: the outlines of countries cannot be read.
    """
    found: dict[str, list[Polygon]] = {}
    for outline in outlines():
        for polygon in outline.polygons:
            found.setdefault(_unit_of(outline.id, polygon[0]), []).extend(_projected(polygon))
    return {identifier: _unit(identifier, found[identifier]) for identifier in sorted(found)}


def _unit_of(outline: str, ring: Ring) -> str:
    lon, lat = _middle(ring)
    for whole, part, (west, south, east, north) in BOXES:
        if whole == outline and west <= lon <= east and south <= lat <= north:
            return part
    return NAMED.get(outline, outline)


def _middle(ring: Ring) -> Pair:
    lons, lats = zip(*ring, strict=True)
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _projected(polygon: Polygon) -> Iterable[Polygon]:
    """The polygon on the sheet; where the cut divides it, its rings count as polygons of their own."""
    parts = [[tuple(on_sheet(*point) for point in part) for part in opened(ring)] for ring in polygon]
    if all(len(part) == 1 for part in parts):
        return [tuple(part[0] for part in parts)]
    return [(ring,) for part in parts for ring in part]


def _unit(identifier: str, polygons: list[Polygon]) -> Unit:
    by_size = sorted(polygons, key=lambda polygon: -area_of(polygon[0]))
    area = sum(area_of(ring) * (1 if number == 0 else -1) for each in by_size for number, ring in enumerate(each))
    return Unit(identifier, tuple(by_size), area, inner_point(by_size[0]))


def area_of(ring: Ring) -> float:
    """The area that a ring encloses (the shoelace formula)."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2


def inner_point(polygon: Polygon) -> Pair:
    """A point inside the polygon and far from its border: the best middle of the level lines through it."""
    top, bottom = min(y for _, y in polygon[0]), max(y for _, y in polygon[0])
    candidates = []
    for number in range(1, _LINES):
        y = top + (bottom - top) * number / _LINES
        crossings = _crossings(polygon, y)
        candidates += [((x1 + x2) / 2, y) for x1, x2 in zip(crossings[::2], crossings[1::2], strict=False)]
    return max(candidates, key=lambda point: _room(polygon, point), default=polygon[0][0])


def _crossings(polygon: Polygon, y: float) -> list[float]:
    return sorted(
        x1 + (x2 - x1) * (y - y1) / (y2 - y1)
        for ring in polygon
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (y1 > y) != (y2 > y)
    )


def _room(polygon: Polygon, point: Pair) -> float:
    """The distance to the border."""
    sides = (side for ring in polygon for side in zip(ring, (*ring[1:], ring[0]), strict=True))
    return min(_distance(point, *side) for side in sides)


def _distance(point: Pair, since: Pair, until: Pair) -> float:
    dx, dy = until[0] - since[0], until[1] - since[1]
    length = dx * dx + dy * dy
    along = ((point[0] - since[0]) * dx + (point[1] - since[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, along))
    return math.hypot(point[0] - since[0] - share * dx, point[1] - since[1] - share * dy)
