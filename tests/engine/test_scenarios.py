"""A scenario that names what nobody is called is refused with the line, the column and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.api import load
from foedera.corpus.load import CorpusError, load_cases
from foedera.engine.scenarios import misplaced, read_scenario, read_scenario_text
from foedera.model.world import supposing

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.problems import Problem

GOOD = """kind: scenario
on: 2025-06-01
view: RUS
events:
  - type: armed_attack
    id: first
    roles:
      attacker: [United States]
      victim: [PRK]
      on_behalf_of: [KOR]
    at: [kursk]
    target: territory
    attributes: {scale: large, sent_by: USA}
    about: [rus-prk-2024/4]
    positions:
      - {by: PRK, says: asserts, since: 2025-06-01}
  - type: request_for_help
    roles: {requester: [PRK], addressee: [RUS]}
assume: {state_of_war: 'true'}
without: [chn-prk-1961, rus-prk-2024/4]
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(CorpusError) as caught:
        read_scenario_text(text, "asked.yaml", load().world)
    return caught.value.problems


def test_a_scenario_whose_names_are_all_known_is_read() -> None:
    assert len(read_scenario_text(GOOD, "asked.yaml", load().world).events) == 2


@pytest.mark.parametrize(
    ("right", "wrong", "code", "place", "hint"),
    [
        ("on: 2025-06-01", "on: 2025-06", "E301", (2, 5, 11), "2024-12-10"),
        ("view: RUS", "view: Rusia", "E204", (3, 7, 11), "RUS (Russia)"),
        ("armed_attack", "armed_atack", "E203", (5, 11, 21), "'armed_attack'"),
        ("id: first", "id: korean-war-1950", "E201", (6, 9, 23), "another id"),
        ("attacker: [", "atacker: [", "E403", (8, 7, 13), "'attacker'"),
        ("[United States]", "[]", "E404", (8, 7, 7), "attacker and victim"),
        ("[United States]", "[Frence]", "E204", (8, 18, 23), "FRA (France)"),
        ("on_behalf_of", "for_whom", "E403", (10, 7, 14), "on_behalf_of"),
        ("[KOR]", "[PRK, Atlantis]", "E204", (10, 27, 34), "foedera list states"),
        ("[kursk]", "[kursq]", "E206", (11, 10, 14), "kursk (Kursk)"),
        ("target: territory", "target: vessel", "E406", (12, 13, 18), "'vessels'"),
        ("scale: large", "scael: large", "E403", (13, 18, 22), "'scale'"),
        ("scale: large", "scale: larg", "E406", (13, 25, 28), "'large'"),
        ("sent_by: USA", "sent_by: USAA", "E406", (13, 41, 44), "USA"),
        ("[rus-prk-2024/4]\n    pos", "[rus-prk-2024/44]\n    pos", "E202", (14, 13, 27), "'rus-prk-2024/4'"),
        ("by: PRK", "by: North Korea", "E204", (16, 14, 24), "'PRK'"),
        ("state_of_war", "stat_of_war", "E403", (19, 10, 20), "'state_of_war'"),
        ("chn-prk-1961", "chn-prk-1962", "E202", (20, 11, 22), "chn-prk-1961"),
        ("rus-prk-2024/4]\n", "rus-prk-2024/44]\n", "E202", (20, 25, 39), "its clauses are 3, 4"),
    ],
)
def test_a_name_that_nobody_has_is_told_at_its_place(
    right: str, wrong: str, code: str, place: tuple[int, int, int], hint: str
) -> None:
    before, found, after = GOOD.rpartition(right) if "44" in wrong and "pos" not in wrong else GOOD.partition(right)
    assert found
    (problem,) = problems_of(before + wrong + after)
    assert problem.mark
    assert (problem.code, problem.mark.file) == (code, "asked.yaml")
    assert (problem.mark.line, problem.mark.column, problem.mark.end_column) == place
    assert hint in (problem.hint or "")


def test_all_unknown_names_are_told_at_once_in_the_order_of_the_text() -> None:
    wrong = GOOD.replace("view: RUS", "view: Rusia").replace("kursk", "kursq").replace("chn-prk-1961", "chn-prk-1962")
    assert [one.mark.line for one in problems_of(wrong) if one.mark] == [3, 11, 20]


def test_two_events_with_one_id_are_told_with_a_place() -> None:
    second = "    id: first\n    roles: {requester"
    (problem,) = problems_of(GOOD.replace("    roles: {requester", second))
    assert (problem.code, problem.mark and problem.mark.line) == ("E201", 5)
    assert "'first'" in problem.message


def test_a_treaty_that_is_supposed_may_be_named() -> None:
    supposed = """instruments:
  - {kind: treaty, id: supposed-pact, title: Supposed pact, binding: legal, signed: {on: 2020-01-01},
     parties: [{state: PRK}, {state: CUB}], confidence: memory, sources: [un-charter-text],
     provisions: []}
"""
    named = GOOD.replace("chn-prk-1961", "supposed-pact")
    assert read_scenario_text(named + supposed, "asked.yaml", load().world).instruments
    assert problems_of(named)[0].code == "E202"


def test_the_place_is_right_where_the_scenario_is_the_only_record_of_a_list(tmp_path: Path) -> None:
    file = tmp_path / "asked.yaml"
    file.write_text("- kind: scenario\n  on: 2025-06-01\n  view: Rusia\n  events: []\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_scenario(file, load().world)
    (problem,) = caught.value.problems
    assert (problem.mark and (problem.mark.line, problem.mark.column)) == (3, 9)
    assert problem.heading == "scenario > view"


def test_of_very_many_unknown_names_the_first_are_told() -> None:
    many = ", ".join(f"nothing-{number}" for number in range(500))
    assert len(problems_of(GOOD.replace("chn-prk-1961", many))) == 50


def test_the_scenarios_of_the_corpus_name_nothing_unknown() -> None:
    world = load().world
    scenarios = [case.scenario for case in load_cases() if case.scenario]
    assert len(scenarios) > 20
    for scenario in scenarios:
        assert not list(misplaced(supposing(world, scenario.instruments), scenario))
