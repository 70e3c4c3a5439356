"""Properties of asking that hold for every question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from foedera.engine.ask import ask
from foedera.engine.lookup import QuestionError
from foedera.law.candidates import beneficiaries, obligors, other_side
from foedera.law.docket import docket
from foedera.law.setting import Case, StepBudgetError, open_setting
from foedera.law.status import condition, owed, status_of, triggered
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.api import Treaties
    from foedera.model.answers import Answer, Step
    from foedera.model.questions import Question

STATES = [
    "RUS",
    "UKR",
    "PRK",
    "KOR",
    "USA",
    "CHN",
    "JPN",
    "TUR",
    "GRC",
    "POL",
    "ARM",
    "AZE",
    "CUB",
    "EGY",
    "AUS",
    "TWN",
]
KINDS = ["armed_attack", "nuclear_attack", "threat_of_attack", "arms_transfer", "hostile_agreement", "territory_use"]
DAYS = st.dates(min_value=__import__("datetime").date(1946, 1, 1), max_value=__import__("datetime").date(2026, 6, 1))
pairs = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)
few = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def asked(treaties: Treaties, pair: list[str], day: object, **options: str) -> Question:
    """The question, if both states existed on the day."""
    try:
        return treaties.question(*pair, on=str(day), **options)  # type: ignore[arg-type]
    except QuestionError as error:
        assume("did not exist" not in str(error))
        raise


def cases(treaties: Treaties, question: Question) -> Iterator[Case]:
    setting = open_setting(treaties.world, question)
    for event in question.events:
        for clause in docket(treaties.world).by_kind[event.type]:
            for b in beneficiaries(setting, clause, event, every=False):
                for o in obligors(setting, clause, event, every=False):
                    if o != b:
                        adversaries = other_side(setting, event, b)
                        yield Case(setting, event, clause.instrument, clause.provision, o, b, adversaries)


@few
@given(pair=pairs, day=DAYS, kind=st.sampled_from(KINDS))
def test_the_truth_alone_is_the_truth_explained(treaties: Treaties, pair: list[str], day: object, kind: str) -> None:
    question = asked(treaties, pair, day, event=kind)
    for case in cases(treaties, question):
        assert triggered(case) is condition(case).truth, case.provision.id


@few
@given(pair=pairs, day=DAYS, kind=st.sampled_from(KINDS))
def test_every_finding_is_what_its_derivation_says(treaties: Treaties, pair: list[str], day: object, kind: str) -> None:
    for finding in treaties.answer(asked(treaties, pair, day, event=kind)).findings:
        barred = max((bar.step.truth for bar in finding.bars), default=Truth.FALSE)
        assert finding.status == status_of(finding.owed.truth, barred, political=finding.force == "political")
        check_tree(finding.derivation)
        unknown = finding.status == "arguable"
        assert bool(finding.hinges_on) is unknown
        assert all(leaf.truth is Truth.UNKNOWN and not leaf.children for leaf in finding.hinges_on)


def check_tree(step: Step) -> None:
    assert step.statement
    assert "{" not in step.statement
    for child in step.children:
        check_tree(child)


@few
@given(pair=pairs, day=DAYS)
def test_asking_twice_gives_the_same_answer(treaties: Treaties, pair: list[str], day: object) -> None:
    assert shape(treaties.answer(asked(treaties, pair, day))) == shape(treaties.answer(asked(treaties, pair, day)))


@few
@given(pair=pairs, day=DAYS, view=st.sampled_from(STATES))
def test_a_view_never_changes_what_nobody_disputes(treaties: Treaties, pair: list[str], day: object, view: str) -> None:
    plain = treaties.answer(asked(treaties, pair, day))
    viewed = treaties.answer(asked(treaties, pair, day, view=view))
    settled = {key for key, status in shape(plain).items() if status != "arguable"}
    disputed = {"prior_attack", "proportionate", "state_of_war", "statehood", "territory", "armed_attack",
                "self_defence", "in_force", "binding", "attribution", "suspension", "party", "organ_act"}  # fmt: skip
    if not any(disputed & atoms(f.derivation) for f in (*plain.findings, *viewed.findings)):
        assert all(shape(viewed).get(key) == shape(plain)[key] for key in settled)


def atoms(step: Step) -> set[str]:
    found = {step.atom} if step.dispute.asserted_by or step.dispute.denied_by else set()
    for child in step.children:
        found |= atoms(child)
    return found


def shape(answer: Answer) -> dict[tuple[str | None, str, str, str, bool], str]:
    return {
        (f.obligor or f.group, f.provision.id, f.beneficiary, f.act, f.is_component): f.status for f in answer.findings
    }


@few
@given(pair=pairs, day=DAYS)
def test_leaving_an_instrument_out_leaves_the_other_promises_as_they_are(
    treaties: Treaties, pair: list[str], day: object
) -> None:
    question = asked(treaties, pair, day)
    before = shape(ask(treaties.world, question))
    after = shape(ask(treaties.world, replace(question, without=("north-atlantic-1949",))))
    assert not any(key[1].startswith("north-atlantic-1949/") for key in after)
    kept = {key: status for key, status in before.items() if not key[1].startswith("north-atlantic-1949/")}
    assert all(after.get(key) == status for key, status in kept.items() if status != "barred")


def test_the_attacker_never_owes_help_against_itself(treaties: Treaties) -> None:
    answer = treaties.ask("TUR", "GRC", on="2024-06-01")
    own = [f for f in answer.findings if f.obligor == "TUR" and f.act == "act_to_meet_danger"]
    assert own
    assert {f.status for f in own} == {"not_due"}


def test_listed_findings_concern_the_parties_asked_about_and_all_lists_the_rest(treaties: Treaties) -> None:
    few_, every = (treaties.ask("CHN", "JPN", on="2020-01-01", every=flag) for flag in (False, True))
    assert len(every.findings) > len(few_.findings)
    listed = shape(few_)
    rest = [f for key, f in zip(shape(every), every.findings, strict=False) if key not in listed]
    assert all(f.status == "not_due" or f.obligor not in ("CHN", "JPN") for f in rest)


def test_a_question_stays_within_its_budget(treaties: Treaties) -> None:
    question = treaties.question("RUS", "POL", on="2024-06-01")
    assert ask(treaties.world, question, budget=100_000).findings
    with pytest.raises(StepBudgetError):
        ask(treaties.world, question, budget=10)


@pytest.mark.parametrize(
    ("atom", "value", "status"),
    [("state_of_war", "false", "not_due"), ("state_of_war", "unknown", "arguable"), ("prior_attack", "true", "barred"),
     ("armed_attack", "false", "not_due"), ("self_defence", "true", "not_due")],
)  # fmt: skip
def test_assumptions_can_be_switched_and_say_so(treaties: Treaties, atom: str, value: str, status: str) -> None:
    answer = treaties.ask("USA", "PRK", on="2025-06-01", assume={atom: value})  # type: ignore[dict-item]
    (russia,) = [
        f for f in answer.findings if f.obligor == "RUS" and f.provision.id == "rus-prk-2024/4" and not f.is_component
    ]
    assert russia.status == status
    assert next(one for one in answer.assumptions if one.atom == atom).switched


def test_the_answer_lists_its_assumptions_and_who_disputes_them(treaties: Treaties) -> None:
    answer = treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk")
    by_atom = {one.atom: one for one in answer.assumptions}
    assert set(by_atom) == {"state_of_war", "request", "unprovoked"}
    assert by_atom["state_of_war"].disputed_by == ("UKR",)


def test_what_the_corpus_does_not_cover_is_said(treaties: Treaties) -> None:
    answer = treaties.ask("FRA", "BRA", on="2024-01-01")
    assert {gap.what for gap in answer.gaps} >= {"obligations", "events"}


def test_a_state_that_did_not_exist_is_refused_though_it_continues_one_that_did(treaties: Treaties) -> None:
    with pytest.raises(QuestionError, match="Russia did not exist on 1990-01-01") as refused:
        treaties.ask("RUS", "NZL", on="1990-01-01")
    assert refused.value.hint == "ask for SUN (Soviet Union), which it continues"
    assert treaties.ask("SUN", "NZL", on="1990-01-01").findings
    assert treaties.ask("RUS", "NZL", on="1991-12-26").findings


def test_nothing_binds_or_protects_a_state_on_a_day_on_which_it_did_not_exist(treaties: Treaties) -> None:
    assert not treaties.standing("RUS", on="1991-12-25")
    assert treaties.standing("SUN", on="1991-12-25")
    assert treaties.standing("RUS", on="1991-12-26")
    assert not treaties.standing("SUN", on="1991-12-26")


@pytest.mark.parametrize("name", ["Korea", "korea", "congo", ""])
def test_a_name_that_may_mean_two_states_is_refused(treaties: Treaties, name: str) -> None:
    with pytest.raises(QuestionError):
        treaties.state(name)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("russia", "RUS"), ("DPRK", "PRK"), ("North Korea", "PRK"), ("Korea, Republic of", "KOR"), ("ROK", "KOR"),
     ("uk", "GBR"), ("TÜRKİYE", "TUR"), ("turkey", "TUR"), ("cote d'ivoire", "CIV"), ("USSR", "SUN"),
     ("east germany", "DDR"), ("no", "NOR")],
)  # fmt: skip
def test_names_people_type_are_understood(treaties: Treaties, name: str, identifier: str) -> None:
    assert treaties.state(name) == identifier


def test_owed_is_the_same_with_and_without_shared_grounds(treaties: Treaties) -> None:
    question = treaties.question("RUS", "POL", on="2024-06-01")
    for case in cases(treaties, question):
        for duty in case.provision.duties:
            assert owed(case, duty) == owed(case, duty)


def test_statehood_that_only_its_deniers_speak_of_stays_open_but_in_their_view(treaties: Treaties) -> None:
    def ban(**more: str) -> list[str]:
        answer = treaties.ask("SOM", "somaliland-republic", on="2024-02-01", **more)
        return [one.status for one in answer.findings if (one.obligor, one.provision.id) == ("SOM", "un-charter/2(4)")]

    assert ban() == ["arguable"]
    assert ban(view="SOM") == ["not_due"]
