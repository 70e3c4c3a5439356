"""The network of a day says what the law says of each bond, and keeps every node in its place."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.dates import Day
from foedera.engine.lookup import QuestionError
from foedera.engine.standing import quiet
from foedera.law.force import bound, in_force
from foedera.model.world import assemble
from foedera.pictures import network_layout
from foedera.pictures.network import choices, days_that_matter, network, rows
from foedera.pictures.network_drawing import FAMILIES, LETTERS, draw_network, legend
from foedera.pictures.network_layout import HEIGHT, WIDTH, layout, lines
from foedera.pictures.ties import KINDS, held_on, ties
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.api import Treaties
    from foedera.model.world import World
    from foedera.pictures.network_parts import NetworkOfDay

TODAY = Day.parse("2025-10-10")


@pytest.fixture(scope="module")
def world(treaties: Treaties) -> World:
    return treaties.world


def drawn(found: NetworkOfDay) -> str:
    return draw_network(
        found, href=lambda kind, key: f"/{kind}/{key}?a=1&b=2", title="A <day>", description="What & why"
    )


def edges(found: NetworkOfDay) -> dict[tuple[str, str], Truth]:
    return {(edge.treaty, edge.state): edge.truth for edge in found.edges}


@pytest.mark.parametrize("text", ["1950-06-25", "1965-01-01", "1991-12-26", "1995-10-01", "2009-02-01", "2024-12-10"])
def test_lines_say_what_the_law_says_of_force_and_bond(world: World, text: str):
    day = Day.parse(text)
    setting, found = quiet(world, day), edges(network(world, day, every=True))
    for key, one in world.records.instruments.items():
        for actor in world.parties[key]:
            truth = min(in_force(setting, one).truth, bound(setting, one, actor).step.truth)
            assert found.get((key, actor), Truth.FALSE) is truth, (key, actor)


def test_one_that_is_named_and_no_party_is_told_apart(world: World):
    found = network(world, TODAY)
    named = {(edge.treaty, edge.state) for edge in found.edges if not edge.is_party}
    assert ("unscr-2397", "PRK") in named
    assert ("korean-armistice-1953", "KOR") in named
    assert ("north-atlantic-1949", "USA") not in named
    assert 'class="edges dotted"' in drawn(found)


def test_nodes_keep_their_place_on_all_days(world: World):
    early = {node.id: (node.x, node.y) for node in network(world, Day.parse("1960-01-01")).nodes}
    late = {node.id: (node.x, node.y) for node in network(world, TODAY).nodes}
    shared = early.keys() & late.keys()
    assert len(shared) > 40
    assert {key: early[key] for key in shared} == {key: late[key] for key in shared}


def test_the_layout_is_the_same_when_it_is_made_again(world: World):
    assert layout.__wrapped__(world).spots == layout(world).spots


def test_no_two_nodes_stand_on_each_other_and_all_are_in_the_field(world: World):
    found = layout(world)
    inner = [key for key in found.spots if key not in {*found.wide, *found.apart}]
    for one, other in combinations(inner, 2):
        (x, y), (far_x, far_y) = found.spots[one], found.spots[other]
        assert max(abs(x - far_x), abs(y - far_y)) >= 26, (one, other)
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in map(found.spots.__getitem__, inner))


def test_the_charter_neither_pulls_nor_is_drawn_unless_asked_for(world: World):
    usual, every, about = (
        network(world, TODAY),
        network(world, TODAY, every=True),
        network(world, TODAY, focus="un-charter"),
    )
    assert "un-charter" in {node.id for node, _ in usual.folded}
    assert "un-charter" not in {node.id for node in usual.nodes}
    assert len(every.edges) - len(usual.edges) == sum(len(own) for _, own in usual.folded)
    assert len(about.edges) == 193
    assert every.box[3] > usual.box[3]


def test_a_kind_leaves_only_lines_under_such_a_clause(world: World):
    found = network(world, TODAY, kinds=["sanction"])
    assert {edge.state for edge in found.edges} == {"PRK"}
    assert all("sanction" in edge.kinds for edge in found.edges)


def test_a_region_leaves_only_its_states(world: World):
    found = network(world, TODAY, regions=["africa"])
    states = {node.id for node in found.nodes if node.kind == "state"}
    assert {"NGA", "EGY"} <= states
    assert "POL" not in states
    assert "north-atlantic-1949" not in {node.id for node in found.nodes}


def test_a_focus_shows_its_instruments_and_their_other_parties(world: World):
    found = network(world, TODAY, focus="MLI")
    assert edges(found) == {("liptako-gourma-2023", state): Truth.TRUE for state in ("BFA", "MLI", "NER")}
    assert "un-charter" in {node.id for node, _ in found.folded}


def test_the_picture_of_a_focus_holds_still_while_the_days_pass(world: World):
    assert network(world, Day.parse("1970-01-01"), focus="PRK").box == network(world, TODAY, focus="PRK").box


def test_an_instrument_whose_end_is_doubtful_is_dashed_and_said_to_be(world: World):
    found = network(world, Day.parse("1995-10-01"))
    assert "sun-prk-1961" in found.doubtful
    assert edges(found)["sun-prk-1961", "RUS"] is Truth.UNKNOWN
    picture = drawn(found)
    assert 'class="edges dashed"' in picture
    assert "not certain to be in force" in picture


def test_a_doubtful_day_gives_unknown_where_its_days_differ(world: World):
    runs = ties(world)["rus-prk-2024"].force
    assert held_on(runs, Day.parse("2024-12")) is Truth.UNKNOWN
    assert held_on(runs, Day.parse("2025")) is Truth.TRUE
    assert held_on(runs, Day.parse("2023")) is Truth.FALSE


@pytest.mark.parametrize("wrong", [{"kinds": ["defense pact"]}, {"regions": ["atlantis"]}, {"focus": "<b>"}])
def test_an_unknown_choice_is_refused(world: World, wrong: dict[str, str]):
    with pytest.raises(QuestionError, match="is called"):
        network(world, TODAY, **wrong)


def test_the_table_says_the_same_as_the_picture(world: World):
    found = network(world, TODAY)
    table = rows(found)
    assert {row.id for row in table if row.is_drawn} == {node.id for node in found.nodes if node.kind == "treaty"}
    told = {(row.id, state) for row in table if row.is_drawn for state in (*row.firm, *row.doubtful)}
    assert told == edges(found).keys()
    assert {"un-charter", "customary-use-of-force"} <= {row.id for row in table if not row.is_drawn}


def test_the_network_is_the_same_between_two_days_that_matter(world: World):
    days = days_that_matter(world)
    assert list(days) == sorted(days, key=lambda day: day.first)
    for one, after in list(pairwise(days))[::12]:
        last = Day.exact(after.first - 1)
        assert edges(network(world, one)) == edges(network(world, last))
    assert len(days) < len(days_that_matter(world, every=True))


def test_the_entry_into_force_of_a_treaty_is_a_day_that_matters(world: World):
    assert "2024-12-04" in {day.text for day in days_that_matter(world)}


def test_the_picture_is_well_formed_escaped_and_without_style_or_script(world: World):
    picture = drawn(network(world, TODAY))
    root = ET.fromstring(picture)  # noqa: S314 - our own text
    assert root.get("aria-label") == "A <day>"
    assert not re.search(r"style=|<style|<script|onload|fill=", picture)
    links = list(root.iter("a"))
    assert len(links) == len(network(world, TODAY).nodes)
    assert all(link.get("aria-label") and link.get("href") for link in links)


def test_the_picture_of_the_whole_corpus_is_small(world: World):
    assert len(drawn(network(world, TODAY))) <= 80_000
    assert len(drawn(network(world, TODAY, every=True))) <= 120_000


def test_a_day_without_treaties_has_an_empty_picture(world: World):
    found = network(world, Day.parse("1700-01-01"))
    assert (found.nodes, found.edges, rows(found)) == ((), (), [])
    ET.fromstring(drawn(found))  # noqa: S314 - our own text


def test_every_kind_has_a_letter_of_its_own_and_a_colour():
    assert set(LETTERS) == set(FAMILIES) == set(KINDS)
    assert len(set(LETTERS.values())) == len(KINDS)


def test_the_legend_has_what_the_picture_has_and_no_more(world: World):
    marks = [row.mark for row in legend(network(world, TODAY, kinds=["sanction"]))]
    assert marks == ["dotted", "S"]


def test_a_choice_offers_only_what_there_is(world: World):
    kinds, regions = choices(world)
    assert "defence" in kinds
    assert "offence" not in kinds
    assert "europe" in regions
    assert "rio_zone" not in regions


def test_a_long_name_ends_in_an_ellipsis():
    assert lines("Japan-Philippines Reciprocal Access Agreement") == ("Japan-Philippines", "Reciprocal Access…")
    assert lines("AUKUS") == ("AUKUS",)


def test_a_world_with_one_instrument_and_one_without_any_have_their_pictures(world: World):
    records = world.records
    alone = {"aukus-2021": records.instruments["aukus-2021"]}
    for instruments, many in ((alone, 4), ({}, 0)):
        small = assemble((replace(records, instruments=instruments),), "x")
        found = network(small, TODAY)
        assert len(found.nodes) == many
        ET.fromstring(drawn(found))  # noqa: S314 - our own text


@given(
    st.lists(
        st.tuples(st.floats(0, 900), st.floats(0, 700), st.floats(10, 60), st.floats(10, 30)), min_size=2, max_size=40
    )
)
def test_no_two_nodes_that_overlap_are_missed(drawn: list[tuple[float, float, float, float]]) -> None:
    points = {f"n{at}": [x, y] for at, (x, y, _, _) in enumerate(drawn)}
    boxes = {f"n{at}": (w, h) for at, (_, _, w, h) in enumerate(drawn)}
    near = {frozenset(pair) for pair in network_layout._neighbours(points, boxes)}
    for one, other in combinations(points, 2):
        (x, y), (far_x, far_y) = points[one], points[other]
        (w, h), (far_w, far_h) = boxes[one], boxes[other]
        if abs(x - far_x) < w + far_w and abs(y - far_y) < h + far_h:
            assert frozenset((one, other)) in near
