"""Citations: of sources, of what a clause rests on, and of foedera itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.text import Text

from foedera import __version__
from foedera.datasets.citing import dataset_source, record_source
from foedera.datasets.registry import DATASETS
from foedera.engine.compare import find_clause
from foedera.engine.lookup import QuestionError, find_instrument

if TYPE_CHECKING:
    from rich.console import Console

    from foedera.api import Treaties
    from foedera.model.instruments import Instrument

_ENTRY = {
    "academic": "article",
    "official": "techreport",
    "primary_text": "misc",
    "press": "online",
    "tertiary": "online",
}


def of(treaties: Treaties, name: str | None) -> list[dict[str, Any]]:
    """The sources of an instrument, a clause, a source id or a data set; without a name, foedera itself.

    Raises:
        QuestionError: nothing is called so.
    """
    if name in DATASETS:
        return [_source(name, dataset_source(name))]
    try:
        return _of_corpus(treaties, name)
    except QuestionError:
        record = record_source(name or "", treaties.world.records.states)
        if record is None:
            raise
        return [_source(record.id, record)]


def _of_corpus(treaties: Treaties, name: str | None) -> list[dict[str, Any]]:
    world = treaties.world
    if name is None:
        title = f"foedera {__version__}: treaties as code (corpus {world.digest[:12]})"
        return [
            {
                "id": "foedera",
                "type": "software",
                "title": title,
                "publisher": "The foedera authors",
                "url": None,
                "note": "Code: Apache-2.0; corpus: CC BY 4.0",
            }
        ]
    if name in world.records.sources:
        return [_source(name, world.records.sources[name])]
    if "#" in name:
        head, _, local = name.partition("#")
        instrument = world.records.instruments[find_instrument(world, head)]
        if local not in (instrument.references or {}):
            raise QuestionError(f"{instrument.id} has no source '{local}'")
        return _resolve(treaties, instrument, (local,))
    if "/" in name:
        instrument, provision = find_clause(world, name)
        return _resolve(treaties, instrument, provision.sources)
    try:
        instrument = treaties.instrument(name)
    except QuestionError as error:
        raise QuestionError(f"no instrument, clause or source is called '{name[:80]}'", error.hint) from None
    return _resolve(treaties, instrument, (*instrument.sources, *(instrument.references or {})))


def _resolve(treaties: Treaties, instrument: Instrument, names: tuple[str, ...]) -> list[dict[str, Any]]:
    local = instrument.references or {}
    found = []
    for name in dict.fromkeys(names):
        record = local.get(name) or treaties.world.records.sources.get(name)
        found.append(_source(f"{instrument.id}#{name}" if name in local else name, record))
    return found


def _source(identifier: str, record: Any) -> dict[str, Any]:
    fields = ("type", "title", "publisher", "citation", "year", "url", "note")
    found = {"id": identifier, **{name: getattr(record, name, None) for name in fields}}
    bibtex = getattr(record, "bibtex", None)
    return {**found, "bibtex": bibtex} if bibtex else found


def show(console: Console, found: list[dict[str, Any]], *, bibtex: bool) -> None:
    """Print citations as text or BibTeX."""
    for one in found:
        console.print(Text(as_bibtex(one) if bibtex else as_text(one)), soft_wrap=True)


def as_text(one: dict[str, Any]) -> str:
    """A citation in a line."""
    said = one.get("citation") or ". ".join(str(one[key]) for key in ("publisher", "title", "year") if one.get(key))
    is_used = one["type"] == "software" or "bibtex" in one
    parts = [part for part in (said, one.get("url"), one.get("note") if is_used else None) if part]
    return f"[{one['id']}] ({str(one['type']).replace('_', ' ')}) {'. '.join(part.rstrip('.') for part in parts)}"


def as_bibtex(one: dict[str, Any]) -> str:
    """A citation as an entry of BibTeX; the source's own where it has one."""
    if one.get("bibtex"):
        return str(one["bibtex"])
    key = re.sub(r"[^A-Za-z0-9]+", "-", one["id"]).strip("-")
    fields = {
        "title": one.get("title") or one["id"],
        "author": one.get("publisher"),
        "year": one.get("year"),
        "url": one.get("url"),
        "note": one.get("citation"),
    }
    body = ",\n".join(
        f"  {name} = {{{str(value) if name == 'url' else _escaped(str(value))}}}"
        for name, value in fields.items()
        if value
    )
    return f"@{_ENTRY.get(one['type'], 'software')}{{{key},\n{body}\n}}"


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)
