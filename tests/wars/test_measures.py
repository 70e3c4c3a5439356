"""Arithmetic of agreement, against values worked out by hand."""

from __future__ import annotations

import pytest

from foedera.wars.measures import Score, interval, score

MADE = Score(hits=20, misses=5, alarms=10, rejections=15)
"""Fifty pairs: agreement 0.7; chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5, so that kappa is 0.4."""


def test_measures_are_those_worked_out_by_hand() -> None:
    assert MADE.number == 50
    assert MADE.accuracy == pytest.approx(0.7)
    assert MADE.kappa == pytest.approx(0.4)
    assert MADE.precision == pytest.approx(20 / 30)
    assert MADE.recall == pytest.approx(0.8)
    assert MADE.f1 == pytest.approx(40 / 55)


def test_pairs_are_counted_as_coded_and_answered() -> None:
    assert score([(True, True), (True, False), (False, True), (False, False), (False, False)]) == Score(1, 1, 1, 2)


def test_what_is_not_defined_is_none() -> None:
    empty = score([])
    assert (empty.accuracy, empty.kappa, empty.precision, empty.recall, empty.f1) == (None,) * 5
    assert score([(True, True)]).kappa is None
    assert score([(False, False)]).precision is None


def test_interval_of_two_wars_reaches_from_the_worse_to_the_better() -> None:
    assert interval({"1": [(True, True)] * 4, "2": [(True, False)] * 4}) == (0.0, 1.0)


def test_interval_draws_whole_wars() -> None:
    mixed = {str(war): [(True, True), (True, False)] for war in range(20)}
    assert interval(mixed) == (0.5, 0.5)


def test_interval_is_the_same_every_time() -> None:
    data = {str(war): [(True, war % 3 != 0)] for war in range(30)}
    assert interval(data) == interval(data)


def test_interval_of_nothing_is_none() -> None:
    assert interval({}) is None
