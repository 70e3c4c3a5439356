"""A promise that excludes provocation: the attacker itself has provoked the attack."""

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

    from foedera.model.world import World

ROWS = """\
atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul,neuconpr,version
9001,220,1920,1,1,0,0,0,0,0,0,1,0,0,1,4.01
9001,200,1920,1,1,0,0,0,0,0,0,1,0,0,1,4.01
"""


@pytest.fixture
def pact(tmp_path: Path) -> World:
    file = tmp_path / "alliances.csv"
    file.write_text(ROWS)
    base = load_world()
    return with_layer(base.records, read_atop(read_table(file), base.records.states).corpus, "pact")


@pytest.mark.parametrize(
    ("attacker", "victim", "neutral"),
    [("ESP", "FRA", {("victim", "neutrality", "due", "GBR")}), ("FRA", "ESP", set())],
)
def test_neutrality_without_provocation_is_owed_to_the_victim_only(
    pact: World, attacker: str, victim: str, neutral: set[tuple[str, str, str, str]]
) -> None:
    assert entries(ask(pact, plain_attack(pact, attacker, victim, Day.parse("1930-06-01")))) == neutral
