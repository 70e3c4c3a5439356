"""The record of wars and treaties that is judged: imported war data, and a world without other events."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.datasets.imported import DatasetError
from foedera.datasets.store import load_stored
from foedera.model.world import assemble
from foedera.wars.attacks import wars_of

if TYPE_CHECKING:
    from foedera.model.world import World
    from foedera.wars.attacks import War

WAR_DATA = ("iwd",)


@dataclass(frozen=True, slots=True)
class WarRecord:
    """Wars and the world in which their promises are judged.

    Attributes:
        data: the war data's name; ``sha256``: of their file.
    """

    world: World
    wars: tuple[War, ...]
    data: str
    sha256: str


def open_record(world: World, data: str) -> WarRecord:
    """The imported war data, with the treaties of a world and none of its own recorded events.

    Raises:
        DatasetError: these are no war data, or they are not imported.
    """
    if data not in WAR_DATA:
        raise DatasetError(f"no war data are called '{data[:80]}'", f"choose {' or '.join(WAR_DATA)}")
    stored = load_stored(data, world.records.states)
    sources = {**world.records.sources, **stored.imported.corpus.sources}
    bare = replace(world.records, events={}, sources=sources)
    wars = wars_of(stored.imported.corpus.events)
    return WarRecord(assemble((bare,), world.digest), wars, data, stored.manifest.sha256)


def find_war(record: WarRecord, name: str) -> War:
    """The war of that number or name.

    Raises:
        DatasetError: there is none.
    """
    by_name = {war.id.lower(): war for war in record.wars} | {war.name.lower(): war for war in record.wars}
    found = by_name.get(name.strip().lower())
    if found:
        return found
    close = difflib.get_close_matches(name.strip().lower(), by_name, n=1)
    last = record.wars[-1].id if record.wars else "none"
    hint = f"did you mean {by_name[close[0]].id} ({by_name[close[0]].name})?" if close else f"the last is {last}"
    raise DatasetError(f"no war of {record.data} has the number or name '{name[:80]}'", hint)
