"""The places of the network's nodes: laid out once for all days by springs, so that every node keeps its place.

Only instruments that ever held at most ``WIDE`` actors pull: the Charter and its like would draw all into one ball.
They stand on a shelf below, and the states that nothing else holds in a grid below the shelf.
"""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.pictures.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from foedera.model.world import World
    from foedera.pictures.ties import Ties

WIDE = 40
"""An instrument that ever held more states and organs than this does not pull."""
WIDTH, HEIGHT, ROOMY = 1280, 960, 240
"""Size of the field on which the springs spread, and how many nodes it has room for; with more it grows."""
SHELF, ROW = 48, 52
"""Height of a row of the shelf and of a row of the grid."""
NAMED = 4
"""A state that ever was in so many instruments carries its name, others their code."""
LINE_HEIGHT = 13
"""Height of a line of a label."""
_MARGIN, _ROUNDS, _SEED, _PULL = 12, 200, 1648, 0.12
_LINE, _LETTER, _PER_SHELF, _PER_ROW = 18, 6.2, 6, 26
_HALF_NODE, _GAP, _SLACK = 15.0, 2.0, 0.5
Points = dict[str, list[float]]
Boxes = dict[str, tuple[float, float]]
"""Half the width and half the height that each node needs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each node stands, on all days.

    Attributes:
        spots: id of an instrument, state or organ to its point.
        labels: the lines at each node: a treaty's short name, a state's name or code.
        degrees: in how many pulling instruments a state ever was; how many actors an instrument ever held.
        wide: instruments on the shelf.
        apart: states that only instruments on the shelf ever held.
        width: of the field (units of the picture).
        height: of the field, its shelf, and its grid, one above the other.
    """

    spots: Mapping[str, tuple[int, int]]
    labels: Mapping[str, tuple[str, ...]]
    degrees: Mapping[str, int]
    wide: tuple[str, ...]
    apart: tuple[str, ...]
    width: int
    height: tuple[int, int, int]


@lru_cache(maxsize=8)
def layout(world: World) -> Layout:
    """Lay out all that any instrument ever held. The same world gives the same places."""
    found = ties(world)
    pulling = {key: one for key, one in found.items() if one.held and len(one.held) <= WIDE}
    wide = tuple(key for key in found if key not in pulling)
    degrees = _degrees(found, pulling)
    inner = sorted(pulling.keys() | {tie.actor for one in pulling.values() for tie in one.held})
    apart = tuple(sorted({tie.actor for key in wide for tie in found[key].held} - set(inner), key=world.name))
    labels = {key: _label(world, found, key, degrees[key]) for key in (*inner, *wide, *apart)}
    grown = max(1.0, math.sqrt(len(inner) / ROOMY))
    width, height = round(WIDTH * grown), round(HEIGHT * grown)
    spots = _spread(inner, pulling, {key: _box(key, labels[key]) for key in inner}, (width, height))
    shelf = height + math.ceil(len(wide) / _PER_SHELF) * SHELF
    spots |= _rows(wide, width, height, SHELF, _PER_SHELF) | _rows(apart, width, shelf, ROW, _PER_ROW)
    grid = math.ceil(len(apart) / _PER_ROW) * ROW
    return Layout(spots, labels, degrees, wide, apart, width, (height, shelf - height, grid))


def _degrees(found: Mapping[str, Ties], pulling: Mapping[str, Ties]) -> dict[str, int]:
    degrees = {key: len(one.held) for key, one in found.items()}
    for one in found.values():
        for tie in one.held:
            degrees[tie.actor] = degrees.get(tie.actor, 0) + (one.instrument.id in pulling)
    return degrees


def _label(world: World, found: Mapping[str, Ties], key: str, degree: int) -> tuple[str, ...]:
    if key in found:
        return lines(short(found[key].instrument))
    is_named = degree >= NAMED or key not in world.records.states
    return lines(world.name(key)) if is_named else code(key)


def code(key: str) -> tuple[str, ...]:
    """The short text inside a state's circle: the first three letters of its id."""
    return (key[:3].upper(),)


def lines(name: str) -> tuple[str, ...]:
    """A name in at most two short lines, with an ellipsis where it does not fit."""
    return tuple(textwrap.wrap(name, _LINE, max_lines=2, placeholder="…", break_on_hyphens=True))


def _box(key: str, label: Sequence[str]) -> tuple[float, float]:
    """Half the width and half the height that a node needs, its label below included."""
    if label == code(key):
        return _HALF_NODE, _HALF_NODE
    return max(_HALF_NODE, max(map(len, label)) * _LETTER / 2), _HALF_NODE + len(label) * LINE_HEIGHT / 2


def _rows(keys: Sequence[str], width: int, top: int, height: int, across: int) -> dict[str, tuple[int, int]]:
    step = width / across
    return {
        key: (round((at % across + 0.5) * step), round(top + (at // across + 0.5) * height))
        for at, key in enumerate(keys)
    }


def _spread(
    keys: Sequence[str], pulling: Mapping[str, Ties], boxes: Boxes, field: tuple[int, int]
) -> dict[str, tuple[int, int]]:
    if not keys:
        return {}
    points = _fitted(_springs(keys, pulling), boxes, field)
    for _ in range(_ROUNDS):
        if not _pushed(points, boxes, field):
            break
    return {key: (round(x), round(y - boxes[key][1] + _HALF_NODE)) for key, (x, y) in points.items()}


def _springs(keys: Sequence[str], pulling: Mapping[str, Ties]) -> Points:
    """Spring layout with a weak pull of all to one middle, so that parts without a link stay in sight."""
    import rustworkx as rx  # noqa: PLC0415 - only a picture of the network needs it

    graph: rx.PyGraph[str, float] = rx.PyGraph()
    number = dict(zip(keys, graph.add_nodes_from(list(keys)), strict=True))
    middle = graph.add_node("")
    for key, one in pulling.items():
        graph.add_edges_from([(number[key], number[tie.actor], 1.0) for tie in one.held])
    graph.add_edges_from([(at, middle, _PULL) for at in number.values()])
    spots = rx.spring_layout(graph, k=1.6 / math.sqrt(len(keys)), num_iter=300, weight_fn=float, seed=_SEED)
    return {key: [float(spots[at][0]), float(spots[at][1])] for key, at in number.items()}


def _fitted(points: Points, boxes: Boxes, field: tuple[int, int]) -> Points:
    """The points spread over the field by rank and place in equal parts, so that no part stays crowded or empty."""
    keys = sorted(points)
    for axis, size in enumerate(field):
        low, high = min(points[key][axis] for key in keys), max(points[key][axis] for key in keys)
        rank = {key: at / max(1, len(keys) - 1) for at, key in enumerate(sorted(keys, key=lambda k: points[k][axis]))}
        for key in keys:
            share = (points[key][axis] - low) / ((high - low) or 1)
            room = size - 2 * (boxes[key][axis] + _MARGIN)
            points[key][axis] = boxes[key][axis] + _MARGIN + room * (share + rank[key]) / 2
    return points


def _pushed(points: Points, boxes: Boxes, field: tuple[int, int]) -> bool:
    """Move each two nodes that overlap apart, along the axis on which they overlap least; whether any did."""
    moved = False
    for one, other in _neighbours(points, boxes):
        (x, y), (w, h), (far_x, far_y), (far_w, far_h) = points[one], boxes[one], points[other], boxes[other]
        wide, high = w + far_w + _GAP - abs(x - far_x), h + far_h + _GAP - abs(y - far_y)
        if wide > 0 < high:
            axis, push = (0, wide) if wide < high else (1, high)
            push = (push / 2 + _SLACK) * (1 if points[one][axis] <= points[other][axis] else -1)
            points[one][axis] -= push
            points[other][axis] += push
            _keep_in(points, boxes, (one, other), field)
            moved = True
    return moved


def _neighbours(points: Points, boxes: Boxes) -> Iterator[tuple[str, str]]:
    """Pairs near enough to overlap: nodes of the same cell or of two that touch, of a grid as coarse as the boxes."""
    wide, high = (2 * max(box[axis] for box in boxes.values()) + _GAP for axis in (0, 1))
    cells: dict[tuple[int, int], list[str]] = {}
    for key, (x, y) in points.items():
        cells.setdefault((int(x // wide), int(y // high)), []).append(key)
    for (across, down), own in cells.items():
        yield from combinations(own, 2)
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            yield from product(own, cells.get((across + step[0], down + step[1]), ()))


def _keep_in(points: Points, boxes: Boxes, keys: Iterable[str], field: tuple[int, int]) -> None:
    for key in keys:
        for axis, size in enumerate(field):
            half = boxes[key][axis] + _MARGIN
            points[key][axis] = min(max(points[key][axis], half), size - half)
