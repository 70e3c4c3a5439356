"""The page of a clause: condition as a sentence and a tree, duties, areas, who is bound by it, versions, cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from foedera.engine import words
from foedera.engine.areas import has_area
from foedera.engine.compare import find_clause
from foedera.engine.lookup import QuestionError
from foedera.engine.standing import quiet
from foedera.law.force import in_force
from foedera.render.citations import of
from foedera.truth import Truth
from foedera.web.errors import lost
from foedera.web.page import Page, PageOf
from foedera.web.pages.clauses import areas_read, cases_of, clause_in_words, condition_tree, in_role, versions
from foedera.web.pages.mentions import Mentions, day_asked, today
from foedera.web.pages.treaty import find_treaty

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Provision

router = APIRouter(include_in_schema=False)


@router.get("/treaties/{identifier}/{article:path}")
def clause(identifier: str, article: str, page: PageOf) -> Response:
    """A clause as of a day; without one, as of today. Without a version, the one that stands on the day."""
    on = page.value("on") or today()
    found = _find(page, find_treaty(page, identifier), article, on)
    if found.id != f"{identifier}/{article}" or not page.value("on"):
        return RedirectResponse(page.links.clause(found.id, on), 302)
    return _show(page, *page.world.provisions[found.id])


def _find(page: Page, instrument: Instrument, article: str, on: str) -> Provision:
    """The clause; of several versions of one article the first that stands on the day, else the latest.

    Raises:
        WebError: there is none, or the day is not one.
    """
    name = f"{instrument.id}/{article}"
    if name in page.world.provisions:
        return page.world.provisions[name][1]
    day = day_asked(on)
    try:
        latest = find_clause(page.world, name)[1]
    except QuestionError as error:
        raise lost(error) from None
    if "@" in article:
        return latest
    return next((one for one in versions(instrument, article) if one.span.contains(day) is Truth.TRUE), latest)


def _show(page: Page, instrument: Instrument, provision: Provision) -> HTMLResponse:
    day = day_asked(page.value("on"))
    setting, say = quiet(page.world, day), Mentions(page, day.text)
    return page.show(
        "clause.html",
        title=words.clause(instrument, provision),
        day=day.text,
        say=say,
        one=clause_in_words(setting, instrument, provision),
        force=in_force(setting, instrument),
        tree=condition_tree(say, instrument, provision.when),
        areas=areas_read(instrument, provision),
        obligors=in_role(page.world, instrument, provision, day, "obligor"),
        beneficiaries=in_role(page.world, instrument, provision, day, "beneficiary"),
        versions=versions(instrument, provision.article),
        limiting=[one for one in page.world.provisions if provision.id in page.world.provisions[one][1].limits],
        cases=cases_of(page.edition.cases, provision.id),
        sources=of(page.edition.treaties, provision.id),
        has_area=has_area(page.world, provision.id, day),
    )
