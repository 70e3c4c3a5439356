"""Citations of data sets, and of the single records that were imported from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import named, source
from foedera.datasets.store import load_stored, read_manifest, read_manifests

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.datasets.store import Manifest
    from foedera.model.doctrine import Source
    from foedera.model.events import Event
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.states import State
    from foedera.model.world import Corpus
    from foedera.problems import Mark


def dataset_source(name: str) -> Source:
    """A data set as a source, with the file that is imported of it."""
    manifest = read_manifest(name)
    if manifest is None:
        return source(DATASETS[name])
    return _of_manifest(manifest, None, name)


def record_source(name: str, states: Mapping[str, State]) -> Source | None:
    """What an imported instrument, clause or event rests on, down to the line; None if nothing is called so."""
    for manifest in read_manifests():
        record = _find(load_stored(manifest.dataset, states).imported.corpus, name)
        if record is not None:
            return _of_manifest(manifest, record.mark, name)
    return None


def _of_manifest(manifest: Manifest, mark: Mark | None, name: str) -> Source:
    line = f", line {mark.line}" if mark else ""
    provenance = f"{named(manifest.release)}, file {manifest.file}, SHA-256 {manifest.sha256}{line}"
    return source(DATASETS[manifest.dataset], provenance, name)


def _find(corpus: Corpus, name: str) -> Instrument | Event | Provision | None:
    found = corpus.instruments.get(name) or corpus.events.get(name)
    instrument = corpus.instruments.get(name.partition("/")[0])
    if found or instrument is None:
        return found
    return next((one for one in instrument.provisions if one.id == name), None)
