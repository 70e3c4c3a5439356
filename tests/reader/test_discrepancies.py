"""Statements that cannot both be right are found, and nothing else is called a discrepancy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from foedera.reader.discrepancies import discrepancies
from foedera.reader.records import Claim, DocumentReading, Judged, Said, Speaker, Verdict, Written

if TYPE_CHECKING:
    from foedera.api import Treaties
    from foedera.reader.records import Discrepancy

TREATY = "rus-prk-2024"
JUNE, JULY = Written(2024, 6, 19), Written(2024, 7, 19)


def said(date: Written | None = None, kind: Any = "signed_on", word: Any = "not_in_corpus", **more: Any) -> Judged:
    fields = {name: more.pop(name) for name in ("states", "place", "numbers") if name in more}
    variant = more.pop("variant", "")
    about = (more.pop("about", TREATY),)
    speaker = more.pop("speaker", Speaker())
    claim = Claim(0, 4, "text", kind, about, "it", speaker, Said(date=date, word=variant, **fields), **more)
    return Judged(claim, Verdict(word, f"the record on {date}"))


def found(treaties: Treaties, *documents: list[Judged]) -> tuple[Discrepancy, ...]:
    readings = [
        DocumentReading(f"{number}.txt", "text", 4, None, "text", (), tuple(claims))
        for number, claims in enumerate(documents)
    ]
    return discrepancies(treaties.world, readings)


def test_two_months_of_one_signature_stand_side_by_side_with_the_answer(treaties: Treaties) -> None:
    wrong, right = said(JULY, word="contradicted"), said(JUNE, word="supported")
    (one,) = found(treaties, [wrong], [right])
    assert one.point == "when Russia-DPRK treaty was signed"
    assert [side.states for side in one.sides] == ["19 July 2024", "19 June 2024"]
    assert [side.document for side in one.sides] == [0, 1]
    assert one.agrees == (1,)
    assert one.record == right.verdict.says


def test_one_document_can_differ_from_itself(treaties: Treaties) -> None:
    (one,) = found(treaties, [said(JUNE), said(JULY)])
    assert [side.document for side in one.sides] == [0, 0]
    assert one.agrees == ()


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (JUNE, Written(2024, 6), False),
        (JUNE, Written(2024), False),
        (JUNE, Written(month=6, day=19), False),
        (JUNE, Written(month=7, day=19), True),
        (JUNE, Written(2023, 6, 19), True),
        (JUNE, Written(2023, 6, 19, inferred=True), False),
        (JUNE, Written(2023, 7, 19, inferred=True), True),
        (JUNE, Written(2024, 6, 18), True),
        (JUNE, Written(2023, until_year=2025), False),
        (JUNE, Written(2016, until_year=2017), True),
    ],
)
def test_dates_differ_if_no_day_is_both(treaties: Treaties, one: Written, other: Written, differ: bool) -> None:
    assert bool(found(treaties, [said(one)], [said(other)])) is differ
    assert bool(found(treaties, [said(other)], [said(one)])) is differ


def test_a_denial_differs_from_what_it_denies_only(treaties: Treaties) -> None:
    denial = said(Written(2024, 6), negated=True)
    (one,) = found(treaties, [said(JUNE)], [denial])
    assert [side.states for side in one.sides] == ["19 June 2024", "not June 2024"]
    assert not found(treaties, [said(JULY)], [denial])
    assert not found(treaties, [said(JULY, negated=True)], [denial])


def test_suppositions_and_what_is_not_judged_differ_from_nothing(treaties: Treaties) -> None:
    assert not found(treaties, [said(JUNE)], [said(JULY, supposed=True)])
    assert not found(treaties, [said(JUNE)], [said(Written(2024, 6, 18), word="not_checkable", variant="visit")])


def test_the_day_of_a_visit_counts_as_that_of_the_signature(treaties: Treaties) -> None:
    (one,) = found(treaties, [said(JUNE, word="supported")], [said(JULY, word="contradicted", variant="visit")])
    assert one.sides[1].states == "19 July 2024 (the visit)"


def test_statements_that_the_record_bears_out_both_do_not_differ(treaties: Treaties) -> None:
    twelve = said(kind="party_count", numbers=((12.0, "member"),), word="supported", about="north-atlantic-1949")
    many = said(kind="party_count", numbers=((32.0, "member"),), word="supported", about="north-atlantic-1949")
    none = said(kind="party_count", numbers=((31.0, "member"),), word="contradicted", about="north-atlantic-1949")
    assert not found(treaties, [twelve], [many])
    assert [len(one.sides) for one in found(treaties, [many], [none])] == [2]


def test_terms_are_compared_in_one_unit(treaties: Treaties) -> None:
    year = said(kind="term", numbers=((1.0, "year"),), variant="notice")
    months = said(kind="term", numbers=((12.0, "month"),), variant="notice")
    other = said(kind="term", numbers=((6.0, "month"),), variant="notice")
    renewal = said(kind="term", numbers=((6.0, "month"),), variant="renewal")
    assert not found(treaties, [year], [months])
    assert not found(treaties, [year], [renewal])
    (one,) = found(treaties, [year], [other])
    assert one.point == "how long the notice for leaving Russia-DPRK treaty is"
    assert [side.states for side in one.sides] == ["1 year", "6 months"]


def test_members_of_a_wide_treaty_may_sign_on_days_of_their_own(treaties: Treaties) -> None:
    wide = "north-atlantic-1949"
    first, second = said(JUNE, about=wide, states=("FIN",)), said(JULY, about=wide, states=("SWE",))
    assert not found(treaties, [first], [second])
    assert not found(treaties, [first], [said(JULY, about=wide)])
    assert found(treaties, [first], [said(JULY, about=wide, states=("FIN", "SWE"))])
    assert found(treaties, [said(JUNE, states=("RUS",))], [said(JULY, states=("PRK",))]), "two parties sign together"


def test_places_differ_unless_one_name_holds_the_other(treaties: Treaties) -> None:
    places = [said(kind="signed_at", place=name) for name in ("Pyongyang", "pyongyang, North Korea", "Moscow")]
    assert not found(treaties, places[:2])
    assert [side.states for side in found(treaties, [places[0]], [places[2]])[0].sides] == ["at Pyongyang", "at Moscow"]


def test_each_document_gives_one_side_for_one_value_and_names_its_speaker(treaties: Treaties) -> None:
    minister = Speaker("quoted", "the minister")
    (one,) = found(treaties, [said(JUNE), said(JUNE)], [said(JULY, speaker=minister), said(JUNE)])
    assert [(side.document, side.states) for side in one.sides] == [
        (0, "19 June 2024"),
        (1, "19 July 2024, says the minister"),
        (1, "19 June 2024"),
    ]


def test_other_instruments_and_other_ends_are_other_points(treaties: Treaties) -> None:
    assert not found(treaties, [said(JUNE)], [said(JULY, about="sun-prk-1961")])
    ended, denounced = (said(day, kind="ended", variant=word) for day, word in ((JUNE, "ended"), (JULY, "denounced")))
    assert not found(treaties, [ended], [denounced])
    assert found(treaties, [denounced], [said(JUNE, kind="ended", variant="denounced")])
