"""Text is taken out of HTML, Markdown and PDF in a process of its own, with limits of time and memory.

Files can be made so that they take the parsers hours, all memory, or down with an error of the machine: a hundred
thousand nested tags, a page that unpacks to gigabytes. Then that process ends, and the document is refused.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from foedera.reader.limits import EXTRACTED, MARKUP_SECONDS, MEMORY_BYTES, PDF_SECONDS, IntakeError
from foedera.reader.markup import Extracted, text_of_html, text_of_markdown
from foedera.reader.pages import text_of_pdf

if TYPE_CHECKING:
    from foedera.reader.records import Format

_SECONDS = {"html": MARKUP_SECONDS, "markdown": MARKUP_SECONDS, "pdf": PDF_SECONDS}
_NAMES = {"html": "HTML", "markdown": "Markdown", "pdf": "PDF"}


def extracted(form: Format, data: bytes, seconds: int | None = None) -> Extracted:
    """The text of a file.

    Args:
        form: its format, not ``text``.
        data: a PDF file, or HTML or Markdown in UTF-8.
        seconds: how long it may take; default, and at most, what ``limits`` say.

    Raises:
        IntakeError: it is damaged, needs too much time or memory, or has no text.
    """
    if form == "pdf" and not find_spec("pypdf"):
        raise IntakeError("PDF is read with pypdf, which is not installed", "pip install 'foedera[pdf]'")
    command = [sys.executable, "-P", "-m", "foedera.reader.confined", form]
    most = min(seconds or _SECONDS[form], _SECONDS[form])
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=most, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        message = f"taking the text out of it needs more than {most} seconds"
        raise IntakeError(message, "save it as text, or cut it into parts") from None
    if done.returncode:
        raise IntakeError(f"it is damaged or too intricate to be read as {_NAMES[form]}", "save it as text")
    return _answer(json.loads(done.stdout))


def main() -> None:
    """Take the text out of the file on standard input; the format is the only argument."""
    form, data = sys.argv[1], sys.stdin.buffer.read()
    _limit(_SECONDS[form])
    answer: dict[str, Any]
    try:
        found = _extract(form, data)
        answer = {"text": found.text, "days": found.days}
    except IntakeError as error:
        answer = {"refused": str(error), "hint": error.hint}
    sys.stdout.write(json.dumps(answer))


def _extract(form: str, data: bytes) -> Extracted:
    if form == "pdf":
        found = text_of_pdf(data)
    else:
        found = (text_of_html if form == "html" else text_of_markdown)(data.decode("utf-8"))
    if not found.text:
        raise IntakeError("it has no text that can be seen", "save the text that the page shows")
    if len(found.text) > EXTRACTED:
        raise IntakeError(f"its text has more than {EXTRACTED:,} characters", "cut it into parts")
    return found


def _answer(answer: dict[str, Any]) -> Extracted:
    if "refused" in answer:
        raise IntakeError(answer["refused"], answer["hint"])
    text = answer["text"].encode("utf-8", "replace").decode("utf-8")  # half characters, as PDF may have them
    return Extracted(text, tuple(answer["days"]))


def _limit(seconds: int) -> None:
    """Bound this process where the system can do that; the one that waits for it bounds the time in any case."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main()
