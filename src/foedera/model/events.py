"""Events: dated happenings with roles, attributes and the positions taken on them."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.dates import Day, Span
from foedera.model.facts import Confidence, Position
from foedera.problems import Mark


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event and its two main roles; the actor comes first in ``ask FROM TO --event KIND``.

    ``is_a``: the more general kind, if any. ``symmetric``: each of the two is an actor toward the other.
    ``says``: a sentence with {actor} and {target}. ``attributes``: name to the values that clauses tell apart; no
    value for a number or a name.
    """

    id: str
    actor: str
    target: str
    says: str
    is_a: str | None = None
    symmetric: bool = False
    attributes: dict[str, tuple[str, ...]] | None = None
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A recorded or stipulated happening.

    Attributes:
        type: an event kind's id.
        roles: role name to ids of states, organs or groups.
        at: place ids (or ``<STATE>/metropolitan``).
        target: what is attacked, for attacks.
        attributes: item class, quantity, weapon, scale, ...
        about: an instrument or provision that the event concerns (invocation, withdrawal).
    """

    id: str
    type: str
    title: str
    roles: dict[str, tuple[str, ...]]
    since: Day
    until: Day | None = None
    at: tuple[str, ...] = ()
    target: str | None = None
    attributes: dict[str, str] | None = None
    about: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None
    mark: Mark | None = None

    @property
    def span(self) -> Span:
        """The days of the event; an open end means it is going on."""
        return Span(self.since, self.until)
