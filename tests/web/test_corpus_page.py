"""The text of the corpus: whole, line by line, and nothing else from the disk."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from foedera.corpus.load import builtin_directory
from foedera.web.pages import text as corpus_page

NAME = "corpus/instruments/rus-prk-2024.yaml"


def lines(response) -> list[str]:
    return [html.unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(r"<code>(.*?)</code></li>", response.text)]


def test_the_text_is_shown_whole_and_numbered(client) -> None:
    response = client.get(f"/corpus/{NAME}")
    text = (builtin_directory() / "instruments" / "rus-prk-2024.yaml").read_text(encoding="utf-8")
    assert lines(response) == text.splitlines()
    assert f'id="L{len(text.splitlines())}"' in response.text


def test_ids_in_it_are_links(client) -> None:
    assert '<a href="/treaties/rus-prk-2000">rus-prk-2000</a>' in client.get(f"/corpus/{NAME}").text


def test_ids_in_comments_are_not(client, monkeypatch) -> None:
    text = b"# as in rus-prk-2000\nkind: group\nattributed_to:\n  # not PRK\n  - RUS\n"
    editions = client.app.state.editions
    monkeypatch.setattr(editions, "_now", replace(editions.now, number=0, files={"own/group.yaml": text}))
    shown = client.get("/corpus/own/group.yaml").text
    assert re.findall("<code>(.*)</code></li>", shown) == [
        "# as in rus-prk-2000",
        "kind: group",
        "attributed_to:",
        "  # not PRK",
        '  - <a href="/states/RUS">RUS</a>',
    ]


def test_every_file_is_listed_and_shown(client) -> None:
    names = re.findall(r'href="/corpus/([^"]+)"', client.get("/corpus").text)
    assert len(names) == len(list(builtin_directory().rglob("*.yaml")))
    assert all(client.get(f"/corpus/{name}").status_code == 200 for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "../pyproject.toml",
        "corpus/../../pyproject.toml",
        "%2e%2e/pyproject.toml",
        "/etc/passwd",
        "corpus/LICENSE",
        "corpus",
    ],
)
def test_nothing_else_is_read_from_the_disk(client, name: str) -> None:
    assert client.get(f"/corpus/{name}").status_code == 404


def test_a_file_that_is_too_large_is_refused(client, monkeypatch) -> None:
    monkeypatch.setattr(corpus_page, "MAX_BYTES", 100)
    response = client.get(f"/corpus/{NAME}?again=1")
    assert response.status_code == 413
    assert "At most 100 bytes" in response.text
