"""Imported data as text and JSON: the report of an import, and the list of data sets."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from rich.table import Table as Grid
from rich.text import Text

from foedera.datasets.registry import DATASETS, REFUSED
from foedera.datasets.store import read_manifest
from foedera.model.world import Corpus

if TYPE_CHECKING:
    from rich.console import Console

    from foedera.datasets.imported import Imported, Note
    from foedera.datasets.store import Stored

_COUNTED = ("instruments", "events", "states")
_HOW = {
    "SHA-256": "recognised by its SHA-256",
    "version column": "as its version column says",
    "columns": "recognised by its columns",
    "nothing": "neither its SHA-256 nor a version column tells the release",
}
_TRUST = {
    "here": "imported from there before; nothing was downloaded (--again downloads it)",
    "first": "the first download from this address is trusted; its SHA-256 is recorded",
    "same": "the same file as the last time",
    "changed": "another file than the last time, accepted; its SHA-256 is recorded",
}


def counts(imported: Imported) -> dict[str, int]:
    """How many records and table rows an import has, by kind."""
    found = {part.name: len(getattr(imported.corpus, part.name)) for part in fields(Corpus) if part.name in _COUNTED}
    found |= {name: len(rows) for name, rows in imported.tables.items() if not name.endswith(".columns")}
    return {name: number for name, number in found.items() if number}


def report(console: Console, stored: Stored, *, shown: int | None, trust: str | None = None) -> None:
    """Print what an import did; at most ``shown`` remarks of a kind. ``trust``: why a download is believed."""
    manifest = stored.manifest
    made = ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in counts(stored.imported).items())
    lines = [
        f"{manifest.dataset}: {manifest.rows:,} rows of {manifest.file} imported ({made})",
        f"  release  {manifest.release} ({_HOW[manifest.recognised_by]})",
        f"  SHA-256  {manifest.sha256}",
    ]
    if manifest.download:
        lines.append(f"  from     {manifest.download.address} on {manifest.download.on}")
    if trust:
        lines.append(f"  trust    {_TRUST[trust]}")
    for line in lines:
        console.print(Text(line), soft_wrap=True)
    for line in _remarks(stored.imported.notes, shown):
        console.print(Text(line), soft_wrap=True)


def _remarks(notes: tuple[Note, ...], shown: int | None) -> list[str]:
    lines = []
    for kind, number in Counter(note.kind for note in notes).items():
        of_kind = [note for note in notes if note.kind == kind]
        lines.append(f"  {kind.replace('_', ' ')}: {number:,}")
        lines += [f"    {_remark(note)}" for note in of_kind[:shown]]
        if shown is not None and number > shown:
            lines.append(f"    and {number - shown:,} more (--all shows them)")
    return lines


def _remark(note: Note) -> str:
    where = f"line {note.line}: " if note.line is not None else ""
    cites = f" [{', '.join(note.cites)}]" if note.cites else ""
    return f"{where}{note.message}{cites}"


def report_as_json(stored: Stored, trust: str | None = None) -> dict[str, Any]:
    """The report of an import."""
    return {
        "format": "foedera.import/1",
        **asdict(stored.manifest),
        "trust": trust,
        "counts": counts(stored.imported),
        "notes": [asdict(note) for note in stored.imported.notes],
    }


def rows() -> list[dict[str, Any]]:
    """Every data set: what of it is imported, and whether and whence it can be fetched."""
    found = []
    for dataset in DATASETS.values():
        manifest = read_manifest(dataset.id)
        offered = next((release for release in dataset.releases if release.address), None)
        found.append({
            "id": dataset.id,
            "title": dataset.title,
            "imported": asdict(manifest) if manifest else None,
            "fetch": {name: getattr(offered, name) for name in ("id", "address", "checked")} if offered else None,
            "page": dataset.page,
            "terms": dataset.terms,
        })  # fmt: skip
    return found


def show(console: Console, found: list[dict[str, Any]]) -> None:
    """Print the list of data sets."""
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for name in ("data set", "imported", "rows", "on", "SHA-256", "can be fetched"):
        grid.add_column(name, overflow="fold")
    for one in found:
        have, offered = one["imported"], one["fetch"]
        grid.add_row(
            one["id"],
            f"{have['release']} ({have['file']})" if have else "-",
            f"{have['rows']:,}" if have else "",
            have["imported"] if have else "",
            have["sha256"][:12] if have else "",
            offered["id"] if offered else "-",
        )
    console.print(grid)
    console.print(
        Text("Addresses, terms and whole SHA-256: --format json. Citations: foedera cite NAME."), soft_wrap=True
    )
    for name, (reason, _) in REFUSED.items():
        console.print(Text(f"Not {name}: {reason}."), soft_wrap=True)
