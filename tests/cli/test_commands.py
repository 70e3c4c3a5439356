"""The command line as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def foedera(*words: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "foedera", *words],
        capture_output=True,
        text=True,
        input=stdin,
        env={**os.environ, "COLUMNS": "200", **environment},
        check=False,
        timeout=120,
    )


def clean(*words: str, **environment: str) -> str:
    done = foedera(*words, **environment)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_ask_tells_who_is_bound_and_what_it_hinges_on() -> None:
    text = clean("ask", "ukraine", "russia", "--on", "2024-12-10", "--at", "kursk")
    assert "ARGUABLE  North Korea must give military and other assistance to Russia   rus-prk-2024/4" in text
    assert "Russia is put in a state of war by it (asserted by Russia; denied by Ukraine)" in text
    assert "BARRED  North Korea must transfer arms" in text


def test_ask_with_why_shows_every_step_with_its_place() -> None:
    text = clean("ask", "UKR", "RUS", "--on", "2024-12-10", "--at", "kursk", "--why", COLUMNS="200")
    assert "because" in text
    assert "corpus/instruments/rus-prk-2024.yaml:" in text
    assert "un-charter/51" in text


def test_a_view_is_named_and_changes_the_answer() -> None:
    text = clean("ask", "UKR", "RUS", "--on", "2024-12-10", "--at", "kursk", "--view", "russia")
    assert "View      of Russia" in text
    assert "DUE  North Korea must give military and other assistance to Russia" in text


def test_names_are_forgiving() -> None:
    plain = clean("ask", "USA", "PRK", "--on", "2025-06-01", "--format", "json")
    for name in ("dprk", "North Korea", "north korea", "Democratic People's Republic of Korea", "KP"):
        assert json.loads(clean("ask", "us", name, "--on", "2025-06-01", "--format", "json")) == json.loads(plain)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ask", "atlantis", "RUS", "--on", "2024-01-01"), "no state is called 'atlantis'"),
        (("ask", "ukrane", "RUS", "--on", "2024-01-01"), "did you mean UKR (Ukraine)?"),
        (("ask", "UKR", "UKR", "--on", "2024-01-01"), "cannot be both"),
        (("ask", "UKR", "RUS"), "the day is missing"),
        (("ask", "UKR", "RUS", "--on", "2024"), "one day"),
        (("ask", "UKR", "RUS", "--on", "31.12.2024"), "is not a day"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--at", "narnia"), "no place is called 'narnia'"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--event", "armed_atack"), "did you mean 'armed_attack'?"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--target", "moon"), "no target is called 'moon'"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--view", "nobody"), "no state is called 'nobody'"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--assume", "war"), "takes NAME=VALUE"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--assume", "state_of_war=maybe"), "true, false or unknown"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--without", "nato-1950"), "no instrument is called"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--format", "xml"), "no format is called 'xml'"),
        (("ask", "UKR", "RUS", "--on", "2024-01-01", "--corpus", "/no/such/dir"), "there is no directory"),
        (("ask", "missing.yaml"), "there is no file"),
        (("ask", "UKR"), "a question names two states"),
        (("show", "rus-prk-2024/99"), "has no clause"),
        (("show", "no-such-treaty"), "no instrument, state, place or office-holder is called"),
        (("state", "PRK", "--on", "soon"), "is not a day"),
        (("compare", "rus-prk-2024/4"), "two clauses or more"),
        (("list", "wars"), "there is no list of 'wars'"),
        (("cite", "nothing"), "no instrument, clause or source"),
        (("schema", "trety"), "did you mean 'treaty'?"),
        (("frobnicate",), "No such command"),
    ],
)
def test_wrong_usage_ends_with_2_a_reason_and_no_traceback(words: tuple[str, ...], says: str) -> None:
    done = foedera(*words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_question_longer_than_any_name_is_refused_briefly() -> None:
    done = foedera("ask", "x" * 100_000, "RUS", "--on", "2024-01-01")
    assert done.returncode == 2
    assert len(done.stderr) < 1000


def test_version_is_told_before_anything_heavy_loads() -> None:
    code = (
        "import sys; sys.argv = ['foedera', '--version']\n"
        "from foedera.cli.main import run\nrun()\n"
        "heavy = {'click', 'rich', 'pydantic', 'yaml', 'foedera.api'} & set(sys.modules)\nassert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("foedera 0.")


def test_a_cached_question_imports_neither_pydantic_nor_yaml_nor_numpy_nor_polars() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['foedera', 'ask', 'UKR', 'RUS', '--on', '2024-12-10', '--at', 'kursk']\n"
        "from foedera.cli.app import main\nassert main() == 0\n"
        "heavy = {'pydantic', 'pydantic_core', 'yaml', 'numpy', 'polars'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    command = [sys.executable, "-c", code]
    subprocess.run(command, capture_output=True, check=False)  # fills the cache
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_pipe_gets_no_colour_and_a_fixed_width() -> None:
    text = clean("ask", "UKR", "RUS", "--on", "2024-12-10", "--at", "kursk", COLUMNS="")
    assert "\x1b[" not in text
    assert max(map(len, text.splitlines())) <= 110


def test_a_reader_that_stops_early_is_no_error() -> None:
    script = f'"{sys.executable}" -m foedera list sources | head -n 1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_other_events_have_a_short_form() -> None:
    text = clean("ask", "RUS", "PRK", "--event", "arms_transfer", "--on", "2025-01-01")
    assert "unscr-2270/6" in text
    assert "APPLIES  Russia" in text
    assert "rus-prk-2024/8 against unscr-2270/6: settled by un-charter/103" in text
    assert "unscr" not in clean("ask", "RUS", "PRK", "--event", "arms_transfer", "--on", "2005-01-01")


def test_without_leaves_an_instrument_out() -> None:
    text = clean("ask", "USA", "PRK", "--on", "2025-06-01", "--without", "chn-prk-1961")
    assert "chn-prk-1961/" not in text
    assert "rus-prk-2024/4" in text


def test_with_supposes_a_treaty(tmp_path: Path) -> None:
    supposed = tmp_path / "supposed.yaml"
    supposed.write_text(
        """
kind: treaty
id: mng-nzl-2030
title: An invented treaty of Mongolia and New Zealand
binding: legal
confidence: memory
sources: [un-members]
in_force: {on: '2020-01-01'}
parties: [{state: MNG}, {state: NZL}]
provisions:
  - article: '1'
    kind: [defence]
    summary: Each helps the other against an attack.
    when: {armed_attack: {on: beneficiary}}
    duties: [{must: give_military_assistance, to: beneficiary, against: adversary, request: none}]
""",
        encoding="utf-8",
    )
    text = clean("ask", "AUS", "MNG", "--on", "2024-01-01", "--with", str(supposed))
    assert "DUE  New Zealand must give military and other assistance to Mongolia   mng-nzl-2030/1" in text
    assert "mng-nzl-2030" not in clean("ask", "AUS", "MNG", "--on", "2024-01-01")


def test_a_scenario_stipulates_only_what_it_says(tmp_path: Path) -> None:
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(
        """
kind: scenario
on: '2025-06-01'
events:
  - {type: armed_attack, roles: {attacker: [USA, JPN], victim: [PRK]}, attributes: {scale: large}}
""",
        encoding="utf-8",
    )
    answer = json.loads(clean("ask", str(scenario), "--format", "json"))
    assert answer["assumptions"] == []
    china = next(f for f in answer["findings"] if f["provision"] == "chn-prk-1961/2" and f["obligor"] == "CHN")
    assert china["status"] == "arguable"
    assert {hinge["atom"] for hinge in china["hinges_on"]} == {"state_of_war"}
    assert china["against"] == ["USA", "JPN"]
    settled = json.loads(clean("ask", str(scenario), "--assume", "state_of_war=true", "--format", "json"))
    statuses = {
        f["status"] for f in settled["findings"] if f["provision"] == "chn-prk-1961/2" and not f["component_of"]
    }
    assert statuses == {"due"}


def test_a_broken_scenario_is_told_with_line_and_column(tmp_path: Path) -> None:
    scenario = tmp_path / "broken.yaml"
    scenario.write_text("kind: scenario\non: 2025-06-01\nevnts: []\n", encoding="utf-8")
    done = foedera("ask", str(scenario))
    assert done.returncode == 1
    assert "broken.yaml:3:1" in done.stderr
    assert "did you mean 'events'?" in done.stderr


def test_a_scenario_that_names_nobody_is_told_with_line_and_column(tmp_path: Path) -> None:
    scenario = tmp_path / "nobody.yaml"
    event = "  - {type: armed_attack, roles: {attacker: [Atlantis], victim: [PRK]}, at: [kursq]}"
    scenario.write_text(f"kind: scenario\non: 2025-06-01\nevents:\n{event}\n", encoding="utf-8")
    done = foedera("ask", str(scenario))
    assert done.returncode == 1
    assert "nobody.yaml:4:45-52: error[E204]: no state is called 'Atlantis'" in done.stderr
    assert "did you mean kursk (Kursk)?" in done.stderr


def test_show_tells_the_status_on_a_day() -> None:
    before = clean("show", "rus-prk-2024", "--on", "2024-12-03")
    assert "signed on 2024-06-19, not in force until 2024-12-04" in before
    assert "in force since 2024-12-04" in clean("show", "rus-prk-2024", "--on", "2024-12-04")
    assert "reading 1996-09-10" in clean("show", "sun-prk-1961")
    assert "administered" in clean("show", "senkaku")
    assert "COW" in clean("show", "russia") or "365" in clean("show", "russia")


def test_show_tells_which_instruments_an_office_holder_signed_and_when_the_office_was_held() -> None:
    text = clean("show", "Kim Jong-un")
    assert text.startswith("Kim Jong Un\n")
    assert "Chairman of the State Affairs Commission, North Korea, 2016-06-29/.." in text
    assert "(rus-prk-2024)" in text


def test_state_lists_what_binds_it() -> None:
    text = clean("state", "PRK", "--on", "2025-01-01")
    assert "rus-prk-2024" in text
    assert "chn-prk-1961" in text
    assert "rus-prk-2000" not in text


def test_compare_marks_what_differs() -> None:
    text = clean("compare", "rus-prk-2024/4", "chn-prk-1961/2", "north-atlantic-1949/5", COLUMNS="160")
    limits = next(line for line in text.splitlines() if " limits " in line)
    assert limits.startswith("≠")
    assert any(line.startswith("=") for line in text.splitlines())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("list", "instruments", "--party", "PRK", "--on", "2025-01-01", "--kind", "defence"),
            ["chn-prk-1961", "rus-prk-2024"],
        ),
        (("list", "places", "--match", "kursk"), ["kursk"]),
        (("list", "kinds", "--match", "arms_transfer"), ["arms_transfer"]),
        (("list", "officials", "--match", "rus-prk-2024"), ["kim-jong-un", "vladimir-putin"]),
    ],
)
def test_lists_are_filtered(words: tuple[str, ...], expected: list[str]) -> None:
    assert [row["id"] for row in json.loads(clean(*words, "--format", "json"))] == expected


def test_cite_gives_sources_and_bibtex() -> None:
    assert "https://" in clean("cite", "rus-prk-2024/4")
    assert clean("cite", "rus-prk-2024/4", "--format", "bibtex").count("@online{") >= 1
    assert "foedera 0." in clean("cite")


def test_check_is_clean_on_the_built_in_corpus() -> None:
    assert ": 0 errors" in clean("check")


def test_completion_is_offered_by_the_shell_hook() -> None:
    done = foedera(_FOEDERA_COMPLETE="bash_source")
    assert done.returncode == 0
    assert "complete" in done.stdout


def test_state_that_did_not_exist_is_told_with_who_did() -> None:
    done = foedera("state", "RUS", "--on", "1990-01-01")
    assert done.returncode == 0
    assert "did not exist on 1990-01-01" in done.stdout
    assert "ask for SUN" in done.stdout
