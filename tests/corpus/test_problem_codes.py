"""Every problem code: a bad corpus with its exact messages, and a line in docs/problems.md."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BAD = sorted(folder for folder in (HERE / "bad").iterdir() if folder.is_dir())
PRETTY = [folder for folder in BAD if (folder / "expected-pretty.txt").exists()]
PADDING = {"E105-oversized-file": b"# padding\n" * 200_000}
"""What is added to every file of a fixture that would be too big to keep."""


def code_of(folder: Path) -> str:
    return folder.name.partition("-")[0]


def codes_in_source() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "src/foedera").rglob("*.py"))
    return {code for text in texts for code in re.findall(r'"([EW]\d{3})"', text)}


def documented_codes() -> list[str]:
    return re.findall(r"^\| ([EW]\d{3}) \|", (ROOT / "docs/problems.md").read_text(encoding="utf-8"), re.MULTILINE)


def copied(folder: Path, tmp_path: Path) -> Path:
    copy = shutil.copytree(folder, tmp_path / folder.name)
    for path in copy.rglob("*.yaml"):
        path.write_bytes(path.read_bytes() + PADDING.get(folder.name, b""))
    return copy


def named(folder: Path) -> str:
    return folder.name


def test_codes_are_found_at_all():
    assert {"E101", "E601", "W209"} <= codes_in_source()


def test_every_code_of_the_source_has_a_bad_fixture_and_no_fixture_is_left_over():
    assert {code_of(folder) for folder in BAD} == codes_in_source()


def test_every_code_of_the_source_has_one_line_in_the_docs_and_no_line_is_left_over():
    assert Counter(documented_codes()) == Counter(codes_in_source())


@pytest.mark.usefixtures("_built_in_once")
@pytest.mark.parametrize("folder", BAD, ids=named)
def test_bad_corpus_gets_exactly_these_problems_of_its_code(folder, tmp_path, foedera, golden):
    run = foedera("check", copied(folder, tmp_path), "--cases", "--format", "gnu")
    lines = run.out.splitlines(keepends=True)
    mine = [line for line in lines if line.endswith(f"[{code_of(folder)}]\n")]
    assert mine
    assert run.status == (1 if any(": error: " in line for line in lines) else 0)
    assert run.err == ""
    golden(folder / "expected.txt", "".join(mine))


@pytest.mark.usefixtures("_built_in_once")
@pytest.mark.parametrize("folder", PRETTY, ids=named)
def test_bad_corpus_is_shown_with_source_line_caret_note_and_help(folder, tmp_path, foedera, golden):
    run = foedera("check", copied(folder, tmp_path))
    problems, _, tally = run.out.rstrip("\n").rpartition("\n")
    assert re.search(r": \d+ errors?, \d+ warnings?$", tally)
    golden(folder / "expected-pretty.txt", problems + "\n")


@pytest.mark.usefixtures("_built_in_once")
@pytest.mark.parametrize("folder", BAD, ids=named)
def test_bad_corpus_gets_the_same_problems_as_json(folder, tmp_path, foedera):
    copy = copied(folder, tmp_path)
    gnu = foedera("check", copy, "--cases", "--format", "gnu").out.splitlines()
    problems = json.loads(foedera("check", copy, "--cases", "--format", "json").out)
    assert len(gnu) == len(problems)
    for line, problem in zip(gnu, problems, strict=True):
        assert line.endswith(f"[{problem['code']}]")
        assert f": {problem['severity']}: " in line
        place = f"{problem['file']}:{problem['line']}:{problem['column']}" if problem["file"] else "corpus: "
        assert line.startswith(place)
