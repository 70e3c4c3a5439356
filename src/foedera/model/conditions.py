"""Conditions: small trees of *all*, *any*, *not* over typed atoms. Data, not code.

In YAML a node is a mapping with one key, the node's name: ``armed_attack: {on: beneficiary}``. What an atom
means is in ``foedera.law.atoms`` and, with its legal source, in docs/semantics.md.

A ``Who`` is a role (obligor, beneficiary, adversary), a set (any_state, any_actor, third_state, any_party,
un_member, group, ``class:american_state``, ``party:north-atlantic-1949``), or the id of a state or organ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from foedera.dates import Day

Who = str
Target = Literal["territory", "forces", "vessels", "aircraft"]

ROLES = ("obligor", "beneficiary", "adversary")
SETS = ("any_state", "any_actor", "third_state", "any_party", "un_member", "group")


class Node:
    """A node of a condition tree."""

    __slots__ = ()
    name: ClassVar[str]
    inline: ClassVar[str | None] = None
    """The field that the YAML value itself fills (``not: X``, ``all: [..]``), or None for a mapping."""


class _YamlForm:
    """Describes the one-key YAML form to a validating decoder (in plain dicts, so nothing is imported here)."""

    def __get_pydantic_core_schema__(self, _source: Any, handler: Any) -> Any:
        choices = {name: _wrapped(node, handler.generate_schema(node)) for name, node in NODES.items()}
        return {"type": "tagged-union", "choices": choices, "discriminator": _only_key}


Condition = Annotated[Node, _YamlForm()]
"""A condition tree, in the form in which YAML writes it."""


def _only_key(value: Any) -> str | None:
    return str(next(iter(value))) if isinstance(value, dict) and len(value) == 1 else None


def _wrapped(node: type[Node], schema: Any) -> dict[str, Any]:
    def unwrap(value: dict[str, Any]) -> Any:
        inner = value[node.name]
        if node.inline:
            return {node.inline: inner}
        return {} if inner is None else inner

    return {
        "type": "function-before",
        "function": {"type": "no-info", "function": unwrap},
        "schema": schema,
        "metadata": {"yaml_key": node.name, "yaml_inline": node.inline},
    }


@dataclass(frozen=True, slots=True)
class All(Node):
    """Every part holds."""

    name = "all"
    inline = "of"
    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """At least one part holds."""

    name = "any"
    inline = "of"
    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """The part does not hold."""

    name = "not"
    inline = "of"
    of: Condition


@dataclass(frozen=True, slots=True)
class Unknown(Node):
    """A condition that the sources do not settle; the text says what it is about."""

    name = "unknown"
    inline = "about"
    about: str


@dataclass(frozen=True, slots=True)
class Unstated(Node):
    """The promise is confined in this respect, and the source flags it without giving the content: UNKNOWN.

    ``adversary``: to a particular adversary, whom the source does not name; ``other_adversary``: to adversaries of
    whom the source names some; ``location``: to a place; ``theatre``: to a place in a clause against an adversary whom
    the source names; ``ongoing_conflict``: to a conflict that was going on; ``adversary_number``: to a number of
    adversaries; ``demand``: to the refusal of a demand; ``fellow_member``: whether it also runs against a fellow
    member. What is known all the same: a clause made in the course of the very conflict in question is about it.
    Source: ATOP codebook, conditions of obligations (DEFCOADV to CONCOREQ).
    """

    name = "unstated"
    inline = "topic"
    topic: Literal[
        "adversary",
        "other_adversary",
        "location",
        "theatre",
        "ongoing_conflict",
        "adversary_number",
        "demand",
        "fellow_member",
    ]


@dataclass(frozen=True, slots=True)
class ArmedAttack(Node):
    """The event in question is an armed attack on ``on`` by ``by``.

    ``covers``: the targets that the clause names (None: it is silent, so that an attack on anything but
    territory is UNKNOWN). ``territory``: whose place counts: the victim's by sovereignty, by
    administration, or by either. ``source``: where the attack comes from.
    """

    name = "armed_attack"
    on: Who = "beneficiary"
    by: Who = "any_state"
    covers: tuple[Target, ...] | None = None
    territory: Literal["sovereign", "administered", "any"] = "sovereign"
    source: Literal["any", "external", "internal"] = "any"


@dataclass(frozen=True, slots=True)
class Threat(Node):
    """``to`` is under a threat of one of these kinds; an actual attack satisfies it with the greater reason."""

    name = "threat"
    to: Who = "beneficiary"
    by: Who = "any_actor"
    of: tuple[Literal["armed_attack", "security", "territorial_integrity", "order"], ...] = ("armed_attack",)
    imminent: bool = False


@dataclass(frozen=True, slots=True)
class StateOfWar(Node):
    """``of`` is in a state of war, brought about by the attack in question (or by anything)."""

    name = "state_of_war"
    of: Who = "beneficiary"
    brought_about_by: Literal["trigger", "anything"] = "trigger"


@dataclass(frozen=True, slots=True)
class InArea(Node):
    """Where the attack takes place. Every field that is given must hold; in a list one member is enough.

    Attributes:
        regions: region names, such as ``europe`` or ``pacific``.
        places: ids of places, or ``<STATE>/metropolitan``.
        territory_of: the place is the territory of ``Who``.
        administered_by: the place is under the administration of ``Who`` on the day.
        recognised_by: with ``territory_of``: as recognised by this state.
        metropolitan: the place is (true) or is not (false) metropolitan territory.
    """

    name = "attack_in_area"
    regions: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    territory_of: Who | None = None
    administered_by: Who | None = None
    recognised_by: Who | None = None
    metropolitan: bool | None = None


@dataclass(frozen=True, slots=True)
class InDefinedArea(Node):
    """The attack lies in an area that the instrument defines under ``areas``."""

    name = "in_defined_area"
    inline = "area"
    area: str


@dataclass(frozen=True, slots=True)
class TargetIs(Node):
    """What is attacked."""

    name = "target"
    inline = "one_of"
    one_of: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Unprovoked(Node):
    """``by`` did not provoke the attack."""

    name = "unprovoked"
    by: Who = "beneficiary"


@dataclass(frozen=True, slots=True)
class AdversaryIs(Node):
    """The adversary is one of these, or (if so said) a state joined with one of these in the attack."""

    name = "adversary_is"
    one_of: tuple[Who, ...]
    or_joined_with: bool = False


@dataclass(frozen=True, slots=True)
class AdversaryCount(Node):
    """How many states attack."""

    name = "adversary_count"
    at_least: int = 1
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Invoked(Node):
    """The clause has been invoked by whom it lets judge; without a record: UNKNOWN, "falls due if invoked"."""

    name = "invoked"
    by: Who = "any_party"
    jointly: bool = False


@dataclass(frozen=True, slots=True)
class Request(Node):
    """``by`` asks for the act."""

    name = "request"
    by: Who = "beneficiary"


@dataclass(frozen=True, slots=True)
class After(Node):
    """An event of this kind began before the event in question."""

    name = "after"
    kind: str
    by: Who = "any_actor"
    toward: Who = "any_actor"


@dataclass(frozen=True, slots=True)
class Act(Node):
    """The event in question is an act of one of these kinds by ``by`` toward ``toward``.

    With ``by: obligor`` it is the obligor's own act.
    """

    name = "act"
    kind: tuple[str, ...]
    by: Who = "obligor"
    toward: Who = "beneficiary"


@dataclass(frozen=True, slots=True)
class Attribute(Node):
    """An attribute of the event (item class, quantity, range); not given is UNKNOWN."""

    name = "attribute"
    key: str
    one_of: tuple[str, ...] | None = None
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class OngoingAttack(Node):
    """An armed attack by ``by`` on ``on`` (or, if so said, on one for whom ``on`` acts) is going on."""

    name = "ongoing_attack"
    by: Who
    on: Who
    or_helped_by: bool = False


@dataclass(frozen=True, slots=True)
class LawfulSelfDefence(Node):
    """The event's actor acts in lawful individual or collective self-defence (Charter article 51)."""

    name = "lawful_self_defence"


@dataclass(frozen=True, slots=True)
class OrganAct(Node):
    """An organ has done something of this kind about ``about`` and it is in effect."""

    name = "organ_act"
    organ: str
    kind: tuple[str, ...]
    about: Who = "any_actor"


@dataclass(frozen=True, slots=True)
class InForce(Node):
    """Another instrument is in force on the day (for ``party``, if given)."""

    name = "treaty_in_force"
    instrument: str
    party: Who | None = None


@dataclass(frozen=True, slots=True)
class Statehood(Node):
    """``of`` is a state: TRUE unless its statehood is disputed, then as positions have it."""

    name = "statehood"
    of: Who = "beneficiary"


@dataclass(frozen=True, slots=True)
class OnOrAfter(Node):
    """The day asked is this day or later."""

    name = "on_or_after"
    inline = "day"
    day: Day


NODES: dict[str, type[Node]] = {
    node.name: node
    for node in (
        All, AnyOf, Not, Unknown, Unstated, ArmedAttack, Threat, StateOfWar, InArea, InDefinedArea, TargetIs,
        Unprovoked, AdversaryIs, AdversaryCount, Invoked, Request, After, Act, Attribute, OngoingAttack,
        LawfulSelfDefence, OrganAct, InForce, Statehood, OnOrAfter,
    )
}  # fmt: skip
"""Every node class by its YAML key."""


def nodes(tree: Node | None) -> Iterator[Node]:
    """All nodes of a tree, from the root down."""
    if tree is None:
        return
    yield tree
    if isinstance(tree, All | AnyOf):
        for part in tree.of:
            yield from nodes(part)
    elif isinstance(tree, Not):
        yield from nodes(tree.of)


def roles_read(tree: Node | None) -> frozenset[str]:
    """Every ``Who`` that a tree names."""
    return frozenset(
        value for node in nodes(tree) for name in _WHO_FIELDS if isinstance(value := getattr(node, name, None), str)
    )


_WHO_FIELDS = ("on", "by", "to", "of", "toward", "about", "territory_of", "administered_by", "recognised_by", "party")
