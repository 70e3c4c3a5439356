"""The atom ``armed_attack``: who attacks whom, with what gravity, where, on what target, and with what right.

Sources: Nicaragua (ICJ 1986) paras 191, 195; Oil Platforms (2003) paras 64, 72; Assembly resolution 3314
article 3(d); Wall (2004) para 139 on attacks that are not attributed to a state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.facts import fact
from foedera.law.places import home_state, theirs
from foedera.law.selfdefence import lawful_force
from foedera.law.who import any_matches, in_words, is_group, matches
from foedera.model import conditions as c
from foedera.model.answers import Step, conjunction, denial
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.setting import Case

_IN_LAW = "what {0} does to {1} is an armed attack"
_KNOWN = {"true": Truth.TRUE, "false": Truth.FALSE, "unknown": Truth.UNKNOWN}


def armed_attack(case: Case, atom: c.ArmedAttack) -> Step:
    """Use of force of some gravity on ``on`` by ``by``; under article 51 not itself lawful self-defence."""
    setting, event = case.setting, case.event
    if not setting.is_kind(event.type, "armed_attack"):
        return Step(Truth.FALSE, "the event in question is an armed attack")
    attackers, victims = setting.actors(event), setting.targets(event)
    on = any_matches(case, atom.on, victims)
    if on is Truth.FALSE:
        return Step(Truth.FALSE, "{0} is the one attacked", (in_words(case, atom.on),))
    parts = [_by_whom(case, atom, attackers)]
    if parts[0].truth is Truth.FALSE:
        return parts[0]
    if on is Truth.UNKNOWN:
        args = (in_words(case, atom.on),)
        parts.append(Step(on, "{0} is the one attacked", args, (), (), None, "victim", event.id))
    parts += _quality(case, atom)
    says = "an armed attack by {0} on {1}"
    return conjunction(
        says, tuple(parts), case.names(attackers), in_words(case, atom.on), cites=("doctrine:armed-attack",)
    )


def _by_whom(case: Case, atom: c.ArmedAttack, attackers: tuple[str, ...]) -> Step:
    event = case.event
    by = any_matches(case, atom.by, attackers)
    args = (case.names(attackers), case.names(case.setting.targets(event)), in_words(case, atom.by))
    if by is not Truth.TRUE and any(is_group(case.setting, attacker) for attacker in attackers):
        return _group_attack(case, atom, args)
    if by is Truth.FALSE:
        return Step(by, "the attacker, {0}, is {2}", args)
    if by is Truth.UNKNOWN:
        return Step(by, "the attacker, {0}, is {2}", args, (), (), None, "attacker", event.id)
    return Step(by, "{0} attacks {1}", args)


def _group_attack(case: Case, atom: c.ArmedAttack, args: tuple[str, ...]) -> Step:
    """An attack by a group counts as a state's if the state sent it; without attribution this is unsettled."""
    event, setting = case.event, case.setting
    sender = (event.attributes or {}).get("sent_by")
    if sender and sender in setting.world.records.states:
        says = "{0}, sent by " + case.name(sender) + ", attacks {1}"
        sent = fact(setting, event, "attribution", "attribution", Truth.TRUE, says, *args)
        fits = matches(case, atom.by, sender)
        if sent.truth is Truth.UNKNOWN or (sent.truth is fits is Truth.TRUE):
            return sent
        if sent.truth is Truth.TRUE:
            return Step(fits, "the state that sent {0} is {2}", args)
    says = "an attack by {0}, not attributed to a state, counts as an attack by {2}"
    rule = setting.rule("non-state-attack")
    return Step(Truth.UNKNOWN, says, args, (), (f"doctrine:{rule.id}",), rule.mark, "attribution", event.id)


def _quality(case: Case, atom: c.ArmedAttack) -> Iterable[Step]:
    """Gravity, target, place, origin, characterisation, and (where the clause refers to it) article 51."""
    setting, event = case.setting, case.event
    if event.span.contains(setting.day) is not Truth.TRUE:
        says = "the attack ({0}) counts on the day asked, {1}"
        yield Step(Truth.UNKNOWN, says, (str(event.span), str(setting.day)), (), (), None, "going_on", event.id)
    yield _gravity(case)
    target = event.target or "territory"
    if atom.covers is not None or target != "territory":
        yield _covered(case, atom.covers, target)
    if target == "territory":
        yield from _own_territory(case, atom)
    if atom.source != "any":
        yield _origin(case, atom.source)
    used = fact(setting, event, "characterisation", "armed_attack", Truth.TRUE, _IN_LAW, *_sides(case))
    if used.truth is not Truth.TRUE or used.dispute.asserted_by:
        yield used
    yield from unless_lawful(case)


def unless_lawful(case: Case) -> Iterable[Step]:
    """Where the clause refers to article 51: that the event is not itself lawful force."""
    if set(case.provision.limits) & set(case.setting.rule("article-51-reference").refers):
        says = "it is not lawful force (the clause refers to Charter article 51)"
        yield denial(
            says,
            lawful_force(case.setting, case.event),
            cites=("un-charter/51", "doctrine:article-51-reference"),
        )


def _sides(case: Case) -> tuple[str, str]:
    setting, event = case.setting, case.event
    return case.names(setting.actors(event)), case.names(setting.targets(event))


def _gravity(case: Case) -> Step:
    rule = case.setting.rule("armed-attack")
    scale = (case.event.attributes or {}).get("scale")
    known = (rule.values or {}).get(scale or "")
    truth = _KNOWN[known] if known else Truth.UNKNOWN
    says = "the use of force is of the gravity of an armed attack (scale: {0})"
    return Step(
        truth,
        says,
        (scale or "not given",),
        (),
        (f"doctrine:{rule.id}",),
        rule.mark,
        "gravity",
        case.event.id,
    )


def _covered(case: Case, covers: tuple[c.Target, ...] | None, target: str) -> Step:
    if covers is None:
        says = "the clause covers attacks on {0} alone (it does not say)"
        return Step(
            Truth.UNKNOWN,
            says,
            (target,),
            (),
            ("doctrine:forces-and-vessels",),
            None,
            "target",
            case.provision.id,
        )
    named = target in covers
    return Step(Truth.of(named), "the clause covers attacks on {0} (it names: {1})", (target, ", ".join(covers)))


def _own_territory(case: Case, atom: c.ArmedAttack) -> Iterable[Step]:
    """A place that is not plainly the victim's home territory must be tested."""
    places = tuple(place for place in case.event.at if home_state(place) not in case.setting.targets(case.event))
    if places and atom.territory == "any":
        return
    for place in places:
        yield theirs(case, atom.on if atom.on in c.ROLES else "beneficiary", place, atom.territory)


def _origin(case: Case, wanted: str) -> Step:
    given = (case.event.attributes or {}).get("source", "external" if not _within(case) else "")
    if not given:
        return Step(
            Truth.UNKNOWN,
            "the attack comes from {0} sources (not given)",
            (wanted,),
            (),
            (),
            None,
            "source",
            case.event.id,
        )
    return Step(Truth.of(given == wanted), "the attack comes from {1} sources (given: {0})", (given, wanted))


def _within(case: Case) -> bool:
    return any(is_group(case.setting, actor) for actor in case.setting.actors(case.event))
