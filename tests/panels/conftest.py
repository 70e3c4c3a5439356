"""A home with invented imported data, and the folder of invented files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedera.datasets.store import install

if TYPE_CHECKING:
    from foedera.api import Treaties

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "data"


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treaties: Treaties) -> Path:
    """An empty FOEDERA_HOME."""
    assert treaties
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def imported(own_home: Path, treaties: Treaties) -> Path:
    """A home with the invented alliances, states and capabilities."""
    names = {"atop": "atop-invented.csv", "cow-states": "states-invented.csv", "nmc": "capabilities-invented.csv"}
    for name, file in names.items():
        install(name, EXAMPLES / file, treaties.world.records.states)
    return own_home
