"""The world map of a day as SVG: states coloured, patterned and marked by status, disputes apart, places as points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from foedera.pictures.holders import disputed, drawn_on, unit_name, unit_of
from foedera.pictures.map_signs import SIGNS, definitions
from foedera.pictures.map_views import VIEWS, pixel
from foedera.pictures.projection import at
from foedera.pictures.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from foedera.dates import Day
    from foedera.model.world import World
    from foedera.pictures.holders import Disputed, Drawing
    from foedera.pictures.projection import Pair

SMALL = 600.0
"""States with a smaller area, in square units of the sheet, are drawn as a circle besides."""

_DOT = 4.5
_SPECK = 2.5
_NEAR = 25.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What the map says of one state (or of one unit or place by itself).

    Attributes:
        state: a state id; or the id of a unit or place, which is then drawn apart from the state that holds it.
        status: one of ``map_signs.STATUSES``; empty for a state that only has a role.
        label: the whole statement, read aloud and shown on hover: "Poland: must help (due) under ...".
        role: ``attacker``, ``victim`` or empty.
        called: what the role is called in an event of another kind, as ``supplier``.
    """

    state: str
    status: str
    label: str
    note: str = ""
    role: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place that the question names, by its coordinates; ``href`` is empty for one without a page."""

    name: str
    lat: float
    lon: float
    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is drawn for one mark."""

    mark: Mark
    units: tuple[str, ...]
    point: Pair
    is_small: bool


def draw(
    world: World,
    day: Day,
    marks: Sequence[Mark],
    *,
    sheet_url: str,
    title: str,
    description: str,
    href: Callable[[str], str],
    elsewhere: Callable[[str], str],
    places: Sequence[PlaceMark] = (),
    view: str = "world",
    name: str = "map",
    with_overseas: bool = True,
    with_definitions: bool = True,
) -> str:
    """The map as an SVG element for a page that serves ``sheet.symbol_sheet()`` at ``sheet_url``.

    Args:
        world: the corpus.
        day: the day whose states are drawn.
        marks: what is said of states; the others are drawn plain.
        sheet_url: the address of the symbol sheet.
        title: the name of the picture.
        description: what it shows, in a sentence.
        places: places to point at.
        href: the address to which a marked state or place leads, by id.
        elsewhere: the address to which a state without a mark leads, by id; it is out of the order of the Tab key.
        view: one of ``map_views.VIEWS``.
        name: prefix of the ids of title and description; a second map on a page needs another.
        with_overseas: whether a mark of a state colours what it holds overseas too.
        with_definitions: whether symbols and patterns are defined; once on a page is enough (and must be).

    Raises:
        GeometryError: the outlines of countries cannot be read.
    """
    left, top, width, height = VIEWS[view]
    scale = pixel(view)
    pen = _Pen(world, day, sheet_url, scale)
    shapes = _shapes(world, day, marks, with_overseas=with_overseas)
    marked = {unit for shape in shapes for unit in shape.units}
    rows = disputed(world, day)
    named = [*(shape.point for shape in shapes if shape.mark.role), *(at(place.lon, place.lat) for place in places)]
    parts = [
        f'<svg class="map" viewBox="{left} {top} {width} {height}" font-size="{12 * scale:.3g}" role="group" ',
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>',
        definitions(view) if with_definitions else "",
        pen.background(),
        f'<g aria-hidden="true">{"".join(pen.unmarked(rows, marked, {mark.state for mark in marks}, elsewhere))}</g>',
        *(pen.linked(shape, href(shape.mark.state)) for shape in shapes),
        f'<g aria-hidden="true">{"".join(pen.dispute(row) for row in _apart(rows))}</g>',
        *(pen.place(place, named) for place in places),
        *(pen.tag(shape, named) for shape in shapes if shape.mark.role),
        "</svg>",
    ]
    return "".join(parts)


def kinds_of_ground(world: World, day: Day) -> tuple[str, ...]:
    """What the map of a day shows where it has no mark, as ``map_signs.SIGNS`` calls it."""
    held = {unit for drawing in drawn_on(world, day).values() for unit in (*drawing.units, *drawing.overseas)}
    apart = {row.unit for row in disputed(world, day)}
    return ("disputed", "plain") if units().keys() <= held | apart else ("disputed", "plain", "blank")


def undrawn(world: World, day: Day, marks: Sequence[Mark]) -> tuple[str, ...]:
    """The states of marks for which the map of the day has neither an area nor a point."""
    drawings = drawn_on(world, day)
    return tuple(mark.state for mark in marks if _point(world, drawings, mark.state) is None)


def _point(world: World, drawings: Mapping[str, Drawing], marked: str) -> Pair | None:
    """Where the symbol stands of a state, a unit or a place."""
    if marked in drawings:
        return drawings[marked].point
    unit, place = units().get(unit_of(world, marked)), world.records.places.get(marked)
    if unit is not None:
        return unit.label
    return at(place.point.lon, place.point.lat) if place and place.point else None


def _shapes(world: World, day: Day, marks: Sequence[Mark], *, with_overseas: bool) -> list[_Shape]:
    """Marks with their areas: large ones first, so that they hide nothing, and the two sides of the event last."""
    drawings = drawn_on(world, day)
    own = {unit_of(world, mark.state) for mark in marks if mark.state not in drawings}
    found = []
    for mark in marks:
        point, drawing = _point(world, drawings, mark.state), drawings.get(mark.state)
        if point is None:
            continue
        if drawing is None:
            areas = tuple(unit for unit in (unit_of(world, mark.state),) if unit in units())
        else:
            held = (*drawing.units, *drawing.overseas * with_overseas)
            areas = tuple(unit for unit in held if unit not in own)
        found.append(_Shape(mark, areas, point, _size(areas) < SMALL))
    return sorted(found, key=lambda shape: (bool(shape.mark.role), -_size(shape.units), shape.mark.state))


def _size(areas: tuple[str, ...]) -> float:
    return max((units()[unit].area for unit in areas), default=0.0)


def _apart(rows: Sequence[Disputed]) -> list[Disputed]:
    """Disputes without the states whose symbol would hide that of a place: it says the same."""
    places = [row.point for row in rows if row.kind == "place"]
    return [row for row in rows if row.kind != "state" or all(math.dist(row.point, place) > _NEAR for place in places)]


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the parts of one map."""

    world: World
    day: Day
    sheet: str
    scale: float

    def background(self) -> str:
        """Sea and graticule."""
        return "".join(
            f'<use class="{classes}" href="{escape(self.sheet)}#{part}"/>'
            for part, classes in (("sphere", "sea"), ("graticule", "graticule"))
        )

    def unmarked(
        self, rows: Sequence[Disputed], marked: set[str], named: set[str], address: Callable[[str], str]
    ) -> Iterator[str]:
        """What has no mark: states as links with their name, then units by themselves, each with what it is."""
        notices = {row.unit: row.notice for row in rows if row.unit}
        left = {unit for unit in units() if unit not in marked}
        kinds: dict[str, list[str]] = {"plain": [], "blank": [], "disputed": []}
        for state, drawing in drawn_on(self.world, self.day).items():
            if state not in named and drawing.point:
                kinds["plain"].append(self._quiet(drawing, drawing.point, left, address(state)))
                left.difference_update(drawing.units, drawing.overseas)
        owners = self._owners()
        for unit in sorted(left):
            kind = "disputed" if unit in notices else "plain" if unit in owners else "blank"
            kinds[kind].append(self._use(f"u-{unit}", self._title(unit, owners.get(unit), notices.get(unit))))
        yield from (f'<g class="{kind}">{"".join(drawn)}</g>' for kind, drawn in kinds.items())

    def _owners(self) -> dict[str, str]:
        """Unit to the name of the state in whose colour it is drawn."""
        found = {}
        for state, drawing in drawn_on(self.world, self.day).items():
            found.update(dict.fromkeys((*drawing.units, *drawing.overseas), self.world.name(state)))
        return found

    def _quiet(self, drawing: Drawing, point: Pair, left: set[str], address: str) -> str:
        """A state of which nothing is said: by the arrow keys and the pointer it is reached like the others."""
        name = self.world.name(drawing.state)
        inner = "".join(self._use(f"u-{unit}") for unit in drawing.units if unit in left)
        if _size(drawing.units) < SMALL:
            inner += f'<circle class="dot" cx="{point[0]:.0f}" cy="{point[1]:.0f}" r="{_SPECK * self.scale:.3g}"/>'
        inner += "".join(self._use(f"u-{unit}", self._title(unit, name)) for unit in drawing.overseas if unit in left)
        title = escape(f"{name}: {SIGNS['plain'][1]}")
        return f'<a href="{escape(address)}" tabindex="-1"><title>{title}</title>{inner}</a>'

    def _title(self, unit: str, owner: str | None, notice: str | None = None) -> str:
        name = unit_name(self.world, unit)
        if notice:
            return f"{name}: disputed. {notice}"
        if owner is None:
            return f"{name}: no state on record"
        return name if name == owner else f"{name} ({owner})"

    def linked(self, shape: _Shape, address: str) -> str:
        """A marked state: a link with its areas, a circle if it is small, and the symbol of its status."""
        mark = shape.mark
        label = escape(f"{mark.label} {mark.note}".strip())
        inner = "".join(self._use(f"u-{unit}") for unit in shape.units)
        x, y = shape.point
        if shape.is_small:
            inner += f'<circle class="dot" cx="{x:.0f}" cy="{y:.0f}" r="{_DOT * self.scale:.3g}"/>'
        sign = mark.status or mark.role
        inner += self._sign(sign, shape.point) if SIGNS.get(sign, ("", "", ""))[2] else ""
        classes = " ".join(filter(None, (mark.status, mark.role)))
        return f'<a class="{classes}" href="{escape(address)}" aria-label="{label}"><title>{label}</title>{inner}</a>'

    def dispute(self, row: Disputed) -> str:
        """The symbol of what is in dispute, with who holds and who claims it."""
        title = escape(f"{row.name}: disputed. {row.notice}")
        return f"<g><title>{title}</title>{self._sign('disputed', row.point)}</g>"

    def place(self, place: PlaceMark, named: Sequence[Pair]) -> str:
        """A place in question: a cross and its name."""
        x, y = at(place.lon, place.lat)
        label = escape(f"{place.name} {place.note}".strip())
        inner = self._sign("place", (x, y)) + self._text("tag", (x, y), named, place.name)
        if place.href:
            return (
                f'<a class="place" href="{escape(place.href)}" aria-label="{label}"><title>{label}</title>{inner}</a>'
            )
        return f'<g class="place"><title>{label}</title>{inner}</g>'

    def tag(self, shape: _Shape, named: Sequence[Pair]) -> str:
        """The name of an attacker or a victim, written on the map."""
        text = f"{self.world.name(shape.mark.state)} ({shape.mark.called or shape.mark.role})"
        return self._text(f"tag {shape.mark.role}", shape.point, named, text)

    @staticmethod
    def _text(classes: str, point: Pair, named: Sequence[Pair], text: str) -> str:
        """A name above its point, or below if the nearest other name stands above."""
        x, y = point
        nearest = min((p for p in named if p != point), key=lambda other: math.dist(other, point), default=(x, y + 1))
        off = "-.6em" if nearest[1] > y else "1.5em"
        return f'<text class="{classes}" x="{x:.0f}" y="{y:.0f}" dy="{off}" aria-hidden="true">{escape(text)}</text>'

    @staticmethod
    def _sign(sign: str, point: Pair) -> str:
        return f'<use class="sym" href="#s-{sign}" x="{point[0]:.0f}" y="{point[1]:.0f}"/>'

    def _use(self, identifier: str, title: str = "") -> str:
        inner = f"><title>{escape(title)}</title></use>" if title else "/>"
        return f'<use href="{escape(self.sheet)}#{identifier}"{inner}'
