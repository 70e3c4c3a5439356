"""Whatever refuses a request of the API, the problem has a type that the page of the API explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = "/law/api/v1"


@pytest.fixture(scope="module")
def small() -> Iterator[TestClient]:
    """A site under a prefix, with small limits, that answers under one name."""
    settings = Settings(prefix="/law", max_url=200, max_body=100, hosts=("testserver",))
    with TestClient(create_app(settings), raise_server_exceptions=False) as one:
        yield one


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "kind"),
    [
        ("PUT", "/ask", {}, 405, "method"),
        ("POST", "/map", {}, 405, "method"),
        ("GET", "/nothing", {}, 404, "not-found"),
        ("GET", "/ask?actor=" + "x" * 300, {}, 414, "too-long"),
        ("POST", "/ask", {"content": "x" * 101}, 413, "too-long"),
        ("POST", "/ask", {"headers": {"origin": "https://other.example"}}, 403, "other-site"),
        ("GET", "/ask", {"headers": {"host": "other.example"}}, 421, "host"),
        ("GET", "/ask?lunch=1", {}, 422, "parameters"),
    ],
)
def test_every_refusal_has_a_type_that_leads_to_its_meaning(
    small: TestClient, method: str, path: str, given: dict[str, Any], status: int, kind: str
) -> None:
    response = small.request(method, SITE + path, **given)
    problem = response.json()
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert problem["type"] == f"/law/api#problem-{kind}"
    assert problem["status"] == status
    assert problem["request_id"] == response.headers["x-request-id"]
    address, _, anchor = problem["type"].partition("#")
    assert re.search(rf'id="{anchor}"', small.get(address).text)
