"""Entry point: answers ``--version`` before anything heavy is imported."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from foedera import __version__  # noqa: PLC0415

        sys.stdout.write(f"foedera {__version__}\n")
        return
    from foedera.cli.app import main  # noqa: PLC0415 - Click costs more than a version does

    sys.exit(main())


if __name__ == "__main__":
    run()
