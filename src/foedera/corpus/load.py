"""Directories of text to a World: read, decode, check, compile, cache."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera import __version__
from foedera.corpus.cache import read_cache, write_cache
from foedera.corpus.compiled import layout
from foedera.model.world import Corpus, World, assemble, supposing
from foedera.problems import Mark, Problem, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.corpus.positions import Document
    from foedera.model.questions import Case, Scenario

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
    if corpus is None:
        loaded = load_checked(directory)
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
    files = {
        name: path for one in (builtin_directory(), directory) if one for path, name in corpus_files(one, cases=cases)
    }
    problems = sorted((*loaded.problems, *pinpoint(found, files)), key=place_of)
    return Loaded(loaded.corpus, loaded.cases, tuple(problems))


def load_cases(directory: Path | None = None) -> tuple[Case, ...]:
    """The readable cases of a corpus, without the rest of it; none where the corpus brings none."""
    folder = (directory or builtin_directory()) / "cases"
    if not folder.is_dir():
        return ()
    root = folder.parent.resolve().name
    records, _ = _records(
        [(path, f"{root}/cases/{name.partition('/')[2]}") for path, name in corpus_files(folder, cases=True)]
    )
    return tuple(record for record in records if type(record).__name__ == "Case")


def read_scenario(path: Path, world: World) -> Scenario:
    """The scenario of a file.

    Raises:
        CorpusError: the file is not one valid scenario; the problems say where.
    """
    name = _printable(path.name)
    return _scenario(*_records([(path, name)]), name, world)


def read_scenario_text(text: str, name: str, world: World) -> Scenario:
    """As ``read_scenario``, of a text at hand; ``name`` is how problems call it.

    Raises:
        CorpusError: the text is not one valid scenario; the problems say where.
    """
    return _scenario(*_written(text, name), name, world)


def _scenario(records: list[Any], problems: list[Problem], name: str, world: World) -> Scenario:
    scenarios = [record for record in records if type(record).__name__ == "Scenario"]
    if not problems and (len(scenarios) != 1 or len(records) != 1):
        mark = Mark(name, 1, 1, 1, 1)
        problems.append(Problem("E401", "the file must hold one record of the kind 'scenario'", mark))
    if problems:
        raise CorpusError(tuple(problems))
    found: Scenario = scenarios[0]
    whole = supposing(world, found.instruments)
    if found.instruments:
        _refuse_errors(whole, found.mark.file if found.mark else "", [])
    return found


def suppose(world: World, path: Path) -> World:
    """The world with the records of a file supposed on top; a record with a known id replaces it.

    Raises:
        CorpusError: the file has errors, by itself or against the world.
    """
    name = _printable(path.name)
    return _supposed(world, _collect(*_records([(path, name)])), name, _content(path))


def suppose_text(world: World, text: str, name: str) -> World:
    """As ``suppose``, of a text at hand; ``name`` is how problems call it.

    Raises:
        CorpusError: the text has errors, by itself or against the world.
    """
    return _supposed(world, _collect(*_written(text, name)), name, text.encode())


def _supposed(world: World, loaded: Loaded, name: str, content: bytes) -> World:
    digest = hashlib.sha256(world.digest.encode() + content).hexdigest()
    whole = assemble((loaded.corpus, world.records), digest)
    _refuse_errors(whole, name, loaded.problems)
    return whole


def _refuse_errors(world: World, file: str, found: Iterable[Problem]) -> None:
    """Raise CorpusError for the errors of one file, by itself or against the world."""
    from foedera.corpus.check import check_corpus  # noqa: PLC0415 - only for what a user supposes

    problems = (*found, *(p for p in check_corpus(world.records) if p.mark and p.mark.file == file))
    if has_errors(problems):
        raise CorpusError(problems)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


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
    return [(path, _printable(f"{root}/{path.relative_to(directory).as_posix()}")) for path in found]


def _printable(name: str) -> str:
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
    return _collect(*_records(files))


def _records(files: list[tuple[Path, str]]) -> tuple[list[Any], list[Problem]]:
    from foedera.corpus.positions import read_file  # noqa: PLC0415 - Pydantic and PyYAML load only for text

    return _decoded(read_file(path, name) for path, name in files)


def _written(text: str, name: str) -> tuple[list[Any], list[Problem]]:
    from foedera.corpus.positions import read_bytes  # noqa: PLC0415

    return _decoded([read_bytes(text.encode("utf-8", "replace"), name)])


def _decoded(texts: Iterable[tuple[Document, tuple[Problem, ...]]]) -> tuple[list[Any], list[Problem]]:
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


def _collect(records: list[Any], problems: list[Problem]) -> Loaded:
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
