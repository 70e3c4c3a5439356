"""Claims about the term: how long it runs, how it is renewed, how long notice is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.law.force import start
from foedera.reader.checks.bench import hedged, is_named_part, leaf, listed, settled, silent
from foedera.reader.checks.quantities import is_alike, quantities, same, unit
from foedera.reader.written import dates_in
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.facts import Confidence
    from foedera.model.instruments import Denunciation, Instrument, Renewal
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Verdict, Written

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
_TWO = 2
_MANY = 40
"""How many periods after the first are looked at."""
_MORE = re.compile(r"\b([\w-]+)\s+more(?:\s+years|\s+from)\b")


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
    if is_named_part(claim.about[0]):
        return _of_part(bench, instrument, claim)
    if claim.said.date is not None:
        return _until(instrument, claim)
    if word == "indefinite" or (not numbers and word != "notice"):
        return _nature(instrument, claim, word)
    found = _notice(instrument) if word == "notice" else _length(instrument, word)
    if word == "notice" and instrument.denunciation and instrument.denunciation.excluded == "true":
        says = "The record says that it has no exit by notice of one side."
        return settled(Truth.FALSE, says, leaf(instrument, Truth.FALSE, "{0}", says), negated=claim.negated)
    if word != "notice" and instrument.ends == "indefinite" and _is_unlimited(instrument, word, found, numbers):
        return _nature(instrument, claim, word or "initial")
    if not found.numbers:
        return silent(f"The record does not say how long {'notice' if word == 'notice' else 'its term'} is.")
    return _compared(instrument, claim, found)


def _is_unlimited(instrument: Instrument, word: str, found: Terms, numbers: tuple[_Number, ...]) -> bool:
    """Whether a text that runs without a term has no such number on record: no first term, or no renewals of it."""
    if word == "renewal" and (instrument.renewal is None or instrument.renewal.period_years is None):
        return True
    return instrument.renewal is None and not any(same(one, said) for one in found.numbers for said in numbers)


def _of_part(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """On a part with a name of its own: by its own clauses on duration and leaving."""
    clauses = [one for one in bench.final_clauses(claim.about[0]) if one.topic in ("duration", "withdrawal")]
    parts = [part for one in clauses for part in one.summary.rstrip(".").split(";")]
    own = [part for part in parts if ("notice" in part) == (claim.said.word == "notice")]
    numbers = tuple(one for part in own for name in ("year", "day") for one in quantities(part, name))
    days = [one.written for part in own for one in dates_in(part, 0, None) if one.written]
    said = claim.said
    if said.date is not None and days:
        truth = Truth.of(any(_is_same_day(said.date, one) for one in days))
    elif said.numbers and numbers:
        truth = _agrees(said.numbers[0], numbers)
    else:
        return silent(f"The record does not say this of {bench.name(claim.about[0])}.")
    says = f"The record has this of {bench.name(claim.about[0])}: {'; '.join(part.strip() for part in own)}."
    step = leaf(instrument, truth, "{0}", says, sources=clauses[0].sources)
    return settled(truth, says, step, negated=claim.negated)


def _is_same_day(said: Written, recorded: Written) -> bool:
    """Whether two written dates are the same as far as the one said goes."""
    pairs = ((said.year, recorded.year), (said.month, recorded.month), (said.day, recorded.day))
    return all(one is None or one == other for one, other in pairs)


def _until(instrument: Instrument, claim: Claim) -> Verdict:
    """Whether a term ends in the year that is said: the first term, or one of the periods after it."""
    renewal, begin, date = instrument.renewal, start(instrument), claim.said.date
    if instrument.ends == "indefinite" and renewal is None:
        return _nature(instrument, claim, "initial")
    if renewal is None or renewal.initial_years is None or begin is None or date is None or date.year is None:
        return silent("The record does not say when its term ends.")
    first = dt.date.fromordinal(begin.on.first).year + renewal.initial_years
    ends = [first + renewal.period_years * one for one in range(_MANY)] if renewal.period_years else [first]
    near = any(abs(one - date.year) <= 1 for one in ends)
    truth = Truth.TRUE if date.year in ends else Truth.UNKNOWN if near or not begin.on.is_exact else Truth.FALSE
    then = f", and then {renewal.period_years} years at a time" if renewal.period_years else ""
    says = f"By the record it took effect {begin.on} and runs for {renewal.initial_years} years, to {first}{then}."
    step = leaf(instrument, truth, "{0}", says, sources=renewal.sources)
    return hedged(settled(truth, says, step, negated=claim.negated), renewal.confidence or instrument.confidence)


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
        numbers += _once(instrument) if word == "renewal" else ()
        lengths = (f"{first} years" if first else "", f"{period} years at a time" if period else "")
        words = f"runs for {' and then '.join(filter(None, lengths))}"
        return Terms(numbers, words, renewal.confidence or instrument.confidence, renewal.sources)
    clauses = [one for one in instrument.final_clauses if one.topic == "duration"]
    parts = (part for clause in clauses for part in clause.summary.split(";") if "notice" not in part)
    numbers = tuple(one for part in parts for one in quantities(part, "year"))
    words = f"has this on its duration: {' '.join(clause.summary for clause in clauses)}".rstrip(".")
    confidence = next((one.confidence for one in clauses if one.confidence), instrument.confidence)
    return Terms(numbers, words, confidence, clauses[0].sources if clauses else ())


def _once(instrument: Instrument) -> tuple[_Number, ...]:
    """Renewals of another length that the record tells of: "by the protocol of 1985 twenty more years"."""
    told = [one.summary for one in instrument.final_clauses if one.topic == "duration"]
    told += [instrument.renewal.note] if instrument.renewal and instrument.renewal.note else []
    return tuple(
        one for text in told for match in _MORE.finditer(text) for one in quantities(f"{match[1]} years", "year")
    )


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
    pairs = _paired(claim.said.numbers, found.numbers) if not claim.said.word else ()
    truths = {_agrees(said, own) for said, own in pairs or ((one, found.numbers) for one in claim.said.numbers)}
    truth = Truth.UNKNOWN if len(truths) > 1 else next(iter(truths), Truth.TRUE)
    says = f"The record says that it {found.words}."
    step = leaf(instrument, truth, "the text has the same ({0})", says, sources=found.sources)
    return hedged(settled(truth, says, step, negated=claim.negated), found.confidence)


def _paired(
    said: tuple[_Number, ...], recorded: tuple[_Number, ...]
) -> tuple[tuple[_Number, tuple[_Number, ...]], ...]:
    """A first term against the first, a renewal against the renewal; empty unless both sides have the two."""
    if len(said) != _TWO or len(recorded) != _TWO:
        return ()
    return tuple((one, (other,)) for one, other in zip(said, recorded, strict=True))


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
