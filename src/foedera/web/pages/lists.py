"""Lists of records as tables, with filters and order in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.engine.lookup import QuestionError, plain
from foedera.model.instruments import Kind
from foedera.render.listing import rows
from foedera.web.errors import WebError, refused
from foedera.web.page import PageOf
from foedera.web.pages.mentions import Mentions, written
from foedera.web.paging import Part, part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foedera.web.page import Page

    Row = dict[str, Any]

router = APIRouter(include_in_schema=False)
MAX_TEXT = 200
"""Characters of a filter."""


@dataclass(frozen=True, slots=True)
class List:
    """What a list shows.

    Attributes:
        title: the heading.
        lead: what it lists.
        filters: names of the filters in the address besides ``text``.
        columns: field to heading.
        links: fields whose words are ids of records, separated by spaces.
        make: the rows for the filters, which are None where they are not given.
    """

    title: str
    lead: str
    filters: tuple[str, ...]
    columns: Mapping[str, str]
    links: frozenset[str]
    make: Callable[[Page, dict[str, str | None]], list[Row]]


@router.get("/treaties")
def treaties(page: PageOf) -> HTMLResponse:
    """The instruments."""
    return _show(page, _TREATIES)


@router.get("/states")
def states(page: PageOf) -> HTMLResponse:
    """The states."""
    return _show(page, _STATES)


@router.get("/places")
def places(page: PageOf) -> HTMLResponse:
    """The places."""
    return _show(page, _PLACES)


@router.get("/events")
def events(page: PageOf) -> HTMLResponse:
    """The recorded events."""
    return _show(page, _EVENTS)


@router.get("/officials")
def officials(page: PageOf) -> HTMLResponse:
    """The office-holders who signed."""
    return _show(page, _OFFICIALS)


@router.get("/actors")
def actors(page: PageOf) -> HTMLResponse:
    """The organs and armed groups."""
    return _show(page, _ACTORS)


@router.get("/sources")
def sources(page: PageOf) -> HTMLResponse:
    """The shared sources."""
    return _show(page, _SOURCES)


@router.get("/doctrine")
def doctrine(page: PageOf) -> HTMLResponse:
    """The rules of general law that the engine applies."""
    return _show(page, _DOCTRINE)


def _show(page: Page, one: List) -> HTMLResponse:
    given = {name: page.value(name)[:MAX_TEXT] or None for name in (*one.filters, "text")}
    found, part, error = _found(page, one, given)
    order = page.value("sort") if page.value("sort") in one.columns else ""
    is_falling = page.value("order") == "falling"
    return page.show(
        "list.html",
        title=part.titled(one.title),
        day=given.get("on") or "",
        status=error.status if error else 200,
        say=Mentions(page, given.get("on") or ""),
        list=one,
        given=given,
        rows=part.of(_sorted(found, order, is_falling=is_falling)),
        part=part,
        order=order,
        is_falling=is_falling,
        error=error,
        choices=_choices(page, one),
        written=written,
    )


def _found(page: Page, one: List, given: dict[str, str | None]) -> tuple[list[Row], Part, WebError | None]:
    """The rows that fit, which of them stand on the page, and what is wrong with the address."""
    try:
        found = _filtered(one.make(page, given), given["text"])
    except QuestionError as unknown:
        return [], Part(0), refused(unknown)
    return found, *part_of(page, len(found))


def _filtered(found: list[Row], text: str | None) -> list[Row]:
    """The rows that have every word of the filter somewhere."""
    wanted = plain(text or "").split()
    return [row for row in found if all(word in _plain_row(row) for word in wanted)] if wanted else found


def _plain_row(row: Row) -> str:
    return " ".join(plain(str(value)) for value in row.values())


def _sorted(found: list[Row], order: str, *, is_falling: bool) -> list[Row]:
    """The rows by a column, those that have nothing in it last."""
    if not order:
        return found
    have = [row for row in found if row[order] not in {"", None}]
    rest = [row for row in found if row[order] in {"", None}]
    return [*sorted(have, key=lambda row: _key(row[order]), reverse=is_falling), *rest]


def _key(value: object) -> tuple[int, str]:
    text = str(value)
    return (int(text), "") if text.isdigit() else (0, text.lstrip("[").casefold())


def _choices(page: Page, one: List) -> Mapping[str, tuple[str, ...]]:
    """The values that a filter may have, where they are few."""
    classes = {name for state in page.world.records.states.values() for name in state.classes}
    known = {"kind": get_args(Kind), "klass": tuple(sorted(classes))}
    return {name: values for name, values in known.items() if name in one.filters}


def _of(what: str) -> Callable[[Page, dict[str, str | None]], list[Row]]:
    """The rows that the command line lists too."""

    def make(page: Page, given: dict[str, str | None]) -> list[Row]:
        filters = {name: given.get(name) for name in ("party", "kind", "on", "klass")}
        return rows(page.edition.treaties, what, **filters, text=None)

    return make


def _treaty_rows(page: Page, given: dict[str, str | None]) -> list[Row]:
    """Instruments with the kinds of their clauses."""
    records = page.world.records.instruments
    found = _of("instruments")(page, given)
    return [{**row, "kinds": _kinds(clause.kind for clause in records[row["id"]].provisions)} for row in found]


def _kinds(each: Any) -> str:
    return ", ".join(dict.fromkeys(kind.replace("_", " ") for kinds in each for kind in kinds))


def _actor_rows(page: Page, _given: dict[str, str | None]) -> list[Row]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "of": one.of or "",
            "attributed": " ".join(one.attributed_to),
        }
        for one in sorted(page.world.records.actors.values(), key=lambda one: one.id)
    ]


def _doctrine_rows(page: Page, _given: dict[str, str | None]) -> list[Row]:
    return [
        {"id": one.id, "title": one.title, "settled": "yes" if one.settled else "no", "statement": one.statement}
        for one in page.world.records.doctrine.values()
    ]


_TREATIES = List(
    "Treaties",
    "Treaties, charters, resolutions, declarations and bodies of custom whose clauses are on record.",
    ("party", "kind", "on"),
    {
        "id": "Id",
        "title": "Title",
        "signed": "Signed",
        "in_force": "In force",
        "ended": "Ended",
        "in_force_on_day": "In force on the day",
        "binding": "Binding",
        "kinds": "Kinds",
        "clauses": "Clauses",
    },
    frozenset({"id"}),
    _treaty_rows,
)
_STATES = List(
    "States",
    "States that exist or existed, under their ISO 3166 code or a name.",
    ("klass", "on"),
    {
        "id": "Id",
        "name": "Name",
        "exists": "Exists",
        "cow": "Correlates of War",
        "gw": "Gleditsch and Ward",
        "statehood": "Statehood",
    },
    frozenset({"id"}),
    _of("states"),
)
_PLACES = List(
    "Places",
    "Places for which it matters who administers or claims them. No position is taken on whose they are.",
    (),
    {
        "id": "Id",
        "name": "Name",
        "administered_by": "Administered by, over time",
        "claimed_by": "Claimed by, over time",
    },
    frozenset({"id", "administered_by", "claimed_by"}),
    _of("places"),
)
_EVENTS = List(
    "Events",
    "Recorded events that the engine reads, under the kind that the record gives them; positions are on their pages.",
    (),
    {"since": "Since", "until": "Until", "title": "Event", "type": "Kind", "id": "Id"},
    frozenset({"id"}),
    _of("events"),
)
_OFFICIALS = List(
    "Officials",
    "Office-holders who signed an instrument of the corpus.",
    (),
    {"id": "Id", "name": "Name", "states": "State", "signed": "Signed"},
    frozenset({"id", "states", "signed"}),
    _of("officials"),
)
_ACTORS = List(
    "Organs and groups",
    "Organs whose acts count, and armed groups and entities that are not states.",
    (),
    {"id": "Id", "name": "Name", "kind": "Kind", "of": "Of", "attributed": "Attributed to"},
    frozenset({"id", "of", "attributed"}),
    _actor_rows,
)
_SOURCES = List(
    "Sources",
    "Sources that several records share; an instrument's own sources stand on its page.",
    (),
    {"id": "Id", "type": "Kind", "title": "Title"},
    frozenset({"id"}),
    _of("sources"),
)
_DOCTRINE = List(
    "Rules of general law",
    "The rules that the engine applies to every question, with what they rest on.",
    (),
    {"id": "Id", "title": "Rule", "settled": "Settled", "statement": "Statement"},
    frozenset({"id"}),
    _doctrine_rows,
)
