"""Where statements differ: two dates, places or numbers given for one thing that cannot both be right."""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, compress
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.reader.checks.quantities import is_alike, same
from foedera.reader.records import Discrepancy, Side, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model.world import World
    from foedera.reader.records import Claim, ClaimKind, DocumentReading, Judged, Verdict

_POINTS: dict[ClaimKind, tuple[ClaimKind, str]] = {
    "signed_on": ("signed_on", "when {0} was signed"),
    "adopted_in": ("signed_on", "when {0} was adopted"),
    "in_force_since": ("in_force_since", "since when {0} is in force"),
    "signed_at": ("signed_at", "where {0} was signed"),
    "party_count": ("party_count", "how many parties {0} has"),
    "ended": ("ended", "when {0} ended"),
    "term": ("term", "how long {0} runs"),
}
"""Kind of claim to the kind that it is compared with, and the point in words."""
_ENDS = {"denounced": "when {0} was denounced", "suspended": "when {0} was suspended", "left": "when {0} was left"}
_TERMS = {"notice": "how long the notice for leaving {0} is", "renewal": "for how long {0} is renewed"}
_SETTLED = ("supported", "contradicted", "partly", "not_in_corpus")
_TWO = 2
MOST = 500
"""So many different statements on one point are held against each other, each against all: real documents have few."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim on a point: in which document (by index) it stands, and about which instrument."""

    document: int
    judged: Judged
    about: str

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.judged.claim

    @property
    def point(self) -> tuple[str, str, str]:
        """What statements must share to be compared: the kind, the instrument, and which end or term is meant."""
        claim = self.claim
        variant = claim.said.word if claim.kind in ("ended", "term") else ""
        return _POINTS[claim.kind][0], self.about, variant


def discrepancies(world: World, readings: Sequence[DocumentReading]) -> tuple[Discrepancy, ...]:
    """Statements on one point that cannot both be right, in the order in which the points are first spoken of.

    Left out are statements that are supposed, that the record bears out both ("12 members", said of 1949, and "32"),
    and dates of a visit near the signature. The corpus' answer is the verdict on one of them.
    """
    return tuple(_told(world, group) for found in _points(readings) for group in _conflicting(world, found))


def uncompared(world: World, readings: Sequence[DocumentReading]) -> tuple[str, ...]:
    """Sentences that name the points on which more is said than is held against each other."""
    found = [(group[0], len(_alike(group))) for group in _points(readings)]
    return tuple(
        f"{count:,} different things are said on {_point_of(world, first)}: only the first {MOST} are compared."
        for first, count in found
        if count > MOST
    )


def _points(readings: Sequence[DocumentReading]) -> list[list[Statement]]:
    """The statements by their points, each once in its document."""
    points: dict[tuple[str, str, str], dict[object, Statement]] = defaultdict(dict)
    for one in _statements(readings):
        points[one.point].setdefault((one.document, one.claim.said.states, _value(one.claim)), one)
    return [list(found.values()) for found in points.values()]


def _statements(readings: Sequence[DocumentReading]) -> Iterator[Statement]:
    for number, document in enumerate(readings):
        for judged in document.claims:
            claim = judged.claim
            if claim.kind in _POINTS and not claim.supposed and judged.verdict.word in _SETTLED and _says(claim):
                for about in dict.fromkeys(one.partition("/")[0] for one in claim.about):
                    yield Statement(number, judged, about)


def _says(claim: Claim) -> bool:
    said = claim.said
    return bool(said.place if claim.kind == "signed_at" else said.numbers or said.date)


def _conflicting(world: World, statements: list[Statement]) -> Iterator[list[Statement]]:
    """Groups of statements that hang together by conflicts."""
    waiting = list(_alike(statements).values())[:MOST]
    while waiting:
        group = [waiting.pop(0)]
        for member in group:
            near = [_conflict(world, statements[member[0]], statements[other[0]]) for other in waiting]
            group += compress(waiting, near)
            waiting = [one for one, is_near in zip(waiting, near, strict=True) if not is_near]
        if len(group) > 1:
            yield [statements[ix] for ix in sorted(chain(*group))]


def _alike(statements: list[Statement]) -> dict[object, list[int]]:
    """Which statements say the same and have the same verdict: they conflict with the same others."""
    found: dict[object, list[int]] = defaultdict(list)
    for ix, one in enumerate(statements):
        claim = one.claim
        found[claim.kind, claim.said, claim.negated, one.judged.verdict.word == "supported"].append(ix)
    return found


def _conflict(world: World, one: Statement, other: Statement) -> bool:
    if one.judged.verdict.word == other.judged.verdict.word == "supported" or not _of_the_same(world, one, other):
        return False
    if one.claim.negated != other.claim.negated:
        denied, said = sorted((one.claim, other.claim), key=lambda claim: not claim.negated)
        return _implies(said, denied)
    return not one.claim.negated and _differ(one.claim, other.claim)


def _of_the_same(world: World, one: Statement, other: Statement) -> bool:
    """Whether the statements are about the same states' signature, entry or exit; two parties sign together."""
    mine, theirs = set(one.claim.said.states), set(other.claim.said.states)
    if one.claim.kind == "party_count":
        return one.claim.said.date == other.claim.said.date
    is_joint = one.claim.kind != "ended" and len(world.parties.get(one.about, ())) <= _TWO
    return is_joint or not (mine or theirs) or bool(mine & theirs)


def _differ(one: Claim, other: Claim) -> bool:
    if one.kind == "signed_at":
        mine, theirs = (_place(claim) for claim in (one, other))
        return not (mine in theirs or theirs in mine)
    if one.said.date and other.said.date and one.kind != "party_count":
        return _apart(one.said.date, other.said.date)
    pairs = [(a, b) for a in one.said.numbers for b in other.said.numbers if is_alike(a[1], b[1])]
    return bool(pairs) and not any(same(a, b) for a, b in pairs)


def _implies(said: Claim, denied: Claim) -> bool:
    """Whether what one text says is what the other denies."""
    if said.kind == "signed_at":
        return _place(denied) in _place(said)
    if said.said.date and denied.said.date:
        return _covers(denied.said.date, said.said.date)
    return bool(denied.said.numbers) and all(
        any(is_alike(a[1], b[1]) and same(a, b) for a in said.said.numbers) for b in denied.said.numbers
    )


def _place(claim: Claim) -> str:
    return (claim.said.place or "").casefold()


def _apart(one: Written, other: Written) -> bool:
    """Whether two dates share no day. A year that only the context gave does not tell days apart."""
    is_guessed = (one.inferred and one.day) or (other.inferred and other.day)
    mine, theirs = _years(one), _years(other)
    years = mine and theirs and not is_guessed and (mine[1] < theirs[0] or theirs[1] < mine[0])
    months = bool(one.month and other.month) and one.month != other.month
    return bool(years) or months or (bool(one.day and other.day) and one.day != other.day)


def _covers(wide: Written, narrow: Written) -> bool:
    mine, theirs = _years(wide), _years(narrow)
    years = mine is None or (theirs is not None and mine[0] <= theirs[0] and theirs[1] <= mine[1])
    return years and wide.month in (None, narrow.month) and wide.day in (None, narrow.day)


def _years(written: Written) -> tuple[int, int] | None:
    return (written.year, written.until_year or written.year) if written.year else None


def _value(claim: Claim) -> str:
    """What a statement says, in a few words: ``not on 19 July 2024``."""
    said = claim.said
    if claim.kind == "signed_at":
        words = f"at {said.place}"
    elif said.date and claim.kind != "party_count":
        words = _dated(said.date) + (" (the visit)" if said.word == "visit" else "")
    else:
        words = " and ".join(f"{number:g} {name}{'' if number == 1 else 's'}" for number, name in said.numbers)
    return f"not {words}" if claim.negated else words


def _dated(written: Written) -> str:
    """The date as it is written, without a year that the context gave."""
    if not (written.inferred and written.month):
        return str(written)
    return " ".join(filter(None, (str(written.day or ""), calendar.month_name[written.month])))


def _told(world: World, group: list[Statement]) -> Discrepancy:
    first = group[0]
    sides = tuple(_side(one) for one in group)
    agrees = tuple(ix for ix, one in enumerate(group) if one.judged.verdict.word == "supported")
    return Discrepancy(first.claim.kind, first.about, _point_of(world, first), sides, _record(group), agrees)


def _side(one: Statement) -> Side:
    claim = one.claim
    by = "" if claim.speaker.manner == "author" else f", says {claim.speaker.text}"
    return Side(one.document, claim.start, claim.end, claim.text, f"{_value(claim)}{by}")


def _point_of(world: World, one: Statement) -> str:
    claim = one.claim
    variants = {"ended": _ENDS, "term": _TERMS}.get(claim.kind, {})
    words = variants.get(claim.said.word, _POINTS[claim.kind][1])
    instrument = world.records.instruments.get(one.about)
    return words.format(short(instrument) if instrument else one.about)


def _record(group: Iterable[Statement]) -> str:
    """What the corpus says: its verdict on a statement that it supports, else on one that it knows something of."""
    verdicts: list[Verdict] = [one.judged.verdict for one in group]
    return min(verdicts, key=lambda verdict: _SETTLED.index(verdict.word)).says
