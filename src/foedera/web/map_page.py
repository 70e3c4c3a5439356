"""Map: the world by what an answer says of each state, a slider over the days, and the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.engine import words
from foedera.engine.turning_days import turning_days
from foedera.model.states import METROPOLITAN
from foedera.pictures import map_signs
from foedera.pictures.holders import disputed
from foedera.pictures.world_map import Mark, PlaceMark, draw, undrawn
from foedera.render.roster import LAYERS, roster
from foedera.render.summary import in_short
from foedera.web.ask_page import form, headline, show_refused
from foedera.web.asking import put, read_asked
from foedera.web.derivation import cited
from foedera.web.errors import WebError
from foedera.web.page import Page, PageOf
from foedera.web.slider import Slider
from foedera.web.zoom import chosen, chosen_zoom, zooms

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.engine.turning_days import TurningDay
    from foedera.model.events import Event
    from foedera.model.world import World
    from foedera.render.roster import Roster, Row
    from foedera.web.asking import Answered

router = APIRouter(include_in_schema=False)
_SIGN = {("liberties", "due"): "may", ("prohibitions", "due"): "must_not"}


@router.get("/map")
def world_map(page: PageOf) -> HTMLResponse:
    """The map of an answer; without a question, the form."""
    asked = read_asked(page.values())
    if not (asked.actor or asked.target or asked.on):
        return page.show("map.html", title="Map", asked=asked, form=form(page, asked), drawn=None)
    try:
        answered = put(page.edition, asked, page.settings.budget)
        drawn = _drawn(page, answered)
    except WebError as error:
        return show_refused(page, "map.html", "Map", asked, error)
    return page.show(
        "map.html",
        title=f"Map: {headline(answered)}",
        day=answered.asked.on,
        asked=answered.asked,
        form=form(page, answered.asked),
        drawn=drawn,
        cited=lambda identifier: cited(answered.world, page.links, identifier, answered.asked.on),
        to=lambda path, **more: page.links.to(path, (*answered.asked.query(), *more.items())),
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map with everything that stands beside it.

    Attributes:
        rows: of the table, made from the same roster as the marks.
        layers: name, address, and whether it is shown.
        zooms: the same for the parts of the world.
    """

    svg: str
    short: str
    roster: Roster
    rows: tuple[tuple[Row, str, str], ...]
    legend: tuple[map_signs.LegendRow, ...]
    layers: tuple[tuple[str, str, bool], ...]
    zooms: tuple[tuple[str, str, bool], ...]
    slider: Slider
    disputes: tuple[tuple[str, str], ...]
    undrawn: tuple[str, ...]


def _drawn(page: Page, answered: Answered) -> Drawn:
    world, asked = answered.world, answered.asked
    day, event = answered.answer.question.on, answered.answer.question.events[0]
    layer = chosen(page, "layer", tuple(LAYERS), "duties")
    found = roster(world, answered.answer, layer)
    marks = [*_sides(world, event, found), *(_mark(world, row, layer) for row in found.rows)]
    svg = draw(
        world,
        day,
        marks_merged(marks),
        sheet_url=page.links.base + page.assets.path("world.svg"),
        title=headline(answered),
        description="The table beside the map says the same.",
        places=_places(page, world, event),
        href=lambda state: page.links.to("/ask", (*asked.query(), ("obligor", state))),
        view=chosen_zoom(page),
    )
    return Drawn(
        svg,
        in_short(world, answered.answer),
        found,
        tuple((row, sign_of(layer, row), world.name(row.state)) for row in found.rows),
        map_signs.legend(
            *{sign_of(layer, row) for row in found.rows}, "attacker", "victim", "place", "disputed", "plain"
        ),
        tuple((words.plain(one), page.here(layer=one), one == layer) for one in LAYERS),
        zooms(page),
        Slider.of(_days(answered), asked.on, lambda on: page.here(on=on)),
        disputes(world, day),
        tuple(map(world.name, undrawn(world, day, marks))),
    )


def disputes(world: World, day: Day) -> tuple[tuple[str, str], ...]:
    """The disputed areas on the map, with who holds and who claims them."""
    return tuple((row.name, row.notice) for row in disputed(world, day))


def sign_of(layer: str, row: Row) -> str:
    """The sign under which the map shows a row."""
    return _SIGN.get((layer, row.status), row.status)


def _mark(world: World, row: Row, layer: str) -> Mark:
    more = f" and {len(row.findings) - 1} more" if len(row.findings) > 1 else ""
    status = words.plain(row.status)
    return Mark(
        row.state,
        sign_of(layer, row),
        f"{world.name(row.state)}: {row.says} ({status}) under {row.leading.provision.id}{more}",
    )


def _sides(world: World, event: Event, found: Roster) -> list[Mark]:
    """The two sides of the event; one that also has a status keeps it."""
    kind = world.records.event_kinds[event.type]
    sides = [("attacker", kind.actor, who) for who in event.roles[kind.actor]]
    sides += [("victim", kind.target, who) for who in event.roles[kind.target]]
    held = {row.state for row in found.rows}
    return [
        Mark(who, "", f"{world.name(who)}: {words.plain(word)}", role=role)
        for role, word, who in sides
        if who not in held
    ] + [Mark(who, "", "", role=role) for role, _, who in sides if who in held]


def marks_merged(marks: list[Mark]) -> list[Mark]:
    """One mark for each state: its role with its status."""
    merged: dict[str, Mark] = {}
    for one in marks:
        known = merged.get(one.state)
        merged[one.state] = replace(one, role=known.role) if known else one
    return list(merged.values())


def _places(page: Page, world: World, event: Event) -> list[PlaceMark]:
    found = []
    for identifier in event.at:
        place = world.records.places.get(identifier)
        if place and place.point and not identifier.endswith(f"/{METROPOLITAN}"):
            address = page.links.to(f"/places/{identifier}")
            found.append(PlaceMark(place.name, place.point.lat, place.point.lon, href=address))
    return found


def _days(answered: Answered) -> tuple[TurningDay, ...]:
    event = answered.answer.question.events[0]
    kind = answered.world.records.event_kinds[event.type]
    states = (*event.roles[kind.actor], *event.roles[kind.target])
    return turning_days(answered.world, states, event.at)
