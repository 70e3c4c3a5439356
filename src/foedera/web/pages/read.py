"""Read: a document is pasted or uploaded, checked against the corpus, shown, and forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from markupsafe import Markup

from foedera.render.reading_html import body, heading
from foedera.render.reading_html import page as alone
from foedera.render.reading_json import reading as jsonable
from foedera.web.errors import WebError
from foedera.web.page import Page, PageOf
from foedera.web.pages.sent import MAX_FILES, SentOf
from foedera.web.readings import read_sent
from foedera.web.serving.delivery import NEVER, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.records import Reading
    from foedera.web.pages.sent import Sent

router = APIRouter(include_in_schema=False)
_PASTED = "pasted text"
_EMPTY: dict[str, str] = {}


@router.get("/read")
def blank(page: PageOf) -> Response:
    """The form."""
    return _show(page, _EMPTY)


@router.post("/read")
def check(page: PageOf, sent: SentOf) -> Response:
    """The reading of what was sent, as a page of the site, a page of its own, or JSON. Nothing is kept."""
    try:
        found = _reading(page, sent)
    except WebError as error:
        return _show(page, dict(sent.fields), error=error, keep=NEVER)
    return _shown(page, sent, found)


def _shown(page: Page, sent: Sent, found: Reading) -> Response:
    wanted = sent.value("format")
    if wanted == "json":
        return _download(json.dumps(jsonable(found), ensure_ascii=False), "application/json", "reading.json")
    if wanted == "html":
        return _download(alone(page.world, found), "text/html; charset=utf-8", "reading.html")
    marked = Markup(body(page.world, found, lambda one: page.links.record(page.world, one)))  # noqa: S704 - escaped there
    return _show(page, dict(sent.fields), title=heading(found), marked=marked, keep=NEVER)


def _download(text: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": NEVER}
    return Response(text.encode("utf-8", "replace"), media_type=media_type, headers=headers)


def _show(
    page: Page,
    fields: dict[str, str],
    *,
    title: str = "Read a document",
    marked: Markup | None = None,
    error: WebError | None = None,
    keep: str = PAGE,
) -> Response:
    return page.show(
        "read.html",
        title=title,
        status=error.status if error else 200,
        keep=keep,
        fields=fields,
        marked=marked,
        error=error,
        max_files=MAX_FILES,
    )


def _reading(page: Page, sent: Sent) -> Reading:
    """What the documents say and what the record says.

    Raises:
        WebError: they cannot be read.
    """
    return read_sent(page, _documents(sent), dated=sent.value("dated"), on=sent.value("on"))


def _documents(sent: Sent) -> Iterator[tuple[bytes, str]]:
    text = sent.fields.get("text", "").replace("\r\n", "\n")
    if text.strip():
        yield text.encode("utf-8", "replace"), _PASTED
    for name, content in sent.files:
        yield content, name
