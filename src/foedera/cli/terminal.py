"""The terminal: consoles that respect pipes, NO_COLOR and COLUMNS, and how errors are told."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import Console

    from foedera.problems import Problem

CLEAN, PROBLEMS, USAGE = 0, 1, 2
_PIPE_WIDTH = 110
_SHOWN = 5


class Stop(Exception):  # noqa: N818 - it carries an exit status, which is not always an error
    """End the command with an exit status.

    Attributes:
        status: the status.
    """

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def console(*, stderr: bool = False) -> Console:
    """A console; in a pipe a fixed width, unless COLUMNS says otherwise."""
    from rich.console import Console  # noqa: PLC0415 - text output only

    stream = sys.stderr if stderr else sys.stdout
    if stream.isatty():
        return Console(file=stream, highlight=False, emoji=False)
    width = None if os.environ.get("COLUMNS") else _PIPE_WIDTH
    return Console(file=cast("IO[str]", _Trimmed(stream)), width=width, highlight=False, emoji=False)


class _Trimmed:
    """A text stream without the blanks that a layout leaves at the ends of lines."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.encoding = getattr(stream, "encoding", "utf-8")

    def write(self, text: str) -> int:
        """Write text; Rich writes whole lines."""
        return self.stream.write("\n".join(line.rstrip() for line in text.split("\n")))

    def flush(self) -> None:
        """Pass it on."""
        self.stream.flush()


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def check_format(form: str, *more: str) -> None:
    """Refuse a format that a command does not print."""
    allowed = ("text", "json", *more)
    if form not in allowed:
        raise fail(f"no format is called '{form}'", f"choose {' or '.join(allowed)}")


def fail(message: str, hint: str | None = None, status: int = USAGE) -> Stop:
    """Say what is wrong with the command's words (or with a file: then with another status), and what to do."""
    sys.stderr.write(f"error: {message}\n")
    if hint:
        sys.stderr.write(f" help: {hint}\n")
    return Stop(status)


def corpus_problems(problems: tuple[Problem, ...], root: Path, what: str = "the corpus") -> Stop:
    """Say that the corpus (or a file) has errors and show the first of them."""
    from foedera.render.problems import pretty  # noqa: PLC0415

    errors = [problem for problem in problems if problem.severity == "error"]
    sys.stderr.write(
        f"error: {what} has {len(errors)} error{'s' if len(errors) != 1 else ''}, so no answer is given from it\n"
    )
    pretty(console(stderr=True), errors[:_SHOWN], root)
    if what == "the corpus":
        sys.stderr.write(" help: see all of them with `foedera check`\n")
    return Stop(PROBLEMS)


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors that a user can cause into messages."""
    from foedera.datasets.imported import DatasetError  # noqa: PLC0415
    from foedera.engine.lookup import QuestionError  # noqa: PLC0415

    try:
        yield
    except (QuestionError, DatasetError) as error:
        raise fail(str(error), error.hint) from None
    except NotADirectoryError as error:
        raise fail(f"there is no directory '{error}'") from None
