"""Wars as text: rows, the reasons for them, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from foedera.render.text import derived

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.model.world import World
    from foedera.wars.rows import Row
    from foedera.wars.score import Ablation, Rate, Report

_BAR = "-"


def table(console: Console, records: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Rows as a table, without the war's name."""
    shown = [column for column in columns if column != "war_name"]
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for column in shown:
        grid.add_column(column.replace("_", " "), overflow="fold")
    for one in records:
        grid.add_row(*(_cell(one[column]) for column in shown))
    console.print(grid)


def _cell(value: Any) -> str:
    return (", ".join(value) if isinstance(value, list) else value) or _BAR


def why(console: Console, world: World, rows: Sequence[Row]) -> None:
    """Each row in words with the derivation of the case that carries it; the treaties without one in a line."""
    nothing: list[str] = []
    for row in rows:
        if row.status == "not_due":
            nothing.append(row.treaty.id)
            continue
        console.print(Text(_sentence(world, row), style="bold"), soft_wrap=True)
        console.print(Padding(derived(world, row.findings[0].step), (0, 0, 1, 2), expand=False))
    if nothing:
        console.print(Text(f"No case for a promise: {', '.join(nothing)}."))
    if not rows:
        console.print(Text("No treaty had a belligerent of this war as a party in its years."))


def _sentence(world: World, row: Row) -> str:
    first = row.findings[0]
    who = ", ".join(map(world.name, row.obligors))
    found = {"due": "the case for it arose", "arguable": "it is open whether the case for it arose"}[row.status]
    leans = "" if row.status == "due" else f"; leaning: {'yes' if row.leaning else 'no'}"
    return (
        f"{row.treaty.id}: {' and '.join(row.kinds)}, promised by {who}: {found}"
        f" on {row.day} ({first.attack.title}{leans})"
    )


def scores(console: Console, reports: Sequence[Report]) -> None:
    """The agreement with each column of codings, and the disagreements with the first."""
    for one in reports:
        console.print(Text(f"Against {one.column}", style="bold"))
        grid = Grid(box=None, pad_edge=False, show_header=False)
        for name, value in figures(one):
            grid.add_row(f"  {name}", value)
        console.print(grid)
    if reports:
        disagreements(console, reports[0])


def figures(one: Report) -> list[tuple[str, str]]:
    """The figures of a score by name."""
    absent, yes = one.absent
    every, known = one.every, one.known
    interval = "" if one.range95 is None else f" (95 %: {_number(one.range95[0])} to {_number(one.range95[1])}, by war)"
    return [
        (
            "pairs",
            f"{every.number}, of which {known.number} in the war data; without performance: {one.no_performance}",
        ),
        ("accuracy", f"{_number(every.accuracy)}; in the war data {_number(known.accuracy)}{interval}"),
        ("kappa", f"{_number(every.kappa)}; in the war data {_number(known.kappa)}"),
        ("precision", f"{_number(every.precision)}; in the war data {_number(known.precision)}"),
        ("recall", f"{_number(every.recall)}; in the war data {_number(known.recall)}"),
        ("F1", f"{_number(every.f1)}; in the war data {_number(known.f1)}"),
        ("firm statuses", f"{one.firm.number} of {known.number}, accuracy {_number(one.firm.accuracy)}"),
        ("not in the war data", f"{absent}, counted as no; {yes} of them coded as yes"),
    ]


def disagreements(console: Console, one: Report) -> None:
    """The pairs on which answer and coding differ."""
    console.print(Text(f"Disagreements with {one.column}: {len(one.disagreements)}", style="bold"))
    for item in one.disagreements:
        row = item.row
        answer = "not in the data" if row is None else f"{'yes' if row.leaning else 'no'} ({row.status})"
        hinges = f", hinges on {', '.join(row.hinges_on)}" if row and row.hinges_on else ""
        says = (
            f"  line {item.coding.line}: war {item.coding.war} ({item.coding.war_name}), atop {item.coding.atop_id}: "
        )
        console.print(Text(f"{says}coded {item.outcome}, answer {answer}{hinges}"), soft_wrap=True)


def fulfilment(console: Console, rates: Sequence[Rate]) -> None:
    """How often promises were kept."""
    console.print(Text("Promises kept, of those for which the case is coded to have arisen", style="bold"))
    grid = Grid(box=None, pad_edge=False, show_header=False)
    for one in rates:
        grid.add_row(f"  {one.label}", _number(one.rate), f"{one.kept} of {one.kept + one.broken}")
    console.print(grid)


def ablations(console: Console, found: Iterable[Ablation], base: Report) -> None:
    """What each rule is worth."""
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for name in ("without", "accuracy", "kappa", "too many", "too few", "instead"):
        grid.add_column(name, overflow="fold")
    known = base.known
    grid.add_row("nothing", _number(known.accuracy), _number(known.kappa), str(known.alarms), str(known.misses), "")
    for one in found:
        score = one.score
        grid.add_row(
            one.rule.id,
            _number(score.accuracy),
            _number(score.kappa),
            str(score.alarms),
            str(score.misses),
            one.rule.without,
        )
    console.print(grid)


def _number(value: float | None) -> str:
    return _BAR if value is None else f"{value:.3f}"
