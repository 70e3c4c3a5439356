"""Inter-state wars of the Correlates of War project: who attacked whom in which war.

Source: Sarkees and Wayman, Resort to War (2010). Two shapes are read: the project's own file, one row per war and
participant with days and sides, and directed pairs of adversaries by year. The data say who initiated a war, not who
opened fire on whom: an attack is recorded only from an initiator on an adversary. Where both of a pair initiated, each
attacks the other and the event says so; where neither did, nothing is guessed and the pair stands in the table alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.codes import codes
from foedera.datasets.imported import DatasetError, Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import source
from foedera.datasets.table import require_columns, whole
from foedera.dates import Day, DayError
from foedera.model.doctrine import Coverage
from foedera.model.events import Event
from foedera.model.world import Corpus
from foedera.problems import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.datasets.codes import Codes
    from foedera.datasets.imported import Row, Table
    from foedera.model.states import State

COLUMNS = (
    "war", "name", "state", "adversary", "code", "adversary_code", "initiated", "adversary_initiated",
    "since", "until", "line",
)  # fmt: skip
"""Columns of the table ``war_pairs``: directed pairs of adversaries; the states are ids of the corpus or None, the
days EDTF texts (``until`` is the first day out of the war, None if it goes on)."""
_BY_YEAR = ("warnum", "ccode1", "ccode2", "year", "initiator1", "initiator2")
_BY_PARTICIPANT = ("warnum", "ccode", "side", "initiator", "startyear1", "endyear1")
_ONGOING = "-7"
_YES = 1


@dataclass(frozen=True, slots=True)
class _Pair:
    """A state and its adversary in a war, for a span."""

    war: int
    name: str
    code: int
    adversary: int
    initiated: bool
    adversary_initiated: bool
    since: Day
    until: Day | None
    line: int


@dataclass(frozen=True, slots=True)
class _Fighter:
    """A participant in a war on one side, for a span."""

    row: Row
    name: str
    code: int
    side: int
    initiated: bool
    since: Day
    until: Day | None


def read_cow_wars(table: Table, states: Mapping[str, State]) -> Imported:
    """Attacks by initiators as events, and all pairs of adversaries as the table ``war_pairs``.

    Raises:
        DatasetError: the columns are those of neither shape, or a field is no number or day.
    """
    if "ccode1" in table.columns:
        require_columns(table, _BY_YEAR, "rows of directed pairs by year have these columns")
        pairs = list(_by_year(table))
    else:
        require_columns(table, _BY_PARTICIPANT, "the file has one row per war and participant (Inter-StateWarData)")
        pairs = list(_by_participant(table))
    known = codes(states, "cow")
    linked = [(pair, _state(known, pair.code, pair.since), _state(known, pair.adversary, pair.since)) for pair in pairs]
    events = dict(_events(table, linked, states))
    rows = tuple(_row(pair, state, adversary) for pair, state, adversary in linked)
    corpus = Corpus(
        events=events,
        sources={"cow-wars": source(DATASETS["cow-wars"], provenance=f"{table.file}, SHA-256 {table.sha256}")},
        coverage={"cow-wars": _coverage(table)},
    )
    return Imported(corpus, tuple(_notes(linked)), {"war_pairs": rows, "war_pairs.columns": (COLUMNS,)})


def _by_year(table: Table) -> Iterator[_Pair]:
    """Years that follow one another are one span; its days are known by year only."""
    rows: dict[tuple[int, int, int], dict[int, Row]] = defaultdict(dict)
    for row in table.rows:
        war, code, adversary = (whole(table, row, column) for column in ("warnum", "ccode1", "ccode2"))
        rows[war, code, adversary][whole(table, row, "year")] = row
    for (war, code, adversary), by_year in rows.items():
        for run in _runs(sorted(by_year)):
            row = by_year[run[0]]
            yield _Pair(
                war,
                f"COW war {war}",
                code,
                adversary,
                any(whole(table, by_year[year], "initiator1") == _YES for year in run),
                any(whole(table, by_year[year], "initiator2") == _YES for year in run),
                _day(table, row, f"{run[0]:04d}"),
                _day(table, row, f"[{run[-1]:04d}-01-02..{run[-1] + 1:04d}-01-01]"),
                row.line,
            )


def _runs(years: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for year in years:
        if run and year != run[-1] + 1:
            yield run
            run = []
        run.append(year)
    yield run


def _by_participant(table: Table) -> Iterator[_Pair]:
    """Every two participants on different sides of a war, in the days in which both are in it."""
    wars: dict[int, list[_Fighter]] = defaultdict(list)
    for row in table.rows:
        wars[whole(table, row, "warnum")] += _spells(table, row)
    for war, fighters in wars.items():
        for one in fighters:
            for other in fighters:
                since, until = _later(one.since, other.since), _earlier(one.until, other.until)
                if one.side != other.side and (until is None or since.first < until.last):
                    yield _Pair(
                        war, one.name, one.code, other.code, one.initiated, other.initiated, since, until, one.row.line
                    )


def _later(one: Day, other: Day) -> Day:
    """The later of two days, as doubtful as it is."""
    return _between(max(one.first, other.first), max(one.last, other.last), (one, other))


def _earlier(one: Day | None, other: Day | None) -> Day | None:
    """The earlier of two ends, as doubtful as it is; None is never."""
    if one is None or other is None:
        return one or other
    return _between(min(one.first, other.first), min(one.last, other.last), (one, other))


def _between(first: int, last: int, known: tuple[Day, ...]) -> Day:
    """The day known only to lie in a range: one of the known days if it is that range."""
    found = next((day for day in known if (day.first, day.last) == (first, last)), None)
    return found or Day.parse(f"[{Day.exact(first)}..{Day.exact(last)}]")


def _spells(table: Table, row: Row) -> Iterator[_Fighter]:
    """The first spell of a participant, and the second if it came back."""
    for number in ("1", "2"):
        since = _written(table, row, f"start{{}}{number}")
        if since is None:
            continue
        yield _Fighter(
            row,
            row.values.get("warname", "").strip() or f"COW war {row.values['warnum']}",
            whole(table, row, "ccode"),
            whole(table, row, "side"),
            whole(table, row, "initiator") == _YES,
            since,
            _end(table, row, number, since),
        )


def _end(table: Table, row: Row, number: str, since: Day) -> Day | None:
    """The first day out of the war; None if it went on when the data end, doubtful if it is not known."""
    if row.values.get(f"endyear{number}", "").strip() == _ONGOING:
        return None
    last = _written(table, row, f"end{{}}{number}")
    return _after(last) if last else Day.parse(f"[{Day.exact(since.first + 1)}..]")


def _written(table: Table, row: Row, form: str) -> Day | None:
    """A day from its columns of year, month and day; what is missing in it makes it partial."""
    parts = [row.values.get(form.format(part), "").strip() for part in ("year", "month", "day")]
    if not parts[0] or parts[0].startswith("-"):
        return None
    known = []
    for part, width in zip(parts, (4, 2, 2), strict=True):
        if not part or part.startswith("-"):
            break
        if not part.isdecimal():
            raise DatasetError(f"{table.file}:{row.line}: '{part[:40]}' in '{form.format('day')}' is not a number")
        known.append(part.zfill(width))
    return _day(table, row, "-".join(known))


def _after(last: Day) -> Day:
    """The first day after a last day, as doubtful as that is."""
    if last.is_exact:
        return Day.exact(last.first + 1)
    return Day.parse(f"[{Day.exact(last.first + 1)}..{Day.exact(last.last + 1)}]")


def _day(table: Table, row: Row, text: str) -> Day:
    try:
        return Day.parse(text)
    except DayError as error:
        raise DatasetError(f"{table.file}:{row.line}: {error}") from None


def _state(known: Codes, code: int, since: Day) -> str | None:
    year = int(str(Day.exact(since.first))[:4])
    return known.state(code, since.first) or known.in_year(code, year)


_Linked = tuple[_Pair, str | None, str | None]


def _row(pair: _Pair, state: str | None, adversary: str | None) -> tuple[object, ...]:
    until = pair.until.text if pair.until else None
    initiated = (int(pair.initiated), int(pair.adversary_initiated))
    return (
        pair.war, pair.name, state, adversary, pair.code, pair.adversary, *initiated, pair.since.text, until, pair.line
    )  # fmt: skip


def _events(table: Table, linked: Iterable[_Linked], states: Mapping[str, State]) -> Iterator[tuple[str, Event]]:
    """An attack for every initiator on every adversary."""
    counted: dict[str, int] = defaultdict(int)
    for pair, attacker, victim in linked:
        if not pair.initiated or attacker is None or victim is None or attacker == victim:
            continue
        stem = f"cow-war-{pair.war}-{attacker}-{victim}".lower()
        counted[stem] += 1
        identifier = stem if counted[stem] == 1 else f"{stem}-{counted[stem]}"
        yield (
            identifier,
            Event(
                id=identifier,
                type="armed_attack",
                title=f"{states[attacker].name} against {states[victim].name}, {pair.name}",
                roles={"attacker": (attacker,), "victim": (victim,)},
                since=pair.since,
                until=pair.until,
                attributes={"initiator": "both" if pair.adversary_initiated else "attacker"},
                sources=("cow-wars",),
                confidence="partly_verified",
                mark=Mark(table.file, pair.line, 1, pair.line, 1),
            ),
        )


def _notes(linked: list[_Linked]) -> Iterator[Note]:
    neither = sum(not pair.initiated and not pair.adversary_initiated for pair, _, _ in linked)
    if neither:
        yield Note(
            "remark",
            f"in {neither} of {len(linked)} directed pairs neither state initiated the war: "
            "no attack is recorded for them, the pairs stand in the table",
        )
    for pair, state, adversary in linked:
        for code, found in ((pair.code, state), (pair.adversary, adversary)):
            if found is None:
                yield Note("unlinked", f"no state of the corpus has the COW code {code} in {pair.since}", pair.line)


def _coverage(table: Table) -> Coverage:
    why = "Only inter-state wars of a thousand battle deaths or more are listed; smaller attacks are not."
    return Coverage("cow-wars", "events", complete=False, why=why, mark=Mark(table.file, 1, 1, 1, 1))
