"""What the command that reads documents does."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, check_format, console, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from foedera.dates import Day
    from foedera.model.world import World
    from foedera.reader.records import DocumentReading, Reading

_BIG = 200_000
"""Characters of a document from which on a bar shows how far the reading has come."""


def read(
    paths: Sequence[str],
    *,
    dated: str | None,
    why: bool,
    every: bool,
    strict: bool,
    page: Path | None,
    form: str,
    corpus: Path | None,
) -> int:
    """Read documents and print or write what was found; a document that is refused does not stop the others."""
    from foedera.cli.commands import open_corpus  # noqa: PLC0415 - the command line starts fast
    from foedera.reader.library import compared, today  # noqa: PLC0415

    check_format(form)
    day = _day(dated)
    world = open_corpus(corpus).world
    on = today()
    readings = [one for path in paths if (one := _read_one(world, path, on, day))]
    if not readings:
        return PROBLEMS
    found = compared(world, readings, on)
    _print(world, found, form, page, why=why, every=every)
    if len(readings) < len(paths):
        return PROBLEMS
    return PROBLEMS if strict and _is_contradicted(found) else CLEAN


def _day(text: str | None) -> Day | None:
    from foedera.engine.question import parse_day  # noqa: PLC0415

    with told():
        return parse_day(text) if text else None


def _read_one(world: World, path: str, on: Day, dated: Day | None) -> DocumentReading | None:
    """A document that has been read; None if it is refused, which is told."""
    from foedera.reader.intake import read_document  # noqa: PLC0415
    from foedera.reader.library import read_one  # noqa: PLC0415
    from foedera.reader.limits import IntakeError  # noqa: PLC0415

    try:
        document = read_document(path)
        with _progress(document.name, document.characters) as tell:
            return read_one(world, document, on, dated, tell)
    except IntakeError as error:
        fail(str(error), error.hint)
        return None


def _print(world: World, found: Reading, form: str, page: Path | None, *, why: bool, every: bool) -> None:
    if page is not None:
        _write(world, found, page)
    if form == "json":
        from foedera.render.reading_json import reading as jsonable  # noqa: PLC0415

        print_json(jsonable(found))
    elif page is None:
        from foedera.render.reading import reading  # noqa: PLC0415

        reading(console(), world, found, why=why, every=every)
    else:
        sys.stdout.write(f"wrote {page}\n")


def _write(world: World, found: Reading, path: Path) -> None:
    from foedera.corpus.compiled import write_whole  # noqa: PLC0415
    from foedera.render.reading_html import page  # noqa: PLC0415

    try:
        write_whole(path, page(world, found).encode("utf-8", "replace"))
    except OSError as error:
        raise fail(f"'{path}' cannot be written: {error.strerror or error}", status=PROBLEMS) from None


def _is_contradicted(found: Reading) -> bool:
    from foedera.render.reading_words import is_contradicted  # noqa: PLC0415

    return any(is_contradicted(judged.verdict) for document in found.documents for judged in document.claims)


@contextmanager
def _progress(name: str, characters: int) -> Iterator[Callable[[int], None] | None]:
    """A bar on a terminal for a long document; nothing in a pipe."""
    if characters < _BIG or not sys.stderr.isatty():
        yield None
        return
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(name), total=characters)
        yield lambda reached: bar.update(task, completed=reached)
