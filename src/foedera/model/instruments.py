"""Instruments, their parties, provisions and duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.dates import Day, Span
from foedera.model.conditions import Condition, Who
from foedera.model.facts import Confidence, Dated, Position
from foedera.problems import Mark

InstrumentKind = Literal["treaty", "charter", "resolution", "declaration", "arrangement", "armistice", "customary_law"]
Force = Literal["legal", "political", "disputed"]
Kind = Literal[
    "defence",
    "offence",
    "neutrality",
    "nonaggression",
    "consultation",
    "no_hostile_agreement",
    "territory_denial",
    "sanction",
    "restraint_of_force",
    "permission",
    "aid_to_aggressor",
    "nonproliferation",
    "diplomatic_assistance",
    "cooperation",
    "rule",
]
"""What a provision promises; the first five as the ATOP codebook defines them."""
Known = Literal["true", "false", "unknown"]


@dataclass(frozen=True, slots=True)
class Party:
    """A state's (or organ's) membership; one record per spell, so a state that left and returned has two.

    ``since`` defaults to the instrument's entry into force. A signatory that never became bound has
    ``status: signatory``; provisional application is a status of its own.
    """

    state: str
    since: Day | None = None
    until: Day | None = None
    signed: Day | None = None
    status: Literal["party", "signatory", "provisional"] = "party"
    how: str | None = None
    positions: tuple[Position, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must, may, must not or should do which act, to whom, against whom, and how freely.

    Exactly one of ``must``, ``may``, ``must_not``, ``should`` names the act (an id of a ``kind: act`` record).
    """

    must: str | None = None
    may: str | None = None
    must_not: str | None = None
    should: str | None = None
    who: Who = "obligor"
    to: Who | None = None
    against: Who | None = None
    discretion: Literal["none", "how", "whether_and_how", "unknown"] = "unknown"
    extent: Literal["all_means", "necessary", "appropriate", "as_agreed", "unspecified", "unknown"] = "unknown"
    effort: Literal["result", "best_efforts", "unknown"] = "unknown"
    decision: Literal["unilateral", "joint", "organ", "heads_of_state", "unknown"] = "unknown"
    timing: Literal["immediate", "without_delay", "deadline", "unspecified", "unknown"] = "unknown"
    deadline: str | None = None
    request: Literal["required", "none", "unknown"] = "unknown"
    until: str | None = None

    @property
    def modality(self) -> Literal["must", "may", "must_not", "should"]:
        """Which of the four the duty is."""
        if self.must:
            return "must"
        if self.may:
            return "may"
        return "must_not" if self.must_not else "should"

    @property
    def act(self) -> str:
        """The act's id."""
        return self.must or self.may or self.must_not or self.should or ""


@dataclass(frozen=True, slots=True)
class Provision:
    """One operative clause.

    ``since`` and ``until`` bound this version of the clause; ``version`` tells versions of one article apart.
    ``binding`` overrides the instrument's. ``declares_force`` is for political content in a binding text.
    """

    article: str
    kind: tuple[Kind, ...]
    summary: str
    duties: tuple[Duty, ...] = ()
    when: Condition | None = None
    obligors: tuple[Who, ...] = ()
    beneficiaries: tuple[Who, ...] = ()
    version: str | None = None
    since: Day | None = None
    until: Day | None = None
    binding: Force | None = None
    operative: Literal["decides", "demands", "calls_upon", "urges", "reaffirms"] | None = None
    limits: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    deems_attack_on_all: bool = False
    reaches_prior_attack: Known = "unknown"
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None
    id: str = ""
    mark: Mark | None = None

    @property
    def span(self) -> Span:
        """The days in which this version of the clause stands."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Area:
    """An area that an article defines, as a condition on the attack's place; versions have spans."""

    id: str
    article: str
    summary: str
    when: Condition
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None

    @property
    def span(self) -> Span:
        """The days in which this version of the area stands."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class FinalClause:
    """A final clause or definition: a field of the instrument, with no duty to reason about."""

    article: str
    topic: Literal[
        "entry_into_force",
        "duration",
        "withdrawal",
        "accession",
        "amendment",
        "precedence",
        "registration",
        "definition",
        "organ",
        "reporting",
        "without_prejudice",
        "reservation",
        "other",
    ]
    summary: str
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """That an instrument (or some clauses) does not operate for ``obligor`` toward ``toward`` in a span."""

    since: Day
    until: Day | None = None
    obligor: Who = "any_party"
    toward: Who = "any_party"
    provisions: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None

    @property
    def span(self) -> Span:
        """The days of the suspension."""
        return Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation, declaration or understanding of one party; its legal effect is in the provisions."""

    state: str
    summary: str
    provisions: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """How the term runs: initial term and periods in years, and how long before the end notice is due."""

    initial_years: int | None = None
    period_years: int | None = None
    notice_months: int | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Denunciation:
    """When a notice of withdrawal takes effect.

    ``excluded``: the text rules out a unilateral exit. ``months``/``days``: period after notice;
    ``earliest``: no withdrawal may take effect or be notified before that day.
    """

    excluded: Known = "unknown"
    months: int | None = None
    days: int | None = None
    earliest: Day | None = None
    ends_for: Literal["withdrawing", "all"] = "withdrawing"
    article: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """Registration under Charter article 102."""

    unts: str | None = None
    on: Day | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A contested point or an item of practice, in our own words, with sources."""

    summary: str
    on: Day | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Accession:
    """Whether others may join."""

    open: Literal["closed", "open", "by_invitation", "regional", "unknown"] = "unknown"
    article: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """The organisation that an instrument set up, as texts speak of it.

    Attributes:
        names: what it is called.
        stands_for_treaty: by its name the instrument is often meant.
        founded_by_signature: the signature was its foundation.
    """

    names: tuple[str, ...]
    stands_for_treaty: bool = False
    founded_by_signature: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, local to an instrument or shared (``kind: source``)."""

    type: Literal["primary_text", "official", "academic", "press", "tertiary"]
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    citation: str | None = None
    year: int | None = None
    note: str | None = None
    bibtex: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, charter, binding resolution, political declaration or body of customary law."""

    id: str
    kind: InstrumentKind
    title: str
    binding: Force
    parties: tuple[Party, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    organisation: Organisation | None = None
    binding_positions: tuple[Position, ...] = ()
    signed: Dated | None = None
    in_force: Dated | None = None
    ended: Dated | None = None
    ends: Literal["indefinite", "fixed_term", "renewable_term", "conditional", "unknown"] = "unknown"
    ends_when: Condition | None = None
    renewal: Renewal | None = None
    denunciation: Denunciation | None = None
    accession: Accession | None = None
    registration: Registration | None = None
    supersedes: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    without_prejudice_to: tuple[str, ...] = ()
    adopted_by: str | None = None
    under: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    areas: tuple[Area, ...] = ()
    final_clauses: tuple[FinalClause, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    contested: tuple[Remark, ...] = ()
    practice: tuple[Remark, ...] = ()
    references: dict[str, Reference] | None = None
    atop_id: int | None = None
    note: str | None = None
    mark: Mark | None = None
