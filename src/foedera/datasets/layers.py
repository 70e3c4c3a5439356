"""The world of a source: the corpus, the imported ATOP data, or both."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from foedera.corpus.load import load_world
from foedera.datasets.imported import DatasetError
from foedera.datasets.store import load_stored
from foedera.model.facts import Dated
from foedera.model.world import assemble

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.dates import Day
    from foedera.model.instruments import Instrument
    from foedera.model.world import Corpus, World

Source = Literal["corpus", "atop", "both"]
SOURCES: tuple[Source, ...] = ("corpus", "atop", "both")


def find_source(name: str) -> Source:
    """The source of that name.

    Raises:
        DatasetError: there is none.
    """
    found = next((source for source in SOURCES if source == name), None)
    if found is None:
        raise DatasetError(f"no source is called '{name[:80]}'", f"choose {' or '.join(SOURCES)}")
    return found


def source_world(source: Source, directory: Path | None = None) -> World:
    """The world of a source.

    ``atop`` has the built-in states, places, regions, actors, doctrine, acts and event kinds, with the instruments,
    coverage and sources of the imported ATOP data and no recorded events. In ``both`` an ATOP alliance of which an
    instrument of the corpus has the number stays only for the days before that instrument was signed.

    Args:
        source: which.
        directory: a corpus directory instead of the built-in one.

    Raises:
        CorpusError: the corpus has errors.
        DatasetError: ATOP is not imported.
        NotADirectoryError: there is no such directory.
    """
    return layered(source, load_world(directory))


def layered(source: Source, world: World) -> World:
    """As ``source_world``, over a corpus that is open.

    Raises:
        DatasetError: ATOP is not imported.
    """
    if source == "corpus":
        return world
    stored = load_stored("atop", world.records.states)
    layer = stored.imported.corpus
    parts = f"{source}\n{world.digest}\n{stored.manifest.file}\n{stored.manifest.sha256}"
    digest = hashlib.sha256(parts.encode()).hexdigest()
    if source == "atop":
        return with_layer(world.records, layer, digest)
    return assemble((world.records, _without_known(layer, world.records)), digest)


def with_layer(corpus: Corpus, layer: Corpus, digest: str) -> World:
    """The world of a layer's instruments, with what the corpus says of states, places and the law."""
    return assemble((_without_instruments(corpus), layer), digest)


def _without_instruments(corpus: Corpus) -> Corpus:
    """What a corpus says of the world, without what was promised and what happened in it."""
    return replace(corpus, instruments={}, events={}, coverage={})


def _without_known(layer: Corpus, corpus: Corpus) -> Corpus:
    """An ATOP alliance that the corpus has itself stays only for the days before the corpus' text was signed."""
    known = {one.atop_id: one for one in corpus.instruments.values() if one.atop_id is not None}
    kept = {}
    for key, one in layer.instruments.items():
        text = known.get(one.atop_id) if one.atop_id else None
        begin = text and (text.signed or text.in_force)
        earlier = one if text is None else _until(one, begin.on) if begin else None
        if earlier is not None:
            kept[key] = earlier
    return replace(layer, instruments=kept)


def _until(alliance: Instrument, day: Day) -> Instrument | None:
    """The alliance as it was before a day; None if it was not there."""
    parties = tuple(
        party if party.until and party.until.last <= day.first else replace(party, until=day)
        for party in alliance.parties
        if party.since is None or party.since.last < day.first
    )
    if not parties:
        return None
    ended = alliance.ended if alliance.ended and alliance.ended.on.last <= day.first else Dated(day)
    return replace(alliance, parties=parties, ended=ended)
