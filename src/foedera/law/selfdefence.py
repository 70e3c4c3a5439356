"""Lawful self-defence, and attacks that were going on before.

Sources: Charter article 51; Nicaragua (ICJ 1986) paras 176, 191, 194, 195, 199, 211; Oil Platforms (2003) para 51.
Each state judges for itself who the aggressor is, absent the Council or a court; there is no self-defence
against self-defence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.law.facts import counterparts, fact, opinion, requested, statehood, switched
from foedera.model.answers import NO_DISPUTE, Dispute, Step, conjunction, denial, disjunction
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.setting import Setting
    from foedera.model.events import Event


def lawful_self_defence(setting: Setting, event: Event) -> Step:
    """Whether the event's actor acts in lawful individual or collective self-defence against its target."""
    key = ("self_defence", event.id)
    step: Step | None = setting.memo.get(key)
    if step is None:
        setting.memo[key] = Step(
            Truth.UNKNOWN, "whether the force is lawful turns on itself", (), (), ("un-charter/51",)
        )
        step = setting.memo[key] = _self_defence(setting, event)
    return step


def _self_defence(setting: Setting, event: Event) -> Step:
    actors, targets = setting.actors(event), setting.targets(event)
    names = (_names(setting, actors), _names(setting, targets))
    if event in setting.question.events:
        leaf = switched(setting, "self_defence", event.id, "{0} acts in lawful self-defence against {1}", *names)
        if leaf:
            return leaf
    claimed = _claimed(setting, event, names)
    if claimed:
        return claimed
    helped = event.roles.get("on_behalf_of")
    if helped:
        return _collective(setting, event, helped, names)
    prior = prior_attack(setting, targets, actors, event, helping=True)
    if prior.truth is Truth.FALSE:
        return Step(Truth.FALSE, "{0} acts in self-defence against {1}", names, (prior,), ("un-charter/51",))
    cites = ("un-charter/51", "doctrine:self-defence")
    parts = (prior, _measured(setting, event, names[0]))
    return conjunction("{0} acts in lawful self-defence against {1}", parts, *names, cites=cites)


def _claimed(setting: Setting, event: Event, names: tuple[str, str]) -> Step | None:
    """A leaf for self-defence as such, where positions were taken on it."""
    recorded = (event, *counterparts(setting, event))
    view = setting.question.view
    told = {position.of for one in recorded for position in one.positions if view is None or position.by == view}
    if "self_defence" not in {position.of for one in recorded for position in one.positions} and not (
        view and "characterisation" in told
    ):
        return None
    says = "{0} acts in lawful self-defence against {1}"
    leaf = fact(setting, event, "self_defence", "self_defence", Truth.UNKNOWN, says, *names)
    if view and view not in (*leaf.dispute.asserted_by, *leaf.dispute.denied_by):
        held, dispute = opinion(setting, (p for one in recorded for p in one.positions), "characterisation")
        if held is not None and view in (*dispute.asserted_by, *dispute.denied_by):
            leaf = replace(leaf, truth=negation(held), dispute=Dispute(dispute.denied_by, dispute.asserted_by))
    return leaf if leaf.dispute != NO_DISPUTE else None


def _collective(setting: Setting, event: Event, helped: tuple[str, ...], names: tuple[str, str]) -> Step:
    """Force used for another is lawful if that other is the victim of an armed attack and asks for help.

    A deed is supposed to be necessary and proportionate; an attack of the question is not.
    """
    attack = attack_going_on(setting, setting.targets(event), helped, helping=False)
    if attack.truth is Truth.FALSE:
        return Step(
            Truth.FALSE,
            "{0} may act in collective self-defence against {1}",
            names,
            (attack,),
            ("un-charter/51",),
        )
    is_deed = event not in setting.question.events and event.id not in setting.world.records.events
    trigger = setting.question.events[0] if is_deed else event
    asked = requested(setting, trigger, helped, setting.actors(event)[0], "{0} asks for help", _names(setting, helped))
    cites = ("un-charter/51", "doctrine:declaration-and-request")
    states = tuple(step for one in helped if (step := statehood(setting, one)).truth is not Truth.TRUE)
    measured = () if is_deed else (_measured(setting, event, names[0]),)
    says = "{0} may act in collective self-defence against {1}"
    return conjunction(says, (attack, asked, *measured, *states), *names, cites=cites)


def _measured(setting: Setting, event: Event, name: str) -> Step:
    says = "what {0} does is necessary and proportionate"
    return fact(setting, event, "proportionate", "proportionate", Truth.UNKNOWN, says, name)


def attack_going_on(setting: Setting, by: tuple[str, ...], on: tuple[str, ...], *, helping: bool) -> Step:
    """Whether an armed attack in law by ``by`` on ``on`` is going on: the question's own, or a recorded one."""
    key = ("attack", by, on, helping)
    step: Step | None = setting.memo.get(key)
    if step is None:
        served = {*on, *(_served(setting, by, on) if helping else ())}
        own = tuple(
            _in_law(setting, event) for event in _stipulated(setting, by) if served & set(setting.targets(event))
        )
        supposed = _supposed_attack(setting, by, on)
        if supposed:
            step = supposed
        elif own:
            says = "an armed attack by {0} on {1} is going on"
            step = own[0] if len(own) == 1 else disjunction(says, own, _names(setting, by), _names(setting, on))
        else:
            step = prior_attack(setting, by, on, None, helping=helping)
        setting.memo[key] = step
    return step


def _stipulated(setting: Setting, by: tuple[str, ...]) -> Iterator[Event]:
    """The question's attacks by ``by`` that are or may be going on."""
    for event in setting.question.events:
        is_attack = setting.is_kind(event.type, "armed_attack")
        if is_attack and set(by) & set(setting.actors(event)) and event.span.contains(setting.day) > Truth.FALSE:
            yield event


def _served(setting: Setting, against: tuple[str, ...], actors: tuple[str, ...]) -> Iterator[str]:
    """Those on whose behalf the actors use force against ``against``, as the question says."""
    for event in _stipulated(setting, actors):
        if set(against) & set(setting.targets(event)):
            yield from event.roles.get("on_behalf_of", ())


def _supposed_attack(setting: Setting, by: tuple[str, ...], on: tuple[str, ...]) -> Step | None:
    """Self-defence that the question assumes supposes an armed attack by the one against whom it is used."""
    if (setting.question.assumptions or {}).get("self_defence") != "true":
        return None
    for event in setting.question.events:
        if set(by) & set(setting.targets(event)) and set(on) & set(setting.actors(event)):
            says = "an armed attack by {0} on {1} is going on"
            return switched(setting, "self_defence", event.id, says, _names(setting, by), _names(setting, on))
    return None


def _in_law(setting: Setting, event: Event) -> Step:
    """An attack of the question is an armed attack in law unless the force is lawful."""
    actors, targets = setting.actors(event), setting.targets(event)
    names = (_names(setting, actors), _names(setting, targets))
    used = fact(
        setting,
        event,
        "characterisation",
        "armed_attack",
        Truth.TRUE,
        "what {0} does to {1} is an armed attack",
        *names,
    )
    unlawful = denial("it is not lawful force", lawful_force(setting, event))
    return conjunction("the attack by {0} on {1} is an armed attack in law", (used, unlawful), *names)


def prior_attack(
    setting: Setting, by: tuple[str, ...], on: tuple[str, ...], event: Event | None, *, helping: bool
) -> Step:
    """Whether a recorded (or earlier stipulated) armed attack by ``by`` is going on, on ``on`` or one it acts for.

    An attack on a third state gives UNKNOWN at most: whether ``on`` acts for that state is not recorded.
    """
    names = (_names(setting, by), _names(setting, on))
    if any(set(by) & set(setting.targets(e)) and set(on) & set(setting.actors(e)) for e in setting.question.events):
        leaf = switched(setting, "prior_attack", "", "an armed attack by {0} on {1} is going on", *names)
        if leaf:
            return leaf
    parts = [
        part
        for other in setting.of_kind("armed_attack")
        if _came_before(setting, other, event) and (part := _recorded(setting, other, by, on, helping=helping))
    ]
    if event is not None:
        for other in setting.other_events(event, "armed_attack"):
            part = _earlier(setting, other, event, by, on) or (
                _on_another(setting, other, by, on, "prior_attack") if helping else None
            )
            if part:
                parts.append(part)
    if not parts:
        return Step(Truth.FALSE, "an armed attack by {0} on {1} is on record as going on", names)
    return parts[0] if len(parts) == 1 else disjunction("an armed attack by {0} is going on", tuple(parts), names[0])


def _came_before(setting: Setting, other: Event, event: Event | None) -> bool:
    """Recorded attacks count against a stipulated one at once, against a recorded one only if they began earlier."""
    if event is None:
        return True
    if event.id in setting.world.records.events:
        return other.since.first < event.since.first
    return other.since.first <= event.since.first


def _recorded(
    setting: Setting, other: Event, by: tuple[str, ...], on: tuple[str, ...], *, helping: bool
) -> Step | None:
    if not set(by) & set(setting.actors(other)):
        return None
    victims = setting.targets(other)
    going_on = other.span.contains(setting.day)
    names = (_names(setting, by), _names(setting, victims))
    says = "an armed attack by {0} on {1} is going on since " + str(other.since)
    if set(on) & set(victims):
        step = _unlawful(
            setting, other, fact(setting, other, "characterisation", "prior_attack", Truth.TRUE, says, *names)
        )
        return step if going_on is Truth.TRUE else replace(step, truth=min(step.truth, going_on))
    return _on_another(setting, other, by, on, "prior_attack") if helping else None


def _on_another(setting: Setting, other: Event, by: tuple[str, ...], on: tuple[str, ...], atom: str) -> Step | None:
    """An attack by ``by`` on a third state for which ``on`` may be acting."""
    if set(by) & set(on) or not set(by) & set(setting.actors(other)):
        return None
    names = (_names(setting, by), _names(setting, setting.targets(other)), _names(setting, on))
    says = "an armed attack by {0} on {1} is going on since " + str(other.since)
    attack = fact(setting, other, "characterisation", atom, Truth.TRUE, says, *names[:2])
    if other.id in setting.world.records.events:
        attack = _unlawful(setting, other, attack)
    acting = Step(Truth.UNKNOWN, "{2} acts for {1} (not on record)", names, (), (), other.mark, "acts_for", other.id)
    return conjunction("{2} may be acting for {1}, under attack by {0}", (attack, acting), *names)


def lawful_force(setting: Setting, event: Event) -> Step:
    """Lawful self-defence, or force that the organ named in the doctrine has authorised (Charter article 42)."""
    defence = lawful_self_defence(setting, event)
    rule = setting.rule("authorised-force")
    targets = set(setting.targets(event))
    permits = tuple(
        fact(setting, other, "characterisation", "organ_act", Truth.TRUE, "{0}", other.title)
        for other in (*setting.ongoing, *setting.question.events)
        if any(setting.is_kind(other.type, kind) for kind in rule.kinds)
        and set(rule.refers) & set(setting.actors(other))
        and targets & set(setting.targets(other))
        and other.span.contains(setting.day) is Truth.TRUE
    )
    return (
        disjunction("the force is lawful", (defence, *permits), cites=(f"doctrine:{rule.id}",)) if permits else defence
    )


def _unlawful(setting: Setting, other: Event, attack: Step) -> Step:
    """A recorded attack counts only if it is not itself lawful self-defence; positions on it speak of that too."""
    if attack.truth is Truth.FALSE or attack.dispute != NO_DISPUTE:
        return attack
    defence = lawful_self_defence(setting, other)
    if defence.truth is Truth.FALSE:
        return attack
    unlawful = denial("it is not itself lawful self-defence", defence)
    return conjunction("an unlawful armed attack is going on", (attack, unlawful), cites=("doctrine:self-defence",))


def _earlier(setting: Setting, other: Event, event: Event, by: tuple[str, ...], on: tuple[str, ...]) -> Step | None:
    if not (set(by) & set(setting.actors(other)) and set(on) & set(setting.targets(other))):
        return None
    truth = other.since.before(event.since)
    says = "the attack by {0} on {1} came first"
    return Step(truth, says, (_names(setting, by), _names(setting, on)), (), (), None, "prior_attack", other.id)


def _names(setting: Setting, identifiers: tuple[str, ...]) -> str:
    return " and ".join(map(setting.world.name, identifiers)) or "nobody"
