"""The corpus' own cases, one test each, and that a wrong expectation does not pass."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, get_args

import pytest

from foedera.corpus.load import load_checked
from foedera.engine.cases import run_case
from foedera.model.instruments import Kind

if TYPE_CHECKING:
    from foedera.api import Treaties
    from foedera.model.questions import Case

OTHER = {"due": "not_due", "expected": "due", "arguable": "due", "barred": "due", "not_due": "due", "none": "due"}


@cache
def cases() -> tuple[Case, ...]:
    return load_checked(cases=True).cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case(treaties: Treaties, case: Case) -> None:
    problems = run_case(treaties.world, case)
    assert not problems, "\n".join(f"{p.message} {'; '.join(p.notes)}" for p in problems)


@pytest.mark.parametrize("case", cases()[::7], ids=lambda case: case.id)
def test_a_wrong_expectation_is_found(treaties: Treaties, case: Case) -> None:
    expected = case.expect[0]
    wrong = replace(case, expect=(replace(expected, status=OTHER[expected.status], hinges_on=None, bars=None),))
    assert run_case(treaties.world, wrong) or expected.act is None


def test_there_are_ninety_cases_and_more_of_every_status() -> None:
    assert len(cases()) >= 90
    assert {e.status for case in cases() for e in case.expect} == set(OTHER)


def test_every_kind_of_clause_in_the_corpus_has_a_case(treaties: Treaties) -> None:
    named = {e.provision.partition("@")[0] for case in cases() for e in case.expect if e.provision}
    covered: set[str] = set()
    present: set[str] = set()
    for instrument, provision in treaties.world.provisions.values():
        present |= set(provision.kind)
        if {provision.id.partition("@")[0], f"{instrument.id}/{provision.article}"} & named:
            covered |= set(provision.kind)
    assert present <= set(get_args(Kind))
    assert present - covered <= {"rule"}
