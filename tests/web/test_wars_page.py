"""Wars: the list, one war with its reasons, files, a score; and what is said where nothing is imported."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from invented_help import INVENTED, fill

from foedera.web.pages import per_edition
from foedera.web.pages import wars as wars_page

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

    from foedera.api import Treaties


@pytest.fixture(scope="module")
def imported(home: Path, treaties: Treaties, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with invented data."""
    return fill(tmp_path_factory.mktemp("imported"), home, treaties)


@pytest.fixture
def site(client: TestClient, imported: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The site with these data; ``client`` is the same without."""
    monkeypatch.setenv("FOEDERA_HOME", str(imported))
    return client


def rows_of(site: TestClient, path: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    answer = site.get(path)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_without_data_the_page_says_what_is_missing_and_how_to_get_it(client: TestClient) -> None:
    for address in ("/wars", "/wars?treaties=corpus"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "is not imported" in answer.text
        assert "foedera import iwd FILE" in answer.text
        assert answer.text.index("foedera import iwd FILE") < answer.text.index("is not imported")
        assert 'role="alert"' not in answer.text
    assert client.get("/wars/rows.csv").status_code == 404


def test_wars_are_listed_and_chosen_by_years_and_state(site: TestClient) -> None:
    every = re.findall(r'war=(\d+)">', site.get("/wars").text)
    early = re.findall(r'war=(\d+)">', site.get("/wars?to=1930").text)
    french = re.findall(r'war=(\d+)">', site.get("/wars?state=FRA").text)
    assert "1" in early
    assert set(early) < set(every)
    assert "1" in french
    assert set(french) < set(every)
    assert "No war in these years" in site.get("/wars?from=1700&to=1701").text


def test_one_war_has_its_attacks_and_for_every_case_the_reasons(site: TestClient) -> None:
    rows = rows_of(site, "/wars/rows.csv")
    due = next(row for row in rows if row["status"] == "due")
    text = site.get(f"/wars?war={due['war_id']}").text
    assert f"<h1>{due['war_name']}, " in text
    articles = re.findall('<article class="finding due">.*?</article>', text, re.DOTALL)
    article = next(one for one in articles if due["treaty"] in one)
    assert '<ul class="steps">' in article
    assert due["day"] in article
    assert "1929-03-15" in site.get("/wars?war=1").text


def test_an_arguable_case_says_what_it_hinges_on_and_how_it_leans(site: TestClient) -> None:
    row = next(row for row in rows_of(site, "/wars/rows.csv") if row["status"] == "arguable")
    text = site.get(f"/wars?war={row['war_id']}").text
    assert "it is open whether the case arose" in text
    assert "If what is not known is as presumed" in text
    assert "Hinges on" in text


def test_files_hold_all_wars_or_one(site: TestClient) -> None:
    every, one = rows_of(site, "/wars/rows.csv"), rows_of(site, "/wars/rows.csv?war=1")
    assert one == [row for row in every if row["war_id"] == "1"]
    members = rows_of(site, "/wars/members.csv?war=1")
    assert {row["treaty"] for row in members} == {row["treaty"] for row in one}
    assert site.get("/wars/secrets.csv").status_code == 404


def test_a_war_has_a_number_and_a_name(site: TestClient) -> None:
    heading = re.search("<h1>.*</h1>", site.get("/wars?war=Invented929").text)
    assert heading
    assert heading[0] in site.get("/wars?war=1").text


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("war=9999", 404, "9999"),
        ("war=%00", 404, "war"),
        ("from=soon", 400, "soon"),
        ("from=-1", 400, "-1"),
        ("state=Atlantis", 400, "Atlantis"),
        ("treaties=napoleon", 400, "napoleon"),
    ],
)
def test_what_is_not_there_is_said(site: TestClient, query: str, status: int, message: str) -> None:
    answer = site.get(f"/wars?{query}")
    assert answer.status_code == status
    assert message in answer.text


def test_codings_are_compared_and_not_kept(site: TestClient) -> None:
    data = (INVENTED / "codings-invented.csv").read_bytes()
    answer = site.post("/wars", files={"file": ("codings.csv", data)})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "Against outcome_bf" in answer.text
    assert "is not truth" in answer.text
    assert "Against outcome_bf" not in site.get("/wars").text


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"<stata_dta>x", b"\x1f\x8b\x08", b"warid,atopid,outcome_bf\n1,1,won\n"]
)
def test_a_file_that_holds_no_codings_is_refused(site: TestClient, data: bytes) -> None:
    answer = site.post("/wars", files={"file": ("codings.dta", data)})
    assert answer.status_code in {400, 422}
    assert "Traceback" not in answer.text


def test_the_data_are_cited(site: TestClient) -> None:
    text = site.get("/wars").text
    assert "Reiter" in text
    assert "Leeds" in text
    assert "Leeds" not in site.get("/wars?treaties=corpus").text


def test_who_waits_too_long_for_another_is_told_to_come_back(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(per_edition, "_PATIENCE", 0.01)
    assert site.get("/wars").status_code == 200
    with wars_page._RECORDS._lock:
        assert site.get("/wars").status_code == 503
    assert site.get("/wars").status_code == 200
