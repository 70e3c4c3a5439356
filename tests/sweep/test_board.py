"""The board: equal cells as groups, and runs that end when what a cell holds changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.sweep.board import Contents, RowState, Runs
from foedera.sweep.patches import CLEARED, WIDTH

if TYPE_CHECKING:
    from foedera.sweep.board import Content
    from foedera.sweep.patches import Patch

COUNT = 6
EVERYONE = (1 << COUNT) - 2
"""Row 0 of six states: the five others."""
masks = st.integers(0, (1 << COUNT) - 1)
slots = st.integers(0, 2 * WIDTH - 1).flatmap(lambda slot: st.sampled_from((slot, slot + CLEARED)))
patch_lists = st.lists(st.tuples(masks, slots, st.integers(1, (1 << COUNT) - 1)), max_size=5)
parts = st.dictionaries(st.integers(0, 3), patch_lists, max_size=3)
many = settings(max_examples=200, derandomize=True, database=None, deadline=None)


def one_cell(position: int, parts_: dict[int, list[Patch]]) -> Content:
    """What a cell holds, cell by cell: every obligor in its strongest status of a kind."""
    strongest: dict[tuple[int, int], int] = {}
    for patches in parts_.values():
        for others, slot, obligors in patches:
            kind, status = divmod(slot % CLEARED, WIDTH)
            for who in range(COUNT):
                if others >> position & 1 and obligors >> who & 1 and not (slot >= CLEARED and who == position):
                    strongest[kind, who] = min(strongest.get((kind, who), WIDTH), status)
    found: dict[int, int] = {}
    for (kind, who), status in strongest.items():
        found[kind * WIDTH + status] = found.get(kind * WIDTH + status, 0) | 1 << who
    return tuple(sorted(found.items()))


@many
@given(days=st.lists(parts, min_size=1, max_size=4))
def test_groups_hold_for_each_cell_what_its_patches_say(days: list[dict[int, list[Patch]]]) -> None:
    row, contents, runs = RowState(0, EVERYONE, groups={0: EVERYONE}, start=[0] * COUNT), Contents(), Runs()
    for day, found in enumerate(days, 1):
        row.parts = found
        row.refold(contents, day, EVERYONE, runs)
        for position in range(1, COUNT):
            (number,) = [number for number, cells in row.groups.items() if cells >> position & 1]
            assert contents.by_number[number] == one_cell(position, found)
    assert sum(row.groups.values()) == EVERYONE


@many
@given(days=st.lists(parts, min_size=1, max_size=4), alive=masks)
def test_a_run_ends_where_what_a_living_cell_holds_changes(days: list[dict[int, list[Patch]]], alive: int) -> None:
    row, contents, runs = RowState(0, EVERYONE, groups={0: EVERYONE}, start=[0] * COUNT), Contents(), Runs()
    wanted = 0
    before: dict[int, Content] = dict.fromkeys(range(1, COUNT), ())
    for day, found in enumerate(days, 1):
        row.parts = found
        row.refold(contents, day, alive, runs)
        for position in range(1, COUNT):
            after = one_cell(position, found)
            wanted += bool(before[position]) and after != before[position] and bool(alive >> position & 1)
            before[position] = after
    assert len(runs) == wanted


def test_equal_contents_have_one_number() -> None:
    contents = Contents()
    numbers = [contents.number(content) for content in ((), ((1, 2),), ((1, 3),), ((1, 2),), ())]
    assert numbers == [0, 1, 2, 1, 0]
