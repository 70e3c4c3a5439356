"""Rows of single members, and the derivation behind a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invented_wars import attack, member

from foedera.wars.cases import open_bench
from foedera.wars.rows import member_rows, rows
from foedera.wars.tables import COLUMNS, MEMBER_COLUMNS, member_record, record

if TYPE_CHECKING:
    from invented_wars import Library

    from foedera.wars.rows import MemberRow


def members_of(library: Library) -> list[MemberRow]:
    attacks = [attack("ITA", "ESP")]
    pact = [member("FRA", defense=1), member("ESP", defense=1), member("PRT", "1925-06-01", defense=1), member("SWE")]
    world, wars = library.world(*pact), library.wars(*attacks)
    bench = open_bench(world, wars)
    (row,) = rows(bench, wars[0])
    return list(member_rows(bench, row))


def test_there_is_a_row_for_every_member_those_that_owe_first(library: Library) -> None:
    found = members_of(library)
    assert [(one.member, one.status, one.day) for one in found] == [
        ("FRA", "due", "1925-03-01"),
        ("PRT", "arguable", "1925-06-01"),
        ("ESP", "not_due", None),
        ("SWE", "not_due", None),
    ]


def test_row_of_a_member_says_for_whom_against_whom_and_by_which_attack(library: Library) -> None:
    first = members_of(library)[0]
    assert (first.beneficiary, first.adversaries, first.attack) == ("ESP", ("ITA",), "iwd-1-ita-esp")
    assert first.provision is not None
    assert first.provision.startswith("atop-9001/defence")


def test_records_have_the_published_columns(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], [member("FRA", defense=1), member("ESP", defense=1)])
    assert tuple(record(row)) == COLUMNS
    assert tuple(member_record(members_of(library)[0])) == MEMBER_COLUMNS


def test_derivation_says_why(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], [member("FRA", defense=1), member("ESP", defense=1)])
    said: list[str] = []

    def walk(step: object) -> None:
        said.append(step.statement)  # type: ignore[attr-defined]
        for child in step.children:  # type: ignore[attr-defined]
            walk(child)

    walk(row.findings[0].step)
    assert said[0].startswith("the case for the promise of France to Spain under atop-9001/defence")
    assert "Italy attacks Spain" in said
