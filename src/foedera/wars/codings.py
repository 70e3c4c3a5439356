"""Codings by hand of whether an alliance was honoured in a war: the file that scores are made with.

Source of the form: Berkemeier and Fuhrmann, "Reassessing the fulfillment of alliance commitments in war", Research
and Politics 5 (2018). ``honor`` and ``violate``: the casus foederis arose; ``cfna``: it did not; ``nonagg`` and
``consul``: the pact promises nothing else, so that there is nothing to perform.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.imported import DatasetError
from foedera.datasets.table import MISSING, require_columns, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.datasets.imported import Row, Table

AROSE, NOT_ARISEN, NO_PERFORMANCE = ("honor", "violate"), ("cfna",), ("nonagg", "consul")
COLUMNS = ("outcome_bf", "outcome_llm")
"""Columns of codings: the first must be there."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One pair of a war and an alliance.

    Attributes:
        outcomes: column to outcome, for those that are coded.
    """

    war: str
    war_name: str
    atop_id: int
    outcomes: dict[str, str]
    line: int


def read_codings(table: Table) -> tuple[Coding, ...]:
    """The codings of a file.

    Raises:
        DatasetError: a column is missing, an outcome is not known, or a pair stands twice.
    """
    require_columns(table, ("warid", "atopid", COLUMNS[0]), "a file of codings has a row for each war and alliance")
    found: dict[tuple[str, int], Coding] = {}
    for row in table.rows:
        coding = _coding(table, row)
        key = (coding.war, coding.atop_id)
        if key in found:
            raise DatasetError(
                f"{table.file}:{row.line}: war {coding.war} and alliance {coding.atop_id} stand there twice",
                f"see line {found[key].line}",
            )
        found[key] = coding
    return tuple(found.values())


def _coding(table: Table, row: Row) -> Coding:
    war = row.values["warid"].strip()
    name = row.values.get("warname", "").strip() or f"war {war}"
    return Coding(war, name, whole(table, row, "atopid"), dict(_outcomes(table, row)), row.line)


def _outcomes(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    known = (*AROSE, *NOT_ARISEN, *NO_PERFORMANCE)
    for column in COLUMNS:
        text = row.values.get(column, "").strip().lower()
        if text in MISSING or text == "na":
            continue
        if text not in known:
            where = f"{table.file}:{row.line}: "
            raise DatasetError(f"{where}'{text[:40]}' in '{column}' is no outcome", f"outcomes are {', '.join(known)}")
        yield column, text
