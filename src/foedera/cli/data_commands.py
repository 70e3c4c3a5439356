"""What the commands for research data do: import, fetch, list."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, check_format, console, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from foedera.datasets.store import Stored
    from foedera.model.states import State

_SHOWN = 3


def import_(name: str, path: Path, *, every: bool, form: str) -> int:
    """Import a file."""
    from foedera.datasets.readers import reader  # noqa: PLC0415
    from foedera.datasets.store import install  # noqa: PLC0415

    check_format(form)
    with told():
        reader(name)
    with _data_told():
        stored = install(name, path, _states())
    _print_report(stored, form=form, every=every)
    return CLEAN


def fetch(name: str, *, again: bool, accept_change: bool, address: str | None, every: bool, form: str) -> int:
    """Download a data set and import it."""
    from foedera.datasets.readers import reader  # noqa: PLC0415

    check_format(form)
    with told():
        reader(name)
    from foedera.datasets.fetch import fetch as fetched  # noqa: PLC0415 - Pooch loads only here

    with _data_told(), _progress(name) as report:
        found = fetched(name, _states(), address=address, again=again, accept_change=accept_change, report=report)
    _print_report(found.stored, form=form, every=every, trust=found.trust)
    return CLEAN


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """A progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def list_(*, form: str) -> int:
    """What is imported and what can be fetched."""
    from foedera.render import datasets  # noqa: PLC0415

    check_format(form)
    rows = datasets.rows()
    if form == "json":
        print_json({"format": "foedera.data/1", "datasets": rows})
    else:
        datasets.show(console(), rows)
    return CLEAN


def _states() -> Mapping[str, State]:
    from foedera.corpus.load import load_world  # noqa: PLC0415

    return load_world().records.states


@contextmanager
def _data_told() -> Iterator[None]:
    """Say what is wrong with a file or a download; exit status 1."""
    from foedera.datasets.imported import DatasetError  # noqa: PLC0415

    try:
        yield
    except DatasetError as error:
        raise fail(str(error), error.hint, PROBLEMS) from None


def _print_report(stored: Stored, *, form: str, every: bool, trust: str | None = None) -> None:
    from foedera.render import datasets  # noqa: PLC0415

    if form == "json":
        print_json(datasets.report_as_json(stored, trust))
    else:
        datasets.report(console(), stored, shown=None if every else _SHOWN, trust=trust)
