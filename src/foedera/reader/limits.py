"""How large a document may be and how long its reading may take, and what is said of one that is refused."""

from __future__ import annotations

MEGABYTE = 2**20
TEXT_BYTES = 64 * MEGABYTE
"""Text is read in passages, so memory does not bound it: this is some 20,000 pages, minutes of reading."""
HTML_BYTES = 16 * MEGABYTE
"""HTML becomes a tree in memory, some thirty times the size of the file."""
MARKDOWN_BYTES = 8 * MEGABYTE
"""A megabyte of Markdown takes a second or two."""
PDF_BYTES = 32 * MEGABYTE
"""Larger PDF files are scans or picture books as a rule; their text is small or missing."""
PDF_PAGES = 500
"""A PDF page takes up to a tenth of a second."""
KEPT = 2_000_000
"""Up to so many characters the text of a document is kept whole, to be shown with what was found in it."""
EXTRACTED = 16_000_000
"""Characters in the text of one HTML, Markdown or PDF file: more is packed, not written."""
MARKUP_SECONDS = 30
"""Ordinary HTML and Markdown of the largest size take half of it; only markup made to be slow takes longer."""
PDF_SECONDS = 90
"""Five hundred dense pages take less."""
MEMORY_BYTES = 2048 * MEGABYTE
"""For taking the text out of one HTML, Markdown or PDF file."""


class IntakeError(Exception):
    """A document is not read: ``str`` says why, ``hint`` what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
