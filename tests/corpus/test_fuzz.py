"""Mutated corpora and scenarios: whatever the text, problems are values with a place, and no exception escapes.

``FOEDERA_FUZZ=20`` runs twenty times as many examples.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from foedera.corpus import load
from foedera.corpus.load import builtin_directory, load_checked, load_world
from foedera.corpus.positions import lines_of
from foedera.datasets import layers
from foedera.problems import Problem, has_errors
from foedera.render.problems import gnu, pretty

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("_built_in_once")

GOOD = Path(__file__).parent / "good"
CORPUS = sorted(builtin_directory().rglob("*.yaml"))
TIMES = int(os.environ.get("FOEDERA_FUZZ", "1"))
SCENARIOS = (
    """kind: scenario
on: '2024-12-10'
view: UKR
assume: {request: 'true', unprovoked: unknown}
without: [un-charter/51]
events:
  - type: armed_attack
    id: push
    title: The push
    roles: {attacker: [UKR], victim: [RUS]}
    since: '2024-08-06'
    until: '2025-03-01'
    at: [kursk, RUS/metropolitan]
    target: forces
    attributes: {scale: large, weapon: conventional}
    about: [rus-prk-2024/4]
    positions: [{by: UKR, says: denies, of: self_defence, since: '2024-08-07', confidence: memory, note: A note.}]
  - {type: arms_transfer, roles: {supplier: [PRK], recipient: [RUS]}}
""",
    """{kind: scenario, on: '1955-06-01', events: [{type: armed_attack, roles: {attacker: [USA, FRA], victim: [SUN]}}],
 instruments: [{kind: treaty, id: own, title: Own, binding: legal, confidence: memory, sources: [],
   parties: [{state: SUN}, {state: CHN}], signed: {on: '1950'}, in_force: {on: '1950-04-11'}, provisions: [
     {article: '1', kind: [defence], summary: Help., when:
       {all: [{armed_attack: {on: beneficiary}}, {not: {unknown: x}}]},
      duties: [{must: give_military_assistance, to: beneficiary, against: adversary}]}]}]}
""",
)
WILD = (
    "", "~", "null", "NO", "true", "0", "-1", "1e999", ".nan", "9" * 400, "2024-02-30", "0000", "9999-12-31", "'[..]'",
    "'[2000..]'", "'[1999,2001]'", "[]", "{}", "[[]]", "{a: b}", "{all: []}", "{any: []}", "{not: {unknown: x}}",
    "{armed_attack: }", "{target: []}", "{request: {}}", "*a", "&a b", "!!str x", "<<: *a", "|", ">-", "? ", "- ", ": ",
    "#", "%", "---", "...", "@", "`", "'", '"', '"\\x00"', '"\\e[31m"', '"\\ud800"', "\t", "\x00", "\x85", "\u2028",
    "\u202e", "\ufeff", "\U0001f30d", "x" * 300, "[" * 60, "kind: treaty", "id: x", "RUS", "Albannia",
    "RUS/metropolitan", "'{'", "'{0}'", "'{9}'", "'{actor}'", "'{to.x}'", "'}'",
    "un-charter/51", "any_party", "any_state", "third_state", "un_member", "group",
    "obligor", "adversary", "class:",
    "class:x", "party:", "party:own", "armed_attack", "unsc", "kursk", "a/b/c", "..", "/",
)  # fmt: skip
BYTES = (b"\xff", b"\xc3", b"\x00", b"\r", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1b")


def examples(number: int) -> Any:
    return settings(
        max_examples=number * TIMES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def blocks_of(lines: list[str]) -> list[tuple[int, int]]:
    """The subtrees of a text: each line with the deeper lines below it."""
    depths = [len(line) - len(line.lstrip()) if line.strip() else 10_000 for line in lines]
    ends = [
        next((n for n in range(at + 1, len(lines)) if depths[n] <= depths[at]), len(lines)) for at in range(len(lines))
    ]
    return list(zip(range(len(lines)), ends, strict=True))


def change_lines(draw: Any, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, other = draw(st.tuples(st.integers(0, len(lines) - 1), st.integers(0, len(lines) - 1)))
    what = draw(st.sampled_from(["delete", "duplicate", "swap", "indent", "outdent", "move"]))
    if what == "delete":
        del lines[at]
    elif what == "duplicate":
        lines.insert(other, lines[at])
    elif what == "swap":
        lines[at], lines[other] = lines[other], lines[at]
    elif what == "indent":
        lines[at] = "  " + lines[at]
    elif what == "outdent":
        lines[at] = lines[at].removeprefix("  ")
    else:
        lines.insert(other, lines.pop(at))
    return "".join(lines)


def change_token(draw: Any, text: str) -> str:
    tokens = list(re.finditer(r"[\w./()'-]+|[^\w\s]", text))
    if not tokens:
        return text
    one = draw(st.sampled_from(tokens))
    new = draw(st.sampled_from(WILD) | st.sampled_from(tokens).map(lambda token: token.group()))
    return text[: one.start()] + new + text[one.end() :]


def change_value(draw: Any, text: str) -> str:
    """Give a key another value; what stood in its place goes."""
    values = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+|\[[^\[\]\n]*\]|\{[^{}\n]*\}", text))
    if not values:
        return text
    one = draw(st.sampled_from(values))
    new = draw(st.sampled_from(WILD) | st.sampled_from(values).map(lambda value: value.group()))
    return text[: one.start()] + new + text[one.end() :]


def swap_subtrees(draw: Any, text: str) -> str:
    lines = text.splitlines(keepends=True)
    blocks = blocks_of(lines)
    if len(blocks) < 2:
        return text
    (a, b), (c, d) = sorted(draw(st.tuples(st.sampled_from(blocks), st.sampled_from(blocks))))
    if b > c:
        return "".join(lines[:c] + lines[d:])
    return "".join(lines[:a] + lines[c:d] + lines[b:c] + lines[a:b] + lines[d:])


CHANGES = (change_lines, change_token, change_token, change_value, change_value, swap_subtrees)


@st.composite
def mutated(draw: Any, texts: tuple[str, ...]) -> bytes:
    """One of the texts with a few changes."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(CHANGES))(draw, text)
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 3)) == 0:
        at, length = draw(st.integers(0, len(data))), draw(st.sampled_from([0, 0, 1, 3, 50]))
        what = draw(st.sampled_from(BYTES) | st.just(data[at : at + 20] * 2) | st.just(b""))
        data = data[:at] + what + data[at + length :]
    return data


def texts_of(paths: list[Path], most: int) -> tuple[str, ...]:
    return tuple(text for text in (path.read_text(encoding="utf-8") for path in paths) if len(text) <= most)


SHAPES = ("\n", "\n  ", "\n    ", "\n- ", "kind: ", "id: ", ": ", ", ", "[", "]", "{", "}", "when: ", "provisions:")
YAMLISH = st.lists(
    st.sampled_from([*WILD, *SHAPES]),
    max_size=60,
).map(lambda words: "".join(words).encode("utf-8", "surrogatepass"))  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "fuzz"
        made.mkdir()
        yield made


def assert_told_well(problems: tuple[Problem, ...], folder: Path) -> None:
    for problem in problems:
        line = gnu(problem)
        assert line.isprintable()
        assert re.fullmatch(r"[EW]\d{3}", problem.code)
        assert problem.message
        if problem.mark is None:
            assert problem.code in {"E209", "W209"}
            continue
        mark = problem.mark
        path = (folder if mark.file.startswith(f"{folder.name}/") else builtin_directory()).parent / mark.file
        lines = lines_of(path.read_bytes().decode("utf-8", "replace"))
        assert 1 <= mark.line <= len(lines) + 1, problem
        assert mark.column >= 1, problem
        assert (mark.line, mark.column) <= (mark.end_line, mark.end_column), problem
    pretty(Console(file=io.StringIO(), width=110), problems[:20], folder.parent)


def check_text(folder: Path, data: bytes) -> None:
    (folder / "a.yaml").write_bytes(data)
    assert_told_well(load_checked(folder, cases=True).problems, folder)


@examples(50)
@given(data=mutated(texts_of(CORPUS, 40_000)))
def test_mutated_corpus_file_gives_problems_with_places(folder, data):
    check_text(folder, data)


@examples(40)
@given(data=YAMLISH)
def test_text_like_yaml_gives_problems_with_places(folder, data):
    check_text(folder, data)


@examples(40)
@given(data=st.binary(max_size=200))
def test_random_bytes_give_problems_with_places(folder, data):
    check_text(folder, data)


def whole(paths: list[Path]) -> dict[str, str]:
    return {path.relative_to(GOOD).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.fixture(scope="module")
def world() -> Iterator[Path]:
    """A folder with the good corpus, of which one file at a time is replaced."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name) / "good"


GOOD_FILES = whole(sorted(GOOD.rglob("*.yaml")))


@examples(50)
@given(
    name=st.sampled_from(sorted(GOOD_FILES)),
    data=st.data(),
    day=st.sampled_from(["1960-01-01", "1980-05-02", "0001-01-01", "9999-12-31"]),
)
def test_mutated_world_answers_or_says_why_not(world, foedera, name, data, day):
    for file, text in GOOD_FILES.items():
        (world / file).parent.mkdir(parents=True, exist_ok=True)
        (world / file).write_text(text, encoding="utf-8")
    (world / name).write_bytes(data.draw(mutated((GOOD_FILES[name],))))
    problems = load_checked(world, cases=True).problems
    assert_told_well(problems, world)
    checked = foedera("check", world, "--cases", "--format", "json")
    assert checked.status in (0, 1)
    asked = foedera("ask", "BRA", "ARD", "--on", day, "--corpus", world, "--why", "--all")
    if has_errors(load_checked(world).problems):
        assert (asked.status, asked.out) == (1, "")
        assert "so no answer is given from it" in asked.err
    else:
        assert asked.status in (0, 2)
        assert asked.err == "" or asked.status == 2


@pytest.fixture(scope="module")
def _world_once() -> Iterator[None]:
    """Open the built-in corpus once for many questions."""
    opened = load_world()
    with mock.patch.object(
        layers, "load_world", lambda directory=None: opened if directory is None else load.load_world(directory)
    ):
        yield


FORMS = [("--format", "json"), ("--why",), ("--all", "--view", "RUS"), ()]


@pytest.mark.usefixtures("_world_once")
@examples(25)
@given(data=mutated(SCENARIOS), form=st.sampled_from(FORMS))
def test_mutated_scenario_is_answered_or_refused(folder, foedera, data, form):
    path = folder.parent / "scenario.yaml"
    path.write_bytes(data)
    run = foedera("ask", path, *form)
    assert run.status in (0, 1, 2)
    assert (run.err == "") == (run.status == 0)
    assert run.out == "" or run.status == 0


@pytest.mark.usefixtures("_world_once")
@examples(30)
@given(data=mutated(texts_of(CORPUS, 8_000)))
def test_mutated_file_is_supposed_or_refused(folder, foedera, data):
    path = folder.parent / "with.yaml"
    path.write_bytes(data)
    run = foedera("ask", "UKR", "RUS", "--on", "2024-12-10", "--with", path)
    assert run.status in (0, 1, 2)
    assert (run.err == "") == (run.status == 0)


@pytest.mark.parametrize("text", [*SCENARIOS, SCENARIOS[0][:200], "[" * 100_000, "- - ? " * 100_000 + "x", "\x00"])
def test_scenario_on_the_command_line_ends_without_traceback(tmp_path, text):
    path = tmp_path / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "foedera", "ask", str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == (0 if text in SCENARIOS else 1)
    assert "Traceback" not in done.stderr
    assert (done.stdout == "") == (done.returncode == 1)
