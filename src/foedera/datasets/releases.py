"""Which data set and release a file is, and how that is cited."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.imported import DatasetError
from foedera.datasets.registry import DATASETS, REFUSED
from foedera.model.doctrine import Source

if TYPE_CHECKING:
    from foedera.datasets.dataset import Dataset, Release
    from foedera.datasets.imported import Table

UNKNOWN = "unknown release"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What release a file is.

    Attributes:
        release: its id, or ``unknown release``.
        by: ``SHA-256``, ``version column``, ``columns`` or ``nothing``.
    """

    release: str
    by: str


def find_dataset(name: str) -> Dataset:
    """The data set of that name.

    Raises:
        DatasetError: there is none, or foedera does not import it.
    """
    found = DATASETS.get(name)
    if found:
        return found
    if name in REFUSED:
        raise DatasetError(*REFUSED[name])
    close = difflib.get_close_matches(name, DATASETS, n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(DATASETS)}"
    raise DatasetError(f"no data set is called '{name[:80]}'", hint)


def recognise(dataset: Dataset, table: Table) -> Recognised:
    """The release of a file: by its SHA-256, its ``version`` column or its columns."""
    for release in dataset.releases:
        if any(sha256 == table.sha256 for sha256, _ in release.copies):
            return Recognised(release.id, "SHA-256")
    version = next((row.values.get("version", "").strip() for row in table.rows), "")
    if version:
        known = next((release.id for release in dataset.releases if version in release.versions), version[:40])
        return Recognised(known, "version column")
    for release in dataset.releases:
        if release.columns and set(release.columns) <= set(table.columns):
            return Recognised(release.id, "columns")
    return Recognised(UNKNOWN, "nothing")


def newest(dataset: Dataset) -> Release:
    """The release that is fetched.

    Raises:
        DatasetError: its makers publish no file that can be fetched.
    """
    found = next((release for release in dataset.releases if release.address), None)
    if found is None:
        raise DatasetError(f"{dataset.id} cannot be fetched", f"download it from {dataset.page}, then import the file")
    return found


def source(dataset: Dataset, provenance: str | None = None, identifier: str | None = None) -> Source:
    """A data set as a source.

    Args:
        dataset: the data set.
        provenance: release, file, SHA-256 and line of what was used, if that is known.
        identifier: id of what is cited; default the data set's.
    """
    return Source(
        id=identifier or dataset.id,
        title=dataset.title,
        type="academic",
        url=dataset.page,
        publisher=dataset.publisher,
        citation=dataset.citation,
        year=dataset.year,
        note=provenance or dataset.terms,
        bibtex=_bibtex(dataset, provenance, identifier or dataset.id),
    )


def named(release: str) -> str:
    """A release in words."""
    return release if release == UNKNOWN else f"release {release}"


def _bibtex(dataset: Dataset, provenance: str | None, identifier: str) -> str:
    """The BibTeX entry of a data set; what was used stands in its note."""
    entry, fields = dataset.bibtex
    used = f"{dataset.title}: {provenance}" if provenance else dataset.title
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in (*fields, ("note", _escaped(used))))
    return f"@{entry}{{{re.sub(r'[^A-Za-z0-9]+', '-', identifier).strip('-')},\n{body}\n}}"


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
