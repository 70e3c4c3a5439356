"""Shared fixtures: every test has a home of its own, so that no test reads another's cache."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import foedera

if TYPE_CHECKING:
    from foedera.api import Treaties

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's foedera directory for this run."""
    directory = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    patch.setenv("FOEDERA_HOME", str(directory))
    patch.setenv("NO_COLOR", "1")
    return directory


@pytest.fixture(scope="session")
def treaties(home: Path) -> Treaties:
    """The built-in corpus."""
    assert home.is_dir()
    return foedera.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Research data beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not here")
    return SHARED
