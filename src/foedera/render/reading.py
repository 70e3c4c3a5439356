"""Readings as text for a terminal or a pipe: what is contradicted first, then every claim in document order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedera.render import reading_words as words
from foedera.render.text import derived, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from foedera.model.world import World
    from foedera.reader.records import (
        Discrepancy,
        DocumentReading,
        Judged,
        Mention,
        Reading,
        Side,
        Verdict,
        VerdictWord,
    )

_ROOM = 24
"""Letters that a quotation needs beside the rest of its line; with less room it gets a line of its own."""
_WHOLE = 400
_PLAIN = ("supported", "not_checkable")
"""Verdicts whose sentence is shown with the derivation only."""


def reading(console: Console, world: World, found: Reading, *, why: bool, every: bool) -> None:
    """Print a reading: the documents, what is contradicted, all claims, what is not linked, and what differs."""
    places = [words.Places(document) for document in found.documents]
    for document in found.documents:
        console.print(_title(found, document))
    for notice in found.notices:
        console.print(Text(notice, style="yellow"))
    _contradicted(console, world, found, places)
    _counts(console, found)
    for document, place in zip(found.documents, places, strict=True):
        _document(console, world, document, place, why=why, every=every)
    _discrepancies(console, found, places)


def _title(found: Reading, document: DocumentReading) -> Text:
    counts = f"{words.count(len(document.mentions), 'mention')}, {words.count(len(document.claims), 'claim')}"
    name = (words.clean(document.name), "bold")
    return Text.assemble(name, f"   {words.dated(found, document)}; {counts}")


# --- the summary ---


def _contradicted(console: Console, world: World, found: Reading, places: Sequence[words.Places]) -> None:
    wrong = [
        (document, place, judged)
        for document, place in zip(found.documents, places, strict=True)
        for judged in document.claims
        if words.is_contradicted(judged.verdict)
    ]
    heading(console, "Contradicted by the record")
    if not wrong:
        console.print(Text("Nothing."))
    for document, place, judged in wrong:
        _wrong(console, world, judged, _where(found, document, place.of(judged.claim.start)))


def _where(found: Reading, document: DocumentReading, place: str) -> str:
    """The place, after the document's name if there are several."""
    return place if len(found.documents) == 1 else f"{words.clean(document.name)}:{place}"


def _wrong(console: Console, world: World, judged: Judged, where: str) -> None:
    claim, verdict = judged.claim, judged.verdict.core or judged.verdict
    says = f", says {words.speaker(claim.speaker)}" if words.speaker(claim.speaker) else ""
    look = words.LOOKS["contradicted"]
    quote = f"“{words.shortened(claim.text, _WHOLE)}”"
    console.print(
        Text.assemble((f"{_symbol(console, 'contradicted')} ", look.style), (where, "cyan"), f"  {quote}{says}")
    )
    _indented(console, Text(verdict.says))
    _sources(console, world, verdict)


def _sources(console: Console, world: World, verdict: Verdict) -> None:
    """The sources of a verdict; of a derivation that cites no source, the clauses and rules. Addresses stay whole."""
    named = words.cites(verdict.derivation)
    known = [(cite, record) for cite in named if (record := words.source(world, cite))]
    for cite, record in known:
        title = record.title or record.citation
        _indented(console, Text(f"source: {title} [{cite}]" if title else f"source: {cite}", style="dim"))
        if record.url:
            console.print(Text(f"      {record.url}", style="dim"), soft_wrap=True)
    if named and not known:
        _indented(console, Text(f"source: {', '.join(named)}", style="dim"))


def _symbol(console: Console, word: VerdictWord) -> str:
    """The symbol of a verdict, or plain letters where the terminal has no other."""
    look = words.LOOKS[word]
    try:
        look.symbol.encode(console.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return look.plain
    return look.symbol


def _counts(console: Console, found: Reading) -> None:
    """How many claims have each verdict, by document."""
    heading(console, "Verdicts")
    counted = [Counter(judged.verdict.word for judged in document.claims) for document in found.documents]
    grid = Table.grid(padding=(0, 2))
    for word, look in words.LOOKS.items():
        numbers = [counts[word] for counts in counted]
        total = sum(numbers)
        each = f"({', '.join(map(str, numbers))})" if len(numbers) > 1 and total else ""
        label = Text(f"{_symbol(console, word)} {look.words}", style=look.style)
        means = Text(look.means, style="dim")
        grid.add_row(label, Text(str(total), justify="right"), Text(each, style="dim"), means)
    console.print(grid)


# --- a document ---


def _document(
    console: Console, world: World, document: DocumentReading, place: words.Places, *, why: bool, every: bool
) -> None:
    heading(console, words.clean(document.name))
    if not document.claims:
        console.print(Text("No claim about an instrument was found."))
    for judged in document.claims:
        _claim(console, world, judged, place.of(judged.claim.start), why=why)
    if every:
        _mentions(console, world, document, place)
    _unlinked(console, document, place)


def _claim(console: Console, world: World, judged: Judged, where: str, *, why: bool) -> None:
    """A claim in a line: verdict, place, speaker, kind, quotation."""
    claim, verdict = judged.claim, judged.verdict
    look = words.LOOKS[verdict.word]
    line = Text.assemble(
        (f"{_symbol(console, verdict.word)} {look.words.upper()}", look.style), f"  {where}  ", style=""
    )
    line.append(words.kind(claim), style="bold")
    if words.speaker(claim.speaker):
        line.append(f"  {words.shortened(words.speaker(claim.speaker), _ROOM)}:", style="dim")
    room = console.width - line.cell_len - 4
    if room >= _ROOM:
        line.append(f"  “{words.shortened(claim.text, room)}”")
        console.print(line, no_wrap=True, overflow="ellipsis")
    else:
        console.print(line)
        _indented(console, Text(f"“{words.shortened(claim.text, console.width)}”"))
    _details(console, world, verdict, why=why)


def _details(console: Console, world: World, verdict: Verdict, *, why: bool) -> None:
    """What a verdict says, and what belongs to it."""
    if why or verdict.word not in _PLAIN:
        _indented(console, Text(verdict.says, style="dim"))
    for definition, outcome, because in verdict.outcomes:
        _indented(console, Text.assemble((f"{definition}: ", "bold"), outcome, (f" ({because})", "dim")))
    if verdict.differences:
        _indented(console, _differences(verdict))
    if why and verdict.derivation:
        _indented(console, derived(world, verdict.derivation))
    if verdict.core:
        look = words.LOOKS[verdict.core.word]
        symbol = _symbol(console, verdict.core.word)
        _indented(console, Text.assemble("what a text can settle: ", (f"{symbol} {look.words}", look.style)))
        _details(console, world, verdict.core, why=why)


def _differences(verdict: Verdict) -> Table:
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("differs in", "here", "there"):
        grid.add_column(name, overflow="fold")
    for row in verdict.differences:
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def _indented(console: Console, what: Text | Table | object) -> None:
    console.print(Padding(what, (0, 0, 0, 4), expand=False))  # type: ignore[arg-type]


def _mentions(console: Console, world: World, document: DocumentReading, place: words.Places) -> None:
    """Every mention with its link, the score, and what else it might be."""
    heading(console, "Mentions")
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("place", "words", "type", "stands for", "score", "or else"):
        grid.add_column(name, overflow="fold")
    for one in document.mentions:
        cells = (place.of(one.start), words.clean(one.text), words.TYPES[one.type], *_link(world, one))
        grid.add_row(*(Text(cell) for cell in cells))
    console.print(grid)


def _link(world: World, one: Mention) -> tuple[str, str, str]:
    if one.type == "date":
        return str(one.written or ""), "", ""
    others = ", ".join(f"{link.id} {link.score:.2f}" for link in one.alternatives)
    if not one.ids:
        return f"nothing: {one.why}" if one.why else "nothing", "", others
    named = one.ids if one.type in ("instrument", "provision") else [f"{i} ({world.name(i)})" for i in one.ids]
    return f"{', '.join(named)}  {words.HOW[one.how]}", f"{one.score:.2f}", others


def _unlinked(console: Console, document: DocumentReading, place: words.Places) -> None:
    found = words.unlinked(document)
    if found:
        heading(console, "Not linked")
    for text, reason, same in found:
        where = ", ".join(place.of(one.start) for one in same)
        console.print(Text.assemble(f"“{text}”  ", (where, "cyan"), (f"  {reason}" if reason else "", "dim")))


# --- what differs ---


def _discrepancies(console: Console, found: Reading, places: Sequence[words.Places]) -> None:
    if not found.discrepancies:
        return
    heading(console, "Statements that differ")
    for one in found.discrepancies:
        console.print(Text(f"{one.point[0].upper()}{one.point[1:]}", style="bold"))
        _indented(console, _sides(found, one, places))
        _indented(console, Text(one.record))


def _sides(found: Reading, one: Discrepancy, places: Sequence[words.Places]) -> Table:
    """The sides below each other: what each says, where, and whether the record supports it."""
    grid = Table.grid(padding=(0, 2))
    for _ in range(3):
        grid.add_column(overflow="fold")
    for number, side in enumerate(one.sides):
        mark = Text("as recorded", style="green") if number in one.agrees else Text("")
        grid.add_row(Text(words.clean(side.states), style="bold"), _side(found, side, places), mark)
    return grid


def _side(found: Reading, side: Side, places: Sequence[words.Places]) -> Text:
    document = found.documents[side.document]
    where = _where(found, document, places[side.document].of(side.start))
    return Text.assemble((where, "cyan"), f"  “{words.shortened(side.text, _WHOLE)}”")
