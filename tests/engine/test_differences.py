"""Two answers, told by what differs."""

from __future__ import annotations

import pytest

from foedera.api import Treaties, load
from foedera.engine.differences import differences


@pytest.fixture(scope="module")
def treaties() -> Treaties:
    return load()


def test_an_answer_does_not_differ_from_itself(treaties: Treaties) -> None:
    one = treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk")
    assert differences(one, treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk")) == ()


def test_what_a_lapsed_treaty_promised_is_gone_and_nothing_else(treaties: Treaties) -> None:
    before = treaties.ask("KOR", "PRK", on="2025-06-01")
    after = treaties.ask("KOR", "PRK", on="2025-06-01", without=["chn-prk-1961"])
    found = differences(before, after)
    assert {one.finding.instrument.id for one in found} == {"chn-prk-1961"}
    first = found[0]
    assert (first.finding.obligor, first.statuses) == ("CHN", ("due", None))
    assert [two.statuses[::-1] for two in found] == [one.statuses for one in differences(after, before)]


def test_a_switched_fact_moves_statuses_both_ways(treaties: Treaties) -> None:
    options = {"on": "2024-12-10", "at": "kursk"}
    before = treaties.ask("UKR", "RUS", **options)
    lawful = differences(before, treaties.ask("UKR", "RUS", **options, assume={"self_defence": "true"}))
    korean = [one for one in lawful if one.finding.provision.id == "rus-prk-2024/4" and not one.finding.is_component]
    assert {one.statuses for one in korean} == {("arguable", None), ("arguable", "not_due")} & {
        one.statuses for one in korean
    }
    assert korean


def test_a_part_of_an_act_that_is_not_listed_shares_the_status_of_the_whole(treaties: Treaties) -> None:
    options = {"on": "2024-12-10", "at": "kursk"}
    before = treaties.ask("UKR", "RUS", **options)
    after = treaties.ask("UKR", "RUS", **options, assume={"self_defence": "false"})
    parts = [one for one in differences(before, after) if one.finding.is_component]
    listed = {(f.provision.id, f.act) for f in after.findings if f.is_component}
    for one in parts:
        if (one.finding.provision.id, one.finding.act) not in listed:
            assert one.after is not None
            assert one.after.act == one.finding.duty.act
            assert one.after.status != one.before.status
