"""The bodies that the API takes: whole, of a media type that is read, as bytes or as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request

from foedera.web.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Iterable

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Body:
    """What was posted.

    Attributes:
        media_type: in lower case, without parameters; empty if none was given.
    """

    media_type: str
    data: bytes

    def check(self, known: Iterable[str]) -> None:
        """Refuse a media type that is not among ``known``.

        Raises:
            WebError: it is not.
        """
        if self.media_type not in known:
            said = f"'{self.media_type[:80]}' is not read here" if self.media_type else "the media type is missing"
            raise WebError(said, f"send Content-Type: {' or '.join(known)}", status=415, kind="media-type")

    def text(self) -> str:
        """The body as text.

        Raises:
            WebError: it is not UTF-8.
        """
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} of the body is not UTF-8"
            raise WebError(message, "send it in UTF-8", kind="corpus") from None


async def _body(request: Request) -> Body:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Body(media_type, await request.body())


BodyOf = Annotated[Body, Depends(_body)]


def taken(**content: Any) -> dict[str, Any]:
    """The declared body of an operation: media type to schema and example."""
    return {"requestBody": {"required": True, "content": content}}
