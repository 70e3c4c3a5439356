"""The corpus' own cases: asked now, with a link that asks the same."""

from __future__ import annotations

import html
import re

import pytest
from paging_help import pages

from foedera.api import load
from foedera.corpus.load import load_cases
from foedera.engine.scenarios import read_scenario_text
from foedera.web.pages.cases import scenario_text
from foedera.web.paging import ROWS

CASES = load_cases(None)


def test_every_case_is_listed(client) -> None:
    walked = [response.text for response in pages(client, "/cases")]
    assert len(walked) == (len(CASES) - 1) // ROWS + 1
    found = [one for page in walked for one in re.findall(r'<li><a href="/cases/([^"]+)"', page)]
    assert sorted(found) == sorted(case.id for case in CASES)


def test_a_heading_counts_all_cases_of_its_file_on_every_page(client) -> None:
    counted: dict[str, set[str]] = {}
    for page in pages(client, "/cases"):
        for name, number in re.findall(r'<h2>([^<]*) <span class="count">(\d+)</span>', page.text):
            counted.setdefault(name, set()).add(number)
    assert all(len(numbers) == 1 for numbers in counted.values())
    assert sum(int(number) for numbers in counted.values() for number in numbers) == len(CASES)


def test_words_filter_the_cases(client) -> None:
    page = client.get("/cases?text=Kursk+view").text
    assert "/cases/kursk-no-view" in page
    assert "/cases/rus-prk-arms-2025" not in page


def test_a_case_that_holds_is_said_to_hold(client) -> None:
    page = client.get("/cases/kursk-no-view").text
    assert "The engine gives all of it now" in page
    assert "/ask?actor=UKR&amp;target=RUS&amp;on=2024-12-10&amp;at=kursk" in page


def test_a_case_that_does_not_hold_is_said_not_to(client, monkeypatch) -> None:
    from foedera.problems import Problem  # noqa: PLC0415
    from foedera.web.pages import cases as case_pages  # noqa: PLC0415

    monkeypatch.setattr(case_pages, "run_case", lambda *_: (Problem("E601", "expected PRK to be due"),))
    page = client.get("/cases/kursk-no-view?again=1").text
    assert "does not give all of it" in page
    assert "expected PRK to be due" in page


@pytest.mark.parametrize("case", [case for case in CASES if case.scenario], ids=lambda case: case.id)
def test_a_scenario_is_written_so_that_it_reads_the_same(case) -> None:
    world = load().world
    again = read_scenario_text(scenario_text(case.scenario), "again.yaml", world)
    assert (again.on, again.view, again.assume, again.without) == (
        case.scenario.on,
        case.scenario.view,
        case.scenario.assume,
        case.scenario.without,
    )
    assert [(one.type, one.roles, one.at) for one in again.events] == [
        (one.type, one.roles, one.at) for one in case.scenario.events
    ]


def test_the_question_of_a_case_can_be_asked(client) -> None:
    for case in (*CASES[::31], *[case for case in CASES if case.scenario][::7]):
        page = client.get(f"/cases/{case.id}").text
        address = re.search(r'<a href="([^"]+)">Ask it', page)
        assert address, case.id
        assert client.get(html.unescape(address[1])).status_code == 200, case.id


def test_an_unknown_case_is_not_found(client) -> None:
    assert client.get("/cases/none").status_code == 404
