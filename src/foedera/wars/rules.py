"""The rules by which the case for a promise in a war is found, each with its source and with what takes it out.

A rule stands in the trees, the events or the presumptions; this table takes one out at a time (an ablation). No rule
knows a war, a treaty or a state.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from foedera.law.presume import presumptions
from foedera.model import conditions as c
from foedera.model.world import assemble
from foedera.truth import Truth, negation
from foedera.wars.trees import (
    ended_a_day_earlier,
    members_throughout,
    neutral_in_any_war,
    owed_by_all,
    without_kind,
    without_nodes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from foedera.model.events import Event
    from foedera.model.instruments import Instrument
    from foedera.model.world import World
    from foedera.wars.attacks import War


@dataclass(frozen=True, slots=True)
class Change:
    """What takes a rule out.

    Attributes:
        counts: which attacks still count; None for all.
        treaty: what becomes of a treaty; None for nothing.
        presumed: presumptions that change.
    """

    counts: Callable[[Event], bool] | None = None
    treaty: Callable[[Instrument], Instrument] | None = None
    presumed: Mapping[str, Truth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, its source and what is measured without it."""

    id: str
    statement: str
    source: str
    without: str
    change: Change


def _is_no_joiner(event: Event) -> bool:
    return (event.attributes or {}).get("joiner") != "yes"


def _names_adversary(node: c.Node) -> bool:
    return isinstance(node, c.AdversaryIs) or _is_unstated(node, "adversary", "other_adversary")


def _is_unstated(node: c.Node, *topics: str) -> bool:
    return isinstance(node, c.Unstated) and node.topic in topics


RULES: tuple[Rule, ...] = (
    Rule(
        "joiners",
        "A state that joins a war attacks the state against which it enters, from the day of its entry.",
        "Reiter, Stam, Horowitz 2016: joiners are initiators with their own target and days",
        "a joiner's entry is no attack",
        Change(counts=_is_no_joiner),
    ),
    Rule(
        "going-on",
        "An attack that still goes on when a promise comes to bind the two counts, on that day, if the clause does "
        "not say otherwise.",
        "VCLT article 28; clause field reaches_prior_attack, presumption reaches_prior_attack",
        "only attacks that begin while it binds count",
        Change(presumed={"reaches_prior_attack": Truth.FALSE}),
    ),
    Rule(
        "last-day",
        "The last recorded day of a membership is a day in force.",
        "ATOP codebook: termination dates",
        "the last day does not count",
        Change(treaty=ended_a_day_earlier),
    ),
    Rule(
        "member-days",
        "A member is bound from its own entry to its own exit.",
        "ATOP codebook: member-level entry and exit",
        "everyone is bound from the first to the last day of the alliance",
        Change(treaty=members_throughout),
    ),
    Rule(
        "direction",
        "A member owes what it has promised itself.",
        "ATOP codebook: member-level obligations (asymmetric alliances)",
        "what one has promised, all have",
        Change(treaty=owed_by_all),
    ),
    Rule(
        "named-adversary",
        "A promise that is specific to an adversary falls due against that one only.",
        "ATOP codebook: DEFCOADV, OFFCOADV, NEUCOADV with STATTHR1, STATTHR2",
        "adversaries named or unnamed do not matter",
        Change(treaty=partial(without_nodes, is_gone=_names_adversary)),
    ),
    Rule(
        "place",
        "A promise that is specific to a place does not fall due, unless it names its adversary as well.",
        "ATOP codebook: DEFCOLOC, OFFCOLOC, NEUCOLOC; presumptions location and theatre",
        "places do not matter",
        Change(treaty=partial(without_nodes, is_gone=lambda node: _is_unstated(node, "location", "theatre"))),
    ),
    Rule(
        "ongoing-conflict",
        "A promise about an ongoing conflict is about the one in whose course it was made.",
        "ATOP codebook: DEFCOCON, OFFCOCON, NEUCOCON; presumption ongoing_conflict",
        "the limit to an ongoing conflict does not matter",
        Change(treaty=partial(without_nodes, is_gone=lambda node: _is_unstated(node, "ongoing_conflict"))),
    ),
    Rule(
        "no-provocation",
        "A promise that excludes provocation is not owed to a member that attacked somebody in this war before.",
        "ATOP codebook: DEFCONPR, NEUCONPR; presumption unprovoked",
        "provocation does not matter",
        Change(treaty=partial(without_nodes, is_gone=lambda node: isinstance(node, c.Unprovoked))),
    ),
    Rule(
        "neutral-if-attacked",
        "Neutrality promised only if the partner is attacked is not owed in a war that the partner begins.",
        "ATOP codebook: NEUCOATT",
        "neutrality is owed in every war of the partner",
        Change(treaty=neutral_in_any_war),
    ),
    Rule(
        "fellow-members",
        "A member that attacks a member puts its promise of nonaggression to the test.",
        "ATOP codebook: NONAGG; for a promise without a condition the case is the deed that it forbids",
        "nonaggression is not counted",
        Change(treaty=partial(without_kind, kind="nonaggression")),
    ),
)
"""In the order of the documentation."""


def changed(world: World, wars: tuple[War, ...], change: Change) -> tuple[World, tuple[War, ...], dict[str, Truth]]:
    """World, wars and presumptions with a rule taken out."""
    counts, treaty = change.counts, change.treaty
    if treaty:
        instruments = {key: treaty(one) for key, one in world.records.instruments.items()}
        world = assemble((replace(world.records, instruments=instruments),), world.digest)
    if counts:
        kept = (replace(war, attacks=tuple(one for one in war.attacks if counts(one))) for war in wars)
        wars = tuple(war for war in kept if war.attacks)
    return world, wars, {**presumptions(world), **change.presumed}


def flipped(world: World, atoms: set[str]) -> Iterator[Rule]:
    """Each presumption that matters to some leaves, turned round."""
    for rule in world.records.doctrine.values():
        for one in rule.presumes:
            if one.atom in atoms:
                other = negation(Truth[one.value.upper()])
                change = Change(presumed={one.atom: other})
                yield Rule(f"presumption {one.atom}", one.why, f"doctrine:{rule.id}", f"presumed {other.word}", change)
