"""The questions of the API: who must, may or must not do what, in short form or as a scenario; and what if."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from foedera.api import Treaties
from foedera.corpus.load import CorpusError
from foedera.corpus.suppose import read_scenario_text
from foedera.engine.differences import differences
from foedera.engine.lookup import QuestionError
from foedera.engine.question import from_scenario
from foedera.law.setting import StepBudgetError
from foedera.model.world import supposing
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
from foedera.web.api.problem import as_question
from foedera.web.api.shapes import record
from foedera.web.asking import Asked, put, read_asked
from foedera.web.delivery import NEVER
from foedera.web.errors import WebError
from foedera.web.page import Page, PageOf

if TYPE_CHECKING:
    from foedera.model.answers import Answer
    from foedera.model.questions import Scenario
    from foedera.model.world import World

_EXAMPLE_JSON = {
    "kind": "scenario",
    "on": "2025-01-01",
    "events": [{"type": "arms_transfer", "roles": {"supplier": ["PRK"], "recipient": ["RUS"]}}],
}
_SCENARIO = record("kind", "on", "events", says="A scenario; /schemas/scenario has its JSON Schema.")
router = APIRouter(tags=["Questions"])
_YAML = ("application/yaml", "text/yaml", "application/x-yaml")
_SENT = "scenario.yaml"
"""How problems call a scenario that was posted."""
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
    view: View = "",
    assume: Assume = [],  # noqa: B006
    without: Without = [],  # noqa: B006
    every: Every = False,  # noqa: FBT002
    derivations: Derivations = True,  # noqa: FBT002
) -> JSONResponse:
    """Several dated events, positions on them, and treaties supposed: a record of the kind `scenario`.

    It stipulates only what it says. It is checked as a corpus file is, in YAML or in JSON. Nothing of it is kept.
    """
    body.check((*_YAML, JSON))
    asked = read_asked({"view": [view], "assume": assume, "without": without})
    scenario = _with(_read(body, page.world), asked)
    world, answer = _answer(page, scenario, every=every)
    return send(jsonable.answer(world, answer, derivations=derivations), keep=NEVER)


def _read(body: Body, world: World) -> Scenario:
    """The scenario of a body.

    Raises:
        WebError: it is none, or has problems, which it carries.
    """
    text = body.text()
    try:
        return read_scenario_text(text.replace("\t", " ") if body.media_type == JSON else text, _SENT, world)
    except CorpusError as error:
        message, hint = "the scenario has errors", "they are listed with their places"
        raise WebError(message, hint, kind="corpus", problems=error.problems) from None


def _with(scenario: Scenario, asked: Asked) -> Scenario:
    """The scenario with the view, switches and omissions of the address on top of its own."""
    switched: dict[str, Any] = {**(scenario.assume or {}), **dict(asked.assume)}
    without = (*scenario.without, *asked.without)
    return replace(scenario, view=asked.view or scenario.view, assume=switched, without=without)


def _answer(page: Page, scenario: Scenario, *, every: bool) -> tuple[World, Answer]:
    """The answer to a scenario, and the records that gave it.

    Raises:
        WebError: something in it is not known, or it is too much work.
    """
    budget = page.settings.budget
    world = supposing(page.world, scenario.instruments)
    try:
        return world, Treaties(world).answer(from_scenario(world, scenario), every=every, budget=budget)
    except QuestionError as error:
        raise as_question(error) from None
    except StepBudgetError:
        hint = f"a question may take {budget:,} clause evaluations here; the command line has no such bound"
        raise WebError("the question is too much work", hint, status=422, kind="step-budget") from None


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
    first, second = ((one.world, one.answer) for one in (before, after))
    return send(formats.what_if(first, second, changes, derivations=derivations))
