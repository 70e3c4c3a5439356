"""The words for all duties, and which of them a sentence may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.ban_words import BANS
from foedera.reader.claims.help_words import HELPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.duty_parts import Content

CONTENTS: tuple[Content, ...] = (*BANS, *HELPS)
"""In the order in which they are tried: where two overlap, the first that makes a claim holds."""
LONGEST = 2000
"""Characters beyond which a stretch without a full stop is no sentence."""
MARTIAL = re.compile(
    r"(?i)attack|aggress|\bwar\b|wars\b|wartime|invad|invasion|militar|armed|victim|defen[cs]|\bforce|assail|"
    r"troops|soldiers|besieged|arms\b"
)
_PLACES: dict[str, list[int]] = {}
for _place, _content in enumerate(CONTENTS):
    for _letters in _content.needs:
        _PLACES.setdefault(_letters, []).append(_place)


def likely(text: str) -> Iterator[Content]:
    """The contents of which the text has the letters that they need, in their order."""
    lower = text.lower()
    places = {place for letters, places in _PLACES.items() if letters in lower for place in places}
    is_martial = bool(places) and MARTIAL.search(text) is not None
    for place in sorted(places):
        content = CONTENTS[place]
        if is_martial or not content.martial:
            yield content
