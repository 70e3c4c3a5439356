"""Files become documents with true places, or are refused with a reason; nothing else happens."""

from __future__ import annotations

import io
import sys
import tracemalloc
from importlib import util
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from selectolax.lexbor import LexborHTMLParser

from foedera.reader import confined, intake, limits, markup
from foedera.reader.intake import Document, read_document
from foedera.reader.limits import IntakeError
from foedera.reader.markup import text_of_html, text_of_markdown
from foedera.reader.pages import text_of_pages
from foedera.reader.passages import LONGEST, passages_of, wrap_width

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!DOCTYPE html><html><head><title>Treaty signed - The Paper</title>
<meta property="article:published_time" content="2024-06-20T08:00:00Z"></head>
<body><nav>Home World</nav><header>The Paper</header>
<article><h1>Treaty signed</h1><p>North&nbsp;Kor<b>ea</b> &amp; Russia <q>agreed</q>.</p>
<div>First line<br>goes on<br><br>Second</div><p hidden>secret</p><p style="color:red; display: none">none</p>
<ul><li>one<li>two</ul><script>var a = "script";</script><aside>Related</aside></article>
<form>Subscribe</form><noscript>Turn on</noscript><template>later</template><footer>Imprint</footer></body></html>"""


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def refusal(path: Path | str) -> IntakeError:
    with pytest.raises(IntakeError) as caught:
        read_document(path)
    return caught.value


def plain(text: str) -> str:
    return "".join(" " if one.isspace() or one in "\u202e\x07" else one for one in text)


def pdf(*pages: list[str], lock: str | None = None) -> bytes:
    writer = PdfWriter()
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): named(font)})
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content.set_data(f"BT /F1 12 Tf 14 TL 50 800 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    if lock is not None:
        writer.encrypt(lock, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def named(entries: dict[str, str]) -> Any:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in entries.items()})


def test_paragraphs_between_blank_lines_are_passages_and_wrapped_lines_go_together(tmp_path: Path) -> None:
    text = "The parties signed a treaty that\nreplaced the earlier one of the\nyear 1961.\n\nIts Article 4 is\nshort.\n"
    document = read_document(write(tmp_path, "a.txt", text))
    assert texts(document) == [
        "The parties signed a treaty that replaced the earlier one of the year 1961.",
        "Its Article 4 is short.",
    ]
    assert (document.format, document.text, document.characters, document.dated) == ("text", text, len(text), None)


def test_lines_are_passages_where_each_is_a_paragraph(tmp_path: Path) -> None:
    lines = ["Treaty signed", "The leaders met. " * 20, "They signed a treaty.", "It has 23 articles. " * 12]
    assert texts(read_document(write(tmp_path, "a", "\n".join(lines)))) == [line.strip() for line in lines]


def test_a_heading_does_not_run_into_wrapped_text(tmp_path: Path) -> None:
    body = (
        "In case any one of the two sides is put\nin a state of war, the other provides\nhelp without delay, as it can."
    )
    assert texts(read_document(write(tmp_path, "a.txt", f"Article 4\n{body}\n")))[0] == "Article 4"


def test_line_ends_of_windows_keep_their_places(tmp_path: Path) -> None:
    data = b"One line that is\r\nwrapped.\r\n\r\nAnother."
    document = read_document(write(tmp_path, "a.txt", data))
    assert [(one.start, one.text) for one in document.passages] == [(0, "One line that is  wrapped."), (30, "Another.")]
    assert document.text == data.decode()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_byte_order_mark_is_not_counted(tmp_path: Path, codec: str) -> None:
    document = read_document(write(tmp_path, "a.txt", "“Корея” said so.\n\nYes.".encode(codec)))
    assert [one.start for one in document.passages] == [0, 18]
    assert texts(document)[0] == "“Корея” said so."


def test_an_old_western_text_is_read_as_what_it_is(tmp_path: Path) -> None:
    data = "“The treaty’s café clause” – a joke about Article 4 of the treaty.".encode("cp1252")
    assert texts(read_document(write(tmp_path, "a.txt", data))) == [data.decode("cp1252")]


def test_a_text_with_little_damage_is_read_and_one_with_much_is_not(tmp_path: Path) -> None:
    good = "“Treaty” of 2024. ".encode() * 20
    assert "\ufffd" in texts(read_document(write(tmp_path, "a.txt", good + b"\xe2\x80")))[0]
    assert "not text" in str(refusal(write(tmp_path, "b.txt", good + b"\xe2\x80 \x81" * 20)))
    assert "encoding" in str(refusal(write(tmp_path, "c.txt", "Договор подписан".encode("cp1251"))))


def test_characters_without_width_and_bidirectional_controls_leave_places_true(tmp_path: Path) -> None:
    text = "The\u200b al\u00adliance \u202eof 1961\u202c\x07 holds.\n\nYes."
    document = read_document(write(tmp_path, "a.txt", text + " x" * 100))
    assert texts(document)[0] == "The\u200b al\u00adliance  of 1961   holds."
    assert [one.start for one in document.passages] == [0, text.index("Yes")]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(alphabet="aB. \n\r\t\u202e\x07é—", max_size=400))
def test_every_passage_stands_where_it_says(text: str) -> None:
    for passage in passages_of((text,), wrap_width(text)):
        assert passage.text == plain(text[passage.start : passage.start + len(passage.text)])
        assert passage.text == passage.text.strip() != ""


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(alphabet="aB. \n\r\x0c", max_size=300), st.integers(1, 40), st.sampled_from([0, 20]))
def test_passages_do_not_depend_on_how_the_text_arrives(text: str, size: int, width: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert list(passages_of(pieces, width)) == list(passages_of((text,), width))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(alphabet="aB. \n", max_size=300))
def test_nothing_that_is_written_is_lost_between_passages(text: str) -> None:
    written = "".join(one.text for one in passages_of((text,), wrap_width(text)))
    assert "".join(written.split()) == "".join(text.split())


def test_a_paragraph_that_is_too_long_is_cut_at_the_end_of_a_sentence() -> None:
    found = list(passages_of(("The treaty of 1961 holds. " * 2000,), 0))
    assert all(one.text.endswith(".") and LONGEST - 50 < len(one.text) <= LONGEST for one in found[:-1])
    assert [len(one.text) for one in passages_of(("a" * (2 * LONGEST + 1),), 0)] == [LONGEST, LONGEST, 1]
    assert all(set(one.text.split()) == {"word"} for one in passages_of(("word " * 9000,), 0))


def test_a_long_text_is_streamed_with_the_same_passages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“The treaty” was signed\r\nin June. " * 9000 + "\r\n\r\nEnd.\r\n" * 4000
    path = write(tmp_path, "a.txt", text)
    whole = read_document(path)
    monkeypatch.setattr(limits, "KEPT", 1000)
    streamed = read_document(path)
    assert (streamed.text, streamed.characters) == (None, whole.characters)
    assert list(streamed.passages) == list(whole.passages) == list(streamed.passages)


def test_streaming_holds_only_a_few_passages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KEPT", 1000)
    path = write(tmp_path, "a.txt", "The treaty was signed in June.\n\n" * 60_000)
    tracemalloc.start()
    count = sum(1 for _ in read_document(path).passages)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_000
    assert peak < 1_000_000


def test_a_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.html", PAGE))
    assert texts(document) == [
        "Treaty signed",
        "North Korea & Russia “agreed”.",
        "First line goes on",
        "Second",
        "one",
        "two",
    ]
    assert (document.format, str(document.dated)) == ("html", "2024-06-20")
    assert document.text is not None
    for passage in document.passages:
        assert document.text[passage.start :].startswith(passage.text)


def test_content_that_starts_like_a_page_is_one_whatever_its_name(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "a.txt", f"\ufeff\n<!-- saved -->{PAGE}")).format == "html"
    assert read_document(write(tmp_path, "page", PAGE)).format == "html"


def test_the_title_heads_a_page_without_a_heading() -> None:
    assert text_of_html("<title>The treaty</title><p>Text.").text == "The treaty\n\nText."
    assert text_of_html("<title>x</title><h1>Head</h1><article><p>Long text of it.</article>").text.startswith("Head")


def test_a_small_article_is_not_taken_for_the_page() -> None:
    found = text_of_html(f"<article>Teaser</article><p>{'The text. ' * 9}</p><article>Teaser two</article>")
    assert found.text.startswith("Teaser\n\nThe text.")
    assert text_of_html(f"<p>Other</p><main><p>{'The text. ' * 9}</main>").text.startswith("The text.")


def test_a_page_that_is_all_in_a_form_is_read() -> None:
    assert text_of_html("<form><p>The treaty of 1961 holds.</p></form>").text == "The treaty of 1961 holds."
    assert text_of_html("<form>Search</form><p>The treaty holds.</p>").text == "The treaty holds."


def test_table_cells_and_preformatted_paragraphs_stay_apart() -> None:
    assert (
        text_of_html("<table><tr><td>Russia<td>2024<tr><td>China<td>1961</table>").text == "Russia 2024\n\nChina 1961"
    )
    assert text_of_html("<pre>One\nline.\n\nTwo.</pre>").text == "One line.\n\nTwo."
    assert text_of_html("<p>al&shy;li<wbr>ance\u200b &lt;b&gt;</p>").text == "alliance <b>"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="June 20, 2024">', "2024-06-20"),
        ('<meta name="DC.date" content="2024-06-20">', "2024-06-20"),
        ('<body><time datetime="2024-06-20T10:00">today</time>', "2024-06-20"),
        ('<meta name="date" content="2024-13-40">', None),
        ('<meta name="date" content="recently">', None),
        ("<body>2024-06-20", None),
    ],
)
def test_a_page_is_dated_by_what_it_says_of_itself(tmp_path: Path, head: str, day: str | None) -> None:
    document = read_document(write(tmp_path, "a.html", f"<html>{head}<p>Text."))
    assert (str(document.dated) if document.dated else None) == day


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = '<html><meta charset="windows-1251"><p>Договор подписан</p>'.encode("cp1251")
    assert texts(read_document(write(tmp_path, "a.html", page))) == ["Договор подписан"]


def test_a_markdown_file_is_read_as_it_is_shown(tmp_path: Path) -> None:
    front = "---\ntitle: 'News'\ndate: 2024-06-20\n---\n"
    source = f"{front}Russia *and*\nNorth **Kor**ea\n\n> a [link](x.html)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    document = read_document(write(tmp_path, "a.md", source))
    assert texts(document) == ["News", "Russia and North Korea", "a link", "a b", "1 2"]
    assert (document.format, str(document.dated)) == ("markdown", "2024-06-20")
    assert text_of_markdown("# Head\n\n<script>x</script>\n\n- one").text == "Head\n\none"


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Headline\nJune 20, 2024\n\nText.", "2024-06-20"),
        ("2024-06-20\nText.", "2024-06-20"),
        ("\n\n\n\nThursday, 20 June 2024.\nText.", "2024-06-20"),
        ("Signed on June 20, 2024", None),
        ("June 2024\nText", None),
        ("June 20\nText", None),
        ("February 30, 2024\nText", None),
        ("a\nb\nc\nd\ne\nJune 20, 2024", None),
    ],
)
def test_a_text_is_dated_by_a_line_at_its_top(tmp_path: Path, top: str, day: str | None) -> None:
    document = read_document(write(tmp_path, "a.txt", top))
    assert (str(document.dated) if document.dated else None) == day


def test_lines_of_a_pdf_become_paragraphs(tmp_path: Path) -> None:
    one = [
        "The Paper",
        "The parties signed a treaty that",
        "replaced the earlier one and an-",
        "nounced it to the world.",
        "1",
    ]
    two = ["The Paper", "Article 4 is about help in war and", "peace, says the minister who did it.", "2"]
    three = ["The Paper", "The end of the whole story is here."]
    document = read_document(write(tmp_path, "a.pdf", pdf(one, two, three)))
    assert (
        texts(document)[0] == "The parties signed a treaty that replaced the earlier one and announced it to the world."
    )
    assert texts(document)[1].startswith("Article 4 is about help in war and peace")
    assert "Paper" not in str(document.text)
    assert (document.format, document.dated) == ("pdf", None)


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    assert text_of_pages([["The treaty was", "", "- 1 -"], ["Page 2 of 2", "signed."]]) == "The treaty was signed."


def test_a_pdf_that_needs_a_password_or_is_a_scan_or_damaged_is_refused(tmp_path: Path) -> None:
    assert "password" in str(refusal(write(tmp_path, "a.pdf", pdf(["Text"], lock="1961"))))
    assert "scan" in str(refusal(write(tmp_path, "b.pdf", pdf([]))))
    assert "damaged" in str(refusal(write(tmp_path, "c.pdf", pdf(["Text"])[:200])))
    assert texts(read_document(write(tmp_path, "d.pdf", pdf(["Text"], lock="")))) == ["Text"]


def test_a_pdf_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    error = refusal(write(tmp_path, "a.pdf", pdf(*([["x"]] * (limits.PDF_PAGES + 1)))))
    assert "501 pages" in str(error)
    assert error.hint == "cut it into parts"


def test_without_the_extra_a_pdf_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "find_spec", lambda name: None if name == "pypdf" else util.find_spec(name))
    error = refusal(write(tmp_path, "a.pdf", pdf(["Text"])))
    assert error.hint == "pip install 'foedera[pdf]'"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("a.docx", b"PK\x03\x04rest", "office document"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.txt.gz", b"\x1f\x8b\x08", "compressed"),
        ("a.bin", b"some\x00bytes", "not text"),
        ("a.log", b"\x1b\x01\x02\x03 text", "not text"),
        ("a.pdf", b"no pdf", "called .pdf"),
        ("a.txt", b"%PDF-1.7", "called .txt but is a PDF"),
        ("a.html", b"no markup", "called .html"),
        ("b.html", b"<html><script>only</script>", "no text"),
        ("c.html", b"PK\x03\x04<html>", "office document"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = write(tmp_path, name, data)
    message = str(refusal(path))
    assert message.startswith(f"'{path}' cannot be read: it ")
    assert says in message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "folder" in str(refusal(tmp_path))
    assert "no such file" in str(refusal(tmp_path / "none.txt"))
    assert "name" in str(refusal("a\x00b"))
    assert "not a file" in str(refusal("/dev/zero"))


@pytest.mark.parametrize(
    ("limit", "name", "data"),
    [
        ("TEXT_BYTES", "a.txt", b"word " * 50),
        ("HTML_BYTES", "a.html", PAGE.encode()),
        ("MARKDOWN_BYTES", "a.md", b"word " * 50),
        ("PDF_BYTES", "a.pdf", b"%PDF-1.7" + b" " * 200),
    ],
)
def test_what_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, name: str, data: bytes
) -> None:
    monkeypatch.setattr(limits, limit, 100)
    error = refusal(write(tmp_path, name, data))
    assert "megabytes" in str(error)
    assert error.hint == "cut it into parts"


def test_standard_input_is_read_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The treaty.\n\nIts end.")))
    document = read_document("-")
    assert (document.name, texts(document)) == ("standard input", ["The treaty.", "Its end."])
    monkeypatch.setattr(limits, "TEXT_BYTES", 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 50)))
    assert "megabytes" in str(refusal("-"))
    assert sys.stdin.buffer.tell() == 11


def test_markup_made_to_be_slow_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(confined._SECONDS, "html", 1)
    error = refusal(write(tmp_path, "a.html", "<html>" + "<ul><li>" * 100_000))
    assert "more than 1 seconds" in str(error)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<html>" + "<b>" * 100_000 + "x"),
        ("b.html", "<html>" + "<table>" * 100_000 + "x"),
        ("a.md", ">" * 100_000 + "x"),
        ("b.md", "[" * 100_000),
        ("c.md", "*a **b " * 20_000),
    ],
)
def test_deep_nesting_is_survived(tmp_path: Path, name: str, data: str) -> None:
    outcome(write(tmp_path, name, data))


def test_a_parser_that_breaks_down_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(IntakeError, match="damaged or too intricate"):
        confined.extracted("html", b"<p>x")


def outcome(path: Path) -> Document | IntakeError:
    try:
        document = read_document(path)
        assert list(document.passages)
    except IntakeError as error:
        return error
    return document


@settings(derandomize=True, max_examples=150, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-16"))))
def test_any_bytes_are_a_document_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    outcome(write(tmp_path_factory.getbasetemp(), "any.txt", data))


@settings(derandomize=True, max_examples=10, deadline=None)
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".html", ".md", ".pdf"]))
def test_any_bytes_of_another_format_are_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    start = {".html": b"<html>", ".md": b"# A\n\n", ".pdf": b"%PDF-1.7\n"}[suffix]
    outcome(write(tmp_path_factory.getbasetemp(), f"any{suffix}", start + data))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</div>", "<div>", "<table>", "<td>", "<article>", "</article>", "<h1>", "<pre>", "</pre>", "<q>", "<form>", "<br>", "x ", "\n", "<a b", "<!--", "-->", "<svg>", "<title>", "<time datetime=1>"]), max_size=30))  # fmt: skip # noqa: E501
def test_any_markup_is_read(parts: list[str]) -> None:
    text = text_of_html("".join(parts)).text
    assert all(line == line.strip() != "" for line in text.split("\n\n")) or not text


def test_the_walk_over_a_page_sees_every_element_once() -> None:
    root = LexborHTMLParser("<p>a<b>b<i>c</i></b></p><div></div><p>d").root
    assert root is not None
    seen = [(node.tag, entered) for node, entered in markup._walk(root, frozenset({"head"}))]
    assert [tag for tag, entered in seen if entered] == [
        "html",
        "body",
        "p",
        "-text",
        "b",
        "-text",
        "i",
        "-text",
        "div",
        "p",
        "-text",
    ]
    assert sum(entered for tag, entered in seen if tag != "-text") == sum(not entered for _, entered in seen)


def test_the_intake_names_the_file_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "Text.")
    monkeypatch.chdir(tmp_path)
    assert intake.read_document("a.txt").name == "a.txt"
