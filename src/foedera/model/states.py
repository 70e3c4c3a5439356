"""States, organs, armed groups and places, and how the map draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.dates import Day, Span
from foedera.model.facts import Confidence, Position, Spell
from foedera.problems import Mark

Extent = Literal["true", "false", "part"]
"""Whether a territory lies in a region: wholly, not at all, or in part (then UNKNOWN for "somewhere in it")."""


@dataclass(frozen=True, slots=True)
class Existence:
    """A span in which a state exists."""

    since: Day
    until: Day | None = None

    @property
    def span(self) -> Span:
        """The days of existence."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Code:
    """A state's number in a code system; without days it holds for the state's whole existence."""

    system: Literal["cow", "gw"]
    code: int
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Continuation:
    """The state that this one continues as the same international person, and from which day."""

    state: str
    since: Day
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees (WGS 84)."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class AreaSpell:
    """An area of the map, all of it or about, that the state took up in a span; ``note`` is for that span."""

    area: str
    since: Day | None = None
    until: Day | None = None
    note: str | None = None

    @property
    def span(self) -> Span:
        """The days of the spell."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class StateOnMap:
    """How a state is drawn with the borders of today.

    ``areas``: ids of countries, or of parts of one that the map keeps apart; the core first. ``point``: its seat, for a
    state that no area of today fits. ``note``: what a reader must know of how it is drawn.
    """

    sources: tuple[str, ...]
    confidence: Confidence
    areas: tuple[AreaSpell, ...] = ()
    point: Point | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state, under its ISO 3166 alpha-3 code or a slug.

    ``regions`` is about the metropolitan territory; a region that is not named is unknown.
    ``metonyms``: seats, residences and other words by which texts speak of it; it is not looked up by them.
    ``on_map``: how the map draws it, if not as the area of the same id.
    """

    id: str
    name: str
    official_name: str
    exists: tuple[Existence, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: str | None = None
    statehood: Literal["undisputed", "disputed"] = "undisputed"
    positions: tuple[Position, ...] = ()
    codes: tuple[Code, ...] = ()
    classes: tuple[str, ...] = ()
    regions: dict[str, Extent] | None = None
    continues: Continuation | None = None
    successor_of: tuple[str, ...] = ()
    on_map: StateOnMap | None = None
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An organ (Security Council, a command) or an armed group that is not a state.

    ``attributed_to``: the states whose organ it is; if the ``attribution`` is disputed, what binds the organ
    may or may not bind them.
    """

    id: str
    kind: Literal["organ", "group"]
    name: str
    sources: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    of: str | None = None
    attributed_to: tuple[str, ...] = ()
    attribution: Literal["settled", "disputed"] = "settled"
    confidence: Confidence | None = None
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """That a state or organ recognises a place as belonging to a state, from a day on."""

    by: str
    recognised_as: str
    since: Day
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """How the map draws a place.

    ``area``: the area of the map, if not the one of the same id. ``neutral``: drawn in no state's colour while more
    than one holds or claims it; else a dispute is marked by a symbol alone.
    """

    area: str | None = None
    neutral: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place: a point, its regions, who administers and who claims it when, who recognises which claim."""

    id: str
    name: str
    sources: tuple[str, ...]
    confidence: Confidence
    metropolitan: bool
    point: Point | None = None
    aliases: tuple[str, ...] = ()
    territory: Literal["land", "island", "islands", "reef", "sea"] = "land"
    regions: dict[str, Extent] | None = None
    administered_by: tuple[Spell, ...] = ()
    claimed_by: tuple[Spell, ...] = ()
    recognised: tuple[Recognition, ...] = ()
    on_map: PlaceOnMap | None = None
    note: str | None = None
    mark: Mark | None = None


METROPOLITAN = "metropolitan"
"""Every state has the implied place ``<id>/metropolitan``: its home territory."""
