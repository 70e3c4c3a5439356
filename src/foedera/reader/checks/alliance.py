"""Whether an instrument is an alliance: under the definitions of two data projects, and in the speaker's words.

Sources: the ATOP codebook as the Quality of Government Institute quotes it
(https://datafinder.qog.gu.se/dataset/atop): a formal agreement among independent states to cooperate militarily in the
face of potential or realized conflict, coded by five kinds of obligation; consultation counts only if it is about
crises. The Correlates of War's defence pact (type I): states commit themselves to intervene on the side of a partner
that is attacked (International Military Alliances 1648-2008, 2009, introduction).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.law.leading import KINDS
from foedera.model.answers import Step
from foedera.model.conditions import ArmedAttack, StateOfWar, Threat, nodes
from foedera.reader.checks.bench import listed
from foedera.reader.checks.clauses import phrase, places, quoted, standing
from foedera.reader.checks.duties import is_checked
from foedera.reader.records import Verdict
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import FinalClause, Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim

    Outcome = tuple[str, str, str]

ATOP = (
    "ATOP: a formal agreement of independent states with a promise of defence, offence, neutrality, non-aggression, or "
    "consultation in a crisis"
)
PACT = "narrower, a defence pact (type I of the Correlates of War): a promise to defend the other when it is attacked"
_YES, _NO, _OPEN = "is an alliance", "is not an alliance", "open"
_STRUCTURE = re.compile(r"(?i)\b(bloc|western|nato|pattern|command|integrated|headquarters|structure|organi[sz]ation)")
_JOINT = re.compile(r"(?i)\b(joint command|joint forces|integrated|council|commission|committee)\b")
_LONGEST = 160


def is_alliance(bench: Bench, claim: Claim) -> Verdict:
    """Always ``definitional``: the outcome by ATOP's definition, by a narrower one, and in the speaker's words."""
    instrument = bench.world.records.instruments[claim.about[0].partition("/")[0]]
    clauses = standing(bench, instrument.provisions)
    outcomes = (_by_atop(instrument, clauses), _by_pact(instrument, clauses), _by_speaker(claim, instrument, clauses))
    parts = [f"by ATOP's definition {_said(outcomes[0])}", f"by a narrower one, a defence pact, {_said(outcomes[1])}"]
    says = f"It depends on the definition: {'; '.join(parts)}; what the speaker means by it is open."
    shown = tuple(quoted(instrument, p) for p in clauses if _promised(p))
    step = Step(Truth.UNKNOWN, "{0} is an alliance", (short(instrument),), shown, (), instrument.mark)
    return Verdict("definitional", says, step, outcomes)


def _said(outcome: Outcome) -> str:
    return {_YES: "it is one", _NO: "it is none", _OPEN: "that is open"}[outcome[1]]


def _promised(provision: Provision) -> list[str]:
    """The kinds that ATOP codes, among those of a clause. Consultation has to be about a crisis."""
    return [kind for kind in KINDS if kind in provision.kind and (kind != "consultation" or _on_crisis(provision))]


def _on_crisis(provision: Provision) -> bool:
    return any(isinstance(node, ArmedAttack | Threat | StateOfWar) for node in nodes(provision.when))


def _by_atop(instrument: Instrument, clauses: tuple[Provision, ...]) -> Outcome:
    promises = tuple(p for p in clauses if _promised(p))
    kinds = listed(dict.fromkeys(phrase(kind) for p in promises for kind in _promised(p)))
    has = f"the record has {kinds} in {places(instrument, promises)}" if promises else ""
    if instrument.atop_id:
        listing = f"ATOP lists it under number {instrument.atop_id}"
        return ATOP, _YES, f"{listing}; {has}" if has else listing
    if instrument.kind in ("resolution", "customary_law"):
        return ATOP, _NO, "it is no agreement of states"
    if not promises:
        return _without(ATOP, instrument, clauses)
    return (ATOP, *_formal(instrument, promises, has))


def _formal(instrument: Instrument, promises: tuple[Provision, ...], has: str) -> tuple[str, str]:
    """Promises in a text whose legal force is wanting or disputed leave it open whether it is a formal agreement."""
    forces = {p.binding or instrument.binding for p in promises}
    if "legal" in forces:
        return _YES, has
    doubt = "the text is political" if forces == {"political"} else "whether it binds in law is disputed"
    return _OPEN, f"{has}, but {doubt}, and the record does not show whether that counts as a formal agreement"


def _without(definition: str, instrument: Instrument, clauses: tuple[Provision, ...]) -> Outcome:
    if any(is_checked(p, instrument) for p in clauses):
        return definition, _NO, "the record has clauses of it, and none of them makes such a promise"
    return definition, _OPEN, "its clauses are not on record"


def _by_pact(instrument: Instrument, clauses: tuple[Provision, ...]) -> Outcome:
    promises = tuple(p for p in clauses if "defence" in p.kind)
    if not promises:
        return _without(PACT, instrument, clauses)
    return (PACT, *_formal(instrument, promises, f"the record has defence in {places(instrument, promises)}"))


def _by_speaker(claim: Claim, instrument: Instrument, clauses: tuple[Provision, ...]) -> Outcome:
    """What the record has on the words used; what the speaker means by them stays open."""
    words = " ".join(claim.text.split())
    cut = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    organs: tuple[Provision | FinalClause, ...] = (
        *(one for one in instrument.final_clauses if one.topic == "organ"),
        *(p for p in clauses if any(duty.act == "form_mechanism" for duty in p.duties) and _JOINT.search(p.summary)),
    )
    has = (
        f"the record has joint organs in {places(instrument, organs)}"
        if organs
        else "no joint organs or command are on record"
    )
    told = (
        "the words speak of a structure" if _STRUCTURE.search(words) else "the text does not say what makes an alliance"
    )
    return f"the speaker's: “{cut}”", _OPEN, f"{told}; {has}"
