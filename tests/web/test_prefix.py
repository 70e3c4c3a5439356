from __future__ import annotations

import pytest
from asgi_help import Counting, ask

from foedera.web.serving.exchange import is_api, route_path
from foedera.web.serving.prefix import Prefix


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
