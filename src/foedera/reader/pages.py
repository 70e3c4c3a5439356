"""The text of a PDF file: its pages' lines joined to paragraphs, without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from foedera.reader.limits import PDF_PAGES, IntakeError
from foedera.reader.markup import DROPPED, Extracted
from foedera.reader.passages import is_sentence_end, is_wrapped, wrap_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*\Z")
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]\Z")
_SAMPLE = 2000
"""Lines from which the width of the text is told."""
_LOOSE = 0.85
"""Letters differ in width, so a full line may have fewer of them than the fullest; told of lines inside a sentence."""
_REPEATED = 3
"""A line at the head or foot of so many pages, and of most, is a running head."""


def text_of_pdf(data: bytes) -> Extracted:
    """The text of a PDF file.

    Raises:
        IntakeError: it needs a password, has too many pages, or no text.
        Exception: it is damaged; the library raises what it meets.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - of the extra pdf

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise IntakeError("it needs a password", "save a copy without a password")
    if len(reader.pages) > PDF_PAGES:
        message = f"it has {len(reader.pages):,} pages; at most {PDF_PAGES} are read"
        raise IntakeError(message, "cut it into parts")
    pages = [[line.strip() for line in page.extract_text().splitlines()] for page in reader.pages]
    text = text_of_pages(pages)
    if not text:
        raise IntakeError("it has no text: it is a scan or a picture", "run text recognition on it first")
    return Extracted(text)


def text_of_pages(pages: list[list[str]]) -> str:
    """The text of pages of lines, with a blank line between paragraphs."""
    lines = [line for page in _bare(pages) for line in page]
    return "\n\n".join(_paragraphs(lines, wrap_width("\n".join(lines[:_SAMPLE]))))


def _bare(pages: list[list[str]]) -> Iterator[list[str]]:
    """The pages without page numbers and running heads."""
    filled = [[line for line in page if line] for page in pages]
    ends = Counter(line for page in filled for line in {*page[:1], *page[-1:]})
    running = {line for line, times in ends.items() if times >= _REPEATED and times * 2 > len(pages)}
    for page in pages:
        yield _trimmed(list(reversed(_trimmed(list(reversed(page)), running))), running)


def _trimmed(lines: list[str], running: Iterable[str]) -> list[str]:
    """Lines without those at the head that are not of the text."""
    at = 0
    while at < len(lines) and (not lines[at] or lines[at] in running or _PAGE_NUMBER.match(lines[at])):
        at += 1
    return lines[at:]


def _paragraphs(lines: Iterable[str], width: int) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        if held and not (line and _goes_on(held[-1], line, width)):
            yield _joined(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield _joined(held)


def _goes_on(line: str, following: str, width: int) -> bool:
    return is_wrapped(line, following, width if is_sentence_end(line) else int(width * _LOOSE))


def _joined(lines: list[str]) -> str:
    """Lines as one, a word that was divided at the end of a line whole again."""
    parts: list[str] = []
    for line in lines:
        if parts and _HYPHENATED.search(parts[-1]) and line[0].islower():
            parts[-1] = parts[-1][:-1]
        elif parts:
            parts.append(" ")
        parts.append(line)
    return " ".join("".join(parts).translate(DROPPED).split())
