"""A map with what stands around it on every page: legend, parts of the world, slider, notices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.pictures.holders import disputed, drawn_on
from foedera.pictures.map_signs import legend, swatch
from foedera.pictures.map_views import VIEWS
from foedera.pictures.world_map import draw, kinds_of_ground, undrawn
from foedera.web.errors import WebError
from foedera.web.pages.slider import Slider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from foedera.dates import Day
    from foedera.engine.turning_days import TurningDay
    from foedera.model.world import World
    from foedera.pictures.map_signs import LegendRow
    from foedera.pictures.world_map import Mark, PlaceMark
    from foedera.web.page import Page

WHOLE = "world"
Choice = tuple[str, str, bool]
"""Words, address, and whether it is shown."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A map and its surroundings.

    Attributes:
        legend: drawn sign (SVG), status, symbol and words of every line.
        notes: how states that are not drawn in borders of today are shown, by name.
        undrawn: names of states for which the map has no place.
    """

    svg: str
    legend: tuple[tuple[str, LegendRow], ...]
    zooms: tuple[Choice, ...]
    slider: Slider
    disputes: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    undrawn: tuple[str, ...]


def framed(
    page: Page,
    world: World,
    day: Day,
    marks: Sequence[Mark],
    days: Sequence[TurningDay],
    *,
    title: str,
    href: Callable[[str], str],
    signs: Sequence[LegendRow],
    places: Sequence[PlaceMark] = (),
    with_overseas: bool = True,
) -> Frame:
    """Draw the map of a page; ``signs`` are the lines of the legend for the marks.

    Raises:
        WebError: there is no such part of the world.
    """
    zoom = chosen(page, "zoom", tuple(VIEWS), WHOLE)
    svg = draw(
        world,
        day,
        marks,
        sheet_url=page.links.base + page.assets.path("world.svg"),
        title=title,
        description="The table beside the map says the same.",
        href=href,
        elsewhere=lambda state: page.links.state(state, day.text),
        places=places,
        view=zoom,
        with_overseas=with_overseas,
    )
    drawings = drawn_on(world, day)
    noted = [(world.name(mark.state), drawings[mark.state].note) for mark in marks if mark.state in drawings]
    return Frame(
        svg,
        tuple((swatch(row.status, zoom), row) for row in (*signs, *legend(*kinds_of_ground(world, day)))),
        tuple((one.replace("-", " "), page.here(zoom="" if one == WHOLE else one), one == zoom) for one in VIEWS),
        Slider.of(days, day.text, lambda on: page.here(on=on)),
        tuple((row.name, row.notice) for row in disputed(world, day)),
        tuple((name, note) for name, note in noted if note),
        tuple(map(world.name, undrawn(world, day, marks))),
    )


def chosen(page: Page, name: str, known: tuple[str, ...], default: str) -> str:
    """The value of a name in the address that is one of a few.

    Raises:
        WebError: it is none of them.
    """
    value = page.value(name) or default
    if value not in known:
        raise WebError(f"there is no {name} '{value[:40]}'", f"choose {', '.join(known)}")
    return value
