"""Doctrine as data: rules of interpretation and precedence with their citations, acts and what they imply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.dates import Day, Span
from foedera.model.conditions import Who
from foedera.model.facts import Confidence
from foedera.model.instruments import InstrumentKind, Known
from foedera.problems import Mark


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the short form of a question supposes; each can be switched by ``--assume ATOM=VALUE``."""

    atom: str
    value: Known
    statement: str


@dataclass(frozen=True, slots=True)
class Presumption:
    """What is taken for likely where a leaf of a derivation stays UNKNOWN: of no effect on any status.

    ``atom``: the name of the leaf. ``why``: the reason, with its place in a source where there is one.
    """

    atom: str
    value: Literal["true", "false"]
    why: str


@dataclass(frozen=True, slots=True)
class Rank:
    """That prohibitions in instruments of this kind set other duties aside, and by which rule."""

    kind: InstrumentKind
    rule: str
    settles: bool = True


@dataclass(frozen=True, slots=True)
class Doctrine:
    """A rule of general law that the engine applies.

    The engine looks rules up by ``id`` and reads its parameters from them; docs/semantics.md lists all.

    Attributes:
        statement: the rule in our own words.
        settled: whether the rule is settled law.
        values: a table of truth values (for example of gravity by scale).
        refers: ids that the rule looks for (for example the references that import article 51).
        assumes: what a question in short form supposes, for the event kinds in ``kinds``.
        ranks: which prohibitions set duties aside.
        presumes: what the evaluation of wars takes for likely where a derivation leaves it open.
    """

    id: str
    title: str
    statement: str
    cites: tuple[str, ...]
    settled: bool = True
    values: dict[str, Known] | None = None
    refers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    assumes: tuple[Assumption, ...] = ()
    ranks: tuple[Rank, ...] = ()
    presumes: tuple[Presumption, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """The event that doing an act would be: its kind and who would be its actor and target."""

    type: str
    actor: Who = "obligor"
    target: Who = "beneficiary"
    on_behalf_of: Who | None = None
    attributes: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act that duties are about.

    Attributes:
        label: verb phrase with {to} and {against}.
        includes: component acts; a norm may forbid one of them and leave the rest.
        deeds: the events that performing the act would be, against which prohibitions are tested.
        done_by: kinds of event by which the act may be done, if the obligor is the event's actor.
        takes_side: doing it for one side is incompatible with doing it for the other.
    """

    id: str
    label: str
    includes: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    done_by: tuple[str, ...] = ()
    takes_side: bool = False
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region that area clauses name.

    ``within``: it lies wholly inside the union of these regions, so that a place outside all of them is
    outside it, even where its own record does not say so.
    """

    id: str
    name: str
    meaning: str
    within: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A shared source."""

    id: str
    title: str
    type: Literal["primary_text", "official", "academic", "press", "tertiary"]
    url: str | None = None
    publisher: str | None = None
    citation: str | None = None
    year: int | None = None
    note: str | None = None
    bibtex: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """For which states and days the corpus' silence means "none".

    ``subject``: ``obligations``, ``events`` (recorded events of the kinds that the engine reads) or
    ``parties`` of one ``instrument``. Outside complete coverage an answer says what is missing.
    """

    id: str
    subject: Literal["obligations", "events", "parties"]
    complete: bool
    why: str
    instrument: str | None = None
    states: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    mark: Mark | None = None

    @property
    def span(self) -> Span:
        """The days that the record speaks of."""
        return Span(self.since, self.until)
