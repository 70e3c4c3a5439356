"""National material capabilities: rows of states and years.

Source: Singer, International Interactions 14 (1987), and the NMC codebook. The file writes -9 for "missing"; a missing
number stays missing here and is never zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.datasets.codes import codes
from foedera.datasets.imported import Imported, Note
from foedera.datasets.registry import DATASETS
from foedera.datasets.releases import source
from foedera.datasets.table import number, require_columns, whole
from foedera.model.world import Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.datasets.imported import Table
    from foedera.model.states import State

MEASURES = ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc")
"""Military expenditure and personnel, iron and steel, energy, total and urban population (units: NMC codebook), and
the index."""
COLUMNS = ("state", "code", "year", *MEASURES, "line")
"""Columns of the table ``capabilities``; ``state`` is an id of the corpus or None, a measure None if missing."""


def read_nmc(table: Table, states: Mapping[str, State]) -> Imported:
    """State-years with their capabilities, as the table ``capabilities`` with the columns ``COLUMNS``.

    Raises:
        DatasetError: a column is missing, a row has no code or year, or a field is no number.
    """
    require_columns(
        table, ("ccode", "year", *MEASURES), "the file has one row per state and year (NMC-70-abridged.csv)"
    )
    known = codes(states, "cow")
    unlinked: dict[int, tuple[int, int]] = {}
    rows: list[tuple[object, ...]] = []
    for row in table.rows:
        code, year = whole(table, row, "ccode"), whole(table, row, "year")
        state = known.in_year(code, year)
        if state is None:
            line, count = unlinked.get(code, (row.line, 0))
            unlinked[code] = (line, count + 1)
        rows.append((state, code, year, *(number(table, row, measure) for measure in MEASURES), row.line))
    notes = tuple(
        Note(
            "unlinked", f"no state of the corpus has the COW code {code} in {count} of its years, the first here", line
        )
        for code, (line, count) in sorted(unlinked.items())
    )
    corpus = Corpus(sources={"nmc": source(DATASETS["nmc"], provenance=f"{table.file}, SHA-256 {table.sha256}")})
    return Imported(corpus, notes, {"capabilities": tuple(rows), "capabilities.columns": (COLUMNS,)})
