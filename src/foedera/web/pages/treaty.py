"""The page of an instrument: its dates and parties, status on a day, clauses, relations, sources, cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from foedera.engine.lookup import QuestionError
from foedera.engine.standing import quiet
from foedera.law.facts import opinion
from foedera.law.force import in_force
from foedera.pictures.lifelines import treaty_lifelines
from foedera.render.citations import of
from foedera.truth import Truth
from foedera.web.errors import lost
from foedera.web.page import Page, PageOf
from foedera.web.pages.clauses import Member, cases_of, clause_in_words, members
from foedera.web.pages.lifelines import lifeline_view
from foedera.web.pages.mentions import Mentions, day_asked, to_today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.law.setting import Setting
    from foedera.model.answers import Dispute
    from foedera.model.instruments import Instrument, Party, Suspension
    from foedera.model.world import World

router = APIRouter(include_in_schema=False)
_RELATIONS = (
    ("supersedes", "Supersedes", "Superseded by"),
    ("amends", "Amends", "Amended by"),
    ("yields_to", "Yields by its own terms to", "Yield to it by their own terms"),
    ("without_prejudice_to", "Without prejudice to", "Left untouched by"),
    ("under", "Adopted under", "Basis of"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of parties.

    Attributes:
        party: the record; None for a state that stands in by continuing a party.
        member: whether the state is bound on the day.
    """

    state: str
    party: Party | None
    member: Member


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension on record that runs, or may run, on the day.

    Attributes:
        dispute: who asserts and who denies by then that the instrument has effect.
    """

    record: Suspension
    dispute: Dispute


@router.get("/treaties/{identifier}")
def treaty(identifier: str, page: PageOf) -> Response:
    """An instrument as of a day; without one, as of today."""
    instrument = find_treaty(page, identifier)
    if instrument.id != identifier:
        return RedirectResponse(page.links.treaty(instrument.id, page.value("on")), 302)
    if not page.value("on"):
        return to_today(page)
    return _show(page, instrument)


def find_treaty(page: Page, name: str) -> Instrument:
    """An instrument by id, or by a name that it alone has.

    Raises:
        WebError: there is none.
    """
    try:
        return page.edition.treaties.instrument(name)
    except QuestionError as error:
        raise lost(error) from None


def _show(page: Page, instrument: Instrument) -> HTMLResponse:
    day = day_asked(page.value("on"))
    setting, say = quiet(page.world, day), Mentions(page, day.text)
    found = members(setting, instrument)
    return page.show(
        "treaty.html",
        title=instrument.title,
        day=day.text,
        say=say,
        one=instrument,
        force=in_force(setting, instrument),
        pauses=tuple(_pauses(setting, instrument)),
        rows=tuple(_rows(instrument, found)),
        firm=[one.state for one in found if one.truth is Truth.TRUE],
        doubtful=[one for one in found if one.truth is Truth.UNKNOWN],
        clauses=[clause_in_words(setting, instrument, provision) for provision in instrument.provisions],
        relations=relations(page.world, instrument),
        cases=cases_of(page.edition.cases, instrument.id),
        signers=[one.id for one in page.world.records.officials.values() if instrument.id in one.signed],
        events=[one for one in page.world.records.events.values() if _is_about(one.about, instrument.id)],
        sources=of(page.edition.treaties, instrument.id),
        view=lifeline_view(say, treaty_lifelines(page.world, instrument), day, f"Parties to {instrument.title}"),
    )


def _rows(instrument: Instrument, found: tuple[Member, ...]) -> Iterator[Row]:
    """The records of the parties, then the states that stand in for one."""
    by_state = {one.state: one for one in found}
    for party in instrument.parties:
        yield Row(party.state, party, by_state[party.state])
    recorded = {party.state for party in instrument.parties}
    for one in found:
        if one.state not in recorded:
            yield Row(one.state, None, one)


def _pauses(setting: Setting, instrument: Instrument) -> Iterator[Pause]:
    for one in instrument.suspensions:
        if one.span.contains(setting.day) is not Truth.FALSE:
            yield Pause(one, opinion(setting, one.positions, "in_force")[1])


def relations(world: World, instrument: Instrument) -> Mapping[str, tuple[str, ...]]:
    """How it stands to other instruments and clauses, both ways, in words."""
    found: dict[str, tuple[str, ...]] = {}
    for field, forth, back in _RELATIONS:
        others = (one for one in world.records.instruments.values() if _is_about(getattr(one, field), instrument.id))
        found[forth] = tuple(getattr(instrument, field))
        found[back] = tuple(one.id for one in others)
    found["Adopted by"] = (instrument.adopted_by,) if instrument.adopted_by else ()
    return {words: ids for words, ids in found.items() if ids}


def _is_about(names: tuple[str, ...], identifier: str) -> bool:
    """Whether one of the names is the instrument or a clause of it."""
    return any(name.partition("/")[0] == identifier for name in names)
