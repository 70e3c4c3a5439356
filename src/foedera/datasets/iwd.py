"""Interstate War Data: who attacked whom in which war, by day, as events; joiners attack whom they enter against.

Source: Reiter, Stam and Horowitz, "A Revised Look at Interstate Wars, 1816-2007", Journal of Conflict Resolution 60
(2016). A row is a war, a year, an initiator and its target, with the days of entry and exit in that year and a second
spell (columns ``*02``). Spells that follow one another over the years are one attack. Adversaries that a row only
lists (``adv2`` and so on) are not attacked by that row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from foedera.corpus.load import builtin_directory
from foedera.datasets.codes import codes
from foedera.datasets.imported import DatasetError, Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import source
from foedera.datasets.table import MISSING, day_of, read_table, require_columns, whole
from foedera.dates import Day
from foedera.model.doctrine import Coverage
from foedera.model.events import Event
from foedera.model.world import Corpus
from foedera.problems import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.datasets.codes import Codes
    from foedera.datasets.imported import Row, Table
    from foedera.model.states import State

REQUIRED = (
    "larger_war_id", "larger_war_name", "init_war_id", "year", "init_name", "init_ccode", "target_name", "target_ccode",
    "month_entry", "day_entry", "month_exit", "day_exit", "joiner",
)  # fmt: skip
_ID = "iwd"


@dataclass(frozen=True, slots=True)
class Recoded:
    """A state code that contradicts the name beside it, and the right one."""

    name: str
    wrong: int
    right: int
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Redirected:
    """A row of a war that has an attack on the wrong state: who it was on."""

    war: int
    attacker: int
    wrong: int
    right: int
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is corrected in the file, by cited entries of ``corpus/corrections/iwd.csv``."""

    recoded: tuple[Recoded, ...]
    redirected: tuple[Redirected, ...]


@cache
def corrections() -> Corrections:
    """The built-in corrections."""
    table = read_table(builtin_directory() / "corrections" / f"{_ID}.csv")
    by_what: dict[str, list[Row]] = {"code": [], "target": []}
    for row in table.rows:
        by_what[row.values["what"]].append(row)

    def cited(row: Row) -> tuple[str, ...]:
        return tuple(row.values["cites"].split())

    return Corrections(
        tuple(
            Recoded(row.values["name"], whole(table, row, "wrong"), whole(table, row, "right"), cited(row))
            for row in by_what["code"]
        ),
        tuple(
            Redirected(
                whole(table, row, "war"),
                whole(table, row, "state"),
                whole(table, row, "wrong"),
                whole(table, row, "right"),
                row.values["why"],
                cited(row),
            )
            for row in by_what["target"]
        ),
    )


@dataclass(frozen=True, slots=True)
class _Spell:
    """An attack in one year, from a row; the days are both inclusive."""

    row: Row
    war: int
    attacker: int
    victim: int
    first: Day
    last: Day


def read_iwd(table: Table, states: Mapping[str, State]) -> Imported:
    """Attacks of the interstate wars as events, corrected where a cited source says so.

    Args:
        table: the file of the data set, release 1.1 or later.
        states: the corpus' states, whose COW codes link the rows.

    Raises:
        DatasetError: a column is missing, or a field is no number or day.
    """
    require_columns(table, REQUIRED, "the file of the Interstate War Data has one row per war, year and initiator")
    notes: list[Note] = []
    usual = _usual_codes(table)
    by_pair: dict[tuple[int, int, int], list[_Spell]] = defaultdict(list)
    for row in table.rows:
        for spell in _spells(table, row, usual, notes):
            by_pair[spell.war, spell.attacker, spell.victim].append(spell)
    known = codes(states, "cow")
    events: dict[str, Event] = {}
    for spells in by_pair.values():
        for event in _events(table, known, states, spells, notes):
            events[event.id] = event
    corpus = Corpus(
        events=events,
        sources={_ID: source(DATASETS[_ID], provenance=f"{table.file}, SHA-256 {table.sha256}")},
        coverage={_ID: _coverage(table)},
    )
    return Imported(corpus, tuple(notes))


def _usual_codes(table: Table) -> Mapping[str, int]:
    """The code that a state name mostly has in the file."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for row in table.rows:
        for role in ("init", "target"):
            counted[row.values[f"{role}_name"].strip()][whole(table, row, f"{role}_ccode")] += 1
    return {name: found.most_common(1)[0][0] for name, found in counted.items()}


def _spells(table: Table, row: Row, usual: Mapping[str, int], notes: list[Note]) -> Iterator[_Spell]:
    war = whole(table, row, "larger_war_id")
    attacker, victim = (_code(table, row, role, usual, notes) for role in ("init", "target"))
    for one in corrections().redirected:
        if (one.war, one.attacker, one.wrong) == (war, attacker, victim):
            notes.append(Note("corrected", f"target {victim} read as {one.right}: {one.why}", row.line, one.cites))
            victim = one.right
    for suffix in ("", "02"):
        first, last = (_day(table, row, f"{end}{suffix}") for end in ("entry", "exit"))
        if first is None or last is None:
            if suffix == "":
                raise DatasetError(f"{table.file}:{row.line}: the row has no year")
            continue
        if last.last < first.first:
            start = Day.parse(f"{whole(table, row, 'year'):04d}-01-01")
            message = f"entry on {first} after the exit on {last}: read as {start}, going on from the year before"
            notes.append(Note("corrected", message, row.line, (_ID,)))
            first = start
        yield _Spell(row, war, attacker, victim, first, last)


def _code(table: Table, row: Row, role: str, usual: Mapping[str, int], notes: list[Note]) -> int:
    """The state's code, corrected by the cited table where it contradicts the state's name in the same row."""
    name, code = row.values[f"{role}_name"].strip(), whole(table, row, f"{role}_ccode")
    if usual[name] == code:
        return code
    for one in corrections().recoded:
        if (one.name, one.wrong) == (name, code):
            notes.append(Note("corrected", f"code {code} of {name} read as {one.right}", row.line, one.cites))
            return one.right
    message = f"{name} has the code {code}, in most rows {usual[name]}; no source settles it, read as written"
    notes.append(Note("remark", message, row.line))
    return code


def _day(table: Table, row: Row, end: str) -> Day | None:
    """A day of entry or exit; None: the row has no such spell."""
    month = f"month_{end}"
    if end.endswith("02") and row.values.get(month, "").strip() in MISSING:
        return None
    return day_of(table, row, ("year", month, f"day_{end}"))


def _events(
    table: Table, known: Codes, states: Mapping[str, State], spells: list[_Spell], notes: list[Note]
) -> Iterator[Event]:
    """The attacks of one state on another in one war."""
    for number, spell in enumerate(_joined(spells), start=1):
        sides = [_state(known, code, spell.first) for code in (spell.attacker, spell.victim)]
        attacker, victim = sides
        if attacker is None or victim is None:
            missing = spell.attacker if attacker is None else spell.victim
            message = f"no state of the corpus has the COW code {missing} in {spell.first}"
            notes.append(Note("unlinked", message, spell.row.line))
            continue
        values = spell.row.values
        stem = f"{_ID}-{spell.war}-{attacker}-{victim}".lower()
        yield Event(
            id=stem if number == 1 else f"{stem}-{number}",
            type="armed_attack",
            title=f"{states[attacker].name} against {states[victim].name} ({values['larger_war_name'].strip()})",
            roles={"attacker": (attacker,), "victim": (victim,)},
            since=spell.first,
            until=_after(spell.last),
            attributes={
                "scale": "large",
                "war": str(spell.war),
                "war_name": values["larger_war_name"].strip(),
                "init_war": values["init_war_id"].strip(),
                "joiner": "yes" if values["joiner"].strip() == "1" else "no",
            },
            sources=(_ID,),
            confidence="partly_verified",
            mark=Mark(table.file, spell.row.line, 1, spell.row.line, 1),
        )


def _joined(spells: Iterable[_Spell]) -> Iterator[_Spell]:
    """Spells of a pair in order, those that follow one another without a day between made one."""
    current: _Spell | None = None
    for spell in sorted(spells, key=lambda one: (one.first.first, one.last.last)):
        if current and spell.first.first <= current.last.last + 1:
            current = replace(current, last=max(current.last, spell.last, key=lambda day: day.last))
            continue
        if current:
            yield current
        current = spell
    if current:
        yield current


def _after(last: Day) -> Day:
    """The first day after a last day, as doubtful as that is."""
    if last.is_exact:
        return Day.exact(last.first + 1)
    return Day.parse(f"[{Day.exact(last.first + 1)}..{Day.exact(last.last + 1)}]")


def _state(known: Codes, code: int, since: Day) -> str | None:
    return known.state(code, since.first) or known.in_year(code, int(str(Day.exact(since.first))[:4]))


def _coverage(table: Table) -> Coverage:
    why = "Only interstate wars of a thousand battle deaths or more are listed; smaller attacks are not."
    return Coverage(_ID, "events", complete=False, why=why, mark=Mark(table.file, 1, 1, 1, 1))
