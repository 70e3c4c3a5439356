"""Documents read together: each is read and judged on its day, then all are held against each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.reader.discrepancies import discrepancies, uncompared
from foedera.reader.intake import Document
from foedera.reader.passages import passages_of, wrap_width
from foedera.reader.reading import Discourse, judge, read_passage
from foedera.reader.records import DocumentReading, Reading
from foedera.reader.tokens import LONGEST, MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from foedera.model.world import World
    from foedera.reader.records import Claim, Mention


def today() -> Day:
    """The day as of which a document without a day is judged, unless another is asked for."""
    return Day.exact(dt.datetime.now(dt.UTC).toordinal())


def written_document(text: str, name: str) -> Document:
    """A text as a document; it has the day that it is given, not one of its own."""
    passages = tuple(passages_of((text,), wrap_width(text)))
    return Document(name, "text", None, len(text), text, passages)


def read(world: World, documents: Iterable[Document], on: Day, dated: Day | None = None) -> Reading:
    """Read documents and compare them.

    Args:
        world: the corpus.
        documents: the opened documents.
        on: the day as of which a document without a day is judged.
        dated: the day of documents that do not say theirs.

    Raises:
        IntakeError: a document cannot be read to its end.
    """
    return compared(world, [read_one(world, one, on, dated) for one in documents], on)


def read_one(
    world: World,
    document: Document,
    on: Day,
    dated: Day | None = None,
    progress: Callable[[int], None] | None = None,
) -> DocumentReading:
    """Read one document, passage by passage; ``progress`` is told how many characters have been read.

    Raises:
        IntakeError: the document cannot be read to its end.
    """
    document = replace(document, dated=document.dated or dated)
    discourse = Discourse(world, document.dated)
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for passage in document.passages:
        for found, said in read_passage(discourse, passage):
            mentions += found
            claims += said
        if progress:
            progress(passage.start + len(passage.text))
    return DocumentReading(
        document.name,
        document.format,
        document.characters,
        document.dated,
        document.text,
        tuple(sorted(mentions, key=_place)),
        tuple(sorted(judge(world, claims, document.dated or on), key=lambda one: _place(one.claim))),
        discourse.cut,
    )


def _place(one: Mention | Claim) -> tuple[int, int]:
    """The order of the text, the longer first."""
    return one.start, -one.end


def compared(world: World, readings: Iterable[DocumentReading], on: Day) -> Reading:
    """Documents that have been read, with what differs within and between them."""
    documents = tuple(readings)
    notices = (*filter(None, map(_notice, documents)), *uncompared(world, documents))
    return Reading(documents, discrepancies(world, documents), world.digest, on, notices)


def _notice(document: DocumentReading) -> str:
    """That sentences were cut; empty if none was."""
    if not document.cut:
        return ""
    times = "once" if document.cut == 1 else f"{document.cut:,} times"
    return (
        f"{document.name}: a sentence of more than {LONGEST:,} characters or {MOST_WORDS} words was read in parts, "
        f"{times}; what stands in one part is not held against another."
    )
