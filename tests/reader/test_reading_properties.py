"""What holds of every text, however odd: it is read, offsets are right, and a second reading finds the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_help import TODAY, Read, world

from foedera.dates import Day
from foedera.reader.lexicon import lexicon
from foedera.reader.reading import Discourse, judge, read_passage
from foedera.reader.records import Passage

NAMES = sorted({*lexicon(world()).titles.names, *lexicon(world()).others.names})
VOCABULARY = """
the The treaty pact treaties resolutions resolution declaration document clause charter of 1961 2016-2017 1718 and
or , . ; : ? ! ( ) - – — “ ” ' ’s … Article Articles Art. 4 3 V 51 8(a) paragraph fifth its Its their this both old
new no not never signed was were adopted entered into force since on in at by June 19 19, May 2024 31 February
yesterday ago two years between with is a party to said that minister The president, he According if will be U.S. N.
NATO replaced ended automatic
"""
PIECES = tuple(VOCABULARY.split())
WORDS = st.sampled_from(PIECES) | st.sampled_from(NAMES) | st.text(max_size=5)
TEXTS = (
    st.text(max_size=2000)
    | st.lists(WORDS, max_size=80).map(lambda words: " ".join(words)[:2000])
    | st.lists(WORDS, max_size=60).map(lambda words: "".join(words)[:2000])
)
DAYS = st.none() | st.sampled_from(["2024-06-20", "1961-08", "1949", "2024-02-29"])
NO_DEADLINE = settings(derandomize=True, max_examples=150, deadline=None)


def raw(text: str, dated: str | None) -> Read:
    """The text read as one passage, without the preparation of a document."""
    day = Day.parse(dated) if dated else None
    discourse, mentions, claims = Discourse(world(), day), [], []
    for found, said in read_passage(discourse, Passage(0, text)):
        mentions += found
        claims += said
    return Read(text, tuple(mentions), tuple(judge(world(), claims, day or Day.parse(TODAY))))


@NO_DEADLINE
@given(TEXTS, DAYS)
def test_every_mention_and_claim_stands_in_the_text_where_it_says(text: str, dated: str | None) -> None:
    found = raw(text, dated)
    for one in (*found.mentions, *(judged.claim for judged in found.judged)):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text


@NO_DEADLINE
@given(TEXTS, DAYS)
def test_no_two_instruments_overlap_in_part(text: str, dated: str | None) -> None:
    spans = sorted((one.start, one.end) for one in raw(text, dated).mentions if one.type == "instrument")
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start


@NO_DEADLINE
@given(TEXTS, DAYS)
def test_links_lead_to_records_and_scores_are_shares(text: str, dated: str | None) -> None:
    records = world().records
    known = {*records.instruments, *records.states, *records.actors, *records.places, *records.officials}
    for one in raw(text, dated).mentions:
        assert 0 <= one.score <= 1
        assert all(link.partition("/")[0] in known for link in (*one.ids, *(other.id for other in one.alternatives)))
        assert (one.score > 0) == bool(one.ids or one.type == "date")
        assert one.why or one.ids or one.type == "date"


@NO_DEADLINE
@given(TEXTS, DAYS)
def test_second_reading_finds_the_same(text: str, dated: str | None) -> None:
    assert raw(text, dated) == raw(text, dated)


@NO_DEADLINE
@given(TEXTS)
def test_what_comes_after_a_paragraph_does_not_change_its_mentions(text: str) -> None:
    before = "The Warsaw Pact was signed in 1955 in Warsaw."
    alone, followed = raw(before, None), raw(f"{before}\n{text}", None)
    assert followed.mentions[: len(alone.mentions)] == alone.mentions


def test_verdicts_do_not_depend_on_what_was_read_before() -> None:
    text = "Moscow and Pyongyang signed a comprehensive strategic partnership treaty on June 19, 2024. It is new."
    first = raw(text, None)
    raw("The ANZUS Treaty was signed in 1951. Korea is North Korea.", None)
    assert raw(text, None) == first
