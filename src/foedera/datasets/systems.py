"""Membership in the state system: Correlates of War, and Gleditsch and Ward.

Sources: Correlates of War Project, State System Membership List; Gleditsch and Ward, International Interactions 25
(1999). The end day of a row is the last day in the system, while spans here are half-open. A state whose end day is
the last day of the whole file is still a member there: its end is open.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.codes import FOREVER, codes
from foedera.datasets.imported import DatasetError, Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import source
from foedera.datasets.table import require_columns, whole
from foedera.model.world import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.datasets.codes import Codes
    from foedera.datasets.imported import Row, Table
    from foedera.model.states import State

COLUMNS = ("state", "code", "abbreviation", "name", "since", "until", "line")
"""Columns of the tables ``cow_system`` and ``gw_system``. ``state`` is an id of the corpus or None; ``since`` and
``until`` are ordinals of days, ``until`` the first day out of the system or None for "still a member"."""
_COW = ("ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday")
_GW = {
    "code": ("gwcode", "statenumber", "statenum", "gwno"),
    "since": ("startdate", "start"),
    "until": ("enddate", "end"),
    "name": ("statename", "countryname", "statenme", "country"),
    "abbreviation": ("stateabb", "stateid", "gwc"),
}
_ISO, _DOTTED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)\Z"), re.compile(r"(\d\d?)[:./](\d\d?)[:./](\d{4})\Z")


@dataclass(frozen=True, slots=True)
class _Spell:
    """A code's days in the system, from the first to the last, as ordinals."""

    row: Row
    code: int
    first: int
    last: int


def read_cow_states(table: Table, states: Mapping[str, State]) -> Imported:
    """Members of the COW state system, as the table ``cow_system`` with the columns ``COLUMNS``.

    Raises:
        DatasetError: a column is missing, or a row has no code or no days.
    """
    require_columns(table, _COW, "the state list has one row per state and spell (states2016.csv, statelist2024.csv)")
    spells = [
        _Spell(row, whole(table, row, "ccode"), _parts(table, row, "st"), _parts(table, row, "end"))
        for row in table.rows
    ]
    return _imported("cow", table, states, spells, ("stateabb", "statenme"))


def read_gw_states(table: Table, states: Mapping[str, State]) -> Imported:
    """Independent states after Gleditsch and Ward, as the table ``gw_system`` with the columns ``COLUMNS``.

    Raises:
        DatasetError: a column is missing, or a row has no code or no days.
    """
    hint = "the list of independent states has one row per state and spell, with a header (ksgmdw.txt)"
    named = {what: next((name for name in names if name in table.columns), names[0]) for what, names in _GW.items()}
    require_columns(table, (named["code"], named["since"], named["until"]), hint)
    code, since, until = named["code"], named["since"], named["until"]
    spells = [
        _Spell(row, whole(table, row, code), _written(table, row, since), _written(table, row, until))
        for row in table.rows
    ]
    return _imported("gw", table, states, spells, (named["abbreviation"], named["name"]))


def _imported(
    system: str, table: Table, states: Mapping[str, State], spells: list[_Spell], labels: tuple[str, str]
) -> Imported:
    coverage_end = max((spell.last for spell in spells), default=0)
    known = codes(states, system)
    rows: list[tuple[object, ...]] = []
    notes: list[Note] = []
    for spell in spells:
        line = spell.row.line
        if spell.last < spell.first:
            raise DatasetError(f"{table.file}:{line}: the spell ends before it begins")
        label = tuple(spell.row.values.get(name, "") for name in labels)
        open_end = FOREVER if spell.last == coverage_end else spell.last + 1
        for state, first, end in _divided(known, spell.code, spell.first, open_end):
            until = None if end == FOREVER else end
            rows.append((state, spell.code, *label, first, until, line))
            if state is None:
                notes.append(_unlinked(system, spell.code, label[1], first, until, line))
    notes.insert(0, _still_members(spells, coverage_end))
    name = f"{system}-states"
    corpus = Corpus(sources={name: source(DATASETS[name], provenance=f"{table.file}, SHA-256 {table.sha256}")})
    return Imported(corpus, tuple(notes), {f"{system}_system": tuple(rows), f"{system}_system.columns": (COLUMNS,)})


def _divided(known: Codes, code: int, since: int, until: int) -> Iterator[tuple[str | None, int, int]]:
    """A spell in parts, each of one state of the corpus, or of None where no state bears the code."""
    at = since
    for stint in known.stints(code, since, until):
        first = max(stint.since, at)
        if at < first:
            yield None, at, first
        if first < stint.until:
            yield stint.state, first, stint.until
            at = stint.until
    if at < until:
        yield None, at, until


def _unlinked(system: str, code: int, name: str, since: int, until: int | None, line: int) -> Note:
    end = f"to {dt.date.fromordinal(until - 1)}" if until else "on"
    text = (
        f"no state of the corpus has the {system.upper()} code {code} ({name}) from {dt.date.fromordinal(since)} {end}"
    )
    return Note("unlinked", text, line)


def _still_members(spells: list[_Spell], coverage_end: int) -> Note:
    still = sum(spell.last == coverage_end for spell in spells)
    day = dt.date.fromordinal(coverage_end) if coverage_end else "no day"
    return Note("remark", f"the file ends on {day}: the {still} states that are members on that day have an open end")


def _parts(table: Table, row: Row, prefix: str) -> int:
    """A day from three columns."""
    year, month, day = (whole(table, row, f"{prefix}{part}") for part in ("year", "month", "day"))
    return _ordinal(table, row, year, month, day)


def _written(table: Table, row: Row, column: str) -> int:
    """A day as 1816-01-01 or 01:01:1816."""
    text = row.values[column].strip()
    iso, dotted = _ISO.match(text), _DOTTED.match(text)
    if iso:
        year, month, day = iso.groups()
    elif dotted:
        day, month, year = dotted.groups()
    else:
        raise DatasetError(f"{table.file}:{row.line}: '{text[:40]}' in '{column}' is not a day", "as 1816-01-01")
    return _ordinal(table, row, int(year), int(month), int(day))


def _ordinal(table: Table, row: Row, year: int, month: int, day: int) -> int:
    try:
        return dt.date(year, month, day).toordinal()
    except (ValueError, OverflowError):
        raise DatasetError(f"{table.file}:{row.line}: {year}-{month}-{day} is not a day of the calendar") from None
