"""One request's view of the site, and how a template becomes its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from foedera.engine import words
from foedera.render.summary import SYMBOLS, TRUTHS
from foedera.web.errors import WebError
from foedera.web.links import Links
from foedera.web.serving.delivery import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from foedera.model.world import World
    from foedera.web.assets import Assets
    from foedera.web.edition import Edition
    from foedera.web.serving.settings import Settings

NAVIGATION = (
    ("Ask", "/ask"),
    ("Map", "/map"),
    ("What-if", "/what-if"),
    ("Network", "/network"),
    ("Treaties", "/treaties"),
    ("States", "/states"),
    ("Compare", "/compare"),
    ("Read", "/read"),
    ("Wars", "/wars"),
    ("Data", "/data"),
)


MAX_PAGE = 8_000_000
"""Characters of a page; the longest that the built-in corpus gives rise to has a fifth of it."""
PART = "part"
"""The name in an address that asks for what depends on the day alone, without what stands around it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made from.

    Attributes:
        path: the path below the prefix, as ``/ask``.
        query: names and values of the address, in order.
        edition: the corpus; the same one for the whole page.
    """

    path: str
    query: tuple[tuple[str, str], ...]
    edition: Edition
    links: Links
    settings: Settings
    assets: Assets

    @property
    def world(self) -> World:
        """The records of the corpus."""
        return self.edition.world

    def values(self) -> Mapping[str, Sequence[str]]:
        """The values of the address by name."""
        found: dict[str, list[str]] = {}
        for name, value in self.query:
            found.setdefault(name, []).append(value)
        return found

    def value(self, name: str) -> str:
        """The first value of a name in the address, or empty."""
        return next((value.strip() for key, value in self.query if key == name), "")

    def here(self, **changed: str) -> str:
        """The address of this view, whole, with other values for some names; an empty one leaves the name out."""
        kept = [(name, value) for name, value in self.query if name not in changed and name != PART]
        return self.links.to(self.path, (*kept, *changed.items()))

    def show(
        self,
        template: str,
        *,
        title: str,
        day: str = "",
        status: int = 200,
        keep: str = PAGE,
        parted: bool = False,
        **context: Any,
    ) -> HTMLResponse:
        """The page of a template.

        Args:
            template: name of the file below ``templates``.
            title: of the window, the citation and the first heading.
            day: the day that the view is of; it stands on the page.
            status: of the response; only pages with 200 are kept in the cache.
            keep: how long the response may be kept, as Cache-Control says it; ``NEVER`` for what was posted.
            parted: whether the address may ask for a part of the page, for a script that has the rest.
            **context: what the template reads besides ``page``, ``links`` and ``world``.

        Raises:
            WebError: the page is longer than ``MAX_PAGE``; it is not made to its end.
        """
        is_part = parted and self.value(PART) == "1"
        made = {"page": self, "links": self.links, "world": self.world, "title": title, "day": day, "is_part": is_part}
        text = _bounded(templates().get_template(template).generate(made | context))
        return HTMLResponse(text, status, {"Cache-Control": keep})


def _bounded(pieces: Iterable[str]) -> str:
    """The text of a page, if it is not too long."""
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > MAX_PAGE:
            raise WebError("the page is too long", "ask for less, or use the API", status=422, kind="too-long")
    return "".join(kept)


@cache
def templates() -> Environment:
    """The templates: everything is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("foedera.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["plain"] = words.plain
    made.globals.update(navigation=NAVIGATION, symbols=SYMBOLS, truths=TRUTHS, words=words)
    return made


def page_of(request: Request) -> Page:
    """The view of a request."""
    base = request.scope.get("root_path", "").rstrip("/")
    path = request.url.path.removeprefix(base) or "/"
    state = request.app.state
    query = tuple(request.query_params.multi_items())
    edition = state.editions.now
    return Page(path, query, edition, Links(base, edition.files), state.settings, state.assets)


PageOf = Annotated[Page, Depends(page_of)]
