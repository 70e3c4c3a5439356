"""What-if: an answer with and without a treaty, a clause, or records of one's own, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from foedera.engine.differences import differences
from foedera.render.summary import summarise
from foedera.web.asking import put, read_asked, supposing_text
from foedera.web.errors import WebError
from foedera.web.packing import pack, unpack
from foedera.web.page import PageOf
from foedera.web.pages.ask import BUCKETS, bucketed, form, headline, show_refused
from foedera.web.pages.derivation import cited
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from foedera.engine.differences import Change
    from foedera.model.answers import Finding
    from foedera.render.summary import Group, Summary
    from foedera.web.asking import Answered, Asked
    from foedera.web.page import Page

router = APIRouter(include_in_schema=False)
EXAMPLE = """\
# A treaty that does not exist: what would it change?
kind: treaty
id: imagined-pact
title: An imagined pact of mutual defence
binding: legal
parties:
  - state: POL
  - state: RUS
signed: {on: 2024-01-01}
in_force: {on: 2024-06-01}
ends: indefinite
sources: [imagined]
confidence: memory
references:
  imagined: {type: tertiary, title: Imagined for this question}
provisions:
  - article: 1
    kind: [defence]
    summary: If one party is attacked, the other helps it by every means.
    when: {armed_attack: {on: beneficiary, by: any_state}}
    duties:
      - {who: obligor, must: give_military_assistance, to: beneficiary, extent: all_means}
    sources: [imagined]
    confidence: memory
"""
"""Records that someone may suppose, as the form shows them."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two answers."""

    title: str
    answered: Answered
    summary: Summary
    buckets: dict[str, list[Group]]
    changed: frozenset[int]

    def is_changed(self, group: Group) -> bool:
        """Whether a finding of the group differs from the other side."""
        return any(id(one) in self.changed for one in group.findings)


@router.get("/what-if")
def what_if(page: PageOf) -> HTMLResponse:
    """The two answers, or the form that asks for them."""
    asked = read_asked(page.values())
    if not asked.is_begun:
        return _form_only(page, asked)
    try:
        return _beside(page, asked)
    except WebError as error:
        return show_refused(
            page, "what_if.html", "What if", asked, error, sides=None, text=_unpacked(asked), example=EXAMPLE
        )


@router.post("/what-if")
def suppose(page: PageOf, text: Annotated[str, Form(max_length=200_000)] = "") -> Response:
    """The same with records that were written into the form: checked, then put into the address."""
    asked = read_asked(page.values())
    if not text.strip():
        return RedirectResponse(page.links.to("/what-if", replace(asked, supposed="").query()), 303)
    try:
        packed = _packed(page, text)
    except WebError as error:
        return page.show(
            "what_if.html",
            example=EXAMPLE,
            title="What if",
            status=error.status,
            keep=NEVER,
            asked=asked,
            form=form(page, asked),
            sides=None,
            error=error,
            text=text,
        )
    return RedirectResponse(page.links.to("/what-if", replace(asked, supposed=packed).query()), 303)


def _packed(page: Page, text: str) -> str:
    """The text for the address, checked against the corpus.

    Raises:
        WebError: it has problems, or is too long.
    """
    supposing_text(page.edition.treaties, text)
    packed = pack(text)
    if packed is None:
        raise WebError("the text is too long for an address", "leave out what the question does not need", status=413)
    return packed


def _form_only(page: Page, asked: Asked) -> HTMLResponse:
    return page.show(
        "what_if.html",
        title="What if",
        asked=asked,
        form=form(page, asked),
        sides=None,
        text=_unpacked(asked),
        example=EXAMPLE,
    )


def _unpacked(asked: Asked) -> str:
    """The text that the address carries, for the form; empty where it is broken."""
    try:
        return unpack(asked.supposed) if asked.supposed else ""
    except WebError:
        return ""


def _beside(page: Page, asked: Asked) -> HTMLResponse:
    after = put(page.edition, asked, page.settings.budget)
    before = put(page.edition, replace(asked, without=(), supposed=""), page.settings.budget)
    changes = differences(before.answer, after.answer)
    return page.show(
        "what_if.html",
        example=EXAMPLE,
        title=f"What if: {headline(after)}",
        day=after.asked.on,
        asked=after.asked,
        form=form(page, after.asked),
        sides=(
            _side("As the record stands", before, changes, [one.before for one in changes]),
            _side("As supposed", after, changes, [one.after for one in changes]),
        ),
        changes=changes,
        meanings=BUCKETS,
        text=_unpacked(asked),
        cited=lambda identifier: cited(after.world, page.links, identifier, after.asked.on),
        supposed=after.world,
        candidates=_candidates(before),
        drop=lambda identifier: page.links.to("/what-if", replace(after.asked, without=(identifier,)).query()),
    )


def _side(title: str, answered: Answered, changes: tuple[Change, ...], own: list[Finding | None]) -> Side:
    summary = summarise(answered.world, answered.answer)
    keys = {_key(one) for one in own if one is not None} if changes else set()
    changed = frozenset(id(one) for one in answered.answer.findings if _key(one) in keys)
    return Side(title, answered, summary, bucketed(summary), changed)


def _key(one: Finding) -> tuple[str, str, str, str, str]:
    return one.provision.id, one.duty.modality, one.act, one.obligor or one.group or "", one.beneficiary


def _candidates(answered: Answered) -> list[tuple[str, str]]:
    """The instruments on which the answer rests, by id and title: those whose loss would change something."""
    live = [one.instrument for one in answered.answer.findings if one.status != "not_due"]
    return list(dict.fromkeys((one.id, one.title) for one in live))
