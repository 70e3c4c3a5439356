"""One site over the built-in corpus for all tests of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client that raises what the server would only log."""
    with TestClient(create_app(Settings())) as one:
        yield one
