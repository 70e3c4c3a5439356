"""Folders of text: every file that cannot be read is a problem at its place, and nothing is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedera.corpus import load
from foedera.corpus.load import load_checked, load_world

pytestmark = pytest.mark.usefixtures("_built_in_once")


@pytest.fixture
def folder(corpus_of):
    return corpus_of(good="kind: source\nid: almanac\ntitle: Almanac\ntype: press\n")


def own(folder: Path) -> list[tuple[str, str, int]]:
    """The problems of the text in a folder: code, file below the folder, and line."""
    prefix = f"{folder.resolve().name}/"
    found = [(p.code, p.mark) for p in load_checked(folder).problems]
    return [
        (code, mark.file.removeprefix(prefix), mark.line)
        for code, mark in found
        if mark and mark.file.startswith(prefix)
    ]


def test_one_bad_file_hides_no_other(folder):
    for name, data in {"a": b"\xff", "b": b"[", "c": b"a: 1\na: 2", "d": b"- 5"}.items():
        (folder / f"{name}.yaml").write_bytes(data)
    found = {(code, file) for code, file, _ in own(folder)}
    assert found >= {("E102", "a.yaml"), ("E101", "b.yaml"), ("E103", "c.yaml"), ("E401", "c.yaml"), ("E401", "d.yaml")}


def test_folder_named_like_a_file_is_a_problem_and_what_is_in_it_is_read(folder):
    (folder / "x.yaml").mkdir()
    (folder / "x.yaml" / "y.yaml").write_text("[")
    assert [(code, file) for code, file, _ in own(folder)] == [("E101", "x.yaml"), ("E101", "x.yaml/y.yaml")]


def test_dangling_and_looping_links_are_problems(folder):
    (folder / "gone.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "up").symlink_to(folder)
    assert [(code, file) for code, file, _ in own(folder)] == [("E101", "gone.yaml"), ("E101", "loop.yaml")]


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_pipe_or_device_is_a_problem_and_is_not_waited_for(folder, make, foedera):
    make(folder / "pipe.yaml")
    assert own(folder) == [("E101", "pipe.yaml", 1)]
    assert foedera("check", folder).status == 1
    with pytest.raises(load.CorpusError):
        load_world(folder)


@pytest.mark.parametrize("step", ["open", "stat"])
def test_file_without_permission_is_a_problem(folder, monkeypatch, step):
    locked, real = folder / "locked.yaml", getattr(Path, step)
    locked.write_text("kind: source")

    def refuse(self, *args, **options):
        if self.name == "locked.yaml":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **options)

    monkeypatch.setattr(Path, step, refuse)
    assert own(folder) == [("E101", "locked.yaml", 1)]
    with pytest.raises(load.CorpusError):
        load_world(folder)


def test_file_whose_name_is_not_text_is_named_as_far_as_possible(folder, foedera):
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\n.yaml")).write_bytes(b"[")
    assert own(folder) == [("E101", "\ufffd\n.yaml", 1)]
    for form in ("text", "gnu", "json"):
        run = foedera("check", folder, "--format", form)
        assert run.status == 1
        assert run.out.encode()
    with pytest.raises(load.CorpusError):
        load_world(folder)


def test_corpus_of_too_many_files_or_bytes_is_refused(folder, monkeypatch):
    (folder / "more.yaml").write_text("kind: source\nid: more\ntitle: More\ntype: press\n")
    monkeypatch.setattr(load, "MAX_FILES", 1)
    assert ("E105", "the corpus has more than 1 files") in {(p.code, p.message) for p in load_checked(folder).problems}
    monkeypatch.undo()
    monkeypatch.setattr(load, "MAX_TOTAL_BYTES", 10)
    assert "E105" in {p.code for p in load_checked(folder).problems}


@pytest.mark.parametrize("way", [".", "../mine", "./", "../other/../mine"])
def test_problems_name_the_folder_however_it_is_given(folder, monkeypatch, foedera, way):
    (folder / "bad.yaml").write_text("[")
    (folder.parent / "other").mkdir()
    monkeypatch.chdir(folder)
    run = foedera("check", way)
    assert "\nmine/bad.yaml:1:2: error[E101]" in run.out
    assert "\n  1 | [\n" in run.out


@pytest.mark.parametrize("path", ["nowhere", "no/where", "mine/good.yaml"])
def test_what_is_no_folder_is_a_mistake_of_usage(folder, foedera, path, monkeypatch):
    monkeypatch.chdir(folder.parent)
    run = foedera("check", path)
    assert run.status == 2
    assert "Traceback" not in run.err


def test_control_characters_in_names_do_not_reach_the_terminal(corpus_of, foedera):
    folder = corpus_of(bad='kind: source\nid: x\n"na\\e[31m\\nme\\u202e": y\n', worse="kind: source\nid: \x1b[31mred\n")
    for form in ("text", "gnu"):
        out = foedera("check", folder, "--format", form).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert r"unknown key 'na\x1b[31m\nme\u202e'" in out


def test_caret_stands_under_the_word_behind_tabs_and_control_characters(corpus_of, foedera):
    folder = corpus_of(bad='{kind:\tsource, id: "\xa0", nam: y}\n')
    lines = foedera("check", folder).out.splitlines()
    (at,) = [number for number, line in enumerate(lines) if "unknown key 'nam'" in line]
    assert lines[at + 1].index("nam: y") == lines[at + 2].index("^^^")


@pytest.mark.parametrize("name", ["- ? ", "[{a: "])
def test_deep_nesting_does_not_end_the_process(corpus_of, name, tmp_path):
    folder = corpus_of(deep=name * 100_000)
    done = subprocess.run(
        [sys.executable, "-m", "foedera", "check", str(folder), "--format", "gnu"],
        capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "FOEDERA_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 1
    assert "mine/deep.yaml:1:" in done.stdout
    assert "Traceback" not in done.stderr


def test_crowd_of_unknown_names_is_reported_in_bounded_time(corpus_of):
    parties = "".join(f"- {{state: Germ{number}}}\n" for number in range(5_000))
    events = "".join(
        f"- {{kind: event, id: e{number}, type: k{number}, title: E, roles: {{}}, since: '2000'}}\n"
        for number in range(5_000)
    )
    pact = "kind: treaty\nid: p\ntitle: P\nbinding: legal\nconfidence: memory\nsources: []\nparties:\n"
    folder = corpus_of(pact=pact + parties, events=events)
    begun = time.perf_counter()
    problems = load_checked(folder).problems
    assert time.perf_counter() - begun < 20
    named = {(p.mark.file, p.mark.line) for p in problems if p.mark and p.code in {"E203", "E204"}}
    assert {("mine/pact.yaml", line) for line in range(8, 5_008)} <= named
    assert {("mine/events.yaml", line) for line in range(1, 5_001)} <= named
