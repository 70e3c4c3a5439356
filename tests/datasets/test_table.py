"""Data files as tables: every shape that is read, and the exact words for every file that is not."""

from __future__ import annotations

import builtins
import contextlib
import gzip
import hashlib

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.datasets import table as tables
from foedera.datasets.imported import DatasetError
from foedera.datasets.table import number, parse_table, read_table, require_columns, whole

PLAIN = b'Code,Name\n1,Ardenia\n2,"Bar, Upper"\n'


def rows(content: bytes, file: str = "a.csv") -> list[tuple[int, dict[str, str]]]:
    return [(row.line, dict(row.values)) for row in parse_table(file, content).rows]


ROWS = [(2, {"code": "1", "name": "Ardenia"}), (3, {"code": "2", "name": "Bar, Upper"})]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        gzip.compress(PLAIN, mtime=0),
        b"\xef\xbb\xbf" + PLAIN,
        PLAIN.replace(b"\n", b"\r\n"),
        PLAIN.replace(b"\n", b"\r"),
        b"Code\tName\n1\tArdenia\n2\tBar, Upper\n",
        b"Code;Name\n1;Ardenia\n2;Bar, Upper\n",
        b'"CODE"," Name "\n1,Ardenia\n2,"Bar, Upper"',
    ],
    ids=["csv", "gzip", "byte order mark", "CRLF", "CR", "tabs", "semicolons", "quoted header"],
)
def test_every_shape_of_text_gives_the_same_rows(content: bytes) -> None:
    assert rows(content) == ROWS


def test_table_knows_its_file_its_bytes_and_its_columns(tmp_path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(PLAIN))
    table = read_table(path)
    assert (table.file, table.columns) == ("a.csv.gz", ("code", "name"))
    assert table.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_latin_1_is_read_where_it_is_no_utf_8() -> None:
    assert rows("a\nCôte\n".encode("latin-1")) == rows("a\nCôte\n".encode()) == [(2, {"a": "Côte"})]


def test_blank_lines_are_skipped_and_lines_counted_as_an_editor_counts_them() -> None:
    assert rows(b'a,b\n\n1,"x\ny"\n\n2,z\n') == [(3, {"a": "1", "b": "x\ny"}), (6, {"a": "2", "b": "z"})]


def test_column_without_a_name_gets_one_from_its_number() -> None:
    assert parse_table("a.csv", b'"",b\n1,2\n').columns == ("column_1", "b")


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"", "a.csv: the file is empty", "download it again"),
        (b" \n\n", "a.csv: the file is empty", "download it again"),
        (b"a,b\n1\n", "a.csv:2: 1 fields, but the header has 2", "cut short"),
        (b"a,b\n1,2\n1,2,3\n", "a.csv:3: 3 fields, but the header has 2", "quotation marks"),
        (b"a,a\n1,2\n", "a.csv:1: the column 'a' stands in the header twice", None),
        (b'a,b\n1,"x\n2,y\n', "a.csv:2: the quotation marks do not match", "is a quotation mark missing?"),
        (b"a,b\n1,\0\n", "a.csv: this is not a table of text", ".csv.gz"),
        (b"PK\x03\x04rest", "a.csv: this is an archive or a spreadsheet, not a table of text", "unpack it first"),
        (gzip.compress(PLAIN, mtime=0)[:-9], "a.csv: the compressed file is cut short", "download it again"),
        (b"\x1f\x8bnothing", "a.csv: the compressed file is damaged", "download it again"),
        (b"a\n" + b"x" * 200_000, "a.csv:2: a field is longer than 131,072 characters", "quotation mark"),
        (b"a\n" + b"x" * 120_000, "a.csv:2: a field is longer than 100,000 characters", None),
        (b",".join(b"c%d" % n for n in range(2001)), "a.csv:1: the file has more than 2,000 columns", None),
    ],
)
def test_file_that_is_no_table_is_refused_with_its_place(content: bytes, message: str, hint: str | None) -> None:
    with pytest.raises(DatasetError) as refusal:
        parse_table("a.csv", content)
    assert str(refusal.value) == message
    assert (hint or "") in (refusal.value.hint or "")


def test_bytes_and_rows_are_bounded(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    with pytest.raises(DatasetError, match=r"a\.csv:4: the file has more than 2 rows"):
        rows(b"a\n1\n2\n3\n")
    monkeypatch.setattr(tables, "MAX_BYTES", 50)
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\n" + b"1\n" * 50)
    with pytest.raises(DatasetError, match="larger than 50 bytes"):
        read_table(path)
    bomb = gzip.compress(b"a\n" + b"1\n" * 10_000)
    with pytest.raises(DatasetError, match="larger than 50 bytes when unpacked"):
        parse_table("a.csv.gz", bomb)


@pytest.mark.parametrize("name", ["nothing.csv", "."])
def test_missing_file_and_folder_are_no_file(tmp_path, name: str) -> None:
    with pytest.raises(DatasetError, match="there is no file"):
        read_table(tmp_path / name)


def test_missing_columns_are_named_together() -> None:
    table = parse_table("a.csv", PLAIN)
    require_columns(table, ("code",), "x")
    with pytest.raises(DatasetError, match=r"a\.csv:1: the column 'x' is missing"):
        require_columns(table, ("code", "x"), "a hint")
    with pytest.raises(DatasetError, match=r"a\.csv:1: the columns 'x', 'y' are missing") as refusal:
        require_columns(table, ("x", "y"), "a hint")
    assert refusal.value.hint == "a hint"


def test_missing_numbers_are_none_and_never_zero() -> None:
    table = parse_table("a.csv", b"n\n-9\nNA\n.\n3\n2.5\n7e+05\n")
    assert [number(table, row, "n") for row in table.rows] == [None, None, None, 3, 2.5, 700_000]


@pytest.mark.parametrize(("text", "says"), [("x", "not a number"), ("inf", "not a number"), ("1e300", "not a number")])
def test_what_is_no_number_is_refused_with_its_line(text: str, says: str) -> None:
    table = parse_table("a.csv", f"n\n{text}\n".encode())
    with pytest.raises(DatasetError, match=f"a.csv:2: '{text}' in 'n' is {says}"):
        number(table, table.rows[0], "n")


@pytest.mark.parametrize("text", ["2.5", "NA", "-9"])
def test_whole_number_must_be_there_and_be_whole(text: str) -> None:
    table = parse_table("a.csv", f"n\n{text}\n".encode())
    with pytest.raises(DatasetError, match=f"a.csv:2: '{text}' in 'n' is not a whole number"):
        whole(table, table.rows[0], "n")


# --- Stata ---


@pytest.mark.parametrize("version", [114, 117, 118])
def test_stata_file_gives_the_rows_of_the_same_csv_file(tmp_path, version: int) -> None:
    path = tmp_path / "a.dta"
    frame = pd.DataFrame({"Code": [1, 2], "Share": [0.5, float("nan")], "Name": ["Ardenia", ""]})
    frame.to_stata(path, write_index=False, version=version)
    csv = b"Code,Share,Name\n1,0.5,Ardenia\n2,,\n"
    assert rows(path.read_bytes(), "a.dta") == rows(csv)


@pytest.mark.parametrize("content", [b"<stata_dta>nonsense", b"\x72\x02", b"text,that\nis,csv\n"])
def test_damaged_stata_file_is_refused(content: bytes) -> None:
    with pytest.raises(DatasetError, match=r"a.dta: the Stata file cannot be read: ."):
        parse_table("a.dta", content)


def test_without_pandas_the_extra_is_named(monkeypatch) -> None:
    load = builtins.__import__

    def without(name, *args, **options):
        if name.startswith("pandas"):
            raise ImportError(name)
        return load(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DatasetError, match="needs pandas, which is not installed") as refusal:
        parse_table("a.dta", b"<stata_dta>")
    assert refusal.value.hint == "pip install 'foedera[stata]', or use the CSV file of the same release"


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n\t\n", b"\xa0", b'""', b",,\n"])
def test_file_of_blanks_and_marks_is_empty(content: bytes) -> None:
    with pytest.raises(DatasetError, match="the file is empty"):
        parse_table("a.csv", content)


@given(
    st.binary(max_size=300),
    st.sampled_from(["a.csv", "a.dta", "a.csv.gz"]),
    st.sampled_from([b"", b"\x1f\x8b", b"a,b\n"]),
)
def test_any_bytes_are_a_table_or_refused(content: bytes, file: str, start: bytes) -> None:
    with contextlib.suppress(DatasetError):
        parse_table(file, start + content)
