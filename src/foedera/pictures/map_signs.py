"""The signs of the map: statuses with their words, symbols and patterns, and the legend made of them."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.pictures.map_views import pixel

_SHADE = '<circle r="4.2"/>'
_QUERY = '<path class="map-line" d="M-1.5-1.2a1.6 1.6 0 1 1 1.5 2v.6M0 2.6v.4"/>'

SIGNS = {
    "due": ("●", "must, due", '<circle r="4.2" class="map-ink"/>'),
    "expected": ("●", "expected (political)", _SHADE + '<circle r="2.1" class="map-ink"/>'),
    "may": ("□", "may", '<path d="M-3.7-3.7h7.4v7.4h-7.4z"/>'),
    "must_not": ("■", "must not", '<path class="map-ink" d="M-3.7-3.7h7.4v7.4h-7.4z"/>'),
    "arguable": ("◐", "arguable", _SHADE + '<path class="map-ink" d="M0-4.2a4.2 4.2 0 0 0 0 8.4z"/>'),
    "barred": ("⊘", "barred", _SHADE + '<path class="map-line" d="M-3 3 3-3"/>'),
    "not_due": ("○", "not due", _SHADE),
    "unknown": ("?", "unknown, no coverage", _SHADE + _QUERY),
    "inside": ("●", "in the area", '<circle r="4.2" class="map-ink"/>'),
    "outside": ("⊘", "outside the area", _SHADE + '<path class="map-line" d="M-3 3 3-3"/>'),
    "attacker": ("▲", "attacker", '<path class="map-ink" d="M0-4.6 4.4 3.4h-8.8z"/>'),
    "victim": ("▼", "victim", '<path class="map-ink" d="M0 4.6 4.4-3.4h-8.8z"/>'),
    "disputed": ("◇", "disputed, no position taken", '<path d="M0-3 3 0 0 3-3 0z"/>'),
    "place": ("✕", "place in question", '<path class="map-line" d="M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5"/>'),
    "plain": ("", "nothing of this kind on record", ""),
    "blank": ("", "no state on record that day", ""),
}  # fmt: skip
"""Status to its symbol in a text, its words, and its symbol as SVG about the origin (radius about 4)."""

STATUSES = ("due", "expected", "may", "must_not", "arguable", "barred", "not_due", "unknown", "inside", "outside")
"""What a mark can say of a state."""

ROLES = ("attacker", "victim")
"""What a mark can say besides of a state's part in the event."""

_LINES = {
    "expected": "M0 2h6M0 5h6",
    "may": "M1 1h1v1h-1zM4 4h1v1h-1z",
    "must_not": "M2 0v6M5 0v6",
    "arguable": "M-1 1 1-1M0 6 6 0M5 7 7 5",
    "barred": "M0 0 6 6M0 6 6 0",
    "unknown": "M2.5 2.5h1v1h-1z",
    "outside": "M0 0 6 6M0 6 6 0",
    "disputed": "M-1 5 1 7M0 0 6 6M5-1 7 1",
}
"""The pattern of a status in a cell of 6 by 6; the others are filled evenly."""


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line of the legend: a status (a CSS class), its symbol and what it means."""

    status: str
    symbol: str
    words: str


def legend(*statuses: str) -> tuple[LegendRow, ...]:
    """The lines of the legend for these statuses, in their usual order; all of them if none is given."""
    wanted = frozenset(statuses) or frozenset(SIGNS)
    return tuple(LegendRow(status, sign[0], sign[1]) for status, sign in SIGNS.items() if status in wanted)


def swatch(status: str, view: str = "world") -> str:
    """A small drawing of a status for the legend of a map on the same page, whose symbols and patterns it uses."""
    size = pixel(view)
    sign = f'<use class="sym" href="#s-{status}"/>' if SIGNS[status][2] else ""
    ground = "plain" if status in {*ROLES, "place"} else status
    return (
        f'<svg class="map swatch" viewBox="{-12 * size:g} {-8 * size:g} {24 * size:g} {16 * size:g}" '
        f'aria-hidden="true" focusable="false"><rect class="{ground}" x="{-11.5 * size:g}" y="{-7.5 * size:g}" '
        f'width="{23 * size:g}" height="{15 * size:g}"/>{sign}</svg>'
    )


def definitions(view: str) -> str:
    """Symbols ``s-STATUS`` and patterns ``p-STATUS`` of the size that fits the view; once for a page."""
    scale = f"scale({pixel(view):g})"
    signs = [
        f'<g id="s-{status}" transform="{scale}"><g class="map-sign">{sign[2]}</g></g>'
        for status, sign in SIGNS.items()
        if sign[2]
    ]
    return f"<defs>{''.join(signs)}{''.join(_pattern(status, scale) for status in _LINES)}</defs>"


def _pattern(status: str, scale: str) -> str:
    return (
        f'<pattern id="p-{status}" class="{status}-pattern" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="{scale}"><rect width="6" height="6"/><path d="{_LINES[status]}"/></pattern>'
    )
