"""The command for sweeps, on an invented file of alliances."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from foedera.cli.app import main

ALLIANCES = Path(__file__).resolve().parents[2] / "examples" / "data" / "atop-invented.csv"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("swept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(folder / "home"))
        patch.chdir(folder)
        assert run(patch, "import", "atop", str(ALLIANCES)) == 0
        assert run(patch, "sweep", "--source", "atop", "-o", "runs.parquet") == 0
    return folder


@pytest.fixture
def swept(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOEDERA_HOME", str(once / "home"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(tmp_path)
    for file in once.glob("runs.*"):
        shutil.copy(file, tmp_path)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["foedera", *words])
    return main()


def test_saved_tables_join_to_who_is_bound(swept: Path) -> None:
    runs, sets, groups = (pl.read_parquet(swept / f"runs{part}.parquet") for part in ("", ".sets", ".groups"))
    cell = runs.filter(
        pl.col("attacker") == "FRA",
        pl.col("victim") == "ESP",
        pl.col("since") <= pl.date(1930, 6, 1),
        pl.col("until") > pl.date(1930, 6, 1),
    )
    joined = cell.join(sets, on="set_id").join(groups, on="group_id")
    found = set(joined.select(pl.col("side", "kind", "status", "obligor").cast(pl.String)).iter_rows())
    assert ("victim", "defence", "due", "GBR") in found
    about = json.loads((swept / "runs.json").read_text())
    assert about["runs"] == len(runs)
    assert about["format"] == "foedera.sweep/1"
    assert "SHA-256" in about["sources"][0]


def test_cell_is_looked_up_and_explained(
    swept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("sweep", "runs.parquet", "--who", "france", "spain", "--on", "1930-06-01")
    assert run(monkeypatch, *words, "--format", "json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert {"toward": "victim", "kind": "defence", "status": "due", "obligor": "GBR"} in shown["bound"]
    assert run(monkeypatch, *words, "--explain") == 0
    told = capsys.readouterr().out
    assert "United Kingdom must give military and other assistance to Spain   atop-9010/defence" in told
    assert (swept / "runs.parquet").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sweep",), "add -o runs.parquet"),
        (("sweep", "-o", "runs.csv", "--source", "atop"), "name it .parquet or .arrow"),
        (("sweep", "-o", "no/such/runs.parquet", "--source", "atop"), "there is no directory 'no/such'"),
        (("sweep", "-o", "x.parquet"), "so --from is needed"),
        (
            ("sweep", "-o", "x.parquet", "--source", "atop", "--from", "1900", "--to", "1890"),
            "--from is the earlier day",
        ),
        (("sweep", "-o", "x.parquet", "--source", "atop", "--from", "then"), "'then' is not a day"),
        (("sweep", "-o", "x.parquet", "--source", "atop", "--kind", "love"), "no kind of obligation is called 'love'"),
        (("sweep", "-o", "x.parquet", "--source", "atop", "--status", "maybe"), "no status is called 'maybe'"),
        (("sweep", "-o", "x.parquet", "--source", "atop", "--without", "nothing"), "nothing"),
        (("sweep", "-o", "x.parquet", "--source", "atop", "--workers", "2"), "--each-without"),
        (("sweep", "-o", "x", "--source", "atop", "--each-without", "--without", "atop-9005"), "--without belongs to"),
        (("sweep", "-o", "x", "--source", "atop", "--each-without", "--monte-carlo", "2"), "two jobs"),
        (("sweep", "missing.parquet", "--who", "france", "spain", "--on", "1930-06-01"), "no finished sweep"),
        (("sweep", "runs.parquet", "--who", "france", "spain"), "--who ATTACKER VICTIM --on DAY"),
        (("sweep", "runs.parquet", "--who", "france", "spain", "--on", "2020-06-01"), "lies outside the sweep"),
        (
            ("sweep", "runs.parquet", "--who", "russia", "spain", "--on", "1930-06-01"),
            "Russia did not exist on 1930-06-01",
        ),
        (("sweep", "--who", "france", "spain"), "a look-up needs a saved sweep"),
    ],
)
def test_misuse_is_told_with_a_hint(
    swept: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    says: str,
) -> None:
    assert run(monkeypatch, *words) == 2
    told = capsys.readouterr().err
    assert says in told
    assert not (swept / "x.parquet").exists()


def test_half_a_sweep_is_none(swept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (swept / "runs.sets.parquet").write_bytes(b"PAR1 cut off")
    assert run(monkeypatch, "sweep", "runs.parquet", "--who", "france", "spain", "--on", "1930-06-01") == 2
    assert "do not belong together" in capsys.readouterr().err


def test_same_question_in_both_file_formats(
    swept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "sweep", "--source", "atop", "-o", "runs.arrow") == 0
    capsys.readouterr()
    shown = []
    for name in ("runs.parquet", "runs.arrow"):
        assert run(monkeypatch, "sweep", name, "--who", "france", "spain", "--on", "1930-06-01") == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] != ""
    assert not list(swept.glob("*.tmp"))
