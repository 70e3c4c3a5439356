"""ATOP alliances as instruments: provisions by phase, kind and group of members, with condition trees.

Source: Leeds, Ritter, Mitchell and Long, "Alliance Treaty Obligations and Provisions, 1815-1944", International
Interactions 28 (2002), and the ATOP codebook. A row says what *that member* owes the other members. A flag that says
"conditional" without giving the content becomes the atom ``unstated``, which is always UNKNOWN. An exit day is the
last day in force. A row without an exit is in force to the end of the data; what holds later is UNKNOWN.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.atop_terms import KINDS, Member, Terms, terms
from foedera.datasets.codes import FOREVER, Codes, codes
from foedera.datasets.imported import Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import source
from foedera.datasets.table import MISSING, day_of, require_columns, whole
from foedera.dates import Day
from foedera.model.doctrine import Coverage
from foedera.model.facts import Dated
from foedera.model.instruments import Instrument, Party, Provision
from foedera.model.states import Code, Existence, State
from foedera.model.world import Corpus
from foedera.problems import Mark
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.datasets.imported import Row, Table

REQUIRED = ("atopid", "member", "yrent", "yrexit", *KINDS)
_ENDS = {"3": "2003-12-31", "4": "2016-12-31", "5": "2018-12-31"}
"""Last day of the data by major version (ATOP codebooks)."""
_FIRST = "1815-01-01"
_NO_DAY = MISSING | {"0", "99"}
"""What stands for an unknown month or day."""


@dataclass(frozen=True, slots=True)
class _File:
    """What all rows of a file share."""

    table: Table
    source: str
    codes: Codes
    end: Day

    def mark(self, row: Row) -> Mark:
        return Mark(self.table.file, row.line, 1, row.line, 1)


def read_atop(table: Table, states: Mapping[str, State]) -> Imported:
    """ATOP member-level rows (3.x to 5.x) as instruments.

    Args:
        table: the member-level file.
        states: the corpus' states, whose COW codes link the members.

    Raises:
        DatasetError: a column is missing, or a row has no alliance, member or year.
    """
    require_columns(table, REQUIRED, "the member-level file of ATOP has one row per alliance, phase and member")
    version = _version(table)
    end = Day.parse(_ENDS.get(version[:1], f"{_last_year(table)}-12-31"))
    alliances: dict[int, list[Member]] = defaultdict(list)
    for row in table.rows:
        alliances[whole(table, row, "atopid")].append(_member(table, row, end))
    added = _unlinked(states, alliances)
    provenance = f"version {version}, file {table.file}, SHA-256 {table.sha256}"
    known = _File(table, f"atop-{version}", codes({**states, **added}, "cow"), end)
    instruments = [_alliance(known, number, members) for number, members in sorted(alliances.items())]
    corpus = Corpus(
        states=added,
        instruments={instrument.id: instrument for instrument in instruments},
        sources={known.source: source(DATASETS["atop"], provenance, known.source)},
        coverage={record.id: record for record in _coverage(known, version)},
    )
    notes = tuple(
        Note("unlinked", f"no state of the corpus has the COW code {state.codes[0].code}; kept as '{state.id}'")
        for state in added.values()
    )
    return Imported(corpus, notes)


def _version(table: Table) -> str:
    found = {row.values.get("version", "").strip() for row in table.rows[:1]}
    return next((text for text in found if text), "unknown")


def _last_year(table: Table) -> int:
    years = (row.values.get(column, "") for row in table.rows for column in ("yrent", "yrexit"))
    return max(int(year) for year in years if year.isdigit())


def _member(table: Table, row: Row, end: Day) -> Member:
    since = day_of(table, row, _columns("ent"), _NO_DAY)
    stays = row.values["yrexit"].strip() == "0"
    return Member(
        row=row,
        code=whole(table, row, "member"),
        phase=whole(table, row, "phase") if row.values.get("phase", "").strip() else 0,
        since=since,
        until=_open(end) if stays else _until(table, row, since),
        in_effect=stays,
    )


def _columns(suffix: str) -> tuple[str, str, str]:
    return f"yr{suffix}", f"mo{suffix}", f"day{suffix}"


def _until(table: Table, row: Row, since: Day) -> Day:
    """The first day without; if no year of exit is given, any day after the entry."""
    if row.values["yrexit"].strip() in MISSING:
        return _open(since)
    return _next(day_of(table, row, _columns("exit"), _NO_DAY))


def _next(day: Day) -> Day:
    """The first day after a last day, as doubtful as that is."""
    if day.is_exact:
        return Day.exact(day.first + 1)
    first, last = (dt.date.fromordinal(number + 1).isoformat() for number in (day.first, day.last))
    return Day.parse(f"[{first}..{last}]")


def _open(end: Day) -> Day:
    """A doubtful end: some day after this one, or none."""
    return Day.parse(f"[{dt.date.fromordinal(end.last + 1).isoformat()}..]")


def _unlinked(states: Mapping[str, State], alliances: Mapping[int, list[Member]]) -> dict[str, State]:
    """A record for every member whose COW code no state of the corpus bears in the days of the row."""
    known = codes(states, "cow")
    spans: dict[int, list[Member]] = defaultdict(list)
    for members in alliances.values():
        for member in members:
            if not any(True for _ in known.stints(member.code, member.since.first, member.until.last)):
                spans[member.code].append(member)
    added = {}
    for code, members in sorted(spans.items()):
        since = Day.exact(min(member.since.first for member in members))
        until = Day.exact(max(member.until.first for member in members))
        added[f"cow-{code}"] = State(
            id=f"cow-{code}",
            name=f"COW {code}",
            official_name=f"the state with the COW code {code}",
            exists=(Existence(since, until),),
            sources=(),
            confidence="partly_verified",
            codes=(Code("cow", code),),
        )
    return added


def _alliance(known: _File, number: int, members: list[Member]) -> Instrument:
    since = min(members, key=lambda member: member.since.first).since
    last = max(members, key=lambda member: member.until.last)
    identifier = f"atop-{number}"
    return Instrument(
        id=identifier,
        kind="treaty",
        title=f"ATOP alliance {number}",
        binding="legal",
        parties=tuple(_parties(known, members)),
        sources=(known.source,),
        confidence="partly_verified",
        in_force=Dated(since, sources=(known.source,)),
        ended=None if any(member.in_effect for member in members) else Dated(last.until, sources=(known.source,)),
        provisions=tuple(_provisions(known, identifier, members)),
        atop_id=number,
        mark=known.mark(members[0].row),
    )


def _parties(known: _File, members: list[Member]) -> Iterator[Party]:
    """One record per spell of membership and state: phases that follow one another are one spell."""
    by_code: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        by_code[member.code].append(member)
    for code, rows in by_code.items():
        for since, until, row in _spells(sorted(rows, key=lambda member: member.since.first)):
            for stint in known.codes.stints(code, since.first, min(until.last, FOREVER)):
                yield Party(
                    state=stint.state,
                    since=since if stint.since == since.first else Day.exact(stint.since),
                    until=until if stint.until >= min(until.last, FOREVER) else Day.exact(stint.until),
                    sources=(known.source,),
                    confidence="partly_verified",
                    note=f"{known.table.file} line {row.line}",
                )


def _spells(rows: list[Member]) -> Iterator[tuple[Day, Day, Row]]:
    since, until, first = rows[0].since, rows[0].until, rows[0].row
    for member in rows[1:]:
        if member.since.first <= until.last:
            until = max(until, member.until, key=lambda day: day.last)
        else:
            yield since, until, first
            since, until, first = member.since, member.until, member.row
    yield since, until, first


def _provisions(known: _File, identifier: str, members: list[Member]) -> Iterator[Provision]:
    """One provision per phase, kind and group of members whose flags for that kind are the same."""
    phases = sorted({member.phase for member in members})
    is_multilateral = len({member.code for member in members}) > 2  # noqa: PLR2004 - more than two make a group
    for phase in phases:
        of_phase = [member for member in members if member.phase == phase]
        for column, kind in KINDS.items():
            groups: dict[Terms, list[Member]] = defaultdict(list)
            for member in of_phase:
                flagged = member.flag(column)
                if flagged is not Truth.FALSE:
                    agreed = terms(kind, member, known.codes, flagged=flagged, is_multilateral=is_multilateral)
                    groups[agreed].append(member)
            for number, (agreed, group) in enumerate(groups.items()):
                tag = (f".{phase}" if len(phases) > 1 else "") + (chr(ord("a") + number) if len(groups) > 1 else "")
                yield _provision(
                    known,
                    f"{identifier}/{kind}{tag}",
                    agreed,
                    group,
                    bounded=len(phases) > 1,
                    is_all=len(group) == len(members),
                )


def _provision(
    known: _File, identifier: str, agreed: Terms, group: list[Member], *, bounded: bool, is_all: bool
) -> Provision:
    """A clause; its obligors are named only where not all members promise the same."""
    first, last = min(group, key=lambda m: m.since.first), max(group, key=lambda m: m.until.last)
    return Provision(
        article=identifier.partition("/")[2],
        kind=(agreed.kind,),
        summary=f"A promise of {agreed.kind}, as ATOP codes it for these members.",
        duties=(agreed.duty,),
        when=agreed.when,
        obligors=() if is_all else tuple(dict.fromkeys(_obligors(known, group))),
        since=first.since if bounded else None,
        until=last.until if bounded and not last.in_effect else None,
        sources=(known.source,),
        confidence="partly_verified",
        id=identifier,
        mark=known.mark(group[0].row),
    )


def _obligors(known: _File, group: Iterable[Member]) -> Iterator[str]:
    for member in group:
        for stint in known.codes.stints(member.code, member.since.first, min(member.until.last, FOREVER)):
            yield stint.state


def _coverage(known: _File, version: str) -> Iterator[Coverage]:
    after = Day.exact(known.end.last + 1)
    text = f"ATOP {version} codes the alliances of {_FIRST[:4]} to {known.end}"
    mark = Mark(known.table.file, 1, 1, 1, 1)
    since = Day.parse(_FIRST)
    yield Coverage("atop", "obligations", complete=True, why=text, since=since, until=after, mark=mark)
    yield Coverage("atop-before", "obligations", complete=False, why=text, until=since, mark=mark)
    yield Coverage("atop-after", "obligations", complete=False, why=text, since=after, mark=mark)
