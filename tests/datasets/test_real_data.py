"""The readers on the real files, which lie beside the checkout and are not part of the project."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from foedera.datasets.layers import source_world
from foedera.datasets.store import install, load_stored

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FILES = {
    "atop": "atop-4.01-members.csv",
    "iwd": "iwd-1.1-wars.csv",
    "cow-states": "cow_states.csv",
    "gw-states": "gw_states.csv",
    "nmc": "cow_nmc.csv",
    "cow-wars": "cow_war_inter.csv",
}
pytestmark = [
    pytest.mark.usefixtures("own_home"),
    pytest.mark.skipif(not DATA.is_dir(), reason="the research data (../shared/data) are not here"),
]


@pytest.mark.parametrize(
    ("name", "release", "rows"),
    [
        ("atop", "4.01", 2398),
        ("iwd", "1.1", 586),
        ("cow-states", "2016", 243),
        ("gw-states", "to 2017", 216),
        ("nmc", "7.0", 17121),
        ("cow-wars", "4.0", 1932),
    ],
)
def test_every_file_is_imported_recognised_and_linked(name, release, rows, states) -> None:
    stored = install(name, DATA / FILES[name], states)
    manifest = stored.manifest
    assert (manifest.release, manifest.recognised_by, manifest.rows) == (release, "SHA-256", rows)
    assert load_stored(name, states) == stored
    unlinked = [note for note in stored.imported.notes if note.kind == "unlinked"]
    assert len(unlinked) <= 1, [note.message for note in unlinked]


def test_both_worlds_hold_every_alliance_once(states) -> None:
    install("atop", DATA / FILES["atop"], states)
    atop, both, corpus = (source_world(source) for source in ("atop", "both", "corpus"))
    assert len(atop.records.instruments) == 745
    counted = Counter(one.atop_id for one in both.records.instruments.values() if one.atop_id)
    assert set(counted) >= {one.atop_id for one in atop.records.instruments.values()}
    for one in both.records.instruments.values():
        if one.atop_id and counted[one.atop_id] > 1 and one.id.startswith("atop-"):
            twin = next(i for i in corpus.records.instruments.values() if i.atop_id == one.atop_id)
            assert all(party.until.last <= twin.signed.on.first for party in one.parties)
    assert set(corpus.records.instruments) <= set(both.records.instruments)


def test_no_state_is_in_a_system_twice_on_a_day(states) -> None:
    for name, table in (("cow-states", "cow_system"), ("gw-states", "gw_system")):
        rows = install(name, DATA / FILES[name], states).imported.tables[table]
        spans = sorted((row[1], row[4], row[5] or 10**7) for row in rows)
        overlapping = [(a, b) for a, b in pairwise(spans) if a[0] == b[0] and a[2] > b[1]]
        assert overlapping == []


def test_no_capability_is_negative(states) -> None:
    rows = install("nmc", DATA / FILES["nmc"], states).imported.tables["capabilities"]
    values = [value for row in rows for value in row[3:10]]
    assert None in values
    assert min(value for value in values if value is not None) == 0


def test_every_attack_of_the_wars_has_one_initiator_and_no_pair_is_lost(states) -> None:
    imported = install("cow-wars", DATA / FILES["cow-wars"], states).imported
    assert len(imported.corpus.events) == sum(row[6] for row in imported.tables["war_pairs"])
    assert {event.attributes["initiator"] for event in imported.corpus.events.values()} == {"attacker"}
    turned = {(row[0], row[5], row[4], row[7], row[6], row[8], row[9]) for row in imported.tables["war_pairs"]}
    assert turned == {(row[0], row[4], row[5], row[6], row[7], row[8], row[9]) for row in imported.tables["war_pairs"]}
