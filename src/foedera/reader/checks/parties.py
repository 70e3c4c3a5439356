"""Claims about who is a party, and about how many are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.law.force import in_force, short
from foedera.model.answers import conjunction, disjunction
from foedera.reader.checks.bench import hedged, leaf, settled, silent
from foedera.reader.checks.membership import Part, Seat, joined, left, member
from foedera.reader.records import Verdict
from foedera.truth import Truth, all_of, negation

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Party
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Written

_SINCE = re.compile(r"\b(?:since|joined|acceded|became|admitted|entered)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:more than|over|at least|upwards of)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately)\b", re.IGNORECASE)
_SLACK = 0.1


def party_to(bench: Bench, claim: Claim) -> Verdict:
    """Whether states are, became or were parties or signatories, or left."""
    instrument = bench.instrument(claim.about[0])
    if instrument is None or not claim.said.states:
        return silent("No state is named that the corpus knows.")
    if not instrument.parties:
        who = " It binds the members of the United Nations." if instrument.kind == "resolution" else ""
        return silent(f"The record of {short(instrument)} names no parties.{who}")
    parts = [_part(Seat(bench, instrument, state), claim) for state in dict.fromkeys(claim.said.states)]
    return judged(parts, negated=claim.negated)


def _part(seat: Seat, claim: Claim) -> Part:
    word, date = claim.said.word, claim.said.date
    if word == "left":
        return left(seat, date)
    signing = word == "signatory"
    if date is None:
        return member(seat, "was" if word == "joined" else claim.text, signing=signing)
    if word == "joined" or signing or _SINCE.search(claim.text):
        return joined(seat, date, signing=signing)
    return member(Seat(_on(seat.bench, date), seat.instrument, seat.actor), "is")


def _on(bench: Bench, date: Written) -> Bench:
    """The bench on a written date; a date without a year leaves it where it is."""
    if date.year is None or date.until_year:
        return bench
    numbers = [f"{date.year:04}", *(f"{one:02}" for one in (date.month, date.day if date.month else None) if one)]
    return bench.at(Day.parse("-".join(numbers)))


def judged(parts: list[Part], *, negated: bool = False) -> Verdict:
    """The verdict on one or more actors: all of them must be as the text says.

    One that firmly is not makes the whole ``contradicted``; where the record is silent on some, it is ``partly``.
    """
    truths = [negation(part.truth) if negated else part.truth for part in parts]
    truth = all_of(truths)
    telling = [part for part, one in zip(parts, truths, strict=True) if one is truth]
    says = " ".join(part.says for part in telling)
    join = disjunction if negated else conjunction
    words = "at least one of the states named is as said" if negated else "each of the states named is as said"
    step = join(words, tuple(part.step for part in parts)) if len(parts) > 1 else parts[0].step
    if truth is Truth.UNKNOWN and all(part.silent for part in parts):
        return Verdict("not_in_corpus", says, step)
    return hedged(settled(truth, says, step), "memory" if any(part.memory for part in telling) else None)


@dataclass(frozen=True, slots=True)
class Count:
    """How many are firmly parties, and how many may be."""

    firm: int
    possible: int

    def fits(self, number: float, text: str) -> Truth:
        """Whether this many is what a text says with that number; "about" allows a tenth."""
        truths = {_fits(number, count, text) for count in range(self.firm, self.possible + 1)}
        if len(truths) > 1:
            return Truth.UNKNOWN
        return Truth.of(truths.pop())

    def __str__(self) -> str:
        return str(self.firm) if self.firm == self.possible else f"{self.firm} to {self.possible}"


def _fits(number: float, count: int, text: str) -> bool:
    if _LEAST.search(text):
        return number <= count <= number * (1 + _SLACK) + 1
    if _ABOUT.search(text):
        return abs(count - number) <= max(number, count) * _SLACK
    return count == number


def party_count(bench: Bench, claim: Claim) -> Verdict:
    """Whether that many are parties on the day of the text, or were its founders."""
    instrument, numbers = bench.instrument(claim.about[0]), claim.said.numbers
    if instrument is None or not instrument.parties or not numbers:
        return silent("The record names no parties.")
    if not bench.lists_all(instrument):
        return silent(f"The record of {short(instrument)} does not list all parties.")
    if claim.said.word == "founding":
        return _founders(instrument, claim, numbers[0][0])
    date = claim.said.date
    then = _on(bench, date) if date else _alive(bench, instrument)
    count = counted(then, instrument)
    truth = count.fits(numbers[0][0], claim.text)
    says = f"The record has {count} parties on {then.on}."
    if date is None and truth is Truth.FALSE:
        return _once(bench, instrument, claim, says)
    return settled(truth, says, leaf(instrument, truth, "{0}", says), negated=claim.negated)


def _alive(bench: Bench, instrument: Instrument) -> Bench:
    """The bench, or of an instrument that has ended the bench on its last day."""
    ended = instrument.ended
    if ended is None or in_force(bench.setting, instrument).truth is not Truth.FALSE:
        return bench
    return bench.at(Day.exact(ended.on.first - 1)) if ended.on.on_or_before(bench.on) is Truth.TRUE else bench


def _once(bench: Bench, instrument: Instrument, claim: Claim, says: str) -> Verdict:
    """A number that is wrong now: in part right if it was once, and the text may speak of the past."""
    number, text = claim.said.numbers[0][0], claim.text
    over = _alive(bench, instrument) is not bench
    days = _changes(bench, instrument)
    right = [day for day in days if counted(bench.at(day), instrument).fits(number, text) is Truth.TRUE]
    truth = Truth.UNKNOWN if right and (over or re.search(r"\b(?:had|was|were|then)\b", text)) else Truth.FALSE
    if right:
        says += f" It had {number:g} on {right[-1]}."
    return settled(truth, says, leaf(instrument, truth, "{0}", says), negated=claim.negated)


def _changes(bench: Bench, instrument: Instrument) -> list[Day]:
    """The days up to that of the bench on which the number of parties may have changed."""
    seats = [(Seat(bench, instrument, party.state), party) for party in instrument.parties]
    days = {day for seat, party in seats for day in (seat.since(party), party.until) if day and day.is_exact}
    return sorted((day for day in days if day.on_or_before(bench.on) is Truth.TRUE), key=lambda day: day.first)


def counted(bench: Bench, instrument: Instrument) -> Count:
    """The parties on the day of the bench; a state stands for one that it continues, and for its organs."""
    return _counted(bench, instrument.id)


@lru_cache(maxsize=4096)
def _counted(bench: Bench, identifier: str) -> Count:
    instrument, heirs = bench.world.records.instruments[identifier], bench.world.heirs
    listed = dict.fromkeys(party.state for party in instrument.parties)
    actors = [*listed, *(heir for state in listed for heir in heirs.get(state, ()) if heir not in listed)]
    truths = [_takes_part(bench, instrument, actor) for actor in actors]
    return Count(truths.count(Truth.TRUE), len(truths) - truths.count(Truth.FALSE))


def _takes_part(bench: Bench, instrument: Instrument, actor: str) -> Truth:
    """Whether an actor counts; one whose part as a whole is suspended may or may not."""
    truth = Seat(bench, instrument, actor).bond.truth
    away = (
        one.span.contains(bench.on)
        for one in instrument.suspensions
        if one.obligor == actor and one.toward in ("any_party", "any_actor") and not one.provisions
    )
    return truth if all(one is Truth.FALSE for one in away) else min(truth, Truth.UNKNOWN)


def _founders(instrument: Instrument, claim: Claim, number: float) -> Verdict:
    """Founders are those who signed when the text was signed, or who were parties when it took effect."""
    signed = {one.state for one in instrument.parties if _signed_first(instrument, one)}
    first = {one.state for one in instrument.parties if _bound_first(instrument, one)}
    if not signed and not first:
        return silent("The record does not tell who founded it.")
    found = sorted({len(group) for group in (signed, signed | first) if group})
    truth = Truth.of(any(Count(one, one).fits(number, claim.text) is Truth.TRUE for one in found))
    says = f"By the record {' or '.join(map(str, found))} signed first or were parties from the start."
    return settled(truth, says, leaf(instrument, truth, "{0}", says), negated=claim.negated)


def _signed_first(instrument: Instrument, party: Party) -> bool:
    if instrument.signed is None or party.signed is None:
        return False
    first, own = instrument.signed.on, party.signed
    return Truth.TRUE not in (first.before(own), own.before(first))


def _bound_first(instrument: Instrument, party: Party) -> bool:
    if party.since is None:
        return True
    begin = instrument.in_force
    return begin is not None and (
        party.since == begin.on or (party.signed is not None and party.signed.on_or_before(begin.on) is Truth.TRUE)
    )
