"""From a claim to its verdict: what is never judged first, then one rule for each kind of claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.model.answers import Step
from foedera.reader.checks.alliance import is_alliance
from foedera.reader.checks.articles import has_article
from foedera.reader.checks.bench import is_named_part, listed, silent, unjudged
from foedera.reader.checks.binding import binding
from foedera.reader.checks.content import clause_content
from foedera.reader.checks.dates import adopted_in, in_force_since, signed_on
from foedera.reader.checks.duration import term
from foedera.reader.checks.duties import contains_duty
from foedera.reader.checks.lifetime import ended
from foedera.reader.checks.likeness import resembles
from foedera.reader.checks.names import signed_at, signed_by, titled
from foedera.reader.checks.nature import directed_against, is_defensive, opinion
from foedera.reader.checks.parties import party_count, party_to
from foedera.reader.checks.relations import subject_to
from foedera.reader.checks.succession import supersedes
from foedera.reader.records import Verdict
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, ClaimKind, VerdictWord

_RULES: dict[ClaimKind, Callable[[Bench, Claim], Verdict]] = {
    "signed_on": signed_on,
    "signed_at": signed_at,
    "signed_by": signed_by,
    "adopted_in": adopted_in,
    "in_force_since": in_force_since,
    "party_to": party_to,
    "party_count": party_count,
    "ended": ended,
    "has_article": has_article,
    "contains_duty": contains_duty,
    "clause_content": clause_content,
    "resembles": resembles,
    "subject_to": subject_to,
    "supersedes": supersedes,
    "directed_against": directed_against,
    "is_alliance": is_alliance,
    "is_defensive": is_defensive,
    "opinion": opinion,
    "term": term,
    "binding": binding,
    "titled": titled,
}
"""Kind of claim to the rule that judges it; each rule is given a claim about one known instrument."""


_OF_CLAUSES = frozenset(
    (
        "contains_duty",
        "clause_content",
        "has_article",
        "resembles",
        "subject_to",
        "binding",
        "is_alliance",
        "is_defensive",
        "term",
    )
)


def check(bench: Bench, claim: Claim) -> Verdict:
    """What the corpus says of a claim; of a claim about several instruments, what it says of all of them."""
    if claim.supposed:
        return unjudged("A condition, wish or prediction is not judged.")
    if claim.kind == "opinion":
        return opinion(bench, claim)
    if not claim.about:
        return silent(f"The corpus has no instrument called '{claim.named}'.")
    found = [(one, _judge(bench, replace(claim, about=(one,)))) for one in claim.about]
    verdict = found[0][1] if len(found) == 1 else _together(bench, found)
    return _unless_another(bench, claim, verdict) if verdict.word == "contradicted" else verdict


def _unless_another(bench: Bench, claim: Claim, verdict: Verdict) -> Verdict:
    """A contradiction, unless the words may as well mean another instrument of which the claim is true."""
    for other in claim.may_mean:
        judged = _judge(bench, replace(claim, about=(other,)))
        if judged.word == "supported":
            both = f"{bench.name(claim.about[0])} or {bench.name(other)}"
            says = f"'{claim.named}' may mean {both}; it is true of the latter only."
            return replace(judged, word="partly", says=f"{says} {judged.says}")
    return verdict


def _judge(bench: Bench, claim: Claim) -> Verdict:
    if bench.instrument(claim.about[0]) is None:
        return silent(f"The corpus has no instrument '{claim.about[0]}'.")
    if is_named_part(claim.about[0]) and claim.kind not in _OF_CLAUSES:
        return silent(f"The record has no such fact of {bench.name(claim.about[0])} apart.")
    rule = _RULES.get(claim.kind)
    return rule(bench, claim) if rule else unjudged("No text settles this.")


def _together(bench: Bench, found: list[tuple[str, Verdict]]) -> Verdict:
    """One verdict for a group: that of all of them if they agree, else ``partly``, naming which is which."""
    words = {verdict.word for _, verdict in found}
    steps = tuple(verdict.derivation for _, verdict in found if verdict.derivation)
    if len(words) == 1:
        first = found[0][1]
        truth = {"supported": Truth.TRUE, "contradicted": Truth.FALSE}.get(first.word, Truth.UNKNOWN)
        return replace(first, says=_each(bench, found), derivation=_joined(truth, steps))
    parts = {word: [bench.name(one) for one, verdict in found if verdict.word == word] for word in sorted(words)}
    says = "; ".join(f"{word.replace('_', ' ')} of {listed(names)}" for word, names in parts.items())
    reasons = _each(bench, [(one, verdict) for one, verdict in found if verdict.word != "supported"])
    word: VerdictWord = "partly" if words & {"supported", "contradicted", "partly"} else "not_checkable"
    return Verdict(word, f"{says[:1].upper()}{says[1:]}. {reasons}", _joined(Truth.UNKNOWN, steps))


def _each(bench: Bench, found: list[tuple[str, Verdict]]) -> str:
    return " ".join(f"{bench.name(one)}: {verdict.says}" for one, verdict in found)


def _joined(truth: Truth, steps: tuple[Step, ...]) -> Step | None:
    return Step(truth, "the record agrees on each of them", (), steps) if steps else None
