"""The command for sweeps. What it does is in ``foedera.cli.sweep_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, corpus_option, format_option, source_option


@click.command(
    "sweep",
    cls=Examples,
    epilog="foedera sweep --source atop --from 1815 --to 2016 -o runs.parquet\n"
    "foedera sweep runs.parquet --who austria-hungary russian-empire --on 1914-08-06\n"
    "foedera sweep --source atop --from 1900 --to 1914 --each-without -o without",
)
@click.argument("saved", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--who", metavar="ATTACKER VICTIM", nargs=2, help="Look up one cell of a saved sweep.")
@click.option("--on", metavar="DAY", help="The day of the cell, as 1914-07-28.")
@click.option("--explain", is_flag=True, help="Give the cell's full answer, with its derivations.")
@click.option("--from", "first", metavar="DAY", help="First day or year; default the first that the source covers.")
@click.option("--to", "last", metavar="DAY", help="Last day or year; default the last that the source covers.")
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only these kinds of obligation.")
@click.option("--status", "statuses", metavar="STATUS", multiple=True, help="Only due, expected, arguable or barred.")
@click.option("--without", metavar="ID", multiple=True, help="Leave out an instrument or clause.")
@click.option("--each-without", is_flag=True, help="Leave out every instrument in turn; -o is a directory.")
@click.option("--monte-carlo", metavar="N", type=click.IntRange(1, 1_000_000), help="Draw what is not known N times.")
@click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="Seed of the draws.")
@click.option("--odds", metavar="P", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Odds of true.")
@click.option("--workers", metavar="N", type=click.IntRange(1, 1024), help="Processes; default one per core.")
@click.option("--scheduler", metavar="ADDRESS", help="Run on the Dask cluster at this address.")
@click.option("--slurm", is_flag=True, help="Run on a SLURM cluster, as Dask's configuration says.")
@click.option("-o", "--output", "path", metavar="FILE", type=click.Path(path_type=Path), help="FILE.parquet or .arrow.")
@source_option
@format_option
@corpus_option
def sweep(**options: Any) -> int:
    """Who is bound to whom, for every attacker and victim on every day, as runs of days.

    A cell of a sweep says what `foedera ask ATTACKER VICTIM --on DAY` says of promises of defence, offence, neutrality,
    non-aggression and consultation.
    """
    from foedera.cli import sweep_commands  # noqa: PLC0415 - the command line starts fast

    return sweep_commands.sweep(**options)
