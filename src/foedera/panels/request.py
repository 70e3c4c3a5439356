"""What panel is asked for, checked before any work is done."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar, get_args

from foedera.engine.lookup import QuestionError, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

Unit = Literal[
    "directed-dyad-day", "directed-dyad-year", "dyad-year", "state-year", "treaty-year", "attack-dyad-year"
]  # fmt: skip
System = Literal["cow", "gw", "iso"]
Aggregate = Literal["any", "on", "share"]
Columns = Literal["all", "basic"]

_SHARED = ("directed-dyad-year", "dyad-year")
_YEAR, _DAY = re.compile(r"\d{4}\Z", re.ASCII), re.compile(r"(\d{2})-(\d{2})\Z", re.ASCII)
_LEAP = 2000
_Word = TypeVar("_Word", bound=str)


class PanelError(QuestionError):
    """A panel cannot be built as asked; ``hint`` says what to do."""


class PanelOptions(TypedDict, total=False):
    """The options of a panel; their meaning is in ``Request``."""

    states: str
    aggregate: str
    on_day: str | None
    columns: str
    only_obligated: bool
    with_capabilities: bool
    expand: bool


@dataclass(frozen=True, slots=True)
class Request:
    """A panel as asked for.

    Attributes:
        since: first day, as an ordinal (``datetime.date.toordinal``).
        until: first day after the panel, as an ordinal.
        states: the code system, and with it the list of states: ``cow``, ``gw`` (imported lists of members of the
            state system) or ``iso`` (the states of the corpus while they exist).
        aggregate: what a year says: ``any`` (on any day of it), ``on`` (on ``on_day``), ``share`` (of its days).
        on_day: (month, day), with ``on``.
        columns: ``basic`` leaves only the kinds of obligation.
        only_obligated: whether rows without any obligation are left out.
        with_capabilities: whether a state-year has the imported national capabilities.
        expand: whether runs of days become single days.
    """

    unit: Unit
    since: int
    until: int
    states: System = "cow"
    aggregate: Aggregate = "any"
    on_day: tuple[int, int] | None = None
    columns: Columns = "all"
    only_obligated: bool = False
    with_capabilities: bool = False
    expand: bool = False

    @property
    def by_day(self) -> bool:
        """Whether the unit is a day and not a year."""
        return self.unit == "directed-dyad-day"

    @property
    def first(self) -> str:
        """The first day, ISO."""
        return dt.date.fromordinal(self.since).isoformat()

    @property
    def last(self) -> str:
        """The last day, ISO."""
        return dt.date.fromordinal(self.until - 1).isoformat()


def parse_request(
    unit: str,
    first: str | int,
    last: str | int,
    *,
    states: str = "cow",
    aggregate: str = "any",
    on_day: str | None = None,
    columns: str = "all",
    only_obligated: bool = False,
    with_capabilities: bool = False,
    expand: bool = False,
) -> Request:
    """The request in words.

    Args:
        unit: one of ``Unit``.
        first: first day or year, as ``1816`` or ``1816-01-01``.
        last: last day or year; it belongs to the panel.
        states: one of ``System``.
        aggregate: one of ``Aggregate``.
        on_day: the day of the year, as ``07-01``.
        columns: ``all`` or ``basic``.
        only_obligated: leave out rows without any obligation.
        with_capabilities: add the imported national capabilities to a state-year.
        expand: single days instead of runs of days.

    Raises:
        PanelError: a word is not known, the days run backwards, or options do not go together.
    """
    request = Request(
        unit=_choice(get_args(Unit), unit, "unit"),
        since=_edge(str(first), is_last=False),
        until=_edge(str(last), is_last=True) + 1,
        states=_choice(get_args(System), states, "list of states"),
        aggregate=_choice(get_args(Aggregate), aggregate, "aggregation"),
        on_day=_day_of_year(on_day) if on_day else None,
        columns=_choice(get_args(Columns), columns, "set of columns"),
        only_obligated=only_obligated,
        with_capabilities=with_capabilities,
        expand=expand,
    )
    _check(request)
    return request


def _choice(known: Sequence[_Word], name: str, what: str) -> _Word:
    try:
        found = resolve(dict.fromkeys(known), name, what)
    except QuestionError as error:
        raise PanelError(str(error), f"choose {', '.join(known)}") from None
    return next(word for word in known if word == found)


def _edge(text: str, *, is_last: bool) -> int:
    """The ordinal of a day; of a year its first or last day."""
    whole = f"{text}-{'12-31' if is_last else '01-01'}" if _YEAR.match(text) else text
    try:
        return dt.date.fromisoformat(whole).toordinal()
    except ValueError:
        raise PanelError(f"'{text[:40]}' is not a day or year", "write 1816 or 1816-01-01") from None


def _day_of_year(text: str) -> tuple[int, int]:
    match = _DAY.match(text)
    try:
        day = dt.date(_LEAP, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise PanelError(f"'{text[:40]}' is not a day of the year", "write month and day, as 07-01")
    if (day.month, day.day) == (2, 29):
        raise PanelError("not every year has a 29 February", "choose 02-28 or 03-01")
    return day.month, day.day


def _check(request: Request) -> None:
    if request.since >= request.until:
        raise PanelError(f"the panel would end before it begins ({request.first})", "--from is the earlier one")
    if request.until > dt.date.max.toordinal():
        raise PanelError("the panel would not end", "choose an earlier --to")
    if (request.aggregate == "on") != (request.on_day is not None):
        raise PanelError("--aggregate on and --on-day belong together", "as in: --aggregate on --on-day 07-01")
    if request.by_day and request.aggregate != "any":
        raise PanelError("a panel of days is not aggregated", "choose a unit of years, or leave out --aggregate")
    if request.expand and not request.by_day:
        raise PanelError("only runs of days can be expanded", "--expand goes with --unit directed-dyad-day")
    if request.aggregate == "share" and request.unit not in _SHARED:
        raise PanelError(
            "a share of days is given for dyads only", f"--aggregate share goes with {' or '.join(_SHARED)}"
        )
    if request.aggregate != "any" and request.unit == "attack-dyad-year":
        raise PanelError("attack-dyad-year says what holds on any day of the year", "leave out --aggregate")
    if request.with_capabilities and (request.unit != "state-year" or request.states != "cow"):
        raise PanelError("national capabilities go with state-years in COW codes", "add --unit state-year --states cow")
