"""Rows: one for a war and a treaty, or one for each member, from the cases of the war."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.law.docket import ever_parties
from foedera.runs import meet
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.instruments import Instrument
    from foedera.wars.attacks import War
    from foedera.wars.cases import Bench, Finding

Verdict = Literal["due", "arguable", "not_due"]
_VERDICTS: dict[Truth, Verdict] = {Truth.TRUE: "due", Truth.UNKNOWN: "arguable", Truth.FALSE: "not_due"}


@dataclass(frozen=True, slots=True)
class Row:
    """Whether the case for the promises of one treaty arose in one war.

    Attributes:
        status: as the law has it, without presumptions.
        leaning: whether it did if what is not known is as presumed.
        kinds: the kinds of promise for which it has that status, and so on for the members and the first day.
        hinges_on: names of the leaves on which an arguable status turns.
        findings: the cases, those that carry the status first.
    """

    war: War
    treaty: Instrument
    status: Verdict
    leaning: bool
    kinds: tuple[str, ...] = ()
    obligors: tuple[str, ...] = ()
    day: str | None = None
    hinges_on: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberRow:
    """The same for one member that owes, with the case that carries it."""

    war: War
    treaty: Instrument
    member: str
    status: Verdict
    leaning: bool
    kinds: tuple[str, ...] = ()
    day: str | None = None
    provision: str | None = None
    beneficiary: str | None = None
    adversaries: tuple[str, ...] = ()
    attack: str | None = None
    hinges_on: tuple[str, ...] = ()


def rows(bench: Bench, war: War) -> Iterator[Row]:
    """One row for every treaty that had a belligerent as a party in the calendar years of the war."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in bench.findings(war):
        found[finding.clause.instrument.id].append(finding)
    for instrument in bench.world.records.instruments.values():
        if any(_has_party(bench, instrument, actor, war) for actor in war.belligerents):
            yield _row(war, instrument, found.get(instrument.id, []))


def member_rows(bench: Bench, row: Row) -> Iterator[MemberRow]:
    """One row for every member of a row's treaty in the years of the war, those that owe most first."""
    by_member: dict[str, list[Finding]] = defaultdict(list)
    for finding in row.findings:
        by_member[finding.obligor].append(finding)
    parties = sorted(ever_parties(bench.world, row.treaty) or ())
    for member in dict.fromkeys((*by_member, *parties)):
        if member in by_member or _has_party(bench, row.treaty, member, row.war):
            yield _member_row(row, member, by_member.get(member, []))


def _has_party(bench: Bench, instrument: Instrument, actor: str, war: War) -> bool:
    since, until = war.days_of_years()
    parties = ever_parties(bench.world, instrument)
    if parties is None or actor not in parties:
        return False
    bound = meet(bench.timeline.force(instrument), bench.timeline.bond(instrument, actor))
    return any(begin < until and since < end for begin, end, _ in bound)


def _order(finding: Finding) -> tuple[int, int, int]:
    return -finding.truth.value, -finding.leans.value, finding.day.first


def _row(war: War, instrument: Instrument, found: list[Finding]) -> Row:
    ordered = tuple(sorted(found, key=_order))
    carrying = _carrying(ordered)
    if not carrying:
        return Row(war, instrument, "not_due", leaning=False)
    return Row(
        war,
        instrument,
        _VERDICTS[carrying[0].truth],
        leaning=any(one.leans is Truth.TRUE for one in ordered),
        kinds=_unique(one.kind for one in carrying),
        obligors=_unique(one.obligor for one in carrying),
        day=str(min((one.day for one in carrying), key=lambda day: day.first)),
        hinges_on=_hinges(carrying),
        findings=ordered,
    )


def _carrying(ordered: tuple[Finding, ...]) -> list[Finding]:
    """The cases that give the verdict; of arguable ones those that lean to yes, if there are any."""
    best = [one for one in ordered if one.truth is ordered[0].truth]
    leaning = [one for one in best if one.leans is Truth.TRUE]
    return leaning or best


def _member_row(row: Row, member: str, found: list[Finding]) -> MemberRow:
    if not found:
        return MemberRow(row.war, row.treaty, member, "not_due", leaning=False)
    carrying = _carrying(tuple(found))
    first = min(carrying, key=lambda one: one.day.first)
    return MemberRow(
        row.war,
        row.treaty,
        member,
        _VERDICTS[first.truth],
        leaning=any(one.leans is Truth.TRUE for one in found),
        kinds=_unique(one.kind for one in carrying),
        day=str(first.day),
        provision=first.clause.provision.id,
        beneficiary=first.beneficiary,
        adversaries=first.adversaries,
        attack=first.attack.id,
        hinges_on=_hinges(carrying),
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _hinges(carrying: Iterable[Finding]) -> tuple[str, ...]:
    return _unique(leaf.atom for one in carrying if one.truth is Truth.UNKNOWN for leaf in one.step.hinges())
