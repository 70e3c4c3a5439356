"""``foedera panel`` and ``foedera.panel``: output, errors, and what a pipe gets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

import foedera
from foedera.cli.app import main
from foedera.datasets.imported import DatasetError
from foedera.panels.request import PanelError

if TYPE_CHECKING:
    from foedera.api import Treaties


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["foedera", "panel", *words])
        status = main()
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


YEARS = ("--from", "1921", "--to", "1923")


def test_a_panel_is_written_with_codebook_and_data_package(imported: Path, run, tmp_path: Path) -> None:
    assert imported
    status, out, err = run(*YEARS, "--source", "atop", "-o", "p.csv")
    assert (status, err) == (0, "")
    assert out == "6 rows\nwrote p.csv, p.csv.codebook.md, datapackage.json\n"
    assert {path.name for path in tmp_path.iterdir()} >= {"p.csv", "p.csv.codebook.md", "datapackage.json"}
    text = (tmp_path / "p.csv.codebook.md").read_text(encoding="utf-8")
    assert "Leeds" in text
    assert "cow-states" in text
    assert str(imported) not in text


def test_rows_are_counted_before_single_days_are_written(imported: Path, run) -> None:
    assert imported
    words = (
        "--unit",
        "directed-dyad-day",
        "--expand",
        "--from",
        "1922-01-01",
        "--to",
        "1922-12-31",
        "--source",
        "atop",
    )
    status, out, err = run(*words, "-o", "p.csv.gz")
    assert (status, err) == (0, "")
    assert out.startswith("730 rows\nwrote p.csv.gz")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--states", "gw"), "gw-states is not imported", "foedera data fetch gw-states, or foedera import"),
        (("--source", "all"), "no source is called 'all'", "choose corpus or atop or both"),
        (("--unit", "dyad"), "no unit is called 'dyad'", "choose directed-dyad-day"),
        (("-o", "p.xls"), "'p.xls' does not say the format", "end the name in .parquet"),
        (("-o", "no/p.csv"), "cannot be written: its folder does not exist", "choose a file"),
        (("--corpus", "nowhere"), "there is no directory 'nowhere'", ""),
        (("--from", "2020", "--to", "1900"), "the panel would end before it begins", "--from is the earlier one"),
    ],
)  # fmt: skip
def test_errors_are_told_with_a_hint(
    words: tuple[str, ...], message: str, hint: str, imported: Path, run, tmp_path: Path
) -> None:
    assert imported
    status, out, err = run(*YEARS, "-o", "p.csv", *words)
    assert (status, out) == (2, "")
    assert message in err
    assert hint in err
    assert "Traceback" not in err
    assert not (tmp_path / "p.csv").exists()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that even the superuser cannot write to")
@pytest.mark.parametrize("form", ["parquet", "csv", "dta"])
def test_a_folder_that_cannot_be_written_to_is_told(form: str, imported: Path, run) -> None:
    assert imported
    status, _, err = run(*YEARS, "-o", f"/proc/p.{form}")
    assert status == 1
    assert err.startswith(f"error: '/proc/p.{form}' cannot be written: No such file or directory")
    assert ".tmp" not in err


def test_a_disk_that_is_full_is_told(imported: Path, run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from foedera.panels import write  # noqa: PLC0415

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    assert imported
    monkeypatch.setattr(write, "_sink", full)
    status, _, err = run(*YEARS, "-o", "p.csv")
    assert status == 1
    assert err == "error: 'p.csv' cannot be written: No space left on device\n"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("p", ".p"))]


def test_an_interrupt_leaves_no_broken_file(imported: Path, tmp_path: Path) -> None:
    words = [
        "--unit",
        "directed-dyad-day",
        "--expand",
        "--from",
        "1900",
        "--to",
        "1999",
        "--source",
        "atop",
        "--states",
        "iso",
    ]
    command = [sys.executable, "-m", "foedera", "panel", *words, "-o", str(tmp_path / "p.csv")]
    environment = {**os.environ, "FOEDERA_HOME": str(imported)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob(".p.csv.*.tmp")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir() if path != imported] == []


def test_a_pipe_gets_no_progress_bar(imported: Path, tmp_path: Path) -> None:
    words = ["--unit", "directed-dyad-day", "--expand", "--from", "1922", "--to", "1930", "--source", "atop"]
    command = [sys.executable, "-m", "foedera", "panel", *words, "-o", str(tmp_path / "p.csv")]
    environment = {**os.environ, "FOEDERA_HOME": str(imported)}
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert found.stderr == ""


# --- Python ---


def test_python_gives_the_same_table(imported: Path, run, tmp_path: Path) -> None:
    assert imported
    table = foedera.panel(first=1921, last=1923, source="atop")
    again = foedera.panel("directed-dyad-year", first="1921-01-01", last="1923-12-31", source="atop")
    run(*YEARS, "--source", "atop", "-o", "p.parquet")
    assert table.equals(pl.read_parquet(tmp_path / "p.parquet"))
    assert table.equals(again)
    assert list(table.to_pandas().columns) == table.columns
    found = table.filter(obligor=2, beneficiary=220)
    assert found.is_empty() or set(found["defence"]) <= {0, 1}


def test_treaties_give_a_panel_of_their_own_corpus(treaties: Treaties) -> None:
    table = treaties.panel(first=1950, last=1950, states="iso", only_obligated=True)
    held = table.filter(obligor="USA", beneficiary="NOR")
    assert held.select("defence", "treaty_ids").rows() == [(1, "north-atlantic-1949")]
    assert 0 not in table["offence"].to_list()


def test_days_can_be_expanded(treaties: Treaties) -> None:
    options = {"states": "iso", "only_obligated": True, "columns": "basic"}
    days = treaties.panel("directed-dyad-day", first="1949-08-23", last="1949-08-25", expand=True, **options)  # type: ignore[arg-type]
    found = days.filter(obligor="USA", beneficiary="NOR")
    assert [(str(day), value) for day, value in found.select("day", "defence").rows()] == [
        ("1949-08-24", 1),
        ("1949-08-25", 1),
    ]


def test_python_errors_carry_hints(own_home: Path, treaties: Treaties) -> None:
    assert own_home
    with pytest.raises(PanelError, match="no unit is called 'x'"):
        treaties.panel("x", first=1900, last=1901)
    with pytest.raises(DatasetError, match="cow-states is not imported"):
        treaties.panel(first=1900, last=1901)
    with pytest.raises(DatasetError, match="atop is not imported"):
        foedera.panel(first=1900, last=1901, source="atop")
    with pytest.raises(DatasetError, match="cow-states is not imported"):
        treaties.panel("state-year", first=1900, last=1901, with_capabilities=True)
