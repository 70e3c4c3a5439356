"""What a user supposes on top of a corpus: scenarios and records, from a file or from a text at hand."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

from foedera.corpus.load import (
    CorpusError,
    Loaded,
    collected,
    decoded_records,
    printable_name,
    read_document,
    read_records,
)
from foedera.model.world import World, assemble, supposing
from foedera.problems import Mark, Problem, has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from foedera.corpus.positions import Document
    from foedera.model.questions import Scenario


def decoded_scenario(document: Document, found: tuple[Problem, ...], world: World) -> Scenario:
    """The scenario of a document, with the treaties that it supposes checked against the world.

    Args:
        document: what was read.
        found: the problems found in reading it.
        world: the records on which it is asked.

    Raises:
        CorpusError: the document is not one valid scenario; the problems say where.
    """
    records, problems = decoded_records([(document, found)])
    scenarios = [record for record in records if type(record).__name__ == "Scenario"]
    if not problems and (len(scenarios) != 1 or len(records) != 1):
        mark = Mark(document.file, 1, 1, 1, 1)
        problems.append(Problem("E401", "the file must hold one record of the kind 'scenario'", mark))
    if problems:
        raise CorpusError(tuple(problems))
    scenario: Scenario = scenarios[0]
    if scenario.instruments:
        _refuse_errors(supposing(world, scenario.instruments), document.file, [], lambda: document)
    return scenario


def suppose(world: World, path: Path) -> World:
    """The world with the records of a file supposed on top; a record with a known id replaces it.

    Raises:
        CorpusError: the file has errors, by itself or against the world.
    """
    name = printable_name(path.name)
    return _supposed(
        world, collected(*read_records([(path, name)])), name, _content(path), partial(read_document, path, name)
    )


def suppose_text(world: World, text: str, name: str) -> World:
    """As ``suppose``, of a text at hand; ``name`` is how problems call it.

    Raises:
        CorpusError: the text has errors, by itself or against the world.
    """
    return _supposed(
        world, collected(*_written(text, name)), name, text.encode("utf-8", "replace"), partial(_composed, text, name)
    )


def _supposed(world: World, loaded: Loaded, name: str, content: bytes, text: Callable[[], Document]) -> World:
    digest = hashlib.sha256(world.digest.encode() + content).hexdigest()
    whole = assemble((loaded.corpus, world.records), digest)
    _refuse_errors(whole, name, loaded.problems, text)
    return whole


def _refuse_errors(world: World, file: str, found: Iterable[Problem], text: Callable[[], Document]) -> None:
    """Raise CorpusError for the errors of one file, by itself or against the world."""
    from foedera.corpus.check import check_corpus  # noqa: PLC0415 - only for what a user supposes
    from foedera.corpus.pinpoint import pinpoint  # noqa: PLC0415

    own = (problem for problem in check_corpus(world.records) if problem.mark and problem.mark.file == file)
    problems = (*found, *pinpoint(own, {file: text}))
    if has_errors(problems):
        raise CorpusError(problems)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _composed(text: str, name: str) -> Document:
    from foedera.corpus.positions import read_bytes  # noqa: PLC0415

    return read_bytes(text.encode("utf-8", "replace"), name)[0]


def _written(text: str, name: str) -> tuple[list[Any], list[Problem]]:
    from foedera.corpus.positions import read_bytes  # noqa: PLC0415

    return decoded_records([read_bytes(text.encode("utf-8", "replace"), name)])
