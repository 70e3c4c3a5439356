"""What the network of a day consists of: nodes, lines, and the rows of its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.model.instruments import Kind
    from foedera.truth import Truth

NodeKind = Literal["treaty", "state", "actor"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the network.

    Attributes:
        kind: ``treaty`` for any instrument, ``state``, or ``actor`` for an organ.
        name: in full.
        label: the lines written at the node.
        x, y: its place, the same on all days.
        degree: lines drawn at it on the day.
        main: of a treaty, the first of the kinds of its clauses that stand on the day.
    """

    id: str
    kind: NodeKind
    name: str
    label: tuple[str, ...]
    x: int
    y: int
    degree: int
    main: Kind | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """That a treaty holds (TRUE) or may hold (UNKNOWN) a state on the day.

    Attributes:
        is_party: as a party; else a clause names it.
        kinds: of the clauses that stand, or may stand, for it.
    """

    treaty: str
    state: str
    truth: Truth
    is_party: bool
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class NetworkOfDay:
    """The network as it stands on a day.

    Attributes:
        nodes: what is drawn, treaties first, by id.
        edges: what is drawn between them.
        folded: instruments in effect whose lines are left out of the picture, with their lines all the same.
        unlisted: instruments in effect that hold nobody by name (custom).
        doubtful: of all these instruments, those that may or may not be in force.
        apart: where regions are chosen, how many states have none on record, so that they are left out.
        box: left, top, width and height of the picture; the same on all days for one focus.
    """

    day: Day
    kinds: tuple[Kind, ...]
    regions: tuple[str, ...]
    focus: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    folded: tuple[tuple[Node, tuple[Edge, ...]], ...]
    unlisted: tuple[Node, ...]
    doubtful: tuple[str, ...]
    apart: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A row of the table that says the same as the picture: one instrument.

    Attributes:
        firm: ids of states and organs that it holds.
        doubtful: ids of those that it may hold.
        named: ids among both that are no parties: its clauses name them.
        is_drawn: whether its lines are in the picture.
    """

    id: str
    name: str
    truth: Truth
    kinds: tuple[Kind, ...]
    firm: tuple[str, ...]
    doubtful: tuple[str, ...]
    named: tuple[str, ...]
    is_drawn: bool
