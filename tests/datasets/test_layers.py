"""The world of a source: the corpus, ATOP, or both."""

from __future__ import annotations

import pytest

import foedera
from foedera.corpus.load import load_world
from foedera.datasets.imported import DatasetError
from foedera.datasets.layers import source_world
from foedera.datasets.store import install

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def atop(examples, states):
    return install("atop", examples / "atop-invented.csv", states)


def ids(world) -> set[str]:
    return set(world.records.instruments)


def test_corpus_is_the_corpus_as_ever() -> None:
    world = source_world("corpus")
    assert world.digest == load_world().digest
    assert world.records == load_world().records


def test_atop_has_the_instruments_of_atop_in_the_built_in_world(atop) -> None:
    world, corpus = source_world("atop"), load_world()
    assert ids(world) == {"atop-9005", "atop-9010", "atop-9015"}
    assert world.records.events == {}
    assert world.records.coverage == atop.imported.corpus.coverage
    for part in ("states", "places", "regions", "actors", "doctrine", "acts", "event_kinds"):
        assert getattr(world.records, part) == getattr(corpus.records, part)
    assert set(world.records.sources) == set(corpus.records.sources) | {"atop-invented"}


def test_both_is_the_corpus_first_then_atop(atop) -> None:
    world, corpus = source_world("both"), load_world()
    assert ids(world) == ids(corpus) | ids(source_world("atop"))
    assert world.records.events == corpus.records.events
    assert set(world.records.coverage) == set(corpus.records.coverage) | set(atop.imported.corpus.coverage)


def test_in_both_the_corpus_record_wins_over_the_same_alliance_of_atop(examples, states, written) -> None:
    nato = load_world().records.instruments["north-atlantic-1949"]
    text = (examples / "atop-invented.csv").read_text().replace("9015,", f"{nato.atop_id},")
    install("atop", written("atop.csv", text), states)
    alliance = f"atop-{nato.atop_id}"
    assert alliance in ids(source_world("atop"))
    assert alliance not in ids(source_world("both"))
    assert source_world("both").records.instruments["north-atlantic-1949"] == nato


def test_in_both_an_alliance_keeps_the_days_before_the_corpus_text_was_signed(examples, states, written) -> None:
    nato = load_world().records.instruments["north-atlantic-1949"]
    text = (examples / "atop-invented.csv").read_text().replace("9010,", f"{nato.atop_id},")
    install("atop", written("atop.csv", text), states)
    kept = source_world("both").records.instruments[f"atop-{nato.atop_id}"]
    assert {str(party.since) for party in kept.parties} == {"1922-01-01"}
    assert {str(party.until) for party in kept.parties} == {str(nato.signed.on)} == {str(kept.ended.on)}


def test_member_that_the_corpus_does_not_know_becomes_a_state_of_the_layer(examples, states, written) -> None:
    text = (examples / "atop-invented.csv").read_text().replace("9005,20,", "9005,998,")
    install("atop", written("atop.csv", text), states)
    assert source_world("atop").name("cow-998") == "COW 998"
    assert "cow-998" in source_world("both").records.states


def test_digest_tells_sources_and_files_apart(examples, states, written) -> None:
    digests = {source_world("corpus").digest}
    for text in (
        (examples / "atop-invented.csv").read_text(),
        (examples / "atop-invented.csv").read_text().replace("1921", "1920"),
    ):
        install("atop", written("atop.csv", text), states)
        first = source_world("atop").digest
        assert source_world("atop").digest == first
        digests |= {first, source_world("both").digest}
    assert len(digests) == 5
    assert all(len(digest) == 64 for digest in digests)


def test_corpus_directory_and_atop_together(atop, tmp_path) -> None:
    assert atop
    folder = tmp_path / "mine"
    folder.mkdir()
    assert ids(source_world("both", folder)) == {"atop-9005", "atop-9010", "atop-9015"}


@pytest.mark.parametrize("source", ["atop", "both"])
def test_source_that_is_not_imported_is_told_with_what_to_do(source) -> None:
    with pytest.raises(DatasetError, match="atop is not imported") as refusal:
        foedera.load(source=source)
    assert refusal.value.hint == "foedera data fetch atop, or foedera import atop FILE"


def test_source_that_is_none_is_refused() -> None:
    with pytest.raises(DatasetError, match="no source is called 'cow'"):
        foedera.load(source="cow")


def test_questions_are_answered_from_the_imported_treaties(atop) -> None:
    assert atop
    treaties = foedera.load(source="atop")
    findings = treaties.ask("FRA", "ESP", on="1930-06-01").findings
    owed = {
        (one.obligor, one.status)
        for one in findings
        if one.provision.id == "atop-9010/defence" and not one.is_component
    }
    assert owed == {("GBR", "due")}
    earlier = treaties.ask("FRA", "ESP", on="1921-12-31", every=True).findings
    assert "due" not in {one.status for one in earlier}
