"""The reader of the Interstate War Data: spells, joiners, days, and corrections with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented_wars import CODES, attack, iwd_table

from foedera.datasets import iwd
from foedera.datasets.imported import DatasetError
from foedera.datasets.iwd import Corrections, Recoded, Redirected, read_iwd
from foedera.datasets.table import parse_table

if TYPE_CHECKING:
    from invented_wars import Library


def test_row_is_an_attack_with_its_place_in_the_file(library: Library) -> None:
    read = library.iwd(attack("ITA", "ESP", joiner=1))
    event = read.corpus.events["iwd-1-ita-esp"]
    assert event.roles == {"attacker": ("ITA",), "victim": ("ESP",)}
    assert (str(event.since), str(event.until)) == ("1925-03-01", "1925-11-01")
    assert event.attributes == {
        "scale": "large", "war": "1", "war_name": "Invented1", "init_war": "1", "joiner": "yes",
    }  # fmt: skip
    assert event.mark is not None
    assert (event.mark.file, event.mark.line) == ("iwd.csv", 2)
    assert read.notes == ()


def test_source_has_the_checksum_and_the_citation(library: Library) -> None:
    source = library.iwd(attack("ITA", "ESP")).corpus.sources["iwd"]
    assert source.note == f"iwd.csv, SHA-256 {iwd_table(attack('ITA', 'ESP')).sha256}"
    assert "Journal of Conflict Resolution 60" in (source.citation or "")


def test_spells_of_following_years_are_one_attack(library: Library) -> None:
    rows = [attack("ITA", "ESP", "1925-03-01", "1925-12-31"), attack("ITA", "ESP", "1926-01-01", "1926-04-01")]
    (event,) = library.iwd(*rows).corpus.events.values()
    assert (str(event.since), str(event.until)) == ("1925-03-01", "1926-04-02")


def test_second_spell_and_a_pause_make_two_attacks(library: Library) -> None:
    second = {"month_entry02": 8, "day_entry02": 5, "month_exit02": 9, "day_exit02": 9}
    events = library.iwd(attack("ITA", "ESP", until="1925-06-30", **second)).corpus.events
    assert [(key, str(one.since), str(one.until)) for key, one in events.items()] == [
        ("iwd-1-ita-esp", "1925-03-01", "1925-07-01"),
        ("iwd-1-ita-esp-2", "1925-08-05", "1925-09-10"),
    ]


def test_days_that_are_not_known_are_partial(library: Library) -> None:
    rows = [attack("ITA", "ESP", day_entry="NA", day_exit="NA"), attack("ITA", "GRC", month_entry="NA")]
    events = library.iwd(*rows).corpus.events
    assert str(events["iwd-1-ita-esp"].since) == "1925-03"
    assert str(events["iwd-1-ita-esp"].until) == "[1925-10-02..1925-11-01]"
    assert str(events["iwd-1-ita-grc"].since) == "1925"


def test_entry_after_the_exit_is_read_as_the_first_day_of_the_year(library: Library) -> None:
    rows = [attack("ITA", "ESP", "1925-03-01", "1925-12-31"), attack("ITA", "ESP", "1926-12-31", "1926-04-01")]
    read = library.iwd(*rows)
    (event,) = read.corpus.events.values()
    assert str(event.until) == "1926-04-02"
    assert [(note.kind, note.line) for note in read.notes] == [("corrected", 3)]


def test_code_that_contradicts_the_name_is_corrected_by_a_cited_entry(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Corrections((Recoded("State GRC", 360, 350, ("cow-states",)),), ())
    monkeypatch.setattr(iwd, "corrections", lambda: known)
    wrong = attack("ITA", "GRC", "1926-01-01", "1926-02-01", target_ccode=CODES["ROU"])
    read = library.iwd(attack("ITA", "GRC"), attack("BGR", "GRC"), wrong)
    assert {one.roles["victim"] for one in read.corpus.events.values()} == {("GRC",)}
    assert [(note.kind, note.line, note.cites) for note in read.notes] == [("corrected", 4, ("cow-states",))]


def test_code_that_contradicts_the_name_without_an_entry_is_kept_and_told(library: Library) -> None:
    wrong = attack("ITA", "GRC", "1926-01-01", "1926-02-01", target_ccode=CODES["ROU"])
    read = library.iwd(attack("ITA", "GRC"), attack("BGR", "GRC"), wrong)
    assert ("ROU",) in {one.roles["victim"] for one in read.corpus.events.values()}
    assert [(note.kind, note.line) for note in read.notes] == [("remark", 4)]


def test_attack_on_the_wrong_state_is_corrected_by_a_cited_entry(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = Redirected(1, 325, 230, 235, "Italy fought beside Spain", ("cow-wars",))
    monkeypatch.setattr(iwd, "corrections", lambda: Corrections((), (entry,)))
    read = library.iwd(attack("ITA", "ESP"), attack("ITA", "ESP", war=2))
    assert [one.roles["victim"] for one in read.corpus.events.values()] == [("PRT",), ("ESP",)]
    assert [(note.kind, note.line, note.cites) for note in read.notes] == [("corrected", 2, ("cow-wars",))]


def test_built_in_corrections_cite_sources() -> None:
    known = iwd.corrections()
    assert known.recoded
    assert known.redirected
    assert all(one.cites for one in (*known.recoded, *known.redirected))


def test_code_of_no_state_is_left_out_and_told(library: Library) -> None:
    read = library.iwd(attack("ITA", "ESP", target_ccode=998, target_name="Nowhere"))
    assert read.corpus.events == {}
    assert [(note.kind, note.line) for note in read.notes] == [("unlinked", 2)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"day_entry": "31", "month_entry": "2"}, "iwd.csv:2: '1925-02-31' is not a day of the calendar"),
        ({"init_ccode": "Italy"}, "iwd.csv:2: 'Italy' in 'init_ccode' is not a number"),
    ],
)
def test_mistakes_are_shown_where_they_are(library: Library, change: dict[str, str], message: str) -> None:
    with pytest.raises(DatasetError) as caught:
        library.iwd(attack("ITA", "ESP", **change))
    assert str(caught.value).startswith(message)


def test_missing_column_is_named(library: Library) -> None:
    table = parse_table("iwd.csv", b"larger_war_id,year\n1,1925\n")
    with pytest.raises(DatasetError, match="the columns 'larger_war_name'"):
        read_iwd(table, library.base.records.states)
