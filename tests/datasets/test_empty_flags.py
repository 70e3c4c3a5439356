"""An empty cell in a column of flags is not "no": what it would say stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.corpus.load import load_world
from foedera.datasets.atop import read_atop
from foedera.datasets.layers import with_layer
from foedera.datasets.table import read_table
from foedera.dates import Day
from foedera.engine.ask import ask
from foedera.law.leading import entries
from foedera.law.short_form import plain_attack

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,defcoloc,version"
)


def held(tmp_path: Path, exit_year: str, defense: str, location: str, on: str = "1930-06-01") -> set[str]:
    row = f"1920,1,1,{exit_year},0,0,{defense},0,0,0,0,{location},4.01"
    file = tmp_path / "alliances.csv"
    file.write_text(f"{COLUMNS}\n9001,220,{row}\n9001,200,{row}\n")
    base = load_world()
    world = with_layer(base.records, read_atop(read_table(file), base.records.states).corpus, "flags")
    found = entries(ask(world, plain_attack(world, "ESP", "FRA", Day.parse(on))))
    return {status for _, _, status, who in found if who == "GBR"}


@pytest.mark.parametrize(
    ("exit_year", "defense", "location", "status"),
    [
        ("0", "1", "0", {"due"}),
        ("0", "0", "0", set()),
        ("0", "", "0", {"arguable"}),
        ("0", "1", "", {"arguable"}),
        ("", "1", "0", {"arguable"}),
        ("1925", "1", "0", set()),
    ],
)
def test_an_empty_cell_stays_open(
    tmp_path: Path, exit_year: str, defense: str, location: str, status: set[str]
) -> None:
    assert held(tmp_path, exit_year, defense, location) == status
