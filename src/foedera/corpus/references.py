"""References: the names that records may use, and what is wrong with one that nobody has."""

from __future__ import annotations

import dataclasses
import difflib
from typing import TYPE_CHECKING, Any

from foedera.corpus.pinpoint import Misnamed
from foedera.model import conditions as c
from foedera.model.facts import Position
from foedera.model.states import METROPOLITAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.world import Corpus
    from foedera.problems import Problem

_MAX_HINTS = 200
"""Nearest names are looked for this often; a file with more unknown names has another fault than spelling."""
_KEYWORD_LIMITS = {"domestic_law", "constitutional_processes"}


class References:
    """The ids that references may name; each test yields a problem when a name is not among them."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.unknown = 0
        self.actors = {*corpus.states, *corpus.actors}
        self.places = {*corpus.places, *(f"{state}/{METROPOLITAN}" for state in corpus.states)}
        self.provisions = {p.id for i in corpus.instruments.values() for p in i.provisions}
        self.articles = {
            f"{i.id}/{article}"
            for i in corpus.instruments.values()
            for parts in (i.provisions, i.areas, i.final_clauses)
            for article in _articles(parts)
        }
        self.regions = set(corpus.regions)
        self.classes = {name for state in corpus.states.values() for name in state.classes}

    def known(self, name: str, known: Iterable[str], code: str, what: str, mark: Any = None) -> Iterator[Problem]:
        """The name must be among the known ones."""
        known = known if isinstance(known, dict | set) else set(known)
        if name in known:
            return
        self.unknown += 1
        hint = self._meant(name, known) if self.unknown <= _MAX_HINTS else None
        yield Misnamed(code, f"no {what} is called '{name}'", mark, hint=hint, name=name)

    def _meant(self, name: str, known: Iterable[str]) -> str | None:
        close = difflib.get_close_matches(name, known, n=1, cutoff=0.6) or self._by_name(name)
        return f"did you mean '{close[0]}'?" if close else None

    def _by_name(self, name: str) -> list[str]:
        names = {state.name: state.id for state in self.corpus.states.values()}
        return [names[match] for match in difflib.get_close_matches(name, names, n=1, cutoff=0.7)]

    def actor(self, name: str, mark: Any = None) -> Iterator[Problem]:
        """The name must be a state, organ or group."""
        yield from self.known(name, self.actors, "E204", "state, organ or group", mark)

    def who(self, who: str, mark: Any = None) -> Iterator[Problem]:
        """The name must be a role, a set, or an actor."""
        if who in c.ROLES or who in c.SETS:
            return
        if who.startswith("class:"):
            yield from self.known(who[6:], self.classes, "E205", "class of states", mark)
        elif who.startswith("party:"):
            yield from self.known(who[6:], self.corpus.instruments, "E202", "instrument", mark)
        elif who not in self.actors:
            known = {*self.actors, *c.ROLES, *c.SETS}
            yield from self.known(who, known, "E204", "role, state, organ or group", mark)

    def reference(self, name: str, mark: Any = None) -> Iterator[Problem]:
        """An instrument, a clause, a doctrine rule, or a keyword."""
        if (
            name in _KEYWORD_LIMITS
            or name in self.corpus.instruments
            or name in self.provisions
            or name in self.articles
        ):
            return
        known = {*self.corpus.instruments, *self.provisions, *self.articles, *_KEYWORD_LIMITS}
        yield from self.known(name, known, "E202", "instrument or clause", mark)

    def sources(self, record: Any, root: Any) -> Iterator[Problem]:
        """Every source that a record or a part of it cites must be declared, locally or as a shared source."""
        local = getattr(root, "references", None) or {}
        for part in _parts(record):
            for source in getattr(part, "sources", ()) or ():
                if isinstance(source, str) and source not in local and source not in self.corpus.sources:
                    mark = getattr(part, "mark", None)
                    yield from self.known(source, {*local, *self.corpus.sources}, "E501", "source", mark)
            if isinstance(part, Position):
                yield from self.actor(part.by)


def _articles(parts: Iterable[Any]) -> Iterator[str]:
    return (part.article for part in parts)


def _parts(record: Any) -> Iterator[Any]:
    """A record and all its parts."""
    if dataclasses.is_dataclass(record):
        yield record
        for field in dataclasses.fields(record):
            yield from _parts(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from _parts(item)
