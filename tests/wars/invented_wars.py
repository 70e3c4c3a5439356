"""Invented wars and alliances, written in the form of the data sets, between real states of the twentieth century."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from foedera.datasets.atop import read_atop
from foedera.datasets.iwd import REQUIRED, read_iwd
from foedera.datasets.table import parse_table
from foedera.law.presume import presumptions
from foedera.model.world import assemble
from foedera.wars.attacks import wars_of
from foedera.wars.cases import open_bench
from foedera.wars.rows import rows
from foedera.wars.rules import RULES, changed

if TYPE_CHECKING:
    from foedera.datasets.imported import Imported, Table
    from foedera.model.world import Corpus, World
    from foedera.wars.attacks import War
    from foedera.wars.rows import Row

CODES = {"FRA": 220, "ESP": 230, "PRT": 235, "ITA": 325, "GRC": 350, "BGR": 355, "ROU": 360, "SWE": 380, "NOR": 385}
_NAMES = {code: f"State {state}" for state, code in CODES.items()}
SECOND = ("month_entry02", "day_entry02", "month_exit02", "day_exit02")


def written(columns: tuple[str, ...], records: list[dict[str, Any]]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="NA")
    writer.writeheader()
    writer.writerows(records)
    return stream.getvalue().encode()


def attack(
    attacker: str, victim: str, since: str = "1925-03-01", until: str = "1925-10-31", war: int = 1, **more: Any
) -> dict[str, Any]:
    """A row of war data; both days are inclusive and of one year."""
    year, month, day = since.split("-")
    _, last_month, last_day = until.split("-")
    return {
        "larger_war_id": war,
        "larger_war_name": f"Invented{war}",
        "init_war_id": war,
        "year": year,
        "init_name": _NAMES[CODES[attacker]],
        "init_ccode": CODES[attacker],
        "target_name": _NAMES[CODES[victim]],
        "target_ccode": CODES[victim],
        "month_entry": month,
        "day_entry": day,
        "month_exit": last_month,
        "day_exit": last_day,
        "joiner": 0,
        **more,
    }


def iwd_table(*records: dict[str, Any]) -> Table:
    return parse_table("iwd.csv", written((*REQUIRED, *SECOND), list(records)))


ATOP = (
    "atopid", "member", "phase", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "defense", "offense",
    "neutral", "nonagg", "consul", "defcoadv", "defcoloc", "defcocon", "defconum", "defcodem", "defconpr", "offcoadv",
    "offcoloc", "offcocon", "neucoadv", "neucoloc", "neuconpr", "neucoatt", "specthrt", "statthr1", "statthr2",
    "version",
)  # fmt: skip


def member(
    state: str, since: str = "1920-01-01", until: str = "1930-12-31", alliance: int = 9001, **flags: Any
) -> dict[str, Any]:
    """A row of alliance data; both days are inclusive."""
    begin, end = since.split("-"), until.split("-")
    days = {
        f"{part}{edge}": value
        for edge, values in (("ent", begin), ("exit", end))
        for part, value in zip(("yr", "mo", "day"), values, strict=True)
    }
    known = {"atopid": alliance, "member": CODES[state], "phase": 0, **days, "version": "4.01"}
    return {**dict.fromkeys(ATOP, 0), **known, **flags}


def atop_table(*records: dict[str, Any]) -> Table:
    return parse_table("atop.csv", written(ATOP, list(records)))


@dataclass(frozen=True)
class Library:
    """The built-in states and law, with what a test makes of them."""

    base: World

    def iwd(self, *records: dict[str, Any]) -> Imported:
        return read_iwd(iwd_table(*records), self.base.records.states)

    def wars(self, *records: dict[str, Any]) -> tuple[War, ...]:
        return wars_of(self.iwd(*records).corpus.events)

    def world(self, *records: dict[str, Any]) -> World:
        alliances = read_atop(atop_table(*records), self.base.records.states).corpus
        return self.bare(alliances)

    def bare(self, alliances: Corpus) -> World:
        """States and law of the corpus, with these alliances alone."""
        return assemble((replace(self.base.records, instruments={}, events={}, coverage={}), alliances), "test")

    def rows(
        self, attacks: list[dict[str, Any]], members: list[dict[str, Any]], *, without: str | None = None
    ) -> list[Row]:
        """The rows of all wars; ``without`` names a rule that is taken out."""
        wars, world = self.wars(*attacks), self.world(*members)
        presumed = presumptions(world)
        if without:
            rule = next(one for one in RULES if one.id == without)
            world, wars, presumed = changed(world, wars, rule.change)
        bench = open_bench(world, wars, presumed)
        return [row for war in wars for row in rows(bench, war)]

    def row(self, attacks: list[dict[str, Any]], members: list[dict[str, Any]], *, without: str | None = None) -> Row:
        """The only row."""
        (found,) = self.rows(attacks, members, without=without)
        return found
