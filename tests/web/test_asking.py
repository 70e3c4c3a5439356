"""Questions as they stand in an address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.web.asking import Asked, check_length, put, read_asked
from foedera.web.edition import Editions
from foedera.web.errors import WebError
from foedera.web.packing import pack
from foedera.web.pages.what_if import EXAMPLE
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("actor", "target", "on", "event", "at", "attacked", "view", "assume", "given", "without", "with")
KURSK = Asked("Ukraine", "russia", "2024-12-10", at="Kursk")


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(Settings())


def _as_values(asked: Asked) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in asked.query():
        values.setdefault(name, []).append(value)
    return values


def test_question_is_the_same_after_a_turn_through_its_address() -> None:
    asked = Asked(
        "UKR",
        "RUS",
        "2024-12-10",
        at="kursk",
        view="RUS",
        assume=(("self_defence", "false"), ("request", "true")),
        given=(("weapon", "nuclear"),),
        without=("rus-prk-2024", "un-charter/51"),
        supposed="abc",
    )
    assert read_asked(_as_values(asked)) == asked


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=30), max_size=3)))
def test_any_address_is_read_or_refused_with_a_hint(values: dict[str, list[str]]) -> None:
    try:
        asked = read_asked(values)
    except WebError as error:
        hint = error.hint
    else:
        hint = "none needed"
        assert read_asked(_as_values(asked)) == asked
    assert hint


def test_answer_has_the_address_with_ids(editions: Editions) -> None:
    answered = put(editions.now, KURSK, 10_000)
    assert answered.asked == Asked("UKR", "RUS", "2024-12-10", at="kursk")


def test_switch_is_set_changed_and_taken_back() -> None:
    once = KURSK.switched("request", "false")
    assert once.assume == (("request", "false"),)
    assert once.switched("request", "true").assume == (("request", "true"),)
    assert once.switched("request", "") == KURSK


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked("UKR", "RUS"), "lacks 'on'"),
        (Asked("UKR", "RUS", "yesterday"), "is not a day"),
        (Asked("Ruritania", "RUS", "2024-12-10"), "no state is called"),
        (Asked("UKR", "RUS", "2024-12-10", event="tickle"), "no kind of event"),
        (Asked("UKR", "RUS", "2024-12-10", at="Narnia"), "no place"),
        (Asked("UKR", "RUS", "2024-12-10", assume=(("mood", "true"),)), "no assumption"),
        (Asked("UKR", "RUS", "2024-12-10", without=("nothing",)), "no instrument"),
        (Asked("UKR", "RUS", "2024-12-10", supposed="%%%"), "broken"),
        (Asked("UKR", "UKR", "2024-12-10"), "cannot be both"),
        (Asked("SUN", "RUS", "2024-12-10"), "did not exist"),
    ],
)
def test_what_cannot_be_asked_is_told(editions: Editions, asked: Asked, message: str) -> None:
    with pytest.raises(WebError, match=message) as caught:
        put(editions.now, asked, 10_000)
    assert caught.value.status in (400, 422)


def test_question_beyond_the_budget_ends_in_a_typed_error(editions: Editions) -> None:
    with pytest.raises(WebError, match="too much work") as caught:
        put(editions.now, KURSK, 3)
    assert (caught.value.kind, caught.value.status) == ("step-budget", 422)


def test_supposed_records_answer_and_their_problems_have_places(editions: Editions) -> None:
    good = EXAMPLE.replace("POL", "ARM")
    packed = pack(good)
    assert packed
    answered = put(editions.now, Asked("UKR", "RUS", "2024-12-10", at="kursk", supposed=packed), 10_000)
    assert any(one.provision.id == "imagined-pact/1" and one.obligor == "ARM" for one in answered.answer.findings)
    bad = pack(good.replace("state: ARM", "state: Albannia"))
    with pytest.raises(WebError) as caught:
        put(editions.now, Asked("UKR", "RUS", "2024-12-10", supposed=bad or ""), 10_000)
    assert [one.code for one in caught.value.problems] == ["E204"]
    assert caught.value.problems[0].mark
    assert caught.value.problems[0].mark.line == 7


def treaty(parties: Sequence[str], clauses: int, when: str = "{armed_attack: {on: beneficiary, by: any_state}}") -> str:
    """A supposed treaty of mutual assistance with many clauses, packed."""
    duty = "{must: give_military_assistance, to: beneficiary, against: adversary}"
    clause = "{article: '%d', kind: [defence], summary: s, when: %s, duties: [%s], confidence: memory, sources: [zz]}"
    lines = (
        "kind: treaty",
        "id: zz-2000",
        "title: T",
        "binding: legal",
        "confidence: memory",
        "sources: [zz]",
        "references: {zz: {type: press, title: T, url: 'https://example.org/'}}",
        "signed: {on: '2000-01-01'}",
        "in_force: {on: '2000-01-01'}",
        f"parties: [{', '.join(f'{{state: {one}, confidence: memory}}' for one in parties)}]",
        f"provisions: [{', '.join(clause % (number, when, duty) for number in range(clauses))}]",
    )
    packed = pack("\n".join(lines))
    assert packed
    return packed


@pytest.fixture(scope="module")
def members(editions: Editions) -> list[str]:
    """Most states of today, the two of the question first."""
    today = (one.id for one in editions.now.world.records.states.values() if any(not e.until for e in one.exists))
    return list(dict.fromkeys(("RUS", "UKR", *today)))[:150]


def test_what_a_supposed_treaty_makes_of_a_question_counts_against_its_budget(
    editions: Editions, members: list[str]
) -> None:
    asked = replace(KURSK, supposed=treaty(members, 150))
    with pytest.raises(WebError) as caught:
        put(editions.now, asked, Settings().budget)
    assert caught.value.kind == "step-budget"


def test_derivations_that_are_too_long_together_are_not_shown(editions: Editions, members: list[str]) -> None:
    open_questions = ", ".join(f"{{unknown: x{number}}}" for number in range(1500))
    wide = f"{{all: [{{armed_attack: {{on: beneficiary, by: any_state}}}}, {{any: [{open_questions}]}}]}}"
    found = put(editions.now, replace(KURSK, supposed=treaty(members, 1, wide)), Settings().budget)
    with pytest.raises(WebError, match="too long"):
        check_length(found.answer.findings)
    check_length(put(editions.now, KURSK, Settings().budget, every=True).answer.findings)
