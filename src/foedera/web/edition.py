"""The corpus that is served: one good state of it at a time, renewed when its text changes."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from foedera import __version__
from foedera.api import Treaties
from foedera.corpus.load import CorpusError, builtin_directory, load_cases, load_world, read_texts
from foedera.datasets.imported import DatasetError
from foedera.datasets.layers import find_source, layered
from foedera.pictures.network_layout import layout
from foedera.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from foedera.model.questions import Case
    from foedera.model.world import World
    from foedera.web.serving.settings import Settings


@dataclass(frozen=True)
class Edition:
    """One state of the corpus: its records, its cases and its text are of one moment, whatever the disk says later.

    Attributes:
        number: counts the states since the start; what was made of one edition is not shown of another.
        corpus: the records without imported data, over which another source than that of ``treaties`` can be laid.
        directory: the user's corpus, or None for the built-in one.
        files: the text of the corpus (and of the built-in one below it) by the names that marks and problems use.
        problems: of a newer text that cannot be served; empty while the newest text is served.
    """

    number: int
    treaties: Treaties
    corpus: World
    directory: Path | None
    files: Mapping[str, bytes] = field(repr=False, compare=False)
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
        return load_cases(self.files)


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
        self._now = self._read(1)

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
                fresh = self._read(number)
            except (CorpusError, DatasetError, OSError) as error:
                fresh = replace(self._now, number=number, problems=_problems(error))
            else:
                prepare(fresh)
            self._now = fresh
            return self._now

    def _read(self, number: int) -> Edition:
        """The corpus as it is; text that changes while its records are read is read again."""
        directory = self._settings.corpus
        files = read_texts(directory)
        while True:
            corpus = load_world(directory)
            treaties = Treaties(layered(find_source(self._settings.source), corpus))
            before, files = files, read_texts(directory)
            if files == before:
                return Edition(number, treaties, corpus, directory, files)


def _problems(error: CorpusError | DatasetError | OSError) -> tuple[Problem, ...]:
    """Why a text cannot be served, without the places of this machine."""
    if isinstance(error, CorpusError):
        return error.problems
    if isinstance(error, DatasetError):
        return (Problem("E101", str(error)),)
    return (Problem("E101", f"the corpus cannot be read: {error.strerror or 'its directory is gone'}"),)


def prepare(edition: Edition) -> None:
    """Make beforehand what the first visitor of a page would wait for: the places of the network, about a second."""
    layout(edition.world)
