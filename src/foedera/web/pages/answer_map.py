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
from foedera.pictures.world_map import Mark, PlaceMark
from foedera.render.roster import LAYERS, roster
from foedera.render.summary import in_short
from foedera.web.asking import put, read_asked
from foedera.web.errors import WebError
from foedera.web.page import Page, PageOf
from foedera.web.pages.ask import form, headline, show_refused
from foedera.web.pages.derivation import cited
from foedera.web.pages.map_frame import chosen, framed

if TYPE_CHECKING:
    from foedera.engine.turning_days import TurningDay
    from foedera.model.events import Event
    from foedera.model.world import World
    from foedera.render.roster import Roster, Row
    from foedera.web.asking import Answered
    from foedera.web.pages.map_frame import Choice, Frame

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
    """What a map of an answer shows.

    Attributes:
        rows: of the table, made from the same roster as the marks: row, sign, name.
        layers: words, address, and whether it is shown.
    """

    short: str
    roster: Roster
    rows: tuple[tuple[Row, str, str], ...]
    layers: tuple[Choice, ...]
    frame: Frame


def _drawn(page: Page, answered: Answered) -> Drawn:
    world, asked = answered.world, answered.asked
    day, event = answered.answer.question.on, answered.answer.question.events[0]
    layer = chosen(page, "layer", tuple(LAYERS), "duties")
    found = roster(world, answered.answer, layer)
    rows = tuple((row, sign_of(layer, row), world.name(row.state)) for row in found.rows)
    shown = (
        {sign for _, sign, _ in rows} | {"attacker", "victim"} | ({"place"} if _places(page, world, event) else set())
    )
    frame = framed(
        page,
        world,
        day,
        marks_merged([*_sides(world, event, found), *(_mark(world, row, layer) for row in found.rows)]),
        _days(answered),
        title=headline(answered),
        href=lambda state: page.links.to("/ask", (*asked.query(), ("obligor", state))),
        signs=map_signs.legend(*shown),
        places=_places(page, world, event),
    )
    layers = tuple((words.plain(one), page.here(layer=one), one == layer) for one in LAYERS)
    return Drawn(in_short(world, answered.answer), found, rows, layers, frame)


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
