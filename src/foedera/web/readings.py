"""Documents that are sent: read within the site's limits, whether for a page or for the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.reader.intake import sent_document
from foedera.reader.library import read, today
from foedera.reader.limits import IntakeError
from foedera.web.errors import WebError, refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.records import Reading
    from foedera.web.page import Page

_SECONDS = 10
"""How long the text may take to come out of one document."""


def read_sent(page: Page, sent: Iterable[tuple[bytes, str]], *, dated: str, on: str) -> Reading:
    """What documents say and what the record says. Nothing of them is kept.

    Args:
        page: the site.
        sent: content and name of each document; the ending of the name tells the format.
        dated: the day of documents that do not say theirs, or empty.
        on: the day as of which one without a day is judged, or empty for today.

    Raises:
        WebError: there is none, one cannot be read, they are too long, or a day is not one.
    """
    try:
        day = parse_day(dated) if dated else None
        as_of = parse_day(on) if on else today()
        documents = tuple(sent_document(data, name, seconds=_SECONDS) for data, name in sent)
        _check_length(page, sum(one.characters for one in documents), len(documents))
        return read(page.world, documents, as_of, day)
    except QuestionError as error:
        raise refused(error) from None
    except IntakeError as error:
        raise WebError(str(error), error.hint, status=422, kind="document") from None


def _check_length(page: Page, characters: int, documents: int) -> None:
    most = page.settings.read_chars
    if not documents:
        raise WebError("there is nothing to read", "paste a text, or choose a file")
    if characters > most:
        hint = f"at most {most:,} are read here; send a part, or run: foedera read FILE"
        raise WebError(f"the text has {characters:,} characters", hint, status=413, kind="too-long")
