"""The compiled corpus: keyed by what was read, written whole or not at all, rebuilt in silence."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from foedera.corpus import cache, compiled, load
from foedera.corpus.load import CorpusError, Loaded, builtin_directory, load_checked, load_world

pytestmark = pytest.mark.usefixtures("_built_in_once")
GROUP = "kind: group\nid: reavers\nname: {name}\n"
LEAVES_NOTHING_HALF = """
import pathlib, sys
from foedera.corpus import cache
from foedera.model.world import Corpus
def stuck(self, target):
    print("written", flush=True)
    sys.stdin.read()
pathlib.Path.replace = stuck
cache.write_cache("digest", Corpus())
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    good = Path(__file__).parent / "good"
    for path in good.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cache"


def cached(home: Path) -> list[Path]:
    return sorted(home.glob("*"))


def names(world: load.World) -> set[str]:
    return set(world.names.values())


def test_first_reading_writes_one_file_below_foedera_home(mine, home):
    load_world(mine)
    assert [path.suffix for path in cached(home)] == [".json"]


def test_second_reading_reads_the_cache_and_not_the_text(mine, monkeypatch):
    first = load_world(mine)
    monkeypatch.setattr(load, "load_checked", None)
    assert load_world(mine).records == first.records


def test_foedera_home_is_looked_up_each_time(mine, tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "other"))
    load_world(mine)
    assert cached(tmp_path / "other" / "cache")
    assert not (tmp_path / "home").exists()


def test_without_foedera_home_the_cache_is_the_users(monkeypatch, tmp_path):
    monkeypatch.delenv("FOEDERA_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.cache_directory().parts[-1] == "foedera"


def damages(whole: bytes) -> dict[str, bytes]:
    first, _, text = whole.partition(b"\n")
    data = json.loads(text)
    fewer = {**data, "instruments": {}}
    wrong = {**data, "states": {"ARD": 5}}
    deep = b"[" * 100_000
    return {
        "empty": b"",
        "truncated": whole[:-200],
        "cut to its checksum": first,
        "without checksum": text,
        "one byte changed": whole.replace(b"Arden", b"Brden", 1),
        "not JSON": b"\x00\xff\x00",
        "a list": b"[]",
        "a number": b"5",
        "no records": b"{}",
        "fewer records": first + b"\n" + json.dumps(fewer).encode(),
        "wrong type": first + b"\n" + json.dumps(wrong).encode(),
        "nested": deep,
        # A right checksum over what was never a corpus.
        "list with checksum": compiled.checksum(b"[]") + b"\n[]",
        "number with checksum": compiled.checksum(b"5") + b"\n5",
        "unknown class": _with_checksum({**data, "states": {"ARD": [999]}}),
        "unknown part": _with_checksum({**data, "wars": {}}),
        "missing fields": _with_checksum({**data, "states": {"ARD": [1]}}),
        "empty record": _with_checksum({**data, "states": {"ARD": []}}),
        "deep with checksum": compiled.checksum(deep) + b"\n" + deep,
    }


def _with_checksum(data: object) -> bytes:
    text = json.dumps(data).encode()
    return compiled.checksum(text) + b"\n" + text


def test_damaged_cache_is_rebuilt_in_silence(mine, home, capfd):
    sound = load_world(mine)
    (path,) = cached(home)
    whole = path.read_bytes()
    for name, damaged in damages(whole).items():
        path.write_bytes(damaged)
        assert cache.read_cache(sound.digest) is None, name
        assert load_world(mine).records == sound.records, name
        assert path.read_bytes() == whole, name
    assert capfd.readouterr() == ("", "")


def test_cache_file_that_is_a_folder_is_no_error(mine, home):
    sound = load_world(mine)
    (path,) = cached(home)
    path.unlink()
    path.mkdir()
    assert load_world(mine).records == sound.records
    assert cached(home) == [path]


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere", "/dev/null"])
def test_home_that_cannot_be_written_is_no_error(mine, tmp_path, monkeypatch, place):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / place))
    assert "Arden" in names(load_world(mine))
    assert (tmp_path / "file").read_text() == "not a folder"


@pytest.mark.parametrize("step", ["mkdir", "replace"])
def test_refused_write_is_no_error_and_leaves_nothing(mine, home, monkeypatch, step):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, step, refuse)
    assert "Arden" in names(load_world(mine))
    monkeypatch.undo()
    assert cached(home) == []


def test_full_disk_is_no_error_and_leaves_nothing(mine, home, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(compiled.os, "fsync", full)
    assert "Arden" in names(load_world(mine))
    assert cached(home) == []


def test_cache_is_renamed_into_place_only_when_it_is_whole(mine, home, monkeypatch):
    rename, seen = Path.replace, []

    def watched(self, target):
        checksum, _, text = self.read_bytes().partition(b"\n")
        seen.append((self.parent == Path(target).parent, checksum == compiled.checksum(text)))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    load_world(mine)
    assert seen == [(True, True)]
    assert len(cached(home)) == 1


def test_killed_writer_leaves_no_half_cache(home, tmp_path):
    env = {**os.environ, "FOEDERA_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", LEAVES_NOTHING_HALF]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)
    assert [path.suffix for path in cached(home)] == [".tmp"]
    assert cache.read_cache("digest") is None


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "sea.yaml").write_text((folder / "sea.yaml").read_text() + "# a word\n"),
        lambda folder: (folder / "sea.yaml").rename(folder / "ocean.yaml"),
        lambda folder: (folder / "more.yaml").write_text(GROUP.format(name="x").replace("reavers", "more")),
        lambda folder: (folder / "empty.yml").write_text(""),
    ],
    ids=["edited", "renamed", "added", "empty file added"],
)
def test_changed_corpus_has_a_new_key(mine, home, change):
    before = load_world(mine)
    change(mine)
    after = load_world(mine)
    assert before.digest != after.digest
    assert len(cached(home)) == 2


def test_changed_text_is_read_again(mine):
    assert "Reavers" in names(load_world(mine))
    path = mine / "world.yaml"
    path.write_text(path.read_text().replace("name: Reavers", "name: Rovers"))
    assert "Rovers" in names(load_world(mine))


def test_new_version_of_foedera_has_a_new_key(mine, monkeypatch):
    before = load_world(mine).digest
    monkeypatch.setattr(load, "__version__", "999")
    assert load_world(mine).digest != before


def test_new_shape_of_the_records_has_a_new_key(mine, monkeypatch):
    before = load_world(mine).digest
    monkeypatch.setattr(load, "layout", lambda: "State(id)")
    assert load_world(mine).digest != before


def test_files_that_are_no_part_of_the_corpus_do_not_change_the_key(mine):
    before = load_world(mine).digest
    (mine / "notes.txt").write_text("a note")
    (mine / "cases").mkdir()
    (mine / "cases" / "one.yaml").write_text("kind: case")
    assert load_world(mine).digest == before


def test_corpus_with_errors_is_never_cached(mine, home):
    (mine / "bad.yaml").write_text(GROUP.format(name="[") + "id: twice\n")
    for _ in range(2):
        with pytest.raises(CorpusError) as caught:
            load_world(mine)
        assert caught.value.problems
    assert cached(home) == []


def test_only_the_newest_few_caches_are_kept(mine, home):
    for number in range(12):
        (mine / "more.yaml").write_text(f"kind: group\nid: g{number}\nname: G{number}\n")
        last = load_world(mine).digest
    assert len(cached(home)) == 8
    assert any(last in path.name for path in cached(home))


def test_text_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the records of the new text would be kept under the digest of the old one."""
    own = Path(shutil.copytree(builtin_directory(), tmp_path / "own"))
    file = own / "instruments" / "rus-prk-2024.yaml"
    old, readings = file.read_text(), []

    def disturbed(directory: Path | None = None, *, cases: bool = False) -> Loaded:
        if not readings:
            file.write_text(old.replace("Comprehensive Strategic Partnership", "Broad Friendship"))
        readings.append(directory)
        return load_checked(directory, cases=cases)

    monkeypatch.setattr(load, "load_checked", disturbed)
    world = load_world(own)
    assert len(readings) == 2
    assert "Broad Friendship" in world.records.instruments["rus-prk-2024"].title
    file.write_text(old)
    assert "Comprehensive" in load_world(own).records.instruments["rus-prk-2024"].title
