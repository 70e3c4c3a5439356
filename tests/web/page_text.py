"""What a reader sees of a page."""

from __future__ import annotations

import html
import re


def text_of(response) -> str:
    """The words of a page, without its marks."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.text).split()))
