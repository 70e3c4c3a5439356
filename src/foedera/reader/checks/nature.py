"""Claims about what an instrument is: aimed at somebody, defensive, peaceful, or a matter of opinion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.model import conditions as c
from foedera.model.answers import Step
from foedera.reader.checks.bench import leaf, settled, silent, unjudged
from foedera.reader.checks.clauses import called, contents, phrase, places, quoted, standing
from foedera.reader.checks.duties import is_checked
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.instruments import Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, Verdict

_NOBODY = re.compile(
    r"(?i)\b(?:treaty|agreement|relationship|organisation|it) is not (?:aimed at|directed against) "
    r"(?:any )?(?:third|other) (?:stat|part|countr)"
)
"""How the record of a clause says that the instrument is aimed at no third state."""
_PROMISES = frozenset({"defence", "offence", "neutrality", "consultation", "cooperation", "sanction"})
"""Kinds of clauses that can be aimed at somebody."""


def opinion(_bench: Bench, _claim: Claim) -> Verdict:
    """What no text settles is not judged."""
    return unjudged("What it is for, and what will come of it, no text settles.")


def _clauses(bench: Bench, claim: Claim) -> tuple[Instrument, tuple[Provision, ...]]:
    """The instrument that a claim is about, and its clauses (or those of the article) as they stand on the day."""
    about = claim.about[0]
    return bench.world.records.instruments[about.partition("/")[0]], standing(bench, bench.provisions(about))


def directed_against(bench: Bench, claim: Claim) -> Verdict:
    """Whether the instrument is aimed at a state: only if a clause names an adversary or says that there is none.

    Whom a text that names nobody has in view no record shows; that no clause names an adversary is then the core.
    """
    instrument, clauses = _clauses(bench, claim)
    adversaries = [(state, p) for p in clauses for state in dict.fromkeys(_aimed_at(bench, instrument, p))]
    meant = [(state, p) for state, p in adversaries if not claim.said.states or state in claim.said.states]
    if meant:
        names = bench.names(dict.fromkeys(state for state, _ in meant))
        says = f"The record of {short(instrument)} names {names} in {places(instrument, (p for _, p in meant))}."
        return settled(Truth.TRUE, says, quoted(instrument, meant[0][1]), negated=claim.negated)
    parts: tuple[Part, ...] = (*clauses, *instrument.final_clauses)
    disclaimer = next((part for part in parts if _disclaims(part)), None)
    if disclaimer:
        where = f"{called(instrument, disclaimer)} of {short(instrument)}"
        says = f"By the record {where} says that it is not aimed at third states."
        return settled(Truth.FALSE, says, quoted(instrument, disclaimer, Truth.FALSE), negated=claim.negated)
    unnamed = unjudged("Whom it is aimed at no text settles where no clause names an adversary.")
    return replace(unnamed, core=_core(bench, claim, instrument, clauses, adversaries))


def _disclaims(part: Part) -> bool:
    return _NOBODY.search(f"{part.summary} {getattr(part, 'note', '')}") is not None


def _core(
    bench: Bench,
    claim: Claim,
    instrument: Instrument,
    clauses: tuple[Provision, ...],
    adversaries: list[tuple[str, Provision]],
) -> Verdict | None:
    """The part that a record does show: whether a clause names the state as an adversary."""
    if not clauses:
        return None
    names = bench.names(dict.fromkeys(state for state, _ in adversaries))
    says = f"The only adversary that a clause names is {names}." if names else "No clause on record names an adversary."
    step = leaf(instrument, Truth.FALSE, "a clause of {0} names the state as an adversary", instrument.id)
    return settled(Truth.FALSE, says, step, negated=True) if claim.negated else silent(says)


def _aimed_at(bench: Bench, instrument: Instrument, provision: Provision) -> Iterator[str]:
    """States outside the instrument that a clause names as adversary, attacker, threat, or target of sanctions."""
    if not _PROMISES & set(provision.kind):
        return
    outside = set(bench.world.records.states) - {party.state for party in instrument.parties}
    for node in c.nodes(provision.when):
        if isinstance(node, c.AdversaryIs):
            yield from (who for who in node.one_of if who in outside)
        elif _is_attack(node) and getattr(node, "by", "") in outside:
            yield getattr(node, "by", "")
    if "sanction" in provision.kind:
        yield from (duty.to for duty in provision.duties if duty.to in outside)
        yield from (who for who in provision.obligors if who in outside)


def _is_attack(node: c.Node) -> bool:
    return isinstance(node, c.ArmedAttack | c.Threat) or (isinstance(node, c.Act) and "nuclear_attack" in node.kind)


def is_defensive(bench: Bench, claim: Claim) -> Verdict:
    """Whether the instrument is defensive or offensive by the kinds of its clauses; ``peaceful`` no text settles.

    Defensive: it promises defence or consultation and nothing of the kind offence. Of ``peaceful`` the verdict on
    ``defensive`` is the core.
    """
    instrument, clauses = _clauses(bench, claim)
    verdict = _by_kinds(instrument, clauses, claim)
    if claim.said.word != "peaceful":
        return verdict
    return replace(unjudged("Whether it is peaceful no text settles."), core=verdict if clauses else None)


def _by_kinds(instrument: Instrument, clauses: tuple[Provision, ...], claim: Claim) -> Verdict:
    attacks = tuple(p for p in clauses if "offence" in p.kind)
    protects = tuple(p for p in clauses if {"defence", "consultation"} & set(p.kind))
    is_turned = (claim.said.word == "offensive") is not claim.negated
    if attacks:
        says = f"The record of {short(instrument)} has {phrase('offence')} in {places(instrument, attacks)}."
        return settled(Truth.FALSE, says, quoted(instrument, attacks[0], Truth.FALSE), negated=is_turned)
    if not any(is_checked(p, instrument) for p in protects):
        return silent(f"The record of {short(instrument)} has no clause that shows this.")
    says = (
        f"The record of {short(instrument)} has {contents(instrument, protects)} and no clause on {phrase('offence')}."
    )
    steps = tuple(quoted(instrument, p) for p in protects)
    step = Step(
        Truth.TRUE, "{0} has promises for the case of an attack, and none to attack", (short(instrument),), steps
    )
    return settled(Truth.TRUE, says, step, negated=is_turned)
