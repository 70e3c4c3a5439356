"""Lifelines keep doubt, suspension and succession, and lose nobody when they are folded."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from foedera.dates import Day
from foedera.pictures.axis import Axis
from foedera.pictures.lifelines import MANY, Lifeline, Spell, extent, state_lifelines, treaty_lifelines, words
from foedera.pictures.lifelines_drawing import draw_lifelines, legend
from foedera.pictures.ties import ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.api import Treaties
    from foedera.model.world import World

DAY = Day.parse("2024-12-10")


@pytest.fixture(scope="module")
def world(treaties: Treaties) -> World:
    return treaties.world


def of(world: World, key: str, *, fold: bool = True) -> dict[str, Lifeline]:
    return {line.label: line for line in treaty_lifelines(world, world.records.instruments[key], fold=fold)}


def drawn(found: Sequence[Lifeline], day: Day = DAY) -> str:
    since, until = extent(found, day)
    return draw_lifelines(
        found,
        since=since,
        until=until,
        day=day,
        title="A & B",
        description="x",
        href=lambda kind, key: f"/{kind}/{key}?a&b",
    )


def test_a_successor_follows_its_predecessor_and_the_doubtful_end_is_doubtful(world: World):
    found = of(world, "sun-prk-1961")
    assert words(found["Soviet Union"]) == "since 1961-09-10 until 1991-12-26"
    assert [spell.kind for spell in found["Russia"].spells] == ["bound", "doubtful"]
    assert words(found["Russia"]) == "since 1991-12-26 until 1995-09-07; doubtful since 1995-09-07 until 2024-12-04"


def test_the_first_line_is_the_instrument_with_its_days(world: World):
    first = treaty_lifelines(world, world.records.instruments["rus-prk-2024"])[0]
    assert words(first) == "signed 2024-06-19; in force 2024-12-04"
    assert [spell.kind for spell in first.spells] == ["signed", "bound"]


def test_a_doubtful_end_is_marked_as_unsure_and_its_bounds_are_told(world: World):
    found = treaty_lifelines(world, world.records.instruments["sun-prk-1961"])
    assert words(found[0]).endswith("ended on a doubtful day from 1995-09-07 to 2024-12-04")
    assert 'class="mark ended unsure"' in drawn(found)
    open_ended = treaty_lifelines(world, world.records.instruments["moscow-declaration-2001"])[0]
    assert words(open_ended).endswith("ended on a doubtful day from 2024-12-04 on")
    assert "unsure" not in drawn(treaty_lifelines(world, world.records.instruments["warsaw-1955"]))


def test_no_words_of_a_line_are_left_out_of_the_picture(world: World):
    for line in state_lifelines(world, "PRK"):
        root = ET.fromstring(drawn([line]))  # noqa: S314 - our own text
        text = " ".join(part.strip() for one in root.iter("text") for part in one.itertext())
        assert " ".join(words(line).split()) in " ".join(text.split())


def test_a_suspension_is_on_the_line_of_the_one_that_suspends(world: World):
    found = of(world, "anzus-1951")
    cut = [spell for spell in found["United States"].spells if spell.kind == "suspended"]
    assert [(str(spell.since), spell.note) for spell in cut] == [("1986-08-11", "toward New Zealand")]
    assert {spell.kind for spell in found["New Zealand"].spells} == {"bound", "perhaps_suspended"}
    assert {spell.kind for spell in found["Australia"].spells} == {"bound"}


def test_those_named_and_no_party_are_told_apart(world: World):
    assert {spell.kind for spell in of(world, "unscr-1718")["North Korea"].spells} == {"named"}


def test_parties_that_entered_together_are_one_line(world: World):
    found = of(world, "north-atlantic-1949")
    assert found["Greece, Turkey"].members == ("GRC", "TUR")
    assert len(found["Belgium, Canada, Denmark and 9 others"].members) == 12


@pytest.mark.parametrize("key", ["north-atlantic-1949", "un-charter", "npt-1968", "arab-joint-defence-1950"])
def test_folding_loses_nobody(world: World, key: str):
    folded, single = of(world, key), of(world, key, fold=False)
    held = sorted(tie.actor for tie in ties(world)[key].held)
    for lines in (folded, single):
        assert sorted(one for line in list(lines.values())[1:] for one in line.members) == held
    assert len(folded) < len(single)


def test_a_year_of_entries_begins_with_some_and_goes_on_with_all(world: World):
    line = of(world, "un-charter")["17 parties of 1960"]
    assert [spell.kind for spell in line.spells] == ["some", "bound"]
    single = [own for one in line.members if (own := of(world, "un-charter", fold=False)[world.name(one)])]
    since = sorted(own.spells[0].since.text for own in single if own.spells[0].since)
    assert (since[0], since[-1]) == (str(line.spells[0].since), str(line.spells[1].since))


def test_where_not_all_parties_are_on_record_a_doubtful_line_says_so(world: World):
    last = treaty_lifelines(world, world.records.instruments["npt-1968"])[-1]
    assert "not all parties are on record" in last.label
    assert {spell.kind for spell in last.spells} == {"doubtful"}
    assert "not all" not in treaty_lifelines(world, world.records.instruments["anzus-1951"])[-1].label


def test_a_state_has_its_existence_and_all_that_holds_it(world: World):
    found = state_lifelines(world, "SUN")
    assert found[0].spells[0].kind == "exists"
    assert str(found[0].spells[-1].until) == "1991-12-26"
    held = {key for key, one in ties(world).items() if "SUN" in {tie.actor for tie in one.held}}
    assert {line.members[0] for line in found[1:]} == held
    assert {"warsaw-1955", "sun-prk-1961"} <= held


@pytest.mark.parametrize("key", ["north-atlantic-1949", "un-charter", "sun-prk-1961", "customary-self-defence"])
def test_the_picture_is_well_formed_and_without_style(world: World, key: str):
    found = treaty_lifelines(world, world.records.instruments[key])
    picture = drawn(found)
    root = ET.fromstring(picture.replace("?a&b", "?a"))  # noqa: S314 - our own text
    assert root.get("aria-label") == "A & B"
    assert "style" not in picture
    assert len(list(root.iter("g"))) == len(found)


def test_the_widths_in_percent_stay_in_the_picture(world: World):
    root = ET.fromstring(drawn(state_lifelines(world, "PRK")))  # noqa: S314 - our own text
    for bar in root.iter("rect"):
        x, width = (float(bar.get(name, "").rstrip("%")) for name in ("x", "width"))
        assert 0 <= x <= 100
        assert x + width <= 100.3


def test_the_day_asked_is_a_line_and_always_in_the_extent(world: World):
    found = treaty_lifelines(world, world.records.instruments["anzus-1951"])
    for text in ("1900-05-01", "2090-05-01", "1986"):
        assert 'class="day"' in drawn(found, Day.parse(text))


def test_text_from_the_corpus_is_escaped():
    line = Lifeline("<b>&", "state", ("x",), (Spell(Day.parse("1900"), None, "bound", '"<i>'),))
    picture = drawn([line])
    assert "<b>" not in picture
    assert "<i>" not in picture
    assert "&lt;b&gt;&amp;" in picture


def test_the_legend_has_only_what_is_drawn(world: World):
    assert [kind for kind, _ in legend(list(of(world, "unscr-1718").values()))] == ["bound", "named"]


def test_no_lines_make_an_empty_picture():
    ET.fromstring(drawn([]))  # noqa: S314 - our own text


def test_the_largest_picture_is_small_enough(world: World):
    found = treaty_lifelines(world, world.records.instruments["un-charter"])
    assert len(found) <= MANY + 20
    assert len(drawn(found)) <= 30_000


@pytest.mark.parametrize(
    ("since", "until"), [("1815-01-01", "2026-01-01"), ("2024-01-01", "2026-06-01"), ("1990-05-05", "1996-01-01")]
)
def test_ticks_are_few_and_even_and_on_the_axis(since: str, until: str):
    axis = Axis(Day.parse(since).first, Day.parse(until).first)
    years = [year for year, _ in axis.ticks()]
    assert 1 <= len(years) <= 6
    assert len({b - a for a, b in pairwise(years)}) <= 1
    assert all(0 <= x <= 100 for _, x in axis.ticks())


def test_a_day_outside_stands_at_the_edge():
    axis = Axis(100, 200)
    assert (axis.at(50), axis.at(100), axis.at(150), axis.at(250)) == (0, 0, 50, 100)
    assert not axis.holds(201)
