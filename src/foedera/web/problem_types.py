"""The types of problems that the API tells (RFC 9457), and the members that every problem has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedera.web.serving.exchange import request_id

if TYPE_CHECKING:
    from starlette.types import Scope


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
        "The scenario or the supposed records are not valid, or name what nobody is called. Every problem is listed "
        "with its line and column, as by the command foedera check.",
    ),
    "document": Kind("The document cannot be read", "It is damaged, empty, or not of the format that it says."),
    "too-long": Kind(
        "What was sent is too long",
        "The body, a text in it, or the address. The hint says how much is read; the command line has no such bound.",
    ),
    "media-type": Kind("The media type is not read here", "The hint lists the media types that are."),
    "step-budget": Kind(
        "The question is too much work",
        "Questions have a counted budget of steps here, which the largest ordinary question uses to a "
        "thirtieth. The command line has no such bound.",
    ),
    "too-slow": Kind("The body took too long to arrive", "Send it again, over a faster connection or in part."),
    "busy": Kind(
        "Too much is asked here at once",
        "A few requests are worked on at a time, and a bounded number waits. The header Retry-After says when to come "
        "back.",
    ),
    "other-site": Kind(
        "The request comes from another site",
        "A browser sent it from a page of another site, which whoever runs this one has not allowed.",
    ),
    "host": Kind(
        "There is no site of this name here", "Use the address with which the site was started, not another host name."
    ),
    "failed": Kind(
        "Something went wrong here", "The fault is the site's. The log has the details under the number of the request."
    ),
    "refused": Kind("The request is refused", "The detail says why."),
}
"""The last part of ``type`` to what it means; the page of the API has them under these anchors."""


def members(scope: Scope, kind: str, status: int, detail: str, hint: str | None = None) -> dict[str, Any]:
    """The members of a problem of a known kind."""
    base = scope.get("root_path", "").rstrip("/")
    found = {
        "type": f"{base}/api#problem-{kind}",
        "title": KINDS[kind].title,
        "status": status,
        "detail": detail,
        "request_id": request_id(scope),
    }
    return {**found, "hint": hint} if hint else found
