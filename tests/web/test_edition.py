"""The corpus that is served, and what happens when its text changes."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from foedera.corpus import load as corpus_load
from foedera.corpus.load import CorpusError, builtin_directory, load_cases, load_world, read_texts
from foedera.corpus.positions import MAX_BYTES
from foedera.web import edition
from foedera.web.app import create_app
from foedera.web.edition import Editions
from foedera.web.pages import per_edition
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from httpx import Response

    from foedera.model.world import World

TREATY = "rus-prk-2024"
TEXT = f"/corpus/own/instruments/{TREATY}.yaml"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the corpus, to be changed."""
    return Path(shutil.copytree(builtin_directory(), tmp_path / "own"))


def rename(corpus: Path, old: str, new: str) -> None:
    """Write other words into the text of the treaty."""
    file = corpus / "instruments" / f"{TREATY}.yaml"
    file.write_text(file.read_text().replace(old, new))


def take_cases(corpus: Path) -> str:
    """Remove the largest file of cases; its name."""
    largest = max((corpus / "cases").iterdir(), key=lambda path: path.stat().st_size)
    largest.unlink()
    return largest.name


def number_of_cases(client: TestClient) -> int:
    return int(client.get("/api/v1/cases").json()["total"])


def code_of(page: Response) -> list[str]:
    return re.findall("<code>.*</code>", page.text)


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


def test_page_that_was_kept_shows_the_problems_of_a_later_text(corpus: Path, tmp_path: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        assert "cannot be served" not in client.get(f"/treaties/{TREATY}").text
        corpus.rename(tmp_path / "away")
        app.state.editions.reload()
        about = client.get("/about").text
        assert "its directory is gone" in about
        assert str(tmp_path) not in about
        assert "cannot be served" in client.get(f"/treaties/{TREATY}").text
        (tmp_path / "away").rename(corpus)
        rename(corpus, "state: PRK", "state: PKR")
        app.state.editions.reload()
        assert "PKR" in client.get("/about").text


def test_directory_that_is_away_for_a_moment_takes_no_page_down(corpus: Path, tmp_path: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        digest = client.get("/health").json()["corpus"]
        corpus.rename(tmp_path / "away")
        app.state.editions.reload()
        health = client.get("/health")
        assert (health.status_code, health.json()["corpus"], health.json()["problems"]) == (200, digest, 1)
        for path in ("/", f"/treaties/{TREATY}", "/cases", "/search?q=korea", "/corpus", TEXT, "/api/v1/cases"):
            assert client.get(path).status_code == 200, path
        (tmp_path / "away").rename(corpus)
        app.state.editions.reload()
        assert client.get("/health").json()["status"] == "ok"


def test_other_source_is_laid_over_the_edition_that_stays(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    seen = []
    monkeypatch.setattr(per_edition, "layered", lambda _, world: seen.append(world) or world)
    with TestClient(app) as client:
        corpus.rename(tmp_path / "away")
        app.state.editions.reload()
        assert client.get("/data?source=both&first=2024&last=2024").status_code == 200
        assert client.get("/wars").status_code in {200, 404}, "404: no list of wars is imported"
    assert seen
    assert all(one is app.state.editions.now.world for one in seen)


def test_bad_text_changes_neither_cases_nor_files_of_the_edition_that_stays(corpus: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        text, case = client.get(TEXT), take_cases(corpus)
        rename(corpus, "state: PRK", "state: PKR")
        assert app.state.editions.reload().problems
        assert number_of_cases(client) == len(load_cases())
        assert code_of(client.get(TEXT)) == code_of(text)
        assert client.get(f"/corpus/own/cases/{case}").status_code == 200


def test_good_edition_is_of_one_moment_however_late_its_cases_and_files_are_asked_for(corpus: Path) -> None:
    app = create_app(Settings(corpus=corpus, watch_seconds=0))
    with TestClient(app) as client:
        case = take_cases(corpus)
        (corpus / "cases" / "more.yaml").write_text("# more")
        addresses = f"/corpus/own/cases/{case}", "/corpus/own/cases/more.yaml"
        assert number_of_cases(client) == len(load_cases())
        assert [client.get(address).status_code for address in addresses] == [200, 404]
        assert not app.state.editions.reload().problems
        assert 0 < number_of_cases(client) < len(load_cases())
        assert [client.get(address).status_code for address in addresses] == [404, 200]


def test_text_that_changes_while_its_records_are_read_is_read_again(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = iter(["Broad Friendship", "Broad Friendship"])

    def disturbed(directory: Path | None) -> World:
        rename(corpus, "Comprehensive Strategic Partnership", next(titles))
        return load_world(directory)

    monkeypatch.setattr(edition, "load_world", disturbed)
    now = Editions(Settings(corpus=corpus)).now
    assert "Broad Friendship" in now.world.records.instruments[TREATY].title
    assert b"Broad Friendship" in now.files[TEXT.removeprefix("/corpus/")]
    assert next(titles, None) is None, "read twice"


def test_files_of_an_own_corpus_are_its_own_and_the_records_below_it(corpus: Path) -> None:
    files = Editions(Settings(corpus=corpus)).now.files
    own = {path.relative_to(corpus.parent).as_posix() for path in corpus.rglob("*.yaml")}
    assert own <= set(files)
    assert "corpus/states/europe.yaml" in files
    assert not [name for name in files if name.startswith("corpus/cases/")], "the built-in cases are not served"


def test_what_no_corpus_may_have_is_no_file_of_it(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (corpus / "cases" / "folder.yaml").mkdir()
    (corpus / "cases" / "large.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    (corpus / "cases" / "gone.yaml").symlink_to(corpus / "nowhere")
    (corpus / "cases" / "device.yaml").symlink_to(os.devnull)
    files = read_texts(corpus)
    assert not files.keys() & {f"own/cases/{name}.yaml" for name in ("folder", "large", "gone", "device")}
    monkeypatch.setattr(corpus_load, "MAX_TOTAL_BYTES", 1000)
    with pytest.raises(CorpusError) as caught:
        read_texts(corpus)
    assert [one.code for one in caught.value.problems] == ["E105"]


def test_site_does_not_start_over_a_broken_corpus(corpus: Path) -> None:
    (corpus / "instruments" / "broken.yaml").write_text("kind: treaty\n")
    with pytest.raises(CorpusError):
        create_app(Settings(corpus=corpus))
