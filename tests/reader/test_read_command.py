"""``foedera read`` as its users meet it, and the same from Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest

from foedera.reader.limits import IntakeError

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.api import Treaties

WRONG = "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership on July 19, 2024.\n"
RIGHT = "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership on June 19, 2024.\n"


def foedera(
    *words: str, stdin: str | None = None, code: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    how = ["-c", code] if code else ["-m", "foedera"]
    return subprocess.run(
        [sys.executable, *how, *words],
        capture_output=True,
        text=True,
        input=stdin,
        env={**os.environ, "COLUMNS": "160", "PYTHONUTF8": "1", **environment},
        check=False,
        timeout=120,
    )


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.md"
    path.write_text(RIGHT, encoding="utf-8")
    return path


def test_a_wrong_day_of_signature_is_contradicted_and_that_is_no_failure(wrong: Path) -> None:
    done = foedera("read", str(wrong))
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    assert "✗ CONTRADICTED  1:24  day of signature" in done.stdout
    assert "The record says that it was signed on 2024-06-19." in done.stdout


def test_strict_fails_if_anything_is_contradicted_only(wrong: Path, right: Path) -> None:
    assert foedera("read", str(wrong), "--strict").returncode == 1
    assert foedera("read", str(right), "--strict").returncode == 0


def test_standard_input_is_read(wrong: Path) -> None:
    done = foedera("read", "-", stdin=WRONG)
    assert done.returncode == 0, done.stderr
    assert "standard input   without a date" in done.stdout
    assert (
        done.stdout.replace("standard input", str(wrong)).splitlines()[1:4]
        == foedera("read", str(wrong)).stdout.splitlines()[1:4]
    )


def test_json_is_what_its_schema_says(wrong: Path, right: Path) -> None:
    found = json.loads(foedera("read", str(wrong), str(right), "--format", "json", "--dated", "2024-07-20").stdout)
    schema = json.loads(foedera("schema", "reading").stdout)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert [one["dated"] for one in found["documents"]] == ["2024-07-20", "2024-07-20"]
    assert [one["format"] for one in found["documents"]] == ["text", "markdown"]
    (differing,) = found["discrepancies"]
    assert [side["document"] for side in differing["sides"]] == [0, 1]
    assert differing["agrees"] == [1]


def test_the_page_is_written_whole_and_said(wrong: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_text("before", encoding="utf-8")
    done = foedera("read", str(wrong), "--html", str(out))
    assert done.stdout == f"wrote {out}\n"
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.html", "wrong.txt"]


def test_a_page_that_cannot_be_written_is_an_error(wrong: Path, tmp_path: Path) -> None:
    done = foedera("read", str(wrong), "--html", str(tmp_path / "no" / "out.html"))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_refused_file_is_told_and_the_others_are_read(wrong: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    done = foedera("read", str(binary), str(tmp_path / "absent.txt"), str(wrong))
    assert done.returncode == 1
    assert done.stderr.count("error: ") == 2
    assert f"'{binary}' cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
    assert "CONTRADICTED" in done.stdout
    assert foedera("read", str(binary)).returncode == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--dated", "2024"), "one day"),
        (("--dated", "yesterday"), "is not a day"),
        (("--format", "xml"), "no format is called 'xml'"),
        (("--corpus", "/no/such/dir"), "there is no directory"),
    ],
)
def test_wrong_words_are_told(wrong: Path, words: tuple[str, ...], says: str) -> None:
    done = foedera("read", str(wrong), *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_reader_is_loaded_only_to_read() -> None:
    code = "import sys; from foedera.cli import app; sys.exit(any(n.startswith('foedera.reader') for n in sys.modules))"
    assert foedera(code=code).returncode == 0


def test_python_reads_files_and_texts_alike(treaties: Treaties, wrong: Path) -> None:
    file = treaties.read(wrong, dated="2024-07-20", on="2026-01-01").documents[0]
    text = treaties.read_text(WRONG, str(wrong), dated="2024-07-20", on="2026-01-01").documents[0]
    assert file == text
    assert str(file.dated) == "2024-07-20"
    assert "contradicted" in {judged.verdict.word for judged in file.claims}


def test_a_document_that_says_its_day_keeps_it(treaties: Treaties, tmp_path: Path) -> None:
    path = tmp_path / "dated.txt"
    path.write_text(f"June 20, 2024\n\n{RIGHT}", encoding="utf-8")
    assert str(treaties.read(path, dated="2020-01-01").documents[0].dated) == "2024-06-20"


def test_claims_are_judged_on_the_day_of_the_document(treaties: Treaties) -> None:
    text = "Finland is a party to the North Atlantic Treaty.\n"

    def verdicts(dated: str) -> set[str]:
        return {one.verdict.word for one in treaties.read_text(text, dated=dated).documents[0].claims}

    assert (verdicts("2020-01-01"), verdicts("2024-01-01")) == ({"contradicted"}, {"supported"})


def test_python_is_told_of_a_file_that_cannot_be_read(treaties: Treaties, tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be read"):
        treaties.read(tmp_path / "absent.txt")


def test_an_empty_text_gives_an_empty_reading(treaties: Treaties) -> None:
    (document,) = treaties.read_text("").documents
    assert (document.mentions, document.claims, document.characters) == ((), (), 0)
