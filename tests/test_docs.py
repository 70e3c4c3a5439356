"""The documentation is executed: commands, Python, records, and the tables that describe the model.

In README.md and docs/*.md:

- ```` ```console ```` blocks: each line ``$ foedera ...`` is run, and what stands below it must be its output. A line
  of ``...`` stands for any lines. ``FOEDERA_RESET_GOLDEN=1 pytest tests/test_docs.py`` rewrites what is shown, with the
  same cuts, and the screenshot. Read the difference before you keep it: the sentences around it are not rewritten.
- ```` ```python ```` blocks: ``>>>`` examples, run as doctests, one namespace a page.
- ```` ```yaml ```` blocks: complete records, which decode without a problem. A block (also one of ``text``, for records
  with mistakes) that begins with ``# file: NAME`` is there as a file of that name when the page's commands run.
"""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import typing
from collections import Counter
from pathlib import Path

import pytest

from foedera import load
from foedera.cli.app import main
from foedera.corpus.decode import KINDS, decode_document
from foedera.corpus.positions import read_file
from foedera.model import doctrine, events, facts, instruments, officials, questions, states
from foedera.model.conditions import NODES
from foedera.reader.records import ClaimKind, VerdictWord
from foedera.render.schemas import answer_schema, reading_schema
from test_architecture import FLOORS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
RESET = bool(os.environ.get("FOEDERA_RESET_GOLDEN"))
CUT = "..."

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# file: (\S+)\n")
_CODE = re.compile(r"`([^`\n]+)`")
_FIELDS = re.compile(r"<!-- fields: (\w+) -->\n(.*?)(?:\n\n|\n\Z)", re.DOTALL)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setenv("FOEDERA_HOME", str(home))
    shutil.rmtree(home / "data", ignore_errors=True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _blocks(text: str, language: str) -> list[tuple[int, str]]:
    """The fenced blocks of a language, each with the number of its first line."""
    return [
        (text.count("\n", 0, match.start(2)) + 1, match[2]) for match in _FENCE.finditer(text) if match[1] == language
    ]


# --- commands ---


def _run(command: str) -> list[str]:
    words = shlex.split(command)
    assert words[0] == "foedera", f"only foedera is run in a console block, not '{command}'"
    written = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(written),
        contextlib.redirect_stderr(written),
    ):
        patch.setattr(sys, "argv", words)
        main()
    return [line.rstrip() for line in written.getvalue().rstrip("\n").split("\n")]


def _transcripts(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block with what is shown below each."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line, []))
        else:
            assert found, f"a console block begins with a command, not with '{line}'"
            found[-1][1].append(line.rstrip())
    for _, shown in found:
        while shown and not shown[-1]:
            shown.pop()
    return found


def _pieces(shown: list[str]) -> list[list[str]]:
    """What is shown, split at the cuts; a cut at an end gives an empty piece there."""
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line == CUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _place(piece: list[str], lines: list[str], since: int) -> int | None:
    """Where a piece stands in the output, at ``since`` or later."""
    ends = range(since, len(lines) - len(piece) + 1)
    return next((start for start in ends if lines[start : start + len(piece)] == piece), None)


def _shows(shown: list[str], lines: list[str]) -> bool:
    pieces = _pieces(shown)
    if len(pieces) == 1:
        return shown == lines
    at = 0
    for number, piece in enumerate(pieces):
        if number == len(pieces) - 1 and piece:
            return len(lines) - len(piece) >= at and lines[-len(piece) :] == piece
        found = _place(piece, lines, at)
        if found is None or (number == 0 and found != 0):
            return False
        at = found + len(piece)
    return True


def _shown_anew(shown: list[str], lines: list[str]) -> list[str]:
    """The output with cuts where they were: each excerpt becomes the lines that look most like it, in order."""
    pieces = _pieces(shown)
    if len(pieces) == 1:
        return lines
    result: list[str] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number:
            result.append(CUT)
        if piece:
            start = 0 if number == 0 else _nearest(piece, lines, at)
            if start is None:
                result += piece
                continue
            at = len(lines) if number == len(pieces) - 1 else _end(piece, lines, start)
            result += lines[start:at]
    return result


def _nearest(piece: list[str], lines: list[str], since: int) -> int | None:
    """Where the excerpt begins now. Lines that are rare in the output say most; the first line counts double.

    None: nothing looks like it any more. It is then left as it is, and the test says so.
    """
    common = Counter(lines)

    def score(start: int) -> float:
        pairs = zip(piece, lines[start : start + len(piece)], strict=False)
        same = sum(1 / common[new] for old, new in pairs if old == new)
        return same + (1 / common[piece[0]] if lines[start] == piece[0] else 0)

    best = max(range(since, len(lines)), key=score, default=None)
    if best is not None and score(best) > 0:
        return best
    close = difflib.get_close_matches(piece[0], lines[since:], n=1)
    return lines.index(close[0], since) if close else None


def _end(piece: list[str], lines: list[str], start: int) -> int:
    """Where it ends: at its old last line if that still stands near, else after as many lines as before."""
    last = [number for number in range(start, min(len(lines), start + 2 * len(piece))) if lines[number] == piece[-1]]
    nearest = min(last, key=lambda number: abs(number - start - len(piece) + 1), default=start + len(piece) - 1)
    return min(nearest + 1, len(lines))


def _write_files(text: str, directory: Path) -> None:
    (directory / "examples").symlink_to(ROOT / "examples")
    for _, block in (*_blocks(text, "yaml"), *_blocks(text, "text")):
        match = _FILE.match(block)
        if match:
            path = directory / match[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text(encoding="utf-8")
    _write_files(text, tmp_path)
    monkeypatch.chdir(tmp_path)
    wrong: list[str] = []
    for line, block in _blocks(text, "console"):
        anew: list[str] = []
        for command, shown in _transcripts(block):
            lines = _run(command[2:])
            kept = _shown_anew(shown, lines) if RESET and not _shows(shown, lines) else shown
            if not _shows(kept, lines):
                wrong.append(f"{_named(page)}:{line}: {command}\n" + _difference(kept, lines))
            anew += [command, *kept]
        if RESET:
            text = text.replace(f"```console\n{block}```", "```console\n" + "\n".join(anew) + "\n```")
    if RESET:
        page.write_text(text, encoding="utf-8")
    assert not wrong, "\n".join(wrong)


def _difference(shown: list[str], lines: list[str]) -> str:
    """What the page shows and the output has not, with the nearest lines of the output."""
    return "\n".join(
        line for line in difflib.unified_diff(shown, lines, "shown", "printed", lineterm="", n=1) if line != f"-{CUT}"
    )[:4000]


# --- Python ---


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _blocks(page.read_text(encoding="utf-8"), "python")], ids=_named
)
def test_python_examples_hold(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text(encoding="utf-8")
    _write_files(text, tmp_path)
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(block for _, block in _blocks(text, "python"))
    parsed = doctest.DocTestParser().get_doctest(examples, {}, _named(page), str(page), 0)
    assert parsed.examples, "a python block holds >>> examples"
    report = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(parsed, out=report.write)
    assert runner.summarize(verbose=False).failed == 0, report.getvalue()


# --- records ---


def _problems(text: str, directory: Path) -> list[str]:
    path = directory / "example.yaml"
    path.write_text(text, encoding="utf-8")
    document, unread = read_file(path, path.name)
    records, wrong = decode_document(document)
    assert records or unread or wrong, "an example holds a record"
    return [f"{one.code} {one.message} (line {one.mark.line if one.mark else '?'})" for one in (*unread, *wrong)]


@pytest.mark.parametrize(
    ("page", "line", "block"),
    [
        pytest.param(page, line, block, id=f"{_named(page)}:{line}")
        for page in PAGES
        for line, block in _blocks(page.read_text(encoding="utf-8"), "yaml")
    ],
)
def test_records_shown_decode_without_problems(page: Path, line: int, block: str, tmp_path: Path) -> None:
    assert not _problems(block, tmp_path), f"{page.name}:{line}"


# --- tables that describe the model ---

FORMAT = DOCS / "corpus-format.md"
RECORDS = {
    item.__name__: item
    for module in (facts, states, officials, instruments, events, doctrine, questions)
    for item in vars(module).values()
    if dataclasses.is_dataclass(item) and isinstance(item, type) and item.__module__ == module.__name__
}
NOT_WRITTEN = {"Question": "is made from what is asked, never read from a file"}
COMPUTED = {"mark": None, "id": "Provision"}
"""Fields that are filled in when a record is read, in any record (None) or in one."""
TREATY = "kind: treaty\nid: x\ntitle: X\nbinding: legal\nparties: []\nsources: []\nconfidence: memory\n"


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def _is_computed(record: str, field: str) -> bool:
    return field in COMPUTED and COMPUTED[field] in (None, record)


def test_every_record_has_a_table_of_its_fields() -> None:
    tables = dict(_FIELDS.findall(FORMAT.read_text(encoding="utf-8")))
    assert set(tables) == set(RECORDS) - set(NOT_WRITTEN)


@pytest.mark.parametrize("name", sorted(set(RECORDS) - set(NOT_WRITTEN)))
def test_table_names_every_field_with_its_values(name: str) -> None:
    tables = dict(_FIELDS.findall(FORMAT.read_text(encoding="utf-8")))
    rows = {_CODE.findall(row[0])[0]: row for row in _rows(tables[name])}
    fields = {field.name: field for field in dataclasses.fields(RECORDS[name]) if not _is_computed(name, field.name)}
    if name in {record.__name__ for record in KINDS.values()}:
        assert "kind" in rows
        rows = rows if "kind" in fields else {key: row for key, row in rows.items() if key != "kind"}
    assert set(rows) == set(fields)
    hints = typing.get_type_hints(RECORDS[name])
    for field in fields.values():
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        assert (rows[field.name][1] == "yes") == needed, f"{name}.{field.name}: is it needed?"
        text = " ".join(rows[field.name])
        missing = [value for value in _literals(hints[field.name]) if f"`{value}`" not in text]
        assert not missing, f"{name}.{field.name} may also be {missing}"


def _literals(annotation: typing.Any) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(value) for value in typing.get_args(annotation)]
    return [value for part in typing.get_args(annotation) for value in _literals(part)]


def test_every_condition_has_an_example_that_decodes(tmp_path: Path) -> None:
    text = FORMAT.read_text(encoding="utf-8")
    table = text.partition("<!-- conditions -->\n")[2].partition("\n\n")[0]
    rows = {_CODE.findall(row[0])[0]: row for row in _rows(table)}
    assert set(rows) == set(NODES)
    for name, row in rows.items():
        example = _CODE.findall(row[1])[0]
        assert example.startswith(f"{name}:"), example
        assert not _problems(f"{TREATY}ends_when:\n  {example}\n", tmp_path), example
        node = NODES[name]
        named = set(_CODE.findall(" ".join(row[2:])))
        fields = {field.name for field in dataclasses.fields(node) if field.name != node.inline}  # type: ignore[arg-type]
        assert fields <= named, f"{name}: {fields - named}"


def test_event_kinds_page_agrees_with_the_corpus() -> None:
    text = (DOCS / "events.md").read_text(encoding="utf-8")
    table = text.partition("<!-- event kinds -->\n")[2].partition("\n\n")[0]
    expected = [
        f"| `{kind.id}` | `{kind.actor}` | `{kind.target}` | "
        f"{'`' + kind.is_a + '`' if kind.is_a else ''} | {'yes' if kind.symmetric else ''} | "
        + "; ".join(
            f"`{name}`: {', '.join(what) or 'a number or a name'}" for name, what in (kind.attributes or {}).items()
        )
        + (f" ({kind.note})" if kind.note else "")
        + " |"
        for kind in load().world.records.event_kinds.values()
    ]
    shown = [re.sub(r" +", " ", line) for line in table.splitlines()[2:]]
    assert sorted(shown) == sorted(re.sub(r" +", " ", line) for line in expected), "\n".join(expected)


def test_answer_page_names_every_field_of_the_schema() -> None:
    named = set(_CODE.findall(_FENCE.sub("", (DOCS / "json.md").read_text(encoding="utf-8"))))
    assert not set(_properties(answer_schema())) - named


def test_reading_page_names_every_field_of_the_schema_every_kind_and_every_verdict() -> None:
    named = set(_CODE.findall(_FENCE.sub("", (DOCS / "reading.md").read_text(encoding="utf-8"))))
    step = set(_properties({"step": reading_schema()["$defs"]["step"]}))
    assert not set(_properties(reading_schema())) - step - named
    assert not {*typing.get_args(ClaimKind), *typing.get_args(VerdictWord)} - named


def _properties(schema: typing.Any) -> typing.Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value
            yield from _properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _properties(item)


def test_architecture_page_draws_the_house_as_it_is() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    house = text.partition("## The house")[2].partition("```text\n")[2].partition("```")[0]
    drawn = re.findall(r"^  ((?:\S+(?:/|\.py) *)+)", house, re.MULTILINE)
    floors = [tuple(name.removesuffix("/").removesuffix(".py") for name in line.split()) for line in drawn]
    assert floors == list(FLOORS)
    assert not [path for path in re.findall(r"`(\w+/(?:\w+\.py)?)`", text) if not _exists(path)]


def _exists(path: str) -> bool:
    return (ROOT / path).exists() or (ROOT / "src" / "foedera" / path).exists()


def test_links_of_the_readme_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert targets
    for target in targets:
        path, _, anchor = target.partition("#")
        assert (ROOT / path).exists(), target
        assert not anchor or anchor in _anchors((ROOT / path).read_text(encoding="utf-8")), target


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


# --- the screenshot ---


def test_screenshot_is_what_is_printed_now() -> None:
    sys.path.insert(0, str(DOCS))
    try:
        import make_screenshot  # noqa: PLC0415 - a script beside the pages
    finally:
        sys.path.remove(str(DOCS))
    drawn = make_screenshot.draw()
    path = DOCS / "img" / "ask.svg"
    if RESET:
        path.write_text(drawn, encoding="utf-8")
    kept = path.read_text(encoding="utf-8")
    assert _letters(kept) == _letters(drawn)
    assert re.findall(r"(?:https?:)?//[^\"')\s]+", kept) == ["http://www.w3.org/2000/svg"], "no foreign address"


def _letters(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)
