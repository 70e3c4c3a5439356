"""Speed of panels, beside their alternatives in the same run. Run it with ``make bench-panel``.

Whole processes: the command that writes a Parquet file from imported data, against plain pandas and plain Polars that
expand the ATOP rows to dyad-years (``dyad_years.py``). The figures for R are constants: they were measured once, on
two cores, for peacesciencer's create_dyadyears() and add_atop_alliance(), and are quoted for orientation. Needs the
research data (measured.py).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
from measured import DATA, need_data, script, show, whole_process

if TYPE_CHECKING:
    from measured import Figures

R_SECONDS, R_MEMORY = 4.7, 1_200
"""R 4 with peacesciencer 1.2, the same columns: seconds, MB. Quoted, not measured here."""
WHOLE = ("--from", "1816", "--to", "2018", "--source", "atop")
IMPORTS = {"atop": "atop-4.01-members.csv", "cow-states": "cow_states.csv"}
FLAGS = {
    "defence": "defense",
    "offence": "offense",
    "neutrality": "neutral",
    "nonaggression": "nonagg",
    "consultation": "consul",
}


def panel(home: str, output: Path, *options: str) -> Figures:
    """The command as a whole process."""
    command = [sys.executable, "-m", "foedera", "panel", *WHOLE, *options, "-o", str(output)]
    return whole_process(command, FOEDERA_HOME=home)


def main() -> None:
    """All figures."""
    need_data(*IMPORTS.values())
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, file in IMPORTS.items():
            command = [sys.executable, "-m", "foedera", "import", name, str(DATA / file)]
            whole_process(command, 1, FOEDERA_HOME=home)
        pandas = script("dyad_years.py", "pandas", str(folder / "pandas.parquet"), runs=3)
        show("directed dyad-years, flags, plain pandas", pandas)
        polars = script("dyad_years.py", "polars", str(folder / "polars.parquet"))
        show("directed dyad-years, flags, plain Polars", polars)
        print(f"{'the same in R (quoted)':<62} {R_SECONDS:7.2f} s {'':16} {R_MEMORY:6.0f} MB")
        basic = panel(home, folder / "basic.parquet", "--columns", "basic")
        show("foedera panel --columns basic: to pandas", basic, pandas)
        show("                                to Polars", basic, polars)
        print(f"{'                                to R (quoted)':<62} {R_SECONDS / basic.best:6.2f} x as fast")
        show("foedera panel, all columns: to pandas", panel(home, folder / "all.parquet"), pandas)
        for unit in ("dyad-year", "directed-dyad-day", "state-year", "treaty-year", "attack-dyad-year"):
            show(f"foedera panel --unit {unit}", panel(home, folder / f"{unit}.parquet", "--unit", unit))
        agreement(folder)


def agreement(folder: Path) -> None:
    """In how many rows ours and the plain expansion say the same, to 2016."""
    ours = pl.read_parquet(folder / "basic.parquet").filter(pl.col("year") <= 2016)
    plain = pl.read_parquet(folder / "polars.parquet")
    pandas = pl.read_parquet(folder / "pandas.parquet").cast(dict(plain.schema)).select(plain.columns)
    if not plain.sort(plain.columns).equals(pandas.sort(plain.columns)):
        raise SystemExit("the two plain expansions differ")
    both = ours.join(plain, on=["obligor", "beneficiary", "year"])
    same = both.filter(pl.all_horizontal(pl.col(ours_) == pl.col(theirs) for ours_, theirs in FLAGS.items()))
    print(f"rows: ours {len(ours):,}, plain {len(plain):,}, in both {len(both):,}, of which alike {len(same):,}")


if __name__ == "__main__":
    main()
