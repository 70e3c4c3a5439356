"""The command that serves the web explorer. What it does is in ``foedera.cli.serve_commands``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from foedera.cli.options import Examples, corpus_option, source_option


@click.command(
    "serve",
    cls=Examples,
    epilog="foedera serve\n"
    "foedera serve --port 9000 --open\n"
    "foedera serve --corpus my-corpus\n"
    "foedera serve --socket /run/foedera/web.sock --prefix /foedera",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 is any free one.")
@click.option("--socket", metavar="PATH", type=click.Path(path_type=Path), help="Listen on a Unix socket instead.")
@click.option("--prefix", metavar="PATH", default="", help="Path under which a proxy serves the site, as /foedera.")
@click.option("--name", "hosts", metavar="HOST", multiple=True, help="Answer only to this name (default: to any).")
@click.option("--origin", "origins", metavar="URL", multiple=True, help="Let pages of this site use the API (CORS).")
@click.option("--log/--no-log", "is_logged", default=True, show_default=True, help="A line of JSON for every request.")
@click.option("--log-client", is_flag=True, help="Name the client's address in the log.")
@click.option("--open", "is_opened", is_flag=True, help="Open the site in the browser.")
@source_option
@corpus_option
def serve(**options: Any) -> int:
    """Start the web explorer: ask, map, network, treaties, what-if, reading, data, and the API.

    The site only reads; it stores nothing. When the text of the corpus changes, it is read anew. Needs the extra web.
    """
    from foedera.cli import serve_commands  # noqa: PLC0415 - the command line starts fast

    return serve_commands.serve(**options)
