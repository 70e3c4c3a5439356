"""Data files as tables of text: CSV, tab-separated text, either of them gzipped, and Stata.

A file is bounded in bytes, rows, columns and field size, because it comes from outside.
"""

from __future__ import annotations

import csv
import hashlib
import io
import math
import struct
import zlib
from typing import TYPE_CHECKING, Any

from foedera.datasets.imported import DatasetError, Row, Table
from foedera.dates import Day, DayError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_BYTES = 400_000_000
MAX_ROWS = 2_000_000
MAX_COLUMNS = 2_000
MAX_FIELD = 100_000
MISSING = frozenset({"", ".", "NA", "NaN", "nan", "-9"})
"""How the data sets write that a value is missing."""
_DELIMITERS = ",\t;"
_GZIP, _STATA, _ZIP = b"\x1f\x8b", b"<stata_dta>", b"PK\x03\x04"
_ZIPPED_ALIKE = "foedera reads .csv, .csv.gz, .txt (tab-separated) and .dta files"


def read_table(path: Path) -> Table:
    """The table of a file.

    Raises:
        DatasetError: the file is missing, too large, empty, binary, ragged or no table.
    """
    return parse_table(path.name, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The content of a data file, which may not be larger than ``MAX_BYTES``.

    Raises:
        DatasetError: the file is missing, no plain file, unreadable or too large.
    """
    try:
        if not path.is_file():
            raise DatasetError(f"there is no file '{path}'", "name a file that lies on this computer")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DatasetError(f"{path.name}: the file cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise DatasetError(f"{path.name}: the file is larger than {MAX_BYTES:,} bytes", "is it the right file?")
    return content


def parse_table(file: str, content: bytes) -> Table:
    """The table in the bytes of a file of that name; its SHA-256 is that of these bytes.

    Raises:
        DatasetError: the bytes are no table; the message names file and line.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    data = _unpacked(file, content) if content.startswith(_GZIP) else content
    if not data.strip():
        raise DatasetError(f"{file}: the file is empty", "download it again")
    lines = _stata(file, data) if _is_stata(file, data) else _csv(file, _text(file, data))
    columns = _header(file, lines)
    return Table(file, sha256, columns, tuple(_rows(file, columns, lines)))


def require_columns(table: Table, columns: Iterable[str], hint: str) -> None:
    """Refuse a table that lacks a column.

    Raises:
        DatasetError: a column is missing.
    """
    missing = [column for column in columns if column not in table.columns]
    if missing:
        named = ", ".join(f"'{column}'" for column in missing[:5])
        many = "s" if len(missing) > 1 else ""
        verb = "are" if many else "is"
        raise DatasetError(f"{table.file}:1: the column{many} {named} {verb} missing", hint)


def whole(table: Table, row: Row, column: str) -> int:
    """A whole number that must be there.

    Raises:
        DatasetError: the field is no whole number.
    """
    found = number(table, row, column)
    if found is None or found != int(found):
        raise DatasetError(
            f"{table.file}:{row.line}: '{row.values.get(column, '')[:40]}' in '{column}' is not a whole number"
        )
    return int(found)


def day_of(table: Table, row: Row, columns: tuple[str, str, str], missing: frozenset[str] = MISSING) -> Day:
    """A day from its year, month and day; what is missing after the year makes it partial.

    Raises:
        DatasetError: there is no year, or it is no day of the calendar.
    """
    year, *rest = columns
    text = f"{whole(table, row, year):04d}"
    for column in rest:
        if row.values.get(column, "").strip() in missing:
            break
        text += f"-{whole(table, row, column):02d}"
    try:
        return Day.parse(text)
    except DayError as error:
        raise DatasetError(f"{table.file}:{row.line}: {error}") from None


def number(table: Table, row: Row, column: str) -> float | None:
    """A number, or None where it is missing.

    Raises:
        DatasetError: the field is no number.
    """
    text = row.values.get(column, "").strip()
    if text in MISSING:
        return None
    try:
        found = float(text)
    except ValueError:
        found = float("inf")
    if abs(found) > 1e18:  # noqa: PLR2004 - nothing that the data sets count is larger; also infinity
        raise DatasetError(f"{table.file}:{row.line}: '{text[:40]}' in '{column}' is not a number")
    return found


def _unpacked(file: str, content: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(content, MAX_BYTES + 1)
    except zlib.error:
        raise DatasetError(f"{file}: the compressed file is damaged", "download it again") from None
    if len(data) > MAX_BYTES:
        raise DatasetError(f"{file}: the file is larger than {MAX_BYTES:,} bytes when unpacked")
    if not unpacker.eof:
        raise DatasetError(f"{file}: the compressed file is cut short", "download it again")
    return data


def _text(file: str, data: bytes) -> str:
    """UTF-8, else Latin-1; the data projects use both."""
    if data.startswith(_ZIP):
        hint = f"unpack it first if it is an archive; {_ZIPPED_ALIKE}"
        raise DatasetError(f"{file}: this is an archive or a spreadsheet, not a table of text", hint)
    if b"\0" in data[:100_000]:
        raise DatasetError(f"{file}: this is not a table of text", _ZIPPED_ALIKE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _csv(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of a delimited text, each with its number, without the blank ones."""
    first = text.lstrip()[:MAX_FIELD].partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DatasetError(f"{file}:{line}: {_plainly(error)}", "is a quotation mark missing?") from None
        if any(field.strip() for field in fields):
            yield line, fields
        line = reader.line_num + 1


def _plainly(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a field is longer than {csv.field_size_limit():,} characters"
    return "the quotation marks do not match"


def _header(file: str, lines: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    """The column names; a column without a name gets one from its number."""
    found = next(lines, None)
    if found is None:
        raise DatasetError(f"{file}: the file is empty", "download it again")
    line, fields = found
    columns = tuple(name.strip().lower() or f"column_{at}" for at, name in enumerate(fields, start=1))
    if len(columns) > MAX_COLUMNS:
        raise DatasetError(f"{file}:{line}: the file has more than {MAX_COLUMNS:,} columns")
    twice = next((name for at, name in enumerate(columns) if name in columns[:at]), None)
    if twice:
        raise DatasetError(f"{file}:{line}: the column '{twice[:40]}' stands in the header twice")
    return columns


def _rows(file: str, columns: tuple[str, ...], lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    for count, (line, fields) in enumerate(lines, start=1):
        if count > MAX_ROWS:
            raise DatasetError(f"{file}:{line}: the file has more than {MAX_ROWS:,} rows")
        if len(fields) != len(columns):
            hint = "the file may be cut short, or a field with a comma may lack its quotation marks"
            raise DatasetError(f"{file}:{line}: {len(fields)} fields, but the header has {len(columns)}", hint)
        if max(map(len, fields)) > MAX_FIELD:
            raise DatasetError(f"{file}:{line}: a field is longer than {MAX_FIELD:,} characters")
        yield Row(line, dict(zip(columns, fields, strict=True)))


def _is_stata(file: str, data: bytes) -> bool:
    return data.startswith(_STATA) or file.lower().removesuffix(".gz").endswith(".dta")


def _stata(file: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The header and rows of a Stata file; row n is line n + 1, as if it were a CSV file."""
    try:
        import pandas as pd  # noqa: PLC0415 - only Stata files need it
    except ImportError:
        hint = "pip install 'foedera[stata]', or use the CSV file of the same release"
        raise DatasetError(f"{file}: reading Stata files needs pandas, which is not installed", hint) from None
    try:
        frame = pd.read_stata(io.BytesIO(data), convert_categoricals=False, convert_dates=False)
    except (ValueError, LookupError, ArithmeticError, MemoryError, EOFError, struct.error) as error:
        said = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise DatasetError(f"{file}: the Stata file cannot be read: {said}", "download it again") from None
    yield 1, [str(name) for name in frame.columns]
    for line, values in enumerate(frame.itertuples(index=False, name=None), start=2):
        yield line, [_written(value) for value in values]


def _written(value: Any) -> str:
    """A Stata value as the CSV file of the same data writes it; nothing where it is missing."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not itself
        return ""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value)
