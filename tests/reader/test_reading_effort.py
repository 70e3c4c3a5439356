"""The work of reading a document grows with its length alone, whatever stands in it, and what is cut is said."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from foedera.reader.discrepancies import MOST, discrepancies, uncompared
from foedera.reader.mentions import find_mentions
from foedera.reader.reading import Discourse
from foedera.reader.records import Claim, DocumentReading, Judged, Said, Speaker, Verdict, Written
from foedera.reader.tokens import LONGEST, MOST_WORDS, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.api import Treaties

SHORT, LONG = 3_000, 12_000
GROWTH = LONG / SHORT
RUN_ON = {
    "status": "the treaty between Russia and the DPRK is in force. ",
    "articles": "article 5, 6, 7 and ",
    "owners": "article IV of ",
    "members": "the 12 members of NATO and ",
    "names": "Russia, China and ",
    "dates": "on 9 May 1955 and ",
    "names of treaties": "the Warsaw Pact, ",
    "all of it": "on 9 May 1955 Russia and China said that Article 4 of the treaty of 1961 is in force, ",
}
"""Words that go on and on without the end of a sentence."""


def effort(run: Callable[[], object]) -> int:
    """How many functions are called, those of the interpreter too."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("words", RUN_ON.values(), ids=RUN_ON)
def test_four_times_the_text_is_four_times_the_work(treaties: Treaties, words: str) -> None:
    short, long = ((words * (length // len(words) + 1))[:length] for length in (SHORT, LONG))
    treaties.read_text(long)
    assert effort(lambda: treaties.read_text(long)) < 1.3 * GROWTH * effort(lambda: treaties.read_text(short))


def test_mentions_of_a_type_are_picked_out_once(treaties: Treaties) -> None:
    (sentence,) = sentences("Russia, China and the DPRK left it in 1956.")
    found = find_mentions(Discourse(treaties.world, None), sentence)
    assert [one.id for one in found.of("state")] == ["RUS", "CHN", "PRK"]
    assert [one.text for one in found.of("state", "date")] == ["Russia", "China", "DPRK", "1956"]
    assert found.of("state") is found.of("state")


@pytest.mark.parametrize("words", [*RUN_ON.values(), "a", ",", "5,", "(", " ", "é", "x; ", "...a", "Aa.", "“", "\t-"])
def test_no_sentence_is_longer_than_can_be_read_and_nothing_is_lost(words: str) -> None:
    text = (words * LONG)[:LONG]
    found = list(sentences(text))
    assert all(len(one.text) <= LONGEST and len(one.tokens) <= MOST_WORDS for one in found)
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())
    assert all(text.startswith(one.text, one.start) for one in found)


@pytest.mark.parametrize(
    ("gap", "kept"), [("; ", ";"), (": ", ":"), (", and ", ","), (" (", ""), (", ", ","), (" ", "")]
)
def test_long_sentence_is_cut_at_the_best_break(gap: str, kept: str) -> None:
    head, tail = "x" * 800, "z" * LONGEST
    rest = "y y " if gap != " " else ""
    first, *_ = sentences(f"{head}{gap}{rest}{tail}")
    assert (first.text, first.cut) == (head + kept, True)


def test_word_longer_than_a_sentence_is_cut_where_no_more_fits() -> None:
    assert [len(one.text) for one in sentences("x" * (LONGEST + 5))] == [LONGEST, 5]


def test_sentence_that_fits_is_not_cut() -> None:
    text = f"{'word ' * (MOST_WORDS - 1)}."
    assert [(one.text, one.cut) for one in sentences(text)] == [(text, False)]
    assert [one.cut for one in sentences(f"word {text}")] == [True, False]


def test_reading_says_that_a_sentence_was_cut(treaties: Treaties) -> None:
    whole, cut = treaties.read_text("It is in force."), treaties.read_text(RUN_ON["names"] * 200, name="list.txt")
    assert whole.notices == ()
    assert cut.documents[0].cut == 3
    (notice,) = cut.notices
    assert notice.startswith(
        "list.txt: a sentence of more than 1,200 characters or 240 words was read in parts, 3 times;"
    )


def signed(number: int) -> Judged:
    said = Said(date=Written(1500 + number // 336, number // 28 % 12 + 1, number % 28 + 1))
    claim = Claim(number, number + 1, "x", "signed_on", ("rus-prk-2024",), "it", Speaker(), said, negated=True)
    return Judged(claim, Verdict("supported", "so it is"))


def document(count: int, **more: Any) -> DocumentReading:
    return DocumentReading("a.txt", "text", count, None, "x", (), tuple(map(signed, range(count))), **more)


def test_statements_are_held_against_a_bounded_number_of_others(treaties: Treaties) -> None:
    few, many = document(MOST), document(2 * MOST)
    assert uncompared(treaties.world, [few]) == ()
    assert uncompared(treaties.world, [many]) == (
        "1,000 different things are said on when Russia-DPRK treaty was signed: only the first 500 are compared.",
    )
    efforts = [effort(lambda one=one: discrepancies(treaties.world, [one])) for one in (few, many)]
    assert efforts[1] < 1.5 * efforts[0]


def test_repeated_statements_of_many_documents_are_compared_once(treaties: Treaties) -> None:
    one = document(5)
    single, hundred = (effort(lambda n=n: discrepancies(treaties.world, [one] * n)) for n in (2, 200))
    assert hundred < 110 * single


def test_article_of_a_part_with_its_own_name_is_left_unlinked(treaties: Treaties) -> None:
    (article,) = (one for one in treaties.read_text("Article 4 of the Shusha Declaration").documents[0].unlinked)
    assert article.text == "Article 4 of the Shusha Declaration"
