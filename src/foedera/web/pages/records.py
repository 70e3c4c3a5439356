"""Pages of organs and groups, places, events, office-holders, sources and rules of general law."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from foedera.engine.standing import quiet
from foedera.law.force import bound
from foedera.pictures.holders import unit_name, unit_of
from foedera.render.citations import of
from foedera.truth import Truth
from foedera.web.errors import not_found
from foedera.web.page import PageOf
from foedera.web.pages.mentions import day_asked, mentions, to_today
from foedera.web.pages.sayings import roles_of, sayings
from foedera.web.pages.uses import uses_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.answers import Step
    from foedera.model.instruments import Instrument
    from foedera.model.states import Actor
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
Record = TypeVar("Record")


def _find(part: Mapping[str, Record], identifier: str, what: str) -> Record:
    """A record by its id.

    Raises:
        WebError: there is none.
    """
    found = part.get(identifier)
    if found is None:
        raise not_found(f"there is no {what} '{identifier[:80]}'", "search for it above")
    return found


@router.get("/actors/{identifier}")
def actor(identifier: str, page: PageOf) -> Response:
    """An organ or an armed group as of a day; without one, as of today."""
    record = _find(page.world.records.actors, identifier, "organ or group")
    if not page.value("on"):
        return to_today(page)
    say = mentions(page)
    return page.show(
        "actor.html",
        title=record.name,
        day=page.value("on"),
        say=say,
        one=record,
        held=_memberships(page, record),
        part_of=[one.id for one in page.world.records.actors.values() if one.of == record.id],
        adopted=[one.id for one in page.world.records.instruments.values() if one.adopted_by == record.id],
        sayings=sayings(page.world, record.id),
        roles=roles_of(page.world, record.id),
        officials=[
            one for one in page.world.records.officials.values() if any(o.state == record.id for o in one.offices)
        ],
    )


def _memberships(page: Page, record: Actor) -> list[tuple[Instrument, Step]]:
    """The instruments to which it is a party on record, with whether it is bound on the day."""
    setting = quiet(page.world, day_asked(page.value("on")))
    return [
        (one, bound(setting, one, record.id).step)
        for one in page.world.records.instruments.values()
        if record.id in page.world.parties.get(one.id, {})
    ]


@router.get("/places/{identifier}")
def place(identifier: str, page: PageOf) -> HTMLResponse:
    """A place: where it lies, who administers and who claims it, who recognises which claim."""
    record = _find(page.world.records.places, identifier, "place")
    day = day_asked(page.value("on")) if page.value("on") else None
    holders = [one.state for one in record.administered_by if day and one.span.contains(day) is not Truth.FALSE]
    return page.show(
        "place.html",
        title=record.name,
        day=page.value("on"),
        say=mentions(page),
        one=record,
        holders=holders,
        area=unit_name(page.world, unit_of(page.world, record.id)),
        events=[one for one in page.world.records.events.values() if record.id in one.at],
        uses=uses_of(page.world, record.id),
    )


@router.get("/events/{identifier}")
def event(identifier: str, page: PageOf) -> HTMLResponse:
    """A recorded event and the positions taken on it."""
    record = _find(page.world.records.events, identifier, "recorded event")
    kind = page.world.records.event_kinds.get(record.type)
    return page.show("event.html", title=record.title, say=mentions(page), one=record, kind=kind)


@router.get("/officials/{identifier}")
def official(identifier: str, page: PageOf) -> HTMLResponse:
    """An office-holder who signed instruments."""
    record = _find(page.world.records.officials, identifier, "office-holder")
    return page.show("official.html", title=record.name, say=mentions(page), one=record)


@router.get("/sources/{identifier}")
def source(identifier: str, page: PageOf) -> HTMLResponse:
    """A shared source and the records that cite it."""
    record = _find(page.world.records.sources, identifier, "source")
    return page.show(
        "source.html",
        title=record.title,
        say=mentions(page),
        one=record,
        cited=of(page.edition.treaties, record.id)[0],
        uses=uses_of(page.world, record.id),
    )


@router.get("/doctrine/{identifier}")
def doctrine(identifier: str, page: PageOf) -> HTMLResponse:
    """A rule of general law that the engine applies."""
    record = _find(page.world.records.doctrine, identifier.removeprefix("doctrine:"), "rule")
    return page.show("doctrine.html", title=record.title, say=mentions(page), one=record)
