"""The atoms of conditions: each has one meaning, given here, with its legal source in docs/semantics.md."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from foedera.law.attack import armed_attack
from foedera.law.facts import fact, requested, statehood, switched
from foedera.law.force import cited, in_force, start
from foedera.law.places import in_area
from foedera.law.selfdefence import attack_going_on, lawful_self_defence
from foedera.law.threat import threat
from foedera.law.who import any_matches, in_words, is_party
from foedera.model import conditions as c
from foedera.model.answers import Step, conjunction
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.law.setting import Case


def state_of_war(case: Case, atom: c.StateOfWar) -> Step:
    """The attack puts ``of`` in a state of war (causation: "and thus"); in a scenario a declaration shows it."""
    setting, event = case.setting, case.event
    involved = (*setting.targets(event), *setting.actors(event))
    matched = any_matches(case, atom.of, involved)
    if matched is Truth.FALSE:
        return Step(matched, "{0} is involved", (in_words(case, atom.of),))
    declared = any(
        any_matches(case, atom.of, sides := (*setting.actors(other), *setting.targets(other))) is Truth.TRUE
        and any(adversary in sides for adversary in case.adversaries)
        and other.span.contains(setting.day) is Truth.TRUE
        for other in (
            *setting.other_events(event, "declaration_of_war"),
            *setting.of_kind("declaration_of_war"),
        )
    )
    says = "{0} is put in a state of war by it" if atom.brought_about_by == "trigger" else "{0} is in a state of war"
    default = Truth.TRUE if declared else Truth.UNKNOWN
    found = fact(setting, event, "state_of_war", "state_of_war", default, says, in_words(case, atom.of))
    if matched is Truth.UNKNOWN and found.truth is Truth.TRUE:
        return Step(matched, "{0} is involved", (in_words(case, atom.of),))
    return found


def target(case: Case, atom: c.TargetIs) -> Step:
    """What is attacked."""
    hit = case.event.target or "territory"
    return Step(Truth.of(hit in atom.one_of), "the target is {0} (the clause: {1})", (hit, " or ".join(atom.one_of)))


def unprovoked(case: Case, atom: c.Unprovoked) -> Step:
    """No provocation by ``by``, which is not the attacker itself either."""
    setting, event = case.setting, case.event
    says, words = "{0} did not provoke the attack", in_words(case, atom.by)
    began = any_matches(case, atom.by, setting.actors(event))
    if began is Truth.TRUE:
        return Step(Truth.FALSE, says + " (it is the attacker)", (words,))
    found = fact(setting, event, "unprovoked", "unprovoked", Truth.UNKNOWN, says, words)
    if began is Truth.FALSE or found.truth is Truth.FALSE:
        return found
    other = Step(Truth.UNKNOWN, "{0} is not the attacker", (words,), (), (), None, "attacker", event.id)
    return conjunction(says, (found, other), words)


def adversary_is(case: Case, atom: c.AdversaryIs) -> Step:
    """Whether the adversary is one that the clause names, or is joined with one in the attack."""
    adversaries = case.adversaries
    named = " or ".join(in_words(case, who) for who in atom.one_of)
    truth = max((any_matches(case, who, adversaries) for who in atom.one_of), default=Truth.FALSE)
    says = "the adversary, {0}, is {1}"
    if atom.or_joined_with:
        says += " or is joined with it"
    return Step(truth, says, (case.names(adversaries), named))


def adversary_count(case: Case, atom: c.AdversaryCount) -> Step:
    """How many states attack."""
    number = len(case.adversaries)
    fits = atom.at_least <= number and (atom.at_most is None or number <= atom.at_most)
    return Step(Truth.of(fits), "the number of attackers is {0}", (str(number),))


def invoked(case: Case, atom: c.Invoked) -> Step:
    """A subjective clause falls due when one whom it lets judge invokes it; a joint one when both do."""
    setting, provision = case.setting, case.provision
    names = {provision.id, f"{case.instrument.id}/{provision.article}", case.instrument.id}
    events = [
        event
        for event in (*setting.of_kind("invocation"), *(e for e in setting.question.events if e.type == "invocation"))
        if names & set(event.about)
        and event.span.contains(setting.day) is Truth.TRUE
        and any_matches(case, atom.by, setting.actors(event)) is Truth.TRUE
    ]
    invokers = tuple(dict.fromkeys(actor for event in events for actor in setting.actors(event)))
    if events and (not atom.jointly or {case.obligor, case.beneficiary} <= set(invokers)):
        says = "{0} invoked the clause on " + str(events[-1].since)
        return Step(Truth.TRUE, says, (case.names(invokers),), (), events[-1].sources, events[-1].mark)
    says = "the parties together invoke the clause" if atom.jointly else "{0} invokes the clause"
    leaf = switched(setting, "invoked", provision.id, says, in_words(case, atom.by))
    cites = ("doctrine:consultation",)
    return leaf or Step(Truth.UNKNOWN, says, (in_words(case, atom.by),), (), cites, None, "invoked", provision.id)


def request(case: Case, atom: c.Request) -> Step:
    """``by`` asks the obligor for the act (Nicaragua 199)."""
    by = _who(case, atom.by)
    return requested(case.setting, case.event, by, case.obligor, "{0} asks for it", in_words(case, atom.by))


def after(case: Case, atom: c.After) -> Step:
    """An event of this kind happened before the event in question."""
    setting, event = case.setting, case.event
    recorded = setting.world.records.events.values()
    for other in (*setting.question.events, *recorded):
        if other is event or not setting.is_kind(other.type, atom.kind):
            continue
        if other.since.before(event.since) is not Truth.TRUE:
            continue
        fits = min(
            any_matches(case, atom.by, setting.actors(other)),
            any_matches(case, atom.toward, setting.targets(other)),
        )
        if fits is Truth.TRUE:
            return Step(
                Truth.TRUE,
                "it comes after: {0} ({1})",
                (other.title, str(other.since)),
                (),
                other.sources,
                other.mark,
            )
    return Step(Truth.FALSE, "an earlier event of the kind '{0}' is on record", (atom.kind.replace("_", " "),))


def act(case: Case, atom: c.Act) -> Step:
    """The event in question is such an act by ``by`` toward ``toward``."""
    setting, event = case.setting, case.event
    kinds = " or ".join(kind.replace("_", " ") for kind in atom.kind)
    if not any(setting.is_kind(event.type, kind) for kind in atom.kind):
        return Step(Truth.FALSE, "the event in question is of the kind {0}", (kinds,))
    sides = [(setting.actors(event), setting.targets(event))]
    if setting.world.records.event_kinds[event.type].symmetric:
        sides.append((sides[0][1], sides[0][0]))
    truth = max(min(any_matches(case, atom.by, by), any_matches(case, atom.toward, toward)) for by, toward in sides)
    words = (in_words(case, atom.by), in_words(case, atom.toward), kinds)
    says = "this is an act of {0} toward {1} ({2})"
    return Step(truth, says, words, (), (), None, "act" if truth is Truth.UNKNOWN else "", event.id)


def attribute(case: Case, atom: c.Attribute) -> Step:
    """An attribute of the event; not given is UNKNOWN."""
    given = (case.event.attributes or {}).get(atom.key)
    name, wanted = atom.key.replace("_", " "), _wanted(atom)
    if given is None:
        says = "the {0} is {1} (the question does not say)"
        return Step(Truth.UNKNOWN, says, (name, wanted), (), (), None, atom.key, case.event.id)
    says = "the {0} is {1} (given: {2})"
    args = (name, wanted, given.replace("_", " "))
    if atom.one_of is not None:
        return Step(Truth.of(given in atom.one_of), says, args)
    try:
        number = float(given)
    except ValueError:
        return Step(Truth.UNKNOWN, says, args, (), (), None, atom.key, case.event.id)
    low, high = atom.at_least, atom.at_most
    return Step(Truth.of((low is None or number >= low) and (high is None or number <= high)), says, args)


def _wanted(atom: c.Attribute) -> str:
    if atom.one_of:
        return " or ".join(atom.one_of).replace("_", " ")
    bounds = (("at least", atom.at_least), ("at most", atom.at_most))
    return " and ".join(f"{word} {number:,g}" for word, number in bounds if number is not None)


def ongoing_attack(case: Case, atom: c.OngoingAttack) -> Step:
    """An armed attack in law by ``by`` on ``on`` is going on, the question's own included."""
    return attack_going_on(case.setting, _who(case, atom.by), _who(case, atom.on), helping=atom.or_helped_by)


def _who(case: Case, who: c.Who) -> tuple[str, ...]:
    return {
        "obligor": (case.obligor,),
        "beneficiary": (case.beneficiary,),
        "adversary": case.adversaries,
    }.get(who, (who,))


def self_defence(case: Case, _atom: c.LawfulSelfDefence) -> Step:
    """The event's actor acts in lawful self-defence."""
    if not case.setting.is_kind(case.event.type, "armed_attack"):
        return Step(Truth.FALSE, "the event in question is a use of force")
    return lawful_self_defence(case.setting, case.event)


def organ_act(case: Case, atom: c.OrganAct) -> Step:
    """An organ has acted so and its act is in effect on the day, as positions on that act have it."""
    setting = case.setting
    found: list[Step] = []
    for event in (*setting.ongoing, *setting.question.events):
        if not any(setting.is_kind(event.type, kind) for kind in atom.kind) or atom.organ not in setting.actors(event):
            continue
        about = min(any_matches(case, atom.about, setting.targets(event)), event.span.contains(setting.day))
        if about > Truth.FALSE:
            act = fact(setting, event, "characterisation", "organ_act", Truth.TRUE, "{0}", event.title)
            found.append(act if about is Truth.TRUE else replace(act, truth=min(act.truth, about)))
    if found:
        return max(found, key=lambda step: step.truth)
    kinds = " or ".join(atom.kind)
    says = "an act of {1} about {2} ({0}) is on record as in effect"
    return Step(Truth.FALSE, says, (kinds, case.name(atom.organ), in_words(case, atom.about)))


def treaty_in_force(case: Case, atom: c.InForce) -> Step:
    """Another instrument is in force (for a party)."""
    instrument = case.setting.world.records.instruments.get(atom.instrument)
    if instrument is None:
        return Step(
            Truth.UNKNOWN,
            "{0} is in force (it is not in the corpus)",
            (atom.instrument,),
            (),
            (),
            None,
            "treaty_in_force",
            atom.instrument,
        )
    force = in_force(case.setting, instrument)
    if atom.party is None:
        return force
    actors = _who(case, atom.party)
    joined = Step(
        max((is_party(case.setting, instrument.id, actor) for actor in actors), default=Truth.FALSE),
        "{0} is a party to {1}",
        (case.names(actors), instrument.title),
    )
    return conjunction("{0} binds {1}", (force, joined), instrument.title, case.names(actors))


def is_state(case: Case, atom: c.Statehood) -> Step:
    """``of`` is a state; where that is disputed, as positions have it."""
    (actor, *_) = _who(case, atom.of) or ("",)
    return statehood(case.setting, actor)


def on_or_after(case: Case, atom: c.OnOrAfter) -> Step:
    """The day asked is this day or later."""
    return Step(atom.day.on_or_before(case.setting.day), "the day is {0} or later", (str(atom.day),))


def unknown(case: Case, atom: c.Unknown) -> Step:
    """What the sources do not settle."""
    return Step(
        Truth.UNKNOWN,
        "{0} (not known)",
        (atom.about,),
        (),
        cited(case.instrument, case.provision.sources),
        case.provision.mark,
        "unknown",
        case.provision.id,
    )


_UNSTATED = {
    "adversary": "the adversary is the one to whom the promise is confined (the source does not name it)",
    "other_adversary": "the adversary is another to whom the promise is confined (the source does not name all)",
    "location": "it happens where the promise is confined to (the source does not say where)",
    "theatre": "it happens where the promise against this adversary is confined to (the source does not say where)",
    "ongoing_conflict": "it is the conflict to which the promise is confined (the source does not say which)",
    "adversary_number": "the adversaries are as many as the promise requires (the source does not say how many)",
    "demand": "the demand on which the promise depends was refused (the source does not say which)",
    "fellow_member": "the promise also runs against a fellow member (the source does not say)",
}


def unstated(case: Case, atom: c.Unstated) -> Step:
    """A condition that the source flags without giving its content."""
    if atom.topic == "ongoing_conflict" and (known := _made_in_its_course(case)):
        return known
    cites = cited(case.instrument, case.provision.sources)
    mark = case.provision.mark
    return Step(Truth.UNKNOWN, _UNSTATED[atom.topic], (), (), cites, mark, atom.topic, case.provision.id)


def _made_in_its_course(case: Case) -> Step | None:
    """A clause made after an attack of the question had begun, and before it was over, is about that conflict."""
    begin = start(case.instrument)
    begun = case.provision.since or (begin.on if begin else None)
    if begun is None or case.setting.question.short_form:
        return None
    for event in case.setting.question.events:
        is_attack = case.setting.is_kind(event.type, "armed_attack")
        if is_attack and event.span.contains(begun) is Truth.TRUE:
            says = "the promise was made in the course of this conflict ({0}; the attack began on {1})"
            return Step(Truth.TRUE, says, (str(begun), str(event.since)), (), event.sources, event.mark)
    return None


ATOMS: dict[type[c.Node], Callable[[Case, Any], Step]] = {
    c.ArmedAttack: armed_attack,
    c.Threat: threat,
    c.StateOfWar: state_of_war,
    c.InArea: in_area,
    c.TargetIs: target,
    c.Unprovoked: unprovoked,
    c.AdversaryIs: adversary_is,
    c.AdversaryCount: adversary_count,
    c.Invoked: invoked,
    c.Request: request,
    c.After: after,
    c.Act: act,
    c.Attribute: attribute,
    c.OngoingAttack: ongoing_attack,
    c.LawfulSelfDefence: self_defence,
    c.OrganAct: organ_act,
    c.InForce: treaty_in_force,
    c.Statehood: is_state,
    c.OnOrAfter: on_or_after,
    c.Unknown: unknown,
    c.Unstated: unstated,
}
"""The meaning of every atom."""
