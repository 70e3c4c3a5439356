"""A question about a state that did not exist on its day names those that did in its place."""

from __future__ import annotations

import pytest

from foedera.api import load
from foedera.engine.lookup import QuestionError


@pytest.mark.parametrize(
    ("state", "on", "others"),
    [
        ("SRB", "1914-08-01", ("serbia-kingdom",)),
        ("AUT", "1914-08-01", ("austria-hungary",)),
        ("CZE", "1968-08-21", ("CSK",)),
        ("SUN", "2000-01-01", ("RUS",)),
        ("UKR", "1914-08-01", ()),
        ("KOR", "1905-01-01", ()),
    ],
)
def test_the_states_of_the_day_are_offered(state: str, on: str, others: tuple[str, ...]) -> None:
    with pytest.raises(QuestionError) as refused:
        load().ask(state, "ITA", on=on)
    assert refused.value.instead == (state, others)
    assert all(one in (refused.value.hint or "") for one in others)
