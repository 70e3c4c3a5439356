"""What the command for wars does."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from foedera.cli.terminal import CLEAN, PROBLEMS, console, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from foedera.wars.attacks import War
    from foedera.wars.record import WarRecord
    from foedera.wars.rows import Row
    from foedera.wars.score import Report

_TEXT = "text"


def wars(
    *,
    data: str,
    treaties: str,
    war: str | None,
    findings: bool,
    why: bool,
    codings: Path | None,
    ablation: bool,
    form: str | None,
    path: Path | None,
    corpus: Path | None,
) -> int:
    """Rows, reasons or a score."""
    from foedera.cli.commands import open_corpus  # noqa: PLC0415 - the command line starts fast
    from foedera.wars.record import find_war, open_record  # noqa: PLC0415

    form = _format(form, path, is_table=codings is None and not why)
    if ablation and codings is None:
        raise fail("--ablation belongs to --score", "foedera wars --score FILE --ablation")
    if codings is not None and (why or findings or war is not None):
        raise fail("--score takes all wars and prints no rows", "leave out --war, --why and --findings")
    if why and (war is None or path is not None or findings):
        raise fail("--why explains one war on the terminal", "foedera wars --war 41 --why")
    world = open_corpus(corpus, treaties).world
    with told():
        record = open_record(world, data)
        chosen = (find_war(record, war),) if war is not None else record.wars
    if codings is not None:
        return _score(record, codings, form, ablation=ablation)
    _rows(record, chosen, form, path, findings=findings, why=why)
    return CLEAN


def _format(form: str | None, path: Path | None, *, is_table: bool) -> str:
    from foedera.wars.tables import FORMATS  # noqa: PLC0415

    if form is None:
        form = path.suffix.removeprefix(".") if path else _TEXT
        if path and form not in FORMATS:
            raise fail(f"'{path.name}' says no format", f"end it in .{', .'.join(FORMATS)}, or add --format")
    allowed = (_TEXT, *FORMATS) if is_table else (_TEXT, "json")
    if form not in allowed:
        raise fail(f"no format is called '{form}' here", f"choose {' or '.join(allowed)}")
    if path is not None and (form == _TEXT or not is_table):
        raise fail("only rows are written to a file", f"--format {' or '.join(FORMATS)}")
    if path is None and form == "parquet":
        raise fail("Parquet is not for a terminal", "add -o FILE")
    return form


def _rows(
    record: WarRecord, chosen: tuple[War, ...], form: str, path: Path | None, *, findings: bool, why: bool
) -> None:
    from foedera.render import wars as render  # noqa: PLC0415
    from foedera.wars import tables  # noqa: PLC0415
    from foedera.wars.cases import open_bench  # noqa: PLC0415
    from foedera.wars.rows import member_rows, rows  # noqa: PLC0415

    bench = open_bench(record.world, chosen)
    found: list[Row] = []
    with _progress(len(chosen), "wars") as tell:
        for war in chosen:
            found += rows(bench, war)
            tell()
    if why:
        render.why(console(), record.world, found)
        return
    columns = tables.MEMBER_COLUMNS if findings else tables.COLUMNS
    if findings:
        records = [tables.member_record(one) for row in found for one in member_rows(bench, row)]
    else:
        records = [tables.record(row) for row in found]
    if form == _TEXT:
        render.table(console(), records, columns)
        return
    _write(tables.written(form, records, columns, _about(record)), path)


def _about(record: WarRecord) -> dict[str, Any]:
    return {"wars": {"data": record.data, "sha256": record.sha256}, "treaties": {"sha256": record.world.digest}}


def _write(content: bytes, path: Path | None) -> None:
    from foedera.corpus.compiled import write_whole  # noqa: PLC0415

    if path is None:
        sys.stdout.write(content.decode())
        return
    try:
        write_whole(path, content)
    except OSError as error:
        raise fail(f"'{path}' cannot be written: {error.strerror or error}", status=PROBLEMS) from None
    sys.stdout.write(f"wrote {path}\n")


def _score(record: WarRecord, path: Path, form: str, *, ablation: bool) -> int:
    from foedera.datasets.imported import DatasetError  # noqa: PLC0415
    from foedera.datasets.table import read_table  # noqa: PLC0415
    from foedera.wars import score  # noqa: PLC0415
    from foedera.wars.codings import COLUMNS, read_codings  # noqa: PLC0415
    from foedera.wars.rules import RULES  # noqa: PLC0415

    try:
        codings = read_codings(read_table(path))
    except DatasetError as error:
        raise fail(str(error), error.hint, PROBLEMS) from None
    world, chosen = score.confined(record.world, record.wars, codings)
    with _progress(len(chosen), "wars") as tell:
        found = score.answers(world, chosen, tell=tell)
    coded = [column for column in COLUMNS if any(column in one.outcomes for one in codings)]
    reports = [score.report(codings, found, record.wars, column) for column in coded]
    rates = score.rates(codings, world, record.wars)
    without: list[score.Ablation] = []
    if ablation:
        with _progress(2 * len(RULES), "rules") as tell:
            without = list(score.ablation(world, chosen, codings, tell))
    if form == "json":
        print_json({
            "format": "foedera.wars.score/1",
            **_about(record),
            "scores": [_report(one) for one in reports],
            "fulfilment": [{**asdict(one), "rate": one.rate} for one in rates],
            "ablation": [{"rule": one.rule.id, **_figures(one.score)} for one in without],
        })  # fmt: skip
        return CLEAN
    _print_scores(reports, rates, without)
    return CLEAN


def _print_scores(reports: list[Report], rates: Any, without: Any) -> None:
    from foedera.render import wars as render  # noqa: PLC0415

    screen = console()
    render.scores(screen, reports)
    if rates:
        render.fulfilment(screen, rates)
    if without and reports:
        render.ablations(screen, without, reports[0])


def _report(one: Report) -> dict[str, Any]:
    """A report as JSON."""
    return {
        "against": one.column,
        "all_pairs": _figures(one.every),
        "in_war_data": {**_figures(one.known), "accuracy_95": one.range95},
        "firm_statuses": _figures(one.firm),
        "not_in_war_data": {"pairs": one.absent[0], "coded_yes": one.absent[1], "counted_as": "no"},
        "no_performance": one.no_performance,
        "disagreements": [
            {
                "line": item.coding.line,
                "war_id": item.coding.war,
                "atop_id": item.coding.atop_id,
                "outcome": item.outcome,
                "status": item.row.status if item.row else None,
                "leaning": bool(item.row and item.row.leaning),
            }
            for item in one.disagreements
        ],
    }


def _figures(score: Any) -> dict[str, float | int | None]:
    names = ("number", "accuracy", "kappa", "precision", "recall", "f1", "hits", "misses", "alarms", "rejections")
    return {name: getattr(score, name) for name in names}


@contextmanager
def _progress(number: int, what: str) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=number)
        yield lambda: bar.advance(task)
