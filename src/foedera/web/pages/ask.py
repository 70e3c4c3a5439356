"""Ask: a question in a form, its answer with every derivation, and switches for what it hinges on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from foedera.engine.attributes import vocabulary
from foedera.engine.differences import differences
from foedera.engine.lookup import QuestionError
from foedera.engine.question import TARGETS
from foedera.model.states import METROPOLITAN
from foedera.render.summary import summarise
from foedera.web.asking import Asked, check_length, put, read_asked, roles_of
from foedera.web.errors import WebError, refused
from foedera.web.page import Page, PageOf
from foedera.web.pages.derivation import cited, derivation
from foedera.web.pages.switches import Board

if TYPE_CHECKING:
    from foedera.engine.differences import Change
    from foedera.render.summary import Group, Summary
    from foedera.web.asking import Answered

router = APIRouter(include_in_schema=False)
BUCKETS = {
    "must": ("Must", "due: in force, binding, its condition met, nothing superior against it"),
    "should": ("Should", "expected under a political or recommending text, no legal duty"),
    "may": ("May", "a liberty that is available"),
    "must_not": ("Must not", "a prohibition that applies"),
    "arguable": ("Arguable", "it turns on something disputed or unknown"),
    "barred": ("Barred", "promised, but a superior norm forbids it"),
    "not_due": ("Not due", "tested, and a condition fails"),
}


@router.get("/ask")
def ask(page: PageOf) -> HTMLResponse:
    """The form, and below it the answer if a question was asked."""
    asked = read_asked(page.values())
    if not asked.is_begun:
        return page.show("ask.html", title="Ask", asked=asked, form=form(page, asked), answered=None)
    try:
        answered = put(page.edition, asked, page.settings.budget, every=page.value("all") == "1")
        return _answer(page, answered)
    except WebError as error:
        return show_refused(page, "ask.html", "Ask", asked, error)


def show_refused(page: Page, template: str, title: str, asked: Asked, error: WebError, **context: Any) -> HTMLResponse:
    """The form again, with what is wrong with the question."""
    given = {"asked": asked, "form": form(page, asked), "answered": None, "drawn": None, "error": error, **context}
    given["instead"] = _instead(page, asked, error)
    return page.show(template, title=title, status=error.status, **given)


def _instead(page: Page, asked: Asked, error: WebError) -> list[tuple[str, str]]:
    """The question with a state that existed on its day: its name, and the address."""
    wrong, others = error.instead
    named = [role for role in ("actor", "target") if wrong and _is_called(page, getattr(asked, role), wrong)]
    return [(page.world.name(one), page.here(**{role: one})) for role in named for one in others]


def _is_called(page: Page, name: str, state: str) -> bool:
    try:
        return page.edition.treaties.state(name) == state
    except QuestionError:
        return False


def _answer(page: Page, answered: Answered) -> HTMLResponse:
    world, asked, links = answered.world, answered.asked, page.links
    every, only = page.value("all") == "1", _only(page, answered)
    findings = [one for one in answered.answer.findings if not only or one.obligor == only]
    found = replace(answered.answer, findings=tuple(findings)) if only else answered.answer
    summary = summarise(world, found, every=every or bool(only))
    return page.show(
        "ask.html",
        title=headline(answered),
        day=asked.on,
        asked=asked,
        form=form(page, asked),
        answered=answered,
        only=only,
        bound=_bound(answered),
        summary=summary,
        buckets=bucketed(summary),
        switches=tuple(_board(page, answered).switches(answered.answer, summary)),
        changes=_changes(page, answered),
        meanings=BUCKETS,
        because=lambda group: derivation(world, links, group.first.derivation, asked.on),
        cited=lambda identifier: cited(world, links, identifier, asked.on),
        own=lambda group: own_addresses(page, answered, group),
        to=lambda path, **more: links.to(path, (*asked.query(), *more.items())),
    )


def _bound(answered: Answered) -> list[tuple[str, str]]:
    """The states of which the answer has findings, by id and name, in the order of the names."""
    states = {one.obligor for one in answered.answer.findings if one.obligor}
    return sorted(((one, answered.world.name(one)) for one in states), key=lambda pair: pair[1])


def _only(page: Page, answered: Answered) -> str:
    """The one state whose findings are asked for, or empty.

    Raises:
        WebError: there is no such state.
    """
    name = page.value("obligor")
    try:
        return answered.treaties.state(name) if name else ""
    except QuestionError as error:
        raise refused(error) from None


def headline(answered: Answered) -> str:
    """The question as a title."""
    event = answered.answer.question.events[0]
    away = [place for place in event.at if not place.endswith(f"/{METROPOLITAN}")]
    where = f" at {' and '.join(map(answered.world.name, away))}" if away else ""
    return f"{event.title}{where}, {answered.answer.question.on}"


def bucketed(summary: Summary) -> dict[str, list[Group]]:
    """The groups under must, should, may, must not, arguable, barred, not due, in this order.

    Raises:
        WebError: their derivations are too long to be shown together.
    """
    check_length(group.first for clusters in summary.sections.values() for cluster in clusters for group in cluster)
    found: dict[str, list[Group]] = {name: [] for name in BUCKETS}
    for modality, clusters in summary.sections.items():
        for group in (group for cluster in clusters for group in cluster):
            status = group.first.status
            found[status if status in found else modality].append(group)
    return {name: groups for name, groups in found.items() if groups}


def own_addresses(page: Page, answered: Answered, group: Group) -> list[tuple[str, str]]:
    """For a group of several states: each by name, with the address of its own findings and derivations."""
    states = dict.fromkeys(one.obligor for one in group.findings if one.obligor)
    if len(states) < 2:  # noqa: PLR2004 - one alone stands on the page
        return []
    query = answered.asked.query()
    return [(answered.world.name(one), page.links.to("/ask", (*query, ("obligor", one)))) for one in states]


def _board(page: Page, answered: Answered) -> Board:
    asked = answered.asked
    return Board(
        answered.world,
        dict(asked.assume),
        lambda atom, value: page.links.to("/ask", asked.switched(atom, value).query()),
    )


def _changes(page: Page, answered: Answered) -> tuple[Change, ...] | None:
    """What the switches have changed; None where nothing is switched."""
    if not answered.asked.assume:
        return None
    plain = put(page.edition, replace(answered.asked, assume=()), page.settings.budget)
    return differences(plain.answer, answered.answer)


@dataclass(frozen=True, slots=True)
class Form:
    """What the form offers.

    Attributes:
        given: attributes with their values, as ``item:heavy``; of a free one the name alone, as ``sent_by:``.
    """

    events: tuple[tuple[str, str, str], ...]
    places: tuple[tuple[str, str], ...]
    targets: tuple[str, ...]
    roles: tuple[str, str]
    given: tuple[str, ...]


def form(page: Page, asked: Asked) -> Form:
    """The choices of the form, with the names of the two roles of the kind of event."""
    records = page.world.records
    kind = roles_of(page.world, asked.event)
    events = tuple((one.id, one.actor, one.target) for one in sorted(records.event_kinds.values(), key=lambda k: k.id))
    places = tuple(sorted(((one.id, one.name) for one in records.places.values()), key=lambda pair: pair[1]))
    given = tuple(f"{name}:{value}" for name, known in vocabulary(page.world).items() for value in known or ("",))
    return Form(events, places, TARGETS, (kind.actor, kind.target), given)
