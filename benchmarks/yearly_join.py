"""The alternative to a sweep: who must help whom on 1 July of each year, by joins of data frames.

The same content as a sweep that keeps what is due under promises of defence: for every attacker and victim the set of
states that must help. Promises with a limit that the data do not spell out are left out, those against a named
adversary count against it, members of the same alliance do not count as attackers.
Usage: yearly_join.py pandas|snapshots|polars OUTPUT
"""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from measured import DATA

FIRST, LAST = 1816, 2003
UNSTATED = ("defcoloc", "defcocon", "defconum", "defcodem")
KEYS = ["atopid", "phase"]


def with_pandas(output: str) -> None:
    """Year by year, as scripts of the field do it."""
    import pandas as pd  # noqa: PLC0415 - one alternative does not pay for the other

    atop = pd.read_csv(DATA / "atop-4.01-members.csv")
    since = pd.to_datetime(
        {"year": atop.yrent, "month": atop.moent.fillna(1), "day": atop.dayent.fillna(1)}, errors="coerce"
    )
    until = pd.to_datetime(
        {
            "year": atop.yrexit.where(atop.yrexit > 0, 2016),
            "month": atop.moexit.where(atop.moexit > 0, 12),
            "day": atop.dayexit.where(atop.dayexit > 0, 28),
        },
        errors="coerce",
    )
    states = pd.read_csv(DATA / "cow_states.csv")
    born = states.styear + (states.stmonth > 6)
    gone = states.endyear - (states.endmonth < 7)
    years = []
    for year in range(FIRST, LAST + 1):
        day = pd.Timestamp(year, 7, 1)
        now = atop[(since <= day) & (until >= day)]
        firm = now[(now.defense == 1) & (now[list(UNSTATED)].sum(axis=1) == 0)]
        helpers = firm[[*KEYS, "member", "defcoadv", "statthr1", "statthr2"]]
        pairs = helpers.merge(now[[*KEYS, "member"]], on=KEYS, suffixes=("", "_victim"))
        pairs = pairs[pairs.member != pairs.member_victim]
        system = states[(born <= year) & (gone >= year)].ccode.drop_duplicates()
        cells = pairs.merge(system.rename("attacker"), how="cross")
        is_named = (cells.attacker == cells.statthr1) | (cells.attacker == cells.statthr2)
        cells = cells[(cells.defcoadv == 0) | is_named]
        members = now[[*KEYS, "member"]].rename(columns={"member": "attacker"}).assign(inside=1)
        cells = cells.merge(members.drop_duplicates(), how="left", on=[*KEYS, "attacker"])
        cells = cells[cells.inside.isna()][["attacker", "member_victim", "member"]].drop_duplicates()
        cells = cells.sort_values(["attacker", "member_victim", "member"])
        sets = cells.groupby(["attacker", "member_victim"], sort=False).member.agg(tuple).reset_index()
        years.append(sets.assign(year=year))
    pd.concat(years).rename(columns={"member_victim": "victim"}).to_parquet(output, index=False)


def with_polars(output: str) -> None:
    """All years in one lazy query."""
    import polars as pl  # noqa: PLC0415

    days = pl.Series([date(year, 7, 1) for year in range(FIRST, LAST + 1)])
    years = pl.DataFrame({"year": range(FIRST, LAST + 1)}).with_columns(day=days)
    members, named = _members(pl), ("defcoadv", "statthr1", "statthr2")
    now = members.join_where(years, pl.col("since") <= pl.col("day"), pl.col("until") >= pl.col("day"))
    keys = ["year", *KEYS]
    helpers = now.filter("is_firm").select(*keys, "member", *named)
    pairs = helpers.join(now.select(*keys, victim="member"), on=keys).filter(pl.col("member") != pl.col("victim"))
    system = _system(pl).join_where(years, pl.col("born") <= pl.col("year"), pl.col("gone") >= pl.col("year"))
    attackers = system.select("year", attacker="ccode").unique()
    attacker = pl.col("attacker")
    is_meant = (pl.col("defcoadv") == 0) | (attacker == pl.col("statthr1")) | (attacker == pl.col("statthr2"))
    cells = pairs.lazy().join(attackers.lazy(), on="year").filter(is_meant)
    inside = now.lazy().select(*keys, attacker="member")
    rows = cells.join(inside, on=[*keys, "attacker"], how="anti").select("year", "attacker", "victim", "member")
    sets = rows.unique().group_by("year", "attacker", "victim").agg(pl.col("member").sort())
    sets.collect().write_parquet(output)


def with_polars_snapshots(output: str) -> None:
    """Year by year, as the script in pandas does it."""
    import polars as pl  # noqa: PLC0415

    members, states = _members(pl), _system(pl)
    attacker = pl.col("attacker")
    is_meant = (pl.col("defcoadv") == 0) | (attacker == pl.col("statthr1")) | (attacker == pl.col("statthr2"))
    found = []
    for year in range(FIRST, LAST + 1):
        day = date(year, 7, 1)
        now = members.filter(pl.col("since") <= day, pl.col("until") >= day)
        helpers = now.filter("is_firm").select(*KEYS, "member", "defcoadv", "statthr1", "statthr2")
        pairs = helpers.join(now.select(*KEYS, victim="member"), on=KEYS).filter(pl.col("member") != pl.col("victim"))
        system = states.filter(pl.col("born") <= year, pl.col("gone") >= year).select(attacker="ccode").unique()
        cells = pairs.join(system, how="cross").filter(is_meant)
        inside = now.select(*KEYS, attacker="member")
        rows = cells.join(inside, on=[*KEYS, "attacker"], how="anti").select("attacker", "victim", "member").unique()
        sets = rows.group_by("attacker", "victim").agg(pl.col("member").sort())
        found.append(sets.select(pl.lit(year).alias("year"), "attacker", "victim", "member"))
    pl.concat(found).write_parquet(output)


def _members(pl: Any) -> Any:
    """One row per member and phase, with its days and whether its promise of defence is spelt out."""
    atop = pl.read_csv(DATA / "atop-4.01-members.csv", infer_schema_length=None)
    gone = pl.date(
        pl.when(pl.col("yrexit") > 0).then("yrexit").otherwise(2016),
        pl.when(pl.col("moexit") > 0).then("moexit").otherwise(12),
        pl.when(pl.col("dayexit") > 0).then("dayexit").otherwise(28),
    )
    since = pl.date(pl.col("yrent"), pl.col("moent").fill_null(1), pl.col("dayent").fill_null(1))
    is_firm = (pl.col("defense") == 1) & (pl.sum_horizontal(UNSTATED) == 0)
    named = ("defcoadv", "statthr1", "statthr2")
    return atop.select(*KEYS, "member", *named, is_firm=is_firm, since=since, until=gone)


def _system(pl: Any) -> Any:
    """The members of the state system with the first and last year on whose 1 July they belong to it."""
    born, left = pl.col("styear") + (pl.col("stmonth") > 6), pl.col("endyear") - (pl.col("endmonth") < 7)
    return pl.read_csv(DATA / "cow_states.csv").with_columns(born=born, gone=left)


if __name__ == "__main__":
    {"pandas": with_pandas, "polars": with_polars, "snapshots": with_polars_snapshots}[sys.argv[1]](sys.argv[2])
