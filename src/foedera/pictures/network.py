"""The network of a day: which instruments hold which states on it, chosen by kind of clause, region and focus."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from foedera.dates import Day
from foedera.engine.lookup import resolve
from foedera.law.force import short
from foedera.pictures.network_layout import WIDTH, layout
from foedera.pictures.network_parts import Edge, NetworkOfDay, NetworkRow, Node
from foedera.pictures.ties import KINDS, WINDOW, held_on, ties
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from foedera.model.instruments import Kind
    from foedera.model.world import World
    from foedera.pictures.network_layout import Layout
    from foedera.pictures.network_parts import NodeKind
    from foedera.pictures.ties import Ties
    from foedera.runs import Runs

_ROOM = 60
"""Units kept free about the nodes of a focus, so that their labels are in the picture."""
_ORDER: tuple[NodeKind, ...] = ("treaty", "state", "actor")


def network(
    world: World,
    day: Day,
    *,
    kinds: Collection[str] = (),
    regions: Collection[str] = (),
    focus: str | None = None,
    every: bool = False,
) -> NetworkOfDay:
    """The network of a day.

    Args:
        world: the records.
        day: the day.
        kinds: only lines under which a clause of one of these kinds stands; default all.
        regions: only states whose home territory lies, wholly or in part, in one of these; default all.
        focus: id of a state or organ (its treaties and their other parties) or of an instrument (its parties).
        every: draw the lines of instruments that hold nearly everybody, too. Those of the focus always are.

    Raises:
        QuestionError: there is no such kind, region, state or instrument; it carries a hint.
    """
    wanted = tuple(resolve(dict.fromkeys(KINDS), kind, "kind of clause") for kind in kinds)
    where = tuple(resolve(world.records.regions, region, "region") for region in regions)
    middle = None if focus is None else _focus(world, focus)
    lines = _near(_lines(world, day, wanted), middle)
    apart = {edge.state for own in lines.values() for edge in own if where and not _regions(world, edge.state)}
    lines = {key: _within(world, own, where) for key, own in lines.items()}
    folded = [key for key in layout(world).wide if lines.get(key) and not every and key != middle]
    drawn = tuple(edge for key, own in lines.items() if key not in folded for edge in own)
    nodes, unlisted = _nodes(world, day, drawn), () if middle or where else tuple(_unlisted(world, day, wanted))
    told = (*(node.id for node in (*nodes, *unlisted) if node.kind == "treaty"), *folded)
    return NetworkOfDay(
        day=day,
        kinds=cast("tuple[Kind, ...]", wanted),
        regions=where,
        focus=middle,
        nodes=nodes,
        edges=drawn,
        folded=tuple((_node(world, day, key, 0), lines[key]) for key in folded),
        unlisted=unlisted,
        doubtful=tuple(key for key in told if held_on(ties(world)[key].force, day) is Truth.UNKNOWN),
        apart=len(apart),
        box=_box(world, middle, nodes, drawn),
    )


def choices(world: World) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of clause, and the regions of states, by which there is something to choose."""
    kinds = {kind for one in ties(world).values() for kind, _ in one.kinds}
    regions = {region for key in world.records.states for region in _regions(world, key)}
    return tuple(kind for kind in KINDS if kind in kinds), tuple(one for one in world.records.regions if one in regions)


def _lines(world: World, day: Day, wanted: tuple[str, ...]) -> dict[str, tuple[Edge, ...]]:
    """The lines of each instrument that is, or may be, in force."""
    in_force = {key: one for key, one in ties(world).items() if held_on(one.force, day) is not Truth.FALSE}
    return {key: _edges(one, day, wanted) for key, one in in_force.items()}


def _edges(one: Ties, day: Day, wanted: tuple[str, ...]) -> tuple[Edge, ...]:
    found = []
    for tie in one.held:
        truth = held_on(tie.runs, day)
        if truth is Truth.FALSE:
            continue
        kinds = tuple(kind for kind, runs in tie.kinds if held_on(runs, day) is not Truth.FALSE)
        if not wanted or not set(wanted).isdisjoint(kinds):
            found.append(Edge(one.instrument.id, tie.actor, truth, tie.is_party, kinds))
    return tuple(found)


def _near(lines: dict[str, tuple[Edge, ...]], middle: str | None) -> dict[str, tuple[Edge, ...]]:
    """The lines of the instrument in the middle, or of the instruments that hold the state in the middle."""
    if middle is None:
        return lines
    return {key: own for key, own in lines.items() if middle == key or middle in {edge.state for edge in own}}


def _regions(world: World, actor: str) -> frozenset[str]:
    """The regions in which the home territory lies, wholly or in part; of an organ, those of its states."""
    state, organ = world.records.states.get(actor), world.records.actors.get(actor)
    if state:
        return frozenset(region for region, extent in (state.regions or {}).items() if extent != "false")
    return frozenset().union(*(_regions(world, one) for one in organ.attributed_to)) if organ else frozenset()


def _within(world: World, own: tuple[Edge, ...], where: tuple[str, ...]) -> tuple[Edge, ...]:
    if not where:
        return own
    return tuple(edge for edge in own if not _regions(world, edge.state).isdisjoint(where))


def _nodes(world: World, day: Day, drawn: tuple[Edge, ...]) -> tuple[Node, ...]:
    degrees = Counter(end for edge in drawn for end in (edge.treaty, edge.state))
    found = [_node(world, day, key, degree) for key, degree in degrees.items()]
    return tuple(sorted(found, key=lambda node: (_ORDER.index(node.kind), node.id)))


def _node(world: World, day: Day, key: str, degree: int) -> Node:
    places, treaty = layout(world), ties(world).get(key)
    name = short(treaty.instrument) if treaty else world.name(key)
    kind: NodeKind = "treaty" if treaty else "state" if key in world.records.states else "actor"
    standing = (one for one, runs in (treaty.kinds if treaty else ()) if held_on(runs, day) is not Truth.FALSE)
    return Node(key, kind, name, places.labels[key], *places.spots[key], degree, next(standing, None))


def _unlisted(world: World, day: Day, wanted: tuple[str, ...]) -> Iterator[Node]:
    """Instruments in effect that hold nobody by name."""
    for key, one in ties(world).items():
        standing = {kind for kind, runs in one.kinds if held_on(runs, day) is not Truth.FALSE}
        is_on = held_on(one.force, day) is not Truth.FALSE and (not wanted or not standing.isdisjoint(wanted))
        if not one.held and is_on:
            yield _node(world, day, key, 0)


def _height(places: Layout, drawn: tuple[Edge, ...]) -> int:
    """The field; with its shelf and grid where one is drawn there."""
    field, shelf, grid = places.height
    has_shelf = any(edge.treaty in places.wide for edge in drawn)
    has_grid = any(edge.state in places.apart for edge in drawn)
    return field + (shelf if has_shelf or has_grid else 0) + (grid if has_grid else 0)


def _box(
    world: World, middle: str | None, nodes: tuple[Node, ...], drawn: tuple[Edge, ...]
) -> tuple[int, int, int, int]:
    """The part of the field that is shown: all of it; of a field that has grown, what is drawn; about a focus, its own.

    A focus has all that it was ever linked with, so that its picture has the same frame on all days.
    """
    places = layout(world)
    near = {node.id for node in nodes}
    if middle is None:
        has_grown = places.width > WIDTH and near
        return _around(places, near) if has_grown else (0, 0, places.width, _height(places, drawn))
    for key, one in ties(world).items():
        actors = {tie.actor for tie in one.held}
        if key == middle or (middle in actors and key not in places.wide):
            near |= {key, *actors}
    return _around(places, {middle, *near})


def _around(places: Layout, keys: set[str]) -> tuple[int, int, int, int]:
    """The frame of some nodes, with room about them."""
    known = keys & places.spots.keys()
    across, down = zip(*(places.spots[key] for key in known), strict=True) if known else ((0,), (0,))
    left, top = max(0, min(across) - _ROOM), max(0, min(down) - _ROOM)
    return left, top, min(places.width, max(across) + _ROOM) - left, max(down) + _ROOM - top


def days_that_matter(world: World, *, every: bool = False) -> tuple[Day, ...]:
    """The days on which the network changes, in order.

    Args:
        world: the records.
        every: also those on which only an instrument that holds nearly everybody changes.
    """
    return _days(world, every)


@lru_cache(maxsize=16)
def _days(world: World, every: bool) -> tuple[Day, ...]:  # noqa: FBT001 - a key of the cache
    wide = () if every else layout(world).wide
    found = {
        edge
        for key, one in ties(world).items()
        for runs in (one.force, *(_all_runs(one) if key not in wide else ()))
        for since, until, _ in runs
        for edge in (since, until)
    }
    return tuple(Day.exact(edge) for edge in sorted(found) if WINDOW[0] < edge < WINDOW[1])


def _all_runs(one: Ties) -> Iterator[Runs]:
    yield from (runs for _, runs in one.kinds)
    for tie in one.held:
        yield tie.runs
        yield from (runs for _, runs in tie.kinds)


def rows(found: NetworkOfDay) -> Sequence[NetworkRow]:
    """The picture as a table, one instrument a row, those that hold most first; the folded and custom last."""
    drawn = [_row(found, node, found.edges, is_drawn=True) for node in found.nodes if node.kind == "treaty"]
    drawn.sort(key=lambda row: (-len(row.firm) - len(row.doubtful), row.name))
    rest = [(node, edges) for node, edges in found.folded] + [(node, ()) for node in found.unlisted]
    return [*drawn, *(_row(found, node, edges, is_drawn=False) for node, edges in rest)]


def _row(found: NetworkOfDay, node: Node, edges: Sequence[Edge], *, is_drawn: bool) -> NetworkRow:
    own = [edge for edge in edges if edge.treaty == node.id]
    kinds = {kind for edge in own for kind in edge.kinds} or ({node.main} if node.main else set())
    return NetworkRow(
        node.id,
        node.name,
        Truth.UNKNOWN if node.id in found.doubtful else Truth.TRUE,
        tuple(kind for kind in KINDS if kind in kinds),
        tuple(edge.state for edge in own if edge.truth is Truth.TRUE),
        tuple(edge.state for edge in own if edge.truth is Truth.UNKNOWN),
        tuple(edge.state for edge in own if not edge.is_party),
        is_drawn,
    )


def _focus(world: World, name: str) -> str:
    records = world.records
    return resolve({**records.states, **records.actors, **records.instruments}, name, "state or instrument")
