"""The corpus that is served, and what happens when its text changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedera.corpus.load import CorpusError, builtin_directory
from foedera.web.app import create_app
from foedera.web.edition import Editions
from foedera.web.serving.settings import Settings

TREATY = "rus-prk-2024"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the corpus, to be changed."""
    return Path(shutil.copytree(builtin_directory(), tmp_path / "own"))


def test_changed_text_is_served_after_it_is_read_anew(corpus: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        before = client.get(f"/treaties/{TREATY}")
        assert client.get(f"/treaties/{TREATY}").headers["etag"] == before.headers["etag"]
        file = corpus / "instruments" / f"{TREATY}.yaml"
        file.write_text(file.read_text().replace("Comprehensive Strategic Partnership", "Broad Friendship"))
        assert "Broad Friendship" not in client.get(f"/treaties/{TREATY}").text
        app.state.editions.reload()
        after = client.get(f"/treaties/{TREATY}")
        assert "Broad Friendship" in after.text
        assert after.headers["etag"] != before.headers["etag"]


def test_invalid_change_keeps_the_last_good_corpus_and_shows_its_problems(corpus: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        file = corpus / "instruments" / f"{TREATY}.yaml"
        good = file.read_text()
        file.write_text(good.replace("state: PRK", "state: PKR"))
        app.state.editions.reload()
        page = client.get(f"/treaties/{TREATY}")
        assert page.status_code == 200
        assert "North Korea" in page.text
        assert "cannot be served" in page.text
        about = client.get("/about").text
        assert "E204" in about
        assert "PKR" in about
        health = client.get("/health")
        assert health.status_code == 200
        assert health.json()["problems"] > 0
        file.write_text(good)
        app.state.editions.reload()
        assert "cannot be served" not in client.get(f"/treaties/{TREATY}").text


def test_examples_are_shown_only_of_the_corpus_that_has_them(corpus: Path, client: TestClient) -> None:
    assert f"/treaties/{TREATY}" in client.get("/").text
    with TestClient(create_app(Settings(corpus=corpus, watch_seconds=0))) as own:
        for path in ("/", "/ask", "/map"):
            assert f"/treaties/{TREATY}" not in own.get(path).text
            assert "Examples" not in own.get(path).text


def test_directory_that_vanishes_does_not_take_the_site_down(corpus: Path) -> None:
    editions = Editions(Settings(corpus=corpus))
    shutil.rmtree(corpus)
    assert editions.reload().problems
    assert TREATY in editions.now.world.records.instruments


def test_site_does_not_start_over_a_broken_corpus(corpus: Path) -> None:
    (corpus / "instruments" / "broken.yaml").write_text("kind: treaty\n")
    with pytest.raises(CorpusError):
        create_app(Settings(corpus=corpus))
