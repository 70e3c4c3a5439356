"""The commands for research data as their users meet them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

HEAVY = ("pydantic", "yaml", "numpy", "polars", "pandas", "pooch")


@pytest.fixture
def foedera(own_home):
    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "foedera", *words],
            capture_output=True,
            text=True,
            env={**os.environ, "FOEDERA_HOME": str(own_home), "COLUMNS": "200", **environment},
            check=False,
            timeout=120,
        )

    return run


def clean(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_import_says_what_it_did(foedera, examples) -> None:
    text = clean(foedera("import", "atop", str(examples / "atop-invented.csv")))
    assert text.startswith("atop: 7 rows of atop-invented.csv imported (3 instruments)\n")
    assert "  release  invented (as its version column says)\n" in text
    assert "  SHA-256  " in text


def test_report_is_cut_short_unless_all_is_asked_for(foedera, written) -> None:
    rows = "".join(f"{code},1900,1,1,1,1,1,1,0\n" for code in (995, 996, 997, 998, 999))
    path = str(written("nmc.csv", "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n" + rows))
    short = clean(foedera("import", "nmc", path))
    assert "  unlinked: 5\n    line 2: no state of the corpus has the COW code 995 in 1 of its years" in short
    assert "    and 2 more (--all shows them)\n" in short
    assert "code 999" not in short
    assert "code 999" in clean(foedera("import", "nmc", path, "--all"))


def test_report_as_json_has_every_note(foedera, examples) -> None:
    data = json.loads(clean(foedera("import", "cow-wars", str(examples / "wars-invented.csv"), "--format", "json")))
    assert data["format"] == "foedera.import/1"
    assert (data["dataset"], data["rows"], data["counts"]) == ("cow-wars", 3, {"events": 2, "war_pairs": 4})
    assert data["notes"] == []


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("import", "cow-alliances", "x.csv"), 2, "their maintainer asks that software not repackage them"),
        (("import", "cow-alliances", "x.csv"), 2, "use ATOP instead: foedera data fetch atop"),
        (("import", "atpo", "x.csv"), 2, "did you mean 'atop'?"),
        (("import", "atop", "no-such.csv"), 1, "there is no file 'no-such.csv'"),
        (
            ("import", "atop", "examples/data/states-invented.csv"),
            1,
            "states-invented.csv:1: the columns 'atopid', 'member'",
        ),
        (("import", "atop"), 2, "Missing argument 'FILE'"),
        (("import", "atop", "x", "--format", "xml"), 2, "no format is called 'xml'"),
        (("data", "fetch", "cow-alliances"), 2, "not repackage"),
        (("data", "fetch", "atop", "--address", "http://127.0.0.1:9/x"), 1, "this computer or that server is offline"),
        (("ask", "FRA", "ESP", "--on", "1930-01-01", "--source", "atop"), 2, "atop is not imported"),
        (("ask", "FRA", "ESP", "--on", "1930-01-01", "--source", "cow"), 2, "no source is called 'cow'"),
        (("list", "instruments", "--source", "both"), 2, "foedera data fetch atop, or foedera import atop FILE"),
    ],
)
def test_mistakes_are_told_with_a_hint_and_a_status(foedera, examples, words, status, says) -> None:
    words = tuple(word.replace("examples/data", str(examples)) for word in words)
    done = foedera(*words, NO_PROXY="127.0.0.1")
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_list_tells_what_is_imported_and_what_can_be_fetched(foedera, examples) -> None:
    clean(foedera("import", "atop", str(examples / "atop-invented.csv")))
    text = clean(foedera("data", "list"))
    assert "atop        invented (atop-invented.csv)  7 " in text
    assert "Not cow-alliances: foedera does not import the COW Formal Alliances data" in text
    data = json.loads(clean(foedera("data", "list", "--format", "json")))
    by_id = {one["id"]: one for one in data["datasets"]}
    assert by_id["atop"]["imported"]["rows"] == 7
    assert by_id["nmc"]["imported"] is None
    assert by_id["nmc"]["fetch"]["address"].startswith("https://correlatesofwar.org/")
    assert "not downloaded by us" in by_id["nmc"]["fetch"]["checked"]


def test_source_is_an_option_of_ask_show_state_and_list(foedera, examples) -> None:
    clean(foedera("import", "atop", str(examples / "atop-invented.csv")))
    answer = clean(foedera("ask", "FRA", "ESP", "--on", "1930-06-01", "--source", "atop"))
    assert "United Kingdom must give military and other assistance to Spain" in answer
    assert "atop-9010/defence" in answer
    assert "ATOP alliance 9010" in clean(foedera("show", "atop-9010", "--source", "both"))
    assert "atop-9010" in clean(foedera("state", "GBR", "--on", "1930-06-01", "--source", "atop"))
    listed = clean(foedera("list", "instruments", "--source", "atop"))
    assert "atop-9005" in listed
    assert "north-atlantic-1949" not in listed


def test_cite_names_file_release_sha_256_and_line(foedera, examples) -> None:
    clean(foedera("import", "atop", str(examples / "atop-invented.csv")))
    text = clean(foedera("cite", "atop-9010"))
    assert text.startswith("[atop-9010] (academic) Leeds, Brett Ashley")
    assert "release invented, file atop-invented.csv, SHA-256 " in text
    assert text.endswith(", line 4\n")
    bibtex = clean(foedera("cite", "atop", "--format", "bibtex"))
    assert bibtex.startswith("@article{atop,\n  author = {Leeds")


def test_question_from_imported_treaties_imports_nothing_heavy(own_home, foedera, examples) -> None:
    clean(foedera("import", "atop", str(examples / "atop-invented.csv")))
    code = (
        "import sys; from foedera.cli.app import main; main();"
        "print('heavy:', *(m for m in sys.stdin.read().split() if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", "FRA", "ESP", "--on", "1930-06-01", "--source", "both"],
        input=" ".join(HEAVY),
        capture_output=True,
        text=True,
        env={**os.environ, "FOEDERA_HOME": str(own_home)},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "heavy:"


def test_progress_is_not_drawn_in_a_pipe(foedera) -> None:
    done = foedera("data", "fetch", "atop", "--address", "http://127.0.0.1:9/x", NO_PROXY="127.0.0.1")
    assert "\x1b" not in done.stderr
    assert done.stdout == ""
