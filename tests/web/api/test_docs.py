"""The examples of docs/api.md hold against a server on the loopback."""

from __future__ import annotations

import doctest
import io
import re
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from foedera.web.app import create_app
from foedera.web.problem_types import KINDS
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.testclient import TestClient

PAGE = Path(__file__).resolve().parents[3] / "docs" / "api.md"
SITE = "http://127.0.0.1:8765"


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server that runs."""
    server = uvicorn.Server(uvicorn.Config(create_app(Settings()), port=0, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_python_of_the_page_gives_what_it_shows(site: str) -> None:
    examples = "\n".join(blocks("py")).replace(SITE, site)
    parsed = doctest.DocTestParser().get_doctest(examples, {}, "api.md", str(PAGE), 0)
    assert len(parsed.examples) > 10
    report = io.StringIO()
    runner = doctest.DocTestRunner()
    runner.run(parsed, out=report.write)
    assert runner.summarize(verbose=False).failed == 0, report.getvalue()


def test_addresses_of_the_page_are_answered(client: TestClient) -> None:
    gets = re.findall(rf"^curl '{SITE}([^']+)'", "\n".join(blocks("sh")), re.MULTILINE)
    assert len(gets) == 3
    assert all(client.get(one).status_code == 200 for one in gets)


def test_page_names_every_operation_and_every_problem(client: TestClient) -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:GET |POST )?(/[a-z-]+)", text))
    paths = {f"/{path.split('/')[3]}" for path in client.get("/openapi.json").json()["paths"]}
    assert paths <= named
    assert set(KINDS) <= set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))
