"""Claims about the term: how long it runs, how it is renewed, how long notice is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.checks.bench import hedged, leaf, listed, settled, silent
from foedera.reader.checks.quantities import is_alike, quantities, same, unit
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.facts import Confidence
    from foedera.model.instruments import Denunciation, Instrument, Renewal
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Verdict

_Number = tuple[float, str]
_ENDS = {
    "indefinite": "runs without a term",
    "fixed_term": "runs for a fixed term",
    "renewable_term": "runs for a term that can be renewed",
    "conditional": "runs until a condition is met",
}
_RUNNING = frozenset(("fixed_term", "renewable_term"))
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2}
_CLOSE = 0.05


@dataclass(frozen=True, slots=True)
class Terms:
    """What the record has on one point of the term: numbers with units, in which words, and how sure."""

    numbers: tuple[_Number, ...]
    words: str
    confidence: Confidence
    sources: tuple[str, ...] = ()


def term(bench: Bench, claim: Claim) -> Verdict:
    """The verdict by the claim's word: initial term, renewal, notice, or no term at all."""
    instrument, word, numbers = bench.instrument(claim.about[0]), claim.said.word, claim.said.numbers
    if instrument is None:
        return silent("The corpus has no such instrument.")
    if word == "indefinite" or (not numbers and word != "notice"):
        return _nature(instrument, claim, word)
    found = _notice(instrument) if word == "notice" else _length(instrument, word)
    if word == "notice" and instrument.denunciation and instrument.denunciation.excluded == "true":
        says = "The record says that it has no exit by notice of one side."
        return settled(Truth.FALSE, says, leaf(instrument, Truth.FALSE, "{0}", says), negated=claim.negated)
    unlimited = word != "notice" and instrument.ends == "indefinite" and instrument.renewal is None
    if unlimited and not any(same(one, said) for one in found.numbers for said in numbers):
        return _nature(instrument, claim, "initial")
    if not found.numbers:
        return silent(f"The record does not say how long {'notice' if word == 'notice' else 'its term'} is.")
    return _compared(instrument, claim, found)


def _nature(instrument: Instrument, claim: Claim, word: str) -> Verdict:
    """Whether it runs without a term, for a term, or for one that is renewed."""
    known = _ENDS.get(instrument.ends)
    if known is None:
        return silent("The record does not say how long it runs.")
    says = f"The record says that it {known}."
    fits = {"indefinite": {"indefinite"}, "renewal": {"renewable_term"}}.get(word, _RUNNING)
    truth = Truth.UNKNOWN if instrument.ends == "conditional" else Truth.of(instrument.ends in fits)
    step = leaf(instrument, truth, "it {0}", known)
    return hedged(settled(truth, says, step, negated=claim.negated), instrument.confidence)


def _length(instrument: Instrument, word: str) -> Terms:
    """The first term, or the periods after it; where the fields are empty, by the final clauses on duration."""
    renewal = instrument.renewal
    first = renewal.initial_years if renewal else None
    period = renewal.period_years if renewal else None
    if renewal and (first or period):
        chosen = {"initial": (first,), "renewal": (period,)}.get(word, (first, period))
        numbers = tuple((float(one), "year") for one in chosen if one)
        lengths = (f"{first} years" if first else "", f"{period} years at a time" if period else "")
        words = f"runs for {' and then '.join(filter(None, lengths))}"
        return Terms(numbers, words, renewal.confidence or instrument.confidence, renewal.sources)
    clauses = [one for one in instrument.final_clauses if one.topic == "duration"]
    parts = (part for clause in clauses for part in clause.summary.split(";") if "notice" not in part)
    numbers = tuple(one for part in parts for one in quantities(part, "year"))
    words = f"has this on its duration: {' '.join(clause.summary for clause in clauses)}".rstrip(".")
    confidence = next((one.confidence for one in clauses if one.confidence), instrument.confidence)
    return Terms(numbers, words, confidence, clauses[0].sources if clauses else ())


def _notice(instrument: Instrument) -> Terms:
    """The period of notice, for an exit at any time or before the end of a period."""
    exit_, renewal = instrument.denunciation, instrument.renewal
    numbers: list[_Number] = []
    if exit_:
        numbers += [(float(one), name) for one, name in ((exit_.months, "month"), (exit_.days, "day")) if one]
    if renewal and renewal.notice_months:
        numbers.append((float(renewal.notice_months), "month"))
    shown = listed(dict.fromkeys(f"{value:g} {name}s" for value, name in numbers))
    record = exit_ if exit_ and (exit_.months or exit_.days) else renewal
    confidence = _trust(instrument, record) if record else instrument.confidence
    return Terms(tuple(numbers), f"asks for a notice of {shown}", confidence, record.sources if record else ())


def _trust(instrument: Instrument, record: Renewal | Denunciation) -> Confidence:
    """How sure the period of notice is; a note that says "from memory" is taken at its word."""
    if "from memory" in (record.note or "").lower():
        return "memory"
    return record.confidence or instrument.confidence


def _compared(instrument: Instrument, claim: Claim, found: Terms) -> Verdict:
    truths = {_agrees(said, found.numbers) for said in claim.said.numbers} or {Truth.TRUE}
    truth = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
    says = f"The record says that it {found.words}."
    step = leaf(instrument, truth, "the text has the same ({0})", says, sources=found.sources)
    return hedged(settled(truth, says, step, negated=claim.negated), found.confidence)


def _agrees(said: _Number, recorded: tuple[_Number, ...]) -> Truth:
    """Whether one of the recorded numbers is the one said; as long in other units (90 days, 3 months) is UNKNOWN."""
    if any(same(said, one) for one in recorded):
        return Truth.TRUE
    if any(not is_alike(said[1], one[1]) and _is_close(said, one) for one in recorded):
        return Truth.UNKNOWN
    return Truth.FALSE


def _is_close(one: _Number, other: _Number) -> bool:
    left, right = (number * _DAYS.get(unit(name), 0.0) for number, name in (one, other))
    return left > 0 and abs(left - right) <= _CLOSE * right
