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
    from collections.abc import Iterator

    from foedera.engine.turning_days import TurningDay
    from foedera.model.answers import Gap
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
    if not asked.is_begun:
        return page.show("map.html", title="Map", asked=asked, form=form(page, asked), drawn=None)
    try:
        answered = put(page.edition, asked, page.settings.budget)
        drawn = _drawn(page, answered)
    except WebError as error:
        return show_refused(page, "map.html", "Map", asked, error)
    return page.show(
        "map.html",
        title=f"Map: {headline(answered)}",
        parted=True,
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
    gaps: tuple[Gap, ...]


def _drawn(page: Page, answered: Answered) -> Drawn:
    world, asked = answered.world, answered.asked
    day, event = answered.answer.question.on, answered.answer.question.events[0]
    layer = chosen(page, "layer", tuple(LAYERS), "duties")
    found = roster(world, answered.answer, layer)
    rows = tuple((row, sign_of(layer, row), world.name(row.state)) for row in found.rows)
    places = _places(page, world, event)
    roles = {sign: word for sign, word, _ in _sides(world, event)}
    shown = {sign for _, sign, _ in rows} | roles.keys() | ({"place"} if places else set())
    frame = framed(
        page,
        world,
        day,
        _marks(world, event, found, layer),
        _days(answered),
        title=headline(answered),
        href=lambda state: page.links.to("/ask", (*asked.query(), ("obligor", state))),
        signs=tuple(replace(one, words=roles.get(one.status, one.words)) for one in map_signs.legend(*shown)),
        places=places,
    )
    layers = tuple((words.plain(one), page.here(layer=one), one == layer) for one in LAYERS)
    return Drawn(in_short(world, answered.answer), found, rows, layers, frame, answered.answer.gaps)


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


def _marks(world: World, event: Event, found: Roster, layer: str) -> list[Mark]:
    """A mark for each state of the roster, and for the two sides of the event."""
    marks = {row.state: _mark(world, row, layer) for row in found.rows}
    for role, word, who in _sides(world, event):
        known = marks.get(who)
        label = f"{known.label}; {word}" if known else f"{world.name(who)}: {word}"
        marks[who] = replace(known or Mark(who, "", label), label=label, role=role, called=word)
    return list(marks.values())


def _sides(world: World, event: Event) -> Iterator[tuple[str, str, str]]:
    """The sign, the name of the role, and the state, for everybody in one of the two main roles."""
    kind = world.records.event_kinds[event.type]
    for sign, role in (("attacker", kind.actor), ("victim", kind.target)):
        yield from ((sign, words.plain(role), who) for who in event.roles[role])


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
