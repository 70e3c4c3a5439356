"""Options that commands share, and a command whose help ends with examples."""

from __future__ import annotations

from pathlib import Path

import click

corpus_option = click.option(
    "--corpus",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Read the instruments from DIR instead of the built-in corpus.",
)
format_option = click.option("--format", "form", metavar="text|json", default="text", help="How to print.")
on_option = click.option("--on", metavar="DAY", help="The day, as 2024-12-10.")
source_option = click.option(
    "--source",
    metavar="corpus|atop|both",
    default="corpus",
    show_default=True,
    help="Whose treaties: the corpus, the imported ATOP data, or both.",
)


class Examples(click.Command):
    """A command whose help ends with examples, one on a line."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.splitlines():
                    formatter.write_text(line.strip())
