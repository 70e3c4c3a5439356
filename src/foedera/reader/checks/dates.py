"""Claims about days: signed, adopted, in force since."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from foedera.law.force import in_force, short, start
from foedera.model.answers import Step
from foedera.model.facts import Dated
from foedera.reader.checks.bench import Bench, hedged, leaf, settled, silent, unjudged
from foedera.reader.records import Verdict, Written
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.model.facts import Reading
    from foedera.model.instruments import Instrument, Party
    from foedera.reader.records import Claim

_VISIT = 3
_NOTE = 100
_MANY = 3
_CLAUSE = re.compile(r"[;:.,(]")


@dataclass(frozen=True, slots=True)
class Happened:
    """A dated fact of an instrument, and the words that lead up to its day ("was signed")."""

    instrument: Instrument
    dated: Dated
    words: str

    @property
    def confidence(self) -> Literal["verified", "partly_verified", "memory"]:
        """How far the day was checked."""
        return self.dated.confidence or self.instrument.confidence

    def sentence(self) -> str:
        """What the record says."""
        return f"The record says that it {self.words} {when(self.dated.on)}."


def when(day: Day) -> str:
    """A day with its preposition: ``on 2024-06-19``, ``in 1986-09``, ``on 1954-11-17 or on 1954-11-18``."""
    parts = str(day).strip("[]").split(",")
    if len(parts) > _MANY:
        return f"on a day on which the sources differ, between {parts[0].strip()} and {parts[-1].strip()}"
    return " or ".join(map(_when, parts))


def _when(part: str) -> str:
    since, dots, until = part.strip().partition("..")
    if not dots:
        return f"{'on' if since.count('-') > 1 else 'in'} {since}"
    if since and until:
        return f"between {since} and {until}"
    return f"{_when(since)} or later" if since else f"{_when(until)} or earlier"


def signed_on(bench: Bench, claim: Claim) -> Verdict:
    """Whether it was signed then; of states that are named, whether they signed then."""
    instrument = bench.instrument(claim.about[0])
    happened = _signature(instrument)
    if instrument is None or happened is None:
        return silent("The record has no day of signature.")
    own = _own(bench, instrument, claim, "signed", "was signed by {0}") or happened
    entry = Happened(instrument, instrument.in_force, "entered into force") if instrument.in_force else None
    if claim.said.word == "visit" and claim.said.date:
        return _visit(own, claim, entry)
    return on_day(own, claim, entry)


def adopted_in(bench: Bench, claim: Claim) -> Verdict:
    """Whether it was adopted then."""
    happened = _signature(bench.instrument(claim.about[0]))
    return on_day(happened, claim) if happened else silent("The record has no day of adoption.")


def in_force_since(bench: Bench, claim: Claim) -> Verdict:
    """Whether it entered into force then; without a date, whether it has entered into force by the day of the text."""
    instrument = bench.instrument(claim.about[0])
    if instrument is None:
        return silent("The record has no entry into force.")
    if claim.said.date is None:
        return _has_begun(bench, instrument, negated=claim.negated)
    if instrument.in_force is None:
        return _of_effect(instrument, claim)
    entry = Happened(instrument, instrument.in_force, "entered into force")
    own = _own(bench, instrument, claim, "since", "is in force for {0}, which became a party") or entry
    return on_day(own, claim, _signature(instrument))


def _signature(instrument: Instrument | None) -> Happened | None:
    if instrument is None or instrument.signed is None:
        return None
    return Happened(instrument, instrument.signed, "was adopted" if instrument.kind == "resolution" else "was signed")


def _own(
    bench: Bench, instrument: Instrument, claim: Claim, field: Literal["signed", "since"], words: str
) -> Happened | None:
    """The day of a state that the claim names, where the record has one; of several the one that fits worst."""
    records = [party for state in claim.said.states for party in bench.party_records(instrument, state)]
    dated = [_of_party(instrument, party, day, words, bench) for party in records if (day := getattr(party, field))]
    written = claim.said.date or Written()
    return min(dated, key=lambda one: agreement(one.dated.on, written), default=None)


def _of_party(instrument: Instrument, party: Party, day: Day, words: str, bench: Bench) -> Happened:
    dated = Dated(day, None, party.sources, party.confidence)
    return Happened(instrument, dated, words.format(bench.name(party.state)))


def agreement(recorded: Day, written: Written) -> Truth:
    """Whether the written date is the recorded one; a year that was only inferred does not speak against it."""
    truth = written.agrees(recorded)
    if truth is Truth.FALSE and written.inferred and written.month:
        return max(truth, replace(written, year=None, until_year=None).agrees(recorded))
    return truth


def on_day(happened: Happened, claim: Claim, other: Happened | None = None) -> Verdict:
    """The verdict on a date: ``other`` is the event with which the claim may have confused this one.

    A date that one source has and another has not is ``partly``; so is one that is more precise than the record and
    right as far as the record goes. Of a record that only bounds the day the claim is ``not_in_corpus``.
    """
    written = claim.said.date or Written()
    truth = agreement(happened.dated.on, written)
    step = _step(happened, written, truth)
    if truth is Truth.TRUE:
        return hedged(settled(truth, happened.sentence(), step, negated=claim.negated), happened.confidence)
    if truth is Truth.UNKNOWN:
        return _in_doubt(happened, written, step)
    if any(agreement(one.on, written) is Truth.TRUE for one in happened.dated.readings):
        return _differing(happened, written, replace(step, truth=Truth.UNKNOWN))
    says = happened.sentence() + (_mistaken(other, written) if other else "")
    return hedged(settled(truth, says, step, negated=claim.negated), happened.confidence)


def _mistaken(other: Happened, written: Written) -> str:
    if not other.dated.on.is_exact or written.agrees(other.dated.on) is not Truth.TRUE:
        return ""
    event = "of signature" if "signed" in other.words else "of entry into force"
    return f" {other.dated.on} is the day {event}."


def _in_doubt(happened: Happened, written: Written, step: Step) -> Verdict:
    bounded = ".." in str(happened.dated.on)
    readings = happened.dated.readings
    if (readings and not bounded) or any(agreement(one.on, written) is Truth.TRUE for one in readings):
        return _differing(happened, written, step)
    coarser = (replace(written, day=None), replace(written, day=None, month=None))
    right = any(agreement(happened.dated.on, one) is Truth.TRUE for one in coarser if one.year)
    if right or not bounded:
        says = f"{happened.sentence()} It has no more exact day."
        return Verdict("partly", says, step)
    return Verdict("not_in_corpus", f"{happened.sentence()} Which day that is, is not on record.", step)


def _differing(happened: Happened, written: Written, step: Step) -> Verdict:
    readings = sorted(happened.dated.readings, key=lambda one: -agreement(one.on, written))[:_MANY]
    found = " or ".join(f"{when(one.on)} ({_who(happened.instrument, one)})" for one in readings)
    doubt = "The sources differ" if len(happened.dated.readings) > 1 else "The record is in doubt"
    more = ", among others" if len(readings) < len(happened.dated.readings) else ""
    says = f"{doubt}: it {happened.words} {found}{more}."
    if happened.dated.on.is_exact:
        says += f" The record follows {happened.dated.on}."
    return Verdict("partly", says, step)


def _who(instrument: Instrument, reading: Reading) -> str:
    """Who reads it so: the reading's note if it is short, else the first clause of it, else the sources."""
    note = reading.note or ""
    clause = note if len(note) <= _NOTE else _CLAUSE.split(note)[0]
    if clause and len(clause) <= _NOTE:
        return clause[:1].lower() + clause[1:] if clause.startswith(("A ", "The ", "An ")) else clause
    known = instrument.references or {}
    cited = [one for name in reading.sources if (one := known.get(name))]
    titles = [title for one in cited if (title := one.publisher or one.title)]
    return ", ".join(titles or list(reading.sources))


def _step(happened: Happened, written: Written, truth: Truth) -> Step:
    instrument, dated = happened.instrument, happened.dated
    says = "{0} {1} on the day that the text gives ({2}); on record: {3}{4}"
    how = f" ({dated.how})" if dated.how else ""
    args = (short(instrument), happened.words, str(written) or "none", str(dated.on), how)
    step = leaf(instrument, truth, says, *args, sources=dated.sources)
    readings = tuple(
        leaf(instrument, agreement(one.on, written), "{0}: {1}", str(one.on), one.note or "", sources=one.sources)
        for one in dated.readings
    )
    return replace(step, children=readings)


def _visit(happened: Happened, claim: Claim, entry: Happened | None) -> Verdict:
    """The date is that of the visit; the record dates the signature, which may be on another of its days."""
    written = claim.said.date or Written()
    if agreement(happened.dated.on, written) is Truth.FALSE and _apart(happened.dated.on, written) <= _VISIT:
        return unjudged(f"{happened.sentence()} It dates the signature, not the visit.")
    return on_day(happened, claim, entry)


def _apart(recorded: Day, written: Written) -> int:
    """Days between a written and the recorded date; very many if the written one is not a day."""
    far = dt.date.max.toordinal()
    year = written.year or dt.date.fromordinal(recorded.first).year
    try:
        given = dt.date(year, written.month or 0, written.day or 0).toordinal()
    except ValueError:
        return far
    return max(recorded.first - given, given - recorded.last, 0)


def _has_begun(bench: Bench, instrument: Instrument, *, negated: bool) -> Verdict:
    begin = start(instrument)
    if begin is None:
        return silent("The record has no day of entry into force.")
    truth = begin.on.on_or_before(bench.on)
    step = in_force(bench.setting, instrument)
    says = Happened(instrument, begin, "entered into force" if instrument.in_force else "was adopted").sentence()
    if truth is Truth.UNKNOWN:
        return Verdict("partly" if begin.readings else "not_in_corpus", f"{says} The day is in doubt.", step)
    held = Step(truth, "{0} has entered into force by {1}", (short(instrument), str(bench.on)), (step,))
    return hedged(settled(truth, says, held, negated=negated), begin.confidence or instrument.confidence)


def _of_effect(instrument: Instrument, claim: Claim) -> Verdict:
    """A political text has effect from its adoption; the record has no entry into force to compare with."""
    adopted = start(instrument)
    if adopted is None:
        return silent("The record has no day of entry into force.")
    happened = Happened(instrument, adopted, "was adopted, as a political text,")
    truth = agreement(adopted.on, claim.said.date or Written())
    says = f"{happened.sentence()} It has no entry into force apart from that."
    word = negation(truth) if claim.negated else truth
    step = _step(happened, claim.said.date or Written(), truth)
    held = Step(Truth.UNKNOWN, "it entered into force then", (), (step,))
    return Verdict("partly" if word is Truth.TRUE else "not_in_corpus", says, held)
