"""About: versions, coverage, problems, limits and citations are those of what is served."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from foedera import __version__
from foedera.corpus.load import builtin_directory
from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_versions_of_software_and_corpus_are_told(client: TestClient) -> None:
    text = client.get("/about").text
    digest = client.get("/health").json()["corpus"]
    assert f"foedera {__version__}" in text
    assert digest in text
    assert f"corpus {digest[:12]}" in text


def test_what_silence_means_is_told_record_by_record(client: TestClient) -> None:
    text = client.get("/about").text
    row = re.search(r'<tr id="coverage-charter-parties">(.*?)</tr>', text, re.DOTALL)
    assert row
    assert ">yes<" in row[1]
    assert "1945-10-24" in row[1]
    assert 'href="/treaties/un-charter"' in row[1]
    other = re.search(r'<tr id="corpus-obligations">(.*?)</tr>', text, re.DOTALL)
    assert other
    assert ">no<" in other[1]


def test_every_clause_is_counted_with_its_confidence(client: TestClient) -> None:
    text = client.get("/about").text
    row = re.search(r'<tr><th scope="row">clauses</th>(.*?)</tr>', text, re.DOTALL)
    total = re.search(r"([\d,]+) clauses", text)
    assert row
    assert total
    numbers = [int(one.replace(",", "")) for one in re.findall(r"<td>([\d,]+)</td>", row[1])]
    assert sum(numbers) == int(total[1].replace(",", ""))


def test_the_limits_are_those_that_hold() -> None:
    text = TestClient(create_app(Settings(read_chars=1_234, max_body=5_678))).get("/about").text
    assert "1,234 characters" in text
    assert "5,678 bytes" in text


def test_a_newer_text_with_problems_is_told_while_the_old_one_stands(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    shutil.copy(builtin_directory() / "coverage" / "corpus.yaml", corpus)
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    site = TestClient(app)
    assert "None: what is served is the newest text." in site.get("/about").text
    (corpus / "wrong.yaml").write_text("kind: instrment\nid: x\n", encoding="utf-8")
    app.state.editions.reload()
    text = site.get("/about").text
    assert "wrong.yaml:1" in text
    assert "instrment" in text
    assert str(tmp_path) not in text
    assert 'href="/about#problems"' in text


def test_it_can_be_cited_as_text_and_as_bibtex(client: TestClient) -> None:
    text = client.get("/about").text
    assert "[foedera] (software) The foedera authors" in text
    assert "@software{foedera," in text


def test_privacy_says_what_is_logged(client: TestClient) -> None:
    text = client.get("/about").text
    assert "no cookies" in text
    assert "the query of the address" in text
    assert "set-cookie" not in client.get("/about").headers
