"""Scores, ablations and fulfilment rates on invented codings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented_wars import attack, member

from foedera.datasets.imported import DatasetError
from foedera.datasets.table import parse_table
from foedera.wars.codings import read_codings
from foedera.wars.rules import RULES
from foedera.wars.score import ablation, answers, rates, report

if TYPE_CHECKING:
    from invented_wars import Library

    from foedera.model.world import World
    from foedera.wars.attacks import War
    from foedera.wars.codings import Coding

CODINGS = """warid,warname,atopid,outcome_bf,outcome_llm
1,Invented1,9001,honor,cfna
1,Invented1,9002,cfna,cfna
1,Invented1,9003,cfna,NA
2,Invented2,9001,violate,violate
2,Invented2,9002,nonagg,consul
7,Unheard,9001,honor,honor
7,Unheard,9002,cfna,cfna
"""


def codings(text: str = CODINGS) -> tuple[Coding, ...]:
    return read_codings(parse_table("codings.csv", text.encode()))


@pytest.fixture(scope="module")
def made(library: Library) -> tuple[World, tuple[War, ...]]:
    wars = library.wars(
        attack("ITA", "ESP"), attack("BGR", "GRC", "1950-01-01", "1950-05-05", war=2), attack("ITA", "GRC")
    )
    members = [member(s, defense=1) for s in ("FRA", "ESP")]
    members += [member(s, alliance=9002, defense=1, defcoloc=1) for s in ("ESP", "PRT")]
    members += [member(s, "1945-01-01", "1960-01-01", alliance=9004, neutral=1) for s in ("GRC", "PRT")]
    return library.world(*members), wars


def test_score_counts_absent_wars_as_no_and_reports_them_apart(made: tuple[World, tuple[War, ...]]) -> None:
    world, wars = made
    found = report(codings(), answers(world, wars), wars, "outcome_bf")
    assert (found.every.hits, found.every.misses, found.every.alarms, found.every.rejections) == (1, 2, 0, 3)
    assert (found.known.hits, found.known.misses, found.known.rejections) == (1, 1, 2)
    assert found.absent == (2, 1)
    assert found.no_performance == 1


def test_arguable_rows_are_no_firm_statuses(made: tuple[World, tuple[War, ...]]) -> None:
    world, wars = made
    found = report(codings(), answers(world, wars), wars, "outcome_bf")
    assert found.firm.number == 3
    assert found.firm.accuracy == pytest.approx(2 / 3)


def test_disagreements_say_what_was_coded_and_answered(made: tuple[World, tuple[War, ...]]) -> None:
    world, wars = made
    found = report(codings(), answers(world, wars), wars, "outcome_bf").disagreements
    assert [(one.coding.line, one.outcome, one.row and one.row.status) for one in found] == [
        (5, "violate", None),
        (7, "honor", None),
    ]


def test_second_coding_is_scored_where_it_is_given(made: tuple[World, tuple[War, ...]]) -> None:
    world, wars = made
    found = report(codings(), answers(world, wars), wars, "outcome_llm")
    assert (found.every.number, found.no_performance) == (5, 1)


def test_ablation_has_a_line_for_every_rule_and_every_presumption_that_matters(
    made: tuple[World, tuple[War, ...]],
) -> None:
    world, wars = made
    found = list(ablation(world, wars, codings()))
    assert [one.rule.id for one in found] == [*(rule.id for rule in RULES), "presumption location"]
    without_place = next(one.score for one in found if one.rule.id == "place")
    assert without_place.alarms == 1


def test_fulfilment_is_kept_of_kept_and_broken(made: tuple[World, tuple[War, ...]]) -> None:
    world, wars = made
    text = CODINGS + "1,Invented1,9004,honor,honor\n2,Invented2,9004,honor,honor\n"
    found = {(one.group, one.label): (one.kept, one.broken, one.rate) for one in rates(codings(text), world, wars)}
    assert found == {
        ("overall", "all"): (4, 1, pytest.approx(0.8)),
        ("period", "wars before 1945"): (2, 0, 1.0),
        ("period", "wars from 1945 on"): (1, 1, 0.5),
        ("kind", "defence"): (2, 1, pytest.approx(2 / 3)),
        ("kind", "neutrality"): (2, 0, 1.0),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("warid,atopid\n1,2\n", "codings.csv:1: the column 'outcome_bf' is missing"),
        ("warid,atopid,outcome_bf\n1,2,kept\n", "codings.csv:2: 'kept' in 'outcome_bf' is no outcome"),
        ("warid,atopid,outcome_bf\n1,two,cfna\n", "codings.csv:2: 'two' in 'atopid' is not a number"),
        (
            "warid,atopid,outcome_bf\n1,2,cfna\n1,2,honor\n",
            "codings.csv:3: war 1 and alliance 2 stand there twice",
        ),
    ],
)
def test_mistakes_in_codings_are_shown_where_they_are(text: str, message: str) -> None:
    with pytest.raises(DatasetError) as caught:
        codings(text)
    assert str(caught.value) == message
    assert caught.value.hint or "number" in message
