"""What the checking commands do: check, schema."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, console, fail, print_json, told

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.corpus.load import Loaded
    from foedera.problems import Problem


def check(directory: Path | None, *, cases: bool, form: str) -> int:
    """Check a corpus, and with ``cases`` run its cases; 0 clean (warnings do not count), 1 problems."""
    from foedera.corpus.load import builtin_directory, load_checked  # noqa: PLC0415 - the command line starts fast
    from foedera.problems import has_errors  # noqa: PLC0415

    if form not in ("text", "gnu", "json"):
        raise fail(f"no format is called '{form}'", "choose text, gnu or json")
    with told():
        loaded = load_checked(directory, cases=cases)
    problems = loaded.problems
    if cases and not has_errors(problems):
        problems = (*problems, *_run(loaded))
    _print(problems, (directory or builtin_directory()).resolve().parent, form)
    if form == "text":
        _tally(loaded, problems, cases=cases)
    return PROBLEMS if has_errors(problems) else CLEAN


def _run(loaded: Loaded) -> tuple[Problem, ...]:
    from foedera.engine.cases import run_case  # noqa: PLC0415
    from foedera.model.world import assemble  # noqa: PLC0415

    world = assemble((loaded.corpus,), "")
    return tuple(problem for case in loaded.cases for problem in run_case(world, case))


def _print(problems: tuple[Problem, ...], root: Path, form: str) -> None:
    from foedera.render import jsonable  # noqa: PLC0415
    from foedera.render.problems import gnu, pretty  # noqa: PLC0415

    if form == "json":
        print_json([jsonable.problem(problem) for problem in problems])
    elif form == "gnu":
        sys.stdout.writelines(f"{gnu(problem)}\n" for problem in problems)
    else:
        pretty(console(), problems, root)


def _tally(loaded: Loaded, problems: tuple[Problem, ...], *, cases: bool) -> None:
    records = loaded.corpus
    clauses = sum(len(instrument.provisions) for instrument in records.instruments.values())
    errors = sum(problem.severity == "error" for problem in problems)
    sys.stdout.write(
        f"{len(records.instruments)} instruments, {clauses} clauses, "
        f"{len(records.states)} states, {len(records.places)} places, {len(records.events)} events"
        + (f", {len(loaded.cases)} cases" if cases else "")
        + f": {_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}\n"
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def schema(kind: str | None) -> int:
    """Print the JSON Schema of one kind of record, or list the kinds."""
    from foedera.corpus.decode import KINDS, record_schema  # noqa: PLC0415
    from foedera.render.schemas import answer_schema, reading_schema  # noqa: PLC0415

    formats = {"answer": answer_schema, "reading": reading_schema}
    known = [*KINDS, *formats]
    if kind is None:
        sys.stdout.write("\n".join(known) + "\n")
        return CLEAN
    if kind not in known:
        from foedera.engine.lookup import QuestionError, resolve  # noqa: PLC0415

        try:
            kind = resolve(dict.fromkeys(known), kind, "kind of record")
        except QuestionError as error:
            raise fail(str(error), error.hint or f"the kinds are {', '.join(known)}") from None
    print_json(formats[kind]() if kind in formats else record_schema(kind))
    return CLEAN
