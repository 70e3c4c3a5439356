"""The reader of every data set, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.datasets.atop import read_atop
from foedera.datasets.capabilities import read_nmc
from foedera.datasets.cow_wars import read_cow_wars
from foedera.datasets.imported import DatasetError
from foedera.datasets.iwd import read_iwd
from foedera.datasets.releases import find_dataset
from foedera.datasets.systems import read_cow_states, read_gw_states

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foedera.datasets.imported import Imported, Table
    from foedera.model.states import State

    Reader = Callable[[Table, Mapping[str, State]], Imported]

READERS: Mapping[str, Reader] = {
    "atop": read_atop,
    "iwd": read_iwd,
    "cow-states": read_cow_states,
    "gw-states": read_gw_states,
    "nmc": read_nmc,
    "cow-wars": read_cow_wars,
}
"""Each reads a table with the states of the corpus, whose codes link the rows."""


def reader(name: str) -> Reader:
    """The reader of a data set.

    Raises:
        DatasetError: there is no such data set, or foedera does not import it.
    """
    dataset = find_dataset(name)
    if dataset.id not in READERS:
        raise DatasetError(f"this version of foedera cannot read {dataset.id} yet")
    return READERS[dataset.id]
