"""The note on a statement: its verdict, what the record says, and why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from foedera.render import reading_words as words
from foedera.render.reading_marks import code, nowhere
from foedera.render.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.answers import Step
    from foedera.model.world import World
    from foedera.reader.records import Judged, Verdict
    from foedera.render.reading_marks import Address

_QUOTED = 600
_WEB = ("https://", "http://")


def note(
    world: World, judged: Judged, anchor: str, number: int, *, is_open: bool = False, address: Address = nowhere
) -> str:
    """A statement's verdict as HTML: a popover that the statement's button opens, or with ``is_open`` plain text.

    On paper, and in browsers without popovers, every note is shown below its paragraph.
    """
    claim, verdict = judged.claim, judged.verdict
    look = words.LOOKS[verdict.word]
    closes = f'popovertarget="{anchor}" popovertargetaction="hide"'
    hides = "" if is_open else f'<button type="button" class="close" {closes}>Close</button>'
    opens = f'<section class="note {verdict.word}" id="{anchor}" aria-label="Verdict {number}"'
    by = words.speaker(claim.speaker)
    says = f' <span class="quiet">says <bdi>{escape(by)}</bdi></span>' if by else ""
    parts = [
        f"{opens}{'' if is_open else ' popover'}>{hides}",
        f'<p><span class="verdict">{look.symbol} {number} {escape(look.words)}</span> · {words.kind(claim)}</p>',
        f"<p><q><bdi>{escape(words.shortened(claim.text, _QUOTED))}</bdi></q>{says}</p>",
        *_verdict(world, verdict, address),
        "</section>",
    ]
    return "\n".join(parts)


def _verdict(world: World, verdict: Verdict, address: Address) -> Iterator[str]:
    yield f"<p>{escape(verdict.says)}</p>"
    if verdict.outcomes:
        yield _table(("definition", "outcome", "why"), verdict.outcomes)
    if verdict.differences:
        yield _table(("differs in", "here", "there"), verdict.differences)
    if verdict.core:
        look = words.LOOKS[verdict.core.word]
        core = f'<span class="verdict {verdict.core.word}">{look.symbol} {look.words}</span>'
        yield f"<p>What a text can settle: {core}</p>"
        yield from _verdict(world, verdict.core, address)
    if verdict.derivation:
        yield from _sources(world, verdict.derivation)
        yield f"<details><summary>Why</summary><ul>{_step(verdict.derivation, address)}</ul></details>"


def _table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _sources(world: World, step: Step) -> Iterator[str]:
    shown = [_source(world, cite) for cite in words.cites(step)]
    if shown:
        yield f'<p class="quiet">Rests on {"; ".join(shown)}</p>'


def _source(world: World, cite: str) -> str:
    record = words.source(world, cite)
    if record is None:
        return f"<code>{escape(cite)}</code>"
    title = escape(record.title or record.citation or cite)
    if record.url and record.url.startswith(_WEB):
        return f'<a href="{escape(record.url)}" rel="noreferrer">{title}</a>'
    return title


def _step(step: Step, address: Address) -> str:
    mark, _ = MARKS[step.truth]
    cites = f" {code(step.cites, address)}" if step.cites else ""
    place = f" <code>{escape(step.mark.file)}:{step.mark.line}</code>" if step.mark else ""
    below = f"<ul>{''.join(_step(child, address) for child in step.children)}</ul>" if step.children else ""
    return f'<li><span class="truth">{mark}</span> {escape(step.statement)}{cites}{place}{below}</li>'
