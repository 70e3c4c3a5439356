"""Doubtful days compare to a truth that holds for every candidate."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.dates import Day, DayError, Span
from foedera.truth import Truth

FIRST = dt.date(1900, 1, 1).toordinal()
small_days = st.lists(st.integers(0, 12), min_size=1, max_size=4, unique=True).map(
    lambda offsets: Day.parse("[" + ",".join(dt.date.fromordinal(FIRST + o).isoformat() for o in offsets) + "]")
)


def candidates(day: Day) -> list[int]:
    return [ordinal for low, high in day.ranges for ordinal in range(low, high + 1)]


def settled(values: set[bool]) -> Truth:
    return Truth.UNKNOWN if len(values) > 1 else Truth.of(values.pop())


@given(small_days, small_days)
def test_before_is_true_or_false_only_if_so_for_every_pair(a: Day, b: Day) -> None:
    assert a.before(b) is settled({x < y for x in candidates(a) for y in candidates(b)})


@given(small_days, small_days)
def test_on_or_before_is_true_or_false_only_if_so_for_every_pair(a: Day, b: Day) -> None:
    assert a.on_or_before(b) is settled({x <= y for x in candidates(a) for y in candidates(b)})


@given(small_days, small_days, small_days)
def test_a_span_contains_what_both_ends_allow(since: Day, until: Day, day: Day) -> None:
    assert Span(since, until).contains(day) is min(since.on_or_before(day), day.before(until))


def test_a_span_is_half_open() -> None:
    span = Span(Day.parse("2024-12-04"), Day.parse("2025-01-01"))
    truths = [span.contains(Day.parse(text)) for text in ("2024-12-03", "2024-12-04", "2024-12-31", "2025-01-01")]
    assert truths == [Truth.FALSE, Truth.TRUE, Truth.TRUE, Truth.FALSE]


def test_open_ends_are_open() -> None:
    assert Span().contains(Day.parse("0001-01-01")) is Truth.TRUE
    assert Span(Day.parse("1815")).contains(Day.parse("1815-06-09")) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1815", "1815-01-01", "1815-12-31"),
        ("1815-06", "1815-06-01", "1815-06-30"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1815-06-09", "1815-06-09", "1815-06-09"),
        ("[1996-09-10,1995-09-07]", "1995-09-07", "1996-09-10"),
        ("[2024-01..2024-02]", "2024-01-01", "2024-02-29"),
        ("[2024-12-04..]", "2024-12-04", "9999-12-31"),
        ("[..1961-07]", "0001-01-01", "1961-07-31"),
    ],
)
def test_edtf_texts_are_read(text: str, first: str, last: str) -> None:
    day = Day.parse(text)
    assert dt.date.fromordinal(day.first).isoformat() == first
    assert dt.date.fromordinal(day.last).isoformat() == last
    assert str(day) == text


def test_adjacent_candidates_become_one_range() -> None:
    assert len(Day.parse("[2024-01-01,2024-01-02,2024-03]").ranges) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024-13",
        "2024-02-30",
        "24-01-01",
        "2024/01/01",
        "[..]",
        "[]",
        "[2025..2024]",
        "1815~",
        "[" + "2024," * 200 + "]",
        "٢٠٢٤-٠١-٠١x",
    ],
)
def test_what_is_not_a_day_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(DayError) as caught:
        Day.parse(text)
    assert str(caught.value)
