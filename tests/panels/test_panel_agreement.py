"""The panel from ATOP 4.01 members beside ATOP's own finished dyad-years (5.1), to 1944.

The figures stand in docs/research.md.

Both files are research data beside the checkout; without them these tests are skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

import foedera
from foedera.datasets.store import install
from foedera.datasets.table import read_table
from foedera.law.leading import KINDS
from foedera.panels.build import frame
from foedera.panels.dyads import dyad_years
from foedera.panels.ground import ground
from foedera.panels.request import parse_request

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.world import World

KEY = ["obligor", "beneficiary", "year"]
RENAMED = {
    "ccode1": "obligor", "ccode2": "beneficiary", "atop_defense": "defence", "atop_offense": "offence",
    "atop_neutral": "neutrality", "atop_nonagg": "nonaggression", "atop_consul": "consultation",
}  # fmt: skip
ASYMMETRIC = {1100, 1110, 1120, 1160, 1205, 1227, 1350, 1355, 2130}
"""Multilateral alliances with asymmetric obligations: the members' file says who owes, not to whom."""
CENTRAL_AMERICA = {90, 91, 92, 93, 94}
"""Alliances of 1876 to 1890 that 5.1 added."""
ANNAM = 8152
"""COW code in 4.01 (the French protectorate treaty of 1874), not in 5.1."""
EVER = 3_652_060


@pytest.fixture(scope="module")
def data(shared: Path) -> Path:
    folder = shared / "data"
    if not (folder / "atop-4.01-members.csv").is_file():
        pytest.skip("the research data of ../shared/data are not here")
    return folder


@pytest.fixture(scope="module")
def world(data: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(tmp_path_factory.mktemp("atop")))
        states = foedera.load().world.records.states
        install("atop", data / "atop-4.01-members.csv", states)
        return foedera.load(source="atop").world


@pytest.fixture(scope="module")
def finished(data: Path) -> pl.DataFrame:
    table = pl.read_csv(data / "atop-5.1-directed-dyad-years-1815-1944.csv.gz").rename(RENAMED)
    return table.select(pl.col(*KEY, *KINDS).cast(pl.Int64))


@pytest.fixture(scope="module")
def everybody(world: World, finished: pl.DataFrame) -> pl.DataFrame:
    """Rows of either file, without any list of states; ours in the kinds' columns, ATOP's in those ending in _atop."""
    codes = {code.code for state in world.records.states.values() for code in state.codes if code.system == "cow"}
    request = parse_request("directed-dyad-year", 1815, 1944, only_obligated=True, columns="basic")
    ours = dyad_years(ground(world, request, [(code, 1, EVER) for code in codes])).cast(pl.Int64)
    return _beside(ours, finished)


def _beside(ours: pl.DataFrame, atop: pl.DataFrame) -> pl.DataFrame:
    ours, atop = ours.with_columns(is_ours=pl.lit(value=True)), atop.with_columns(is_atop=pl.lit(value=True))
    both = ours.join(atop, on=KEY, how="full", coalesce=True, suffix="_atop")
    return both.with_columns(pl.col("is_ours", "is_atop").fill_null(value=False))


def _same(kind: str) -> pl.Expr:
    return pl.col(kind).eq_missing(pl.col(f"{kind}_atop"))


def test_agreement_over_all_directed_dyad_years_of_the_cow_list(
    world: World, finished: pl.DataFrame, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path))
    install("cow-states", data / "cow_states.csv", world.records.states)
    ours = frame(world, parse_request("directed-dyad-year", 1816, 1944, columns="basic")).cast(pl.Int64)
    beside = (
        _beside(ours, finished).filter("is_ours").with_columns(pl.col(f"{kind}_atop").fill_null(0) for kind in KINDS)
    )
    flags = sum(beside.select(_same(kind).sum()).item() for kind in KINDS) / (5 * len(beside))
    rows = beside.select(pl.all_horizontal(map(_same, KINDS)).sum()).item() / len(beside)
    assert len(beside) == 236_326
    assert flags >= 0.999
    assert rows >= 0.993
    assert (round(flags, 5), round(rows, 5)) == (0.9996, 0.99841)


def test_rows_of_the_finished_file_are_found(everybody: pl.DataFrame) -> None:
    counted = everybody.group_by("is_ours", "is_atop").len().sort("len").rows()
    assert counted == [(True, False, 20), (False, True, 124), (True, True, 12_352)]


def test_every_row_that_is_missing_is_explained(everybody: pl.DataFrame) -> None:
    missing = everybody.filter(~pl.col("is_ours"))
    nothing = pl.sum_horizontal(f"{kind}_atop" for kind in KINDS) == 0
    central = pl.col("obligor").is_in(CENTRAL_AMERICA) & pl.col("beneficiary").is_in(CENTRAL_AMERICA)
    assert len(missing.filter(nothing)) == 22
    assert len(missing.filter(central)) == 102
    assert len(missing.filter(nothing | central)) == 124
    extra = everybody.filter(~pl.col("is_atop"))
    assert extra.select(((pl.col("obligor") == ANNAM) | (pl.col("beneficiary") == ANNAM)).sum()).item() == 20


def test_every_flag_that_differs_is_explained(everybody: pl.DataFrame, world: World, data: Path) -> None:
    both = everybody.filter("is_ours", "is_atop")
    assert sum(both.select((~_same(kind)).sum()).item() for kind in KINDS) == 423
    assert both.select(pl.all_horizontal(map(_same, KINDS)).sum()).item() == 12_005
    varied = {
        int(row.values["atopid"])
        for row in read_table(data / "atop-4.01-members.csv").rows
        if row.values["asymm"] == "1" or row.values["obvary"] == "1"
    }
    assert varied >= ASYMMETRIC
    request = parse_request("directed-dyad-year", 1815, 1944)
    codes = {code.code for state in world.records.states.values() for code in state.codes if code.system == "cow"}
    details = dyad_years(ground(world, request, [(code, 1, EVER) for code in codes]))
    ids = details.select(pl.col(KEY).cast(pl.Int64), "treaty_ids")
    differing = both.join(ids, on=KEY).filter(~pl.all_horizontal(map(_same, KINDS)))
    found = {"asymmetric": 0, "phase": 0}
    for row in differing.iter_rows(named=True):
        number = sum(row[kind] != row[f"{kind}_atop"] for kind in KINDS)
        assert all(row[kind] == 1 for kind in KINDS if row[kind] != row[f"{kind}_atop"]), "ours says more, never less"
        treaties = {int(one.removeprefix("atop-")) for one in row["treaty_ids"].split(";")}
        found["asymmetric" if treaties & ASYMMETRIC else "phase"] += number
    assert found == {"asymmetric": 420, "phase": 3}


def test_outside_its_days_atop_says_nothing(world: World) -> None:
    for year in (1814, 2017):
        request = parse_request("directed-dyad-year", year, year, states="iso", columns="basic")
        table = frame(world, request)
        assert len(table) > 100
        assert table.select(pl.col(KINDS).null_count()).row(0) == (len(table),) * 5
