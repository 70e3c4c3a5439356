"""Lifelines as inline SVG. Places across are shares of the width, so that text keeps its size on a phone."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

from foedera.pictures.axis import Axis
from foedera.pictures.lifelines import CUTS, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from foedera.dates import Day
    from foedera.pictures.lifelines import Lifeline, Milestone, Spell, SpellKind

KINDS: Mapping[SpellKind, str] = {
    "bound": "in force for it",
    "named": "named by its clauses, no party",
    "some": "in force for some of them",
    "doubtful": "doubtful or disputed",
    "signed": "signed, not yet in force",
    "exists": "exists",
    "suspended": "suspended toward a party",
    "perhaps_suspended": "perhaps suspended toward a party",
}
"""What each kind of spell means, for the legend."""
_TOP, _ROW, _LINE, _BAR = 40, 34, 15, 9
_SAME_LINE, _ACROSS = 48, 52
_LEFT, _RIGHT = 12, 88


def legend(rows: Sequence[Lifeline]) -> tuple[tuple[str, str], ...]:
    """The kinds of spell in these lines, as (CSS class, words)."""
    found = {spell.kind for line in rows for spell in line.spells}
    return tuple((kind, words_) for kind, words_ in KINDS.items() if kind in found)


def draw_lifelines(
    rows: Sequence[Lifeline],
    *,
    since: Day,
    until: Day,
    day: Day,
    title: str,
    description: str,
    href: Callable[[str, str], str],
) -> str:
    """The picture.

    Args:
        rows: the lines, from top to bottom.
        since: first day shown.
        until: last day shown.
        day: the day asked, drawn as a vertical line.
        title: what a screen reader calls the picture.
        description: what it shows, in a sentence or two.
        href: the address of a page, from the kind of a line (``treaty``, ``state``, ``actor``) and the id.
    """
    axis = Axis(since.first, max(until.last, since.first) + 1)
    drawn, top = [], _TOP
    for line in rows:
        text, height = _row(line, axis, top, href)
        drawn.append(text)
        top += height
    head = (
        f'<svg class="lifelines" width="100%" height="{top + 4}" role="group" aria-label="{escape(title)}">'
        f"<desc>{escape(description)}</desc>"
    )
    return "".join((head, *_grid(axis, top), *drawn, *_day(axis, day, top), "</svg>"))


def _row(line: Lifeline, axis: Axis, top: int, href: Callable[[str, str], str]) -> tuple[str, int]:
    """One line and its height: label and days, the days below where they are long, then the bars."""
    label, days = escape(line.label), words(line)
    if len(line.members) == 1:
        label = f'<a href="{escape(href(line.kind, line.members[0]))}">{label}</a>'
    below = textwrap.wrap(days, _ACROSS) if len(line.label) + len(days) > _SAME_LINE else []
    beside = "" if below or not days else f' <tspan class="days">{escape(days)}</tspan>'
    more = "".join(f'<tspan class="days" x="0" dy="{_LINE}">{escape(one)}</tspan>' for one in below)
    height = _ROW + _LINE * len(below)
    bars = top + height - _BAR - 9
    parts = [f'<text x="0" y="{top + 11}">{label}{beside}{more}</text>']
    parts += [_bar(spell, axis, bars) for spell in line.spells if _is_shown(spell, axis)]
    parts += [_mark(one, axis, bars) for one in line.milestones if axis.holds(one.day.first)]
    return f"<g>{''.join(parts)}</g>", height


def _is_shown(spell: Spell, axis: Axis) -> bool:
    begins_late = spell.since is not None and spell.since.first > axis.until
    return not begins_late and (spell.until is None or spell.until.first >= axis.since)


def _bar(spell: Spell, axis: Axis, top: int) -> str:
    left = axis.at(spell.since.first) if spell.since else 0.0
    right = axis.at(spell.until.first) if spell.until else 100.0
    is_cut = spell.kind in CUTS
    y, height = (top + _BAR + 1, 4) if is_cut else (top, _BAR)
    note = f" {spell.note}" if spell.note else ""
    since = f" since {spell.since}" if spell.since else ""
    until = f" until {spell.until}" if spell.until else ", no end on record"
    says = escape(f"{KINDS[spell.kind]}{note}{since}{until}")
    return (
        f'<rect class="{spell.kind}" x="{left:g}%" y="{y}" width="{max(right - left, 0.2):.4g}%" height="{height}">'
        f"<title>{says}</title></rect>"
    )


def _mark(one: Milestone, axis: Axis, top: int) -> str:
    """A ring for the signature, a disc for the entry into force, a bar for the end, at its first possible day."""
    x, css = axis.at(one.day.first), one.word.replace(" ", "-") + (" unsure" if one.day.text.startswith("[") else "")
    says = f"<title>{escape(f'{one.word} {one.day}')}</title>"
    if one.word == "ended":
        return f'<line class="mark {css}" x1="{x:g}%" x2="{x:g}%" y1="{top - 4}" y2="{top + _BAR + 4}">{says}</line>'
    return f'<circle class="mark {css}" cx="{x:g}%" cy="{top + _BAR / 2:g}" r="5">{says}</circle>'


def _grid(axis: Axis, bottom: int) -> Iterator[str]:
    for year, x in axis.ticks():
        yield f'<line class="grid" x1="{x:g}%" x2="{x:g}%" y1="18" y2="{bottom}"/>'
        yield f'<text class="tick" x="{x:g}%" y="12" text-anchor="{_anchor(x)}">{year:04}</text>'


def _day(axis: Axis, day: Day, bottom: int) -> Iterator[str]:
    if axis.holds(day.first):
        x = axis.at(day.first)
        yield f'<line class="day" x1="{x:g}%" x2="{x:g}%" y1="30" y2="{bottom}"/>'
        yield f'<text class="day" x="{x:g}%" y="27" text-anchor="{_anchor(x)}">{escape(str(day))}</text>'


def _anchor(x: float) -> str:
    return "start" if x < _LEFT else "end" if x > _RIGHT else "middle"
