"""Claims that an instrument has ended, was denounced, suspended or left, or is still in force."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.law.force import in_force, start
from foedera.model.answers import Step
from foedera.reader.checks.bench import hedged, leaf, listed, settled, silent
from foedera.reader.checks.dates import Happened, agreement, on_day, when
from foedera.reader.checks.membership import Part, Seat, acts, left, member, stands
from foedera.reader.checks.parties import judged
from foedera.reader.records import Verdict
from foedera.truth import Truth, any_of, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.events import Event
    from foedera.model.facts import Dated
    from foedera.model.instruments import Instrument, Suspension
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Written

_NOTICE = re.compile(r"\b(?:notice|denounc|denunci|terminat|withdr|annul|abrogat|announced)\w*", re.IGNORECASE)

_FOR_GOOD = re.compile(r"\b(?:for good|formally|permanently|altogether|outright|definitively)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:announc|notif|declar|gave|notice|said|stated)\w*", re.IGNORECASE)
_DUTIES = re.compile(r"\b(?:obligations?|commitments?|dut(?:y|ies)|guarantees?)\b", re.IGNORECASE)
_AS_A_WHOLE = re.compile(
    r"\b(?:as a whole|in full|entire(?:ly)?|complete(?:ly)?|whole|altogether|in its entirety|full)\b", re.IGNORECASE
)
_ISO = re.compile(r"\b\d{4}(?:-\d{2}){0,2}\b")
_TWO = 2


def ended(bench: Bench, claim: Claim) -> Verdict:
    """The verdict by the claim's word: ended, denounced, suspended, left, or in force."""
    instrument = bench.instrument(claim.about[0])
    if instrument is None:
        return silent("The corpus has no such instrument.")
    word, said = claim.said.word, claim.said
    if word == "in_force":
        return _running(bench, instrument, claim)
    if word == "suspended":
        return _suspended(bench, instrument, claim)
    if word == "left":
        return _left(bench, instrument, claim)
    if said.states or word in ("denounced", "left"):
        return _denounced(bench, instrument, claim)
    return _over(bench, instrument, claim)


def _left(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """Whether states left; without any that is named, whether any did."""
    said, for_good = claim.said, bool(_FOR_GOOD.search(claim.text))
    states = said.states or tuple(dict.fromkeys(one.state for one in instrument.parties))
    parts = [left(Seat(bench, instrument, one), said.date, for_good=for_good) for one in states]
    if not said.states:
        best = max(parts, key=lambda part: part.truth, default=None)
        return judged([best], negated=claim.negated) if best else silent("The record names no parties.")
    return _mixed(parts, claim) or judged(parts, negated=claim.negated)


def _mixed(parts: list[Part], claim: Claim) -> Verdict | None:
    """Of several states some left and some did not: each is told apart."""
    truths = {part.truth for part in parts}
    if not {Truth.TRUE, Truth.FALSE} <= truths or claim.negated:
        return None
    step = Step(Truth.UNKNOWN, "each of the states named left as is said", (), tuple(part.step for part in parts))
    return Verdict("partly", " ".join(part.says for part in parts), step)


def _running(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """Whether it is in force on the day of the text; of states that are named, for them."""
    step = in_force(bench.setting, instrument)
    says = _force_in_words(instrument)
    if step.truth is Truth.TRUE and claim.said.states and instrument.parties:
        parts = [member(Seat(bench, instrument, one), "is") for one in claim.said.states]
        return judged(parts, negated=claim.negated)
    if step.truth is Truth.UNKNOWN and instrument.ended is None:
        known = start(instrument)
        return Verdict("partly" if known and known.readings else "not_in_corpus", says, step)
    pauses = _whole(bench, instrument) if step.truth is Truth.TRUE else ()
    if pauses:
        return Verdict("partly", f"{says} {_pauses_in_words(bench, pauses)}", _with(step, instrument, bench, pauses))
    dated = instrument.ended or start(instrument)
    confidence = (dated.confidence if dated else None) or instrument.confidence
    return hedged(settled(step.truth, says, step, negated=claim.negated), confidence)


def _force_in_words(instrument: Instrument) -> str:
    begin, end = start(instrument), instrument.ended
    if begin is None:
        return "The record has no day of entry into force."
    verb = "entered into force" if instrument.in_force else "was adopted"
    if end is None:
        return f"The record says that it {verb} {when(begin.on)}, and has no end."
    how = f" ({end.how})" if end.how else ""
    return f"The record says that it {verb} {when(begin.on)} and ended {when(end.on)}{how}."


def _whole(bench: Bench, instrument: Instrument) -> tuple[Suspension, ...]:
    """Suspensions of the whole text between all its parties that run, or may run, on the day of the bench."""
    return tuple(
        one
        for one in instrument.suspensions
        if not one.provisions
        and one.span.contains(bench.on) is not Truth.FALSE
        and (_is_bilateral(instrument) or all(who.startswith("any_") for who in (one.obligor, one.toward)))
    )


def _is_bilateral(instrument: Instrument) -> bool:
    return len({one.state for one in instrument.parties}) <= _TWO


def _pauses_in_words(bench: Bench, pauses: Iterable[Suspension]) -> str:
    return " ".join(f"{_pause(bench, one)}." for one in pauses)


def _pause(bench: Bench, one: Suspension) -> str:
    what = f" (article{'s' * (len(one.provisions) > 1)} {listed(one.provisions)} only)" if one.provisions else ""
    until = f" until {one.until}" if one.until else ""
    who = "between its parties" if one.obligor.startswith("any_") else f"for {bench.name(one.obligor)}"
    toward = "" if one.toward.startswith("any_") else f" toward {bench.name(one.toward)}"
    held = stands(bench, one.positions)
    return f"It is on record as suspended {who}{toward} {when(one.since)}{until}{what}{f' ({held})' if held else ''}"


def _with(step: Step, instrument: Instrument, bench: Bench, pauses: Iterable[Suspension]) -> Step:
    leaves = (leaf(instrument, Truth.UNKNOWN, "{0}", _pause(bench, one), sources=one.sources) for one in pauses)
    return Step(Truth.UNKNOWN, "it is in force and not suspended", (), (step, *leaves))


def _over(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """Whether it has ended (then)."""
    end, date = instrument.ended, claim.said.date
    if end is None:
        return _endless(bench, instrument, claim)
    if date is not None:
        return on_day(Happened(instrument, end, "ended"), claim)
    truth = end.on.on_or_before(bench.on)
    step = leaf(instrument, truth, "it has ended by {0} (end: {1}; {2})", str(bench.on), str(end.on), end.how or "")
    doubt = " Whether it has ended is in doubt." if truth is Truth.UNKNOWN else ""
    says = f"{_force_in_words(instrument)}{doubt}"
    return hedged(settled(truth, says, step, negated=claim.negated), end.confidence or instrument.confidence)


def _endless(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """No end is on record: it goes on, unless it never began, is suspended, or its first term may have run out."""
    step = in_force(bench.setting, instrument)
    says = _force_in_words(instrument)
    pauses = _whole(bench, instrument)
    if pauses:
        return Verdict("partly", f"{says} {_pauses_in_words(bench, pauses)}", _with(step, instrument, bench, pauses))
    if step.truth is not Truth.TRUE:
        return Verdict("not_in_corpus", says, step)
    if _term_is_out(bench, instrument):
        years = instrument.renewal.initial_years if instrument.renewal else None
        return Verdict("not_in_corpus", f"{says} Its first term of {years} years has run out; no more is known.", step)
    held = Step(negation(step.truth), "it has ended (no end is on record)", (), (step,), joins="not")
    return settled(held.truth, says, held, negated=claim.negated)


def _term_is_out(bench: Bench, instrument: Instrument) -> bool:
    """Whether a first term has run out and the record does not say what follows."""
    renewal, begin = instrument.renewal, start(instrument)
    if instrument.ends == "indefinite" or renewal is None or begin is None or renewal.period_years:
        return False
    return renewal.initial_years is not None and bench.on.first > begin.on.last + round(365.25 * renewal.initial_years)


def _denounced(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """Whether states gave notice or brought it to an end: by notices, ends of membership, or how it ended."""
    states = claim.said.states or tuple(dict.fromkeys(one.state for one in instrument.parties))
    parts = [_denunciation(Seat(bench, instrument, one), claim) for one in states]
    if claim.said.states:
        return judged(parts, negated=claim.negated)
    best = max(parts, key=lambda part: part.truth, default=None)
    if best is None or best.truth is Truth.FALSE:
        return _over(bench, instrument, claim)
    return judged([best], negated=claim.negated)


def _denunciation(seat: Seat, claim: Claim) -> Part:
    """By the actor's notice, the end of its time as a party, or the end of the text if that was its doing."""
    date = claim.said.date
    notice = _notice(seat, date, told=bool(_TOLD.search(claim.text)))
    if notice:
        return notice
    end = seat.instrument.ended
    if end is None or not seat.spells:
        return left(seat, date, loosely=True)
    says = f"The record says that it ended {when(end.on)}{f': {end.how}' if end.how else ''}."
    truth = _by_its_act(seat, end, date)
    return Part(truth, says, leaf(seat.instrument, truth, "{0}", says, sources=end.sources))


def _by_its_act(seat: Seat, end: Dated, date: Written | None) -> Truth:
    """Whether the text ended by an act of the actor (then); open where the record does not say by whose."""
    how = end.how or ""
    others = {one.state for one in seat.instrument.parties} - {one.state for one in seat.spells}
    if date is not None and _is_long_before(end.on, date):
        return Truth.FALSE
    if not _NOTICE.search(how) or not end.on.is_exact:
        return Truth.UNKNOWN
    if not _names(seat, how):
        theirs = any(_names(Seat(seat.bench, seat.instrument, one), how) for one in others)
        return Truth.FALSE if theirs else Truth.UNKNOWN
    if date is None:
        return end.on.on_or_before(seat.bench.on)
    days = [end.on, *(Day.parse(found) for found in _ISO.findall(how))]
    return any_of(agreement(day, date) for day in days)


def _is_long_before(end: Day, date: Written) -> bool:
    """Whether a date lies years before the first day that the end can be: no notice runs so long."""
    return date.year is not None and dt.date.fromordinal(end.first).year - date.year > _TWO


def _names(seat: Seat, text: str) -> bool:
    """Whether a text names the actor, by a name or its adjective; a state also for one that it continues."""
    states = (seat.bench.world.records.states.get(one.state) for one in seat.spells)
    own = seat.bench.world.records.states.get(seat.actor)
    words = {
        word for one in (own, *states) if one for word in (one.name, one.official_name, *one.aliases, *one.adjective)
    }
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def _notice(seat: Seat, date: Written | None, *, told: bool) -> Part | None:
    """A recorded notice by the actor; positions that differ dispute its effect, not that it was ``told``."""
    for event in seat.events("withdrawal_notice"):
        if date is None or agreement(event.since, date) is Truth.TRUE:
            held = stands(seat.bench, event.positions)
            truth = Truth.UNKNOWN if "; " in held and not told else Truth.TRUE
            says = f"{seat.name} gave notice {when(event.since)}.{f' Its effect is disputed: {held}.' if held else ''}"
            return Part(truth, says, _of_event(truth, event))
    return None


def _of_event(truth: Truth, event: Event) -> Step:
    return Step(truth, "{0}", (event.title,), (), event.sources, event.mark, "", event.id)


def _suspended(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """Whether states (or anybody) suspended it, or that clause of it, then."""
    said = claim.said
    notices = [
        (event, actors)
        for event, actors in acts(bench, instrument, "suspension_notice")
        if not said.states or set(said.states) & set(actors)
    ]
    records = [one for one in instrument.suspensions if not said.states or _by(bench, one, said.states)]
    found = [*_noticed(bench, claim, notices, records), *_recorded(bench, instrument, claim, records)]
    if not found:
        return _unsuspended(bench, instrument, claim)
    truth = any_of(part.truth for part in found)
    if truth is Truth.TRUE and not said.states and not _is_bilateral(instrument):
        found, truth = [replace(part, truth=Truth.UNKNOWN) for part in found if part.truth is truth], Truth.UNKNOWN
    telling = [part for part in found if part.truth is truth]
    says = " ".join(part.says for part in telling)
    step = Step(truth, "it was suspended as the text says", (), tuple(part.step for part in found), joins="any")
    return settled(truth, says, step, negated=claim.negated)


def _noticed(
    bench: Bench, claim: Claim, notices: list[tuple[Event, tuple[str, ...]]], records: list[Suspension]
) -> Iterator[Part]:
    """The declarations of suspension, but for those on record as suspensions."""
    for event, actors in notices:
        if not any(one.since == event.since and _by(bench, one, actors) for one in records):
            truth = _then(bench, event, claim)
            yield Part(truth, f"{event.title} ({when(event.since)}).", _of_event(truth, event))


def _recorded(bench: Bench, instrument: Instrument, claim: Claim, records: list[Suspension]) -> Iterator[Part]:
    for one in records:
        truth = min(_then(bench, one, claim), _scope(bench, one, claim))
        words = f"{_pause(bench, one)}."
        yield Part(truth, words, leaf(instrument, truth, "{0}", words, sources=one.sources))


def _by(bench: Bench, one: Suspension, states: tuple[str, ...]) -> bool:
    organs = {organ for state in states for organ in bench.world.organs.get(state, ())}
    return one.obligor in {*states, *organs}


def _unsuspended(bench: Bench, instrument: Instrument, claim: Claim) -> Verdict:
    """None on record for these states: wrong if the record has others suspend it, else the record is silent."""
    if not instrument.suspensions:
        return silent("No suspension is on record, and notices may be missing from it.")
    says = f"The record has no suspension by {bench.names(claim.said.states)}."
    says = f"{says} {_pauses_in_words(bench, instrument.suspensions)}"
    step = leaf(instrument, Truth.FALSE, "{0}", says)
    return settled(Truth.FALSE, says, step, negated=claim.negated)


def _then(bench: Bench, one: Suspension | Event, claim: Claim) -> Truth:
    date = claim.said.date
    return agreement(one.since, date) if date else one.since.on_or_before(bench.on)


def _scope(bench: Bench, one: Suspension, claim: Claim) -> Truth:
    """Whether a suspension covers what the claim speaks of: one of some clauses does not cover the whole."""
    if not one.provisions:
        return Truth.TRUE
    if "/" not in claim.about[0]:
        if _AS_A_WHOLE.search(claim.text):
            return Truth.FALSE
        return Truth.TRUE if _DUTIES.search(claim.text) else Truth.UNKNOWN
    articles = {clause.article for clause in bench.provisions(claim.about[0])}
    return Truth.of(bool(articles & set(one.provisions)))
