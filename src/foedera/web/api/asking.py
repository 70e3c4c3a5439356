"""The questions of the API: who must, may or must not do what, in short form or as a scenario; and what if."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from foedera.engine.differences import differences
from foedera.render import formats, jsonable
from foedera.web.api.bodies import JSON, Body, BodyOf, taken
from foedera.web.api.models import (
    Actor,
    Assume,
    At,
    Attacked,
    Derivations,
    EventKind,
    Every,
    Given,
    On,
    Packed,
    Target,
    View,
    Without,
    reply,
    send,
)
from foedera.web.api.shapes import record
from foedera.web.asking import Asked, check_length, put, read_asked
from foedera.web.errors import WebError
from foedera.web.page import PageOf
from foedera.web.scenarios import pose
from foedera.web.serving.delivery import NEVER

_EXAMPLE_JSON = {
    "kind": "scenario",
    "on": "2025-01-01",
    "events": [{"type": "arms_transfer", "roles": {"supplier": ["PRK"], "recipient": ["RUS"]}}],
}
_SCENARIO = record("kind", "on", "events", says="A scenario; /schemas/scenario has its JSON Schema.")
router = APIRouter(tags=["Questions"])
_YAML = ("application/yaml", "text/yaml", "application/x-yaml")
_EXAMPLE = """kind: scenario
on: 2025-01-01
events:
  - type: arms_transfer
    roles: {supplier: [PRK], recipient: [RUS]}
    attributes: {item: heavy}
"""


def _asked(
    actor: Actor,
    target: Target,
    on: On,
    event: EventKind = "armed_attack",
    at: At = "",
    attacked: Attacked = "",
    view: View = "",
    assume: Assume = [],  # noqa: B006 - the framework copies it
    given: Given = [],  # noqa: B006
    without: Without = [],  # noqa: B006
    with_: Packed = "",
) -> Asked:
    single = {"actor": actor, "target": target, "on": on, "event": event, "at": at, "attacked": attacked, "view": view}
    values = {name: [value] for name, value in {**single, "with": with_}.items()}
    return read_asked({**values, "assume": assume, "given": given, "without": without})


AskedOf = Annotated[Asked, Depends(_asked)]


@router.get("/ask", summary="Ask a question", responses=reply("answer", "The answer, as `foedera.answer/1`."))
def ask(page: PageOf, asked: AskedOf, every: Every = False, derivations: Derivations = True) -> JSONResponse:  # noqa: FBT002
    """Who must, may or must not do what if one state does this to another on a day, under which clause and why."""
    found = put(page.edition, asked, page.settings.budget, every=every)
    if derivations:
        check_length(found.answer.findings)
    return send(jsonable.answer(found.world, found.answer, derivations=derivations))


@router.post(
    "/ask",
    summary="Ask about a scenario",
    responses=reply("answer", "The answer, as `foedera.answer/1`.", is_post=True),
    openapi_extra=taken(
        **{
            "application/yaml": {"schema": {}, "example": _EXAMPLE},
            JSON: {"schema": _SCENARIO, "example": _EXAMPLE_JSON},
        }
    ),
)
def ask_scenario(
    page: PageOf,
    body: BodyOf,
    assume: Assume = [],  # noqa: B006
    every: Every = False,  # noqa: FBT002
    derivations: Derivations = True,  # noqa: FBT002
) -> JSONResponse:
    """Several dated events, positions on them, and treaties supposed: a record of the kind `scenario`.

    It stipulates only what it says. It is checked as a corpus file is, in YAML or in JSON. Nothing of it is kept.
    It may have 20 events, 2 with `all`; and derivations of more than 150,000 steps together are not sent.
    """
    body.check((*_YAML, JSON))
    switched: dict[str, Any] = dict(read_asked({"assume": assume}).assume)
    found = pose(page.edition, _text(body), page.settings.budget, assume=switched, every=every)
    if derivations:
        check_length(found.answer.findings)
    return send(jsonable.answer(found.world, found.answer, derivations=derivations), keep=NEVER)


def _text(body: Body) -> str:
    """The scenario as YAML: JSON is YAML but for tabs, which only stand between its values."""
    text = body.text()
    return text.replace("\t", " ") if body.media_type == JSON else text


@router.get("/what-if", summary="Ask what a supposition changes", responses=reply("what-if", "Both answers."))
def what_if(page: PageOf, asked: AskedOf, derivations: Derivations = False) -> JSONResponse:  # noqa: FBT002
    """The answer as the record stands, the answer without or with the records named, and every status that differs.

    `without` or `with` says what is supposed. Switched assumptions hold in both answers.
    """
    if not (asked.without or asked.supposed):
        raise WebError("nothing is supposed", "name what to leave out with 'without', or send records in 'with'")
    after = put(page.edition, asked, page.settings.budget)
    before = put(page.edition, replace(asked, without=(), supposed=""), page.settings.budget)
    changes = differences(before.answer, after.answer)
    if derivations:
        check_length((*before.answer.findings, *after.answer.findings))
    first, second = ((one.world, one.answer) for one in (before, after))
    return send(formats.what_if(first, second, changes, derivations=derivations))
