"""What can be asked for, and what is said of what cannot."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from foedera.panels.request import PanelError, parse_request

YEAR = "directed-dyad-year"
WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown unit": ({"unit": "dyad-month"}, "no unit is called 'dyad-month'", "choose directed-dyad-day, "),
    "an unknown list": ({"states": "un"}, "no list of states is called 'un'", "choose cow, gw, iso"),
    "an unknown aggregation": ({"aggregate": "mean"}, "no aggregation is called 'mean'", "choose any, on, share"),
    "unknown columns": ({"columns": "few"}, "no set of columns is called 'few'", "choose all, basic"),
    "no day": ({"first": "1816-13"}, "'1816-13' is not a day or year", "write 1816 or 1816-01-01"),
    "a day that does not exist": ({"last": "1901-02-29"}, "'1901-02-29' is not a day or year", "write 1816"),
    "years that run backwards": ({"first": 1903}, "the panel would end before it begins", "--from is the earlier one"),
    "the end of days": ({"last": 9999}, "the panel would not end", "choose an earlier --to"),
    "on without a day": ({"aggregate": "on"}, "--aggregate on and --on-day belong together", "as in: --aggregate on"),
    "a day without on": ({"on_day": "07-01"}, "--aggregate on and --on-day belong together", "as in: --aggregate on"),
    "no day of the year": ({"aggregate": "on", "on_day": "13-01"}, "'13-01' is not a day of the year", "write month"),
    "no text of a day": ({"aggregate": "on", "on_day": "July"}, "'July' is not a day of the year", "write month"),
    "29 February": ({"aggregate": "on", "on_day": "02-29"}, "not every year has a 29 February", "choose 02-28"),
    "a share of states": ({"unit": "state-year", "aggregate": "share"}, "a share of days is given for dyads", "--agg"),
    "aggregated days": ({"unit": "directed-dyad-day", "aggregate": "share"}, "a panel of days is not aggr", "choose a"),
    "attacks on a day": (
        {"unit": "attack-dyad-year", "aggregate": "on", "on_day": "07-01"}, "attack-dyad-year says what holds", "leave",
    ),
    "expanded years": ({"expand": True}, "only runs of days can be expanded", "--expand goes with"),
    "capabilities of dyads": ({"with_capabilities": True}, "national capabilities go with state-years", "add --unit"),
    "capabilities in other codes": (
        {"unit": "state-year", "states": "gw", "with_capabilities": True}, "national capabilities go", "add --unit",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "message", "hint"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked_is_told_with_a_hint(asked: dict[str, Any], message: str, hint: str) -> None:
    options = {"unit": YEAR, "first": 1900, "last": 1902, **asked}
    with pytest.raises(PanelError) as told:
        parse_request(**options)
    assert str(told.value).startswith(message)
    assert (told.value.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("first", "last", "since", "until"),
    [
        (1900, 1900, "1900-01-01", "1901-01-01"),
        ("1900", "1900-06-30", "1900-01-01", "1900-07-01"),
        ("1900-02-28", "1900-02-28", "1900-02-28", "1900-03-01"),
    ],
)
def test_both_ends_belong_to_the_panel(first: str | int, last: str | int, since: str, until: str) -> None:
    request = parse_request(YEAR, first, last)
    found = (dt.date.fromordinal(request.since).isoformat(), dt.date.fromordinal(request.until).isoformat())
    assert found == (since, until)
    assert (request.first, request.last) == (since, str(dt.date.fromordinal(request.until - 1)))


def test_names_are_read_forgivingly() -> None:
    assert parse_request("Directed Dyad Year", 1900, 1900, states="COW").unit == YEAR
