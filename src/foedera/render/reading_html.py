"""A reading as HTML, a page or a part of one: no script, nothing fetched; for keyboards, phones and paper alike."""

from __future__ import annotations

from collections import Counter
from html import escape
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING

from foedera.reader.passages import passages_of, wrap_width
from foedera.render import reading_words as words
from foedera.render.reading_marks import Span, Spans, marked, nowhere
from foedera.render.reading_notes import note
from foedera.render.reading_records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.model.world import World
    from foedera.reader.records import Discrepancy, DocumentReading, Judged, Mention, Reading, Side
    from foedera.render.reading_marks import Address

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_NAMES = ("state", "organ", "place", "person")
_QUOTED = 300


def page(world: World, found: Reading) -> str:
    """The whole page; letters of the documents are escaped, and nothing in them is taken for markup."""
    names = " and ".join(_short(one) for one in found.documents)
    title = escape(f"Reading of {words.shortened(names, 120)}")
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>",
        '<a class="skip" href="#documents">Skip to the text</a>',
        f"<header>\n<h1>{heading(found)}</h1>",
        *_introduction(found),
        "</header>",
        *_differences(found),
        '<main id="documents">',
        *_documents(world, found, nowhere),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def body(world: World, found: Reading, address: Address) -> str:
    """What stands below the heading, as a part of a page that has its own style.

    Args:
        world: the corpus.
        found: the reading.
        address: where records have pages.
    """
    parts = [*_introduction(found), *_differences(found), *_documents(world, found, address)]
    return "\n".join(parts)


def heading(found: Reading) -> str:
    """What the page is called."""
    return f"What {'these documents say' if len(found.documents) > 1 else 'this document says'} about treaties"


def _differences(found: Reading) -> Iterator[str]:
    places = [words.Places(one) for one in found.documents]
    yield from _discrepancies(found, places)
    yield from _contradicted(found, places)


def _documents(world: World, found: Reading, address: Address) -> Iterator[str]:
    for number in range(len(found.documents)):
        yield from _document(world, found, number, address)


def _style() -> str:
    return files("foedera.render").joinpath("reading.css").read_text(encoding="utf-8")


# --- the head of the page ---


def _introduction(found: Reading) -> Iterator[str]:
    yield (
        "<p>Statements are held against a corpus of records of treaties. A verdict says what the record says, "
        "and never who is right in politics. Corpus "
        f"<code>{escape(found.digest[:12])}</code>, read as of {escape(str(found.on))}.</p>"
    )
    if len(found.documents) > 1:
        yield '<nav aria-label="Documents"><ul>'
        for number, document in enumerate(found.documents):
            yield f'<li><a href="#d{number}">{_name(document)}</a></li>'
        yield "</ul></nav>"
    yield from (f"<p>{escape(one)}</p>" for one in found.notices)
    yield from _legend(found)


def _legend(found: Reading) -> Iterator[str]:
    counts = Counter(judged.verdict.word for document in found.documents for judged in document.claims)
    yield '<section aria-labelledby="legend"><h2 id="legend">Verdicts</h2>\n<ul class="plain legend">'
    for word, look in words.LOOKS.items():
        yield (
            f'<li class="{word}"><span class="verdict"><span class="claim">{look.symbol} {look.words}</span>: '
            f'{counts[word]}</span> <span class="quiet">{escape(look.means)}</span></li>'
        )
    yield "</ul>"
    yield (
        '<p class="quiet">In the text, what names a treaty, an article or a state is a link to the list of records. '
        "A statement is underlined; the sign behind it opens its verdict.</p></section>"
    )


def _name(document: DocumentReading) -> str:
    return f"<bdi>{escape(_short(document))}</bdi>"


def _short(document: DocumentReading) -> str:
    """The name of the file without its folders, which are nobody else's business."""
    return words.clean(PurePath(document.name).name or document.name)


# --- what differs, and what is contradicted ---


def _discrepancies(found: Reading, places: Sequence[words.Places]) -> Iterator[str]:
    if not found.discrepancies:
        return
    yield '<section class="box" aria-labelledby="differ"><h2 id="differ">Statements that differ</h2>'
    for one in found.discrepancies:
        yield from _discrepancy(found, one, places)
    yield "</section>"


def _discrepancy(found: Reading, one: Discrepancy, places: Sequence[words.Places]) -> Iterator[str]:
    yield f'<h3>{escape(one.point[:1].upper() + one.point[1:])}</h3>\n<ul class="plain sides">'
    for number, side in enumerate(one.sides):
        agrees = number in one.agrees
        recorded = ' <span class="supported verdict">✓ as recorded</span>' if agrees else ""
        yield (
            f'<li class="{"agrees" if agrees else "other"}"><strong>{_foreign(side.states)}</strong>{recorded}<br>'
            f"<q>{_foreign(side.text)}</q><br>{_origin(found, side, places)}</li>"
        )
    yield f"</ul>\n<p>{escape(one.record)}</p>"


def _origin(found: Reading, side: Side, places: Sequence[words.Places]) -> str:
    document = found.documents[side.document]
    spans = [(judged.claim.start, judged.claim.end) for judged in document.claims]
    where = f"{_name(document)}, {places[side.document].of(side.start)}"
    return f'<a href="#d{side.document}c{spans.index((side.start, side.end))}-at">{where}</a>'


def _foreign(text: str) -> str:
    """Words of a document, kept apart from the direction of what stands around them."""
    return f"<bdi>{escape(words.shortened(text, _QUOTED))}</bdi>"


def _contradicted(found: Reading, places: Sequence[words.Places]) -> Iterator[str]:
    yield '<section class="box contradicted" aria-labelledby="wrong"><h2 id="wrong">Contradicted by the record</h2>'
    rows = [
        _wrong(found, number, index, judged, places[number])
        for number, document in enumerate(found.documents)
        for index, judged in enumerate(document.claims)
        if words.is_contradicted(judged.verdict)
    ]
    yield '<ul class="plain">\n' + "\n".join(rows) + "\n</ul>" if rows else "<p>Nothing.</p>"
    yield "</section>"


def _wrong(found: Reading, number: int, index: int, judged: Judged, places: words.Places) -> str:
    claim, verdict = judged.claim, judged.verdict
    document = f"{_name(found.documents[number])}, " if len(found.documents) > 1 else ""
    where = f'<a href="#d{number}c{index}-at">{document}{places.of(claim.start)}</a>'
    says = (verdict.core or verdict).says
    return f'<li><span class="verdict">✗</span> <q>{_foreign(claim.text)}</q> ({where})<br>{escape(says)}</li>'


# --- a document ---


def _document(world: World, found: Reading, number: int, address: Address) -> Iterator[str]:
    document = found.documents[number]
    records = Records(world, document, f"d{number}", address)
    counts = f"{words.count(len(document.mentions), 'mention')}, {words.count(len(document.claims), 'statement')}"
    yield f'<article id="d{number}" aria-labelledby="d{number}-name">\n<h2 id="d{number}-name">{_name(document)}</h2>'
    yield f'<p class="quiet">{escape(words.dated(found, document))}; {counts}</p>'
    yield '<div class="document">\n<div class="text">'
    if document.text is None:
        yield "<p>The text is too long for this page. Its statements follow, with the places where they start.</p>"
        yield from _alone(world, document, number, address)
    else:
        yield from _text(world, document, document.text, number, records)
    yield f"</div>\n{records.listed()}\n</div>\n</article>"


def _alone(world: World, document: DocumentReading, number: int, address: Address) -> Iterator[str]:
    """The statements of a text that is not shown."""
    places = words.Places(document)
    for index, judged in enumerate(document.claims):
        anchor = f"d{number}c{index}"
        yield f'<p id="{anchor}-at" class="quiet">{places.of(judged.claim.start)}</p>'
        yield note(world, judged, anchor, index + 1, is_open=True, address=address)


def _text(world: World, document: DocumentReading, text: str, number: int, records: Records) -> Iterator[str]:
    """The paragraphs, each followed by the notes on its statements."""
    passages = list(passages_of((text,), wrap_width(text)))
    claims = [_claim_span(judged, number, index) for index, judged in enumerate(document.claims)]
    spans = Spans([*claims, *(_mention_span(one, records) for one in document.mentions)])
    waiting = list(enumerate(document.claims))
    for ix, passage in enumerate(passages):
        end = passage.start + len(passage.text)
        yield f'<p dir="auto">{marked(passage, spans.within(passage.start, end))}</p>'
        is_last = ix + 1 == len(passages)
        while waiting and (is_last or waiting[0][1].claim.start < end):
            index, judged = waiting.pop(0)
            yield note(world, judged, f"d{number}c{index}", index + 1, address=records.address)


def _claim_span(judged: Judged, number: int, index: int) -> Span:
    """A statement underlined, and the button behind it that opens its verdict."""
    claim, word = judged.claim, judged.verdict.word
    look, anchor = words.LOOKS[word], f"d{number}c{index}"
    label = f"Statement {index + 1}, {words.kind(claim)}: {look.words}"
    button = (
        f'<button type="button" class="mark {word}" id="{anchor}-at" popovertarget="{anchor}" '
        f'aria-label="{escape(label)}" data-mark="{look.symbol} {index + 1}"></button>'
    )
    return Span(claim.start, claim.end, f'<span class="claim {word}">', "</span>", button)


def _mention_span(one: Mention, records: Records) -> Span:
    look = "name" if one.type in (*_NAMES, "date") else "record" if one.ids else "unlinked"
    opens = f'<a class="{look}" href="#{records.anchor(one)}">'
    return Span(one.start, one.end, opens, "</a>", is_link=True)
