"""Errors of the API as problem+json (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from foedera.render import jsonable
from foedera.web.errors import WebError, not_found
from foedera.web.problem_types import KINDS, members
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fastapi import Request

MEDIA_TYPE = "application/problem+json"
_MANY = 50
"""Problems and parameters that are listed; of more, only their number is told."""
_SEE = "the documents of the API list what there is"


def problem_response(request: Request, error: Exception) -> JSONResponse:
    """What the API says instead of an answer."""
    found = _as_web_error(error)
    headers = dict(getattr(error, "headers", None) or {})
    body = problem(request, found)
    if isinstance(error, RequestValidationError):
        body["parameters"] = list(_parameters(error.errors()))
    return JSONResponse(body, found.status, {**headers, "Cache-Control": NEVER}, MEDIA_TYPE)


def problem(request: Request, error: WebError) -> dict[str, Any]:
    """An error as the members of a problem."""
    kind = error.kind if error.kind in KINDS else "refused"
    hint = printable(error.hint) if error.hint else None
    body = members(request.scope, kind, error.status, printable(str(error)), hint)
    body["instance"] = quote(request.scope["path"])
    if error.problems:
        body["problems"] = [jsonable.problem(one) for one in error.problems[:_MANY]]
        body["more_problems"] = max(0, len(error.problems) - _MANY)
    return body


def printable(text: str) -> str:
    """The text without half characters, which JSON can name and UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _as_web_error(error: Exception) -> WebError:
    if isinstance(error, WebError):
        return error
    if isinstance(error, RequestValidationError):
        first = next(_parameters(error.errors()))
        return WebError(f"'{first['name']}': {first['message']}", _SEE, status=422, kind="parameters")
    if isinstance(error, HTTPException) and error.status_code == 404:  # noqa: PLR2004 - HTTP's own number
        return not_found("the API has nothing at this address", _SEE)
    if isinstance(error, HTTPException) and error.status_code == 405:  # noqa: PLR2004
        return WebError("this address does not take that method", _SEE, status=405, kind="method")
    status = error.status_code if isinstance(error, HTTPException) else 500
    return WebError(str(getattr(error, "detail", error)), status=status, kind="refused")


def _parameters(errors: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """Which parameters are wrong, and how."""
    for one in errors[:_MANY]:
        place = [str(part) for part in one["loc"][1:]] or ["request"]
        yield {"name": printable(place[0][:80]), "message": printable(str(one["msg"])[:300])}
