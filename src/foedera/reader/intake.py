"""The intake: a file becomes a document, with its text, its passages and its day, or is refused with a reason."""

from __future__ import annotations

import re
import stat
import sys
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from foedera.dates import Day, DayError
from foedera.reader import limits
from foedera.reader.confined import extracted
from foedera.reader.decoding import SAMPLE, declared_encoding, decoded, decoding_of
from foedera.reader.limits import IntakeError
from foedera.reader.passages import passages_of, wrap_width
from foedera.reader.written import dates_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from foedera.reader.records import Format, Passage

_FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
_PAGE = re.compile(
    rb"(?is)\A\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
_TAG = re.compile(rb"<[a-zA-Z!/]")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")
_WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+")
_TOP_LINES = 5


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be read.

    Attributes:
        name: as it was given; ``standard input`` for ``-``.
        dated: the day that the document gives for itself, if it does so plainly: a line at its top that is only a date,
            the front matter of a Markdown file, or what an HTML page says of its publication. The day of a file is not
            the day of a document.
        characters: the length of the text.
        text: the text that the places of passages refer to; None if it is longer than ``limits.KEPT``. Of a plain text
            the characters of the file, of other formats the text that was taken out of it.
        passages: the paragraphs in order. Those of a long plain text are read from the file each time.
    """

    name: str
    format: Format
    dated: Day | None
    characters: int
    text: str | None
    passages: Iterable[Passage]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the bytes come from; every call of ``open`` starts at the first."""

    name: str
    suffix: str
    open: Callable[[], BinaryIO]
    size: int


def read_document(path: Path | str) -> Document:
    """Read a file; ``-`` is standard input.

    Raises:
        IntakeError: it cannot be read, is too large, or is no text, HTML, Markdown or PDF.
    """
    name = "standard input" if str(path) == "-" else str(path)
    try:
        return _document(_piped() if str(path) == "-" else _file(Path(path)))
    except IntakeError as error:
        raise IntakeError(f"'{name}' cannot be read: {error}", error.hint) from None
    except OSError as error:
        raise IntakeError(f"'{name}' cannot be read: {(error.strerror or 'unknown error').lower()}") from None


def sent_document(data: bytes, name: str, *, seconds: int | None = None) -> Document:
    """Read the content of a file of that name, as ``read_document`` does; nothing is written to a disk.

    Args:
        data: the file.
        name: what it is called, which also says its format.
        seconds: how long taking out its text may take, if that is less than ``limits`` say.

    Raises:
        IntakeError: as ``read_document``.
    """
    source = _Source(name, Path(name).suffix.lower(), partial(BytesIO, data), len(data))
    try:
        return _document(source, seconds)
    except IntakeError as error:
        raise IntakeError(f"'{name}' cannot be read: {error}", error.hint) from None


def _piped() -> _Source:
    data = sys.stdin.buffer.read(limits.TEXT_BYTES + 1)
    return _Source("standard input", "", partial(BytesIO, data), len(data))


def _file(path: Path) -> _Source:
    try:
        found = path.stat()
    except ValueError:
        raise IntakeError("no file can have this name") from None
    if stat.S_ISDIR(found.st_mode):
        raise IntakeError("it is a folder", "name the files in it")
    if not stat.S_ISREG(found.st_mode):
        raise IntakeError("it is not a file", "use - to read from standard input")
    return _Source(str(path), path.suffix.lower(), lambda: path.open("rb"), found.st_size)


def _document(source: _Source, seconds: int | None = None) -> Document:
    with source.open() as stream:
        head = stream.read(SAMPLE)
        form = _format(source.suffix, head)
        _check_size(source.size, form)
        if form == "text":
            return _text_document(source, stream)
        stream.seek(0)
        data = stream.read() if form == "pdf" else _utf8(stream, declared_encoding(head))
    found = extracted(form, data, seconds)
    dated = next(filter(None, map(_day, found.days)), None)
    passages = tuple(passages_of((found.text,), width=0))
    kept = found.text if len(found.text) <= limits.KEPT else None
    return Document(source.name, form, dated, len(found.text), kept, passages)


def _format(suffix: str, head: bytes) -> Format:
    """What a file is, by its first bytes and its suffix, which must not disagree."""
    said = _FORMATS.get(suffix)
    if head.startswith(b"%PDF-"):
        if said in {None, "pdf"}:
            return "pdf"
        raise IntakeError(f"it is called {suffix} but is a PDF file", "rename it to .pdf")
    if said == "pdf":
        raise IntakeError("it is called .pdf but is not a PDF file", "save it again as PDF or as text")
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if said == "html" and not (_TAG.search(head) or b"\x00" in head):
        raise IntakeError(f"it is called {suffix} but has no HTML in it", "rename it to .txt")
    return said or "text"


def _check_size(size: int, form: Format) -> None:
    most = {
        "text": limits.TEXT_BYTES,
        "html": limits.HTML_BYTES,
        "markdown": limits.MARKDOWN_BYTES,
        "pdf": limits.PDF_BYTES,
    }[form]
    if size > most:
        message = f"it has more than {most / limits.MEGABYTE:.3g} megabytes, the most that is read of this format"
        raise IntakeError(message, "cut it into parts")


def _utf8(stream: BinaryIO, declared: str | None) -> bytes:
    codec = decoding_of(stream, declared).codec
    return "".join(decoded(stream, codec)).encode("utf-8")


def _text_document(source: _Source, stream: BinaryIO) -> Document:
    decoding = decoding_of(stream)
    sample = next(decoded(stream, decoding.codec))
    width, dated = wrap_width(sample), _day_at_top(sample)
    if decoding.characters > limits.KEPT:
        passages = _Streamed(source, decoding.codec, width)
        return Document(source.name, "text", dated, decoding.characters, None, passages)
    text = "".join(decoded(stream, decoding.codec))
    found = tuple(passages_of((text,), width))
    if not found:
        raise IntakeError("it is empty")
    return Document(source.name, "text", dated, decoding.characters, text, found)


@dataclass(frozen=True, slots=True)
class _Streamed:
    """The passages of a file, of which only a few are in memory at a time."""

    source: _Source
    codec: str
    width: int

    def __iter__(self) -> Iterator[Passage]:
        try:
            with self.source.open() as stream:
                yield from passages_of(decoded(stream, self.codec), self.width)
        except OSError as error:
            raise IntakeError(f"'{self.source.name}' cannot be read any more: {error.strerror}") from None


def _day_at_top(sample: str) -> Day | None:
    """The day on a line of its own among the first lines."""
    return next(filter(None, map(_day_alone, islice(sample.splitlines(), _TOP_LINES))), None)


def _day(value: str) -> Day | None:
    """The day of a date in a file's own particulars; a time of the day after it does not count."""
    found = _ISO_DAY.match(value.strip())
    return _parsed(found.group()) if found else _day_alone(value)


def _day_alone(line: str) -> Day | None:
    """The day, if the line says nothing but one in full."""
    words = _WEEKDAY.sub("", line.strip(), count=1)
    if len(words) > 40:  # noqa: PLR2004 - longer than any date
        return None
    found = next(dates_in(words, 0, None), None)
    written = found.written if found and found.text == words.rstrip(".") else None
    if not written or written.year is None or not written.month or not written.day or written.until_year:
        return None
    return _parsed(f"{written.year:04}-{written.month:02}-{written.day:02}")


def _parsed(text: str) -> Day | None:
    try:
        return Day.parse(text)
    except DayError:
        return None
