"""Running the command line in this process, with a home of its own and the built-in corpus read once."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

import pytest

from foedera.cli.app import main
from foedera.corpus import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
GOOD = HERE / "good"


class Run(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


def run(*words: str | Path) -> Run:
    """Run ``foedera WORDS`` in this process."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["foedera", *map(str, words)]
    with mock.patch.object(sys, "argv", argv), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main()
    return Run(status, out.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def foedera() -> Callable[..., Run]:
    return run


_BUILT_IN: dict[bool, load.Loaded] = {}


@pytest.fixture(scope="module")
def _built_in_once() -> Iterator[None]:
    """Read the built-in corpus once for many checks of other folders."""
    read = load._read

    def read_once(directory: Path, *, cases: bool) -> load.Loaded:
        if directory != load.builtin_directory():
            return read(directory, cases=cases)
        if cases not in _BUILT_IN:
            _BUILT_IN[cases] = read(directory, cases=cases)
        return _BUILT_IN[cases]

    with mock.patch.object(load, "_read", read_once):
        yield


@pytest.fixture
def corpus_of(tmp_path: Path) -> Callable[..., Path]:
    """Make a corpus folder from file names and contents."""

    def make(**files: str | bytes) -> Path:
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        for stem, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / f"{stem}.yaml").write_bytes(data)
        return folder

    return make


@pytest.fixture(scope="session")
def golden() -> Callable[[Path, str], None]:
    """Compare a text with a file, or with ``FOEDERA_RESET_GOLDEN=1`` write the file."""

    def same(path: Path, text: str) -> None:
        if os.environ.get("FOEDERA_RESET_GOLDEN") == "1":
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return same
