"""Long lists in parts: the rows of one part, and where the other parts begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from foedera.web.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.web.page import Page

    T = TypeVar("T")

ROWS = 100
"""Rows of a list on one page."""
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list.

    Attributes:
        total: rows of the whole list.
        limit: rows of a part, at least one.
        offset: rows before this part.
    """

    total: int
    limit: int = ROWS
    offset: int = 0

    @property
    def number(self) -> int:
        """Which part it is, from 1."""
        return self.offset // self.limit + 1

    @property
    def last(self) -> int:
        """The number of the last part; an empty list has one."""
        return max(0, self.total - 1) // self.limit + 1

    @property
    def until(self) -> int:
        """Rows before the next part."""
        return min(self.offset + self.limit, self.total)

    def of(self, rows: Sequence[T]) -> list[T]:
        """The rows of this part."""
        return list(rows[self.offset : self.until])

    def others(self) -> Iterator[tuple[str, int]]:
        """The first, previous, next and last part: the relation (RFC 8288) and the offset."""
        last = (self.last - 1) * self.limit
        yield "first", 0
        if self.offset > 0:
            yield "prev", min(max(0, self.offset - self.limit), last)
        if self.offset + self.limit < self.total:
            yield "next", self.offset + self.limit
        yield "last", last

    def ways(self, page: Page) -> list[tuple[str, str]]:
        """The relation and the address of every part that is not this one."""
        others = self.others() if self.last > 1 else (("first", 0),)
        found = [(rel, Part(self.total, self.limit, offset)) for rel, offset in others if offset != self.offset]
        return [(rel, page.here(page=str(one.number) if one.offset else "")) for rel, one in found]

    def titled(self, title: str) -> str:
        """The title of a list, with the number of the part unless it is the first."""
        return f"{title}, page {self.number} of {self.last}" if 0 < self.offset < self.total else title


def part_of(page: Page, total: int) -> tuple[Part, WebError | None]:
    """The part that ``page`` in the address names; if there is none, an empty one after the last, and why."""
    wanted = page.value("page") or "1"
    last = Part(total).last
    if not (wanted.isascii() and wanted.isdecimal() and int(wanted[:_DIGITS])):
        error = WebError(f"'{wanted[:40]}' is not the number of a page", "pages are numbered from 1")
    elif len(wanted) > _DIGITS or int(wanted) > last:
        size = f"{total:,} {_many(total, 'entry', 'entries')} on {last:,} {_many(last, 'page', 'pages')}"
        has = f"the list has {size}" if total else "the list is empty"
        error = WebError(f"there is no page {wanted[:40]}", has, status=404, kind="not-found")
    else:
        return Part(total, offset=(int(wanted) - 1) * ROWS), None
    return Part(total, offset=last * ROWS), error


def _many(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
