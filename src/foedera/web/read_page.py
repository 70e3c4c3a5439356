"""Read: a document is pasted or uploaded, checked against the corpus, shown, and forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from markupsafe import Markup

from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.reader.intake import sent_document
from foedera.reader.library import read, today
from foedera.reader.limits import IntakeError
from foedera.render.reading_html import body, heading
from foedera.render.reading_html import page as alone
from foedera.render.reading_json import reading as jsonable
from foedera.web.delivery import NEVER, PAGE
from foedera.web.errors import WebError
from foedera.web.page import Page, PageOf
from foedera.web.sent import MAX_FILES, SentOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.intake import Document
    from foedera.reader.records import Reading
    from foedera.web.sent import Sent

router = APIRouter(include_in_schema=False)
_SECONDS = 10
"""How long the text may take to come out of an uploaded file."""
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
        WebError: there is none, one cannot be read, they are too long, or a day is not one.
    """
    try:
        dated = parse_day(sent.value("dated")) if sent.value("dated") else None
        on = parse_day(sent.value("on")) if sent.value("on") else today()
        documents = tuple(_documents(sent))
        _check_length(page, documents)
        return read(page.world, documents, on, dated)
    except QuestionError as error:
        raise WebError(str(error), error.hint) from None
    except IntakeError as error:
        raise WebError(str(error), error.hint, status=422, kind="document") from None


def _documents(sent: Sent) -> Iterator[Document]:
    text = sent.fields.get("text", "").replace("\r\n", "\n")
    if text.strip():
        yield sent_document(text.encode(), _PASTED, seconds=_SECONDS)
    for name, content in sent.files:
        yield sent_document(content, name, seconds=_SECONDS)


def _check_length(page: Page, documents: tuple[Document, ...]) -> None:
    characters, most = sum(one.characters for one in documents), page.settings.read_chars
    if not documents:
        raise WebError("there is nothing to read", "paste a text, or choose a file")
    if characters > most:
        hint = f"at most {most:,} are read here; send a part, or run: foedera read FILE"
        raise WebError(f"the text has {characters:,} characters", hint, status=413, kind="too-long")
