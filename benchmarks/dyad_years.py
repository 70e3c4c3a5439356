"""The alternative to a panel: directed dyad-years of the ATOP rows by joins of data frames, as scripts of the field do.

All pairs of the COW list in all years from 1816 to 2016, with five flags; 0 where ATOP has nothing. No treaty, day,
condition or doubt is in the result. Usage: dyad_years.py pandas|polars OUTPUT
"""

from __future__ import annotations

import sys

from measured import DATA

FIRST, LAST = 1816, 2016
KINDS = ["defense", "offense", "neutral", "nonagg", "consul"]
KEYS = ["atopid", "phase"]
PAIR = ["obligor", "beneficiary", "year"]


def with_pandas(output: str) -> None:
    """Rows by member and year, joined within each alliance and phase."""
    import numpy as np  # noqa: PLC0415 - one alternative does not pay for the other
    import pandas as pd  # noqa: PLC0415

    def by_year(table: pd.DataFrame, since: str, until: str) -> pd.DataFrame:
        lengths = (table[until] - table[since] + 1).to_numpy()
        rows = table.loc[table.index.repeat(lengths)]
        first = np.repeat(table[since].to_numpy(), lengths)
        within = np.arange(lengths.sum()) - np.repeat(lengths.cumsum() - lengths, lengths)
        return rows.assign(year=first + within).drop(columns=[since, until])

    atop = pd.read_csv(DATA / "atop-4.01-members.csv", usecols=[*KEYS, "member", "yrent", "yrexit", *KINDS])
    atop["yrexit"] = atop.yrexit.where(atop.yrexit > 0, LAST).clip(upper=LAST)
    members = by_year(atop[atop.yrent <= atop.yrexit].reset_index(drop=True), "yrent", "yrexit")
    others = members[[*KEYS, "year", "member"]].rename(columns={"member": "beneficiary"})
    pairs = members.rename(columns={"member": "obligor"}).merge(others, on=[*KEYS, "year"])
    flags = pairs[pairs.obligor != pairs.beneficiary].groupby(PAIR)[KINDS].max().reset_index()
    states = pd.read_csv(DATA / "cow_states.csv", usecols=["ccode", "styear", "endyear"])
    system = by_year(states, "styear", "endyear").drop_duplicates()
    first = system.rename(columns={"ccode": "obligor"})
    table = first.merge(system.rename(columns={"ccode": "beneficiary"}), on="year")
    table = table[table.obligor != table.beneficiary].merge(flags, how="left", on=PAIR)
    table[KINDS] = table[KINDS].fillna(0).astype("int8")
    table.sort_values(PAIR).to_parquet(output, index=False)


def with_polars(output: str) -> None:
    """The same in lazy queries."""
    import polars as pl  # noqa: PLC0415

    def by_year(table: pl.LazyFrame, since: str, until: str) -> pl.LazyFrame:
        years = pl.int_ranges(pl.col(since), pl.col(until) + 1, dtype=pl.Int16).alias("year")
        return table.with_columns(years).drop(since, until).explode("year")

    until = pl.when(pl.col("yrexit") > 0).then("yrexit").otherwise(LAST).clip(upper_bound=LAST)
    atop = pl.read_csv(DATA / "atop-4.01-members.csv", columns=[*KEYS, "member", "yrent", "yrexit", *KINDS]).lazy()
    atop = atop.with_columns(until.alias("yrexit")).filter(pl.col("yrent") <= pl.col("yrexit"))
    members = by_year(atop, "yrent", "yrexit").rename({"member": "obligor"})
    others = members.select(*KEYS, "year", beneficiary="obligor")
    pairs = members.join(others, on=[*KEYS, "year"]).filter(pl.col("obligor") != pl.col("beneficiary"))
    flags = pairs.group_by(PAIR).agg(pl.col(KINDS).max())
    states = pl.read_csv(DATA / "cow_states.csv", columns=["ccode", "styear", "endyear"]).lazy()
    system = by_year(states, "styear", "endyear").unique().rename({"ccode": "obligor"})
    both = system.join(system.rename({"obligor": "beneficiary"}), on="year")
    table = both.filter(pl.col("obligor") != pl.col("beneficiary")).join(flags, on=PAIR, how="left")
    whole = table.with_columns(pl.col(KINDS).fill_null(0).cast(pl.Int8)).sort(PAIR)
    whole.collect().write_parquet(output)


if __name__ == "__main__":
    {"pandas": with_pandas, "polars": with_polars}[sys.argv[1]](sys.argv[2])
