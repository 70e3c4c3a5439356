"""The commands and their options. What they do is in ``foedera.cli.commands``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Optional

import click
import typer

from foedera.cli.terminal import PROBLEMS, USAGE, Stop

app = typer.Typer(
    name="foedera",
    help="Treaties as code: who is bound by what, under which article, and why.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: foedera ask ukraine russia --on 2024-12-10 --at kursk",
)

CorpusOption = Annotated[
    Optional[Path],  # noqa: UP045 - Typer reads the annotation at run time
    typer.Option("--corpus", metavar="DIR", help="Read the instruments from DIR instead of the built-in corpus."),
]
FormatOption = Annotated[str, typer.Option("--format", metavar="text|json", help="How to print.")]
OnOption = Annotated[str, typer.Option("--on", metavar="DAY", help="The day, as 2024-12-10.")]
OptionalOn = Annotated[Optional[str], typer.Option("--on", metavar="DAY", help="The day, as 2024-12-10.")]  # noqa: UP045


def main() -> int:
    """Run a command and give its exit status: 0 clean, 1 problems, 2 usage."""
    try:
        status = app(standalone_mode=False)
    except Stop as stop:
        return stop.status
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("stopped\n")
        return 130
    except click.ClickException as error:
        error.show()
        return USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    return status if isinstance(status, int) else 0


@app.callback(invoke_without_command=False)
def root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and stop.")] = False,  # noqa: FBT002
) -> None:
    """Treaties as code: who is bound by what, under which article, and why."""
    if version:
        from foedera import __version__  # noqa: PLC0415

        sys.stdout.write(f"foedera {__version__}\n")
        raise Stop(0)


@app.command(
    epilog="Examples:  foedera ask ukraine russia --on 2024-12-10 --at kursk --view RUS  |  "
    "foedera ask RUS PRK --event arms_transfer --on 2025-01-01  |  foedera ask scenario.yaml"
)
def ask(
    actor: Annotated[
        str, typer.Argument(metavar="FROM", help="The state that acts (the attacker), or a scenario file.")
    ],
    target: Annotated[Optional[str], typer.Argument(metavar="TO", help="The state acted upon (the victim).")] = None,  # noqa: UP045
    on: OptionalOn = None,
    event: Annotated[
        str, typer.Option("--event", metavar="KIND", help="Kind of event; see docs/events.md.")
    ] = "armed_attack",
    at: Annotated[
        str | None, typer.Option("--at", metavar="PLACE", help="Where; default the home territory of TO.")
    ] = None,
    attacked: Annotated[
        str | None,
        typer.Option("--target", metavar="territory|forces|vessels|aircraft", help="What is attacked."),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option("--view", metavar="STATE", help="Adopt this state's positions on disputed facts."),
    ] = None,
    assume: Annotated[
        list[str] | None,
        typer.Option("--assume", metavar="ATOM=VALUE", help="Switch an assumption to true, false or unknown."),
    ] = None,
    attribute: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="An attribute of the event, such as item=small or scale=limited.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="ID", help="Leave out an instrument or clause."),
    ] = None,
    with_: Annotated[
        list[Path] | None,
        typer.Option("--with", metavar="FILE", help="Suppose the instruments and events in FILE."),
    ] = None,
    why: Annotated[bool, typer.Option("--why/--no-why", help="Show the derivation of every finding.")] = False,  # noqa: FBT002
    every: Annotated[
        bool, typer.Option("--all", help="Show also what is not due and concerns nobody asked about.")
    ] = False,
    form: FormatOption = "text",
    corpus: CorpusOption = None,
) -> int:
    """If FROM attacks TO: who must, may or must not do what, under which article, and why?"""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.ask(
        actor,
        target,
        on=on,
        event=event,
        at=at,
        attacked=attacked,
        view=view,
        assume=assume or [],
        attributes=attribute or [],
        without=without or [],
        with_=with_ or [],
        why=why,
        every=every,
        form=form,
        corpus=corpus,
    )


@app.command(
    epilog="Examples:  foedera show rus-prk-2024 --on 2024-12-04  |  foedera show rus-prk-2024/4  |  foedera show kursk"
)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An instrument, a clause, a state or a place.")],
    on: OptionalOn = None,
    form: FormatOption = "text",
    corpus: CorpusOption = None,
) -> int:
    """One instrument, clause, state or place: its status on a day and its sources."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.show(name, on=on, form=form, corpus=corpus)


@app.command(epilog="Example:  foedera state PRK --on 2025-01-01")
def state(
    name: Annotated[str, typer.Argument(metavar="STATE")],
    on: OnOption,
    form: FormatOption = "text",
    corpus: CorpusOption = None,
) -> int:
    """Everything that binds a state on a day."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.state(name, on=on, form=form, corpus=corpus)


@app.command(epilog="Example:  foedera compare rus-prk-2024/4 chn-prk-1961/2 north-atlantic-1949/5")
def compare(
    names: Annotated[
        list[str], typer.Argument(metavar="CLAUSE...", help="Two or more clauses, such as rus-prk-2024/4.")
    ],
    form: FormatOption = "text",
    corpus: CorpusOption = None,
) -> int:
    """Clauses side by side, feature by feature, with what differs marked."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.compare(names, form=form, corpus=corpus)


@app.command(
    "list",
    epilog="Examples:  foedera list instruments --party PRK --kind defence  |  foedera list states --class american_state",
)
def list_(
    what: Annotated[str, typer.Argument(metavar="instruments|states|places|events|kinds|sources")],
    text: Annotated[
        str | None,
        typer.Option("--match", metavar="TEXT", help="Only those whose id or names contain TEXT."),
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="STATE", help="Instruments to which STATE is a party.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Instruments with a clause of this kind (defence, sanction, ...)."),
    ] = None,
    klass: Annotated[Optional[str], typer.Option("--class", metavar="CLASS", help="States of this class.")] = None,  # noqa: UP045
    on: OptionalOn = None,
    form: FormatOption = "text",
    corpus: CorpusOption = None,
) -> int:
    """What the corpus holds."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.list_records(what, text=text, party=party, kind=kind, klass=klass, on=on, form=form, corpus=corpus)


@app.command(epilog="Examples:  foedera check  |  foedera check my-corpus --format gnu  |  foedera check --cases")
def check(
    directory: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A corpus directory; default the built-in corpus.")
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help="Run the corpus' own cases as well.")] = False,  # noqa: FBT002
    form: Annotated[str, typer.Option("--format", metavar="text|gnu|json", help="How to print.")] = "text",
) -> int:
    """Check a corpus (exit status 0 clean, 1 problems, 2 usage)."""
    from foedera.cli import checking  # noqa: PLC0415

    return checking.check(directory, cases=cases, form=form)


@app.command(
    epilog="Examples:  foedera cite rus-prk-2024/4  |  foedera cite icj-nicaragua-1986 --format bibtex  |  foedera cite"
)
def cite(
    name: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="An instrument, clause or source; default foedera itself."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|bibtex|json", help="How to print.")] = "text",
    corpus: CorpusOption = None,
) -> int:
    """Where a statement comes from, as a citation."""
    from foedera.cli import commands  # noqa: PLC0415

    return commands.cite(name, form=form, corpus=corpus)


@app.command(epilog="Example:  foedera schema treaty > treaty.schema.json")
def schema(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help="A kind of record, or 'answer'; without it the kinds are listed."),
    ] = None,
) -> int:
    """JSON Schema of corpus files and answers, for editors and other programs."""
    from foedera.cli import checking  # noqa: PLC0415

    return checking.schema(kind)
