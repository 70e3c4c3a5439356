"""The command for audits. What it does is in ``foedera.cli.audit_commands``."""

from __future__ import annotations

from typing import Any

import click

from foedera.cli.options import Examples, corpus_option


@click.group("audit")
def audit() -> None:
    """The corpus against research data: agreement, and every difference with both sources."""


@audit.command(
    "atop",
    cls=Examples,
    epilog="foedera audit atop\n"
    "foedera audit atop --instrument warsaw-1955\n"
    "foedera audit atop --format csv > differences.csv",
)
@click.option("--instrument", metavar="ID", help="Only this instrument.")
@click.option("--format", "form", metavar="text|json|csv", default="text", help="How to print.")
@corpus_option
def atop(**options: Any) -> int:
    """The corpus against the imported ATOP data, where both have the same instrument.

    Compared over the days that ATOP covers, member by member: membership, days of entry and exit, who owes which of
    the five kinds, and whether on conditions. What is unknown on either side is reported and is no difference.
    """
    from foedera.cli import audit_commands  # noqa: PLC0415 - the command line starts fast

    return audit_commands.atop(**options)
