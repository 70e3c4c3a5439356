from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.web.api.openapi import examples
from foedera.web.problem_types import KINDS

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_page_shows_every_operation_every_problem_and_every_schema(client: TestClient) -> None:
    page = client.get("/api").text
    ids = re.findall(r'id="([^"]+)"', page)
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    wanted = {
        *(f"op-{name}" for name in examples()),
        *(f"problem-{name}" for name in KINDS),
        *(f"schema-{name}" for name in schemas),
    }
    assert wanted <= set(ids)
    assert len(ids) == len(set(ids)), "an id stands once"


def test_examples_of_the_page_can_be_followed(client: TestClient) -> None:
    page = client.get("/api").text
    addresses = [one.replace("&amp;", "&") for one in re.findall(r'href="(/api/v1/[^"]+)"', page)]
    assert len(addresses) == len(examples()) - 2, "all but the two that take a body"
    assert all(client.get(one).status_code == 200 for one in addresses)


def test_anchors_of_the_page_lead_somewhere(client: TestClient) -> None:
    page = client.get("/api").text
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_page_has_nothing_inline_and_its_headings_are_in_order(client: TestClient) -> None:
    page = client.get("/api").text
    assert " style=" not in page
    assert "<style" not in page
    assert not re.search(r"<script(?! src=)", page)
    levels = [int(one) for one in re.findall(r"<h(\d)", page.partition("<main")[2].partition("</main>")[0])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "`" not in re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)
