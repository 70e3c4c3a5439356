"""Forms that are posted: bounded in fields and files, held in memory only, and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from foedera.web.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_FILES = 4
_MAX_FIELDS = 20
_MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form posts.

    Attributes:
        fields: the first value of each name.
        files: name and content of each file that is not empty.
    """

    fields: Mapping[str, str]
    files: tuple[tuple[str, bytes], ...]

    def value(self, name: str) -> str:
        """A value without the space around it; empty if it was not sent."""
        return self.fields.get(name, "").strip()


async def _sent(request: Request) -> Sent:
    """The form of a request.

    Raises:
        WebError: it is not a form as this site has them.
        HTTPException: it is broken, or has too many parts.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise WebError("what was sent is not a form of this site", "use the form, or the API", status=415)
    fields: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []
    most = request.app.state.settings.max_body
    async with request.form(max_files=MAX_FILES, max_fields=_MAX_FIELDS, max_part_size=most) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                fields.setdefault(name, value)
            elif isinstance(value, UploadFile) and (content := await value.read()):
                files.append(((value.filename or "file")[-_MAX_NAME:], content))
    return Sent(fields, tuple(files))


SentOf = Annotated[Sent, Depends(_sent)]
