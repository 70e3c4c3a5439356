"""From documents to a reading: passages, sentences, mentions, claims, verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.checks.bench import Bench
from foedera.reader.checks.check import check
from foedera.reader.claims.extract import claims_in
from foedera.reader.claims.frame import Frame
from foedera.reader.discourse import Discourse
from foedera.reader.mentions import find_mentions
from foedera.reader.records import Judged
from foedera.reader.speakers import Voices
from foedera.reader.tokens import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.world import World
    from foedera.reader.records import Claim, Mention, Passage


_LIKELY = 3
"""So many instruments spoken of are weighed when it is not certain which of them is meant."""


def read_passage(discourse: Discourse, passage: Passage) -> Iterator[tuple[list[Mention], list[Claim]]]:
    """Mentions and claims of a passage, sentence by sentence, with offsets in the document's text."""
    voices = Voices()
    for sentence in sentences(passage.text):
        discourse.cut += sentence.cut
        implied, clause, told = discourse.implied(), discourse.clause, discourse.last_date
        near = tuple(discourse.likely()[:_LIKELY])
        found = find_mentions(discourse, sentence)
        voices.hear(sentence, found.mentions)
        frame = Frame(discourse.world, sentence, found, voices, implied, clause, discourse.dated, told, near)
        yield (
            [replace(one, start=one.start + passage.start, end=one.end + passage.start) for one in found.mentions],
            [replace(one, start=one.start + passage.start, end=one.end + passage.start) for one in claims_in(frame)],
        )


def judge(world: World, claims: list[Claim], on: Day) -> list[Judged]:
    """The claims with their verdicts, as of a day."""
    bench = Bench(world, on)
    return [Judged(claim, check(bench, claim)) for claim in claims]


__all__ = ["Discourse", "judge", "read_passage"]
