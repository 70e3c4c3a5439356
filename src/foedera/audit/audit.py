"""The built-in corpus against the imported ATOP data, where both speak of the same instrument.

Pairs are found by ``atop_id``. Each is compared over the days that the data cover, member by member; states that
continue one another are one member. An UNKNOWN on either side is reported as such and is no difference.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.audit.pairs import Pair
from foedera.audit.results import Audit, DateTally, Single, Tally
from foedera.audit.sides import Side
from foedera.corpus.load import load_world
from foedera.datasets.imported import DatasetError
from foedera.datasets.store import load_stored
from foedera.engine.lookup import find_instrument
from foedera.law.force import start
from foedera.law.leading import KINDS
from foedera.law.timeline import Timeline
from foedera.model.world import assemble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from foedera.audit.pairs import Cell
    from foedera.datasets.store import Manifest
    from foedera.model.instruments import Instrument
    from foedera.model.world import Corpus, World

_NO_ALLIANCE = frozenset({"customary_law", "resolution", "armistice"})
_COUNTS = ("both", "neither", "only_corpus", "only_atop", "unknown")
_VERDICTS = ("same", "within_31_days", "other", "unknown", "running")


@dataclass(frozen=True, slots=True)
class Ground:
    """What is compared: both layers whole in one world, and the days that the data cover."""

    world: World
    corpus: Corpus
    layer: Corpus
    digest: str
    manifest: Manifest
    timeline: Timeline


def open_ground(directory: Path | None = None) -> Ground:
    """The corpus and the imported ATOP data.

    Raises:
        CorpusError: the corpus has errors.
        DatasetError: ATOP is not imported, or its records say of no days that they are complete.
        NotADirectoryError: there is no such directory.
    """
    own = load_world(directory)
    stored = load_stored("atop", own.records.states)
    layer = stored.imported.corpus
    world = assemble((own.records, layer), own.digest)
    return Ground(world, own.records, layer, own.digest, stored.manifest, Timeline(world, _window(layer)))


def _window(layer: Corpus) -> tuple[int, int]:
    for record in layer.coverage.values():
        if record.subject == "obligations" and record.complete and record.since and record.until:
            return record.since.first, record.until.first
    raise DatasetError("the imported alliances do not say which days they cover", "import the file again")


def audit(ground: Ground, instrument: str | None = None, tell: Callable[[], None] | None = None) -> Audit:
    """Compare every pair, or the one of an instrument.

    Args:
        ground: what is compared.
        instrument: id, title or alias; default all.
        tell: called after each pair.

    Raises:
        QuestionError: no instrument, or more than one, is called so.
    """
    chosen = find_instrument(ground.world, instrument) if instrument else None
    pairs = [pair for pair in matched(ground) if chosen in {None, pair.corpus.instrument.id, pair.atop.instrument.id}]
    results = []
    for pair in pairs:
        results.append(pair.compared())
        if tell:
            tell()
    cells = [cell for _, of_pair in results for cell in of_pair]
    found = [cell.finding for cell in cells if cell.finding]
    since, until = ground.timeline.window
    return Audit(
        since=dt.date.fromordinal(since).isoformat(),
        last=dt.date.fromordinal(until - 1).isoformat(),
        corpus=ground.digest,
        release=ground.manifest.release,
        file=ground.manifest.file,
        sha256=ground.manifest.sha256,
        matches=tuple(match for match, _ in results),
        kinds=_tallies(cells, "kind"),
        conditions=_tallies(cells, "condition"),
        dates=_dates(cells),
        differences=tuple(one for one in found if one.verdict != "unknown"),
        unknown=tuple(one for one in found if one.verdict == "unknown"),
        singles=tuple(one for one in _singles(ground) if chosen in {None, one.id}),
    )


def matched(ground: Ground) -> Iterator[Pair]:
    """The pairs with one ATOP number, in the order of the corpus' ids."""
    alliances = {one.atop_id: one for one in ground.layer.instruments.values()}
    for _, instrument in sorted(ground.corpus.instruments.items()):
        alliance = alliances.get(instrument.atop_id) if instrument.atop_id is not None else None
        if alliance:
            yield Pair(Side(ground.timeline, instrument), Side(ground.timeline, alliance, is_imported=True))


def _tallies(cells: Iterable[Cell], what: Literal["kind", "condition"]) -> tuple[Tally, ...]:
    counted = Counter((cell.kind, cell.count) for cell in cells if cell.what == what)
    return tuple(Tally(what, kind, *(counted[kind, one] for one in _COUNTS)) for kind in KINDS)


def _dates(cells: Iterable[Cell]) -> tuple[DateTally, ...]:
    counted = Counter((cell.what, cell.count) for cell in cells)
    return tuple(DateTally(what, *(counted[what, one] for one in _VERDICTS)) for what in ("entry", "signature", "exit"))


def _singles(ground: Ground) -> Iterator[Single]:
    ours = {one.atop_id for one in ground.corpus.instruments.values()} - {None}
    theirs = {one.atop_id for one in ground.layer.instruments.values()}
    for _, one in sorted(ground.corpus.instruments.items()):
        if one.atop_id not in theirs:
            yield Single("corpus", one.id, one.title, _reason(one, ground.timeline.window[1]))
    for one in ground.layer.instruments.values():
        if one.atop_id not in ours:
            yield Single("atop", one.id, one.title, "selection")


def _reason(instrument: Instrument, end: int) -> str:
    """Why the data do not have an instrument of the corpus, as far as is recorded."""
    if instrument.atop_id is not None:
        return "not_in_file"
    begin = start(instrument) or instrument.signed
    if begin and begin.on.first >= end:
        return "after"
    if instrument.kind in _NO_ALLIANCE:
        return "no_alliance"
    if instrument.binding != "legal":
        return instrument.binding
    return "no_number" if any(set(one.kind) & set(KINDS) for one in instrument.provisions) else "no_kind"
