"""The short form of a question: a plain case made explicit, with what it supposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model.events import Event
from foedera.model.questions import Question
from foedera.model.states import METROPOLITAN

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.model.doctrine import Assumption
    from foedera.model.world import World


def supposed(world: World, kind: str) -> tuple[Assumption, ...]:
    """What a question about this kind of event supposes."""
    rule = world.records.doctrine.get("short-form")
    return rule.assumes if rule and world.kind_closure[kind] & set(rule.kinds) else ()


def plain_attributes(kind: str) -> dict[str, str]:
    """The attributes of an attack of which nothing else is said."""
    return {"scale": "large", "weapon": "nuclear" if kind == "nuclear_attack" else "conventional"}


def plain_attack(world: World, attacker: str, victim: str, day: Day) -> Question:
    """The question ``ask ATTACKER VICTIM --on DAY`` with every default, by ids that are known to exist."""
    record = world.records.event_kinds[ATTACK]
    event = Event(
        id="question",
        type=ATTACK,
        title=record.says.format(actor=world.name(attacker), target=world.name(victim)),
        roles={record.actor: (attacker,), record.target: (victim,)},
        since=day,
        at=(f"{victim}/{METROPOLITAN}",),
        target="territory",
        attributes=plain_attributes(ATTACK),
    )
    return Question((event,), day, assumptions={one.atom: one.value for one in supposed(world, ATTACK)})


ATTACK = "armed_attack"
"""The kind of event that the short form is about unless it says otherwise."""
