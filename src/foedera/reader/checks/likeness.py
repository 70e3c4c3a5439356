"""Claims that a clause is like, the same as, or unlike a clause of another instrument."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.engine.compare import compare
from foedera.engine.words import plain
from foedera.model.answers import Step, conjunction
from foedera.model.conditions import ArmedAttack, nodes
from foedera.reader.checks.bench import listed, settled, silent
from foedera.reader.checks.clauses import article_of, duty_of, named, phrase, quoted, standing
from foedera.reader.checks.duties import is_checked
from foedera.reader.checks.together import together
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Verdict

    Clause = tuple[Instrument, Provision]

_KINDS = (
    *("defence", "offence", "neutrality", "consultation", "nonaggression", "no_hostile_agreement"),
    *("territory_denial", "sanction", "nonproliferation", "restraint_of_force", "aid_to_aggressor"),
    *("diplomatic_assistance", "permission", "cooperation"),
)
"""Kinds in the order in which a clause is taken for the one that is meant."""
_FEATURES = ("kind", "trigger", "duty", "discretion", "extent", "timing", "request", "area", "limits", "binding")
_ASSISTANCE = frozenset({"give_military_assistance", "aid_and_assist", "send_forces"})
"""Acts that are help to the one attacked, in one wording or another."""


def resembles(bench: Bench, claim: Claim) -> Verdict:
    """Whether two clauses are alike, with the features in which they differ.

    Of an instrument the clause of the kind that the other side has is taken, defence first. Two clauses of defence are
    alike if both promise help upon an armed attack and neither leaves open whether to give it, unless both do; others
    if they lay down the same act. *The same* needs features without a difference.
    """
    found = [_compared(bench, claim, other) for other in claim.said.others]
    return together(found) if found else silent("The text does not name another instrument that the corpus has.")


def _compared(bench: Bench, claim: Claim, other: str) -> Verdict:
    about = claim.about[0]
    mine, theirs = _clauses(bench, about), _clauses(bench, other)
    for name, clauses in ((about, mine), (other, theirs)):
        if not clauses:
            return silent(f"The corpus has no clause of {named(bench, name)} to compare.")
    pair = _pair(mine, theirs, tuple(said.kind for said in claim.said.duties))
    if pair is None:
        return _disjoint(bench, claim, other, mine[0], theirs)
    kind, here, there = pair
    verdict = _alike(bench, claim, kind, here, there)
    return _unequal(bench, verdict, mine, theirs, kind) if not article_of(about) and not article_of(other) else verdict


def _clauses(bench: Bench, identifier: str) -> tuple[Clause, ...]:
    instrument = bench.instrument(identifier)
    return tuple((instrument, p) for p in standing(bench, bench.provisions(identifier))) if instrument else ()


def _pair(
    mine: tuple[Clause, ...], theirs: tuple[Clause, ...], said: tuple[str, ...]
) -> tuple[str, Clause, Clause] | None:
    """Two clauses of one kind, the leading kind first; among several those with the same act."""
    for kind in (*said, *_KINDS):
        here = [one for one in mine if kind in one[1].kind]
        there = [one for one in theirs if kind in one[1].kind]
        pairs = [(kind, one, other) for one in here for other in there]
        if pairs:
            return max(pairs, key=lambda pair: _act(pair[1], kind) == _act(pair[2], kind))
    deeming = [next((one for one in clauses if one[1].deems_attack_on_all), None) for clauses in (mine, theirs)]
    return ("rule", deeming[0], deeming[1]) if deeming[0] and deeming[1] else None


def _duty(clause: Clause, kind: str) -> Duty | None:
    return duty_of(clause[1], kind)


def _act(clause: Clause, kind: str) -> str:
    duty = _duty(clause, kind)
    return "assistance" if duty and duty.act in _ASSISTANCE else duty.act if duty else ""


def _alike(bench: Bench, claim: Claim, kind: str, here: Clause, there: Clause) -> Verdict:
    ids, rows = compare(bench.world, [here[1].id, there[1].id])
    rows = [row for row in rows if row.name in _FEATURES and row.differs]
    sure = [row for row in rows if "unknown" not in row.values]
    alike = _likeness(kind, here, there)
    truth, flip = _asked(claim, alike, is_same=not sure)
    names = f"{named(bench, ids[0].partition('@')[0])} and {named(bench, ids[1].partition('@')[0])}"
    differ = f"they differ in {listed(row.name for row in rows)}" if rows else "no feature on record differs"
    about = f"are both about {phrase(kind)}, {_SAYS[alike.truth]}" if kind != "rule" else _DEEM
    says = f"By the record {names} {about}; {differ}."
    shown = (quoted(*here), quoted(*there), alike)
    step = Step(truth, "{0} and {1} are alike as the text says", tuple(ids), shown, tuple(ids))
    verdict = settled(truth, says, step, negated=flip)
    return replace(verdict, differences=tuple((row.name, *row.values[:2]) for row in rows))  # type: ignore[misc]


_DEEM = "both count an attack on one as an attack on all"
_SAYS = {
    Truth.TRUE: "and the duty is of one sort",
    Truth.UNKNOWN: "but the duty is not of one sort",
    Truth.FALSE: "but the duty is another",
}


def _asked(claim: Claim, alike: Step, *, is_same: bool) -> tuple[Truth, bool]:
    """The truth of the likeness that is claimed or denied, and whether the verdict is the reverse of it.

    That clauses which are alike but differ somewhere are *unlike* is right in part.
    """
    same = Truth.TRUE if is_same and alike.truth is Truth.TRUE else Truth.UNKNOWN
    if claim.said.word == "same":
        return (Truth.FALSE if same is Truth.UNKNOWN else same, True) if claim.negated else (same, False)
    if (claim.said.word == "unlike") is claim.negated:
        return alike.truth, False
    return same, True


def _likeness(kind: str, here: Clause, there: Clause) -> Step:
    """Whether two clauses of a kind are alike in what makes the kind."""
    if kind == "rule":
        return Step(Truth.TRUE, _DEEM)
    duties = [duty for duty in (_duty(here, kind), _duty(there, kind)) if duty]
    acts = Truth.TRUE if _act(here, kind) == _act(there, kind) else Truth.UNKNOWN
    listing = listed(plain(duty.act) for duty in duties) or "no duty"
    steps = [Step(acts, "both lay down the same sort of act ({0})", (listing,))]
    if kind == "defence":
        free = len({duty.discretion == "whether_and_how" for duty in duties})
        steps.append(
            Step(Truth.TRUE if free <= 1 else Truth.UNKNOWN, "both leave, or both do not leave, whether to act")
        )
        attacks = {any(isinstance(node, ArmedAttack) for node in nodes(p.when)) for _, p in (here, there)}
        steps.append(Step(Truth.TRUE if len(attacks) == 1 else Truth.UNKNOWN, "both have the same sort of trigger"))
    return conjunction("the clauses are alike", tuple(steps))


def _disjoint(bench: Bench, claim: Claim, other: str, mine: Clause, theirs: tuple[Clause, ...]) -> Verdict:
    """No kind in common: clauses that are both named differ; an instrument may have more than is on record."""
    both = article_of(claim.about[0]) and article_of(other)
    told = "defence" in (*mine[1].kind, *theirs[0][1].kind) and all(is_checked(p, i) for i, p in (mine, theirs[0]))
    names = f"{named(bench, claim.about[0])} is about {listed(map(phrase, mine[1].kind))}"
    if not both and not told:
        return silent(f"By the record {names}; nothing of that kind is on record of {named(bench, other)}.")
    kinds = dict.fromkeys(phrase(kind) for _, p in theirs for kind in p.kind)
    says = f"By the record {names}, {named(bench, other)} about {listed(kinds)}."
    step = Step(Truth.FALSE, "both are of one kind", (), (quoted(*mine), quoted(*theirs[0])))
    is_reverse = (claim.said.word == "unlike") is not claim.negated
    return settled(Truth.FALSE, says, step, negated=is_reverse)


def _unequal(
    bench: Bench, verdict: Verdict, mine: tuple[Clause, ...], theirs: tuple[Clause, ...], kind: str
) -> Verdict:
    """Two whole instruments of which only one promises defence are alike in part at most."""
    having = [clauses for clauses in (mine, theirs) if any("defence" in p.kind for _, p in clauses)]
    if kind == "defence" or len(having) != 1:
        return verdict
    name = bench.name(having[0][0][0].id)
    return replace(verdict, word="partly", says=f"{verdict.says} Only {name} has defence on record.")
