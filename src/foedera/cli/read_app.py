"""The command that reads documents. What it does is in ``foedera.cli.read_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, corpus_option, format_option


@click.command(
    "read",
    cls=Examples,
    epilog="foedera read article.txt\n"
    "foedera read speech.md report.html --dated 2024-06-20 --why\n"
    "foedera read article.txt --html article-read.html\n"
    "cat article.txt | foedera read - --format json",
)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@click.option("--dated", metavar="DAY", help="The day of a document that does not say its own, as 2024-06-20.")
@click.option("--why/--no-why", default=False, help="Show the derivation of every verdict.")
@click.option("--all", "every", is_flag=True, help="List every mention with its link, score and alternatives.")
@click.option("--strict", is_flag=True, help="Exit with status 1 if the record contradicts anything.")
@click.option(
    "--html",
    "page",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Write a page that shows the text with its claims.",
)
@format_option
@corpus_option
def read(**options: Any) -> int:
    """What does a document say about treaties, and what does the record say?

    FILE is text, Markdown, HTML or (with the extra pdf) PDF; - is standard input. Claims about instruments, articles,
    parties, dates and duties are held against the corpus. Nobody is told who is right in politics.
    """
    from foedera.cli import read_commands  # noqa: PLC0415 - the command line starts fast

    return read_commands.read(**options)
