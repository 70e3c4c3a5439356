"""Scenario: several dated events, positions and supposed treaties as YAML, and the answer at an address of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from foedera.engine.differences import differences
from foedera.render.summary import summarise
from foedera.web.asking import read_asked
from foedera.web.errors import WebError
from foedera.web.packing import pack, unpack
from foedera.web.page import Page, PageOf
from foedera.web.pages.ask import BUCKETS, bucketed
from foedera.web.pages.derivation import cited, derivation
from foedera.web.pages.sent import SentOf
from foedera.web.pages.switches import Board
from foedera.web.scenarios import MAX_EVENTS_WHOLE, pose
from foedera.web.serving.delivery import NEVER, PAGE

if TYPE_CHECKING:
    from foedera.engine.differences import Change
    from foedera.model.instruments import Known
    from foedera.render.summary import Group
    from foedera.web.scenarios import Posed

router = APIRouter(include_in_schema=False)
_TITLE = "Ask a scenario"
_SHOWN = 2_000
"""Lines of a text with problems that are shown."""
EXAMPLES = {
    "kursk": (
        "The attack of August 2024, and a request for help",
        """kind: scenario
title: The attack of August 2024, and a request for help after the treaty was in force
on: 2024-12-10
view: RUS
events:
  - type: armed_attack
    roles: {attacker: [UKR], victim: [RUS]}
    since: 2024-08-06
    at: [kursk]
    attributes: {scale: large}
  - type: request_for_help
    roles: {requester: [RUS], addressee: [PRK]}
    since: 2024-12-09
""",
    ),
    "coalition": (
        "Two states attack together",
        """kind: scenario
title: Two states attack together, and it is taken for a state of war
on: 2025-06-01
events:
  - type: armed_attack
    roles: {attacker: [USA, JPN], victim: [PRK]}
    attributes: {scale: large}
assume: {state_of_war: 'true'}
""",
    ),
}
"""Scenarios to begin with: name to title and text."""


@router.get("/scenario")
def scenario(page: PageOf) -> Response:
    """The answer to the scenario in the address, or the form."""
    packed = page.value("text")
    if packed:
        return _asked(page, unpack(packed), packed)
    example = EXAMPLES.get(page.value("example"))
    return _form(page, example[1] if example else "")


@router.post("/scenario")
def ask(page: PageOf, sent: SentOf) -> Response:
    """The scenario is checked, then put into the address; one that is too long for that is answered at once."""
    text = sent.fields.get("text", "").replace("\r\n", "\n")
    packed = pack(text)
    if not text.strip():
        return _form(page, "", WebError("there is no scenario", "write one, or begin with an example"), keep=NEVER)
    if packed:
        return RedirectResponse(page.links.to("/scenario", (("text", packed),)), 303, {"Cache-Control": NEVER})
    return _asked(page, text, "")


def _asked(page: Page, text: str, packed: str) -> Response:
    keep = PAGE if packed else NEVER
    try:
        assume = _assumed(page)
        posed = pose(page.edition, text, page.settings.budget, assume=assume, every=page.value("all") == "1")
        plain = pose(page.edition, text, page.settings.budget) if assume else None
    except WebError as error:
        return _form(page, text, error, keep=keep)
    changes = differences(plain.answer, posed.answer) if plain else None
    return _answer(page, posed, text, changes, keep=keep)


def _assumed(page: Page) -> dict[str, Known]:
    """The switches in the address; what they may be is checked with the scenario."""
    pairs = read_asked({"assume": page.values().get("assume", ())}).assume
    return {name: value for name, value in pairs}  # type: ignore[misc]  # noqa: C416 - see the docstring


def _form(page: Page, text: str, error: WebError | None = None, *, keep: str = PAGE) -> Response:
    marked = {one.mark.line: one.code for one in error.problems if one.mark} if error else {}
    return page.show(
        "scenario.html",
        title=_TITLE,
        status=error.status if error else 200,
        keep=keep,
        text=text,
        lines=text.split("\n")[:_SHOWN] if marked else [],
        marked=marked,
        error=error,
        examples=EXAMPLES,
        kinds=sorted(page.world.records.event_kinds.values(), key=lambda one: one.id),
        answered=None,
    )


def _answer(page: Page, posed: Posed, text: str, changes: tuple[Change, ...] | None, *, keep: str) -> Response:
    world, day, only = posed.world, str(posed.answer.question.on), page.value("obligor")
    findings = tuple(one for one in posed.answer.findings if not only or one.obligor == only)
    summary = summarise(world, replace(posed.answer, findings=findings), every=bool(only) or page.value("all") == "1")
    board = Board(world, dict(_assumed(page)), lambda atom, value: _switched(page, atom, value))
    has_address = bool(page.value("text"))
    return page.show(
        "scenario.html",
        title=_headline(posed),
        day=day,
        keep=keep,
        text=text,
        error=None,
        answered=posed,
        has_address=has_address,
        has_whole=len(posed.scenario.events) <= MAX_EVENTS_WHOLE,
        only=only,
        summary=summary,
        buckets=bucketed(summary),
        switches=tuple(board.switches(posed.answer, summary)) if has_address else (),
        changes=changes,
        meanings=BUCKETS,
        because=lambda group: derivation(world, page.links, group.first.derivation, day),
        cited=lambda identifier: cited(world, page.links, identifier, day),
        own=lambda group: _own(page, posed, group) if has_address else [],
    )


def _headline(posed: Posed) -> str:
    """The title of the scenario, or its events."""
    question = posed.answer.question
    return f"{posed.scenario.title or '; '.join(one.title for one in question.events[:3])}, {question.on}"


def _switched(page: Page, atom: str, value: str) -> str:
    """The address of this view with an assumption switched; an empty value takes the switch back."""
    kept = [(name, one) for name, one in page.query if name != "assume"]
    now = {**_assumed(page), atom: value}
    return page.links.to("/scenario", (*kept, *(("assume", f"{key}:{one}") for key, one in now.items() if one)))


def _own(page: Page, posed: Posed, group: Group) -> list[tuple[str, str]]:
    """For a group of several states: each by name, with the address of its own findings and derivations."""
    states = dict.fromkeys(one.obligor for one in group.findings if one.obligor)
    return [(posed.world.name(one), page.here(obligor=one)) for one in states] if len(states) > 1 else []
