"""Maps of a treaty: where a clause's area lies, and who is bound on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from foedera.engine.areas import areas
from foedera.engine.lookup import QuestionError, find_instrument
from foedera.engine.standing import quiet
from foedera.engine.turning_days import turning_days_of
from foedera.law.force import bound
from foedera.pictures.map_signs import LegendRow, legend
from foedera.pictures.world_map import Mark
from foedera.truth import Truth
from foedera.web.errors import lost
from foedera.web.page import PageOf
from foedera.web.pages.derivation import derivation
from foedera.web.pages.map_frame import framed
from foedera.web.pages.mentions import day_asked, to_today

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.engine.areas import Located
    from foedera.model.answers import Step
    from foedera.model.instruments import Instrument
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
_IN = {Truth.TRUE: "inside", Truth.UNKNOWN: "unknown", Truth.FALSE: "outside"}
_BOUND = {
    Truth.TRUE: LegendRow("inside", "●", "bound"),
    Truth.UNKNOWN: LegendRow("unknown", "?", "doubtful"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table beside the map, which says the same as its mark."""

    id: str
    name: str
    sign: str
    symbol: str
    words: str
    why: Step


@router.get("/map/area/{name:path}")
def area_map(name: str, page: PageOf) -> Response:
    """Where the area of a clause lies: home territories of the parties, and every place on record."""
    if not page.value("on"):
        return to_today(page)
    day = day_asked(page.value("on"))
    try:
        found = areas(page.world, name, day)
    except QuestionError as error:
        raise lost(error) from None
    relevant = [one for one in found if one.of_party is not Truth.FALSE or one.step.truth is not Truth.FALSE]
    lines = [_located(page, one) for one in relevant]
    instrument = page.world.records.instruments[name.partition("/")[0]]
    title = f"Area of {name}"
    lead = "Territory of parties, and what lies in the area besides; other territory lies outside it."
    return _show(page, day, instrument, title, lead if found else "It confines nothing to an area.", lines)


@router.get("/map/treaty/{name}")
def treaty_map(name: str, page: PageOf) -> Response:
    """Who is bound by an instrument on a day."""
    if not page.value("on"):
        return to_today(page)
    day = day_asked(page.value("on"))
    try:
        instrument = page.world.records.instruments[find_instrument(page.world, name)]
    except QuestionError as error:
        raise lost(error) from None
    setting = quiet(page.world, day)
    recorded = page.world.parties.get(instrument.id, {})
    members = dict.fromkeys((*recorded, *(heir for one in recorded for heir in page.world.heirs.get(one, ()))))
    steps = {one: bound(setting, instrument, one).step for one in members}
    lines = [
        Line(
            one,
            page.world.name(one),
            _BOUND[step.truth].status,
            _BOUND[step.truth].symbol,
            _BOUND[step.truth].words,
            step,
        )
        for one, step in steps.items()
        if step.truth is not Truth.FALSE
    ]
    unlisted = " ".join(
        one.why
        for one in page.world.records.coverage.values()
        if one.instrument == instrument.id and not one.complete and one.span.contains(day) is not Truth.FALSE
    )
    lead = f"{instrument.title}: whom it binds on {day}, as far as is on record. {unlisted}".rstrip()
    return _show(page, day, instrument, f"Parties of {instrument.id}", lead, sorted(lines, key=lambda line: line.name))


def _located(page: Page, one: Located) -> Line:
    sign = legend(_IN[one.step.truth])[0]
    name = page.world.name(one.state or one.place)
    return Line(one.state or one.place, name, sign.status, sign.symbol, sign.words, one.step)


def _show(page: Page, day: Day, instrument: Instrument, title: str, lead: str, lines: list[Line]) -> HTMLResponse:
    signs = {line.sign: LegendRow(line.sign, line.symbol, line.words) for line in lines}
    frame = framed(
        page,
        page.world,
        day,
        [Mark(line.id, line.sign, f"{line.name}: {line.words}") for line in lines],
        turning_days_of(page.world, instrument),
        title=title,
        href=lambda one: page.links.record(page.world, one, day.text) or page.links.to("/map"),
        signs=tuple(signs.values()),
        with_overseas=False,
    )
    return page.show(
        "area.html",
        title=f"{title}, {day}",
        parted=True,
        day=day.text,
        frame=frame,
        lead=lead,
        instrument=instrument,
        lines=lines,
        because=lambda step: derivation(page.world, page.links, step, day.text),
    )
