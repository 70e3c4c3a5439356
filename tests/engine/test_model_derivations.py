"""The three derivations of the legal supplement, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.api import Treaties
    from foedera.model.answers import Answer, Finding, Step


def finding(answer: Answer, obligor: str, provision: str, act: str) -> Finding:
    (found,) = [f for f in answer.findings if (f.obligor, f.provision.id, f.act) == (obligor, provision, act)]
    return found


def atoms(step: Step) -> dict[str, Truth]:
    found = {step.atom: step.truth} if step.atom and not step.children else {}
    for child in step.children:
        found |= atoms(child)
    return found


@pytest.mark.parametrize(
    ("view", "main", "arms", "truths"),
    [
        (None, "arguable", "barred", {"prior_attack": 0, "proportionate": 0, "state_of_war": 0}),
        ("RUS", "due", "barred", {"prior_attack": -1, "state_of_war": 1}),
        ("UKR", "not_due", None, {"prior_attack": 1, "proportionate": 1, "state_of_war": -1}),
    ],
)
def test_kursk_turns_on_the_prior_attack_proportionality_and_the_state_of_war(
    treaties: Treaties, view: str | None, main: str, arms: str | None, truths: dict[str, int]
) -> None:
    answer = treaties.ask("ukraine", "russia", on="2024-12-10", at="kursk", view=view)
    help_owed = finding(answer, "PRK", "rus-prk-2024/4", "give_military_assistance")
    assert help_owed.status == main
    found = atoms(help_owed.owed)
    assert {atom: found[atom].value for atom in truths} == truths
    if main == "arguable":
        assert {leaf.atom for leaf in help_owed.hinges_on} == set(truths)
    if arms:
        transfer = finding(answer, "PRK", "rus-prk-2024/4", "transfer_arms")
        assert transfer.status == arms
        barring = {bar.norm for bar in transfer.bars if bar.step.truth is Truth.TRUE}
        assert any(norm.startswith("unscr-1874/9") for norm in barring)


@pytest.mark.parametrize(
    ("day", "status"), [("2024-08-06", "not_due"), ("2024-12-03", "not_due"), ("2024-12-04", "arguable")]
)
def test_kursk_on_the_days_around_entry_into_force(treaties: Treaties, day: str, status: str) -> None:
    answer = treaties.ask("UKR", "RUS", on=day, at="kursk")
    found = finding(answer, "PRK", "rus-prk-2024/4", "give_military_assistance")
    assert found.status == status
    if status == "not_due":
        first = next(child for child in found.owed.children if child.truth is Truth.FALSE)
        assert "signed on 2024-06-19" in first.statement
        assert "article 18" in first.statement


def test_an_attack_on_the_dprk_binds_china_and_russia_but_not_their_arms(treaties: Treaties) -> None:
    answer = treaties.ask("USA", "PRK", on="2025-06-01")
    for obligor, provision in (("CHN", "chn-prk-1961/2"), ("RUS", "rus-prk-2024/4")):
        assert finding(answer, obligor, provision, "give_military_assistance").status == "due"
        arms = finding(answer, obligor, provision, "transfer_arms")
        assert arms.status == "barred"
        assert "unscr-2270/6" in {bar.norm for bar in arms.bars if bar.step.truth is Truth.TRUE}
    assert finding(answer, "USA", "un-charter/2(4)", "use_force").status == "due"
    helpers = {f.obligor for f in answer.findings if f.beneficiary == "USA" and f.status in ("due", "arguable")}
    assert "KOR" not in helpers


def test_without_a_state_of_war_the_promises_to_the_dprk_are_arguable(treaties: Treaties) -> None:
    answer = treaties.ask("USA", "PRK", on="2025-06-01", assume={"state_of_war": "unknown"})
    for obligor, provision in (("CHN", "chn-prk-1961/2"), ("RUS", "rus-prk-2024/4")):
        found = finding(answer, obligor, provision, "give_military_assistance")
        assert found.status == "arguable"
        assert {leaf.atom for leaf in found.hinges_on} == {"state_of_war"}


@pytest.mark.parametrize(
    ("day", "item", "statuses"),
    [
        ("2005-01-01", None, {}),
        ("2006-10-13", "heavy", {}),
        ("2006-10-14", "heavy", {"unscr-1718/8(a)(i)": "due"}),
        ("2006-10-14", "small", {}),
        ("2009-06-11", "other", {}),
        ("2009-06-12", "other", {"unscr-1874/10": "due"}),
        ("2016-03-01", "small", {}),
        ("2016-03-02", "small", {"unscr-2270/6": "due"}),
        ("2025-01-01", None, {"unscr-1718/8(a)(i)": "arguable", "unscr-1874/10": "arguable", "unscr-2270/6": "due"}),
    ],
)
def test_arms_to_the_dprk_paragraph_by_paragraph(
    treaties: Treaties, day: str, item: str | None, statuses: dict[str, str]
) -> None:
    attributes = {"item": item} if item else None
    answer = treaties.ask("RUS", "PRK", event="arms_transfer", on=day, attributes=attributes)
    found = {
        f.provision.id.partition("@")[0]: f.status
        for f in answer.findings
        if f.obligor == "RUS" and f.act == "transfer_arms" and f.duty.modality == "must_not" and f.status != "not_due"
    }
    assert {key: value for key, value in found.items() if key.startswith("unscr")} == statuses


def test_the_clause_that_points_the_other_way_is_barred_and_the_charter_settles_it(treaties: Treaties) -> None:
    answer = treaties.ask("RUS", "PRK", event="arms_transfer", on="2025-01-01")
    assert finding(answer, "RUS", "rus-prk-2024/8", "form_mechanism").status == "barred"
    conflict = next(c for c in answer.conflicts if c.between == ("rus-prk-2024/8", "unscr-2270/6"))
    assert (conflict.state, conflict.settled, conflict.rule) == ("RUS", True, "un-charter/103")
