"""Rows as plain records, and the files in which they are written: CSV, JSON, Parquet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from foedera.wars.rows import MemberRow, Row

FORMATS = ("csv", "parquet", "json")
COLUMNS: tuple[str, ...] = (
    "war_id", "war_name", "treaty", "status", "leaning", "kinds", "obligors", "day", "hinges_on",
)  # fmt: skip
MEMBER_COLUMNS: tuple[str, ...] = (
    "war_id", "war_name", "treaty", "member", "status", "leaning", "kinds", "day", "provision", "beneficiary",
    "adversaries", "attack", "hinges_on",
)  # fmt: skip
_BETWEEN = ";"

Record = dict[str, Any]


def record(row: Row) -> Record:
    """A row by column; what is a list of names is a list."""
    return {
        "war_id": row.war.id,
        "war_name": row.war.name,
        "treaty": row.treaty.id,
        "status": row.status,
        "leaning": "yes" if row.leaning else "no",
        "kinds": list(row.kinds),
        "obligors": list(row.obligors),
        "day": row.day,
        "hinges_on": list(row.hinges_on),
    }


def member_record(row: MemberRow) -> Record:
    """A member's row by column."""
    return {
        "war_id": row.war.id,
        "war_name": row.war.name,
        "treaty": row.treaty.id,
        "member": row.member,
        "status": row.status,
        "leaning": "yes" if row.leaning else "no",
        "kinds": list(row.kinds),
        "day": row.day,
        "provision": row.provision,
        "beneficiary": row.beneficiary,
        "adversaries": list(row.adversaries),
        "attack": row.attack,
        "hinges_on": list(row.hinges_on),
    }


def written(form: str, records: Sequence[Record], columns: Sequence[str], about: Mapping[str, Any]) -> bytes:
    """The records in a format of ``FORMATS``; JSON also says what they were made from."""
    if form == "json":
        data = {"format": "foedera.wars/1", **about, "rows": list(records)}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    flat = [_flat(one) for one in records]
    return _csv(flat, columns) if form == "csv" else _parquet(flat, columns)


def _flat(one: Record) -> dict[str, str | None]:
    """Lists of names as one text, joined by semicolons."""
    return {key: _BETWEEN.join(value) if isinstance(value, list) else value for key, value in one.items()}


def _csv(flat: Iterable[Mapping[str, str | None]], columns: Sequence[str]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    return stream.getvalue().encode()


def _parquet(flat: Sequence[Mapping[str, str | None]], columns: Sequence[str]) -> bytes:
    import polars as pl  # noqa: PLC0415 - only Parquet needs it

    stream = io.BytesIO()
    frame = pl.DataFrame(
        {column: [one[column] for one in flat] for column in columns}, schema=dict.fromkeys(columns, pl.String)
    )
    frame.write_parquet(stream)
    return stream.getvalue()
