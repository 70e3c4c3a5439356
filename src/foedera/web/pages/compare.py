"""Clauses side by side, feature by feature, with what differs marked by a sign, a word, and word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from foedera.engine import words
from foedera.engine.compare import compare, find_clause
from foedera.engine.lookup import QuestionError
from foedera.law.force import short
from foedera.web.errors import WebError, refused
from foedera.web.page import PageOf
from foedera.web.pages.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.engine.compare import Feature
    from foedera.model.world import World
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
LEAST, MOST = 2, 6
"""How many clauses are compared at once."""
_MAX_NAME = 200
_WORD = re.compile(r"[\w@/'-]+\s*|[^\w\s]\s*")


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
    titles = {one: _title(page.world, one) for one in ids}
    title = " against ".join(titles.values()) if len(ids) >= LEAST else "Compare clauses"
    say = mentions(page)
    return page.show(
        "compare.html",
        title=title,
        day=say.on,
        status=error.status if error else 200,
        say=say,
        names=ids or names,
        ids=ids,
        titles=titles,
        rows=rows,
        most=MOST,
        query=[("clause", one) for one in ids],
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


def _title(world: World, identifier: str) -> str:
    """A clause by the short name of its instrument, its article, and its version if it has one."""
    instrument, clause = world.provisions[identifier]
    version = f" ({clause.version.replace('-', ' ')})" if clause.version else ""
    return f"{short(instrument)}, {words.article(instrument, clause.article)}{version}"


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
        shared &= _in_common(words, other)
    runs = groupby(range(len(words)), key=lambda ix: ix in shared)
    return Markup("").join(_told("".join(words[ix] for ix in run), is_shared=is_shared) for is_shared, run in runs)


def _in_common(words: Sequence[str], other: Sequence[str]) -> set[int]:
    """The places of the words that the other text has too, in the same order."""
    one, two = ([word.strip() for word in text] for text in (words, other))
    blocks = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return {ix for block in blocks for ix in range(block.a, block.a + block.size)}


def _told(text: str, *, is_shared: bool) -> Markup:
    """A run of words; one that differs as a mark, without the space after it."""
    if is_shared:
        return Markup("{}").format(text)
    return Markup("<mark>{}</mark>{}").format(text.rstrip(), text[len(text.rstrip()) :])
