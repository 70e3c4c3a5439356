"""Short texts read in one line: mentions, claims and verdicts, as the tests of the reader ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import foedera
from foedera.dates import Day
from foedera.reader.passages import passages_of, wrap_width
from foedera.reader.reading import Discourse, judge, read_passage

if TYPE_CHECKING:
    from foedera.model.world import World
    from foedera.reader.records import Judged, Mention

TODAY = "2026-01-15"


@lru_cache(maxsize=1)
def world() -> World:
    """The built-in corpus."""
    return foedera.load().world


@dataclass(frozen=True)
class Read:
    """A text that has been read."""

    text: str
    mentions: tuple[Mention, ...]
    judged: tuple[Judged, ...]

    def links(self, *types: str) -> list[tuple[str, str]]:
        """The words and ids (joined by a blank) of the mentions of these types; of instruments and articles if none."""
        wanted = types or ("instrument", "provision")
        return [(one.text, " ".join(one.ids)) for one in self.mentions if one.type in wanted]

    def ids(self, *types: str) -> list[str]:
        """The ids of the mentions of these types."""
        return [ids for _, ids in self.links(*types)]

    def claims(self, *kinds: str) -> list[Judged]:
        """The claims of these kinds."""
        return [one for one in self.judged if one.claim.kind in kinds]

    def verdicts(self, *kinds: str) -> list[tuple[str, str, str]]:
        """Kind, ids and verdict of the claims; of all kinds but opinions if none is asked for."""
        return [
            (one.claim.kind, " ".join(one.claim.about), one.verdict.word)
            for one in self.judged
            if (one.claim.kind in kinds if kinds else one.claim.kind != "opinion")
        ]


@lru_cache(maxsize=4000)
def read(text: str, dated: str | None = None) -> Read:
    """Read a text, as of the day that it is dated, or of a fixed day."""
    day = Day.parse(dated) if dated else None
    discourse, mentions, claims = Discourse(world(), day), [], []
    for passage in passages_of((text,), wrap_width(text)):
        for found, said in read_passage(discourse, passage):
            mentions += found
            claims += said
    return Read(text, tuple(mentions), tuple(judge(world(), claims, day or Day.parse(TODAY))))
