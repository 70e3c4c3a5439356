"""The built-in corpus holds what it promises: instruments, parties, codes, sources; and no more than it knows."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedera.dates import Day
from foedera.engine.standing import quiet
from foedera.law.force import bound, in_force
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.api import Treaties

ROOT = Path(__file__).resolve().parent.parent
INSTRUMENTS = frozenset(
    """
    rus-prk-2024 sun-prk-1961 rus-prk-2000 pyongyang-declaration-2000 moscow-declaration-2001 chn-prk-1961
    chn-rus-2001 collective-security-1992 usa-kor-1953 usa-jpn-1951 usa-jpn-1960 north-atlantic-1949
    anzus-1951 rio-1947 usa-phl-1951 usa-twn-1954 chn-sun-1950 warsaw-1955 un-charter unscr-1718 unscr-1874
    unscr-2087 unscr-2094 unscr-2270 unscr-2321 unscr-2356 unscr-2371 unscr-2375 unscr-2397 unscr-1718-panel
    korean-armistice-1953 inter-korean-military-2018 inter-korean-basic-1991 npt-1968
    washington-declaration-2023 camp-david-2023 rus-irn-2025 rus-blr-2024 budapest-1994 rus-mng-1993
    rus-mng-2019 sun-vnm-1978 rus-vnm-1994 sco-charter-2002 sco-neighbourliness-2007 aukus-2021 jpn-phl-2024
    sau-pak-2025 eu-lisbon-2007 five-power-1971 arab-joint-defence-1950 liptako-gourma-2023 aachen-2019
    fra-grc-2021 gbr-ukr-2024 aze-tur-2010 ecowas-defence-1981
    """.split()  # noqa: SIM905 - a list of names reads best as text
)
PLACES = frozenset(
    """
    kursk belgorod kaliningrad crimea sevastopol donetsk luhansk zaporizhzhia kherson senkaku dokdo kuril
    taiwan penghu kinmen matsu guam hawaii alaska okinawa falklands french-guiana ceuta melilla greenland
    gibraltar karabakh abkhazia south-ossetia transnistria northern-cyprus golan kashmir spratly paracel
    scarborough second-thomas yeonpyeong baengnyeong
    """.split()  # noqa: SIM905 - a list of names reads best as text
)


DIFFERENT = {("aze-tur-2010", "signed")}
"""The sheet gives one day for two texts; the corpus dates the treaty of 2010 and the declaration of 2021 apart."""


def members(treaties: Treaties, instrument: str, on: str, truth: Truth = Truth.TRUE) -> set[str]:
    setting = quiet(treaties.world, Day.parse(on))
    record = treaties.world.records.instruments[instrument]
    return {s for s in treaties.world.records.states if bound(setting, record, s).step.truth is truth}


def test_the_promised_instruments_and_places_are_there(treaties: Treaties) -> None:
    assert len(INSTRUMENTS) == 57
    assert not INSTRUMENTS - set(treaties.world.records.instruments)
    assert not PLACES - set(treaties.world.records.places)


@pytest.mark.parametrize(
    ("day", "number"),
    [("1949-08-24", 12), ("1952-02-18", 14), ("1955-05-06", 15), ("1982-05-30", 16), ("1999-03-12", 19),
     ("2004-03-29", 26), ("2009-04-01", 28), ("2017-06-05", 29), ("2020-03-27", 30), ("2023-04-03", 30),
     ("2023-04-04", 31), ("2024-03-06", 31), ("2024-03-07", 32)],
)  # fmt: skip
def test_nato_grew_to_thirty_two(treaties: Treaties, day: str, number: int) -> None:
    assert len(members(treaties, "north-atlantic-1949", day)) == number


@pytest.mark.parametrize(
    ("day", "number"),
    [("1945-12-31", 51), ("1991-09-16", 159), ("1991-09-17", 166), ("2011-07-13", 192), ("2011-07-14", 193)],
)
def test_the_united_nations_have_the_known_number_of_members(treaties: Treaties, day: str, number: int) -> None:
    assert len(members(treaties, "un-charter", day)) == number


@pytest.mark.parametrize(("day", "number"), [("2013-07-01", 28), ("2020-01-31", 28), ("2020-02-01", 27)])
def test_the_european_union_lost_the_united_kingdom(treaties: Treaties, day: str, number: int) -> None:
    found = members(treaties, "eu-lisbon-2007", day)
    assert len(found) == number
    assert ("GBR" in found) is (day < "2020-02-01")


def test_russia_stands_in_the_soviet_unions_treaties_from_the_day_it_continues_it(treaties: Treaties) -> None:
    npt = treaties.world.records.instruments["npt-1968"]
    for day, rus, sun in (("1991-12-25", Truth.FALSE, Truth.TRUE), ("1991-12-26", Truth.TRUE, Truth.FALSE)):
        setting = quiet(treaties.world, Day.parse(day))
        assert bound(setting, npt, "RUS").step.truth is rus
        assert bound(setting, npt, "SUN").step.truth is sun


def test_the_end_of_the_treaty_of_1961_is_disputed_and_both_readings_are_cited(treaties: Treaties) -> None:
    instrument = treaties.world.records.instruments["sun-prk-1961"]
    assert instrument.ended is not None
    truths = [
        in_force(quiet(treaties.world, Day.parse(d)), instrument).truth
        for d in ("1995-09-06", "1997-01-01", "2024-12-04")
    ]
    assert truths == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]
    assert len(instrument.ended.readings) >= 2
    assert all(reading.sources for reading in instrument.ended.readings)


def test_every_provision_party_and_date_has_a_source_and_a_confidence(treaties: Treaties) -> None:
    bare = []
    for instrument in treaties.world.records.instruments.values():
        bare += [
            f"{instrument.id}: {getattr(part, 'article', getattr(part, 'state', ''))}"
            for part in (*instrument.provisions, *instrument.parties)
            if not part.sources or not part.confidence
        ]
        for name in ("signed", "in_force", "ended"):
            dated = getattr(instrument, name)
            if dated and not (dated.sources or instrument.sources):
                bare.append(f"{instrument.id}: {name}")
    assert not bare


def test_every_code_means_one_state_on_every_day(treaties: Treaties) -> None:
    spans: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for state in treaties.world.records.states.values():
        for code in state.codes:
            for existence in state.exists:
                first = max(day.first for day in (existence.since, code.since) if day)
                ends = [day.first for day in (existence.until, code.until) if day]
                if not ends or min(ends) > first:
                    spans.setdefault((code.system, code.code), []).append((first, min(ends, default=10**7), state.id))
    for key, found in spans.items():
        found.sort()
        for (_, until, one), (since, _, other) in itertools.pairwise(found):
            assert one == other or since >= until, f"{key}: {one} and {other}"


def test_codes_agree_with_the_systems_own_lists(treaties: Treaties, shared: Path) -> None:
    with (shared / "data" / "cow_states.csv").open(encoding="utf-8") as stream:
        cow = {(int(row["ccode"]), int(row["styear"]), int(row["endyear"])) for row in csv.DictReader(stream)}
    known = {code for code, _, _ in cow}
    ours = {code.code for s in treaties.world.records.states.values() for code in s.codes if code.system == "cow"}
    assert not ours - known
    today = {code for code, _, end in cow if end == 2016}
    assert not today - ours


def test_facts_verified_in_the_sheet_are_in_the_corpus(treaties: Treaties, shared: Path) -> None:
    import yaml  # noqa: PLC0415 - only with the sheet at hand

    sheet = yaml.safe_load((shared / "facts" / "facts.yaml").read_text(encoding="utf-8"))
    with (shared / "facts" / "ids.csv").open(encoding="utf-8") as stream:
        ids = {row["fact_sheet_id"]: row["corpus_id"] for row in csv.DictReader(stream)}
    assert set(ids.values()) == INSTRUMENTS
    wrong = []
    for entry in sheet["instruments"]:
        instrument = treaties.world.records.instruments[ids[entry["id"]]]
        for name in ("signed", "in_force"):
            fact = entry.get(name) or {}
            day = str(fact.get("date"))
            if (
                (instrument.id, name) in DIFFERENT
                or fact.get("conf") != "verified"
                or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
            ):
                continue
            dated = getattr(instrument, name)
            ordinal = dt.date.fromisoformat(day).toordinal()
            if dated is None or not any(low <= ordinal <= high for low, high in dated.on.ranges):
                wrong.append(f"{instrument.id} {name}: sheet {day}, corpus {dated and dated.on}")
    assert not wrong


def test_every_name_of_an_instrument_or_an_official_finds_it_alone(treaties: Treaties) -> None:
    records = treaties.world.records
    for instrument in records.instruments.values():
        for name in (instrument.title, *instrument.aliases):
            assert treaties.instrument(name) is instrument, name
    for official in records.officials.values():
        for name in (official.name, *official.aliases):
            assert treaties.official(name) is official, name


def test_every_official_signed_in_an_office_of_a_party_or_signatory(treaties: Treaties) -> None:
    records = treaties.world.records
    for official in records.officials.values():
        for name in official.signed:
            bound_or_signed = {party.state for party in records.instruments[name].parties}
            assert bound_or_signed & {office.state for office in official.offices}, (official.id, name)
        assert official.sources or official.confidence == "memory", official.id


@pytest.mark.parametrize(
    ("instrument", "signatories"),
    [
        ("rus-prk-2024", {"vladimir-putin", "kim-jong-un"}),
        ("rus-prk-2000", {"igor-ivanov", "paek-nam-sun"}),
        ("chn-prk-1961", {"zhou-enlai", "kim-il-sung"}),
        ("sun-prk-1961", {"nikita-khrushchev", "kim-il-sung"}),
        ("budapest-1994", {"bill-clinton", "boris-yeltsin", "john-major", "leonid-kuchma"}),
    ],
)
def test_the_known_signatories_are_recorded(treaties: Treaties, instrument: str, signatories: set[str]) -> None:
    officials = treaties.world.records.officials.values()
    assert {one.id for one in officials if instrument in one.signed} == signatories


def test_no_machine_path_or_registry_host_is_committed() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    pattern = re.compile(
        "|".join(("/ro" + "ot/", "/wo" + "rk/", "pypi" + "-more", "site" + "-packages/", "farm" + "-"))
    )
    found = []
    for name in done.stdout.splitlines():
        path = ROOT / name
        if (
            path.suffix in {".py", ".yaml", ".yml", ".md", ".toml", ".lock", ".txt", ".cff", ".lp", ""}
            and path.is_file()
        ):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [name for _ in pattern.findall(text)]
    assert not set(found)
