"""A home of foedera with invented research data in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from foedera.datasets.store import install

if TYPE_CHECKING:
    from foedera.api import Treaties

INVENTED = Path(__file__).parents[2] / "examples" / "data"
FILES = {"atop": "atop-invented.csv", "iwd": "iwd-invented.csv", "cow-states": "states-invented.csv"}


def fill(directory: Path, home: Path, treaties: Treaties) -> Path:
    """Import the invented data into a directory; the compiled corpus comes from ``home``, to save time."""
    shutil.copytree(home / "cache", directory / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(directory))
        for name, file in FILES.items():
            install(name, INVENTED / file, treaties.world.records.states)
    return directory
