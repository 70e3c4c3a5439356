"""A passage as HTML, with its mentions as links and its claims underlined, however they overlap."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from foedera.reader.records import Passage

    Address = Callable[[str], str | None]
    """Where a record has a page of its own, by its id; None where it has none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the document's text.

    Attributes:
        opens: the start tag.
        closes: the end tag.
        after: what stands behind the last of it.
        is_link: links are not nested: the shortest of several counts, within all that are no links.
    """

    start: int
    end: int
    opens: str
    closes: str
    after: str = ""
    is_link: bool = False


class Spans:
    """The marked stretches of a document, to be looked up by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((one for one in spans if one.start < one.end), key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._spans]
        self._longest = max((one.end - one.start for one in self._spans), default=0)

    def within(self, start: int, end: int) -> list[Span]:
        """Those that share a character with the stretch."""
        low, high = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [one for one in self._spans[low:high] if one.end > start]


def nowhere(_identifier: str) -> None:
    """The ``Address`` of a page that stands alone: no record has a page."""


def code(identifiers: Iterable[str], address: Address) -> str:
    """Ids, each as a link if its record has a page."""
    found = ((escape(one), address(one)) for one in identifiers)
    shown = (f'<a href="{escape(to)}">{one}</a>' if to else one for one, to in found)
    return f"<code>{', '.join(shown)}</code>"


def marked(passage: Passage, spans: Sequence[Span]) -> str:
    """The passage with its marks. It is cut where a mark starts or ends, and each piece is wrapped in all its marks.

    Args:
        passage: the passage; its letters are escaped.
        spans: the marks, with places in the document, in the order of their starts, the longer first.
    """
    first, last = passage.start, passage.start + len(passage.text)
    cuts = {first, last, *(one.start for one in spans), *(one.end for one in spans)}
    places = sorted(place for place in cuts if first <= place <= last)
    pieces = [_piece(passage, spans, start, end) for start, end in pairwise(places)]
    return "".join(pieces)


def _piece(passage: Passage, spans: Sequence[Span], start: int, end: int) -> str:
    here = [one for one in spans if one.start <= start and end <= one.end]
    links = sorted((one for one in here if one.is_link), key=lambda one: one.end - one.start)
    wraps = [*(one for one in here if not one.is_link), *links[:1]]
    opens = "".join(one.opens for one in wraps)
    closes = "".join(one.closes for one in reversed(wraps))
    after = "".join(one.after for one in here if one.end == end)
    return f"{opens}{escape(passage.text[start - passage.start : end - passage.start])}{closes}{after}"
