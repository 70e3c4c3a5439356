"""The command for wars. What it does is in ``foedera.cli.wars_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, corpus_option


@click.command(
    "wars",
    cls=Examples,
    epilog="foedera wars --war 41 --why\n"
    "foedera wars --findings -o members.csv\n"
    "foedera wars --score codings.csv --ablation",
)
@click.option("--wars", "data", metavar="iwd", default="iwd", show_default=True, help="The imported war data.")
@click.option(
    "--treaties", metavar="atop|corpus|both", default="atop", show_default=True, help="Whose treaties are judged."
)
@click.option("--war", metavar="ID", help="Only the war of that number or name.")
@click.option("--findings", is_flag=True, help="One row for each member.")
@click.option("--why", is_flag=True, help="Explain the rows of one war in words.")
@click.option(
    "--score",
    "codings",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Compare with codings by hand: columns warid, atopid, outcome_bf, and outcome_llm if there is one.",
)
@click.option("--ablation", is_flag=True, help="With --score: the score without each rule.")
@click.option("--format", "form", metavar="text|csv|parquet|json", help="How to write; default by the name of FILE.")
@click.option("-o", "--output", "path", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@corpus_option
def wars(**options: Any) -> int:
    """Did the case for which an alliance was made arise in a war, for whom, from which day, by which attack?

    One row for each war and each treaty with a belligerent. The status is the law's; the leaning replaces what is
    not known by declared presumptions (docs/research.md). Whether a promise was kept is not said.
    """
    from foedera.cli import wars_commands  # noqa: PLC0415 - the command line starts fast

    return wars_commands.wars(**options)
