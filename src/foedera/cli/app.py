"""The commands and their options. What they do is in ``foedera.cli.commands`` and ``foedera.cli.checking``.

Click, not Typer: current Typer imports Pydantic when it runs, which a cached question must not pay for.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from foedera.cli.audit_app import audit
from foedera.cli.data_app import data, import_
from foedera.cli.options import Examples, corpus_option, format_option, on_option, source_option
from foedera.cli.panel_app import panel
from foedera.cli.read_app import read
from foedera.cli.serve_app import serve
from foedera.cli.sweep_app import sweep
from foedera.cli.terminal import PROBLEMS, USAGE, Stop
from foedera.cli.wars_app import wars

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130


def main() -> int:
    """Run a command and give its exit status: 0 clean, 1 problems, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without these letters gets question marks
    try:
        status = root(prog_name="foedera", standalone_mode=False)
        sys.stdout.flush()
    except Stop as stop:
        return stop.status
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("stopped\n")
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"error: the output cannot be written: {error.strerror}\n")
        return PROBLEMS
    return status if isinstance(status, int) else 0


def _command(name: str, *examples: str) -> Callable[[Callable[..., Any]], click.Command]:
    return root.command(name, cls=Examples, epilog="\n".join(examples))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="foedera", message="foedera %(version)s")
def root() -> None:
    """Treaties as code: who is bound by what, under which article, and why.

    Start with: foedera ask ukraine russia --on 2024-12-10 --at kursk

    Exit status: 0 clean, 1 problems in the corpus or a file, 2 wrong usage. Shell completion: see docs/tutorial.md.
    """


@_command(
    "ask",
    "foedera ask ukraine russia --on 2024-12-10 --at kursk --view RUS --why",
    "foedera ask USA PRK --on 2025-06-01 --assume state_of_war=unknown",
    "foedera ask RUS PRK --event arms_transfer --on 2025-01-01 --set item=small",
    "foedera ask scenario.yaml --format json",
)
@click.argument("actor", metavar="FROM")
@click.argument("target", metavar="[TO]", required=False)
@on_option
@click.option("--event", metavar="KIND", default="armed_attack", show_default=True, help="See `foedera list kinds`.")
@click.option("--at", metavar="PLACE", help="Where; default the home territory of TO.")
@click.option("--target", "attacked", metavar="territory|forces|vessels|aircraft", help="What is attacked.")
@click.option("--view", metavar="STATE", help="Adopt this state's positions on disputed facts.")
@click.option("--assume", metavar="ATOM=VALUE", multiple=True, help="Switch an assumption: true, false or unknown.")
@click.option("--set", "attributes", metavar="NAME=VALUE", multiple=True, help="An attribute, such as scale=limited.")
@click.option("--without", metavar="ID", multiple=True, help="Leave out an instrument or clause.")
@click.option(
    "--with",
    "with_",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Suppose the instruments and events in FILE.",
)
@click.option("--why/--no-why", default=False, help="Show the derivation of every finding.")
@click.option("--all", "every", is_flag=True, help="Show also what is not due and concerns nobody asked about.")
@format_option
@source_option
@corpus_option
def ask(**options: Any) -> int:
    """If FROM attacks TO: who must, may or must not do what, under which article, and why?

    FROM and TO are states by name, alias or id; or FROM is a scenario file.
    """
    from foedera.cli import commands  # noqa: PLC0415 - the command line starts fast

    return commands.ask(**options)


@_command(
    "show",
    "foedera show rus-prk-2024 --on 2024-12-04",
    "foedera show rus-prk-2024/4",
    "foedera show kursk",
)
@click.argument("name", metavar="ID")
@on_option
@format_option
@source_option
@corpus_option
def show(**options: Any) -> int:
    """One instrument, clause, state, place or office-holder: its status on a day and its sources."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.show(**options)


@_command("state", "foedera state PRK --on 2025-01-01")
@click.argument("name", metavar="STATE")
@click.option("--on", metavar="DAY", required=True, help="The day, as 2024-12-10.")
@format_option
@source_option
@corpus_option
def state(**options: Any) -> int:
    """Everything that binds a state on a day."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.state(**options)


@_command("compare", "foedera compare rus-prk-2024/4 chn-prk-1961/2 north-atlantic-1949/5")
@click.argument("names", metavar="CLAUSE...", nargs=-1, required=True)
@format_option
@corpus_option
def compare(names: tuple[str, ...], **options: Any) -> int:
    """Clauses side by side, feature by feature, with what differs marked."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.compare(list(names), **options)


@_command(
    "list",
    "foedera list instruments --party PRK --kind defence --on 2025-01-01",
    "foedera list states --match korea",
    "foedera list kinds",
)
@click.argument("what", metavar="instruments|states|places|officials|events|kinds|sources")
@click.option("--match", "text", metavar="TEXT", help="Only those whose id or names contain TEXT.")
@click.option("--party", metavar="STATE", help="Instruments to which STATE is a party.")
@click.option("--kind", metavar="KIND", help="Instruments with a clause of this kind (defence, sanction, ...).")
@click.option("--class", "klass", metavar="CLASS", help="States of this class.")
@on_option
@format_option
@source_option
@corpus_option
def list_(**options: Any) -> int:
    """What the corpus holds."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.list_records(**options)


@_command("check", "foedera check", "foedera check my-corpus --format gnu", "foedera check --cases")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--cases", is_flag=True, help="Run the corpus' own cases as well.")
@click.option("--format", "form", metavar="text|gnu|json", default="text", help="How to print.")
def check(**options: Any) -> int:
    """Check a corpus (exit status 0 clean, 1 problems, 2 usage)."""
    from foedera.cli import checking  # noqa: PLC0415

    return checking.check(**options)


@_command(
    "cite",
    "foedera cite rus-prk-2024/4",
    "foedera cite icj-nicaragua-1986 --format bibtex",
    "foedera cite",
)
@click.argument("name", metavar="[ID]", required=False)
@click.option("--format", "form", metavar="text|bibtex|json", default="text", help="How to print.")
@corpus_option
def cite(**options: Any) -> int:
    """Where a statement comes from, as a citation; without ID, how to cite foedera itself."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.cite(**options)


@_command("schema", "foedera schema treaty > treaty.schema.json", "foedera schema answer")
@click.argument("kind", metavar="[KIND]", required=False)
def schema(**options: Any) -> int:
    """JSON Schema of corpus files and answers; without KIND, the kinds."""
    from foedera.cli import checking  # noqa: PLC0415

    return checking.schema(**options)


root.add_command(import_)
root.add_command(data)
root.add_command(panel)
root.add_command(sweep)
root.add_command(wars)
root.add_command(audit)
root.add_command(read)
root.add_command(serve)
