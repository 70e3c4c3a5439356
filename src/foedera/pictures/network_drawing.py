"""The network of a day as inline SVG: squares with a letter are instruments, circles states, diamonds organs.

It carries classes only; the page's style sheet gives the colours. A line is solid where an instrument holds a party,
dashed where it may, dotted where its clauses name one that is no party.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from foedera.pictures.network_layout import LINE_HEIGHT, code
from foedera.pictures.ties import KINDS
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from foedera.model.instruments import Kind
    from foedera.pictures.network_parts import Edge, NetworkOfDay, Node

LETTERS: Mapping[Kind, str] = {
    "defence": "D",
    "offence": "O",
    "neutrality": "N",
    "nonaggression": "A",
    "consultation": "C",
    "no_hostile_agreement": "H",
    "territory_denial": "T",
    "sanction": "S",
    "restraint_of_force": "F",
    "permission": "P",
    "aid_to_aggressor": "G",
    "nonproliferation": "W",
    "diplomatic_assistance": "M",
    "cooperation": "K",
    "rule": "R",
}
"""The letter that stands for a kind of clause on an instrument's square."""
FAMILIES: Mapping[Kind, str] = {
    "defence": "help",
    "offence": "help",
    "neutrality": "peace",
    "nonaggression": "peace",
    "no_hostile_agreement": "peace",
    "territory_denial": "peace",
    "restraint_of_force": "peace",
    "aid_to_aggressor": "peace",
    "consultation": "talk",
    "diplomatic_assistance": "talk",
    "sanction": "measure",
    "permission": "measure",
    "nonproliferation": "measure",
    "cooperation": "other",
    "rule": "other",
}
"""Kinds that share a colour."""
_SQUARE, _CIRCLE, _DIAMOND = (
    "M-11-11h22v22h-22z",
    "M-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0z",
    "M0-15l15 15-15 15-15-15z",
)
_SHAPES = {"treaty": _SQUARE, "state": _CIRCLE, "actor": _DIAMOND}
_BELOW = 24
_STROKES = {"solid": "holds a party", "dashed": "may hold it", "dotted": "names it in a clause, no party"}


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A row of the legend: a mark (letter or kind of line), its CSS class, and what it means."""

    mark: str
    css: str
    words: str


def legend(found: NetworkOfDay) -> tuple[LegendRow, ...]:
    """What the marks in this picture mean: kinds of line, then letters of the instruments drawn."""
    strokes = {_stroke(edge) for edge in found.edges}
    mains = {node.main for node in found.nodes if node.main}
    return (
        *(LegendRow(stroke, f"edges {stroke}", words) for stroke, words in _STROKES.items() if stroke in strokes),
        *(LegendRow(LETTERS[kind], FAMILIES[kind], kind.replace("_", " ")) for kind in KINDS if kind in mains),
    )


def draw_network(found: NetworkOfDay, *, href: Callable[[str, str], str], title: str, description: str) -> str:
    """The picture.

    Args:
        found: the network.
        href: the address of a node's page, from its kind (``treaty``, ``state``, ``actor``) and id.
        title: what a screen reader calls the picture.
        description: what it shows, in a sentence or two.
    """
    own: dict[str, list[Edge]] = {}
    for edge in found.edges:
        own.setdefault(edge.treaty, []).append(edge)
        own.setdefault(edge.state, []).append(edge)
    nodes = {node.id: node for node in found.nodes}
    left, top, width, height = found.box
    head = (
        f'<svg class="network" viewBox="{left} {top} {width} {height}" width="{width}" height="{height}"'
        f' text-anchor="middle" font-size="11" role="group" aria-label="{escape(title)}">'
    )
    return "".join((
        head,
        f"<desc>{escape(description)}</desc>",
        *_lines(found.edges, nodes),
        *(_drawn(node, own.get(node.id, ()), nodes, href, found) for node in found.nodes),
        "</svg>",
    ))  # fmt: skip


def _stroke(edge: Edge) -> str:
    if edge.truth is Truth.UNKNOWN:
        return "dashed"
    return "solid" if edge.is_party else "dotted"


def _lines(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> Iterator[str]:
    """All lines of one stroke as one path."""
    paths: dict[str, list[str]] = {}
    for edge in edges:
        start = nodes[edge.treaty]
        paths.setdefault(_stroke(edge), []).append(f"M{start.x} {start.y}{_leg(start, nodes[edge.state])}")
    for stroke in _STROKES:
        if stroke in paths:
            yield f'<path class="edges {stroke}" d="{"".join(paths[stroke])}"/>'


def _leg(start: Node, end: Node) -> str:
    return f"l{end.x - start.x} {end.y - start.y}".replace(" -", "-")


def _drawn(
    node: Node, own: Iterable[Edge], nodes: Mapping[str, Node], href: Callable[[str, str], str], found: NetworkOfDay
) -> str:
    """A node with its lines once more; the style sheet shows these while the node is pointed at or has the focus."""
    others = (nodes[edge.state if edge.treaty == node.id else edge.treaty] for edge in own)
    legs = "".join(f"M0 0{_leg(node, other)}" for other in others)
    look = f"treaty {FAMILIES[node.main]}" if node.main else node.kind
    doubt = " doubtful" if node.id in found.doubtful else ""
    middle = " focus" if node.id == found.focus else ""
    words = escape(_words(node, found))
    return (
        f'<g class="node {look}{doubt}{middle}" transform="translate({node.x} {node.y})"><path class="own" d="{legs}"/>'
        f'<a href="{escape(href(node.kind, node.id))}" aria-label="{words}"><title>{words}</title>'
        f'<path class="shape" d="{_SHAPES[node.kind]}"/>{_texts(node)}</a></g>'
    )


def _texts(node: Node) -> str:
    inside = LETTERS.get(node.main, "") if node.main else ""
    if node.kind == "state" and node.label == code(node.id):
        return f'<text class="in" y="4">{escape(node.label[0])}</text>'
    below = "".join(
        f'<text y="{_BELOW + at * LINE_HEIGHT}">{escape(line)}</text>' for at, line in enumerate(node.label)
    )
    return (f'<text class="in" y="4">{inside}</text>' if inside else "") + below


def _words(node: Node, found: NetworkOfDay) -> str:
    """What a pointer or a screen reader is told of a node."""
    many = "" if node.degree == 1 else "s"
    if node.kind != "treaty":
        return f"{node.name}: {node.degree} instrument{many}"
    kind = node.main.replace("_", " ") if node.main else "no clause stands"
    doubt = ", not certain to be in force" if node.id in found.doubtful else ""
    return f"{node.name}: {kind}{doubt}, {node.degree} line{many}"
