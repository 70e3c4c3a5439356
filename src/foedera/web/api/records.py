"""The records of the API: treaties and clauses, states and what binds them, places, events, people, sources, cases."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from foedera.engine.compare import compare as compared
from foedera.engine.lookup import QuestionError, resolve
from foedera.render import citations, formats, jsonable, listing, records
from foedera.web.api.models import (
    Matching,
    MaybeOn,
    On,
    Short,
    SliceOf,
    in_path,
    many,
    reply,
    rows_of,
    send,
    send_rows,
)
from foedera.web.asking import MAX_VALUE
from foedera.web.errors import lost, refused
from foedera.web.page import Page, PageOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.web.api.models import Slice

router = APIRouter(tags=["Records"])
_CLAUSES = 6
Treaty = Annotated[str, in_path("Id, title or alias of the instrument.", "rus-prk-2024")]
Article = Annotated[str, in_path("The article, as `4` or `2@prevention`; without a version, all of them.", "4")]
State = Annotated[str, in_path("Id, name or alias of the state, organ or group.", "PRK")]
Clauses = Annotated[
    list[Short],
    Query(
        min_length=2,
        max_length=_CLAUSES,
        description="A clause `TREATY/ARTICLE`; two to six of them.",
        examples=[["rus-prk-2024/4", "chn-prk-1961/2"]],
    ),
]


@contextmanager
def _in_query() -> Iterator[None]:
    try:
        yield
    except QuestionError as error:
        raise refused(error) from None


@contextmanager
def _in_path() -> Iterator[None]:
    try:
        yield
    except QuestionError as error:
        raise lost(error) from None


def _rows(page: Page, part: Slice, what: str, **filters: str | None) -> JSONResponse:
    every = dict.fromkeys(("party", "kind", "on", "klass", "text"))
    with _in_query():
        return send_rows(page, listing.rows(page.edition.treaties, what, **{**every, **filters}), part)


def _record(known: Mapping[str, Any], name: str, what: str) -> JSONResponse:
    with _in_path():
        return send(jsonable.record(known[resolve(known, name, what)]))


@router.get("/treaties", summary="List treaties", responses=rows_of("treaty"))
def treaties(
    page: PageOf,
    part: SliceOf,
    party: Annotated[str | None, Query(max_length=MAX_VALUE, description="Only those of this state.")] = None,
    kind: Annotated[str | None, Query(max_length=MAX_VALUE, description="Only with a clause of this kind.")] = None,
    on: MaybeOn = None,
    text: Matching = None,
) -> JSONResponse:
    """Instruments of every kind: treaties, charters, resolutions, declarations. With `on`, those in force that day."""
    return _rows(page, part, "instruments", party=party, kind=kind, on=on, text=text)


@router.get("/treaties/{identifier}", summary="One treaty", responses=reply("treaty", "The record.", 404))
def treaty(page: PageOf, identifier: Treaty, on: MaybeOn = None) -> JSONResponse:
    """An instrument with its clauses, parties, days, sources; with `on`, whether it stands and whom it binds then."""
    with _in_path():
        found = page.edition.treaties.instrument(identifier)
    return _with_day(page, (found, found.provisions), on)


@router.get("/treaties/{identifier}/{article}", summary="One clause", responses=reply("treaty", "The record.", 404))
def clause(page: PageOf, identifier: Treaty, article: Article, on: MaybeOn = None) -> JSONResponse:
    """The instrument with this clause only, in all its versions unless one is named."""
    with _in_path():
        found = records.find(page.edition.treaties, f"{identifier}/{article}")
    return _with_day(page, found, on)


def _with_day(page: Page, found: records.Found, on: str | None) -> JSONResponse:
    with _in_query():
        return send(records.as_json(page.edition.treaties, found, on))


@router.get("/states", summary="List states", responses=rows_of("state"))
def states(
    page: PageOf,
    part: SliceOf,
    klass: Annotated[
        str | None, Query(alias="class", max_length=MAX_VALUE, description="Only states of this class.")
    ] = None,
    on: MaybeOn = None,
    text: Matching = None,
) -> JSONResponse:
    """States, past and present. With `on`, those that existed or may have existed that day."""
    return _rows(page, part, "states", klass=klass, on=on, text=text)


@router.get("/states/{identifier}", summary="One state", responses=reply("state", "The record.", 404))
def state(page: PageOf, identifier: State) -> JSONResponse:
    """A state, organ or group: names, codes, existence, continuity."""
    with _in_path():
        found = page.edition.treaties.state(identifier)
    world = page.world.records
    return send(jsonable.record(world.states.get(found) or world.actors[found]))


@router.get(
    "/states/{identifier}/obligations",
    summary="What binds a state",
    responses=reply("standing", "Every instrument that binds or protects it, as `foedera.standing/1`.", 404),
)
def obligations(page: PageOf, identifier: State, on: On) -> JSONResponse:
    """Every instrument that binds (or may bind) a state on a day, or protects it, with its clauses and why."""
    with _in_path():
        found = page.edition.treaties.state(identifier)
    with _in_query():
        return send(formats.standing(found, on, page.edition.treaties.standing(found, on=on)))


@router.get("/places", summary="List places", responses=rows_of("place"))
def places(page: PageOf, part: SliceOf, text: Matching = None) -> JSONResponse:
    """Places on which clauses or disputes turn."""
    return _rows(page, part, "places", text=text)


@router.get("/places/{identifier}", summary="One place", responses=reply("place", "The record.", 404))
def place(page: PageOf, identifier: Annotated[str, in_path("Id or name of the place.", "kursk")]) -> JSONResponse:
    """Who administers a place, who claims it, who recognises which claim, and since when. No position is taken."""
    with _in_path():
        found = page.edition.treaties.place(identifier)
    return _record(page.world.records.places, found, "place")


@router.get("/events", summary="List recorded events", responses=rows_of("event"))
def events(page: PageOf, part: SliceOf, text: Matching = None) -> JSONResponse:
    """Recorded events, the earliest first."""
    return _rows(page, part, "events", text=text)


@router.get("/events/{identifier}", summary="One recorded event", responses=reply("event", "The record.", 404))
def event(page: PageOf, identifier: Annotated[str, in_path("Id of the event.", "korean-war-1950")]) -> JSONResponse:
    """An event with the positions that states and organs took on it, each with its day and source."""
    return _record(page.world.records.events, identifier, "event")


@router.get("/officials", summary="List office-holders", responses=rows_of("official"))
def officials(page: PageOf, part: SliceOf, text: Matching = None) -> JSONResponse:
    """Office-holders who signed an instrument or spoke for a state."""
    return _rows(page, part, "officials", text=text)


@router.get("/officials/{identifier}", summary="One office-holder", responses=reply("official", "The record.", 404))
def official(page: PageOf, identifier: Annotated[str, in_path("Id or name.", "vladimir-putin")]) -> JSONResponse:
    """The offices of an office-holder, with their days and sources."""
    with _in_path():
        return send(jsonable.record(page.edition.treaties.official(identifier)))


@router.get("/sources", summary="List sources", responses=rows_of("source"))
def sources(page: PageOf, part: SliceOf, text: Matching = None) -> JSONResponse:
    """The sources that several records share; a treaty's own stand in its record."""
    return _rows(page, part, "sources", text=text)


@router.get("/sources/{identifier}", summary="One source", responses=reply("source", "The record.", 404))
def source(page: PageOf, identifier: Annotated[str, in_path("Id of the source.", "un-charter-text")]) -> JSONResponse:
    """A source: title, publisher, address, and what it is worth."""
    return _record(page.world.records.sources, identifier, "source")


@router.get("/doctrine/{identifier}", summary="One rule of doctrine", responses=reply("rule", "The record.", 404))
def rule(page: PageOf, identifier: Annotated[str, in_path("Id of the rule.", "self-defence")]) -> JSONResponse:
    """A rule on which derivations rest, with its sources and limits."""
    return _record(page.world.records.doctrine, identifier, "rule")


@router.get("/cases", summary="List the corpus' own cases", responses=rows_of("case"))
def cases(page: PageOf, part: SliceOf) -> JSONResponse:
    """Questions with the findings that the corpus expects, and why."""
    return send_rows(page, [{"id": one.id, "title": one.title, "why": one.why} for one in page.edition.cases], part)


@router.get("/cases/{identifier}", summary="One case", responses=reply("case", "The record.", 404))
def case(page: PageOf, identifier: Annotated[str, in_path("Id of the case.", "rus-prk-arms-2025")]) -> JSONResponse:
    """A question in short form or as a scenario, the findings expected, and why."""
    return _record({one.id: one for one in page.edition.cases}, identifier, "case")


@router.get("/compare", summary="Compare clauses", responses=reply("comparison", "As `foedera.comparison/1`."))
def compare(page: PageOf, clause: Clauses) -> JSONResponse:
    """Clauses side by side, feature by feature, with what differs marked."""
    with _in_query():
        return send(formats.comparison(*compared(page.world, clause)))


@router.get("/cite", summary="Citations", responses=reply(many("citation"), "The sources."))
def cite(
    page: PageOf,
    name: Annotated[
        str | None,
        Query(
            max_length=MAX_VALUE,
            description="A treaty, clause, source or data set; default foedera itself.",
            examples=["rus-prk-2024/4"],
        ),
    ] = None,
) -> JSONResponse:
    """What an instrument, a clause or a data set rests on, or how to cite foedera and its corpus."""
    with _in_query():
        return send(citations.of(page.edition.treaties, name))
