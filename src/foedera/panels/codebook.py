"""What stands beside a panel: a codebook for people and a Frictionless data package for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from foedera import __version__
from foedera.panels.request import PanelError

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.doctrine import Source
    from foedera.panels.columns import Column
    from foedera.panels.panel import Panel
    from foedera.panels.request import Request

PACKAGE = "datapackage.json"
_UNITS = {
    "directed-dyad-day": "Directed dyads by day",
    "directed-dyad-year": "Directed dyads by year",
    "dyad-year": "Dyads by year",
    "state-year": "States by year",
    "treaty-year": "Treaties by year",
    "attack-dyad-year": "Attacker and victim by year",
}
MEDIA = {
    "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.file",
    "csv": "text/csv",
    "csv.gz": "text/csv",
    "dta": "application/x-stata-dta",
}
"""Media type of each format."""
_FROM = {"treaties": "treaties", "states": "list of states", "capabilities": "national capabilities"}


def codebook(panel: Panel, file: str) -> str:
    """The codebook of a panel in a file of that name, as Markdown."""
    lines = [
        f"# {title(panel.request)}",
        "",
        (
            f"Codebook of `{file}`: {panel.rows:,} rows, made by foedera {__version__} from the records with digest "
            f"`{panel.digest}`."
        ),
        "",
        "| column | type | from | meaning |",
        "|---|---|---|---|",
        *(f"| `{one.name}` | {_kind(one)} | {_FROM[one.source]} | {one.meaning} |" for one in panel.columns),
        "",
        "## How to read it",
        "",
        *(f"- {remark}" for remark in panel.remarks),
        "",
        "## Cite",
        "",
        f"- The foedera authors. foedera {__version__}: treaties as code (records {panel.digest[:12]}).",
        *(f"- {_cited(source)}" for source in panel.sources),
    ]
    return "\n".join(lines) + "\n"


def title(request: Request) -> str:
    """What a panel is called."""
    return f"{_UNITS[request.unit]}, {request.first} to {request.last}"


def _kind(column: Column) -> str:
    return "0, 1 or empty" if column.is_flag else column.type


def _cited(source: Source) -> str:
    parts = (source.citation, f"{source.title}." if source.title else None, source.url, source.note)
    return " ".join(part for part in parts if part)


def data_package(panel: Panel, file: str, form: str, size: int, sha256: str, before: dict[str, Any] | None) -> str:
    """The data package with the panel as a resource, in place of an earlier one of that file.

    Args:
        panel: the panel.
        file: name of its file.
        form: one of ``MEDIA``.
        size: bytes of the file.
        sha256: of the file, hex.
        before: the package that is there already; its other resources stay.
    """
    kept = [one for one in (before or {}).get("resources", []) if one.get("path") != file]
    resources = [*kept, _resource(panel, file, form, size, sha256)]
    known = {one.get("title"): one for one in (before or {}).get("sources", []) if kept}
    known |= {source.title: _source(source) for source in panel.sources}
    package = {
        **(before or {}),
        "name": (before or {}).get("name", "foedera-panels"),
        "title": title(panel.request) if not kept else "Panels made by foedera",
        "description": f"Made by foedera {__version__}. For the meaning of columns see the schema and the codebooks.",
        "version": __version__,
        "resources": resources,
    }
    if known:
        package["sources"] = list(known.values())
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(panel: Panel, file: str, form: str, size: int, sha256: str) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9._-]+", "-", file.lower()),
        "path": file,
        "title": title(panel.request),
        "description": " ".join(panel.remarks),
        "format": form.removesuffix(".gz"),
        "mediatype": MEDIA[form],
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "foedera": {"records": panel.digest, "rows": panel.rows},
        "schema": {
            "fields": [_field(column) for column in panel.columns],
            "primaryKey": [column.name for column in panel.columns if column.is_key],
            "missingValues": [""],
        },
    }
    if form.startswith("csv"):
        resource["encoding"] = "utf-8"
    if form.endswith(".gz"):
        resource["compression"] = "gz"
    return resource


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.is_key:
        field["constraints"] = {"required": True}
    if column.is_flag:
        field["constraints"] = {"enum": [0, 1]}
    return field


def _source(source: Source) -> dict[str, str]:
    parts = {
        "title": source.title,
        "path": source.url,
        "citation": source.citation,
        "bibtex": source.bibtex,
        "note": source.note,
    }
    return {key: value for key, value in parts.items() if value}


def read_package(directory: Path) -> dict[str, Any] | None:
    """The data package in a folder; None if there is none.

    Raises:
        PanelError: there is a file of that name that is no data package.
    """
    try:
        found = json.loads((directory / PACKAGE).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        found = None
    records = [one for key in ("resources", "sources") for one in _listed(found, key)]
    if not _listed(found, "resources") or not all(isinstance(one, dict) for one in records):
        hint = "choose another folder for the panel, or move that file away"
        raise PanelError(f"the {PACKAGE} in that folder is not a data package", hint)
    return dict(found)


def _listed(package: Any, key: str) -> list[Any]:
    found = package.get(key) if isinstance(package, dict) else None
    return found if isinstance(found, list) else []
