"""The corpus' own cases: the question, the findings expected with the reason, and whether the engine gives them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.engine.cases import run_case
from foedera.engine.lookup import plain
from foedera.model.world import supposing
from foedera.render import jsonable
from foedera.web.asking import Asked
from foedera.web.errors import not_found
from foedera.web.packing import pack
from foedera.web.page import PageOf
from foedera.web.pages.mentions import Mentions
from foedera.web.paging import part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model.questions import Ask, Case, Scenario
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
_MAX_TEXT = 200


@router.get("/cases")
def cases(page: PageOf) -> HTMLResponse:
    """The cases, under their files, with a filter by words."""
    text = page.value("text")[:_MAX_TEXT]
    found = [case for case in page.edition.cases if _fits(case, plain(text).split())]
    part, error = part_of(page, len(found))
    return page.show(
        "cases.html",
        title=part.titled("Cases"),
        status=error.status if error else 200,
        text=text,
        by_file=_by_file(part.of(found)),
        numbers=Counter(_file(case) for case in found),
        part=part,
        error=error,
    )


def _by_file(found: Sequence[Case]) -> dict[str, list[Case]]:
    by_file: dict[str, list[Case]] = {}
    for case in found:
        by_file.setdefault(_file(case), []).append(case)
    return by_file


def _file(case: Case) -> str:
    return case.mark.file if case.mark else ""


def _fits(case: Case, wanted: Sequence[str]) -> bool:
    said = " ".join(plain(one) for one in (case.id, case.title, case.why, *map(_named, (case,))))
    return all(word in said for word in wanted)


def _named(case: Case) -> str:
    return " ".join(one for expected in case.expect for one in (expected.obligor, expected.provision) if one)


@router.get("/cases/{identifier}")
def case(identifier: str, page: PageOf) -> HTMLResponse:
    """One case, asked now."""
    found = next((one for one in page.edition.cases if one.id == identifier), None)
    if found is None:
        raise not_found(f"there is no case '{identifier[:80]}'", "the cases are listed at /cases")
    on = found.ask.on.text if found.ask else found.scenario.on.text if found.scenario else ""
    world = supposing(page.world, found.scenario.instruments) if found.scenario else page.world
    return page.show(
        "case.html",
        title=found.title,
        day=on,
        say=Mentions(page, on),
        one=found,
        asked=found.ask or found.scenario,
        name=world.name,
        address=_address(page, found),
        problems=run_case(page.world, found),
    )


def _address(page: Page, found: Case) -> str | None:
    """Where the case's question is asked; None for a scenario that is too long for an address."""
    if found.ask:
        return page.links.to("/ask", _query(found.ask))
    packed = pack(scenario_text(found.scenario)) if found.scenario else None
    return page.links.to("/scenario", (("text", packed),)) if packed else None


def _query(ask: Ask) -> tuple[tuple[str, str], ...]:
    return Asked(
        actor=ask.actor,
        target=ask.target,
        on=ask.on.text,
        event=ask.event,
        at=ask.at or "",
        attacked=ask.attacked or "",
        view=ask.view or "",
        assume=tuple((ask.assume or {}).items()),
        given=tuple((ask.attributes or {}).items()),
        without=ask.without,
    ).query()


def scenario_text(scenario: Scenario) -> str:
    """A scenario as the text of a scenario file (JSON, which is YAML)."""
    record = {name: value for name, value in jsonable.record(scenario).items() if name != "mark"}
    return json.dumps({"kind": "scenario", **record}, ensure_ascii=False, indent=1)
