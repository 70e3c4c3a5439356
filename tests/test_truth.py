"""Kleene's strong logic."""

from __future__ import annotations

import itertools

import pytest

from foedera.truth import Truth, all_of, any_of, negation

VALUES = list(Truth)


def test_a_truth_is_never_used_as_a_bool() -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(Truth.TRUE)
    with pytest.raises(TypeError):
        _ = 1 if Truth.FALSE else 2


def test_unknown_stays_unknown_unless_the_other_side_settles_it() -> None:
    assert all_of([Truth.UNKNOWN, Truth.TRUE]) is Truth.UNKNOWN
    assert all_of([Truth.UNKNOWN, Truth.FALSE]) is Truth.FALSE
    assert any_of([Truth.UNKNOWN, Truth.FALSE]) is Truth.UNKNOWN
    assert any_of([Truth.UNKNOWN, Truth.TRUE]) is Truth.TRUE
    assert negation(Truth.UNKNOWN) is Truth.UNKNOWN


def test_empty_connectives_are_their_neutral_elements() -> None:
    assert all_of([]) is Truth.TRUE
    assert any_of([]) is Truth.FALSE


@pytest.mark.parametrize(("a", "b"), list(itertools.product(VALUES, VALUES)))
def test_de_morgan_holds_in_three_values(a: Truth, b: Truth) -> None:
    assert negation(all_of([a, b])) is any_of([negation(a), negation(b)])


def test_words_are_lower_case() -> None:
    assert [t.word for t in (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE)] == ["false", "unknown", "true"]
