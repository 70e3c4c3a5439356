"""Dates as people write them, and how the context completes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_help import read

from foedera.reader.written import dates_in

DATED = dt.date(2024, 7, 2)


def dates(text: str, dated: dt.date | None = None) -> list[str]:
    """The dates in a text, as day, month and year."""
    return [str(one.written) for one in dates_in(text, 0, dated)]


FULL = [
    *("June 19, 2024", "19 June 2024", "19th of June 2024", "the 19th of June, 2024", "June 19th, 2024", "19.06.2024"),
    *("2024-06-19", "19 Jun. 2024", "Jun 19, 2024", "the nineteenth of June 2024", "JUNE 19, 2024", "19 june 2024"),
    *("Wednesday, 19 June 2024", "June 19 2024", "the 19th of June of 2024"),
]
PARTS = [
    ("in June 2024", "June 2024"),
    ("in June, 2024", "June 2024"),
    ("in December of 1991", "December 1991"),
    ("in mid-June 2024", "June 2024"),
    ("in late May 1955", "May 1955"),
    ("in spring 1949", "1949"),
    ("in 1949", "1949"),
    ("on June 19", "19 June"),
    ("on 4 July", "4 July"),
    ("on the Fourth of July", "4 July"),
    ("in May", "May"),
    ("in mid-June", "June"),
    ("on Sept. 9, 2018", "9 September 2018"),
    ("in 2016-2017", "2016-2017"),
    ("in 2016–17", "2016-2017"),
    ("from 1949 to 1955", "1949-1955"),
    ("on 3 March of that year", "3 March"),
]
NO_DATES = [
    "It may be that troops march on.",
    "There may 5 people sit and march 2 miles.",
    "The force of 2024 troops and 1950 tons of fuel.",
    "S/RES/1718 and part 12.2024.5",
    "On 32 June 2020",
    "On 19.13.2024",
    "In the 1950s",
    "Case 2024/1718",
]
MOVING = [
    ("yesterday", "1 July 2024"),
    ("today", "2 July 2024"),
    ("two years ago", "2022"),
    ("three months ago", "April 2024"),
    ("last year", "2023"),
    ("last month", "June 2024"),
    ("earlier this month", "July 2024"),
    ("this year", "2024"),
]


@pytest.mark.parametrize("text", FULL)
def test_full_date_is_read_in_every_usual_form(text: str) -> None:
    assert dates(f"They signed it on {text} in Pyongyang.") == ["19 June 2024"]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_part_of_a_date_says_no_more_than_is_written(text: str, expected: str) -> None:
    assert dates(f"They signed it {text}, he said.") == [expected]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_and_verbs_are_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(("text", "expected"), MOVING)
def test_moving_date_is_counted_from_the_day_of_the_document(text: str, expected: str) -> None:
    (found,) = dates_in(f"The pact was signed {text}.", 0, DATED)
    assert str(found.written) == expected
    assert found.written is not None
    assert found.written.inferred


def test_moving_date_means_nothing_in_a_document_without_a_day() -> None:
    assert dates("The pact was signed yesterday, two years ago or last month.") == []


def test_each_date_of_a_sentence_is_found_where_it_stands() -> None:
    text = "Signed on 1 October 1953, it took effect on November 17, 1954."
    assert [(one.start, one.end, one.text) for one in dates_in(text, 100, None)] == [
        (110, 124, "1 October 1953"),
        (144, 161, "November 17, 1954"),
    ]


@pytest.mark.parametrize(
    ("dated", "expected"),
    [("2018-09-20", "19 September 2018"), ("2019-03-01", "19 September 2018"), ("2018-10", "19 September 2018")],
)
def test_date_without_a_year_takes_the_last_such_day_before_the_document(dated: str, expected: str) -> None:
    found = read("The two Koreas signed a military agreement on September 19.", dated)
    assert [str(one.written) for one in found.mentions if one.type == "date"] == [expected]


def test_date_without_a_year_stays_so_where_nothing_gives_the_year() -> None:
    found = read("The two Koreas signed a military agreement on September 19.")
    assert [str(one.written) for one in found.mentions if one.type == "date"] == ["19 September"]


def test_that_year_is_the_year_told_last() -> None:
    found = read(
        "The treaty with Japan was signed in January 1960. It took effect on 23 June of that year.", "2020-01-01"
    )
    assert [str(one.written) for one in found.mentions if one.type == "date"] == ["January 1960", "23 June 1960"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.dates(min_value=dt.date(1500, 1, 1), max_value=dt.date(2099, 12, 31)),
    st.sampled_from(
        ["{0:%B} {1}, {2}", "{1} {0:%B} {2}", "{2}-{0:%m}-{0:%d}", "{1}.{0:%m}.{2}", "the {1}th of {0:%B} {2}"]
    ),
)
def test_written_date_is_the_day_that_was_written(day: dt.date, form: str) -> None:
    (found,) = dates_in(f"on {form.format(day, day.day, day.year)} there", 0, None)
    assert found.written is not None
    assert (found.written.year, found.written.month, found.written.day) == (day.year, day.month, day.day)
