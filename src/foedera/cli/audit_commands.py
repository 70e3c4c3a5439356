"""What the command for audits does."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, check_format, console, corpus_problems, print_json, told

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.audit.audit import Ground


def atop(*, instrument: str | None, form: str, corpus: Path | None) -> int:
    """Compare and print."""
    from foedera.audit.audit import audit  # noqa: PLC0415 - the command line starts fast
    from foedera.render import audit as render  # noqa: PLC0415

    check_format(form, "csv")
    with told():
        ground = _ground(corpus)
        found = audit(ground, instrument)
    if form == "json":
        print_json({"format": "foedera.audit/1", **asdict(found)})
    elif form == "csv":
        sys.stdout.write(render.as_csv(found))
    else:
        render.show(console(), found)
    return CLEAN


def _ground(corpus: Path | None) -> Ground:
    from foedera.audit.audit import open_ground  # noqa: PLC0415
    from foedera.corpus.load import CorpusError, builtin_directory  # noqa: PLC0415

    try:
        return open_ground(corpus)
    except CorpusError as error:
        raise corpus_problems(error.problems, (corpus or builtin_directory()).resolve().parent) from None
