"""What reading a data set gives: records of the one model, what was corrected or left out, and plain tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.model.world import Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping


class DatasetError(Exception):
    """A data file cannot be read, fetched or stored.

    Attributes:
        hint: what to do about it, if that is known.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on an import: a cited correction, a row left out, a code that no state of the corpus has.

    Attributes:
        kind: ``corrected``, ``left_out``, ``unlinked`` or ``remark``.
        line: line of the data file (the header is line 1), if the note is about one.
        cites: the source of a correction.
    """

    kind: str
    message: str
    line: int | None = None
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a data file by column name, with its line (the header is line 1)."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A data file as text: what it is called, what it weighs, and its rows.

    Attributes:
        file: file name without directories.
        sha256: of the file's bytes, hex.
        columns: column names, lower case, in the order of the file.
    """

    file: str
    sha256: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A data set as a layer of the world.

    Attributes:
        corpus: instruments, events, sources, coverage in the one model.
        notes: the import report.
        tables: plain rows for data that are not legal records (state system membership, capabilities), by name;
            each row is a tuple of text, numbers or None, its columns under ``<name>.columns``.
    """

    corpus: Corpus = field(default_factory=Corpus)
    notes: tuple[Note, ...] = ()
    tables: Mapping[str, tuple[tuple[object, ...], ...]] = field(default_factory=dict)
