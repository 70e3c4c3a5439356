"""What the record says of one actor's part in an instrument: party, signatory, joined, left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.law.facts import opinion
from foedera.law.force import bound, in_force, short, start
from foedera.reader.checks.bench import leaf
from foedera.reader.checks.dates import agreement, when
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model.answers import Step
    from foedera.model.events import Event
    from foedera.model.facts import Position
    from foedera.model.instruments import Instrument, Party, Suspension
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Written

_PAST = re.compile(r"\b(?:was|were|had|became|once|used to|former|formerly|originally)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|remains?|belongs?|has|have|today|now|currently|still)\b", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:never|at no time|ever)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:among|original(?:ly)?|founding|first|one of)\b", re.IGNORECASE)
_MONTH = 31
_FEW = 6


@dataclass(frozen=True, slots=True)
class Seat:
    """One actor, one instrument, and the bench at which they are looked at."""

    bench: Bench
    instrument: Instrument
    actor: str

    @property
    def records(self) -> tuple[Party, ...]:
        """The actor's party records, of whatever status."""
        return self.bench.party_records(self.instrument, self.actor)

    @property
    def spells(self) -> tuple[Party, ...]:
        """The records of its time as a party."""
        return tuple(one for one in self.records if one.status != "signatory")

    @property
    def name(self) -> str:
        """The actor's name."""
        return self.bench.name(self.actor)

    @property
    def title(self) -> str:
        """The instrument's short name."""
        return short(self.instrument)

    @property
    def bond(self) -> Step:
        """Whether the actor is bound on the day of the bench, by the law's own rule; an organ if it is on record."""
        step = bound(self.bench.setting, self.instrument, self.actor).step
        if self.actor in self.bench.world.records.actors and step.truth is Truth.UNKNOWN:
            return step.children[0] if step.children else step
        return step

    def since(self, party: Party) -> Day | None:
        """The first day of a spell: its own, or that on which the instrument took effect."""
        begin = start(self.instrument)
        return party.since or (begin.on if begin else None)

    def events(self, kind: str) -> tuple[Event, ...]:
        """Recorded events of a kind about the instrument in which the actor is the one that acts."""
        return tuple(event for event, actors in acts(self.bench, self.instrument, kind) if self.actor in actors)

    def suspensions(self) -> tuple[Suspension, ...]:
        """The suspensions on record for this actor's own duties, or that it declared for all."""
        own = {self.actor, *self.bench.world.organs.get(self.actor, ())}
        return tuple(
            one
            for one in self.instrument.suspensions
            if one.obligor in own
            or (one.obligor == "any_party" and any(p.by == self.actor and p.says == "denies" for p in one.positions))
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What the record says of an actor's part.

    ``silent``: the record does not say. ``memory``: it has this from memory.
    """

    truth: Truth
    says: str
    step: Step
    silent: bool = False
    memory: bool = False


def acts(bench: Bench, instrument: Instrument, kind: str) -> list[tuple[Event, tuple[str, ...]]]:
    """Recorded events of a kind about an instrument or its clauses, with those who act in them."""
    known = bench.world.records.event_kinds.get(kind)
    return [
        (event, event.roles.get(known.actor, ()))
        for event in bench.world.records.events.values()
        if known and event.type == kind and any(one.partition("/")[0] == instrument.id for one in event.about)
    ]


def stands(bench: Bench, positions: Iterable[Position]) -> str:
    """Who holds that an instrument still applies, and who that it does not, in words; empty if nobody said so."""
    _, dispute = opinion(bench.setting, positions, "in_force")
    no = f"{bench.names(dispute.denied_by)} held that it no longer applies" if dispute.denied_by else ""
    yes = f"{bench.names(dispute.asserted_by)} held that it does" if dispute.asserted_by else ""
    return "; ".join(filter(None, (no, yes)))


def _found(seat: Seat, truth: Truth, says: str, party: Party | None = None, step: Step | None = None) -> Part:
    """A part of that truth, on the party's sources; a step of the law stands under it."""
    own = leaf(seat.instrument, truth, "{0}: {1}", seat.title, says, sources=party.sources if party else ())
    confidence = (party.confidence if party else None) or seat.instrument.confidence
    return Part(truth, says, replace(own, children=(step,) if step else ()), memory=confidence == "memory")


def outsider(seat: Seat) -> Part:
    """An actor without a party record: no party if the list is complete, else nothing is known."""
    records = seat.bench.world.records
    known = seat.actor in records.states or seat.actor in records.actors
    if not known or not seat.bench.lists_all(seat.instrument):
        says = f"{seat.name} is not on record as a party, and the list on record is not complete."
        return Part(Truth.UNKNOWN, says, seat.bond, silent=True)
    parties = tuple(dict.fromkeys(one.state for one in seat.instrument.parties))
    few = f" ({seat.bench.names(parties)})" if 0 < len(parties) <= _FEW else ""
    return Part(Truth.FALSE, f"{seat.name} is not among its parties{few}.", seat.bond)


def member(seat: Seat, text: str, *, signing: bool = False) -> Part:
    """Whether the actor is a party on the day of the bench, or was one if that is what ``text`` says."""
    if not seat.records:
        return outsider(seat)
    if signing:
        return _signatory(seat, text)
    if not seat.spells:
        says = f"{seat.name} signed it and never became a party."
        return _found(seat, Truth.FALSE, says, seat.records[0])
    if _NEVER.search(text) and (once := _once(seat)):
        return once
    truth = seat.bond.truth
    if truth is Truth.TRUE:
        return _now(seat, text)
    return _not_now(seat, text) if truth is Truth.FALSE else _found(seat, truth, _doubt(seat), step=seat.bond)


def _signatory(seat: Seat, text: str) -> Part:
    """A signatory is on record; one that came later is none of those who signed first."""
    signed = any(one.signed for one in seat.records)
    later = next(((one, one.since) for one in seat.records if one.since), None)
    if later and not signed and _FIRST.search(text) and any(one.signed for one in seat.instrument.parties):
        says = f"{seat.name} is not on record as one that signed; it became a party {when(later[1])}."
        return _found(seat, Truth.FALSE, says, later[0])
    return _found(seat, Truth.TRUE, _signed(seat, seat.records[0]), seat.records[0])


def _once(seat: Seat) -> Part | None:
    """A time as a party that has begun by the day of the bench, whatever came of it: against "never"."""
    for one in seat.spells:
        since = seat.since(one)
        if since and since.on_or_before(seat.bench.on) is Truth.TRUE:
            return _found(seat, Truth.TRUE, f"{seat.name} became a party {when(since)}{_via(seat, one)}.", one)
    return None


def _now(seat: Seat, text: str) -> Part:
    """A party on the day; of an instrument that has ended only the past tense is right."""
    last, ended = seat.spells[-1], seat.instrument.ended
    since = seat.since(last)
    if ended and in_force(seat.bench.setting, seat.instrument).truth is Truth.FALSE:
        says = f"{seat.name} was a party{_via(seat, last)}; the text ended {when(ended.on)}."
        return _found(seat, Truth.UNKNOWN if _tense(text) is Truth.TRUE else Truth.TRUE, says, last, seat.bond)
    began = f" since {since}" if since and since.is_exact else ""
    says = f"{seat.name} is a party{began}{_via(seat, last)}."
    return _found(seat, Truth.TRUE, says, last, seat.bond)


def _not_now(seat: Seat, text: str) -> Part:
    """On record as a party on other days: right of the past, wrong of the present, in part if the text is open."""
    last = seat.spells[-1]
    since = seat.since(last)
    gone = _is_gone(seat)
    if since and not gone and seat.bench.on.before(since) is Truth.TRUE and last.state == seat.actor:
        says = f"{seat.name} became a party {when(since)}."
        return _found(seat, Truth.FALSE, says, last, seat.bond)
    until = f"; that ended {when(last.until)}" if last.until else ""
    says = f"{seat.name} was a party{_via(seat, last)}{until}."
    return _found(seat, Truth.TRUE if gone else negation(_tense(text)), says, last, seat.bond)


def _tense(text: str) -> Truth:
    """Whether the words speak of the present."""
    if _PAST.search(text):
        return Truth.FALSE
    return Truth.TRUE if _PRESENT.search(text) else Truth.UNKNOWN


def _is_gone(seat: Seat) -> bool:
    """Whether the state no longer exists, so that only the past can be meant."""
    state = seat.bench.world.records.states.get(seat.actor)
    return state is not None and all(
        span.until is not None and span.until.on_or_before(seat.bench.on) is Truth.TRUE for span in state.exists
    )


def _via(seat: Seat, party: Party) -> str:
    if party.state == seat.actor:
        return ""
    name = seat.bench.name(party.state)
    return f", by its {name}" if party.state in seat.bench.world.records.actors else f", continuing {name}"


def _signed(seat: Seat, party: Party) -> str:
    if party.signed:
        return f"{seat.name} signed it {when(party.signed)}{_via(seat, party)}."
    return f"{seat.name} is on record as a party{_via(seat, party)}."


def _doubt(seat: Seat) -> str:
    party = seat.spells[-1]
    held = stands(seat.bench, party.positions)
    if held:
        return f"Whether {seat.name} is bound is disputed: {held}."
    if party.state != seat.actor and party.state in seat.bench.world.records.actors:
        return f"{seat.bench.name(party.state)} is the party; whether that binds {seat.name} as a state is disputed."
    since, until = seat.since(party), party.until
    span = f"from {since or 'a day not known'} to {until or 'the present'}"
    return f"Whether {seat.name} is bound on {seat.bench.on} is in doubt (on record {span})."


def joined(seat: Seat, written: Written, *, signing: bool = False) -> Part:
    """Whether the actor became a party (or signed) then."""
    if not seat.records:
        return outsider(seat)
    signatures = [(one, one.signed) for one in seat.records if one.signed]
    entries = [(one, day) for one in seat.spells if (day := seat.since(one))]
    entry = _closest(signatures if signing and signatures else entries, written)
    if entry is None:
        says = f"The record has no day on which {seat.name} became a party."
        return Part(Truth.UNKNOWN, says, leaf(seat.instrument, Truth.UNKNOWN, "{0}", says), silent=True)
    party, day = entry
    truth = agreement(day, written)
    verb = "signed it" if signing and signatures else "became a party"
    says = f"{seat.name} {verb} {when(day)}{_via(seat, party)}."
    if truth is Truth.FALSE and any(agreement(signed, written) is Truth.TRUE for _, signed in signatures):
        return _found(seat, Truth.UNKNOWN, f"{says} It signed on the day given.", party)
    return _found(seat, truth, says, party)


def _closest(dated: list[tuple[Party, Day]], written: Written) -> tuple[Party, Day] | None:
    return max(dated, key=lambda one: agreement(one[1], written), default=None)


def left(seat: Seat, written: Written | None, *, loosely: bool = False, for_good: bool = False) -> Part:
    """Whether the actor left (then): by the end of its time as a party, or its notice.

    ``loosely``: of "denounced", a suspension on record leaves it open; of "left" only one that writers often call so,
    unless it is said to be ``for_good``.
    """
    if not seat.spells:
        return outsider(seat) if not seat.records else member(seat, "")
    ends = [(one, one.until) for one in seat.spells if one.until]
    if not ends:
        return _stayed(seat, written, loosely=loosely, for_good=for_good)
    party, until = _closest(ends, written) if written else ends[-1]  # type: ignore[misc]
    held = stands(seat.bench, party.positions)
    open_to = written is None or agreement(until, written) is not Truth.FALSE
    if ".." in str(until) and held and open_to:
        return _found(seat, Truth.UNKNOWN, f"Whether {seat.name} has left is disputed: {held}.", party)
    again = " It is a party again." if seat.bond.truth is Truth.TRUE and seat.spells[-1].until is None else ""
    says = f"{seat.name} was a party; that ended {when(until)}.{again}"
    truth = until.on_or_before(seat.bench.on) if written is None else agreement(until, written)
    if truth is Truth.FALSE and written:
        return _by_notice(seat, party, until, written, says, for_good=for_good)
    return _found(seat, truth, says, party)


def _by_notice(seat: Seat, party: Party, until: Day, written: Written, says: str, *, for_good: bool) -> Part:
    """A date that is not the end may be that of the notice, or of a suspension."""
    for event in seat.events("withdrawal_notice"):
        if agreement(event.since, written) is Truth.TRUE:
            return _found(seat, Truth.TRUE, f"{says} It gave notice {when(event.since)}.", party)
    rule = seat.instrument.denunciation
    if rule and rule.months:
        earliest = Day.exact(max(until.first - rule.months * _MONTH, 1))
        if agreement(Day.parse(f"[{earliest}..{Day.exact(until.last)}]"), written) is not Truth.FALSE:
            says = f"{says} Notice is due {rule.months} months before; the day of the notice is not on record."
            return _found(seat, Truth.UNKNOWN, says, party)
    pause = _paused(seat, written)
    truth = _pause_counts(seat) if pause and not for_good else Truth.FALSE
    return _found(seat, truth, f"{says} {pause}".strip(), party)


def _stayed(seat: Seat, written: Written | None, *, loosely: bool, for_good: bool) -> Part:
    """No end is on record: a notice or a suspension may be."""
    for event in seat.events("withdrawal_notice"):
        if written is None or agreement(event.since, written) is Truth.TRUE:
            return _found(seat, Truth.UNKNOWN, f"{seat.name} gave notice {when(event.since)}; its effect is open.")
    pause = _paused(seat, written)
    if pause:
        says = f"The record has no withdrawal of {seat.name}. {pause}"
        counts = Truth.FALSE if for_good else Truth.UNKNOWN if loosely else _pause_counts(seat)
        return _found(seat, counts, says, seat.spells[-1])
    says = f"{seat.name} is still on record as a party; no withdrawal is on record."
    return _found(seat, Truth.FALSE if _was_in_after(seat, written) else Truth.UNKNOWN, says, seat.spells[-1])


def _was_in_after(seat: Seat, written: Written | None) -> bool:
    """Whether the actor is a party on the day of the bench, or was when the year of its departure had ended."""
    if seat.bond.truth is Truth.TRUE:
        return True
    if written is None or written.year is None:
        return False
    after = Day.parse(f"{written.year + 1:04}-01-01")
    return after.before(seat.bench.on) is Truth.TRUE and (
        Seat(seat.bench.at(after), seat.instrument, seat.actor).bond.truth is Truth.TRUE
    )


def _pause_counts(seat: Seat) -> Truth:
    """A suspension is no withdrawal (VCLT 54, 57); one by the actor toward all, or between two, is often called so."""
    bilateral = len({one.state for one in seat.instrument.parties}) == 2  # noqa: PLR2004 - the two parties
    of_all = any(one.obligor != "any_party" and one.toward.startswith("any_") for one in seat.suspensions())
    return Truth.UNKNOWN if bilateral or of_all or any(seat.events("suspension_notice")) else Truth.FALSE


def _paused(seat: Seat, written: Written | None) -> str:
    """The suspensions by the actor, in words; empty if none is on record for that date."""
    found = [
        f"{when(event.since)}: {event.title}"
        for event in seat.events("suspension_notice")
        if written is None or agreement(event.since, written) is Truth.TRUE
    ]
    if found:
        return f"It has this, {'; '.join(found)}."
    for one in seat.suspensions():
        if written is None or agreement(one.since, written) is not Truth.FALSE:
            return f"It has a suspension by {seat.name} {when(one.since)}."
    return ""
