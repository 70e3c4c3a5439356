"""Network: which instruments tie which states on a day, as a picture and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import Response

from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.engine.turning_days import TurningDay, turning_days_of
from foedera.pictures.network import choices, days_that_matter, network, rows
from foedera.pictures.network_drawing import draw_network, legend
from foedera.web.errors import refused
from foedera.web.page import PageOf
from foedera.web.pages.mentions import to_today
from foedera.web.pages.slider import Slider

if TYPE_CHECKING:
    from foedera.model.world import World

router = APIRouter(include_in_schema=False)


@router.get("/network")
def network_of_day(page: PageOf) -> Response:
    """The network of a day, by kind of clause and region, about one state or instrument or as a whole."""
    if not page.value("on"):
        return to_today(page)
    values = page.values()
    kinds, regions = (list(filter(None, values.get(name, ()))) for name in ("kind", "region"))
    every = page.value("all") == "1"
    try:
        day = parse_day(page.value("on"))
        found = network(page.world, day, kinds=kinds, regions=regions, focus=page.value("focus") or None, every=every)
    except QuestionError as error:
        raise refused(error) from None
    title = f"Network on {day}" + (f": {page.world.name(found.focus)}" if found.focus else "")
    days = _days(page.world, every=every)
    svg = draw_network(
        found,
        href=lambda _kind, identifier: page.links.record(page.world, identifier, day.text) or page.links.to("/network"),
        title=title,
        description="Squares are instruments, circles states, diamonds organs. The table below says the same.",
    )
    return page.show(
        "network.html",
        title=title,
        parted=True,
        day=day.text,
        found=found,
        svg=svg,
        legend=legend(found),
        rows=rows(found),
        choices=choices(page.world),
        slider=Slider.of(days, day.text, lambda on: page.here(on=on)),
        every=every,
    )


def _days(world: World, *, every: bool) -> tuple[TurningDay, ...]:
    """The days on which the network changes, with what begins or ends in the records of its instruments."""
    reasons: dict[str, list[str]] = {}
    for instrument in world.records.instruments.values():
        for turn in turning_days_of(world, instrument):
            reasons.setdefault(turn.day.text, []).extend(turn.reasons)
    return tuple(TurningDay(one, tuple(reasons.get(one.text, ()))) for one in days_that_matter(world, every=every))
