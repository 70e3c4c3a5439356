"""The page of a state: what it is, what binds and protects it on a day by kind and partner, its timeline and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from foedera.dates import Day
from foedera.engine import words
from foedera.engine.existence import absence
from foedera.engine.lookup import QuestionError, find_actor
from foedera.engine.standing import standing
from foedera.pictures.holders import unit_name
from foedera.pictures.lifelines import state_lifelines
from foedera.pictures.lifelines_drawing import KINDS as KINDS_OF_SPELL
from foedera.pictures.ties import KINDS, held_on, ties
from foedera.truth import Truth
from foedera.web.errors import lost
from foedera.web.page import Page, PageOf
from foedera.web.pages.lifelines import lifeline_view
from foedera.web.pages.mentions import Mentions, day_asked, today
from foedera.web.pages.sayings import places_of, roles_of, sayings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from foedera.engine.standing import Standing
    from foedera.model.instruments import Force, Instrument, Kind, Provision
    from foedera.model.states import State
    from foedera.model.world import World

router = APIRouter(include_in_schema=False)
_MANY = 60
"""An instrument that holds more states than this is told once, not for each partner."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A clause under which the state owes, or is owed, something on the day.

    Attributes:
        force: legal, political or disputed, as the clause or its instrument has it.
        truth: whether it binds; UNKNOWN hinges on ``hinge``.
        duties: each in words.
        partners: the other states and organs that the instrument holds on the day, if they are not very many.
    """

    instrument: Instrument
    provision: Provision
    force: Force
    truth: Truth
    hinge: str
    duties: tuple[str, ...]
    condition: str
    partners: tuple[str, ...]
    others: int


@router.get("/states/{identifier}")
def state(identifier: str, page: PageOf) -> Response:
    """A state as of a day; without one, as of today or the last day of its existence."""
    found = identifier if identifier in page.world.records.states else _named(page, identifier)
    record = page.world.records.states.get(found)
    if record is None:
        return RedirectResponse(page.links.to(f"/actors/{found}", (("on", page.value("on")),)), 302)
    if found != identifier or not page.value("on"):
        return RedirectResponse(page.links.state(found, page.value("on") or _last_day(record)), 302)
    return _show(page, record)


def _named(page: Page, name: str) -> str:
    """The id of a state, organ or group by a name.

    Raises:
        WebError: nobody, or more than one, is called so.
    """
    try:
        return find_actor(page.world, name)
    except QuestionError as error:
        raise lost(error) from None


def _last_day(record: State) -> str:
    """Today, or the last day on which the state existed for certain."""
    if any(one.until is None for one in record.exists):
        return today()
    return Day.exact(max(one.until.first for one in record.exists if one.until) - 1).text


def _show(page: Page, record: State) -> HTMLResponse:
    day = day_asked(page.value("on"))
    world, say = page.world, Mentions(page, day.text)
    found = standing(world, record.id, day)
    owes = [bond for one in found for bond in _bonds(world, record.id, one, one.owes, day)]
    owed = [bond for one in found for bond in _bonds(world, record.id, one, one.owed, day)]
    return page.show(
        "state.html",
        title=record.name,
        day=day.text,
        say=say,
        one=record,
        exists=max((one.span.contains(day) for one in record.exists), default=Truth.UNKNOWN),
        firm=[one for one in found if one.step.truth is Truth.TRUE],
        doubtful=[one for one in found if one.step.truth is not Truth.TRUE],
        by_kind=by_kind(owes),
        by_partner=_by_partner(world, [*owes, *owed]),
        owed=owed,
        view=lifeline_view(say, state_lifelines(world, record.id), day, f"Timeline of {record.name}"),
        meanings=KINDS_OF_SPELL,
        lines=state_lifelines(world, record.id)[1:],
        absent=absence(world, record.id, day),
        heirs=world.heirs.get(record.id, ()),
        areas=[(unit_name(world, spell.area), spell) for spell in (record.on_map.areas if record.on_map else ())],
        successors=[one.id for one in world.records.states.values() if record.id in one.successor_of],
        **_records(world, record.id),
    )


def _records(world: World, state: str) -> dict[str, Any]:
    """What other records say of a state or organ, and what it says of them."""
    records = world.records
    return {
        "sayings": sayings(world, state),
        "roles": roles_of(world, state),
        "places": places_of(world, state),
        "organs": [one for one in records.actors.values() if state in (*one.attributed_to, one.of)],
        "officials": [one for one in records.officials.values() if any(o.state == state for o in one.offices)],
    }


def _bonds(world: World, state: str, one: Standing, clauses: Sequence[Provision], day: Day) -> Iterator[Bond]:
    partners = _partners(world, one.instrument, state, day)
    few = partners if len(partners) <= _MANY else ()
    for clause in clauses:
        force = clause.binding or one.instrument.binding
        truth, hinge = _stands(one, clause, day, force)
        roles = _roles(state, clause, partners, is_owed=clause in one.owed)
        duties = tuple(words.cast(world, words.duty(world, duty), *roles) for duty in clause.duties)
        said = words.cast(world, words.condition(world, clause.when), *roles)
        yield Bond(one.instrument, clause, force, truth, hinge, duties, said, few, len(partners) - len(few))


def _roles(state: str, clause: Provision, partners: Sequence[str], *, is_owed: bool) -> tuple[str, str]:
    """The obligor and the beneficiary of a clause, each empty where it may be more than one."""
    named = clause.obligors if is_owed else clause.beneficiaries
    alone = partners[0] if len(partners) == 1 and named in {(), tuple(partners)} else ""
    return (alone, state) if is_owed else (state, alone)


def _stands(one: Standing, clause: Provision, day: Day, force: Force) -> tuple[Truth, str]:
    """Whether the clause binds on the day, and in words what leaves that open."""
    truth = min(one.step.truth, clause.span.contains(day))
    leaf = next(one.step.hinges(), None)
    if force == "disputed" and truth is Truth.TRUE:
        return Truth.UNKNOWN, "whether it binds in law is disputed"
    return truth, leaf.statement if leaf else ""


def _partners(world: World, instrument: Instrument, state: str, day: Day) -> tuple[str, ...]:
    """The others whom the instrument holds, or may hold, on the day."""
    held = (one for one in ties(world)[instrument.id].held if one.actor != state)
    return tuple(one.actor for one in held if held_on(one.runs, day) is not Truth.FALSE)


def by_kind(bonds: Sequence[Bond]) -> Mapping[Kind, list[Bond]]:
    """The clauses under the kind by which they are called first; those that bind before those that are open."""
    found: dict[Kind, list[Bond]] = {kind: [] for kind in KINDS}
    for bond in sorted(bonds, key=lambda bond: -bond.truth):
        found[bond.provision.kind[0]].append(bond)
    return {kind: some for kind, some in found.items() if some}


def _by_partner(world: World, bonds: Sequence[Bond]) -> Mapping[str, list[Bond]]:
    """The clauses shared with each partner, partners by name."""
    found: dict[str, list[Bond]] = {}
    for bond in bonds:
        for partner in bond.partners:
            found.setdefault(partner, []).append(bond)
    return dict(sorted(found.items(), key=lambda item: world.name(item[0])))
