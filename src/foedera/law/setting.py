"""What a rule may read: the question's setting, and one clause's case within it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.doctrine import Doctrine
    from foedera.model.events import Event
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.questions import Question
    from foedera.model.world import World

ANYONE = "*"
"""Stands for any member of a group whose members a duty binds alike."""


class StepBudgetError(RuntimeError):
    """A question needed more steps than its budget allows."""


@dataclass(slots=True)
class Setting:
    """One question in one world. ``memo`` keeps steps that many clauses share; ``budget`` bounds the work.

    Attributes:
        ongoing: recorded events that are, or may be, going on at the day asked.
        budget: steps left, as ``spend`` counts them; None is unbounded.
    """

    world: World
    question: Question
    ongoing: tuple[Event, ...]
    budget: int | None = None
    memo: dict[Any, Any] = field(default_factory=dict)
    sides: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    @property
    def day(self) -> Day:
        """The day asked."""
        return self.question.on

    def spend(self) -> None:
        """Count a step of the work: an atom evaluated, a norm tested on a deed, a finding, a conflict.

        Raises:
            StepBudgetError: the budget is used up.
        """
        if self.budget is not None:
            self.budget -= 1
            if self.budget < 0:
                raise StepBudgetError("the question needs more steps than the budget allows")

    def rule(self, identifier: str) -> Doctrine:
        """A doctrine rule; the linter makes sure that every rule the engine reads is there."""
        return self.world.records.doctrine[identifier]

    def is_kind(self, kind: str, general: str) -> bool:
        """Whether an event kind is the general one or a kind of it."""
        return kind == general or general in self.world.kind_closure.get(kind, ())

    def actors(self, event: Event) -> tuple[str, ...]:
        """Who fills the event's first main role."""
        return self._sides(event)[0]

    def targets(self, event: Event) -> tuple[str, ...]:
        """Who fills the event's second main role."""
        return self._sides(event)[1]

    def _sides(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        sides = self.sides.get(event.id)
        if sides is None:
            kind = self.world.records.event_kinds[event.type]
            sides = self.sides[event.id] = (event.roles.get(kind.actor, ()), event.roles.get(kind.target, ()))
        return sides

    def of_kind(self, general: str) -> Iterator[Event]:
        """Recorded events of a kind that are or may be going on."""
        return (event for event in self.ongoing if self.is_kind(event.type, general))

    def other_events(self, event: Event, general: str) -> Iterator[Event]:
        """The question's other events of a kind that have begun by the day asked."""
        for other in self.question.events:
            if other is not event and self.is_kind(other.type, general) and other.span.contains(self.day) > Truth.FALSE:
                yield other


@dataclass(frozen=True, slots=True)
class Case:
    """One clause, one event, one obligor and one beneficiary.

    Attributes:
        adversaries: the other side of the event, seen from the beneficiary.
    """

    setting: Setting
    event: Event
    instrument: Instrument
    provision: Provision
    obligor: str
    beneficiary: str
    adversaries: tuple[str, ...]

    def name(self, identifier: str) -> str:
        """Display name of an actor."""
        return "any other" if identifier == ANYONE else self.setting.world.name(identifier)

    def names(self, identifiers: tuple[str, ...]) -> str:
        """Display names of several actors."""
        return " and ".join(map(self.name, identifiers)) or "nobody"


def open_setting(world: World, question: Question, budget: int | None = None) -> Setting:
    """The setting of a question: its recorded context on the day asked."""
    return Setting(world, question, going_on(world, question.on, question.without), budget)


def going_on(world: World, day: Day, without: tuple[str, ...]) -> tuple[Event, ...]:
    """The recorded events that are, or may be, going on on a day, but for those left out."""
    events = world.records.events.values()
    return tuple(e for e in events if e.id not in without and e.span.contains(day) is not Truth.FALSE)
