"""Conditions and duties in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from foedera.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model.answers import Finding
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.world import World

MODAL = {"must": "must", "may": "may", "must_not": "must not", "should": "should"}
_AXES = {
    ("discretion", "none"): "no discretion",
    ("discretion", "how"): "free to choose how",
    ("discretion", "whether_and_how"): "free to choose whether and how",
    ("extent", "all_means"): "by all means",
    ("extent", "necessary"): "as far as necessary",
    ("extent", "appropriate"): "as far as appropriate",
    ("extent", "as_agreed"): "as agreed",
    ("extent", "unspecified"): "extent not specified",
    ("effort", "result"): "a result is owed",
    ("effort", "best_efforts"): "best efforts",
    ("decision", "unilateral"): "each decides alone",
    ("decision", "joint"): "decided jointly",
    ("decision", "organ"): "decided by an organ",
    ("decision", "heads_of_state"): "decided by the heads of state",
    ("timing", "immediate"): "at once",
    ("timing", "without_delay"): "without delay",
    ("timing", "unspecified"): "time not specified",
    ("request", "required"): "on request only",
    ("request", "none"): "without a request",
}
"""Values of the axes of a duty in words; those that are not known are left out."""
_NUMBER = re.compile(r"\d|[IVXLC]+\b")


def plain(word: str) -> str:
    """An identifier as words."""
    return word.replace("_", " ")


def article(instrument: Instrument, label: str) -> str:
    """An article with its number; resolutions have paragraphs, and a label that is no number stands alone."""
    if not _NUMBER.match(label):
        return label.replace("-", " ")
    return f"{'paragraph' if instrument.kind == 'resolution' else 'article'} {label}"


def clause(instrument: Instrument, provision: Provision) -> str:
    """A clause by its instrument and article."""
    return f"{instrument.title}, {article(instrument, provision.article)}"


def who(world: World, name: str) -> str:
    """A role, set or actor in words."""
    if name.startswith("class:"):
        return f"a state of the class {plain(name[6:])}"
    if name.startswith("party:"):
        return f"a party to {world.name(name[6:])}"
    fixed = {
        "obligor": "the obligor",
        "beneficiary": "the beneficiary",
        "adversary": "the adversary",
        "any_state": "any state",
        "any_actor": "anyone",
        "third_state": "a third state",
        "any_party": "a party",
        "un_member": "a UN member",
        "group": "an armed group",
    }
    return fixed.get(name) or world.name(name)


def cast(world: World, text: str, obligor: str = "", beneficiary: str = "") -> str:
    """A duty or condition in words with the actors in the place of those roles that are known."""
    roles = (("obligor", obligor), ("beneficiary", beneficiary))
    for role, actor in roles:
        text = text.replace(who(world, role), world.name(actor)) if actor else text
    return text


def condition(world: World, node: c.Node | None) -> str:
    """A condition tree as one sentence."""
    if node is None:
        return "always"
    if isinstance(node, c.All):
        return " and ".join(_bracketed(world, part, c.AnyOf) for part in node.of)
    if isinstance(node, c.AnyOf):
        return " or ".join(_bracketed(world, part, c.All) for part in node.of)
    if isinstance(node, c.Not):
        return f"not ({condition(world, node.of)})"
    return _ATOMS[type(node)](world, node)


def _bracketed(world: World, node: c.Node, other: type[c.Node]) -> str:
    text = condition(world, node)
    return f"({text})" if isinstance(node, other) else text


def _armed_attack(world: World, atom: c.ArmedAttack) -> str:
    covers = f" ({', '.join(atom.covers)})" if atom.covers else ""
    where = {"sovereign": "", "administered": " in territory it administers", "any": ""}[atom.territory]
    source = "" if atom.source == "any" else f" from {atom.source} sources"
    return f"an armed attack on {who(world, atom.on)}{covers}{where} by {who(world, atom.by)}{source}"


def _threat(world: World, atom: c.Threat) -> str:
    what = ", ".join(map(plain, atom.of))
    return f"{'an immediate' if atom.imminent else 'a'} threat ({what}) to {who(world, atom.to)}"


def _war(world: World, atom: c.StateOfWar) -> str:
    how = "is thereby put" if atom.brought_about_by == "trigger" else "is"
    return f"{who(world, atom.of)} {how} in a state of war"


def _area(world: World, atom: c.InArea) -> str:
    parts = []
    if atom.regions:
        parts.append("in " + " or ".join(map(plain, atom.regions)))
    if atom.places:
        parts.append("at " + " or ".join(map(world.name, atom.places)))
    if atom.territory_of:
        by = f" as recognised by {world.name(atom.recognised_by)}" if atom.recognised_by else ""
        parts.append(f"on territory of {who(world, atom.territory_of)}{by}")
    if atom.administered_by:
        parts.append(f"under the administration of {who(world, atom.administered_by)}")
    if atom.metropolitan is not None:
        parts.append("on metropolitan territory" if atom.metropolitan else "outside metropolitan territory")
    return "it happens " + ", ".join(parts)


def _adversary(world: World, atom: c.AdversaryIs) -> str:
    joined = " or a state joined with it" if atom.or_joined_with else ""
    return f"the adversary is {' or '.join(who(world, one) for one in atom.one_of)}{joined}"


def _act(world: World, atom: c.Act) -> str:
    return f"{who(world, atom.by)} does this toward {who(world, atom.toward)}: {', '.join(map(plain, atom.kind))}"


def _attribute(_world: World, atom: c.Attribute) -> str:
    if atom.one_of:
        return f"the {plain(atom.key)} is {' or '.join(map(plain, atom.one_of))}"
    bounds = [
        f"at least {atom.at_least:g}" if atom.at_least is not None else "",
        f"at most {atom.at_most:g}" if atom.at_most is not None else "",
    ]
    return f"the {plain(atom.key)} is {' and '.join(filter(None, bounds))}"


def _attack_going_on(world: World, atom: c.OngoingAttack) -> str:
    helped = " or one for whom it acts" if atom.or_helped_by else ""
    return f"an armed attack by {who(world, atom.by)} on {who(world, atom.on)}{helped} is going on"


def _organ(world: World, atom: c.OrganAct) -> str:
    return (
        f"{world.name(atom.organ)} has taken a step ({', '.join(map(plain, atom.kind))}) about {who(world, atom.about)}"
    )


def _in_force(world: World, atom: c.InForce) -> str:
    party = f" for {who(world, atom.party)}" if atom.party else ""
    return f"{world.name(atom.instrument)} is in force{party}"


def _count(_world: World, atom: c.AdversaryCount) -> str:
    most = f" and at most {atom.at_most}" if atom.at_most is not None else ""
    return f"at least {atom.at_least}{most} states attack"


_ATOMS: dict[type[c.Node], Callable[[World, Any], str]] = {
    c.ArmedAttack: _armed_attack,
    c.Threat: _threat,
    c.StateOfWar: _war,
    c.InArea: _area,
    c.AdversaryIs: _adversary,
    c.Act: _act,
    c.Attribute: _attribute,
    c.OngoingAttack: _attack_going_on,
    c.OrganAct: _organ,
    c.InForce: _in_force,
    c.AdversaryCount: _count,
    c.Unknown: lambda _world, atom: f"not known: {atom.about}",
    c.Unstated: lambda _world, atom: f"not in the source: {plain(atom.topic)}",
    c.InDefinedArea: lambda _world, atom: f"in the {plain(atom.area).replace('-', ' ')} that the instrument defines",
    c.TargetIs: lambda _world, atom: f"the target is {' or '.join(atom.one_of)}",
    c.Unprovoked: lambda world, atom: f"{who(world, atom.by)} did not provoke it",
    c.Invoked: lambda world, atom: f"{who(world, atom.by)} invokes it" + (" (jointly)" if atom.jointly else ""),
    c.Request: lambda world, atom: f"{who(world, atom.by)} asks for it",
    c.After: lambda world, atom: (
        f"it comes after: {plain(atom.kind)} by {who(world, atom.by)} toward {who(world, atom.toward)}"
    ),
    c.LawfulSelfDefence: lambda _world, _atom: "the actor acts in lawful self-defence",
    c.Statehood: lambda world, atom: f"{who(world, atom.of)} is a state",
    c.OnOrAfter: lambda _world, atom: f"on {atom.day} or later",
}


def duty(world: World, one: Duty) -> str:
    """A duty as words, with roles for names."""
    record = world.records.acts.get(one.act)
    names = {"to": who(world, one.to or "beneficiary"), "against": who(world, one.against or "adversary")}
    return f"{who(world, one.who)} {MODAL[one.modality]} {record.label.format(**names) if record else plain(one.act)}"


def axes(duty: Duty) -> str:
    """The axes of a duty that are on record, in words."""
    known = {axis: getattr(duty, axis) for axis, _ in _AXES}
    said = [_AXES[pair] for pair in known.items() if pair in _AXES]
    said += [f"deadline: {duty.deadline}"] if duty.deadline else []
    said += [f"until {duty.until}"] if duty.until else []
    return ", ".join(said)


def deed(world: World, finding: Finding) -> str:
    """An act as words, with the names of this case."""
    record = world.records.acts.get(finding.act)
    against = " and ".join(map(world.name, finding.against)) or "nobody"
    roles = {"beneficiary": world.name(finding.beneficiary), "adversary": against}
    to = finding.duty.to or "beneficiary"
    names = {"to": roles.get(to) or who(world, to), "against": against}
    return record.label.format(**names) if record else plain(finding.act)
