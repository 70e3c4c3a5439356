"""Panels as files: every format read back, codebook, data package, nothing half-written."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pytest
from frictionless import Package, Resource, validate
from panel_worlds import clause, covered, party, treaty, world
from pyarrow import feather, parquet

from foedera.law.leading import KINDS
from foedera.panels import write
from foedera.panels.build import build
from foedera.panels.dyads import expanded
from foedera.panels.request import PanelError, parse_request
from foedera.panels.write import write_panel

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.world import World
    from foedera.panels.panel import Panel

FORMATS = ("parquet", "arrow", "csv", "csv.gz", "dta")


def invented() -> World:
    """Ones, zeros and empty cells, dates and texts with a comma."""
    alliance = treaty(
        "t", ["A", "B", party("C", "1901-01-01")], clause("defence"), clause("consultation", obligors=("A",))
    )
    return world("ABC", [alliance, treaty("u", "AB", since="1902-03-01")], [covered(None, "1902-01-01")])


def made(unit: str = "directed-dyad-year", first: Any = 1899, last: Any = 1903, **options: Any) -> Panel:
    return build(invented(), parse_request(unit, first, last, states="iso", **options))


def read(path: Path) -> pl.DataFrame:
    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    if path.suffix == ".arrow":
        return pl.read_ipc(path)
    if path.suffix == ".dta":
        return pl.from_pandas(pd.read_stata(path))
    return pl.read_csv(path, try_parse_dates=True)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("unit", ["directed-dyad-year", "directed-dyad-day", "state-year", "treaty-year"])
def test_what_is_written_is_read_back(form: str, unit: str, tmp_path: Path) -> None:
    panel = made(unit)
    path = tmp_path / f"panel.{form}"
    write_panel(panel, path)
    found = read(path)
    if form == "dta":
        found = found.with_columns(pl.col(pl.String).replace("", None))
    assert found.columns == panel.frame.columns
    for name, kind in panel.frame.schema.items():
        assert found[name].cast(kind).to_list() == panel.frame[name].to_list(), name


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_columns_have_the_plain_types_that_every_arrow_library_reads(form: str, tmp_path: Path) -> None:
    write_panel(made(), tmp_path / f"panel.{form}")
    reader = {"parquet": parquet.read_table, "arrow": feather.read_table}[form]
    found = {field.name: str(field.type) for field in reader(tmp_path / f"panel.{form}").schema}
    assert found == {
        "obligor": "large_string", "beneficiary": "large_string", "year": "int16",
        **dict.fromkeys(KINDS, "int8"), "treaties": "int16", "treaty_ids": "large_string", "statuses": "large_string",
        "obligated_since": "date32[day]", "conditional": "int8", "unconditional_kinds": "large_string",
        "discretion": "large_string",
    }  # fmt: skip


def test_shares_are_written_in_stata(tmp_path: Path) -> None:
    panel = made(aggregate="share", columns="basic")
    write_panel(panel, tmp_path / "s.dta")
    found = pd.read_stata(tmp_path / "s.dta")["defence"].tolist()
    assert found == pytest.approx(
        [value if value is not None else float("nan") for value in panel.frame["defence"]], nan_ok=True
    )


def test_stata_knows_what_the_columns_mean(tmp_path: Path) -> None:
    write_panel(made(), tmp_path / "panel.dta")
    with pd.io.stata.StataReader(tmp_path / "panel.dta") as reader:
        labels = reader.variable_labels()
        assert reader.data_label == "foedera: Directed dyads by year, 1899-01-01 to 1903-12-31"
    assert labels["year"] == "The year."
    assert all(labels.values())
    assert max(map(len, labels.values())) <= 80


def test_an_empty_cell_is_empty_in_csv_and_zero_is_zero(tmp_path: Path) -> None:
    write_panel(made(columns="basic"), tmp_path / "panel.csv")
    lines = (tmp_path / "panel.csv").read_text().splitlines()
    assert lines[0] == "obligor,beneficiary,year,defence,offence,neutrality,nonaggression,consultation"
    assert "A,B,1901,1,0,0,0,1" in lines
    assert "A,B,1902,1,,,,1" in lines


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_panel_is_the_same_file(form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_panel(made(), tmp_path / name / f"panel.{form}")
    for file in (f"panel.{form}", "datapackage.json", f"panel.{form}.codebook.md"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


# --- single days ---


@pytest.mark.parametrize("form", ["parquet", "arrow", "csv", "csv.gz"])
def test_single_days_are_written_chunk_by_chunk(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "CHUNK", 500)
    panel = made("directed-dyad-day", "1901-06-01", "1902-06-30", expand=True)
    told: list[int] = []
    write_panel(panel, tmp_path / f"days.{form}", told.append)
    found = read(tmp_path / f"days.{form}")
    whole = expanded(panel.frame)
    assert panel.rows == len(found) == len(whole) == 6 * 395
    assert found["day"].to_list() == whole["day"].to_list()
    assert found["defence"].cast(pl.Int8).to_list() == whole["defence"].to_list()
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == panel.rows


def test_chunks_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "CHUNK", 100)
    panel = made("directed-dyad-day", "1901-06-01", "1902-06-30", expand=True)
    lengths = [(row["until"] - row["since"]).days for row in panel.frame.iter_rows(named=True)]
    sizes = [len(expanded(part)) for part in write.parts(panel.frame)]
    assert sum(sizes) == sum(lengths) == panel.rows
    assert max(sizes) < 100 + max(lengths)
    assert list(write.parts(panel.frame.clear())) == []


# --- codebook and data package ---


def test_the_codebook_names_every_column_with_its_meaning_and_what_to_cite(tmp_path: Path) -> None:
    panel = made()
    write_panel(panel, tmp_path / "panel.csv")
    text = (tmp_path / "panel.csv.codebook.md").read_text(encoding="utf-8")
    for column in panel.columns:
        assert f"| `{column.name}` |" in text
        assert column.meaning in text
    assert "12 rows" not in text
    assert f"{panel.rows:,} rows" in text
    assert "records with digest `invented`" in text
    assert "An empty cell means not known" in text
    assert "first day/first day after): ../1902-01-01 (invented)" in text
    assert "All 8 promises (treaty, obligor, beneficiary) of these days are between states in the list." in text


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # frictionless leaves gzip files open
@pytest.mark.parametrize("form", ["csv", "csv.gz"])
@pytest.mark.parametrize(
    "unit", ["directed-dyad-year", "directed-dyad-day", "dyad-year", "state-year", "treaty-year", "attack-dyad-year"]
)
def test_frictionless_finds_the_data_valid(
    form: str, unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_panel(made(unit), tmp_path / f"panel.{form}")
    monkeypatch.chdir(tmp_path)
    report = validate("datapackage.json", type="package")
    assert report.valid, report.flatten(["message"])
    (resource,) = Package("datapackage.json").resources
    assert resource.schema.primary_key


@pytest.mark.parametrize("form", FORMATS)
def test_frictionless_finds_every_data_package_valid(form: str, tmp_path: Path) -> None:
    write_panel(made(), tmp_path / f"panel.{form}")
    content = json.loads((tmp_path / "datapackage.json").read_text())
    assert list(Package.metadata_validate(content)) == []
    (resource,) = content["resources"]
    assert resource["bytes"] == (tmp_path / f"panel.{form}").stat().st_size
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(fields) == made().frame.columns
    assert fields["defence"]["constraints"] == {"enum": [0, 1]}
    assert isinstance(Resource.from_descriptor(resource), Resource)


def test_a_wrong_value_is_found_by_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_panel(made(columns="basic"), tmp_path / "panel.csv")
    text = (tmp_path / "panel.csv").read_text()
    (tmp_path / "panel.csv").write_text(text.replace("A,B,1901,1,", "A,B,1901,7,"))
    monkeypatch.chdir(tmp_path)
    assert not validate("datapackage.json", type="package").valid


def test_a_second_panel_joins_the_package_and_one_of_the_same_name_replaces_its_entry(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"name": "mine", "resources": [{"name": "x", "path": "x.csv"}], "licenses": []})
    )
    write_panel(made(), tmp_path / "panel.csv")
    write_panel(made("dyad-year"), tmp_path / "other.csv")
    write_panel(made(last=1900), tmp_path / "panel.csv")
    content = json.loads((tmp_path / "datapackage.json").read_text())
    assert content["name"] == "mine"
    assert [one["path"] for one in content["resources"]] == ["x.csv", "other.csv", "panel.csv"]
    assert content["resources"][2]["foedera"]["rows"] == 12


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": 3}', '{"resources": []}', '{"resources": [1]}'])
def test_a_file_that_is_no_data_package_is_not_overwritten(text: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(PanelError, match=r"datapackage\.json in that folder is not a data package"):
        write_panel(made(), tmp_path / "panel.csv")
    assert (tmp_path / "datapackage.json").read_text() == text
    assert [one.name for one in tmp_path.iterdir()] == ["datapackage.json"]


# --- what cannot be written ---


@pytest.mark.parametrize("name", ["panel", "panel.xlsx", ".csv", "panel.csv.zip"])
def test_a_name_must_say_the_format(name: str, tmp_path: Path) -> None:
    with pytest.raises(PanelError, match="does not say the format") as told:
        write_panel(made(), tmp_path / name)
    assert told.value.hint == "end the name in .parquet, .arrow, .csv, .csv.gz, .dta"


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(PanelError, match="its folder does not exist"):
        write_panel(made(), tmp_path / "no" / "panel.csv")


def test_stata_is_not_written_day_by_day(tmp_path: Path) -> None:
    panel = made("directed-dyad-day", 1900, 1900, expand=True)
    with pytest.raises(PanelError, match="cannot be written day by day"):
        write_panel(panel, tmp_path / "panel.dta")


def test_a_write_that_fails_leaves_the_old_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "panel.csv"
    write_panel(made(), path)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}

    def stop(*_: object) -> str:
        raise KeyboardInterrupt

    for name in ("codebook", "data_package", "_sha256"):
        with monkeypatch.context() as patch:
            patch.setattr(write, name, stop)
            with pytest.raises(KeyboardInterrupt):
                write_panel(made(last=1900), path)
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_single_days_that_are_interrupted_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "CHUNK", 100)

    def stop(_done: int) -> None:
        raise RuntimeError("interrupted")

    with pytest.raises(Exception, match="interrupted"):
        write_panel(made("directed-dyad-day", 1900, 1900, expand=True), tmp_path / "days.csv", stop)
    assert list(tmp_path.iterdir()) == []


def test_long_texts_are_kept_in_stata(tmp_path: Path) -> None:
    names = [f"treaty-number-{number:04d}" for number in range(200)]
    one = world("AB", [treaty(name, "AB") for name in names])
    write_panel(build(one, parse_request("dyad-year", 1900, 1900, states="iso")), tmp_path / "long.dta")
    assert pd.read_stata(tmp_path / "long.dta")["treaty_ids"].tolist() == [";".join(names)]


def test_gzip_is_gzip(tmp_path: Path) -> None:
    write_panel(made(), tmp_path / "panel.csv.gz")
    assert gzip.decompress((tmp_path / "panel.csv.gz").read_bytes()).startswith(b"obligor,beneficiary,year")
    assert made().frame["obligated_since"].max() == dt.date(1901, 1, 1)
