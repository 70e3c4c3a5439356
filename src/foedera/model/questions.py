"""Questions, scenarios and the corpus' own cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.dates import Day
from foedera.model.events import Event
from foedera.model.facts import Position
from foedera.model.instruments import Instrument, Known
from foedera.problems import Mark


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: one or more events and a day, optionally a view, suppositions and assumptions.

    Attributes:
        events: the stipulated events, each of which may trigger provisions.
        on: the day asked, an exact one.
        view: the state whose characterisations are adopted.
        assumptions: values of the short form's assumptions and of switched atoms.
        switched: names of the assumptions that the asker set.
        without: instruments (or ``instrument/article``) left out.
        with_: ids of instruments supposed, already in the world's layers.
        short_form: whether the short form's assumptions apply.
    """

    events: tuple[Event, ...]
    on: Day
    view: str | None = None
    assumptions: dict[str, Known] | None = None
    switched: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    short_form: bool = True


@dataclass(frozen=True, slots=True)
class ScenarioEvent:
    """A stipulated event of a scenario file; ``since`` defaults to the scenario's day."""

    type: str
    roles: dict[str, tuple[str, ...]]
    id: str | None = None
    title: str | None = None
    since: Day | None = None
    until: Day | None = None
    at: tuple[str, ...] = ()
    target: str | None = None
    attributes: dict[str, str] | None = None
    about: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A question from a file: it stipulates only what it says."""

    on: Day
    events: tuple[ScenarioEvent, ...]
    id: str | None = None
    title: str | None = None
    view: str | None = None
    assume: dict[str, Known] | None = None
    without: tuple[str, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """The short form of a question, as a case writes it."""

    actor: str
    target: str
    on: Day
    event: str = "armed_attack"
    at: str | None = None
    view: str | None = None
    attacked: str | None = None
    attributes: dict[str, str] | None = None
    assume: dict[str, Known] | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that a case expects. Fields that are left out are not compared.

    ``status: none`` expects that no finding at all matches the other fields.
    """

    status: Literal["due", "expected", "arguable", "not_due", "barred", "none"]
    obligor: str | None = None
    provision: str | None = None
    beneficiary: str | None = None
    act: str | None = None
    modality: Literal["must", "may", "must_not", "should"] | None = None
    hinges_on: tuple[str, ...] | None = None
    bars: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExpectedConflict:
    """A conflict that a case expects."""

    state: str
    between: tuple[str, ...]
    settled: bool
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A readable legal case: a question and the findings expected, with the reason."""

    id: str
    title: str
    why: str
    expect: tuple[Expected, ...]
    ask: Ask | None = None
    scenario: Scenario | None = None
    conflicts: tuple[ExpectedConflict, ...] = ()
    sources: tuple[str, ...] = ()
    mark: Mark | None = None
