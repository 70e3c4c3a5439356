"""Readers of plain data: state systems, capabilities, wars."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from foedera.datasets.capabilities import read_nmc
from foedera.datasets.cow_wars import COLUMNS as WAR_COLUMNS
from foedera.datasets.cow_wars import read_cow_wars
from foedera.datasets.imported import DatasetError
from foedera.datasets.readers import READERS, reader
from foedera.datasets.registry import DATASETS
from foedera.datasets.systems import COLUMNS, read_cow_states, read_gw_states
from foedera.datasets.table import parse_table, read_table


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def refused(reads, states, text: str) -> DatasetError:
    with pytest.raises(DatasetError) as refusal:
        reads(parse_table("a.csv", text.encode()), states)
    return refusal.value


# --- state systems ---

COW = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
GW = "statenumber\tstateid\tcountryname\tstart\tend\n"


def cow(states, *rows: str):
    return read_cow_states(parse_table("a.csv", (COW + "\n".join(rows)).encode()), states)


def test_last_day_in_the_system_is_the_day_before_the_span_ends(states, examples) -> None:
    rows = read_cow_states(read_table(examples / "states-invented.csv"), states).tables["cow_system"]
    assert rows[1] == ("FRA", 220, "FRN", "France", day("1900-01-01"), day("1942-11-11"), 3)


def test_member_on_the_last_day_of_the_file_is_still_a_member(states, examples) -> None:
    imported = read_cow_states(read_table(examples / "states-invented.csv"), states)
    dated = [dict(zip(COLUMNS, row, strict=True)) for row in imported.tables["cow_system"]]
    assert [one["until"] for one in dated] == [None, day("1942-11-11"), None]
    assert imported.notes[0].message == (
        "the file ends on 1999-12-31: the 2 states that are members on that day have an open end"
    )
    assert imported.tables["cow_system.columns"] == (COLUMNS,)


def test_code_that_two_states_bore_is_divided_between_them(states) -> None:
    imported = cow(states, "RUS,365,Russia,1900,1,1,1999,12,31,x")
    rows = imported.tables["cow_system"]
    assert len({row[0] for row in rows}) > 1
    assert rows[0][4] == day("1900-01-01")
    assert rows[-1][5] is None
    assert all(one[5] == other[4] for one, other in itertools.pairwise(rows)), "no day is lost or counted twice"


def test_days_in_which_no_state_bears_the_code_are_kept_and_told(states) -> None:
    imported = cow(states, "ARD,999,Ardenia,1900,1,1,1950,6,30,x", "USA,2,United States,1900,1,1,1999,12,31,x")
    assert imported.tables["cow_system"][0] == (None, 999, "ARD", "Ardenia", day("1900-01-01"), day("1950-07-01"), 2)
    (note,) = (note for note in imported.notes if note.kind == "unlinked")
    assert note.line == 2
    assert note.message == "no state of the corpus has the COW code 999 (Ardenia) from 1900-01-01 to 1950-06-30"


@pytest.mark.parametrize("start", ["1900-01-01", "01:01:1900"])
def test_gleditsch_and_ward_days_are_read_in_both_forms(states, start) -> None:
    text = GW + f"2\tUSA\tUnited States of America\t{start}\t2020-12-31\n220\tFRN\tFrance\t{start}\t1950-06-30\n"
    rows = read_gw_states(parse_table("ksgmdw.txt", text.encode()), states).tables["gw_system"]
    assert rows[0] == ("USA", 2, "USA", "United States of America", day("1900-01-01"), None, 2)
    assert rows[1][5] == day("1950-07-01")


@pytest.mark.parametrize(
    ("reads", "text", "message"),
    [
        (
            read_cow_states,
            "a,b\n1,2\n",
            "a.csv:1: the columns 'ccode', 'styear', 'stmonth', 'stday', 'endyear' are missing",
        ),
        (read_cow_states, COW + "A,x,A,1900,1,1,1999,12,31,x\n", "a.csv:2: 'x' in 'ccode' is not a number"),
        (read_cow_states, COW + "A,2,A,1900,2,30,1999,12,31,x\n", "a.csv:2: 1900-2-30 is not a day of the calendar"),
        (read_cow_states, COW + "A,2,A,1900,1,1,1899,12,31,x\n", "a.csv:2: the spell ends before it begins"),
        (read_gw_states, GW + "2\tA\tA\tsoon\t2020-12-31\n", "a.csv:2: 'soon' in 'start' is not a day"),
        (read_gw_states, "2\tUSA\tx\t1\t3\n", "a.csv:1: the columns 'gwcode', 'startdate', 'enddate' are missing"),
    ],
)
def test_list_of_states_that_cannot_be_read_is_refused(reads, text, message, states) -> None:
    assert str(refused(reads, states, text)) == message


# --- capabilities ---


def test_missing_capability_is_none(states, examples) -> None:
    imported = read_nmc(read_table(examples / "capabilities-invented.csv"), states)
    rows = [
        dict(zip(imported.tables["capabilities.columns"][0], row, strict=True))
        for row in imported.tables["capabilities"]
    ]
    assert (rows[1]["state"], rows[1]["milex"], rows[1]["irst"], rows[1]["cinc"]) == ("FRA", None, None, 0.25)
    assert (rows[0]["milex"], rows[0]["line"]) == (100, 2)


def test_state_of_a_year_is_the_one_that_bore_the_code_longest(states) -> None:
    text = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n255,1937,1,1,1,1,1,1,0\n260,1990,1,1,1,1,1,1,0\n"
    rows = read_nmc(parse_table("a.csv", text.encode()), states).tables["capabilities"]
    assert [row[0] for row in rows] == ["DEU", "DEU"]


def test_unlinked_codes_are_told_once_with_their_first_line(states) -> None:
    text = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n" + "".join(
        f"999,{year},1,1,1,1,1,1,0\n" for year in (1900, 1901)
    )
    (note,) = read_nmc(parse_table("a.csv", text.encode()), states).notes
    assert (note.kind, note.line) == ("unlinked", 2)
    assert note.message == "no state of the corpus has the COW code 999 in 2 of its years, the first here"


def test_capabilities_without_their_columns_are_refused(states) -> None:
    assert str(refused(read_nmc, states, "ccode,year\n2,1900\n")).startswith("a.csv:1: the columns 'milex', 'milper'")


# --- wars ---

YEARS = "warnum,ccode1,ccode2,year,initiator1,initiator2\n"


def wars(states, text: str):
    return read_cow_wars(parse_table("a.csv", text.encode()), states)


def test_initiator_attacks_every_adversary_in_the_days_both_are_in_the_war(states, examples) -> None:
    imported = read_cow_wars(read_table(examples / "wars-invented.csv"), states)
    events = imported.corpus.events
    assert sorted(events) == ["cow-war-901-usa-fra", "cow-war-901-usa-gbr"]
    event = events["cow-war-901-usa-gbr"]
    assert event.type == "armed_attack"
    assert event.roles == {"attacker": ("USA",), "victim": ("GBR",)}
    assert (event.since.text, event.until.text) == ("1911-05", "1912-09-02"), "an unknown day leaves the month"
    assert event.title == "United States against United Kingdom, Invented War"
    assert (event.mark.file, event.mark.line) == ("wars-invented.csv", 2)
    assert event.sources == ("cow-wars",)
    assert "cow-wars" in imported.corpus.sources


def test_pairs_by_year_give_spans_of_years(states) -> None:
    both = "".join(f"1,2,220,{year},1,0\n1,220,2,{year},0,1\n" for year in (1901, 1902, 1905))
    events = wars(states, YEARS + both).corpus.events
    assert [(one.since.text, one.until.text) for one in events.values()] == [
        ("1901", "[1902-01-02..1903-01-01]"),
        ("1905", "[1905-01-02..1906-01-01]"),
    ]
    assert list(events) == ["cow-war-1-usa-fra", "cow-war-1-usa-fra-2"]
    assert {one.roles["attacker"] for one in events.values()} == {("USA",)}


def test_where_both_initiated_each_attacks_and_the_event_says_so(states) -> None:
    events = wars(states, YEARS + "1,2,220,1901,1,1\n1,220,2,1901,1,1\n").corpus.events
    assert [event.roles["attacker"] for event in events.values()] == [("USA",), ("FRA",)]
    assert {event.attributes["initiator"] for event in events.values()} == {"both"}


def test_where_neither_initiated_nobody_is_said_to_attack(states) -> None:
    imported = wars(states, YEARS + "1,2,220,1901,0,0\n1,220,2,1901,0,0\n")
    assert imported.corpus.events == {}
    assert [row[6:8] for row in imported.tables["war_pairs"]] == [(0, 0), (0, 0)]
    assert "in 2 of 2 directed pairs neither state initiated the war" in imported.notes[0].message


def test_pair_whose_code_no_state_bears_is_kept_in_the_table_and_told(states) -> None:
    imported = wars(states, YEARS + "1,2,999,1901,1,0\n")
    assert imported.corpus.events == {}
    row = dict(zip(WAR_COLUMNS, imported.tables["war_pairs"][0], strict=True))
    assert (row["state"], row["adversary"], row["adversary_code"]) == ("USA", None, 999)
    assert imported.notes[-1].message == "no state of the corpus has the COW code 999 in 1901"


PARTICIPANTS = (
    "warnum,warname,ccode,side,startmonth1,startday1,startyear1,endmonth1,endday1,endyear1,startyear2,endyear2,"
    "initiator\n"
)


def test_war_that_goes_on_has_an_open_end_and_an_unknown_end_is_doubtful(states) -> None:
    text = PARTICIPANTS + "1,W,2,1,1,1,1901,-7,-7,-7,-8,-8,1\n1,W,220,2,1,1,1901,-7,-7,-7,-8,-8,2\n"
    (event,) = wars(states, text).corpus.events.values()
    assert event.until is None
    text = PARTICIPANTS + "1,W,2,1,1,1,1901,-9,-9,-9,-8,-8,1\n1,W,220,2,1,1,1901,1,1,1905,-8,-8,2\n"
    (event,) = wars(states, text).corpus.events.values()
    assert event.until.text == "[1901-01-02..1905-01-02]"


def test_participants_who_were_never_in_the_war_together_are_no_pair(states) -> None:
    text = PARTICIPANTS + "1,W,2,1,1,1,1901,1,1,1902,-8,-8,1\n1,W,220,2,1,2,1902,1,1,1905,-8,-8,2\n"
    assert wars(states, text).tables["war_pairs"] == ()


def test_participant_who_came_back_fights_twice(states) -> None:
    text = PARTICIPANTS + "1,W,2,1,1,1,1901,1,1,1902,1904,1904,1\n1,W,220,2,1,1,1901,1,1,1905,-8,-8,2\n"
    assert [one.since.text for one in wars(states, text).corpus.events.values()] == ["1901-01-01", "1904"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "a.csv:1: the columns 'warnum', 'ccode', 'side', 'initiator', 'startyear1' are missing"),
        ("ccode1,b\n1,2\n", "a.csv:1: the columns 'warnum', 'ccode2', 'year', 'initiator1', 'initiator2' are missing"),
        (YEARS + "1,2,220,soon,1,0\n", "a.csv:2: 'soon' in 'year' is not a number"),
        (YEARS + "1,2,220,0,1,0\n", "a.csv:2: '0000' is not a day of the calendar (year 0 is out of range)"),
        (PARTICIPANTS + "1,W,2,1,13,1,1901,1,1,1902,-8,-8,1\n", "a.csv:2: '1901-13-01' is not a day of the calendar"),
        (PARTICIPANTS + "1,W,2,1,x,1,1901,1,1,1902,-8,-8,1\n", "a.csv:2: 'x' in 'startday1' is not a number"),
    ],
)
def test_war_that_cannot_be_read_is_refused(text, message, states) -> None:
    assert str(refused(read_cow_wars, states, text)).startswith(message)


# --- the table of readers ---


def test_every_reader_is_of_a_registered_data_set() -> None:
    assert set(READERS) <= set(DATASETS)
    assert reader("nmc") is read_nmc


def test_name_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(DatasetError, match="no data set is called 'cow-state'") as refusal:
        reader("cow-state")
    assert refusal.value.hint == "did you mean 'cow-states'?"


def test_cow_alliances_are_refused_with_the_reason() -> None:
    with pytest.raises(DatasetError, match="their maintainer asks that software not repackage them") as refusal:
        reader("cow-alliances")
    assert "atop" in refusal.value.hint
