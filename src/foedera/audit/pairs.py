"""A corpus instrument beside the ATOP alliance with its number: members, days, promises, conditions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.audit import days
from foedera.audit.results import Finding, Match
from foedera.audit.sides import limits
from foedera.datasets.codes import FOREVER
from foedera.law.leading import KINDS
from foedera.runs import at, meet
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.audit.days import Range, Stay
    from foedera.audit.results import Value, Verdict, What
    from foedera.audit.sides import Side
    from foedera.dates import Day
    from foedera.model.instruments import Provision
    from foedera.runs import Runs

_NEAR = 31
_NONE = "no member"


@dataclass(frozen=True, slots=True)
class Cell:
    """One comparison: what it counts as, and the finding if it is no agreement.

    Attributes:
        what: as in ``Finding``, or ``signature``, which is counted and never listed.
        count: the field of the tally that it adds to, or None if it is listed only.
    """

    what: What | str
    kind: str
    count: str | None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """The same instrument on both sides."""

    corpus: Side
    atop: Side

    def lines(self) -> dict[str, tuple[str, ...]]:
        """Members of either side: the states of each, by the state that is on record."""
        found = {**self.atop.lines(), **self.corpus.lines()}
        return {self._label(states): states for states in found.values()}

    def _label(self, states: tuple[str, ...]) -> str:
        recorded = (party.state for side in (self.corpus, self.atop) for party in side.instrument.parties)
        return next(state for state in recorded if state in states)

    def compared(self) -> tuple[Match, tuple[Cell, ...]]:
        """Everything compared."""
        cells: list[Cell] = []
        members: list[tuple[bool, bool]] = []
        for label, states in self.lines().items():
            one = _Member(self, label, states, self.corpus.stays(states), self.atop.stays(states))
            if one.corpus_stays or one.atop_stays:
                members.append((bool(one.corpus_stays), bool(one.atop_stays)))
                cells += one.cells()
        found = [cell.finding for cell in cells if cell.finding]
        undecided = sum(one.verdict == "unknown" for one in found)
        return Match(
            self.corpus.instrument.id,
            self.atop.instrument.id,
            sum(ours for ours, _ in members),
            sum(theirs for _, theirs in members),
            sum(ours and theirs for ours, theirs in members),
            len(found) - undecided,
            undecided,
        ), tuple(cells)


@dataclass(frozen=True, slots=True)
class _Member:
    """One member (with the states that it continues) on both sides."""

    pair: Pair
    label: str
    states: tuple[str, ...]
    corpus_stays: tuple[Stay, ...]
    atop_stays: tuple[Stay, ...]

    def cells(self) -> Iterator[Cell]:
        """The comparisons of this member."""
        spans = joint(self.corpus_stays, self.atop_stays)
        for number, (ours, theirs) in enumerate(spans):
            if ours and theirs:
                yield self._entry(ours[0], theirs[0])
                yield self._exit(ours[-1], theirs[-1])
                yield from self._breaks(ours, theirs)
                if number == 0:
                    yield from self._signature(theirs[0])
            else:
                yield from (self._alone(one, is_ours=bool(ours)) for one in ours or theirs)
        common = days.sure_days(meet(self.pair.corpus.member(self.states), self.pair.atop.member(self.states)))
        if common:
            for kind in KINDS:
                yield from self._kind(kind, common)

    def _alone(self, stay: Stay, *, is_ours: bool) -> Cell:
        """A stay in which the other side has nothing."""
        verdict: Verdict = "other" if stay.since != stay.until else "unknown"
        texts = (_span(stay), _NONE) if is_ours else (_NONE, _span(stay))
        return Cell("member", "", None, self._finding("member", None, verdict, *texts))

    def _breaks(self, ours: tuple[Stay, ...], theirs: tuple[Stay, ...]) -> Iterator[Cell]:
        """Breaks in the membership on one side, between its first and its last day."""
        for gap in _gaps(ours):
            yield Cell("member", "", None, self._finding("member", None, "other", gap[1], "member in those days"))
        for gap in _gaps(theirs):
            why = "suspended" if self._is_suspended(gap[0]) else None
            yield Cell("member", "", None, self._finding("member", None, "other", "member in those days", gap[1], why))

    def _entry(self, ours: Stay, theirs: Stay) -> Cell:
        verdict = days.compare(ours.since, theirs.since)
        if verdict == "same":
            return Cell("entry", "", verdict)
        is_signed = any(days.compare((day.first, day.last), theirs.since) == "same" for day in self._signed())
        text = days.told(ours.since), days.told(theirs.since)
        return Cell(
            "entry", "", verdict, self._finding("entry", None, verdict, *text, "signature" if is_signed else None)
        )

    def _signature(self, theirs: Stay) -> Iterator[Cell]:
        """The day of signature of one that was a member from the beginning, or whose signature is on record."""
        signed = self._signed()
        if signed:
            yield Cell("signature", "", days.compare((signed[0].first, signed[0].last), theirs.since))

    def _signed(self) -> tuple[Day, ...]:
        instrument = self.pair.corpus.instrument
        own = self.pair.corpus.parties(self.states)
        recorded = tuple(party.signed for party in own if party.signed)
        if recorded or not instrument.signed or any(party.since for party in own):
            return recorded
        return (instrument.signed.on,) if own else ()

    def _exit(self, ours: Stay, theirs: Stay) -> Cell:
        verdict = days.compare_ends(ours.until, theirs.until)
        if verdict == "same":
            return Cell("exit", "", "running" if ours.until is None else verdict)
        why = self._why_ended(ours.until, theirs.until) if verdict != "unknown" else None
        last = None if theirs.until is None else (theirs.until[0] - 1, theirs.until[1] - 1)
        text = days.told(ours.until), days.told(last) if last is None else f"last day {days.told(last)}"
        return Cell("exit", "", verdict, self._finding("exit", None, verdict, *text, why))

    def _why_ended(self, ours: Range | None, theirs: Range | None) -> str | None:
        if theirs is None:
            return None
        last = (theirs[0] - 1, theirs[1] - 1)
        if ours == last:
            return "last_day"
        instrument, world = self.pair.corpus.instrument, self.pair.corpus.world
        successors = (one for one in world.records.instruments.values() if instrument.id in one.supersedes)
        if any(one.signed and (one.signed.on.first, one.signed.on.last) == last for one in successors):
            return "successor"
        return "suspended" if self._is_suspended(theirs) else None

    def _is_suspended(self, day: Range) -> bool:
        """Whether the corpus records a suspension from about that day."""
        suspensions = self.pair.corpus.instrument.suspensions
        since = (one.since for one in suspensions if {one.obligor, one.toward} & set(self.states))
        return any(abs(one.first - day[0]) <= _NEAR or one.first <= day[0] <= one.last for one in since)

    def _kind(self, kind: str, common: Runs) -> Iterator[Cell]:
        ours = meet(self.pair.corpus.promises(self.states, kind), common)
        theirs = meet(self.pair.atop.promises(self.states, kind), common)
        count = _count(ours, theirs, common)
        if count in {"both", "neither"}:
            yield Cell("kind", kind, count)
        else:
            sides = ((self.pair.corpus, ours), (self.pair.atop, theirs))
            left, right = (
                side.value(_promised(runs, common), self.states, tuple(side.clauses(kind))) for side, runs in sides
            )
            yield Cell("kind", kind, count, self._valued("kind", kind, _verdict(count), left, right))
        if count == "both":
            yield self._condition(kind, common)

    def _condition(self, kind: str, common: Runs) -> Cell:
        left = self._operating(self.pair.corpus, kind, common)
        right = self._operating(self.pair.atop, kind, common)
        ours, theirs = self.pair.corpus.is_conditional(left, kind), self.pair.atop.is_conditional(right, kind)
        if ours is theirs and ours is not Truth.UNKNOWN:
            return Cell("condition", kind, "both" if ours is Truth.TRUE else "neither")
        one_sided = "only_corpus" if ours is Truth.TRUE else "only_atop"
        count = "unknown" if Truth.UNKNOWN in {ours, theirs} else one_sided
        finding = self._valued(
            "condition",
            kind,
            _verdict(count),
            self.pair.corpus.value(_limited(left, kind, ours), self.states, left),
            self.pair.atop.value(_limited(right, kind, theirs), self.states, right),
        )
        return Cell("condition", kind, count, finding)

    def _operating(self, side: Side, kind: str, common: Runs) -> tuple[Provision, ...]:
        """The clauses of a kind that the member owes on a common day."""
        return tuple(one for one in side.clauses(kind) if meet(side.promise(self.states, one), common))

    def _finding(
        self, what: What, kind: str | None, verdict: Verdict, ours: str, theirs: str, why: str | None = None
    ) -> Finding:
        sides = ((self.pair.corpus, ours), (self.pair.atop, theirs))
        left, right = (side.value(text, self.states, dated=side.dated(what, self.states)) for side, text in sides)
        return self._valued(what, kind, verdict, left, right, why)

    def _valued(
        self, what: What, kind: str | None, verdict: Verdict, ours: Value, theirs: Value, why: str | None = None
    ) -> Finding:
        ids = self.pair.corpus.instrument.id, self.pair.atop.instrument.id
        return Finding(*ids, self.label, what, kind, verdict, ours, theirs, why)


def joint(ours: tuple[Stay, ...], theirs: tuple[Stay, ...]) -> tuple[tuple[tuple[Stay, ...], tuple[Stay, ...]], ...]:
    """The stays of both sides in groups of those that may overlap; two that stand alone are one group."""
    if len(ours) == len(theirs) == 1:
        return ((ours, theirs),)
    found: list[tuple[list[Stay], list[Stay]]] = []
    end = 0
    for stay in sorted({*ours, *theirs}, key=lambda one: one.since):
        if not found or stay.since[0] >= end:
            found.append(([], []))
        end = max(end, stay.until[1] if stay.until else FOREVER)
        for side, stays in zip(found[-1], (ours, theirs), strict=True):
            side.extend([stay] if stay in stays else [])
    return tuple((tuple(left), tuple(right)) for left, right in found)


def _gaps(stays: tuple[Stay, ...]) -> Iterator[tuple[Range, str]]:
    """The first day out and the whole break between stays."""
    for one, other in pairwise(stays):
        if one.until:
            yield one.until, f"no member from {days.told(one.until)} to {days.told(other.since)}"


def _span(stay: Stay) -> str:
    return f"member from {days.told(stay.since)}" + (f" to {days.told(stay.until)}" if stay.until else "")


def _count(ours: Runs, theirs: Runs, common: Runs) -> str:
    """What the common days show together: a day on which one promises and the other does not decides."""
    edges = {since for runs in (ours, theirs, common) for since, _, _ in runs}
    edges |= {until for runs in (ours, theirs) for _, until, _ in runs}
    shown = {(at(ours, day), at(theirs, day)) for day in edges if at(common, day) is Truth.TRUE}
    if (Truth.TRUE, Truth.FALSE) in shown:
        return "only_corpus"
    if (Truth.FALSE, Truth.TRUE) in shown:
        return "only_atop"
    if any(Truth.UNKNOWN in pair for pair in shown):
        return "unknown"
    return "both" if (Truth.TRUE, Truth.TRUE) in shown else "neither"


def _verdict(count: str) -> Verdict:
    return "unknown" if count == "unknown" else "other"


def _promised(runs: Runs, common: Runs) -> str:
    if not runs:
        return "not promised"
    if [run[:2] for run in runs] == [run[:2] for run in common]:
        return "promised" if all(run[2] is Truth.TRUE for run in runs) else "not known whether promised"
    spans = (f"{days.told((since, since))}..{days.told((until - 1, until - 1))}" for since, until, _ in runs)
    return f"promised in {', '.join(spans)}"


def _limited(clauses: tuple[Provision, ...], kind: str, truth: Truth) -> str:
    named = sorted({limit for clause in clauses for limit in limits(clause, kind)})
    if truth is Truth.TRUE:
        return f"on conditions: {', '.join(named)}"
    if truth is Truth.UNKNOWN:
        return "not known whether on conditions"
    return f"without conditions in one clause (another: {', '.join(named)})" if named else "without conditions"
