"""All pages of a long list, by the link to the next one."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from httpx2 import Response
    from starlette.testclient import TestClient


def way(response: Response, rel: str) -> str | None:
    """Where the page's link of a relation leads."""
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', response.text)
    return html.unescape(found[1]) if found else None


def pages(client: TestClient, address: str) -> Iterator[Response]:
    """The page at an address and those after it."""
    following: str | None = address
    while following:
        response = client.get(following)
        yield response
        following = way(response, "next")
