"""The command for panels. What it does is in ``foedera.cli.panel_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, corpus_option, source_option

_UNITS = "directed-dyad-day|directed-dyad-year|dyad-year|state-year|treaty-year|attack-dyad-year"


@click.command(
    "panel",
    cls=Examples,
    epilog="foedera panel --from 1816 --to 2018 --source atop -o dyads.parquet\n"
    "foedera panel --unit state-year --from 1816 --to 2012 --source atop -o states.dta\n"
    "foedera panel --unit directed-dyad-day --from 2024 --to 2024 --states iso --only-obligated -o days.csv",
)
@click.option(
    "--unit", metavar="UNIT", default="directed-dyad-year", show_default=True, help=f"What a row is: {_UNITS}."
)
@click.option("--from", "first", metavar="DAY", required=True, help="First day or year.")
@click.option("--to", "last", metavar="DAY", required=True, help="Last day or year.")
@click.option(
    "--states", metavar="cow|gw|iso", default="cow", show_default=True, help="Code system and list of states."
)
@click.option(
    "--aggregate", metavar="any|on|share", default="any", show_default=True, help="What a year says of its days."
)
@click.option("--on-day", metavar="MM-DD", help="The day of the year, with --aggregate on.")
@click.option(
    "--columns", metavar="all|basic", default="all", show_default=True, help="basic: only codes, time and kinds."
)
@click.option("--only-obligated", is_flag=True, help="Leave out rows without any promise.")
@click.option("--expand", is_flag=True, help="Single days instead of runs of days.")
@click.option("--with-capabilities", is_flag=True, help="Add the imported national capabilities to state-years.")
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="FILE.parquet, .arrow, .csv, .csv.gz or .dta; a codebook and datapackage.json are written beside it.",
)
@source_option
@corpus_option
def panel(**options: Any) -> int:
    """Obligations as a table: pairs of states, states or treaties, by day or year.

    An empty cell means not known; 0 is written only where a data set claims to be complete.
    """
    from foedera.cli import panel_commands  # noqa: PLC0415 - the command line starts fast

    return panel_commands.panel(**options)
