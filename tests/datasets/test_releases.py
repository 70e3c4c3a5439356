"""Which release a file is, and how data sets and imported records are cited."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import foedera
from foedera.datasets.citing import dataset_source, record_source
from foedera.datasets.imported import DatasetError
from foedera.datasets.registry import DATASETS, REFUSED
from foedera.datasets.releases import UNKNOWN, find_dataset, newest, recognise, source
from foedera.datasets.store import install
from foedera.datasets.table import parse_table
from foedera.render import citations

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.mark.parametrize(
    ("name", "text", "release", "by"),
    [
        ("atop", "atopid,version\n1,4.01\n", "4.01", "version column"),
        ("atop", "atopid,version\n1,5.1\n", "5.1", "version column"),
        ("atop", "atopid,version\n1,6.0\n", "6.0", "version column"),
        ("nmc", "ccode,version\n2,2021\n", "6.0", "version column"),
        ("cow-wars", "cowinterongoing,warnum\n1,1\n", "4.0", "columns"),
        ("gw-states", "gwcode,startdate\n2,1816-01-01\n", UNKNOWN, "nothing"),
        ("atop", "atopid,version\n1,\n", UNKNOWN, "nothing"),
    ],
)
def test_release_is_told_by_version_column_or_columns(name, text, release, by) -> None:
    found = recognise(DATASETS[name], parse_table("a.csv", text.encode()))
    assert (found.release, found.by) == (release, by)


def test_sha_256_says_more_than_the_version_column(monkeypatch) -> None:
    table = parse_table("a.csv", b"atopid,version\n1,5.1\n")
    newer, older, *_ = DATASETS["atop"].releases
    monkeypatch.setitem(DATASETS, "atop", _with(newer, _copy(older, table.sha256)))
    found = recognise(DATASETS["atop"], table)
    assert (found.release, found.by) == (older.id, "SHA-256")


def _copy(release, sha256):
    return replace(release, copies=((sha256, "here"),))


def _with(*releases):
    return replace(DATASETS["atop"], releases=releases)


def test_fetched_is_the_newest_release_with_an_address(monkeypatch) -> None:
    assert newest(DATASETS["atop"]).id == "5.1"
    monkeypatch.setitem(DATASETS, "atop", _with(DATASETS["atop"].releases[1]))
    with pytest.raises(DatasetError, match="atop cannot be fetched"):
        newest(DATASETS["atop"])


@pytest.mark.parametrize("name", ["atop", "iwd", "cow-states", "gw-states", "nmc", "cow-wars"])
def test_every_data_set_has_terms_and_a_citation_and_sound_bibtex(name) -> None:
    cited = source(find_dataset(name))
    assert cited.citation
    assert cited.note
    assert cited.bibtex is not None
    assert cited.bibtex.startswith(("@article{", "@book{", "@misc{"))
    assert f"{{{name}," in cited.bibtex
    assert cited.bibtex.count("{") == cited.bibtex.count("}")
    assert re.search(r"  title = \{.+\}", cited.bibtex)


def test_refused_data_sets_say_why_and_what_to_do() -> None:
    assert set(REFUSED) == {"cow-alliances"}
    assert not set(REFUSED) & set(DATASETS)


# --- citing what is imported ---


def test_data_set_is_cited_with_the_file_that_is_imported(examples, states) -> None:
    assert dataset_source("atop").note == DATASETS["atop"].terms
    manifest = install("atop", examples / "atop-invented.csv", states).manifest
    assert dataset_source("atop").note == f"release invented, file atop-invented.csv, SHA-256 {manifest.sha256}"


@pytest.mark.parametrize(("name", "line"), [("atop-9010", 4), ("atop-9010/defence", 4), ("atop-9010/neutrality", 5)])
def test_imported_record_is_cited_down_to_its_line(name, line, examples, states) -> None:
    manifest = install("atop", examples / "atop-invented.csv", states).manifest
    cited = record_source(name, states)
    assert (cited.id, cited.citation) == (name, DATASETS["atop"].citation)
    assert cited.note == f"release invented, file atop-invented.csv, SHA-256 {manifest.sha256}, line {line}"
    assert f"@article{{{name.replace('/', '-')}," in cited.bibtex
    assert f"line {line}}}" in cited.bibtex


def test_imported_event_is_cited_too(examples, states) -> None:
    install("cow-wars", examples / "wars-invented.csv", states)
    assert record_source("cow-war-901-usa-fra", states).note.endswith(", line 2")


@pytest.mark.parametrize("name", ["atop-1", "atop-9010/9", "", "cow-war-1"])
def test_what_is_not_imported_is_not_cited(name, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    assert record_source(name, states) is None


def test_corpus_comes_before_imported_records(treaties, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    assert citations.of(treaties, "north-atlantic-1949")[0]["id"] != "north-atlantic-1949"
    assert citations.of(treaties, "atop-9015")[0]["id"] == "atop-9015"
    with pytest.raises(Exception, match="no instrument, clause or source is called 'nothing'"):
        citations.of(foedera.load(), "nothing")
