"""Runs, sets and groups of obligors as tables."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM, bits
from foedera.sweep.patches import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from foedera.sweep.board import Content
    from foedera.sweep.result import Sweep

OTHER_SIDE = "="
"""The obligor is the other side of the attack itself."""
EPOCH = 719_163
"""Ordinal of 1970-01-01, from which Arrow counts days."""


def runs_table(sweep: Sweep) -> pl.DataFrame:
    """The runs as a table: attacker, victim (state ids), since, until (dates), set_id."""
    names = sweep.states
    return pl.DataFrame({
        "attacker": worded(sweep.attacker, names),
        "victim": worded(sweep.victim, names),
        "since": dates(numbers_of(sweep.since)),
        "until": dates(numbers_of(sweep.until)),
        "set_id": pl.Series(numbers_of(sweep.set_id)),
    })  # fmt: skip


def numbers_of(values: array[int]) -> np.ndarray[Any, np.dtype[np.int32]]:
    """A compact array as one of NumPy, without a copy."""
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, np.int32)


def worded(numbers: Any, words: Sequence[str]) -> pl.Series:
    """Numbers as the words that they stand for, stored as numbers all the same."""
    return pl.Series(words, dtype=pl.Enum(words)).gather(pl.Series(np.asarray(numbers, dtype=np.uint32)))


def dates(ordinals: NDArray[np.int32]) -> pl.Series:
    """Ordinals of days as dates."""
    return pl.Series(ordinals - np.int32(EPOCH)).cast(pl.Date)


def set_tables(
    states: Sequence[str], numbers_of_contents: array[int], contents: Iterable[Content]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The sets, and the groups of obligors of which they are made.

    Args:
        states: ids of the states, organs and groups in the order of their bits.
        numbers_of_contents: of every set two numbers of contents, toward the victim and toward the attacker.
        contents: by number.
    """
    groups: dict[int, int] = {}
    slots, group_ids, ends = array("i"), array("i"), array("i", [0])
    for content in contents:
        for slot, mask in content:
            slots.append(slot)
            group_ids.append(groups.setdefault(mask, len(groups)))
        ends.append(len(slots))
    content_, bounds = numbers_of(numbers_of_contents), numbers_of(ends)
    lengths = bounds[content_ + 1] - bounds[content_]
    side = np.repeat(np.arange(len(content_)), lengths)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    item = np.repeat(bounds[content_], lengths) + within
    slot_ = numbers_of(slots)[item]
    sets = pl.DataFrame({
        "set_id": (side // 2).astype(np.int32),
        "side": worded(side % 2, (VICTIM, ATTACKER)),
        "kind": worded(slot_ // WIDTH, KINDS),
        "status": worded(slot_ % WIDTH, STATUSES),
        "group_id": numbers_of(group_ids)[item],
    })  # fmt: skip
    numbers, obligors = array("i"), array("i")
    for mask, group in groups.items():
        for position in bits(mask):
            numbers.append(group)
            obligors.append(position)
    names = (*states, OTHER_SIDE)
    return sets, pl.DataFrame({"group_id": numbers_of(numbers), "obligor": worded(numbers_of(obligors), names)})
