"""The page of a clause: which version, who is bound, on what condition."""

from __future__ import annotations

from urllib.parse import quote

from page_text import text_of

from foedera.api import load


def test_the_version_that_stands_on_the_day_is_shown(client) -> None:
    for on, version in (("2000-01-01", "2@1992"), ("2015-01-01", "2@2010")):
        response = client.get(f"/treaties/collective-security-1992/2?on={on}")
        assert response.url.path.endswith(version)
        assert response.status_code == 200


def test_who_is_bound_follows_the_day(client) -> None:
    late = client.get("/treaties/north-atlantic-1949/5?on=2024-12-10").text
    early = client.get("/treaties/north-atlantic-1949/5?on=1950-01-01").text
    assert "/states/SWE" in late
    assert "/states/SWE" not in early


def test_a_clause_that_does_not_stand_binds_nobody(client) -> None:
    assert "Bound the parties: nobody on this day" in text_of(client.get("/treaties/rus-prk-2024/4?on=2024-08-06"))


def test_the_condition_is_a_sentence_and_a_tree_of_atoms(client) -> None:
    page = client.get("/treaties/north-atlantic-1949/5?on=2024-12-10").text
    tree = page.split('<ul class="tree">', 1)[1].split("</section>", 1)[0]
    assert tree.count("<code>") == 4
    assert "<code>in_defined_area</code>" in tree
    assert "not this" in tree


def test_the_area_that_it_reads_is_linked_to_its_anchor(client) -> None:
    page = client.get("/treaties/north-atlantic-1949/5?on=2024-12-10").text
    assert "/treaties/north-atlantic-1949?on=2024-12-10#area-treaty-area" in page
    assert 'id="area-treaty-area"' in client.get("/treaties/north-atlantic-1949?on=2024-12-10").text


def test_a_resolution_has_paragraphs(client) -> None:
    assert "paragraph 8(a)(i)" in client.get("/treaties/unscr-1718/8(a)(i)?on=2024-12-10").text


def test_an_article_that_is_not_there_names_those_that_are(client) -> None:
    response = client.get("/treaties/rus-prk-2024/77?on=2024-12-10")
    assert response.status_code == 404
    assert "Its clauses are 3, 4" in response.text


def test_every_clause_has_a_page(client) -> None:
    for name in load().world.provisions:
        response = client.get(f"/treaties/{quote(name, safe='/@')}?on=2024-12-10", follow_redirects=False)
        assert response.status_code == 200, name
