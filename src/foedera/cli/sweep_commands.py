"""What the command for sweeps does: sweep, look up a cell, explain it."""

from __future__ import annotations

import datetime as dt
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from foedera.cli.terminal import CLEAN, console, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from foedera.api import Treaties
    from foedera.sweep.result import Cell


def sweep(
    *,
    saved: Path | None,
    who: tuple[str, str] | None,
    on: str | None,
    explain: bool,
    path: Path | None,
    source: str,
    form: str,
    corpus: Path | None,
    **options: Any,
) -> int:
    """Sweep, or look up a cell of a saved sweep."""
    if saved is not None:
        _refuse(path, "-o belongs to a new sweep", "leave out the file that is read, or -o")
        if who is None or on is None:
            raise fail("what is to be looked up?", f"foedera sweep {saved} --who ATTACKER VICTIM --on DAY")
        return _look_up(saved, who, on, explain=explain, form=form, corpus=corpus)
    _refuse(who or on or (explain or None), "a look-up needs a saved sweep", "foedera sweep FILE --who A V --on DAY")
    if path is None:
        raise fail("where is the sweep to be written?", "add -o runs.parquet")
    return _sweep(path, source, corpus, **options)


def _refuse(given: object, message: str, hint: str) -> None:
    if given is not None:
        raise fail(message, hint)


def _sweep(
    path: Path,
    source: str,
    corpus: Path | None,
    *,
    first: str | None,
    last: str | None,
    kinds: Sequence[str],
    statuses: Sequence[str],
    without: Sequence[str],
    each_without: bool,
    monte_carlo: int | None,
    seed: int,
    odds: float,
    workers: int | None,
    scheduler: str | None,
    slurm: bool,
) -> int:
    from foedera.cli.commands import open_corpus  # noqa: PLC0415 - the command line starts fast

    if each_without and monte_carlo:
        raise fail("--each-without and --monte-carlo are two jobs", "run one after the other")
    treaties = open_corpus(corpus, source)
    with told():
        window = treaties.window(first, last)
        chosen = treaties.chosen(kinds, statuses, without)
    if without and (each_without or monte_carlo):
        raise fail("--without belongs to one sweep", "leave it out, or run a plain sweep")
    if each_without or monte_carlo:
        from foedera.cli.sweep_larger import larger  # noqa: PLC0415

        return larger(
            treaties.world,
            window,
            each_without=each_without,
            monte_carlo=monte_carlo,
            seed=seed,
            odds=odds,
            workers=workers,
            scheduler=scheduler,
            slurm=slurm,
            output=path,
            kinds=chosen.kinds,
            statuses=chosen.statuses,
            sources=source,
        )
    if workers or scheduler or slurm:
        raise fail("one sweep runs in one process", "--workers and clusters are for --each-without and --monte-carlo")
    return _one(treaties, path, source, window, chosen)


def _one(treaties: Treaties, path: Path, source: str, window: tuple[int, int], chosen: Any) -> int:
    """One sweep, written."""
    from foedera.sweep.save import check_target, save  # noqa: PLC0415

    with told():
        check_target(path)
        with _progress(window) as tell:
            found = treaties.swept(window, chosen, tell)
        written = save(found, path, {"source": source, **treaties.described(chosen)})
    sys.stdout.write(
        f"{len(found):,} runs of {len(found.sets) // 2:,} sets, {found.epochs:,} days on which something changes, "
        f"{_day(window[0])} to {_day(window[1] - 1)}\n"
    )
    sys.stdout.write(f"wrote {', '.join(str(one) for one in written)}\n")
    return CLEAN


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


@contextmanager
def _progress(window: tuple[int, int]) -> Iterator[Callable[[int], None] | None]:
    """A bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("days", total=window[1] - window[0])
        yield lambda day: bar.update(task, completed=day - window[0])


def _look_up(saved: Path, who: tuple[str, str], on: str, *, explain: bool, form: str, corpus: Path | None) -> int:
    from foedera.cli.commands import open_corpus  # noqa: PLC0415
    from foedera.sweep.save import load  # noqa: PLC0415

    if form not in ("text", "json"):
        raise fail(f"no format is called '{form}'", "choose text or json")
    with told():
        found, about = load(saved)
    treaties = open_corpus(corpus, about.get("source", "corpus"))
    with told():
        (event,) = treaties.question(*who, on=on).events
        attacker, victim = event.roles["attacker"][0], event.roles["victim"][0]
        try:
            cell = found.who(attacker, victim, event.since.text)
        except KeyError as error:
            raise fail(f"{error.args[0]} is not in this sweep") from None
        except ValueError as error:
            raise fail(str(error)) from None
    if about["records"] != treaties.world.digest:
        sys.stderr.write("warning: the treaties on this computer are not those of the sweep\n")
    if explain:
        return _explain(treaties, attacker, victim, on, form, about.get("without", []))
    _print_cell(treaties, cell, on, form)
    return CLEAN


def _explain(treaties: Treaties, attacker: str, victim: str, on: str, form: str, without: Sequence[str]) -> int:
    from foedera.cli.commands import print_answer  # noqa: PLC0415

    with told():
        answer = treaties.explain(attacker, victim, on=on, without=without)
    print_answer(treaties, answer, form=form, why=True, every=False)
    return CLEAN


def _print_cell(treaties: Treaties, cell: Cell, on: str, form: str) -> None:
    from foedera.law.leading import KINDS, STATUSES  # noqa: PLC0415

    states = cell.sweep.states
    attacker, victim = states[cell.attacker], states[cell.victim]
    order = {word: number for number, word in enumerate((*STATUSES, *KINDS, "victim", "attacker"))}
    entries = sorted(cell.entries, key=lambda one: (order[one[0]], order[one[2]], order[one[1]], one[3]))
    if form == "json":
        rows = [dict(zip(("toward", "kind", "status", "obligor"), one, strict=True)) for one in entries]
        print_json({"attacker": attacker, "victim": victim, "on": on, "bound": rows, "torn": sorted(cell.torn)})
        return
    sys.stdout.write(f"If {treaties.world.name(attacker)} attacks {treaties.world.name(victim)} on {on}:\n")
    groups: dict[tuple[str, str, str], list[str]] = {}
    for side, kind, status, who in entries:
        groups.setdefault((side, status, kind), []).append(treaties.world.name(who))
    for (side, status, kind), names in groups.items():
        sys.stdout.write(f"  {status}, {kind}, toward the {side}: {', '.join(names)}\n")
    if cell.torn:
        sys.stdout.write(f"  torn between duties: {', '.join(treaties.world.name(one) for one in sorted(cell.torn))}\n")
    if not groups:
        sys.stdout.write("  nobody is bound\n")
