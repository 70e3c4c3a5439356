"""What the reader finds: mentions, claims, verdicts. Offsets are in characters of a document's text, end exclusive."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.answers import Step
    from foedera.model.instruments import Kind

Format = Literal["text", "markdown", "html", "pdf"]
MentionType = Literal["instrument", "provision", "state", "organ", "place", "person", "date"]
ClaimKind = Literal[
    "signed_on",
    "signed_at",
    "signed_by",
    "adopted_in",
    "in_force_since",
    "party_to",
    "party_count",
    "has_article",
    "contains_duty",
    "clause_content",
    "resembles",
    "subject_to",
    "supersedes",
    "ended",
    "term",
    "directed_against",
    "is_alliance",
    "is_defensive",
    "binding",
    "titled",
    "opinion",
]
"""What a claim is about; ``opinion`` is what no text settles."""
VerdictWord = Literal["supported", "contradicted", "partly", "definitional", "not_checkable", "not_in_corpus"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document and where it starts in the document's text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written: some of year, month and day. ``June 19`` has no year until the context gives one.

    ``until_year`` makes a range of years of it (``2016-2017``). ``inferred`` says that the year comes from the context.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until_year: int | None = None
    inferred: bool = False

    def __str__(self) -> str:
        name = calendar.month_name[self.month] if self.month else ""
        years = str(self.year or "") + (f"-{self.until_year}" if self.until_year else "")
        return " ".join(filter(None, (str(self.day or ""), name, years)))

    def agrees(self, recorded: Day) -> Truth:
        """Whether the recorded day is the one that is written; UNKNOWN if only some days that the record can be are."""
        found = {one for first, last in recorded.ranges for one in self._covers_some(first, last)}
        if len(found) > 1:
            return Truth.UNKNOWN
        return Truth.TRUE if found == {True} else Truth.FALSE

    def _covers_some(self, first: int, last: int) -> Iterator[bool]:
        """Whether there are days from one ordinal to another that are, and that are not, what is written."""
        low, high = first, min(last, first + _CENTURY)
        if self.year is not None:
            low = max(first, dt.date(self.year, 1, 1).toordinal())
            high = min(last, dt.date(self.until_year or self.year, 12, 31).toordinal())
            if low > first or high < last:
                yield False
        yield from {self._covers(dt.date.fromordinal(one)) for one in range(low, high + 1)}

    def _covers(self, date: dt.date) -> bool:
        return self.month in (None, date.month) and self.day in (None, date.day)


_CENTURY = 36525


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a mention may stand for. ``score``: 0 to 1, how well the words fit it."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names something.

    Attributes:
        ids: the records that it stands for; several for a group ("the resolutions of 2016-2017"), none if the corpus
            has nothing that it could be.
        score: how well the words fit, 0 to 1; 0 without a link.
        alternatives: other records that it might stand for, best first.
        how: by a name, by a description ("the 1961 treaty with China"), or by reference to what is spoken of ("the
            treaty").
        written: the date, of a mention of a date.
        why: why the link holds or is missing, in a few words.
    """

    start: int
    end: int
    text: str
    type: MentionType
    ids: tuple[str, ...] = ()
    score: float = 0.0
    alternatives: tuple[Link, ...] = ()
    how: Literal["name", "description", "reference"] = "name"
    written: Written | None = None
    why: str = ""

    @property
    def id(self) -> str | None:
        """The first record that it stands for."""
        return self.ids[0] if self.ids else None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim.

    ``manner``: the ``author`` of the document, somebody ``quoted`` in quotation marks, or somebody whose words are
    ``reported``. ``id``: the state or organ that the speaker speaks for, where the words show it. ``assures``: the
    words are an assurance, promise or denial, not a report.
    """

    manner: Literal["author", "quoted", "reported"] = "author"
    text: str = "author"
    id: str | None = None
    assures: bool = False


@dataclass(frozen=True, slots=True)
class DutySaid:
    """What a text says that a clause lays down. None on an axis, or nothing in a list: nothing said about it.

    Attributes:
        kind: the kind of duty.
        modality: whether it must, may or must not be done.
        discretion: ``automatic``: without choice; ``free``: each chooses in what way it acts; ``whether``: each also
            chooses whether it acts.
        timing: how soon.
        extent: ``all_means``: with everything that a party has; ``troops``: forces are to be sent.
        request: ``required``: help must be asked for; ``none``: it comes unasked.
        against: ids of the attackers against whom help is said to be owed; ``any_state`` for any attacker whatever.
        matters: what the clause is about more closely: names of ``foedera.reader.checks.matters``.
    """

    kind: Kind
    modality: Literal["must", "may", "must_not"] | None = None
    discretion: Literal["automatic", "free", "whether"] | None = None
    timing: Literal["immediate"] | None = None
    extent: Literal["all_means", "troops"] | None = None
    request: Literal["required", "none"] | None = None
    against: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, in the corpus' terms; which fields are used depends on the kind of claim.

    Attributes:
        date: signed_on, adopted_in, in_force_since, ended, party_to: the date.
        states: party_to, signed_by: who; ended: who left, denounced or suspended; directed_against: whom (none: third
            states); contains_duty: on whom the duty is said to fall.
        place: signed_at: the name of the place.
        persons: signed_by: ids of the office-holders.
        duties: contains_duty, clause_content: what is laid down.
        others: resembles: the clauses or instruments compared with; supersedes: the older instruments; subject_to: what
            it rests on (ids of clauses and instruments, ``domestic_law``, ``constitutional_processes``).
        numbers: party_count, term, clause_content: (number, unit), such as (12, "month").
        word: the variant: party_to ``party|signatory|joined|left``; ended ``ended|denounced|suspended|left|in_force``;
            resembles ``like|same|unlike``; supersedes ``replaces|continues``; term
            ``initial|renewal|notice|indefinite``; is_defensive ``defensive|peaceful|offensive``; binding
            ``legal|political``; has_article: a topic of final clauses, ``area``, or empty; signed_on ``visit`` if the
            date is that of the visit during which it was signed.
        quote: clause_content, titled, signed_by (offices), supersedes (an older instrument that the corpus lacks): the
            words.
    """

    date: Written | None = None
    states: tuple[str, ...] = ()
    place: str | None = None
    persons: tuple[str, ...] = ()
    duties: tuple[DutySaid, ...] = ()
    others: tuple[str, ...] = ()
    numbers: tuple[tuple[float, str], ...] = ()
    word: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about an instrument or clause.

    Attributes:
        about: ids of the instruments or clauses (``rus-prk-2024/4``, also of an article that is not on record); none if
            what is spoken of is not in the corpus.
        named: the words for what it is about.
        negated: the text denies it ("is not a party").
        supposed: a condition, prediction, wish or question; never judged.
        may_mean: other instruments or clauses that the words for ``about`` may stand for almost as well.
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    about: tuple[str, ...]
    named: str
    speaker: Speaker
    said: Said = Said()
    negated: bool = False
    supposed: bool = False
    may_mean: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the corpus says of a claim.

    Attributes:
        word: the verdict.
        says: one sentence: what the record says, or why there is no verdict.
        derivation: the steps from the record to the verdict, with sources; None if there is nothing to derive.
        outcomes: for ``definitional``: (definition, outcome under it, why).
        differences: for ``resembles``: (feature, value here, value there) of features that differ.
        core: for an assurance that no text settles: the verdict on the part that a text does settle.
    """

    word: VerdictWord
    says: str
    derivation: Step | None = None
    outcomes: tuple[tuple[str, str, str], ...] = ()
    differences: tuple[tuple[str, str, str], ...] = ()
    core: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdict."""

    claim: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was found in one document.

    ``text``: the text that offsets refer to, or None if it is too long to keep. ``unlinked`` lists the mentions that
    could not be linked; they are also in ``mentions``. ``dated``: the day of the document, given or found in it.
    ``cut``: how often a sentence was cut because it was too long to be read as one.
    """

    name: str
    format: Format
    characters: int
    dated: Day | None
    text: str | None
    mentions: tuple[Mention, ...]
    claims: tuple[Judged, ...]
    cut: int = 0

    @property
    def unlinked(self) -> tuple[Mention, ...]:
        """Mentions of instruments and articles that stand for nothing in the corpus."""
        return tuple(one for one in self.mentions if not one.ids and one.type in ("instrument", "provision"))


@dataclass(frozen=True, slots=True)
class Side:
    """Where one side of a discrepancy stands: the document's index, the claim's offsets and its words."""

    document: int
    start: int
    end: int
    text: str
    states: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more statements on one point that differ, within or between documents, and what the corpus says.

    ``point``: what they are about, in words. ``record``: the corpus' answer. ``agrees``: indexes in ``sides`` of those
    that the record supports.
    """

    kind: ClaimKind
    about: str
    point: str
    sides: tuple[Side, ...]
    record: str
    agrees: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents read together, in the order given, and where they differ.

    ``notices``: what was not read or compared as a whole, in sentences.
    """

    documents: tuple[DocumentReading, ...]
    discrepancies: tuple[Discrepancy, ...]
    digest: str
    on: Day
    notices: tuple[str, ...] = ()
