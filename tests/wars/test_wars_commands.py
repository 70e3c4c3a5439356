"""The command: rows in every format, reasons in words, scores, and what is wrong with its words."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import polars as pl
import pytest
from invented_wars import ATOP, SECOND, attack, member, written

from foedera.cli.app import main
from foedera.datasets.iwd import REQUIRED
from foedera.wars.tables import COLUMNS, MEMBER_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

ATTACKS = [attack("BGR", "GRC"), attack("ITA", "ESP", war=2)]
MEMBERS = [member(s, defense=1) for s in ("FRA", "ESP")]
MEMBERS += [member(s, alliance=9002, defense=1, defcoloc=1) for s in ("ESP", "PRT")]
CODINGS = "warid,atopid,outcome_bf\n2,9001,honor\n2,9002,violate\n9,9001,cfna\n"


def run(*words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["foedera", *words])
    status = main()
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def wars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Import the invented data and give the command, with its status, output and errors."""
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "iwd.csv").write_bytes(written((*REQUIRED, *SECOND), ATTACKS))
    (tmp_path / "atop.csv").write_bytes(written(ATOP, MEMBERS))
    (tmp_path / "codings.csv").write_text(CODINGS)
    for name in ("iwd", "atop"):
        assert run("import", name, f"{name}.csv", capsys=capsys, monkeypatch=monkeypatch)[0] == 0
    return lambda *words: run("wars", *words, capsys=capsys, monkeypatch=monkeypatch)


EXPECTED = [
    ["2", "Invented2", "atop-9001", "due", "yes", "defence", "FRA", "1925-03-01", ""],
    ["2", "Invented2", "atop-9002", "arguable", "no", "defence", "PRT", "1925-03-01", "location"],
]


def test_rows_as_text(wars) -> None:
    status, out, _ = wars()
    assert status == 0
    assert out.splitlines()[1].split() == [one for one in EXPECTED[0] if one not in ("", "Invented2")] + ["-"]


def test_rows_as_csv(wars) -> None:
    status, out, _ = wars("--format", "csv")
    assert status == 0
    assert list(csv.reader(io.StringIO(out))) == [list(COLUMNS), *EXPECTED]


def test_rows_as_json_say_what_they_were_made_from(wars) -> None:
    _, out, _ = wars("--format", "json", "--war", "invented2")
    data = json.loads(out)
    assert data["format"] == "foedera.wars/1"
    assert len(data["wars"]["sha256"]) == 64
    assert data["rows"][1]["hinges_on"] == ["location"]


def test_rows_as_parquet(wars, tmp_path: Path) -> None:
    status, out, _ = wars("-o", "rows.parquet")
    assert (status, out) == (0, "wrote rows.parquet\n")
    frame = pl.read_parquet(tmp_path / "rows.parquet")
    assert (tuple(frame.columns), frame.height) == (COLUMNS, 2)
    assert sorted(path.name for path in tmp_path.glob("rows*")) == ["rows.parquet"]


def test_a_row_for_each_member(wars) -> None:
    _, out, _ = wars("--findings", "--format", "csv")
    found = list(csv.DictReader(io.StringIO(out)))
    assert tuple(found[0]) == MEMBER_COLUMNS
    assert [(one["treaty"], one["member"], one["status"]) for one in found] == [
        ("atop-9001", "FRA", "due"),
        ("atop-9001", "ESP", "not_due"),
        ("atop-9002", "PRT", "arguable"),
        ("atop-9002", "ESP", "not_due"),
    ]
    assert (found[0]["attack"], found[0]["adversaries"]) == ("iwd-2-ita-esp", "ITA")


def test_reasons_in_words(wars) -> None:
    status, out, _ = wars("--war", "2", "--why")
    assert status == 0
    assert "atop-9001: defence, promised by France: the case for it arose on 1925-03-01" in out
    assert "Italy attacks Spain" in out
    assert "it is open whether the case for it arose on 1925-03-01" in out
    assert "leaning: no" in out


def test_war_without_treaties_says_so(wars) -> None:
    assert "No treaty had a belligerent" in wars("--war", "1", "--why")[1]


def test_score_as_text_and_json(wars) -> None:
    status, out, _ = wars("--score", "codings.csv", "--ablation")
    assert status == 0
    assert "1, counted as no; 0 of them coded as yes" in out
    assert "war 2 (war 2), atop 9002: coded violate, answer no (arguable), hinges on location" in out
    data = json.loads(wars("--score", "codings.csv", "--format", "json", "--ablation")[1])
    assert data["scores"][0]["all_pairs"]["accuracy"] == pytest.approx(2 / 3)
    assert data["scores"][0]["in_war_data"]["number"] == 2
    assert [one["rate"] for one in data["fulfilment"]][:1] == [0.5]
    assert "place" in [one["rule"] for one in data["ablation"]]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--wars", "cow"), "no war data are called 'cow'", "choose iwd"),
        (("--war", "invented"), "the number or name 'invented'", "did you mean"),
        (("--treaties", "cow"), "no source is called 'cow'", "choose"),
        (("--format", "xlsx"), "no format is called 'xlsx' here", "choose text or csv"),
        (("--format", "parquet"), "Parquet is not for a terminal", "add -o FILE"),
        (("-o", "rows.xlsx"), "'rows.xlsx' says no format", "add --format"),
        (("--why",), "--why explains one war", "--war 41 --why"),
        (("--ablation",), "--ablation belongs to --score", "--score FILE --ablation"),
        (("--score", "codings.csv", "--war", "2"), "--score takes all wars", "leave out"),
        (("--score", "codings.csv", "-o", "x.csv"), "no format is called 'csv' here", "choose text or json"),
    ],
)
def test_what_is_wrong_with_the_words(wars, words: tuple[str, ...], message: str, hint: str) -> None:
    status, out, err = wars(*words)
    assert (status, out) == (2, "")
    assert message in err.splitlines()[0]
    assert hint in err.splitlines()[1]


def test_file_of_codings_that_is_none(wars) -> None:
    status, _, err = wars("--score", "iwd.csv")
    assert status == 1
    assert "the columns 'warid', 'atopid', 'outcome_bf' are missing" in err


def test_directory_that_is_not_there(wars) -> None:
    status, _, err = wars("-o", "nowhere/rows.csv")
    assert status == 1
    assert "cannot be written" in err


def test_data_that_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path))
    status, _, err = run("wars", capsys=capsys, monkeypatch=monkeypatch)
    assert status == 2
    assert "atop is not imported" in err
    assert "foedera import atop FILE" in err
