"""The user's imported data: the original file, its compiled records and a manifest, replaced whole or not at all.

``<data>/<data set>/manifest.json`` names a folder beside it with the file as it was given and the records compiled
from it. Writing the manifest is the last step of an import, so that an import that is killed leaves the old data.
Records compiled by another version of foedera, or with other states, are compiled again from the file, in silence.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera import __version__
from foedera.corpus.compiled import (
    UNREADABLE,
    freeze,
    freeze_corpus,
    layout,
    read_compiled,
    thaw_corpus,
    write_compiled,
    write_whole,
)
from foedera.datasets.imported import DatasetError, Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import find_dataset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.states import State

_DAY = 86_400
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Download:
    """Where a file was downloaded from, the SHA-256 of what came, and the day."""

    address: str
    sha256: str
    on: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is imported of a data set.

    Attributes:
        recognised_by: what told the release: ``SHA-256``, ``version column``, ``columns`` or ``nothing``.
        sha256: of the file, hex.
        folder: where file and records lie, beside the manifest.
        imported: day of the import, ISO.
        rows: rows of the file, without its header.
    """

    dataset: str
    release: str
    recognised_by: str
    file: str
    sha256: str
    folder: str
    imported: str
    rows: int
    download: Download | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An imported data set."""

    manifest: Manifest
    imported: Imported


def data_directory() -> Path:
    """Where imported data are kept: ``FOEDERA_HOME/data``, or the user's data directory."""
    home = os.environ.get("FOEDERA_HOME")
    if home:
        return Path(home) / "data"
    import platformdirs  # noqa: PLC0415 - only needed when no directory is set

    return Path(platformdirs.user_data_dir("foedera", appauthor=False))


def read_manifest(name: str) -> Manifest | None:
    """The manifest of a data set, or None if it is not imported."""
    try:
        data = json.loads((data_directory() / name / _MANIFEST).read_bytes())
        download = data.pop("download", None)
        return Manifest(**data, download=Download(**download) if download else None)
    except UNREADABLE:
        return None


def read_manifests() -> tuple[Manifest, ...]:
    """What is imported, in the order of the registry."""
    return tuple(manifest for name in DATASETS if (manifest := read_manifest(name)))


def install(name: str, path: Path, states: Mapping[str, State]) -> Stored:
    """Import a file: read it, keep it with its records, and make it the current one.

    Args:
        name: the data set.
        path: the file, a table of that data set.
        states: the corpus' states, whose codes link the rows.

    Raises:
        DatasetError: the file is not of that data set, or cannot be kept.
    """
    from foedera.datasets.table import read_bytes  # noqa: PLC0415 - reading tables is not needed to load a layer

    file = os.fsencode(path.name).decode("utf-8", "replace")
    return install_bytes(name, file, read_bytes(path), states, None)


def install_bytes(
    name: str, file: str, content: bytes, states: Mapping[str, State], download: Download | None
) -> Stored:
    """Import the content of a file of that name, as ``install`` does.

    Raises:
        DatasetError: the file is not of that data set, or cannot be kept.
    """
    stored = _compile(file, content, name, states, download)
    stored = Stored(_following(read_manifest(name), stored.manifest), stored.imported)
    try:
        _write(stored, content, states)
    except OSError as error:
        where = data_directory() / name
        raise DatasetError(f"{where}: the data cannot be kept: {error.strerror}", "set FOEDERA_HOME") from None
    _forget_others(stored.manifest)
    return stored


def load_stored(name: str, states: Mapping[str, State]) -> Stored:
    """The imported data of a data set.

    Raises:
        DatasetError: it is not imported, or its file is damaged.
    """
    dataset = find_dataset(name)
    manifest = read_manifest(name)
    if manifest is None:
        hint = f"foedera data fetch {dataset.id}, or foedera import {dataset.id} FILE"
        raise DatasetError(f"{dataset.id} is not imported", hint)
    try:
        return Stored(manifest, _thawed(read_compiled(_records(manifest, states))))
    except UNREADABLE:
        return _compiled_again(manifest, states)


def _compiled_again(manifest: Manifest, states: Mapping[str, State]) -> Stored:
    """The records of the kept file, compiled anew and written if that is possible."""
    path = _folder(manifest) / manifest.file
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise DatasetError(
            f"{path}: the kept file is damaged or gone", f"foedera import {manifest.dataset} FILE, with a sound copy"
        )
    stored = Stored(manifest, _compile(manifest.file, content, manifest.dataset, states, None).imported)
    with contextlib.suppress(OSError):
        _write_records(stored, states)
    return stored


def _compile(file: str, content: bytes, name: str, states: Mapping[str, State], download: Download | None) -> Stored:
    """What a file says, and the manifest that it would have."""
    from foedera.datasets.readers import READERS  # noqa: PLC0415 - readers are not needed to load a layer
    from foedera.datasets.releases import recognise  # noqa: PLC0415
    from foedera.datasets.table import parse_table  # noqa: PLC0415

    table = parse_table(file, content)
    imported = READERS[name](table, states)
    known = recognise(find_dataset(name), table)
    folder = hashlib.sha256(f"{file}\0{table.sha256}".encode()).hexdigest()[:16]
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    manifest = Manifest(name, known.release, known.by, file, table.sha256, folder, today, len(table.rows), download)
    return Stored(manifest, imported)


def _write(stored: Stored, content: bytes, states: Mapping[str, State]) -> None:
    """The file, then its records, and last the manifest that names them."""
    folder = _folder(stored.manifest)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / stored.manifest.file, content)
    _write_records(stored, states)
    text = json.dumps(asdict(stored.manifest), indent=2, ensure_ascii=False)
    write_whole(folder.parent / _MANIFEST, text.encode())


def _write_records(stored: Stored, states: Mapping[str, State]) -> None:
    path = _records(stored.manifest, states)
    write_compiled(path, _frozen(stored.imported))
    for other in sorted(path.parent.glob("records-*.json"), key=lambda one: one.stat().st_mtime)[:-4]:
        other.unlink(missing_ok=True)


def _frozen(imported: Imported) -> dict[str, Any]:
    return {
        "corpus": freeze_corpus(imported.corpus),
        "notes": [[note.kind, note.message, note.line, list(note.cites)] for note in imported.notes],
        "tables": dict(imported.tables),
    }


def _thawed(data: Any) -> Imported:
    notes = tuple(Note(kind, message, line, tuple(cites)) for kind, message, line, cites in data["notes"])
    tables = {name: tuple(map(tuple, rows)) for name, rows in data["tables"].items()}
    return Imported(thaw_corpus(data["corpus"]), notes, tables)


def _records(manifest: Manifest, states: Mapping[str, State]) -> Path:
    """The compiled records: their name changes with whatever they depend on beside the file."""
    known = hashlib.sha256(f"{__version__}\n{layout()}\n".encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        known.update(module.read_bytes())
    known.update(
        json.dumps([(key, freeze(state.codes), freeze(state.exists)) for key, state in states.items()]).encode()
    )
    return _folder(manifest) / f"records-{known.hexdigest()[:16]}.json"


def _folder(manifest: Manifest) -> Path:
    return data_directory() / manifest.dataset / manifest.folder


def _following(current: Manifest | None, new: Manifest) -> Manifest:
    """The new manifest, which remembers the last download, and the day of import if the data stay the same."""
    if current is None:
        return new
    download = new.download or current.download
    on = current.imported if current.folder == new.folder else new.imported
    return replace(new, download=download, imported=on)


def _forget_others(manifest: Manifest) -> None:
    """Remove what earlier imports left, once it is a day old: another process may still read it."""
    with contextlib.suppress(OSError):
        for path in (data_directory() / manifest.dataset).iterdir():
            is_old = path.stat().st_mtime < time.time() - _DAY
            if path.name in {manifest.folder, _MANIFEST} or not is_old:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
