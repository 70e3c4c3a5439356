"""Documents in the API: one is posted, checked against the corpus, and forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from foedera.render.reading_json import reading as jsonable
from foedera.web.api.bodies import JSON, Body, BodyOf, taken
from foedera.web.api.models import reply, send
from foedera.web.api.problem import printable
from foedera.web.api.shapes import TEXT
from foedera.web.errors import WebError
from foedera.web.page import PageOf
from foedera.web.readings import read_sent
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator


router = APIRouter(tags=["Documents"])
_SUFFIXES = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html", "application/pdf": ".pdf"}
_FIELDS = ("text", "name", "dated", "on")
_MAX_NAME = 120
_EXAMPLE = {"text": "The treaty of 19 June 2024 between Russia and the DPRK is in force.", "dated": "2025-01-15"}
_SENT = {
    "type": "object",
    "properties": {
        "text": {**TEXT, "minLength": 1, "description": "Plain text or Markdown."},
        "name": {**TEXT, "maxLength": _MAX_NAME, "description": "What the document is called."},
        "dated": {**TEXT, "format": "date", "description": "Its day, if it does not say it."},
        "on": {**TEXT, "format": "date", "description": "As of which day it is judged if it has none; default today."},
    },
    "required": ["text"],
    "additionalProperties": False,
    "example": _EXAMPLE,
}
_FILE: dict[str, Any] = {"schema": {}}
"""Any bytes: what they must be is said by the media type."""
Named = Annotated[str, Query(max_length=_MAX_NAME, description="What the document is called.")]
Dated = Annotated[str, Query(max_length=10, description="Its day, if it does not say it.", examples=["2025-01-15"])]
AsOf = Annotated[str, Query(max_length=10, description="As of which day it is judged if it has none; default today.")]


@router.post(
    "/read",
    summary="Check a document",
    responses=reply("reading", "The reading, as `foedera.reading/1`.", is_post=True),
    openapi_extra=taken(
        **{JSON: {"schema": _SENT}},
        **{"text/plain": {"schema": {}, "example": _EXAMPLE["text"]}},
        **{"text/markdown": _FILE, "text/html": _FILE, "application/pdf": _FILE},
    ),
)
def check(page: PageOf, body: BodyOf, name: Named = "", dated: Dated = "", on: AsOf = "") -> JSONResponse:
    """What a document says about treaties, and what the corpus says of it: confirmed, contradicted, not on record.

    Post the file itself, or JSON with its text. Nothing of it is kept or logged.
    """
    body.check((JSON, *_SUFFIXES))
    given = {"name": name, "dated": dated, "on": on}
    if body.media_type == JSON:
        given |= _fields(body)
    found = read_sent(page, [_document(body, given)], dated=given["dated"], on=given["on"])
    return send(jsonable(found), keep=NEVER)


def _document(body: Body, given: dict[str, str]) -> tuple[bytes, str]:
    """The content of the document, and a name that tells its format."""
    if body.media_type == JSON:
        return given["text"].encode("utf-8", "replace"), given["name"] or "text"
    suffix = _SUFFIXES[body.media_type]
    name = given["name"] or "document"
    return body.data, name if name.lower().endswith(suffix) else name + suffix


def _fields(body: Body) -> dict[str, str]:
    """The fields of a body in JSON.

    Raises:
        WebError: it is not JSON, or not as documented.
    """
    try:
        value = json.loads(body.text())
    except (ValueError, RecursionError):
        raise WebError("the body is not JSON", 'send {"text": "..."}', status=422, kind="parameters") from None
    wrong = next(_wrong(value), None)
    if wrong:
        raise WebError(wrong, f"the fields are {', '.join(_FIELDS)}", status=422, kind="parameters")
    return {key: printable(one) for key, one in value.items()}


def _wrong(value: Any) -> Iterator[str]:
    """What is not as documented, in words."""
    if not isinstance(value, dict):
        yield "the body is not a JSON object"
        return
    yield from (f"there is no field '{key[:80]}'" for key in value if key not in _FIELDS)
    yield from (f"'{key}' is not a text" for key, one in value.items() if not isinstance(one, str))
    if "text" not in value:
        yield "'text' is missing"
    yield from (f"'{key}' is empty" for key in ("text", "dated", "on") if value.get(key) == "")
    if len(value.get("name", "")) > _MAX_NAME:
        yield f"'name' has more than {_MAX_NAME} characters"
