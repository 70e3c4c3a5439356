"""The two real documents beside the project, read whole; skipped where they are not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import foedera

if TYPE_CHECKING:
    from foedera.reader.records import Judged, Reading
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
STATEMENT, COMMENTARY = 0, 1
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not beside the project")


@cache
def reading() -> Reading:
    return foedera.load().read(SEEDS / "ministry-statement.txt", SEEDS / "press-commentary.txt")


def claims(document: int, kind: str, about: str = "", words: str = "") -> list[Judged]:
    return [
        one
        for one in reading().documents[document].claims
        if one.claim.kind == kind
        and (not about or about in one.claim.about)
        and words in reading().documents[document].text[one.claim.start - 80 : one.claim.end + 80]
    ]


def words(document: int, kind: str, about: str = "", near: str = "") -> set[str]:
    return {one.verdict.word for one in claims(document, kind, about, near)}


def test_wrong_month_of_the_signature_is_contradicted_and_the_right_one_supported() -> None:
    assert words(COMMENTARY, "signed_on", "rus-prk-2024") == {"contradicted"}
    assert words(STATEMENT, "signed_on", "rus-prk-2024") == {"supported"}


def test_two_dates_of_one_signature_are_shown_side_by_side_with_the_record() -> None:
    found = [one for one in reading().discrepancies if one.kind == "signed_on" and one.about == "rus-prk-2024"]
    assert len(found) == 1
    assert {side.document for side in found[0].sides} == {STATEMENT, COMMENTARY}
    assert "2024-06-19" in found[0].record
    assert {found[0].sides[index].document for index in found[0].agrees} == {STATEMENT}


@pytest.mark.parametrize(
    "ids",
    [
        ("sun-prk-1961",),
        ("rus-prk-2000",),
        ("pyongyang-declaration-2000", "moscow-declaration-2001"),
        ("chn-prk-1961",),
        ("inter-korean-military-2018",),
        ("unscr-2270", "unscr-2321", "unscr-2356", "unscr-2371", "unscr-2375", "unscr-2397"),
    ],
    ids="-".join,
)
def test_instruments_of_the_statement_are_linked(ids: tuple[str, ...]) -> None:
    assert any(one.ids == ids for one in reading().documents[STATEMENT].mentions)


@pytest.mark.parametrize("one", ["collective-security-1992", "chn-prk-1961", "chn-rus-2001/9", "rus-irn-2025"])
def test_instruments_of_the_commentary_are_linked(one: str) -> None:
    assert any(one in mention.ids for mention in reading().documents[COMMENTARY].mentions)


def test_committee_1718_is_linked() -> None:
    found = [one for one in reading().documents[STATEMENT].mentions if "1718" in one.text]
    assert found
    assert all(any(link.startswith(("unscr-1718", "panel-1718")) for link in one.ids) for one in found)


def test_article_4_rests_on_the_charter_and_on_national_laws() -> None:
    judged = claims(STATEMENT, "subject_to", "rus-prk-2024/4")
    assert judged
    assert {one.verdict.word for one in judged} == {"supported"}
    named = {other for one in judged for other in one.claim.said.others}
    assert {"un-charter/51", "domestic_law"} <= named


def test_similar_clause_of_1961_is_supported_with_the_differences() -> None:
    judged = claims(STATEMENT, "resembles", words="similar article")
    assert [one.verdict.word for one in judged] == ["supported"]
    assert judged[0].verdict.differences


def test_article_9_of_2001_says_what_is_quoted() -> None:
    assert words(COMMENTARY, "clause_content", "chn-rus-2001/9") == {"supported"}


def test_no_military_alliance_depends_on_the_definition() -> None:
    judged = claims(STATEMENT, "is_alliance")
    assert [one.verdict.word for one in judged] == ["definitional"]
    assert len(judged[0].verdict.outcomes) == 3
    assert judged[0].claim.negated


def test_assurance_of_peace_is_an_assurance_and_not_checkable() -> None:
    judged = claims(STATEMENT, "is_defensive", words="exclusively peaceful")
    assert [one.verdict.word for one in judged] == ["not_checkable"]
    assert judged[0].verdict.core is not None
    assert judged[0].verdict.core.word == "supported"
    assert judged[0].claim.speaker.assures
    assert "Kim" in judged[0].claim.speaker.text


def test_what_is_said_of_motives_is_never_supported_or_contradicted() -> None:
    for document in (STATEMENT, COMMENTARY):
        assert {one.verdict.word for one in claims(document, "opinion")} <= {"not_checkable"}


def test_nothing_but_the_wrong_month_is_contradicted() -> None:
    found = [one for document in reading().documents for one in document.claims if one.verdict.word == "contradicted"]
    assert {one.claim.kind for one in found} == {"signed_on"}
