"""What is said of addresses that no operation takes as asked: the same for pages and for the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

READ_ONLY = "GET, HEAD, OPTIONS"
BOTH = "GET, HEAD, POST, OPTIONS"
ALLOWED = [
    ("/treaties", READ_ONLY),
    ("/read", BOTH),
    ("/api/v1/ask", BOTH),
    ("/api/v1/treaties", READ_ONLY),
    ("/api/v1/treaties/rus-prk-2024", READ_ONLY),
    ("/api/v1/read", "POST, OPTIONS"),
    ("/health", READ_ONLY),
]


@pytest.mark.parametrize(("path", "allow"), ALLOWED)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(
    client: TestClient, path: str, allow: str, method: str
) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.headers["allow"]) == (405, allow)
    assert response.headers["cache-control"] == "no-store"
    if path.startswith("/api"):
        assert response.json()["instance"] == path
        assert response.json()["type"].endswith("#problem-method")
    else:
        assert "does not take that method" in response.text


@pytest.mark.parametrize(("path", "allow"), [one for one in ALLOWED if "POST" not in one[1]])
def test_post_to_what_is_only_read_is_refused_in_the_same_way(client: TestClient, path: str, allow: str) -> None:
    response = client.post(path)
    assert (response.status_code, response.headers["allow"]) == (405, allow)


def test_get_of_what_is_only_posted_to_is_refused(client: TestClient) -> None:
    response = client.get("/api/v1/read")
    assert (response.status_code, response.headers["allow"]) == (405, "POST, OPTIONS")
    assert client.head("/api/v1/read").status_code == 405


@pytest.mark.parametrize(("path", "allow"), ALLOWED)
def test_options_tells_what_an_address_takes(client: TestClient, path: str, allow: str) -> None:
    response = client.options(path)
    assert (response.status_code, response.headers["allow"], response.content) == (204, allow, b"")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "OPTIONS", "DELETE"])
@pytest.mark.parametrize("path", ["/nothing-here", "/api/v1/nothing", "/states/a/b/c/d"])
def test_nothing_is_promised_where_nothing_is(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 404
    assert "allow" not in response.headers
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        *(f"/{name}/%2F" for name in ("treaties", "states", "places", "events", "officials", "sources", "cases")),
        "/schemas/%2F",
        "/treaties/%2F/%2F",
        "/treaties/",
        "/states/PRK/",
        "/treaties/rus-prk-2024/",
    ],
)
def test_empty_name_in_an_address_of_the_api_is_nobodys(client: TestClient, path: str) -> None:
    response = client.get(f"/api/v1{path}", follow_redirects=False)
    assert response.status_code == 404
    assert response.json()["type"].endswith("#problem-not-found")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("/treaties/?on=2020-01-01", "/treaties?on=2020-01-01"),
        ("/treaties/rus-prk-2024/", "/treaties/rus-prk-2024"),
        ("/states/C%C3%B4te%20d'Ivoire/", "/states/C%C3%B4te%20d%27Ivoire"),
        ("//evil.example/treaties/", "/evil.example/treaties"),
    ],
)
def test_page_with_a_slash_too_many_is_found_on_this_site(client: TestClient, asked: str, told: str) -> None:
    response = client.get(f"http://testserver{asked}", headers={"Host": "evil.example"}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, told)


@pytest.mark.parametrize("asked", ["/treaties/%2F", "/treaties//", "/treaties%2F"])
def test_page_with_another_slash_in_its_name_is_not_found(client: TestClient, asked: str) -> None:
    assert client.get(asked, follow_redirects=False).status_code == 404
