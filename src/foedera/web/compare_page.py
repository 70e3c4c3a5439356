"""Clauses side by side, feature by feature, with what differs marked by a sign, a word, and word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from foedera.engine.compare import compare, find_clause
from foedera.engine.lookup import QuestionError
from foedera.web.errors import WebError
from foedera.web.mentions import mentions, refused
from foedera.web.page import PageOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.engine.compare import Feature
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
LEAST, MOST = 2, 6
"""How many clauses are compared at once."""
_MAX_NAME = 200
_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One feature: the values with the words marked that not all clauses have."""

    name: str
    differs: bool
    values: tuple[Markup, ...]


@router.get("/compare")
def compare_clauses(page: PageOf) -> HTMLResponse:
    """The form, and below it the table if two clauses or more are named."""
    names = tuple(dict.fromkeys(one.strip()[:_MAX_NAME] for one in page.values().get("clause", ()) if one.strip()))
    error: WebError | None = None
    ids: list[str] = []
    rows: list[Row] = []
    try:
        ids, rows = _compared(page, names)
    except WebError as failed:
        error = failed
    title = " against ".join(ids) if len(ids) >= LEAST else "Compare clauses"
    say = mentions(page)
    return page.show(
        "compare.html",
        title=title,
        day=say.on,
        status=error.status if error else 200,
        say=say,
        names=ids or names,
        ids=ids,
        rows=rows,
        most=MOST,
        error=error,
        without=lambda name: _without(page, ids, name),
    )


def _compared(page: Page, names: Sequence[str]) -> tuple[list[str], list[Row]]:
    """The ids and the rows; no rows for fewer than two clauses.

    Raises:
        WebError: a clause is not known, or there are too many.
    """
    if len(names) > MOST:
        raise WebError(f"{len(names)} clauses are too many to compare", f"name at most {MOST}")
    try:
        if len(names) < LEAST:
            return [find_clause(page.world, name)[1].id for name in names], []
        ids, features = compare(page.world, list(names))
    except QuestionError as error:
        raise refused(error) from None
    return ids, [_row(feature) for feature in features]


def _without(page: Page, ids: Sequence[str], name: str) -> str:
    return page.links.to("/compare", [("clause", one) for one in ids if one != name])


def _row(feature: Feature) -> Row:
    values = marked(feature.values) if feature.differs else tuple(Markup("{}").format(one) for one in feature.values)
    return Row(feature.name, feature.differs, values)


def marked(values: Sequence[str]) -> tuple[Markup, ...]:
    """The values, each with the words marked that at least one of the others lacks in that place."""
    split = [_WORD.findall(value) for value in values]
    return tuple(_mark(words, [other for other in split if other is not words]) for words in split)


def _mark(words: Sequence[str], others: Sequence[Sequence[str]]) -> Markup:
    shared = set(range(len(words)))
    for other in others:
        blocks = difflib.SequenceMatcher(None, words, other, autojunk=False).get_matching_blocks()
        shared &= {ix for block in blocks for ix in range(block.a, block.a + block.size)}
    parts: list[Markup] = []
    run: list[str] = []
    for ix, word in enumerate(words):
        if ix in shared and run:
            parts.append(_told(run))
            run = []
        if ix in shared:
            parts.append(Markup("{}").format(word))
        else:
            run.append(word)
    return Markup("").join([*parts, *([_told(run)] if run else [])])


def _told(words: Sequence[str]) -> Markup:
    """Words that differ, as a mark, with the space around them outside of it."""
    text = "".join(words)
    inner = text.strip()
    if not inner:
        return Markup("{}").format(text)
    before, _, after = text.partition(inner)
    return Markup("{}<mark>{}</mark>{}").format(before, inner, after)
