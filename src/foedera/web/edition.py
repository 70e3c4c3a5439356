"""The corpus that is served: one good state of it at a time, renewed when its text changes."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from foedera import __version__
from foedera.api import load
from foedera.corpus.load import CorpusError, builtin_directory, corpus_files, load_cases
from foedera.datasets.imported import DatasetError
from foedera.pictures.network_layout import layout
from foedera.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from foedera.api import Treaties
    from foedera.model.questions import Case
    from foedera.model.world import World
    from foedera.web.serving.settings import Settings


@dataclass(frozen=True)
class Edition:
    """One state of the corpus.

    Attributes:
        number: counts the states since the start; what was made of one edition is not shown of another.
        directory: the user's corpus, or None for the built-in one.
        problems: of a newer text that cannot be served; empty while the newest text is served.
    """

    number: int
    treaties: Treaties
    directory: Path | None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def world(self) -> World:
        """The records."""
        return self.treaties.world

    @property
    def version(self) -> str:
        """The version of the corpus: the first twelve hex digits of the SHA-256 of its text."""
        return self.world.digest[:12]

    @property
    def is_built_in(self) -> bool:
        """Whether the built-in corpus is served, from which the examples on pages are taken."""
        return self.directory is None and bool(self.world.records.events)

    @property
    def software(self) -> str:
        """The version of foedera."""
        return __version__

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The corpus' own cases."""
        return load_cases(self.directory)

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """The files of the corpus (and of the built-in one below it) by the names that marks and problems use."""
        places = (builtin_directory(), self.directory)
        return {name: path for one in places if one for path, name in corpus_files(one, cases=True)}


class Editions:
    """Holds the edition that is served; ``reload`` may be called from another thread."""

    def __init__(self, settings: Settings) -> None:
        """Open the corpus.

        Raises:
            CorpusError: the corpus has errors.
            DatasetError: the source is not known or not imported.
            NotADirectoryError: there is no such directory.
        """
        self._settings = settings
        self._lock = threading.Lock()
        treaties = load(settings.corpus, source=settings.source)
        self._now = Edition(1, treaties, settings.corpus)

    @property
    def now(self) -> Edition:
        """The edition that is served."""
        return self._now

    @property
    def directory(self) -> Path:
        """The directory of text behind the edition."""
        return self._settings.corpus or builtin_directory()

    def reload(self) -> Edition:
        """Read the corpus anew. One that cannot be served leaves the old one in place, with its problems."""
        with self._lock:
            number = self._now.number + 1
            try:
                treaties = load(self._settings.corpus, source=self._settings.source)
            except CorpusError as error:
                self._now = replace(self._now, number=number, problems=error.problems)
            except (DatasetError, OSError) as error:
                self._now = replace(self._now, number=number, problems=(Problem("E101", str(error)),))
            else:
                fresh = Edition(number, treaties, self._settings.corpus)
                prepare(fresh)
                self._now = fresh
            return self._now


def prepare(edition: Edition) -> None:
    """Make beforehand what the first visitor of a page would wait for: the places of the network, about a second."""
    layout(edition.world)
