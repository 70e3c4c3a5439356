"""The commands for research data. What they do is in ``foedera.cli.data_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, format_option


@click.command(
    "import",
    cls=Examples,
    epilog="foedera import atop atop5_1m.csv\nfoedera import cow-states states2016.csv --format json",
)
@click.argument("name", metavar="DATASET")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Show every remark of the import report.")
@format_option
def import_(**options: Any) -> int:
    """Import a file of research data: atop, iwd, cow-states, gw-states, nmc or cow-wars.

    The file is read whole and checked, then kept with a manifest; an import that fails leaves the old data.
    """
    from foedera.cli import data_commands  # noqa: PLC0415 - the command line starts fast

    return data_commands.import_(**options)


@click.group("data")
def data() -> None:
    """Research data: what is imported, and downloads from the data projects' own addresses."""


@data.command("list", cls=Examples, epilog="foedera data list")
@format_option
def list_(**options: Any) -> int:
    """What is imported, and what can be fetched."""
    from foedera.cli import data_commands  # noqa: PLC0415

    return data_commands.list_(**options)


@data.command("fetch", cls=Examples, epilog="foedera data fetch atop\nfoedera data fetch nmc --again")
@click.argument("name", metavar="DATASET")
@click.option("--again", is_flag=True, help="Download even if it was imported from there before.")
@click.option("--accept-change", is_flag=True, help="Accept another file than the one that came before.")
@click.option("--address", metavar="URL", help="Another address of the same file, such as a mirror.")
@click.option("--all", "every", is_flag=True, help="Show every remark of the import report.")
@format_option
def fetch(**options: Any) -> int:
    """Download a data set from its makers' own address and import it.

    A download that broke off goes on where it stopped. What came first from an address is trusted, and its SHA-256
    recorded; later it must be the same file, unless you accept the change.
    """
    from foedera.cli import data_commands  # noqa: PLC0415

    return data_commands.fetch(**options)
