"""Data: panels are described before they are made, bounded, and come with their codebook; lists and citations."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING

import polars as pl
import pytest
from invented_help import fill

from foedera.api import load
from foedera.web.pages import downloads, panels
from foedera.web.pages.data import LISTS

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

    from foedera.api import Treaties

ISO = "states=iso&from=2023&to=2024"


@pytest.fixture(scope="module")
def imported(home: Path, treaties: Treaties, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with invented data."""
    return fill(tmp_path_factory.mktemp("imported"), home, treaties)


@pytest.fixture
def site(client: TestClient, imported: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The site with these data; ``client`` is the same without."""
    monkeypatch.setenv("FOEDERA_HOME", str(imported))
    return client


def test_a_panel_is_described_with_its_columns_files_and_command(client: TestClient) -> None:
    text = client.get(f"/data?{ISO}&unit=state-year&only_obligated=1").text
    assert "<h1>States by year, 2023-01-01 to 2024-12-31</h1>" in text
    assert "<code>owes_defence_partners</code>" in text
    assert "--unit state-year --states iso --only-obligated" in text
    assert "format=zip" in text


def test_the_file_is_the_panel_that_the_library_makes(client: TestClient) -> None:
    answer = client.get(f"/data/panel?{ISO}&unit=state-year")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]
    expected = load().panel("state-year", first=2023, last=2024, states="iso")
    assert answer.text == expected.write_csv()
    parquet = client.get(f"/data/panel?{ISO}&unit=state-year&format=parquet").content
    assert pl.read_parquet(io.BytesIO(parquet)).equals(expected)


def test_a_long_file_comes_in_pieces_with_one_header(client: TestClient) -> None:
    lines = client.get(f"/data/panel?{ISO}").text.splitlines()
    expected = load().panel(first=2023, last=2024, states="iso")
    assert len(lines) == len(expected) + 1 > 2 * panels._SLICE
    assert lines.count(lines[0]) == 1


def test_a_panel_without_rows_has_a_header(client: TestClient) -> None:
    found = client.get("/data/panel?states=iso&from=1700&to=1700&only_obligated=1&unit=dyad-year")
    assert found.status_code == 200
    assert len(found.text.splitlines()) == 1


def test_the_package_holds_table_codebook_and_description(client: TestClient) -> None:
    answer = client.get(f"/data/panel?{ISO}&unit=treaty-year&format=zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    table = next(name for name in archive.namelist() if name.endswith(".csv"))
    package = json.loads(archive.read("datapackage.json"))
    assert package["resources"][0]["path"] == table
    assert package["resources"][0]["hash"] == f"sha256:{hashlib.sha256(archive.read(table)).hexdigest()}"
    book = archive.read(table.replace(".csv", ".codebook.md")).decode()
    assert book == client.get(f"/data/panel?{ISO}&unit=treaty-year&format=codebook").text
    assert client.get(f"/data/panel?{ISO}&unit=treaty-year&format=zip").content == answer.content


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("from=1816&to=2016&states=iso", 422, "the command line"),
        ("from=2010&to=2014&states=iso&unit=attack-dyad-year", 422, "attacker and victim"),
        ("from=0001&to=9998&states=iso&unit=treaty-year", 422, "rows"),
        ("from=soon&to=2016", 400, "soon"),
        ("from=2016&to=2010&states=iso", 400, "end before it begins"),
        ("from=2010&to=2010&states=iso&unit=planet-year", 400, "planet-year"),
        ("from=2010&to=2010", 400, "is not imported"),
        ("from=2010&to=2010&states=iso&source=atop", 404, "is not imported"),
        ("from=2010&to=2010&states=iso&source=napoleon", 400, "napoleon"),
        ("from=2010&to=2010&states=iso&aggregate=on", 400, "on-day"),
    ],
)
def test_what_cannot_be_made_is_refused_on_the_page_and_for_the_file(
    client: TestClient, query: str, status: int, message: str
) -> None:
    for path in ("/data", "/data/panel"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == status
        assert message in answer.text


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    assert client.get(f"/data/panel?{ISO}&format=xlsx").status_code == 400


def test_no_panel_is_larger_than_it_was_weighed(client: TestClient) -> None:
    world = client.app.state.editions.now.world  # type: ignore[attr-defined]
    for unit in ("directed-dyad-year", "dyad-year", "state-year", "treaty-year"):
        wanted = panels.read_wanted({"unit": unit, "from": "1989", "to": "1993", "states": "iso"}, "corpus")
        assert panels.built(world, wanted.request).rows <= panels.weigh(world, wanted.request)


def test_data_that_are_not_imported_are_offered_and_not_cited(client: TestClient) -> None:
    assert "foedera data fetch atop" in client.get("/data").text
    assert "Leeds" not in client.get("/data/citations.bib").text


def test_imported_data_are_listed_used_and_cited(site: TestClient) -> None:
    text = site.get("/data").text
    assert "foedera data fetch atop" not in text
    assert "Leeds" in text
    assert "Leeds" in site.get("/data/citations.bib").text
    years = {"from": "1930", "to": "1935", "source": "atop"}
    assert len(site.get("/data/panel", params={**years, "unit": "treaty-year"}).text.splitlines()) > 1


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_csv_file(client: TestClient, name: str) -> None:
    assert f"/data/lists/{name}.csv" in client.get("/data").text
    answer = client.get(f"/data/lists/{name}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows
    assert all(row["id"] for row in rows)


def test_there_is_no_other_list(client: TestClient) -> None:
    assert client.get("/data/lists/secrets.csv").status_code == 404


def test_the_metadata_for_datacite_name_the_version_of_the_corpus(client: TestClient) -> None:
    found = json.loads(client.get("/data/datacite.json").content)
    assert client.get("/health").json()["corpus"] in found["version"]


def test_every_schema_that_is_linked_is_there(client: TestClient) -> None:
    text = client.get("/data").text
    for name in ("treaty", "scenario", "answer", "reading"):
        assert f'href="/api/v1/schemas/{name}"' in text
        assert client.get(f"/api/v1/schemas/{name}").status_code == 200


def test_few_files_are_sent_at_once_and_every_place_is_given_back(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/data/panel?{ISO}&unit=treaty-year"
    for _ in range(3 * downloads._AT_ONCE):
        assert client.get(address).status_code == 200
    held = [downloads.Download([], "x", "text/plain") for _ in range(downloads._AT_ONCE)]
    assert client.get(address).status_code == 503
    for _ in held:
        downloads._PLACES.release()
    assert client.get(address).status_code == 200
    monkeypatch.setattr(panels, "_SECONDS", 0.01)
    with panels._BUILDING:
        assert client.get(address).status_code == 503
    assert client.get(address).status_code == 200
