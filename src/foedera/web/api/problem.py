"""Errors of the API as problem+json (RFC 9457), and what each kind of error means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from foedera.render import jsonable
from foedera.web.errors import WebError, not_found
from foedera.web.serving.delivery import NEVER
from foedera.web.serving.exchange import request_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fastapi import Request

MEDIA_TYPE = "application/problem+json"
_MANY = 50
"""Problems and parameters that are listed; of more, only their number is told."""
_SEE = "the documents of the API list what there is"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem.

    Attributes:
        title: the same for every problem of the kind.
        meaning: when it comes, and what to do.
    """

    title: str
    meaning: str


KINDS = {
    "question": Kind(
        "The question cannot be asked",
        "A name, a day or a value in it is not known. The hint says what would do, often the name that was meant.",
    ),
    "parameters": Kind(
        "The parameters are not as documented",
        "One is missing, too long, of the wrong kind, or not known here. They are listed in parameters.",
    ),
    "not-found": Kind("There is nothing here", "No such address, or no record of that id in this corpus."),
    "method": Kind("The method is not allowed", "Everything is read with GET; two operations take a POST."),
    "corpus": Kind(
        "The text has errors",
        "The scenario or the supposed records are not valid. Every problem is listed with its line and column, as by "
        "the command foedera check.",
    ),
    "document": Kind("The document cannot be read", "It is damaged, empty, or not of the format that it says."),
    "too-long": Kind(
        "What was sent is too long", "The hint says how much is read; the command line has no such bound."
    ),
    "media-type": Kind("The media type is not read here", "The hint lists the media types that are."),
    "step-budget": Kind(
        "The question is too much work",
        "Questions have a counted budget of clause evaluations here, which the largest ordinary question uses to a "
        "thirtieth. The command line has no such bound.",
    ),
    "refused": Kind("The request is refused", "The detail says why."),
}


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
    base = request.scope.get("root_path", "").rstrip("/")
    kind = error.kind if error.kind in KINDS else "refused"
    body: dict[str, Any] = {
        "type": f"{base}/api#problem-{kind}",
        "title": KINDS[kind].title,
        "status": error.status,
        "detail": printable(str(error)),
        "instance": quote(request.scope["path"]),
        "request_id": request_id(request.scope),
    }
    if error.hint:
        body["hint"] = printable(error.hint)
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
