"""Presumptions: one for every leaf that can stay open, none that a status reads, and how a derivation leans."""

from __future__ import annotations

import ast
import typing
from pathlib import Path

import pytest

import foedera.law
from foedera.law.presume import leaning, presumptions
from foedera.model.answers import Step, conjunction, denial, disjunction
from foedera.model.conditions import Unstated
from foedera.truth import Truth

if typing.TYPE_CHECKING:
    from invented_wars import Library

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
LAW = Path(foedera.law.__file__).parent
_PLACES = {"Step": 6, "fact": 3, "switched": 1, "_on_another": 4}
"""Which argument of a call is the name of the leaf."""


def leaves() -> set[str]:
    """Every name of a leaf that the law's modules write, and every topic that a source can leave unstated."""
    found = set(typing.get_args(typing.get_type_hints(Unstated)["topic"]))
    for path in LAW.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = [keyword.value for keyword in node.keywords if keyword.arg == "atom"]
                at = _PLACES.get(node.func.id)
                given += node.args[at : at + 1] if at is not None else []
                found |= {
                    part.value
                    for value in given
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found - {"", "signed"}  # a treaty that is only signed is FALSE, never open


def test_every_leaf_that_can_stay_open_has_a_presumption(library: Library) -> None:
    assert {"reaches_prior_attack", "location", "gravity", "party", "acts_for"} <= leaves()
    assert leaves() == set(presumptions(library.base))


def test_each_leaf_has_one_presumption_with_a_reason(library: Library) -> None:
    stated = [one for rule in library.base.records.doctrine.values() for one in rule.presumes]
    assert len(stated) == len({one.atom for one in stated})
    assert all(one.why.endswith(".") for one in stated)


def test_no_status_reads_a_presumption() -> None:
    readers = {
        path.relative_to(LAW.parent).as_posix()
        for path in LAW.parent.rglob("*.py")
        if "presumes" in path.read_text(encoding="utf-8") or "law.presume" in path.read_text(encoding="utf-8")
    }
    assert readers == {"model/doctrine.py", "law/presume.py", "wars/cases.py", "wars/rules.py"}


def leaf(atom: str, truth: Truth = U) -> Step:
    return Step(truth, atom, (), (), (), None, atom)


PRESUMED = {"yes": T, "no": F}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (leaf("anything", T), T),
        (leaf("yes"), T),
        (leaf("no"), F),
        (leaf("never heard of"), F),
        (conjunction("both", (leaf("yes"), leaf("x", T))), T),
        (conjunction("both", (leaf("yes"), leaf("no"))), F),
        (disjunction("either", (leaf("yes"), leaf("no"))), T),
        (disjunction("either", (leaf("no"), leaf("x", F))), F),
        (denial("not", leaf("yes")), F),
        (denial("not", leaf("no")), T),
        (denial("neither", disjunction("either", (leaf("no"), leaf("x", F)))), T),
        (Step(U, "through", (), (leaf("yes"),)), T),
        (Step(U, "capped by itself", (), (leaf("x", T),), (), None, "no"), F),
    ],
)
def test_derivation_leans_as_its_open_leaves_are_presumed(step: Step, expected: Truth) -> None:
    assert leaning(step, PRESUMED) is expected


def test_join_of_a_step_says_how_its_truth_comes_from_its_children() -> None:
    pair = (leaf("a", T), leaf("b", F))
    assert [conjunction("", pair).joins, disjunction("", pair).joins, denial("", pair[0]).joins] == [
        "all",
        "any",
        "not",
    ]
