from __future__ import annotations

import pytest

from foedera.web.paging import Part


@pytest.mark.parametrize(
    ("offset", "others"),
    [
        (0, {"first": 0, "next": 3, "last": 9}),
        (3, {"first": 0, "prev": 0, "next": 6, "last": 9}),
        (2, {"first": 0, "prev": 0, "next": 5, "last": 9}),
        (9, {"first": 0, "prev": 6, "last": 9}),
        (12, {"first": 0, "prev": 9, "last": 9}),
        (5_000, {"first": 0, "prev": 9, "last": 9}),
    ],
)
def test_other_parts_of_a_list_are_parts_that_have_rows(offset: int, others: dict[str, int]) -> None:
    assert dict(Part(total=10, limit=3, offset=offset).others()) == others
