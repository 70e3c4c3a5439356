"""Problems as text: pretty with the source line and a caret, or one line each for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from foedera.corpus.positions import MAX_BYTES, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import Console

    from foedera.problems import Mark, Problem

_LOOK = {"error": "bold red", "warning": "bold yellow"}
_WIDEST = 160


def gnu(problem: Problem) -> str:
    """One line in the GNU form that editors read."""
    place = _place(problem.mark) if problem.mark else "corpus"
    hint = f" ({problem.hint})" if problem.hint else ""
    return _escaped(f"{place}: {problem.severity}: {problem.message}{hint} [{problem.code}]")


def _escaped(text: str) -> str:
    """The text in one line, with what a terminal would obey or hide written out."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _place(mark: Mark) -> str:
    end = f"-{mark.end_column}" if mark.end_line == mark.line and mark.end_column > mark.column else ""
    return f"{mark.file}:{mark.line}:{mark.column}{end}"


def pretty(console: Console, problems: Iterable[Problem], root: Path) -> None:
    """Print problems with the line that they are about; ``root`` is the folder that file names start from."""
    lines: dict[str, list[str]] = {}
    for problem in problems:
        head = Text(_escaped(f"{_place(problem.mark)}: ") if problem.mark else "corpus: ")
        head.append(f"{problem.severity}[{problem.code}]", style=_LOOK[problem.severity])
        head.append(_escaped(f": {problem.message}"))
        console.print(head, soft_wrap=True)
        if problem.mark:
            _excerpt(console, problem, _lines(lines, root, problem.mark.file))
        for note in problem.notes:
            console.print(Text(_escaped(f" note: {note}"), style="dim"), soft_wrap=True)
        if problem.hint:
            console.print(Text(_escaped(f" help: {problem.hint}"), style="cyan"), soft_wrap=True)


def _lines(known: dict[str, list[str]], root: Path, name: str) -> list[str]:
    if name not in known:
        known[name] = _read_lines(root / name)
    return known[name]


def _read_lines(path: Path) -> list[str]:
    try:
        if not path.is_file():
            return []
        with path.open("rb") as stream:
            return lines_of(stream.read(MAX_BYTES).decode("utf-8-sig", "replace"))
    except OSError:
        return []


def _excerpt(console: Console, problem: Problem, lines: list[str]) -> None:
    mark = problem.mark
    if mark is None or not 0 < mark.line <= len(lines):
        return
    line = "".join(one if one.isprintable() else " " for one in lines[mark.line - 1])
    number = str(mark.line)
    heading = _escaped(f"        in: {problem.heading}") if problem.heading else ""
    if len(line) <= _WIDEST:
        width = max(1, min(mark.end_column, len(line)) - mark.column + 1) if mark.end_line == mark.line else 1
        console.print(Text(f"  {number} | {line}"), soft_wrap=True)
        console.print(Text(f"  {' ' * len(number)} | {' ' * (mark.column - 1)}{'^' * width}{heading}"), soft_wrap=True)
    elif heading:
        console.print(Text(f"  {' ' * len(number)} |{heading}"), soft_wrap=True)
