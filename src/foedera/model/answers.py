"""Answers: findings with their derivations. A derivation is what a rule returns, an immutable tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.dates import Day
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.questions import Question
    from foedera.problems import Mark

Status = Literal["due", "expected", "arguable", "barred", "not_due"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who asserts and who denies a fact, in the order of their positions."""

    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


NO_DISPUTE = Dispute()


@dataclass(frozen=True, slots=True)
class Step:
    """One node of a derivation.

    Attributes:
        truth: the value of the statement.
        says: the statement as a format string, completed with ``args`` only when it is read.
        children: the steps from which it follows.
        cites: ids of provisions, doctrine rules, sources.
        mark: the place in the corpus.
        atom: for a leaf, the name under which ``--assume`` switches it; else empty.
        fact: the event or record that the leaf is about.
        dispute: the positions taken on the fact.
        joins: how the children make the truth: ``all``, ``any`` or ``not``; with other children, as ``all``.
    """

    truth: Truth
    says: str
    args: tuple[str, ...] = ()
    children: tuple[Step, ...] = ()
    cites: tuple[str, ...] = ()
    mark: Mark | None = None
    atom: str = ""
    fact: str = ""
    dispute: Dispute = NO_DISPUTE
    joins: Literal["all", "any", "not"] = "all"

    @property
    def statement(self) -> str:
        """The statement in plain words."""
        return self.says.format(*self.args)

    def hinges(self) -> Iterator[Step]:
        """UNKNOWN leaves that are reached from here through UNKNOWN nodes only, each fact once.

        A node that is UNKNOWN by itself, with no UNKNOWN child, counts as a leaf.
        """
        seen: set[tuple[str, str, str]] = set()
        for leaf in _unknown_leaves(self):
            key = (leaf.atom, leaf.fact, leaf.statement)
            if key not in seen:
                seen.add(key)
                yield leaf


def _unknown_leaves(step: Step) -> Iterator[Step]:
    if step.truth is not Truth.UNKNOWN:
        return
    unknown = [child for child in step.children if child.truth is Truth.UNKNOWN]
    if not unknown:
        yield step
    for child in unknown:
        yield from _unknown_leaves(child)


def conjunction(says: str, children: tuple[Step, ...], *args: str, cites: tuple[str, ...] = ()) -> Step:
    """A step that holds if every child does."""
    return Step(min((c.truth for c in children), default=Truth.TRUE), says, args, children, cites)


def disjunction(says: str, children: tuple[Step, ...], *args: str, cites: tuple[str, ...] = ()) -> Step:
    """A step that holds if at least one child does."""
    truth = max((c.truth for c in children), default=Truth.FALSE)
    return Step(truth, says, args, children, cites, joins="any")


def denial(says: str, child: Step, *args: str, cites: tuple[str, ...] = ()) -> Step:
    """A step that holds if its child does not."""
    return Step(negation(child.truth), says, args, (child,), cites, joins="not")


@dataclass(frozen=True, slots=True)
class Bar:
    """A superior norm that forbids an act (or a component of it)."""

    act: str
    norm: str
    rule: str
    settles: bool
    step: Step


@dataclass(frozen=True, slots=True)
class Finding:
    """What one provision has one state do (or not do) in the question's case.

    ``obligor`` is a state id, or None for a duty that falls on all of ``group`` alike except ``excepted``.

    Attributes:
        because: the step that says whether the duty is owed, or a function that builds it when it is read.
    """

    instrument: Instrument
    provision: Provision
    duty: Duty
    act: str
    obligor: str | None
    beneficiary: str
    against: tuple[str, ...]
    status: Status
    force: str
    because: Step | Callable[[], Step]
    bars: tuple[Bar, ...] = ()
    group: str | None = None
    excepted: tuple[str, ...] = ()
    is_component: bool = False

    @property
    def owed(self) -> Step:
        """Whether the duty is owed, bars apart."""
        return self.because if isinstance(self.because, Step) else self.because()

    @property
    def derivation(self) -> Step:
        """The derivation: *live*, that is owed and not barred."""
        if not self.bars:
            return self.owed
        norms, rules = tuple(bar.step for bar in self.bars), tuple(bar.rule for bar in self.bars)
        barred = disjunction("a superior norm forbids it", norms, cites=rules)
        return conjunction("owed and not barred", (self.owed, denial("it is not barred", barred)))

    @property
    def awaits(self) -> tuple[str, ...]:
        """The invocations on which the duty waits."""
        return tuple(leaf.statement for leaf in self.hinges_on if leaf.atom == "invoked")

    @property
    def hinges_on(self) -> tuple[Step, ...]:
        """The UNKNOWN leaves on which the status turns; none unless it is arguable."""
        return tuple(self.derivation.hinges()) if self.status == "arguable" else ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two norms that one state cannot both keep, with the rule that settles it or why none does."""

    state: str
    between: tuple[str, str]
    settled: bool
    why: str
    rule: str | None = None
    acts: tuple[str, str] = ("", "")
    truth: Truth = Truth.TRUE


@dataclass(frozen=True, slots=True)
class AssumptionUsed:
    """An assumption of the answer, who set it and who disputes it."""

    atom: str
    value: Truth
    statement: str
    switched: bool = False
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What a stipulated notice of withdrawal does to one instrument.

    Attributes:
        effect: the day on which it releases ``by``; None if it does not, or if the text does not say.
        why: the rule in words, for instance that the text excludes a unilateral exit.
    """

    instrument: Instrument
    by: str
    given: Day
    effect: Day | None
    why: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the corpus does not cover."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: findings in the order of their weight, conflicts, assumptions, coverage."""

    question: Question
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...] = ()
    assumptions: tuple[AssumptionUsed, ...] = ()
    notices: tuple[Notice, ...] = ()
    gaps: tuple[Gap, ...] = ()
