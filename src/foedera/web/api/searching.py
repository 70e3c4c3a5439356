"""Search in the API: everything that the words find, the best first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from foedera.engine.search import MAX_QUERY, search
from foedera.engine.search_entries import EntryKind
from foedera.engine.search_wishes import words_of
from foedera.web.api.models import SliceOf, rows_of, send_rows
from foedera.web.page import PageOf
from foedera.web.pages.search import index_of

router = APIRouter(tags=["Records"])
Words = Annotated[
    str, Query(min_length=1, max_length=MAX_QUERY, description="What to look for.", examples=["article 5 NATO"])
]
OfKind = Annotated[EntryKind | None, Query(description="Only things of this kind.")]


@router.get("/search", summary="Search everything", responses=rows_of("hit"))
def search_everything(page: PageOf, part: SliceOf, q: Words, kind: OfKind = None) -> JSONResponse:
    """Treaties, clauses, states, places, events, people, sources, cases, rules: forgiving about spelling and order."""
    index = index_of(page.edition)
    hits = search(index, words_of(q), kind=kind, limit=len(index.entries))
    rows = [
        {"kind": one.entry.kind, "id": one.entry.id, "title": one.entry.title, "says": one.entry.says} for one in hits
    ]
    return send_rows(page, rows, part)
