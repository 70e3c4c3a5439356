from __future__ import annotations

import pytest
from asgi_help import Counting, ask
from fastapi.testclient import TestClient

from foedera.web.app import create_app
from foedera.web.serving.exchange import is_api, route_path
from foedera.web.serving.prefix import Prefix
from foedera.web.serving.settings import Settings


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("/law/map", "/map"),
        ("/map", "/map"),
        ("/law/", "/"),
        ("/", "/"),
        ("/law", ""),
        ("/lawful", "/lawful"),
        ("/law/law/map", "/law/map"),
    ],
)
def test_path_is_the_same_inside_whether_the_proxy_passes_it_on_whole_or_not(path: str, inside: str) -> None:
    app = Counting()
    ask(Prefix(app, "/law"), path)
    assert app.seen[0]["root_path"] == "/law"
    assert app.seen[0]["path"] == f"/law{inside}"
    assert route_path(app.seen[0]) == inside


def test_api_is_known_under_a_prefix() -> None:
    app = Counting()
    ask(Prefix(app, "/law"), "/law/api/v1/ask")
    ask(Prefix(app, "/law"), "/law/ask")
    assert [is_api(scope) for scope in app.seen] == [True, False]


def test_without_a_prefix_nothing_changes() -> None:
    app = Counting()
    ask(Prefix(app, ""), "/map")
    assert (app.seen[0]["path"], app.seen[0]["root_path"]) == ("/map", "")


@pytest.mark.parametrize(
    ("prefix", "asked", "told"),
    [
        ("", "/treaties/?on=2020-01-01", "/treaties?on=2020-01-01"),
        ("/law", "/law/treaties/", "/law/treaties"),
        ("/law", "/treaties/", "/law/treaties"),
    ],
)
def test_redirect_names_no_host_and_no_scheme_which_a_proxy_may_have_changed(
    prefix: str, asked: str, told: str
) -> None:
    with TestClient(create_app(Settings(prefix=prefix))) as client:
        response = client.get(asked, headers={"Host": "evil.example"}, follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("/search?q=http://own/a", "/search?q=http://own/a"),
        ("http://own//evil.example/a", "/evil.example/a"),
        ("//evil.example/a", "/a"),
        ("http://own", "/"),
    ],
)
def test_redirect_leads_to_a_path_of_this_site(given: str, told: str) -> None:
    app = Counting(headers={"location": given})
    assert ask(Prefix(app, ""), "/").headers["location"] == told
