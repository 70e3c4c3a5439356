"""The engine against an independent encoding of docs/semantics.md in answer-set programming.

``encoding.lp`` and ``facts.py`` import parsed records and nothing of the law or the engine. Every status that is not
``not_due`` must be the same on both sides: on the corpus' own cases, and on random small worlds. Solving a case of the
whole corpus takes a second or two, so each run takes a sample: ``FOEDERA_DIFFERENTIAL=1`` takes all of them.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings

from foedera.corpus.load import load_checked
from foedera.engine.ask import ask
from foedera.engine.lookup import QuestionError
from foedera.engine.question import from_ask, from_scenario
from foedera.model.world import assemble, supposing

from .solve import ENCODING, solve
from .strategies import asks, scenarios, worlds

if TYPE_CHECKING:
    from foedera.model.questions import Ask, Case, Question, Scenario
    from foedera.model.world import World

EVERYTHING = bool(os.environ.get("FOEDERA_DIFFERENTIAL"))
STEP = 1 if EVERYTHING else 20
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
few = settings(
    max_examples=500 if EVERYTHING else 20,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # no shrinking: each world takes a second
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
Row = tuple[str, str | None, str, str, str]


@cache
def corpus() -> tuple[World, tuple[Case, ...]]:
    loaded = load_checked(cases=True)
    return assemble((loaded.corpus,), ""), loaded.cases


def asked(case: Case) -> tuple[World, Question]:
    world, _ = corpus()
    if case.ask:
        return world, from_ask(world, case.ask)
    assert case.scenario
    whole = supposing(world, case.scenario.instruments)
    return whole, from_scenario(whole, case.scenario)


def by_engine(world: World, question: Question) -> set[Row]:
    return {
        (f.provision.id, f.obligor or f.group, f.beneficiary, f.act, f.status)
        for f in ask(world, question).findings
        if f.status != "not_due"
    }


def by_encoding(world: World, question: Question, rules: str | None = None) -> set[Row]:
    found = solve(world, question, rules)
    return {(f.provision, f.obligor, f.beneficiary, f.act, f.status) for f in found if f.listing == "usual"}


@pytest.mark.parametrize("case", corpus()[1][::STEP], ids=lambda case: case.id)
def test_both_find_the_same_on_a_case_of_the_corpus(case: Case) -> None:
    world, question = asked(case)
    assert by_engine(world, question) == by_encoding(world, question)


@few
@given(world=worlds(), short=asks())
def test_both_find_the_same_in_a_random_world(world: World, short: Ask) -> None:
    try:
        question = from_ask(world, short)
    except QuestionError:
        reject()
    assert by_engine(world, question) == by_encoding(world, question)


@few
@given(world=worlds(), scenario=scenarios())
def test_both_find_the_same_in_a_random_scenario(world: World, scenario: Scenario) -> None:
    try:
        question = from_scenario(world, scenario)
    except QuestionError:
        reject()
    assert by_engine(world, question) == by_encoding(world, question)


def test_a_wrong_rule_is_noticed() -> None:
    rules = ENCODING.read_text(encoding="utf-8")
    wrong = rules.replace("t(X) :- conj(X), t(Y) : part(X,Y).", "t(X) :- conj(X), part(X,Y), t(Y).")
    assert wrong != rules
    case = next(case for case in corpus()[1] if case.ask and case.ask.event == "arms_transfer")
    world, question = asked(case)
    assert by_engine(world, question) == by_encoding(world, question)
    assert by_engine(world, question) != by_encoding(world, question, wrong)
