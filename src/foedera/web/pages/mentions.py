"""What a page says of other records: links by name, sources, days and spans in words, places in the corpus text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi.responses import RedirectResponse
from markupsafe import Markup, escape

from foedera.dates import Day, DayError
from foedera.engine import words
from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.web.errors import refused
from foedera.web.pages.derivation import cited, derivation, placed
from foedera.web.serving.delivery import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.dates import Span
    from foedera.model.answers import Step
    from foedera.model.instruments import Instrument
    from foedera.model.world import World
    from foedera.problems import Mark
    from foedera.web.page import Page

_DOCTRINE = "doctrine:"
_WRITTEN_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
CONFIDENCE = {"verified": "verified", "partly_verified": "partly verified", "memory": "from memory"}
"""How far a statement was checked, in words."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """How one page speaks of other records.

    Attributes:
        on: the day that the page is of; links to other records keep it.
    """

    page: Page
    on: str = ""

    def cited(self, identifier: str) -> Markup:
        """An id as a link."""
        return cited(self.page.world, self.page.links, identifier, self.on)

    def named(self, identifier: str) -> Markup:
        """The name of a record as a link to it."""
        bare = identifier.removeprefix(_DOCTRINE)
        address = self.page.links.record(self.page.world, bare, self.on)
        name = title_of(self.page.world, bare)
        return Markup('<a href="{}">{}</a>').format(address, name) if address else Markup("{}").format(name)

    def listed(self, identifiers: Iterable[str]) -> Markup:
        """Names of records as links, with commas."""
        return Markup(", ").join(map(self.named, identifiers))

    def who(self, who: str) -> Markup:
        """A role, set or actor of a clause; an actor is a link."""
        world = self.page.world
        if who in world.records.states or who in world.records.actors:
            return self.named(who)
        if who.startswith("party:"):
            return Markup("a party to {}").format(self.named(who[6:]))
        return Markup("{}").format(words.who(world, who))

    def everyone(self, whos: Iterable[str]) -> Markup:
        """Several roles, sets or actors; none at all means the parties."""
        return Markup(", ").join(map(self.who, whos)) or Markup("the parties")

    def sources(self, names: Iterable[str], instrument: Instrument | None = None) -> Markup:
        """Sources as links; those of an instrument stand on its own page."""
        own = (instrument.references if instrument else None) or {}
        found = (f"{instrument.id}#{name}" if instrument and name in own else name for name in names)
        return Markup(", ").join(self._source(name) for name in found)

    def _source(self, name: str) -> Markup:
        address = self.page.links.record(self.page.world, name, self.on)
        said = name.rpartition("#")[2]
        return Markup('<a href="{}">{}</a>').format(address, said) if address else Markup("{}").format(said)

    def text(self, mark: Mark | None) -> Markup:
        """The place in the corpus text, as a link; of imported data, in words only."""
        return placed(self.page.links, mark) if mark else Markup("")

    def reasons(self, step: Step, *, is_open: bool = True) -> Markup:
        """A derivation as a list that opens step by step."""
        return derivation(self.page.world, self.page.links, step, self.on, is_open=is_open)

    def day(self, day: Day | None) -> Markup:
        """A day in words that does not break between lines; empty for none."""
        return _unbroken(day_words(day))

    def span(self, span: Span) -> Markup:
        """A half-open span in words."""
        return _unbroken(span_words(span))

    def checked(self, confidence: str | None, otherwise: str | None = None) -> str:
        """How far a statement was checked, in words."""
        return CONFIDENCE.get(confidence or otherwise or "", "not said")


def mentions(page: Page) -> Mentions:
    """How a page speaks of other records, as of the day in its address if there is one.

    Raises:
        WebError: the day is not one.
    """
    on = page.value("on")
    return Mentions(page, day_asked(on).text if on else "")


def _unbroken(text: str) -> Markup:
    """A text of days, each kept on one line."""
    return Markup(_WRITTEN_DAY.sub(r'<span class="date">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped before


def title_of(world: World, identifier: str) -> str:
    """The name or title of any record; of a clause its id."""
    records = world.records
    for part in (records.events, records.doctrine, records.sources):
        if identifier in part:
            return str(part[identifier].title)
    return world.name(identifier)


def today() -> str:
    """The day as of which a record is shown unless another one is asked for."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def to_today(page: Page) -> RedirectResponse:
    """The same view with the day of today in its address, so that the address says it all."""
    return RedirectResponse(page.here(on=today()), 302, {"Cache-Control": NEVER})


def day_asked(text: str) -> Day:
    """The day in an address.

    Raises:
        WebError: it is none.
    """
    try:
        return parse_day(text)
    except QuestionError as error:
        raise refused(error) from None


def day_words(day: Day | None) -> str:
    """A day in words, with what it can be if it is doubtful."""
    if day is None:
        return ""
    if not day.text.startswith("["):
        return day.text
    return " or ".join(_member(part.strip()) for part in day.text[1:-1].split(","))


def written(value: object) -> Markup:
    """A value as it stands in a cell; days do not break, and a doubtful one is in words."""
    text = str(value)
    try:
        return _unbroken(day_words(Day.parse(text)) if text.startswith("[") else text)
    except DayError:
        return _unbroken(text)


def _member(part: str) -> str:
    since, dots, until = part.partition("..")
    if not dots:
        return part
    if since and until:
        return f"between {since} and {until}"
    return f"{since} or later" if since else f"{until} or earlier"


def span_words(span: Span) -> str:
    """A half-open span in words."""
    parts = [f"from {day_words(span.since)}"] if span.since else []
    parts += [f"until {day_words(span.until)}"] if span.until else []
    return " ".join(parts) or "at all times"
