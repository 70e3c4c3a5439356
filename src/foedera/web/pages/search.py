"""Search over everything, grouped by kind, with what a query plainly asks for on top."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.engine import words
from foedera.engine.search import MAX_HITS, MAX_QUERY, build, missing, search
from foedera.engine.search_entries import EntryKind, entries
from foedera.engine.search_wishes import wishes, words_of
from foedera.web.asking import Asked
from foedera.web.page import PageOf
from foedera.web.pages.mentions import title_of, today
from foedera.web.paging import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from foedera.engine.search import Hit, Index
    from foedera.engine.search_entries import Entry
    from foedera.engine.search_wishes import Wish
    from foedera.web.edition import Edition
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
HEADINGS: Mapping[EntryKind, str] = {
    "state": "States",
    "treaty": "Treaties",
    "clause": "Clauses",
    "place": "Places",
    "actor": "Organs and groups",
    "event": "Recorded events",
    "official": "Office-holders",
    "kind": "Kinds of clause",
    "event_kind": "Kinds of event",
    "doctrine": "Rules of general law",
    "case": "Cases",
    "source": "Sources",
}
_EACH = 8
"""Hits of one kind, unless only that kind is asked for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a query plainly asks for: words and an address."""

    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind.

    Attributes:
        hits: title, address and a line about each.
        total: how many there are in all.
    """

    kind: EntryKind
    hits: tuple[tuple[Entry, str], ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not among the hits."""
        return self.total - len(self.hits)


@lru_cache(maxsize=2)
def index_of(edition: Edition) -> Index:
    """The index of everything in an edition of the corpus; made once."""
    return build(entries(edition.world, edition.cases))


@router.get("/search")
def search_everything(page: PageOf) -> HTMLResponse:
    """What the words find."""
    query = page.value("q")[:MAX_QUERY]
    kind = next((one for one in get_args(EntryKind) if one == page.value("kind")), None)
    index = index_of(page.edition)
    wanted = wishes(page.world, index, query)
    hits = search(index, words_of(query), kind=kind, limit=len(index.entries))
    on = next((one.on for one in wanted), "")
    part, error = part_of(page, len(hits)) if kind else (None, None)
    groups = [_group(page, kind, part.of(hits), len(hits), on)] if kind and part else _groups(page, hits, on)
    title = f"Search: {query}" if query else "Search"
    return page.show(
        "search.html",
        title=part.titled(title) if part else title,
        status=error.status if error else 200,
        query=query,
        kind=kind,
        offers=[] if kind else [offer for wish in wanted for offer in _offers(page, wish)],
        groups=groups,
        missing=missing(index, words_of(query)) if hits else (),
        part=part,
        error=error,
        headings=HEADINGS,
    )


def _groups(page: Page, hits: Sequence[Hit], on: str) -> list[Group]:
    """The first hits of each kind, the kind of the best hit first; never more than ``MAX_HITS`` in all."""
    by_kind: dict[EntryKind, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.entry.kind, []).append(hit)
    groups, left = [], MAX_HITS
    for kind, found in by_kind.items():
        groups.append(_group(page, kind, found[: min(_EACH, left)], len(found), on))
        left -= len(groups[-1].hits)
    return groups


def _group(page: Page, kind: EntryKind, hits: Sequence[Hit], total: int, on: str) -> Group:
    return Group(kind, tuple((hit.entry, _address(page, hit.entry, on)) for hit in hits), total)


def _address(page: Page, one: Entry, on: str) -> str:
    links = page.links
    if one.kind == "case":
        return links.to(f"/cases/{one.id}")
    if one.kind == "kind":
        return links.to("/treaties", (("kind", one.id), ("on", on)))
    if one.kind == "event_kind":
        return links.to("/ask", (("event", one.id), ("on", on)))
    if one.kind == "doctrine":
        return links.to(f"/doctrine/{one.id}")
    return links.record(page.world, one.id, on) or links.to("/search", (("q", one.id),))


def _offers(page: Page, wish: Wish) -> Iterator[Offer]:
    """The views that a wish may mean."""
    links, name, on = page.links, page.world.name, wish.on or today()
    if wish.kind == "question":
        asked = Asked(actor=wish.ids[0], target=wish.ids[1], on=on, event=wish.event, at=wish.at).query()
        where = f" at {name(wish.at)}" if wish.at else ""
        says = f"{name(wish.ids[0])}, {words.plain(wish.event)}, {name(wish.ids[1])}{where}, {on}"
        yield Offer(f"Ask: {says}", links.to("/ask", asked))
        yield Offer(f"Map: {says}", links.to("/map", asked))
    elif wish.kind == "day":
        yield Offer(f"The network on {on}", links.to("/network", (("on", on),)))
        yield Offer(f"Instruments in force on {on}", links.to("/treaties", (("on", on),)))
        yield Offer(f"States on {on}", links.to("/states", (("on", on),)))
    else:
        address = links.record(page.world, wish.ids[0], wish.on)
        clause = page.world.provisions.get(wish.ids[0])
        said = f"{words.clause(*clause)} ({wish.ids[0]})" if clause else title_of(page.world, wish.ids[0])
        yield Offer(f"{said}{f', on {wish.on}' if wish.on else ''}", address or "")
