"""The built-in states and law, read once."""

from __future__ import annotations

import pytest
from invented_wars import Library

from foedera.corpus.load import load_world


@pytest.fixture(scope="session")
def library(home: object) -> Library:
    assert home
    return Library(load_world())
