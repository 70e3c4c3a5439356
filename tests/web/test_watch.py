from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from foedera.web.serving.watch import Watch, signature

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    directory = tmp_path / "corpus"
    (directory / "instruments").mkdir(parents=True)
    (directory / "instruments" / "a.yaml").write_text("one")
    return directory


def told(corpus: Path) -> tuple[Watch, list[int]]:
    calls: list[int] = []
    return Watch(corpus, lambda: calls.append(1)), calls


def test_change_is_told_once_it_has_come_to_rest(corpus: Path) -> None:
    watch, calls = told(corpus)
    assert not watch.look()
    (corpus / "instruments" / "a.yaml").write_text("longer")
    assert not watch.look(), "it may still be being written"
    (corpus / "instruments" / "a.yaml").write_text("longer still")
    assert not watch.look(), "it was"
    assert watch.look()
    assert not watch.look()
    assert len(calls) == 1


@pytest.mark.parametrize("change", ["add", "remove", "rename"])
def test_every_kind_of_change_is_seen(corpus: Path, change: str) -> None:
    watch, calls = told(corpus)
    path = corpus / "instruments" / "a.yaml"
    if change == "add":
        (corpus / "b.yml").write_text("two")
    elif change == "remove":
        path.unlink()
    else:
        path.rename(path.with_name("c.yaml"))
    watch.look()
    assert watch.look()
    assert calls == [1]


def test_other_files_do_not_matter(corpus: Path) -> None:
    before = signature(corpus)
    (corpus / "instruments" / "a.yaml~").write_text("backup")
    (corpus / "notes.txt").write_text("note")
    assert signature(corpus) == before


def test_directory_that_goes_and_comes_back_is_told_twice(corpus: Path, tmp_path: Path) -> None:
    watch, calls = told(corpus)
    corpus.rename(tmp_path / "away")
    watch.look()
    assert watch.look()
    shutil.copytree(tmp_path / "away", corpus)
    watch.look()
    assert watch.look()
    assert len(calls) == 2


def test_corpus_that_cannot_be_read_anew_does_not_end_the_watch(corpus: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError("no")

    watch = Watch(corpus, fail)
    for text in ("longer", "longer still"):
        (corpus / "b.yaml").write_text(text)
        watch.look()
        assert watch.look()
    assert caplog.text.count("could not be read anew") == 2


def test_open_watch_looks_by_itself_and_ends(corpus: Path) -> None:
    seen = threading.Event()
    with Watch(corpus, seen.set, 0.01) as watch:
        (corpus / "b.yaml").write_text("new")
        assert seen.wait(5)
    assert not watch._thread.is_alive()


def test_watch_can_be_turned_off(corpus: Path) -> None:
    with Watch(corpus, lambda: pytest.fail("told"), 0) as watch:
        (corpus / "b.yaml").write_text("new")
        assert not watch._thread.is_alive()


def test_change_between_the_reading_and_the_first_look_is_told(corpus: Path) -> None:
    calls: list[int] = []
    before = signature(corpus)
    next(corpus.rglob("*.yaml")).write_text("# changed\n", encoding="utf-8")
    watch = Watch(corpus, lambda: calls.append(1), known=before)
    watch.look()
    watch.look()
    assert calls == [1]
