"""The text of the corpus with line numbers, so that every derivation can be followed to its line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markupsafe import Markup, escape

from foedera.web.errors import WebError, not_found
from foedera.web.page import PageOf

if TYPE_CHECKING:
    from foedera.model.world import World
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
MAX_BYTES = 2**20
"""Bytes of a file that is shown. The largest file of the built-in corpus has 45,000."""
_TOKEN = re.compile(r"(?<![\w/.-])[A-Za-z][\w-]*(?:/[\w().@-]*[\w)])?(?![\w/-])")


@router.get("/corpus")
def files(page: PageOf) -> HTMLResponse:
    """The files."""
    return page.show("files.html", title="Text of the corpus", files=sorted(page.edition.files))


@router.get("/corpus/{name:path}")
def text(name: str, page: PageOf) -> HTMLResponse:
    """One file; ``#L12`` is its twelfth line."""
    content = page.edition.files.get(name)
    if content is None:
        raise not_found(f"the corpus has no file '{name[:120]}'", "the files are listed at /corpus")
    if len(content) > MAX_BYTES:
        raise WebError("the file is too large to be shown", f"at most {MAX_BYTES:,} bytes are", status=413)
    lines = [_linked(page, line) for line in content.decode("utf-8", "replace").splitlines()]
    return page.show("text.html", title=name, lines=lines, ids=_heads(page, name))


def _linked(page: Page, line: str) -> Markup:
    """A line with the ids in it as links to their records."""
    parts, done = [], 0
    known = _known(page.world)
    for match in _TOKEN.finditer(line):
        if match[0] in known and not line.lstrip().startswith("#"):
            address = page.links.record(page.world, match[0])
            parts.append(escape(line[done : match.start()]))
            parts.append(Markup('<a href="{}">{}</a>').format(address, match[0]))
            done = match.end()
    return Markup("").join([*parts, escape(line[done:])])


@lru_cache(maxsize=2)
def _known(world: World) -> frozenset[str]:
    """Ids that are linked: those that no plain word is taken for."""
    records = world.records
    parts = (records.instruments, world.provisions, records.states, records.places, records.events, records.officials)
    return frozenset(name for part in (*parts, records.sources) for name in part if "-" in name or name.isupper())


def _heads(page: Page, name: str) -> list[tuple[int, str]]:
    """The records of a file: line and id."""
    records = page.world.records
    parts = (records.instruments, records.states, records.places, records.events, records.officials, records.actors)
    found = [one for part in (*parts, records.doctrine) for one in part.values()]
    return sorted(
        (one.mark.line, one.id) for one in (*found, *page.edition.cases) if one.mark and one.mark.file == name
    )
