"""The outlines of today's countries, read from the mapcraft wheel (public-domain Natural Earth, 1:50 million)."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.pictures.projection import Pair, Ring

PACK = "world-countries-2024"
TOLERANCE = 0.028
"""How far, in degrees of a great circle, a drawn border may be from the recorded one: about half a pixel."""

_CODE = re.compile(r"[A-Z]{3}\Z")
_ENOUGH = 4


class GeometryError(RuntimeError):
    """The outlines of countries cannot be read."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One geometry of the source.

    Attributes:
        id: ISO 3166 alpha-3 code, or a slug of the name where the source gives no code.
        polygons: each an outer ring and its holes, in degrees.
    """

    id: str
    polygons: tuple[tuple[Ring, ...], ...]


@lru_cache(maxsize=1)
def outlines() -> tuple[Outline, ...]:
    """All geometries of the source, borders simplified so that neighbours still meet.

    Raises:
        GeometryError: the wheel with the outlines is not installed, or has no such pack.
    """
    pack = _pack()
    arcs = [_simplified(arc) for arc in _decoded(pack.topology)]
    return tuple(
        Outline(_identifier(pack, each), _polygons(each, arcs))
        for each in pack.topology["objects"][pack.object_name]["geometries"]
    )


def _pack() -> Any:
    try:
        import mapcraft  # noqa: PLC0415 - the web extra; nothing else needs it
    except ImportError as error:
        raise GeometryError("the map needs the outlines of countries: install foedera[web]") from error
    try:
        return mapcraft.load(PACK)
    except mapcraft.MapcraftError as error:
        raise GeometryError(f"the outlines of countries cannot be read: {error}") from error


def _identifier(pack: Any, geometry: dict[str, Any]) -> str:
    region = pack.regions.get(geometry.get("id"))
    codes = [alias for alias in region.aliases if _CODE.match(alias)] if region else []
    return codes[0] if codes else _slug(geometry["properties"]["name"])


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _decoded(topology: dict[str, Any]) -> list[list[Pair]]:
    """Arcs in degrees; in TopoJSON they are differences of whole numbers with a common scale."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * wide + west, y * high + south))
        found.append(points)
    return found


def _polygons(geometry: dict[str, Any], arcs: list[list[Pair]]) -> tuple[tuple[Ring, ...], ...]:
    several = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    drawn = (tuple(ring for part in each if len(ring := _ring(part, arcs)) >= _ENOUGH - 1) for each in several)
    return tuple(each for each in drawn if each)


def _ring(numbers: list[int], arcs: list[list[Pair]]) -> Ring:
    """Arcs joined end to end; a negative number means the arc ``-1 - n`` backwards. The last point is not repeated."""
    points: list[Pair] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[-1 - number][::-1]
        points += arc[:-1]
    return tuple(points)


def _simplified(arc: list[Pair]) -> list[Pair]:
    """The arc with fewer points (Douglas and Peucker 1973); its ends stay, so that arcs still join."""
    keep = {0, len(arc) - 1}
    if arc[0] == arc[-1]:
        far = max(range(len(arc)), key=lambda number: math.dist(arc[0], arc[number]))
        keep |= {far, *_farthest(arc, 0, far), *_farthest(arc, far, len(arc) - 1)}
    ends = sorted(keep)
    todo = list(pairwise(ends))
    while todo:
        since, until = todo.pop()
        for number in _farthest(arc, since, until, TOLERANCE):
            keep.add(number)
            todo += [(since, number), (number, until)]
    return [arc[number] for number in sorted(keep)]


def _farthest(arc: list[Pair], since: int, until: int, least: float = 0.0) -> tuple[int, ...]:
    """The point between two others that is farthest from their line, if it is farther than ``least``."""
    (x1, y1), (x2, y2) = arc[since], arc[until]
    narrow = math.cos(math.radians((y1 + y2) / 2))
    dx, dy = (x2 - x1) * narrow, y2 - y1
    length = math.hypot(dx, dy)
    best, found = least, -1
    for number in range(since + 1, until):
        x, y = (arc[number][0] - x1) * narrow, arc[number][1] - y1
        off = abs(x * dy - y * dx) / length if length else math.hypot(x, y)
        if off > best:
            best, found = off, number
    return (found,) if found >= 0 else ()
