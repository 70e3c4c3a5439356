# ruff: noqa: INP001 - a script, not a package
"""Draw docs/img/ask.svg from the real output of a command: ``python docs/make_screenshot.py``.

The lines are those that ``foedera ask ... --at kursk`` prints in a terminal; findings under other treaties are cut, and
each cut is shown as a line of three dots. The picture names only fonts of the reader's machine, so nothing is fetched.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import foedera
from foedera.render import text as rendering

COMMAND = "foedera ask ukraine russia --on 2024-12-10 --at kursk"
CLAUSE = "rus-prk-2024"
WIDTH = 100
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def draw() -> str:
    """The picture as SVG."""
    canvas = Console(file=io.StringIO(), record=True, width=WIDTH, color_system="truecolor", force_terminal=True)
    canvas.print(Text(f"$ {COMMAND}", style="bold"))
    for line in _shortened(_printed()):
        canvas.print(line, no_wrap=True)
    return _with_local_fonts(canvas.export_svg(title="foedera", unique_id="foedera"))


def _printed() -> list[Text]:
    """The lines of the answer, with their colours."""
    treaties = foedera.load()
    answer = treaties.ask("ukraine", "russia", on="2024-12-10", at="kursk")
    stream = io.StringIO()
    console = Console(
        file=stream, width=WIDTH, color_system="truecolor", force_terminal=True, highlight=False, emoji=False,
        legacy_windows=False, no_color=False, _environ={},
    )  # fmt: skip
    rendering.answer(console, treaties.world, answer, why=False, every=False)
    return [Text.from_ansi(line) for line in stream.getvalue().split("\n")]


def _shortened(lines: list[Text]) -> list[Text]:
    """The head, and of the findings those under the one treaty, up to the end of the duties."""
    first = next(number for number, line in enumerate(lines) if line.plain.startswith("Must"))
    last = next(number for number, line in enumerate(lines) if line.plain.startswith("May"))
    kept = lines[: first + 1]
    for finding in _findings(lines[first + 1 : last]):
        if CLAUSE in "".join(line.plain for line in finding[:2]):
            kept += finding
        elif kept[-1].plain != "...":
            kept.append(Text("..."))
    return [*kept, Text("...")]


def _findings(lines: list[Text]) -> list[list[Text]]:
    """The lines of each finding; a finding begins with its mark."""
    found: list[list[Text]] = []
    for line in lines:
        if line.plain[:1] in set("●◐⊘○"):
            found.append([])
        if found and line.plain.strip():
            found[-1].append(line)
    return found


def _with_local_fonts(svg: str) -> str:
    """The picture without the font that it would fetch from a server, and without addresses in comments."""
    without = re.sub(r"@font-face \{.*?\}\n|<!--.*?-->\n", "", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in without.replace("Fira Code, monospace", FONTS).splitlines()) + "\n"


if __name__ == "__main__":
    target = Path(__file__).parent / "img" / "ask.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(draw(), encoding="utf-8")
