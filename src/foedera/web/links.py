"""Addresses of the site. Every view has one that says it all; none is written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from foedera.model.world import World

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below a path prefix.

    Attributes:
        base: the prefix without a slash at its end, as ``/foedera``; empty at the root.
        files: the names of the corpus' files; places elsewhere, as in imported data, have no page.
    """

    base: str = ""
    files: Collection[str] = ()

    def to(self, path: str, query: Iterable[tuple[str, str | None]] = (), fragment: str = "") -> str:
        """An address of this site; query values that are empty are left out."""
        given = [(key, value) for key, value in query if value]
        mark = f"#{quote(fragment, safe='')}" if fragment else ""
        return f"{self.base}{quote(path, safe='/@')}{'?' + urlencode(given) if given else ''}{mark}"

    def treaty(self, identifier: str, on: str | None = None) -> str:
        """The page of an instrument, as of a day."""
        return self.to(f"/treaties/{identifier}", (("on", on),))

    def clause(self, identifier: str, on: str | None = None) -> str:
        """The page of a clause ``instrument/article``."""
        return self.to(f"/treaties/{identifier}", (("on", on),))

    def state(self, identifier: str, on: str | None = None) -> str:
        """The page of a state."""
        return self.to(f"/states/{identifier}", (("on", on),))

    def record(self, world: World, identifier: str, on: str | None = None) -> str | None:
        """The page of any record by its id, or None if there is no such record.

        Ids are those that steps, findings and records cite: instruments, clauses, states, ``RUS/metropolitan``,
        organs, places, events, office-holders, doctrine rules, sources and ``instrument#source``.
        """
        identifier = identifier.removeprefix("doctrine:")
        records, whole = world.records, identifier.partition("#")
        if whole[1]:
            return f"{self.treaty(whole[0], on)}#source-{quote(whole[2])}" if whole[0] in records.instruments else None
        if identifier in world.provisions or identifier in records.instruments:
            return self.treaty(identifier, on)
        state, _, rest = identifier.partition("/")
        if identifier in records.states or (state in records.states and rest == "metropolitan"):
            return self.state(state, on)
        parts = {
            "places": records.places,
            "events": records.events,
            "officials": records.officials,
            "actors": records.actors,
            "doctrine": records.doctrine,
            "sources": records.sources,
        }
        found = next((name for name, part in parts.items() if identifier in part), None)
        if found:
            return self.to(f"/{found}/{identifier}")
        clause = next((one for one in world.provisions if one.partition("@")[0] == identifier), None)
        return self.treaty(clause, on) if clause else None

    def text(self, file: str, line: int | None = None) -> str | None:
        """The corpus file with line numbers, at a line; None if it is no file of the corpus."""
        return self.to(f"/corpus/{file}", (), f"L{line}" if line else "") if file in self.files else None
