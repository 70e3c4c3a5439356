"""The store: imports are whole or not at all, the same again when repeated, and compiled again when it is due."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedera.corpus import compiled
from foedera.datasets import store
from foedera.datasets.imported import DatasetError
from foedera.datasets.readers import READERS
from foedera.datasets.store import install, load_stored, read_manifest, read_manifests

pytestmark = pytest.mark.usefixtures("own_home")
LIGHT = ("pydantic", "yaml", "numpy", "polars", "pandas", "pooch")
STOPS = """
import sys
from pathlib import Path
import foedera
from foedera.datasets import store
at, name, path = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
states = foedera.load().world.records.states
steps = [0]
def watched(original):
    def step(*args, **options):
        steps[0] += 1
        if steps[0] == at:
            print("here", flush=True)
            sys.stdin.read()
        return original(*args, **options)
    return step
import os
os.fsync = watched(os.fsync)
Path.replace = watched(Path.replace)
Path.mkdir = watched(Path.mkdir)
store.install(name, path, states)
print("done", flush=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def changed(examples: Path, tmp_path: Path) -> Path:
    """The example with one row less."""
    path = tmp_path / "atop-invented.csv"
    lines = (examples / "atop-invented.csv").read_text().splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n")
    return path


def test_import_keeps_the_file_the_records_and_a_manifest(own_home, examples, states) -> None:
    path = examples / "atop-invented.csv"
    stored = install("atop", path, states)
    manifest = read_manifest("atop")
    assert manifest == stored.manifest
    assert (manifest.release, manifest.recognised_by, manifest.rows) == ("invented", "version column", 7)
    assert (own_home / "data" / "atop" / manifest.folder / "atop-invented.csv").read_bytes() == path.read_bytes()
    assert load_stored("atop", states) == stored


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("atop", "atop-invented.csv"),
        ("cow-states", "states-invented.csv"),
        ("nmc", "capabilities-invented.csv"),
        ("cow-wars", "wars-invented.csv"),
    ],
)
def test_what_is_loaded_is_what_was_read(name, file, examples, states) -> None:
    stored = install(name, examples / file, states)
    assert load_stored(name, states) == stored
    assert stored.imported.corpus.instruments or stored.imported.corpus.events or stored.imported.tables


def test_second_import_of_the_same_file_changes_nothing(own_home, examples, states) -> None:
    first = install("atop", examples / "atop-invented.csv", states)
    before = contents(own_home / "data")
    assert install("atop", examples / "atop-invented.csv", states) == first
    assert contents(own_home / "data") == before


def test_another_file_takes_the_place_of_the_first(examples, states, tmp_path) -> None:
    install("atop", examples / "atop-invented.csv", states)
    install("atop", changed(examples, tmp_path), states)
    stored = load_stored("atop", states)
    assert stored.manifest.rows == 6
    assert len(stored.imported.corpus.instruments["atop-9015"].parties) == 2


def test_file_that_is_refused_leaves_the_old_data(own_home, examples, states, written) -> None:
    install("atop", examples / "atop-invented.csv", states)
    before = contents(own_home / "data")
    with pytest.raises(DatasetError):
        install("atop", written("other.csv", "a,b\n1,2\n"), states)
    assert contents(own_home / "data") == before


@pytest.mark.parametrize("at", range(1, 9))
def test_import_killed_at_any_step_leaves_the_old_data_whole(at, own_home, examples, states, tmp_path) -> None:
    """Steps: making the folder, and flushing and renaming the file, the records and the manifest."""
    first = install("atop", examples / "atop-invented.csv", states)
    path = changed(examples, tmp_path)
    command = [sys.executable, "-c", STOPS, str(at), "atop", str(path)]
    env = {**os.environ, "FOEDERA_HOME": str(own_home)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    if said == b"done\n":
        assert at > 7, "an import has seven steps"
        assert load_stored("atop", states).manifest.rows == 6
        return
    assert said == b"here\n"
    assert load_stored("atop", states) == first
    assert install("atop", path, states).manifest.rows == 6
    assert load_stored("atop", states).manifest.rows == 6


@pytest.mark.parametrize("step", ["write_whole", "write_compiled"])
def test_full_disk_is_told_and_leaves_the_old_data(step, examples, states, tmp_path, monkeypatch) -> None:
    first = install("atop", examples / "atop-invented.csv", states)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, step, full)
    with pytest.raises(DatasetError, match="the data cannot be kept: No space left on device"):
        install("atop", changed(examples, tmp_path), states)
    monkeypatch.undo()
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
    assert load_stored("atop", states) == first


def test_what_is_not_imported_is_told_with_what_to_do(states) -> None:
    with pytest.raises(DatasetError, match="atop is not imported") as refusal:
        load_stored("atop", states)
    assert refusal.value.hint == "foedera data fetch atop, or foedera import atop FILE"


def test_manifests_are_listed_in_the_order_of_the_registry(examples, states) -> None:
    install("nmc", examples / "capabilities-invented.csv", states)
    install("atop", examples / "atop-invented.csv", states)
    assert [manifest.dataset for manifest in read_manifests()] == ["atop", "nmc"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"dataset": "atop"}', b"\xff"])
def test_damaged_manifest_counts_as_not_imported(damage, own_home, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    (own_home / "data" / "atop" / "manifest.json").write_bytes(damage)
    assert read_manifest("atop") is None
    assert install("atop", examples / "atop-invented.csv", states).manifest.rows == 7


# --- compiled records ---


def records(own_home: Path) -> list[Path]:
    return sorted((own_home / "data" / "atop").glob("*/records-*.json"))


@pytest.mark.parametrize("damage", [b"", b"x\n{}", b"[]"])
def test_damaged_records_are_compiled_again_in_silence(damage, own_home, examples, states, capfd) -> None:
    stored = install("atop", examples / "atop-invented.csv", states)
    (path,) = records(own_home)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert load_stored("atop", states) == stored
    assert path.read_bytes() == whole
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("what", ["__version__", "layout"])
def test_records_of_another_version_or_layout_are_compiled_again(what, own_home, examples, states, monkeypatch) -> None:
    install("atop", examples / "atop-invented.csv", states)
    monkeypatch.setattr(store, what, "0.0.0" if what == "__version__" else lambda: "another layout")
    read = []
    monkeypatch.setitem(READERS, "atop", lambda table, known: read.append(1) or _reader(table, known))
    load_stored("atop", states)
    load_stored("atop", states)
    assert read == [1], "compiled once, then read"
    assert len(records(own_home)) == 2


_reader = READERS["atop"]


def test_records_follow_the_codes_of_the_states(examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    fewer = {key: state for key, state in states.items() if key != "GBR"}
    parties = load_stored("atop", fewer).imported.corpus.instruments["atop-9010"].parties
    assert {party.state for party in parties} == {"cow-200", "ESP"}


def test_records_that_cannot_be_written_are_read_all_the_same(examples, states, monkeypatch) -> None:
    stored = install("atop", examples / "atop-invented.csv", states)
    monkeypatch.setattr(store, "__version__", "0.0.0")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(store, "write_compiled", refuse)
    assert load_stored("atop", states) == stored


@pytest.mark.parametrize("damage", [None, b"something else"])
def test_kept_file_that_is_damaged_or_gone_is_told(damage, own_home, examples, states) -> None:
    manifest = install("atop", examples / "atop-invented.csv", states).manifest
    path = own_home / "data" / "atop" / manifest.folder / manifest.file
    path.unlink() if damage is None else path.write_bytes(damage)
    records(own_home)[0].unlink()
    with pytest.raises(DatasetError, match="the kept file is damaged or gone") as refusal:
        load_stored("atop", states)
    assert refusal.value.hint == "foedera import atop FILE, with a sound copy"


def test_only_a_few_compilations_are_kept(own_home, examples, states, monkeypatch) -> None:
    install("atop", examples / "atop-invented.csv", states)
    for number in range(6):
        monkeypatch.setattr(store, "__version__", f"0.0.{number}")
        load_stored("atop", states)
    assert len(records(own_home)) == 4


def test_leftovers_go_once_they_are_a_day_old(own_home, examples, states, tmp_path) -> None:
    old = install("atop", examples / "atop-invented.csv", states).manifest.folder
    folder = own_home / "data" / "atop"
    (folder / "left.tmp").write_text("half")
    install("atop", changed(examples, tmp_path), states)
    assert (folder / old).is_dir(), "another process may still read it"
    for name in (old, "left.tmp"):
        os.utime(folder / name, (time.time() - 100_000,) * 2)
    new = install("atop", changed(examples, tmp_path), states).manifest.folder
    assert sorted(path.name for path in folder.iterdir()) == sorted([new, "manifest.json"])


# --- where it lives, and what loading costs ---


def test_data_lie_below_foedera_home_or_with_the_user(own_home, monkeypatch) -> None:
    assert store.data_directory() == own_home / "data"
    monkeypatch.delenv("FOEDERA_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert store.data_directory() == Path("/somewhere/foedera")


def test_loading_a_layer_imports_nothing_heavy(own_home, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    code = "import sys, foedera; foedera.load(source='both'); print(*(m for m in sys.argv[1:] if m in sys.modules))"
    env = {**os.environ, "FOEDERA_HOME": str(own_home)}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code, *LIGHT], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.split() == []


def test_manifest_is_plain_json(own_home, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    data = json.loads((own_home / "data" / "atop" / "manifest.json").read_text())
    assert data["file"] == "atop-invented.csv"
    assert data["download"] is None


def test_file_whose_name_is_no_text_is_imported(examples, states, tmp_path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.csv")
    path.write_bytes((examples / "atop-invented.csv").read_bytes())
    assert install("atop", path, states).manifest.file == "\ufffd.csv"
    assert load_stored("atop", states).imported.corpus.instruments["atop-9005"].mark.file == "\ufffd.csv"


def test_tables_come_back_as_tuples(examples, states) -> None:
    install("nmc", examples / "capabilities-invented.csv", states)
    rows = load_stored("nmc", states).imported.tables["capabilities"]
    assert rows[1] == ("FRA", 220, 1901, None, 12.0, None, 25.0, 3000.0, 400.0, 0.25, 3)


def test_checksum_is_on_the_first_line_of_the_records(own_home, examples, states) -> None:
    install("atop", examples / "atop-invented.csv", states)
    first, _, rest = records(own_home)[0].read_bytes().partition(b"\n")
    assert first == compiled.checksum(rest)
