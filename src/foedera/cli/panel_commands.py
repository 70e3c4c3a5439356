"""What the command for panels does."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from foedera.cli.terminal import CLEAN, PROBLEMS, console, fail, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def panel(*, unit: str, first: str, last: str, path: Path, source: str, corpus: Path | None, **options: Any) -> int:
    """Build a panel and write it."""
    from foedera.cli.commands import open_corpus  # noqa: PLC0415 - the command line starts fast
    from foedera.panels.request import parse_request  # noqa: PLC0415

    with told():
        request = parse_request(unit, first, last, **options)
    from foedera.panels.build import build  # noqa: PLC0415 - Polars is imported only for a panel that can be built
    from foedera.panels.write import check_target, write_panel  # noqa: PLC0415

    with told():
        check_target(path, expand=request.expand)
    treaties = open_corpus(corpus, source)
    with told():
        built = build(treaties.world, request)
    sys.stdout.write(f"{built.rows:,} rows\n")
    sys.stdout.flush()
    try:
        with _progress(built.rows, shown=request.expand) as tell:
            beside = write_panel(built, path, tell)
    except OSError as error:
        why = error.strerror or str(error).partition(": ")[0]  # Polars names the temporary file
        raise fail(f"'{path}' cannot be written: {why}", status=PROBLEMS) from None
    sys.stdout.write(f"wrote {', '.join(str(one) for one in (path, *beside))}\n")
    return CLEAN


@contextmanager
def _progress(rows: int, *, shown: bool) -> Iterator[Callable[[int], None] | None]:
    """A bar on a terminal; nothing in a pipe."""
    if not shown or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("days", total=rows)
        yield lambda done: bar.update(task, completed=done)
