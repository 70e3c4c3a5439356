"""A reading on the terminal, as JSON and as a page: complete, in order, safe, and readable by everybody."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from foedera.dates import Day
from foedera.model.answers import Step
from foedera.reader.discrepancies import discrepancies
from foedera.reader.records import (
    Claim,
    DocumentReading,
    DutySaid,
    Judged,
    Link,
    Mention,
    Passage,
    Reading,
    Said,
    Speaker,
    Verdict,
    Written,
)
from foedera.render import reading_json
from foedera.render.reading import reading as print_reading
from foedera.render.reading_html import page
from foedera.render.reading_marks import Span, Spans, marked
from foedera.render.reading_words import LOOKS, Places, clean
from foedera.render.schemas import reading_schema
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.api import Treaties

TREATY = "rus-prk-2024"
HOSTILE = "<script>alert('x')</script> \"&quot;\" \u202egnol\u202c \x1b[31mred\x07 [bold]</p></style>-->"
TEXT = (
    "The treaty was signed on July 19, 2024. Its Article 4 is like one of 1961.\n"
    "\n"
    "It is no alliance, the minister said. The Rapallo treaty is forgotten. It was signed on June 19, 2024.\n"
)


def place(words: str, nth: int = 0) -> tuple[int, int]:
    start = [match.start() for match in re.finditer(re.escape(words), TEXT)][nth]
    return start, start + len(words)


def mention(words: str, *ids: str, **more: Any) -> Mention:
    kind = more.pop("type", "instrument")
    return Mention(*place(words, more.pop("nth", 0)), words, kind, ids, 0.9 if ids else 0.0, **more)


def claim(words: str, kind: Any, verdict: Verdict, **more: Any) -> Judged:
    speaker = more.pop("speaker", Speaker())
    return Judged(Claim(*place(words), words, kind, (TREATY,), "it", speaker, **more), verdict)


STEP = Step(Truth.FALSE, "{0} was signed on {1}", ("it", "2024-07-19"), cites=(f"{TREATY}/4", f"{TREATY}#tassFC"))
JUDGED = (
    claim(
        "signed on July 19, 2024",
        "signed_on",
        Verdict("contradicted", "The record says that it was signed on 2024-06-19.", STEP),
        said=Said(date=Written(2024, 7, 19)),
    ),
    claim(
        "Its Article 4 is like one of 1961",
        "resembles",
        Verdict("supported", "The record has a like clause.", STEP, differences=(("timing", "immediate", "unknown"),)),
        said=Said(others=("chn-prk-1961/2",), word="like"),
    ),
    claim(
        "It is no alliance",
        "is_alliance",
        Verdict("definitional", "It depends.", None, (("ATOP", "is an alliance", "it has a promise of defence"),)),
        negated=True,
        speaker=Speaker("reported", "the minister", None, assures=True),
        said=Said(duties=(DutySaid("defence", "must"),), numbers=((2.0, "party"),)),
    ),
    claim(
        "The Rapallo treaty is forgotten",
        "opinion",
        Verdict("not_checkable", "No text settles it.", core=Verdict("contradicted", "The core is wrong.", STEP)),
    ),
    claim(
        "signed on June 19, 2024",
        "signed_on",
        Verdict("supported", "The record says that it was signed on 2024-06-19.", STEP),
        said=Said(date=Written(2024, 6, 19)),
    ),
)
MENTIONS = (
    mention("The treaty", TREATY, how="reference", alternatives=(Link("sun-prk-1961", 0.3),)),
    mention("July 19, 2024", type="date", written=Written(2024, 7, 19)),
    mention("Its Article 4", f"{TREATY}/4", type="provision"),
    mention("The Rapallo treaty", why="nothing in the corpus is called so"),
    mention("June 19", type="date", written=Written(2024, 6, 19, inferred=True)),
)


def document(name: str = "article.txt", text: str | None = TEXT, **more: Any) -> DocumentReading:
    parts = {"mentions": MENTIONS, "claims": JUDGED, "dated": None, **more}
    return DocumentReading(name, "text", len(TEXT), parts["dated"], text, parts["mentions"], parts["claims"])


def reading(treaties: Treaties, *documents: DocumentReading) -> Reading:
    chosen = documents or (document(),)
    return Reading(chosen, discrepancies(treaties.world, chosen), treaties.world.digest, Day.parse("2026-01-01"))


def printed(
    treaties: Treaties,
    found: Reading,
    *,
    width: int = 100,
    encoding: str = "utf-8",
    why: bool = False,
    every: bool = False,
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="")
    print_reading(
        Console(file=stream, width=width, highlight=False, emoji=False), treaties.world, found, why=why, every=every
    )
    stream.seek(0)
    return stream.read()


def test_what_was_not_read_as_a_whole_is_told_everywhere(treaties: Treaties) -> None:
    found = dataclasses.replace(reading(treaties), notices=("A sentence of <x.txt> was read in parts.",))
    assert "A sentence of <x.txt> was read in parts." in printed(treaties, found)
    assert reading_json.reading(found)["notices"] == ["A sentence of <x.txt> was read in parts."]
    assert "<p>A sentence of &lt;x.txt&gt; was read in parts.</p>" in page(treaties.world, found)


# --- the terminal ---


def test_what_is_contradicted_comes_first_with_its_place_the_record_and_the_source(treaties: Treaties) -> None:
    text = printed(treaties, reading(treaties))
    summary, _, rest = text.partition("Verdicts ─")
    assert "✗ 1:16  “signed on July 19, 2024”" in summary
    assert "The record says that it was signed on 2024-06-19." in summary
    assert f"[{TREATY}#tassFC]" in summary
    assert "SUPPORTED" not in summary
    assert rest.index("1:16") < rest.index("1:41") < rest.index("3:1") < rest.index("3:39")


def test_the_core_of_an_assurance_is_contradicted_in_the_summary_too(treaties: Treaties) -> None:
    assert "The core is wrong." in printed(treaties, reading(treaties)).partition("Verdicts ─")[0]


def test_a_claim_takes_one_line_with_verdict_place_kind_and_speaker(treaties: Treaties) -> None:
    lines = printed(treaties, reading(treaties), width=120).splitlines()
    (line,) = [one for one in lines if "DEFINITIONAL" in one]
    assert line.startswith("◇ DEFINITIONAL  3:1  alliance  the minister (assures):  “It is no alliance”")


def test_verdicts_are_counted_for_each_document(treaties: Treaties) -> None:
    found = reading(treaties, document(), document("other.txt", claims=JUDGED[:1]))
    assert re.search(r"✗ contradicted +2 +\(1, 1\)", printed(treaties, found))
    assert re.search(r"✓ supported +2 +\(2, 0\)", printed(treaties, found))


def test_definitions_differences_and_what_is_not_linked_are_shown(treaties: Treaties) -> None:
    text = printed(treaties, reading(treaties))
    assert "ATOP: is an alliance (it has a promise of defence)" in text
    assert re.search(r"timing +immediate +unknown", text)
    assert "“The Rapallo treaty”  3:39  nothing in the corpus is called so" in text


def test_derivations_are_shown_when_asked_for(treaties: Treaties) -> None:
    step = "no   it was signed on 2024-07-19"
    assert step not in printed(treaties, reading(treaties))
    assert step in printed(treaties, reading(treaties), why=True)


def test_all_lists_every_mention_with_score_and_alternatives(treaties: Treaties) -> None:
    assert "sun-prk-1961 0.30" not in printed(treaties, reading(treaties))
    text = printed(treaties, reading(treaties), every=True, width=120)
    assert re.search(r"1:1 +The treaty +instrument +rus-prk-2024  by reference +0\.90 +sun-prk-1961 0\.30", text)


def test_statements_that_differ_stand_at_the_end_with_the_record(treaties: Treaties) -> None:
    end = printed(treaties, reading(treaties)).partition("Statements that differ")[2]
    assert "When Russia-DPRK treaty was signed" in end
    assert re.search(r"19 July 2024 +1:16", end)
    assert re.search(r"19 June 2024 .*as recorded", end)


def test_a_terminal_without_the_symbols_gets_plain_ones(treaties: Treaties) -> None:
    text = printed(treaties, reading(treaties), encoding="ascii")
    assert "X CONTRADICTED" in text
    assert "= DEFINITIONAL" in text
    assert "? CONTRADICTED" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal(treaties: Treaties, width: int) -> None:
    text = printed(treaties, reading(treaties), width=width, why=True, every=True)
    assert max(len(line) for line in text.splitlines() if "https://" not in line) <= width


def test_a_document_cannot_steer_the_terminal(treaties: Treaties) -> None:
    judged = Judged(
        Claim(0, 4, HOSTILE, "opinion", (), HOSTILE, Speaker("quoted", HOSTILE)), Verdict("contradicted", "x")
    )
    unlinked = Mention(0, 4, HOSTILE, "instrument", why="")
    text = printed(treaties, reading(treaties, document(HOSTILE, claims=(judged,), mentions=(unlinked,))), every=True)
    assert not [letter for letter in text if letter != "\n" and not letter.isprintable()]
    assert "[bold]" in text


def test_places_are_lines_in_a_text_paragraphs_in_a_page_and_characters_in_what_is_not_kept() -> None:
    start = TEXT.index("It is no")
    assert Places(document()).of(start) == "3:1"
    on_page = Places(DocumentReading("a", "html", 9, None, TEXT, (), ()))
    assert [on_page.of(0), on_page.of(start)] == ["paragraph 1", "paragraph 2"]
    assert Places(DocumentReading("a", "text", 9, None, None, (), ())).of(5_000_000) == "character 5,000,001"


# --- JSON ---


def test_a_reading_is_valid_against_its_schema(treaties: Treaties) -> None:
    found = reading_json.reading(
        reading(treaties, document(), document("long.txt", None, dated=Day.parse("2024-07-01")))
    )
    schema = reading_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert not [error.message for error in validator.iter_errors(found)]
    first = found["documents"][0]
    assert list(
        validator.iter_errors({**found, "documents": [{**first, "claims": [{**first["claims"][0], "verdict": "x"}]}]})
    )
    assert list(validator.iter_errors({**found, "more": 1}))


def test_json_names_offsets_links_and_verdicts(treaties: Treaties) -> None:
    found = reading_json.reading(reading(treaties))["documents"][0]
    assert found["unlinked"] == [3]
    assert found["mentions"][0]["alternatives"] == [{"id": "sun-prk-1961", "score": 0.3}]
    assert (found["mentions"][0]["id"], found["mentions"][3]["id"]) == (TREATY, None)
    for part in (*found["mentions"], *found["claims"]):
        assert found["text"][part["start"] : part["end"]] == part["text"]
    assert found["claims"][0]["said"] == {"date": "2024-07-19"}
    assert found["claims"][2]["said"] == {
        "duties": [{"kind": "defence", "modality": "must"}],
        "numbers": [{"number": 2.0, "unit": "party"}],
    }
    assert found["claims"][0]["derivation"]["statement"] == "it was signed on 2024-07-19"
    assert found["claims"][3]["core"]["verdict"] == "contradicted"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (Written(2024, 6, 19), "2024-06-19"),
        (Written(2024, 6), "2024-06"),
        (Written(2024), "2024"),
        (Written(month=6, day=19), "XXXX-06-19"),
        (Written(day=19), "XXXX-XX-19"),
        (Written(2024, 6, 19, inferred=True), "2024?-06-19"),
        (Written(2016, until_year=2017), "2016/2017"),
    ],
)
def test_dates_are_written_as_in_edtf(written: Written, text: str) -> None:
    assert reading_json.written(written) == text


# --- the page ---


class Parsed(HTMLParser):
    """A page as its elements: what is open where, texts, ids, and what does not nest."""

    VOID = frozenset(("meta", "br"))

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.wrong: list[str] = []
        self.feed(source)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "button") and {"a", "button"} & set(self.open):
            self.wrong.append(f"<{tag}> inside {self.open}")
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.booleans()).map(
        lambda one: Span(
            min(one[:2]), max(one[:2]), "<a href='#x'>" if one[2] else "<span>", "</a>" if one[2] else "</span>",
            "" if one[2] else "<button></button>", one[2],
        )
    ),
    max_size=12,
)  # fmt: skip


@settings(derandomize=True, deadline=None)
@given(
    text=st.text(st.characters(exclude_characters="\r\x00", exclude_categories=("Cs",)), min_size=1, max_size=50),
    marks=spans,
)
def test_without_its_tags_a_marked_passage_is_the_passage(text: str, marks: list[Span]) -> None:
    passage = Passage(5, text)
    found = Parsed(marked(passage, Spans(marks).within(5, 5 + len(text))))
    assert "".join(found.texts) == text
    assert not found.wrong


@settings(derandomize=True, deadline=None)
@given(marks=spans, start=st.integers(0, 60), length=st.integers(1, 20))
def test_marks_are_found_by_place(marks: list[Span], start: int, length: int) -> None:
    found = Spans(marks).within(start, start + length)
    expected = [one for one in marks if one.start < one.end and one.start < start + length and one.end > start]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


def test_overlapping_claims_are_both_underlined_where_they_overlap_and_each_has_one_sign() -> None:
    one, other = Span(0, 6, "<i>", "</i>", "<b></b>"), Span(3, 9, "<u>", "</u>", "<s></s>")
    assert marked(Passage(0, "abcdefghi"), [one, other]) == "<i>abc</i><i><u>def</u></i><b></b><u>ghi</u><s></s>"


def test_of_nested_mentions_the_inner_one_is_the_link() -> None:
    outer, inner = Span(0, 6, "<a 1>", "</a>", is_link=True), Span(3, 6, "<a 2>", "</a>", is_link=True)
    assert marked(Passage(0, "abcdef"), [outer, inner]) == "<a 1>abc</a><a 2>def</a>"


def paragraphs(source: str) -> list[str]:
    return ["".join(Parsed(one).texts) for one in re.findall(r'<p dir="auto">(.*?)</p>', source, re.DOTALL)]


def test_the_page_shows_every_paragraph_of_the_text(treaties: Treaties) -> None:
    assert paragraphs(page(treaties.world, reading(treaties))) == [line for line in TEXT.splitlines() if line]


def test_the_page_is_well_formed_and_its_links_lead_somewhere(treaties: Treaties) -> None:
    found = Parsed(page(treaties.world, reading(treaties, document(), document("other.txt"))))
    assert not found.wrong
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    inner = [one.removeprefix("#") for one in found.all("href") if one.startswith("#")]
    assert {*inner, *found.all("popovertarget"), *found.all("aria-labelledby")} <= set(ids)
    marks = [attributes for tag, attributes in found.elements if tag == "button" and "data-mark" in attributes]
    assert [one["popovertarget"] for one in marks] == [f"d{d}c{c}" for d in (0, 1) for c in range(len(JUDGED))]
    assert all(one["aria-label"] for one in marks)


def test_the_page_lists_what_is_contradicted_on_top_with_the_core_of_an_assurance(treaties: Treaties) -> None:
    box = page(treaties.world, reading(treaties)).partition('id="wrong"')[2].partition("</section>")[0]
    assert re.findall(r'href="#(d0c\d)-at"', box) == ["d0c0", "d0c3"]
    assert "The core is wrong." in box


def test_the_page_says_of_every_mention_what_it_stands_for_and_how_surely(treaties: Treaties) -> None:
    source = page(treaties.world, reading(treaties))
    records = source.partition("<aside")[2]
    assert "by reference, score 0.90; or else <code>sun-prk-1961</code> 0.30" in records
    assert "nothing in the corpus is called so" in records.partition("<h3>Not linked</h3>")[2]
    assert "19 June 2024 (year from the context)" in records.partition("<h3>Dates</h3>")[2]
    assert re.search(r'<a class="unlinked" href="#d0r\d">The Rapallo treaty</a>', source)


def test_the_page_fetches_nothing_and_runs_nothing(treaties: Treaties) -> None:
    source = page(treaties.world, reading(treaties))
    found = Parsed(source)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in found.elements}
    assert not {
        name
        for _, attributes in found.elements
        for name in attributes
        if name.startswith("on") or name in ("src", "style")
    }
    assert "default-src 'none'" in source
    assert not re.search(r"url\(|@import", source)
    outer = [one for one in found.all("href") if not one.startswith("#")]
    assert outer
    assert all(one.startswith("https://") for one in outer)


def test_a_hostile_document_is_shown_and_not_obeyed(treaties: Treaties) -> None:
    speaker = Speaker("quoted", HOSTILE)
    judged = tuple(
        Judged(Claim(0, len(HOSTILE), HOSTILE, "signed_on", (HOSTILE,), HOSTILE, speaker, Said(date=date)), verdict)
        for date, verdict in (
            (
                Written(2024, 6),
                Verdict("contradicted", HOSTILE, outcomes=((HOSTILE,) * 3,), differences=((HOSTILE,) * 3,)),
            ),
            (Written(2024, 7), Verdict("supported", HOSTILE, Step(Truth.TRUE, "{0}", (HOSTILE,), cites=(HOSTILE,)))),
        )
    )
    unlinked = Mention(0, 6, HOSTILE, "instrument", (), alternatives=(Link(HOSTILE, 0.1),), why=HOSTILE)
    linked = Mention(3, 9, HOSTILE, "state", (HOSTILE,))
    hostile = document(HOSTILE, HOSTILE, claims=judged, mentions=(unlinked, linked))
    source = page(treaties.world, reading(treaties, hostile))
    found = Parsed(source)
    assert not found.wrong
    assert "script" not in {tag for tag, _ in found.elements}
    assert source.count("</style>") == 1
    assert "\u202e" not in paragraphs(source)[0]
    assert "\x1b" not in paragraphs(source)[0]
    assert len(found.all("data-mark")) == 2


def test_verdicts_are_told_apart_by_symbol_word_and_line(treaties: Treaties) -> None:
    source, style = page(treaties.world, reading(treaties)), css()
    assert len({look.symbol for look in LOOKS.values()}) == len({look.plain for look in LOOKS.values()}) == len(LOOKS)
    lines = {word: re.search(rf"\.{word} {{[^}}]*--line: (\w+)", style)[1] for word in LOOKS}  # type: ignore[index]
    assert set(lines.values()) == {"solid", "double", "dashed", "dotted", "wavy"}
    for word, look in LOOKS.items():
        assert f'<li class="{word}"><span class="verdict"><span class="claim">{look.symbol} {look.words}' in source


def test_on_paper_every_verdict_is_printed(treaties: Treaties) -> None:
    paper = css().partition("@media print")[2]
    assert ".note[popover] { display: block; position: static;" in paper
    source = page(treaties.world, reading(treaties))
    notes = re.findall(r'<section class="note (\w+)"[^>]* popover>', source)
    assert notes == [judged.verdict.word for judged in JUDGED]


def css() -> str:
    return files("foedera.render").joinpath("reading.css").read_text(encoding="utf-8")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "paper"])
def test_colours_stand_out_enough(theme: int) -> None:
    """WCAG 2.2 level AA: 4.5 to 1 for text, on the page and on boxes."""
    block = re.findall(r":root {(.*?)}", css(), re.DOTALL)[theme]
    colours = dict(re.findall(r"--([\w]+): (#\w{6})", block))
    for ground in ("paper", "sheet"):
        for name in ("ink", "quiet", "link", *LOOKS):
            light, dark = sorted((_luminance(colours[name]), _luminance(colours[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{name} on {ground}"


def test_a_text_that_is_not_kept_gets_a_list_of_its_statements(treaties: Treaties) -> None:
    source = page(treaties.world, reading(treaties, document(text=None)))
    found = Parsed(source)
    assert not found.wrong
    assert not paragraphs(source)
    assert "character 16" in source
    assert " popover" not in source.partition("</style>")[2]


def test_the_page_keeps_the_folders_of_a_file_to_itself(treaties: Treaties) -> None:
    source = page(treaties.world, reading(treaties, document("/home/somebody/secret/article.txt")))
    assert "article.txt" in source
    assert "somebody" not in source


def test_all_faces_are_the_same_every_time(treaties: Treaties) -> None:
    one, other = reading(treaties), reading(treaties)
    assert page(treaties.world, one) == page(treaties.world, other)
    assert reading_json.reading(one) == reading_json.reading(other)


@settings(derandomize=True)
@given(st.text())
def test_clean_text_is_one_printable_line(text: str) -> None:
    assert clean(text).isprintable()
    assert clean(clean(text)) == clean(text)
