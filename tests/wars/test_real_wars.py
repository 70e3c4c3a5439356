"""On the data themselves, where they are at hand: the share of codings by hand that the rules meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from foedera.datasets.atop import read_atop
from foedera.datasets.iwd import read_iwd
from foedera.datasets.table import read_table
from foedera.wars.attacks import wars_of
from foedera.wars.codings import read_codings
from foedera.wars.score import answers, confined, report

if TYPE_CHECKING:
    from pathlib import Path

    from invented_wars import Library

    from foedera.datasets.imported import Imported
    from foedera.wars.score import Report


@pytest.fixture(scope="module")
def read(library: Library, shared: Path) -> Imported:
    path = shared / "data" / "iwd-1.1-wars.csv"
    if not path.is_file():
        pytest.skip("the Interstate War Data are not in ../shared/data")
    return read_iwd(read_table(path), library.base.records.states)


@pytest.fixture(scope="module")
def found(library: Library, shared: Path, read: Imported) -> Report:
    paths = [shared / "data" / name for name in ("atop-4.01-members.csv", "alliance-performance-dev.csv")]
    if not all(path.is_file() for path in paths):
        pytest.skip("ATOP or the codings are not in ../shared/data")
    alliances = read_atop(read_table(paths[0]), library.base.records.states).corpus
    world = library.bare(alliances)
    codings = read_codings(read_table(paths[1]))
    wars = wars_of(read.corpus.events)
    return report(codings, answers(*confined(world, wars, codings)), wars, "outcome_bf")


def test_every_state_of_the_war_data_is_known_and_every_correction_cited(read: Imported) -> None:
    assert not [note for note in read.notes if note.kind not in ("corrected", "remark")]
    assert all(note.cites for note in read.notes if note.kind == "corrected")


def test_accuracy_on_the_development_half(found: Report) -> None:
    assert found.every.number == 129
    assert found.every.accuracy is not None
    assert found.known.accuracy is not None
    assert found.every.accuracy >= 0.92
    assert found.known.accuracy >= 0.92


def test_firm_statuses_are_most_and_mostly_right(found: Report) -> None:
    assert found.firm.number >= 0.7 * found.known.number
    assert found.firm.accuracy is not None
    assert found.firm.accuracy >= 0.95
