"""What the operations of the API have in common: parameters, declared responses, pages of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from foedera.engine.lookup import QuestionError, resolve
from foedera.web.api.problem import MEDIA_TYPE
from foedera.web.api.shapes import TEXT, listed, named
from foedera.web.asking import MAX_VALUE, MAX_VALUES
from foedera.web.packing import MAX_PACKED
from foedera.web.paging import Part
from foedera.web.serving.delivery import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fastapi.dependencies.models import Dependant

    from foedera.web.page import Page

MAX_LIMIT = 200
_MAX_OFFSET = 1_000_000
_DAY = "^\\d{4}-\\d{2}-\\d{2}$"
_MEANINGS = {
    400: "The question cannot be asked, or the text has errors (`question`, `corpus`).",
    403: "The request comes from another site's page, which the settings do not allow (`other-site`).",
    404: "There is no such record (`not-found`).",
    408: "The body took too long to arrive (`too-slow`).",
    413: "The body or the document is too long (`too-long`).",
    414: "The address is too long (`too-long`).",
    415: "The media type is not read here (`media-type`).",
    422: "A parameter is not as documented (`parameters`), the question is too much work (`step-budget`), the "
    "document cannot be read (`document`), or the answer would be too long (`too-long`).",
    503: "Too much is asked at once; `Retry-After` says when to come back (`busy`).",
}
_ALWAYS = (400, 414, 422, 503)
_POSTED = (403, 408, 413, 415)


def _text(says: str, example: str | None = None, **bounds: Any) -> Any:
    return Query(description=says, examples=[example] if example else None, **{"max_length": MAX_VALUE, **bounds})


def _texts(says: str, example: str) -> Any:
    return Query(description=says, examples=[[example]], max_length=MAX_VALUES)


Short = Annotated[str, Query(max_length=MAX_VALUE)]
Actor = Annotated[str, _text("The state that acts (attacks, supplies, ...): id, name or alias.", "UKR", min_length=1)]
Target = Annotated[str, _text("The state that is acted upon.", "RUS", min_length=1)]
On = Annotated[str, _text("The day, as `2024-12-10`.", "2024-12-10", pattern=_DAY, max_length=10)]
MaybeOn = Annotated[
    str | None, _text("A day: the status on that day is added.", "2024-12-10", pattern=_DAY, max_length=10)
]
EventKind = Annotated[str, _text("The kind of event; `/kinds` lists them.", "armed_attack")]
At = Annotated[str, _text("The place; default the home territory of the target.", "kursk")]
Attacked = Annotated[str, _text("What is attacked: `territory`, `forces`, `vessels` or `aircraft`.", "territory")]
View = Annotated[str, _text("The state whose view of disputed facts is adopted; default nobody's.", "RUS")]
Assume = Annotated[
    list[Short], _texts("An assumption switched, `NAME:true|false|unknown`; repeat it.", "request:false")
]
Given = Annotated[list[Short], _texts("An attribute of the event `NAME:VALUE`; repeat it.", "weapon:nuclear")]
Without = Annotated[list[Short], _texts("An instrument, clause or recorded event left out; repeat it.", "rus-prk-2024")]
Packed = Annotated[
    str,
    Query(
        alias="with",
        max_length=MAX_PACKED,
        description="Records supposed on top of the corpus: their YAML, compressed with zlib and written in base64url "
        "without padding.",
    ),
]
Every = Annotated[bool, Query(alias="all", description="Also findings that concern no party of the question.")]
Derivations = Annotated[bool, Query(description="Whether each finding has its derivation, step by step.")]
Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="How many rows.", examples=[3])]
Offset = Annotated[int, Query(ge=0, le=_MAX_OFFSET, description="How many rows to pass over.", examples=[0])]
Matching = Annotated[str | None, _text("Only rows in which this text stands.")]


def in_path(says: str, example: str) -> Any:
    """A parameter in the path that names a record."""
    return Path(description=says, examples=[example], min_length=1, max_length=MAX_VALUE)


def reply(schema: str | dict[str, Any], says: str, *errors: int, is_post: bool = False) -> dict[int | str, Any]:
    """The declared responses of an operation: what it sends, and the errors it may send instead.

    Args:
        schema: of the JSON that is sent, or its name among the schemas of the document.
        says: what is sent.
        errors: statuses beside those that any operation may have.
        is_post: whether it takes a body.
    """
    shape = named(schema) if isinstance(schema, str) else schema
    ok = {"description": says, "content": {"application/json": {"schema": shape}}}
    statuses = sorted({*_ALWAYS, *errors, *(_POSTED if is_post else ())})
    return {200: ok, **{status: _refusal(status) for status in statuses}}


def rows_of(name: str) -> dict[int | str, Any]:
    """The declared responses of a list."""
    found = reply(f"{name}-rows", "A page of the list.")
    link = {"description": "Addresses of the first, previous, next and last page (RFC 8288).", "schema": TEXT}
    return {**found, 200: {**found[200], "headers": {"Link": link}}}


def many(name: str) -> dict[str, Any]:
    """The schema of an array of a named shape."""
    return listed(named(name))


def _refusal(status: int) -> dict[str, Any]:
    return {"description": _MEANINGS[status], "content": {MEDIA_TYPE: {"schema": named("problem")}}}


def send(value: Any, headers: dict[str, str] | None = None, *, keep: str = PAGE) -> JSONResponse:
    """The JSON of a value; ``keep`` is its Cache-Control."""
    return JSONResponse(value, headers={**(headers or {}), "Cache-Control": keep})


@dataclass(frozen=True, slots=True)
class Slice:
    """Which rows of a list are wanted."""

    limit: int
    offset: int


def _slice(limit: Limit = 50, offset: Offset = 0) -> Slice:
    return Slice(limit, offset)


SliceOf = Annotated[Slice, Depends(_slice)]


def send_rows(page: Page, rows: Sequence[Any], part: Slice) -> JSONResponse:
    """A page of a list, with links to the others."""
    shown = Part(len(rows), part.limit, part.offset)
    links = ", ".join(f'<{page.here(offset=str(offset))}>; rel="{rel}"' for rel, offset in shown.others())
    body = {"total": shown.total, "offset": part.offset, "limit": part.limit, "items": shown.of(rows)}
    return send(body, {"Link": links})


def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that the operation does not have, since its silence would pass for an answer.

    Raises:
        RequestValidationError: there is one.
    """
    known = dict.fromkeys(_names(request.scope["route"].dependant))
    wrong = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if wrong:
        raise RequestValidationError([{"loc": ("query", name), "msg": _unknown(known, name)} for name in wrong])


def _names(one: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in one.query_params)
    for below in one.dependencies:
        yield from _names(below)


def _unknown(known: dict[str, None], name: str) -> str:
    try:
        meant = resolve(known, name, "parameter")
    except QuestionError as error:
        return f"there is no such parameter{f'; {error.hint}' if error.hint else ''}"
    return f"there is no such parameter; did you mean '{meant}'?"
