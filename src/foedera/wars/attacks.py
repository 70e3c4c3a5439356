"""Wars as sets of attacks, from recorded events that say to which war they belong."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model.events import Event

_ATTACKER, _VICTIM = "attacker", "victim"


@dataclass(frozen=True, slots=True)
class War:
    """A war.

    Attributes:
        id: as the war data number it.
        attacks: in the order of their first days.
    """

    id: str
    name: str
    attacks: tuple[Event, ...]

    @property
    def belligerents(self) -> frozenset[str]:
        """Everyone who attacks or is attacked."""
        return frozenset(actor for attack in self.attacks for side in attack.roles.values() for actor in side)

    @property
    def years(self) -> tuple[int, int]:
        """First and last calendar year."""
        first = min(attack.since.first for attack in self.attacks)
        last = max((attack.until or attack.since).last for attack in self.attacks)
        return dt.date.fromordinal(first).year, dt.date.fromordinal(max(first, last - 1)).year

    def days_of_years(self) -> tuple[int, int]:
        """The days of the calendar years of the war, ``[since, until)`` as ordinals."""
        first, last = self.years
        return dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal() + 1


def wars_of(events: Mapping[str, Event]) -> tuple[War, ...]:
    """The wars in recorded events: armed attacks by their attribute ``war``, in the order of the numbers."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events.values():
        war = (event.attributes or {}).get("war")
        if event.type == "armed_attack" and war:
            found[war].append(event)
    return tuple(_war(identifier, found[identifier]) for identifier in sorted(found, key=number_first))


def number_first(identifier: str) -> tuple[bool, int, str]:
    """A sort key: numbers in their order, before other ids."""
    is_number = identifier.isdecimal()
    return not is_number, int(identifier) if is_number else 0, identifier


def _war(identifier: str, attacks: Iterable[Event]) -> War:
    ordered = tuple(sorted(attacks, key=lambda one: (one.since.first, one.id)))
    name = (ordered[0].attributes or {}).get("war_name", f"war {identifier}")
    return War(identifier, name, ordered)


def attackers(attack: Event) -> tuple[str, ...]:
    """Who attacks."""
    return attack.roles.get(_ATTACKER, ())


def victims(attack: Event) -> tuple[str, ...]:
    """Who is attacked."""
    return attack.roles.get(_VICTIM, ())
