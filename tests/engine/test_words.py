"""Articles, axes and roles in words."""

from __future__ import annotations

import pytest

from foedera.api import load
from foedera.engine import words
from foedera.model.instruments import Duty


@pytest.fixture(scope="module")
def world():
    return load().world


@pytest.mark.parametrize(
    ("instrument", "label", "said"),
    [
        ("north-atlantic-1949", "5", "article 5"),
        ("usa-jpn-1960", "V", "article V"),
        ("eu-lisbon-2007", "42(7)", "article 42(7)"),
        ("unscr-1718", "8(a)(i)", "paragraph 8(a)(i)"),
        ("north-atlantic-1949", "new-attack", "new attack"),
        ("north-atlantic-1949", "defence.2", "defence.2"),
        ("north-atlantic-1949", "IADS", "IADS"),
    ],
)
def test_only_a_label_with_a_number_is_called_an_article(world, instrument: str, label: str, said: str) -> None:
    assert words.article(world.records.instruments[instrument], label) == said


def test_every_value_of_an_axis_that_is_on_record_has_words(world) -> None:
    axes = ("discretion", "extent", "effort", "decision", "timing", "request")
    for _, clause in world.provisions.values():
        for duty in clause.duties:
            known = [value for axis in axes if (value := getattr(duty, axis)) not in ("unknown", "deadline")]
            known += filter(None, (duty.deadline, duty.until))
            said = words.axes(duty)
            assert len(known) <= 1 + said.count(",")
            assert bool(known) == bool(said), (clause.id, said)


def test_the_axes_are_said_as_a_reader_says_them() -> None:
    duty = Duty(must="consult", discretion="how", timing="immediate", request="required", until="the council decides")
    assert words.axes(duty) == "free to choose how, at once, on request only, until the council decides"
    assert words.axes(Duty(must="consult")) == ""


def test_known_actors_take_the_place_of_roles_and_others_stay(world) -> None:
    said = "the obligor must help the beneficiary against the adversary"
    assert words.cast(world, said, "FRA") == "France must help the beneficiary against the adversary"
    assert words.cast(world, said, "FRA", "POL") == "France must help Poland against the adversary"
