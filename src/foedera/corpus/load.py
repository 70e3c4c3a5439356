"""Directories of text to a World: read, decode, check, compile, cache."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera import __version__
from foedera.corpus.cache import read_cache, write_cache
from foedera.corpus.compiled import layout
from foedera.model.world import Corpus, World, assemble
from foedera.problems import Mark, Problem, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.corpus.positions import Document
    from foedera.model.questions import Case

MAX_FILES = 20_000
MAX_TOTAL_BYTES = 200_000_000
_OWN = ("instruments", "officials", "events", "coverage")
"""Parts that a corpus directory always brings itself; the others fall back on the built-in corpus."""


class CorpusError(Exception):
    """The corpus has errors, so no answer is given from it.

    Attributes:
        problems: all problems found.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"the corpus has {sum(p.severity == 'error' for p in problems)} errors")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from a directory: the records, the cases and all problems."""

    corpus: Corpus
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]


def builtin_directory() -> Path:
    """Where the built-in corpus lies: inside the installed package, or beside the source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "corpus"
    return installed if installed.is_dir() else package.parent.parent / "corpus"


def load_world(directory: Path | None = None) -> World:
    """The world of the built-in corpus, or of a directory completed with the built-in states and law.

    Raises:
        CorpusError: the corpus has errors.
        NotADirectoryError: there is no such directory.
    """
    directories = (builtin_directory(),) if directory is None else (directory, builtin_directory())
    digest = _digest(directories)
    corpus = read_cache(digest)
    while corpus is None:
        loaded = load_checked(directory)
        read, digest = digest, _digest(directories)
        if read != digest:
            continue
        if has_errors(loaded.problems):
            raise CorpusError(loaded.problems)
        corpus = loaded.corpus
        write_cache(digest, corpus)
    return assemble((corpus,), digest)


def load_checked(directory: Path | None = None, *, cases: bool = False) -> Loaded:
    """Read and check a corpus; every problem is reported, none hides the next."""
    from foedera.corpus.check import check_corpus, place_of  # noqa: PLC0415 - not needed with a valid cache
    from foedera.corpus.pinpoint import pinpoint  # noqa: PLC0415

    base = _read(builtin_directory(), cases=cases and directory is None)
    loaded = base if directory is None else _overlay(_read(directory, cases=cases), base)
    found = check_corpus(loaded.corpus, loaded.cases, None if directory is None else base.corpus)
    texts = {
        name: partial(read_document, path, name)
        for one in (builtin_directory(), directory)
        if one
        for path, name in corpus_files(one, cases=cases)
    }
    problems = sorted((*loaded.problems, *pinpoint(found, texts)), key=place_of)
    return Loaded(loaded.corpus, loaded.cases, tuple(problems))


def read_texts(directory: Path | None = None) -> dict[str, bytes]:
    """The files of a corpus, its cases too, and of the built-in one below it, by the names that marks use.

    A file that cannot be read, or is larger than a file may be, is left out.

    Raises:
        CorpusError: the corpus is larger than one may be.
        NotADirectoryError: there is no such directory.
    """
    own = directory or builtin_directory()
    below = corpus_files(builtin_directory(), cases=False) if directory else []
    files = corpus_files(own, cases=True)
    refusal = _too_much(files, own)
    if refusal:
        raise CorpusError((refusal,))
    found = {name: _content(path) for path, name in (*below, *files)}
    return {name: content for name, content in found.items() if content is not None}


def _content(path: Path) -> bytes | None:
    from foedera.corpus.positions import MAX_BYTES  # noqa: PLC0415

    try:
        return path.read_bytes() if path.is_file() and _size(path) <= MAX_BYTES else None
    except OSError:
        return None


def load_cases(texts: Mapping[str, bytes] | None = None) -> tuple[Case, ...]:
    """The readable cases among the texts of a corpus (default the built-in one), without the rest of it."""
    from foedera.corpus.positions import read_bytes  # noqa: PLC0415

    found = read_texts() if texts is None else texts
    records, _ = decoded_records(
        read_bytes(content, name) for name, content in found.items() if name.split("/")[1] == "cases"
    )
    return tuple(record for record in records if type(record).__name__ == "Case")


def _overlay(own: Loaded, base: Loaded) -> Loaded:
    parts = {}
    for part in fields(Corpus):
        mine, builtin = getattr(own.corpus, part.name), getattr(base.corpus, part.name)
        if part.name == "sources":
            parts[part.name] = {**builtin, **mine}
        else:
            parts[part.name] = mine if mine or part.name in _OWN else builtin
    return Loaded(Corpus(**parts), own.cases, own.problems)


def corpus_files(directory: Path, *, cases: bool) -> list[tuple[Path, str]]:
    """The YAML files below a directory in a stable order, with their names relative to its parent."""
    if not directory.is_dir():
        raise NotADirectoryError(str(directory))
    found = sorted(
        path for suffix in ("*.yaml", "*.yml") for path in directory.rglob(suffix)
        if cases or "cases" not in path.relative_to(directory).parts
    )  # fmt: skip
    root = directory.resolve().name
    return [(path, printable_name(f"{root}/{path.relative_to(directory).as_posix()}")) for path in found]


def printable_name(name: str) -> str:
    """A file name as text, even where the file system allows bytes that are none."""
    return os.fsencode(name).decode("utf-8", "replace")


def _digest(directories: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{__version__}\n{layout()}".encode())
    for directory in directories:
        for path, name in corpus_files(directory, cases=False):
            digest.update(name.encode() + b"\0")
            digest.update(_content_digest(path))
    return digest.hexdigest()


def _content_digest(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b"no file"
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b"unreadable"


def _read(directory: Path, *, cases: bool) -> Loaded:
    files = corpus_files(directory, cases=cases)
    refusal = _too_much(files, directory)
    if refusal:
        return Loaded(Corpus(), (), (refusal,))
    return collected(*read_records(files))


def read_records(files: list[tuple[Path, str]]) -> tuple[list[Any], list[Problem]]:
    """The records of files (path, name), and the problems found in reading them."""
    from foedera.corpus.positions import read_file  # noqa: PLC0415 - Pydantic and PyYAML load only for text

    return decoded_records(read_file(path, name) for path, name in files)


def read_document(path: Path, name: str) -> Document:
    """One file as a document, its problems aside."""
    from foedera.corpus.positions import read_file  # noqa: PLC0415

    return read_file(path, name)[0]


def decoded_records(texts: Iterable[tuple[Document, tuple[Problem, ...]]]) -> tuple[list[Any], list[Problem]]:
    """The records of documents, and all problems of reading and decoding."""
    from foedera.corpus.decode import decode_document  # noqa: PLC0415

    records: list[Any] = []
    problems: list[Problem] = []
    for document, found in texts:
        problems += found
        decoded, found_later = decode_document(document)
        records += decoded
        problems += found_later
    return records, problems


def _too_much(files: list[tuple[Path, str]], directory: Path) -> Problem | None:
    mark = Mark(directory.name, 1, 1, 1, 1)
    if len(files) > MAX_FILES:
        return Problem("E105", f"the corpus has more than {MAX_FILES:,} files", mark)
    total = sum(_size(path) for path, _ in files)
    if total > MAX_TOTAL_BYTES:
        return Problem("E105", f"the corpus is larger than {MAX_TOTAL_BYTES:,} bytes", mark)
    return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


_PART_OF = {
    "State": "states",
    "Actor": "actors",
    "Official": "officials",
    "Place": "places",
    "Region": "regions",
    "Instrument": "instruments",
    "Event": "events",
    "EventKind": "event_kinds",
    "Act": "acts",
    "Doctrine": "doctrine",
    "Source": "sources",
    "Coverage": "coverage",
}


def collected(records: list[Any], problems: list[Problem]) -> Loaded:
    """Records by kind and id; an id that stands twice is a problem."""
    parts: dict[str, dict[str, Any]] = {part.name: {} for part in fields(Corpus)}
    cases: dict[str, Any] = {}
    for record in records:
        name = type(record).__name__
        if name == "Scenario":
            problems.append(Problem("E401", "a scenario is a question, not a part of a corpus", record.mark))
            continue
        target = cases if name == "Case" else parts[_PART_OF[name]]
        first = target.get(record.id)
        if first is not None:
            problems.append(_twice(record, first))
        else:
            target[record.id] = record
    return Loaded(Corpus(**parts), tuple(cases.values()), tuple(problems))


def _twice(record: Any, first: Any) -> Problem:
    where = f"it stands first at {first.mark.file}:{first.mark.line}" if first.mark else "it stands elsewhere too"
    return Problem("E201", f"the id '{record.id}' is given twice", record.mark, (where,), "ids are unique per kind")
