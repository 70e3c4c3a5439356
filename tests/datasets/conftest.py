"""A home of its own for every test, the states of the corpus, and invented data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foedera.api import Treaties
    from foedera.model.states import State

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "data"


@pytest.fixture
def states(treaties: Treaties) -> Mapping[str, State]:
    return treaties.world.records.states


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treaties: Treaties) -> Path:
    """An empty FOEDERA_HOME."""
    assert treaties
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def examples() -> Path:
    """Small invented files with the columns of the real data sets."""
    return EXAMPLES


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file and give its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
