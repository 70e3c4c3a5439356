"""Parts of the world that a map can show, as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.pictures.map_views import VIEWS
from foedera.web.errors import WebError

if TYPE_CHECKING:
    from foedera.web.page import Page

WHOLE = "world"
Choice = tuple[str, str, bool]
"""Words, address, and whether it is shown."""


def chosen(page: Page, name: str, known: tuple[str, ...], default: str) -> str:
    """The value of a name in the address that is one of a few.

    Raises:
        WebError: it is none of them.
    """
    value = page.value(name) or default
    if value not in known:
        raise WebError(f"there is no {name} '{value[:40]}'", f"choose {', '.join(known)}")
    return value


def chosen_zoom(page: Page) -> str:
    """The part of the world that the address asks for.

    Raises:
        WebError: there is no such part.
    """
    return chosen(page, "zoom", tuple(VIEWS), WHOLE)


def zooms(page: Page) -> tuple[Choice, ...]:
    """The parts with their addresses."""
    now = page.value("zoom") or WHOLE
    return tuple((one.replace("-", " "), page.here(zoom="" if one == WHOLE else one), one == now) for one in VIEWS)
