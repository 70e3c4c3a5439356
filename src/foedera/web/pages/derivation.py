"""A derivation as a nested list that opens step by step, each step with its articles, sources and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from foedera.render.summary import TRUTHS, sides

if TYPE_CHECKING:
    from foedera.model.answers import Step
    from foedera.model.world import World
    from foedera.problems import Mark
    from foedera.web.links import Links

_JOINS = {"any": "if one of these holds", "not": "if this does not hold"}
_SAID = ("at least one of these holds", "this does not hold")
"""Statements that say nothing but how the steps below join."""


def derivation(world: World, links: Links, step: Step, on: str = "", *, is_open: bool = True) -> Markup:
    """The list of one derivation; everything in it is escaped."""
    return Markup(f'<ul class="steps">{_item(world, links, step, on, is_open=is_open)}</ul>')  # noqa: S704


def _item(world: World, links: Links, step: Step, on: str, *, is_open: bool) -> str:
    word = TRUTHS[step.truth]
    head = f'<span class="truth {word}">{word}</span> {escape(step.statement)}'
    if not step.children:
        head += f'<span class="sides">{escape(sides(world, step))}</span>'
    head += _joined(step)
    notes = _cites(world, links, step, on)
    if not step.children:
        return f"<li>{head}{notes}</li>"
    below = "".join(_item(world, links, child, on, is_open=False) for child in step.children)
    opened = " open" if is_open else ""
    return f"<li><details{opened}><summary>{head}</summary>{notes}<ul>{below}</ul></details></li>"


def _joined(step: Step) -> str:
    words = _JOINS.get(step.joins) if step.children and step.statement not in _SAID else None
    return f' <span class="joins">{words}</span>' if words else ""


def _cites(world: World, links: Links, step: Step, on: str) -> str:
    parts: list[str] = [cited(world, links, one, on) for one in step.cites]
    if step.mark:
        parts.append(placed(links, step.mark))
    return f' <span class="cites">{" ".join(parts)}</span>' if parts else ""


def placed(links: Links, mark: Mark) -> Markup:
    """A place in the corpus text as a link; of imported data, in words only."""
    address = links.text(mark.file, mark.line)
    if address is None:
        return Markup("{}, line {}").format(mark.file, mark.line)
    return Markup('<a class="place" href="{}">{}:{}</a>').format(address, mark.file, mark.line)


def cited(world: World, links: Links, identifier: str, on: str = "") -> Markup:
    """An id as a link to its record, or plain where the corpus has none of that id."""
    address = links.record(world, identifier, on)
    return (
        Markup('<a href="{}">{}</a>').format(address, identifier)
        if address
        else Markup("<code>{}</code>").format(identifier)
    )
