"""What the commands for research data do: import, fetch, list."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, check_format, console, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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


def _print_report(stored: Stored, *, form: str, every: bool) -> None:
    from foedera.render import datasets  # noqa: PLC0415

    if form == "json":
        print_json(datasets.report_as_json(stored))
    else:
        datasets.report(console(), stored, shown=None if every else _SHOWN)
