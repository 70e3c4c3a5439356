"""Codes of states: one state bears a number on a day, and every number in the research data has a state."""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedera.datasets.codes import Stint, codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.api import Treaties

Need = tuple[str, int, int, int]
"""A code system, a code, and the first and last day on which the data use it."""

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LISTS = ("cow_states.csv", "gw_states.csv", "atop-4.01-members.csv", "iwd-1.1-wars.csv")
END_OF_ATOP = dt.date(2016, 12, 31)
UNLISTED = {8152}
"""ATOP's own number for Annam, which is in no list of the COW project."""


@pytest.fixture(scope="module")
def data() -> Path:
    absent = [name for name in LISTS if not (DATA / name).is_file()]
    if absent:
        pytest.skip(f"no research data in ../shared/data: {', '.join(absent)}")
    return DATA


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def day(row: dict[str, str], names: tuple[str, str, str], *, last: bool) -> int:
    """A day whose month or day may be missing: then the first or the last that it can be."""
    year, month, number = (int(row[name]) if row[name].lstrip("-").isdigit() else 0 for name in names)
    month = month if month > 0 else (12 if last else 1)
    end = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(number, end) if number > 0 else (end if last else 1)).toordinal()


def listed(data: Path) -> Iterator[Need]:
    for row in rows(data / "cow_states.csv"):
        first = day(row, ("styear", "stmonth", "stday"), last=False)
        yield "cow", int(row["ccode"]), first, day(row, ("endyear", "endmonth", "endday"), last=True)
    for row in rows(data / "gw_states.csv"):
        first, last = (dt.date.fromisoformat(row[name]).toordinal() for name in ("startdate", "enddate"))
        yield "gw", int(row["gwcode"]), first, last


def members(data: Path) -> Iterator[Need]:
    for row in rows(data / "atop-4.01-members.csv"):
        left = row["yrexit"] != "0"
        last = day(row, ("yrexit", "moexit", "dayexit"), last=True) if left else END_OF_ATOP.toordinal()
        yield "cow", int(row["member"]), day(row, ("yrent", "moent", "dayent"), last=False), last


def belligerents(data: Path) -> Iterator[Need]:
    for row in rows(data / "iwd-1.1-wars.csv"):
        for spell in ("", "02"):
            if not row[f"month_entry{spell}"].isdigit():
                continue
            first = day(row, ("year", f"month_entry{spell}", f"day_entry{spell}"), last=False)
            last = day(row, ("year", f"month_exit{spell}", f"day_exit{spell}"), last=True)
            numbers = {value for name, value in row.items() if name.endswith("ccode") and value.isdigit()}
            yield from (("cow", int(number), first, last) for number in numbers)


def holes(stints: tuple[Stint, ...], first: int, last: int) -> Iterator[str]:
    """The days of a span on which nobody bears the code."""
    free = first
    for stint in stints:
        if stint.until > free and stint.since <= last:
            if stint.since > free:
                yield f"{dt.date.fromordinal(free)} to {dt.date.fromordinal(stint.since - 1)}"
            free = stint.until
    if free <= last:
        yield f"{dt.date.fromordinal(free)} to {dt.date.fromordinal(last)}"


@pytest.mark.parametrize("system", ["cow", "gw"])
def test_no_two_states_bear_a_code_on_the_same_day(treaties: Treaties, system: str) -> None:
    table = codes(treaties.world.records.states, system)
    shared = [
        f"{system} {code}: {one.state} and {other.state}"
        for code, stints in table.by_code.items()
        for one, other in itertools.pairwise(stints)
        if other.since < one.until
    ]
    assert len(table.by_code) > 200
    assert not shared


@pytest.mark.parametrize("source", [listed, members, belligerents])
def test_every_code_of_the_research_data_has_a_state(treaties: Treaties, data: Path, source: object) -> None:
    assert callable(source)
    tables = {system: codes(treaties.world.records.states, system) for system in ("cow", "gw")}
    needs: set[Need] = {need for need in source(data) if need[1] not in UNLISTED}
    missing = [
        f"{system} {code}: {hole}"
        for system, code, first, last in sorted(needs)
        for hole in holes(tables[system].by_code.get(code, ()), first, last)
    ]
    assert len(needs) > 200
    assert not missing


@pytest.mark.parametrize(
    ("system", "code", "on", "state"),
    [
        ("cow", 300, "1866-06-14", "austrian-empire"), ("cow", 300, "1914-07-28", "austria-hungary"),
        ("cow", 255, "1870-07-19", "prussia"), ("cow", 255, "1914-08-01", "DEU"), ("cow", 255, "1995-01-01", "DEU"),
        ("gw", 260, "2010-01-01", "DEU"), ("cow", 325, "1859-04-29", "sardinia"), ("cow", 325, "1915-05-23", "ITA"),
        ("cow", 365, "1914-08-01", "russian-empire"), ("cow", 365, "1920-01-01", "soviet-russia"),
        ("cow", 365, "1991-12-25", "SUN"), ("cow", 365, "1991-12-26", "RUS"), ("cow", 345, "1999-03-24", "SCG"),
        ("cow", 345, "1914-07-28", "serbia-kingdom"), ("gw", 340, "1914-07-28", "serbia-kingdom"),
        ("gw", 340, "2010-01-01", "SRB"), ("cow", 651, "1960-01-01", "united-arab-republic"),
        ("cow", 652, "1960-01-01", "SYR"), ("cow", 651, "1967-06-05", "EGY"), ("cow", 710, "1894-08-01", "qing-china"),
        ("cow", 710, "1937-07-07", "TWN"), ("cow", 710, "1950-10-25", "CHN"),
        ("cow", 552, "1970-01-01", "rhodesia-republic"),
    ],
)  # fmt: skip
def test_codes_pass_from_state_to_state(treaties: Treaties, system: str, code: int, on: str, state: str) -> None:
    table = codes(treaties.world.records.states, system)
    ordinal = dt.date.fromisoformat(on).toordinal()
    assert table.state(code, ordinal) == state
    assert table.code(state, ordinal) == (651 if state == "united-arab-republic" else code)
