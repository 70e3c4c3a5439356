"""The drawn map: every state once, marks as links with words and symbols, disputes apart, nothing inline."""

from __future__ import annotations

import gzip
import re
from xml.etree import ElementTree as ET

import pytest

from foedera.dates import Day
from foedera.pictures.holders import drawn_on
from foedera.pictures.map_signs import ROLES, SIGNS, STATUSES, legend, swatch
from foedera.pictures.map_views import VIEWS
from foedera.pictures.units import units
from foedera.pictures.world_map import Mark, PlaceMark, draw, kinds_of_ground, undrawn

SVG = "{http://www.w3.org/2000/svg}"
TODAY = Day.parse("2024-12-04")
ALLIES = [
    "ALB",
    "BEL",
    "BGR",
    "CAN",
    "HRV",
    "CZE",
    "DNK",
    "EST",
    "FIN",
    "FRA",
    "DEU",
    "GRC",
    "HUN",
    "ISL",
    "ITA",
    "LVA",
    "LTU",
    "LUX",
    "MNE",
    "NLD",
    "MKD",
    "NOR",
    "PRT",
    "ROU",
    "SVK",
    "SVN",
    "ESP",
    "SWE",
    "TUR",
    "GBR",
    "USA",
]


@pytest.fixture(scope="module")
def world(treaties):
    return treaties.world


def drawing(world, marks, day=TODAY, **more):
    text = draw(
        world,
        day,
        marks,
        sheet_url="/static/world-0123456789abcdef.svg",
        title="Who must help",
        description="A map.",
        href=lambda state: f"/ask/{state}",
        elsewhere=lambda state: f"/states/{state}",
        **more,
    )
    return text, ET.fromstring(text)  # noqa: S314 - ours


def shown(element):
    return [use.get("href").partition("#u-")[2] for use in element.iter(f"{SVG}use") if "#u-" in use.get("href")]


def marked(tree):
    return [link for link in tree.iter(f"{SVG}a") if link.get("tabindex") is None]


def quiet(tree):
    return {link.get("href").rpartition("/")[2]: link for link in tree.iter(f"{SVG}a") if link.get("tabindex") == "-1"}


def test_every_unit_is_drawn_exactly_once(world):
    _, tree = drawing(world, [Mark("FRA", "due", "France: must help"), Mark("RUS", "", "Russia", role="attacker")])
    assert sorted(shown(tree)) == sorted(units())


def test_a_marked_state_is_a_link_with_its_words_and_a_symbol(world):
    _, tree = drawing(world, [Mark("POL", "due", "Poland: must help (due)")])
    (link,) = marked(tree)
    assert link.get("href") == "/ask/POL"
    assert link.get("class") == "due"
    assert link.get("aria-label") == link.find(f"{SVG}title").text == "Poland: must help (due)"
    assert "#s-due" in {use.get("href") for use in link.iter(f"{SVG}use")}


def test_every_state_without_a_mark_is_a_link_that_the_tab_key_leaves_out(world):
    _, tree = drawing(world, [Mark("POL", "due", "Poland")])
    assert len(marked(tree)) == 1
    assert set(quiet(tree)) == set(drawn_on(world, TODAY)) - {"POL"}
    assert quiet(tree)["TCD"].find(f"{SVG}title").text == "Chad: nothing of this kind on record"
    assert quiet(tree)["TCD"].get("href") == "/states/TCD"
    assert "French Guiana (France)" in {title.text for title in quiet(tree)["FRA"].iter(f"{SVG}title")}


def test_a_small_state_without_a_mark_can_be_pointed_at(world):
    _, tree = drawing(world, [])
    assert quiet(tree)["NRU"].find(f"{SVG}circle") is not None
    assert quiet(tree)["TCD"].find(f"{SVG}circle") is None


def test_states_of_the_past_without_a_mark_stand_where_they_stood(world):
    _, tree = drawing(world, [], day=Day.parse("1985-01-01"))
    assert shown(quiet(tree)["SUN"])[0] == "RUS"
    assert quiet(tree)["DDR"].find(f"{SVG}circle") is not None
    assert "UKR" not in quiet(tree)


def test_what_is_written_cannot_leave_its_place(world):
    bad = '"><script>x</script>&'
    text, tree = drawing(world, [Mark("POL", "due", bad, note=bad)], places=[PlaceMark(bad, 50, 20, bad, "/x?a=1&b=2")])
    assert "<script" not in text
    assert marked(tree)[0].get("aria-label") == f"{bad} {bad}"


def test_there_is_no_inline_style_and_no_script(world):
    text, _ = drawing(world, [Mark(state, "due", state) for state in ALLIES], places=[PlaceMark("Kursk", 51.7, 36.2)])
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=", text)


def test_a_page_of_allies_is_small(world):
    marks = [
        Mark(state, "due", f"{world.name(state)}: must help (due) under north-atlantic-1949/5") for state in ALLIES
    ]
    text, _ = drawing(world, [*marks, Mark("RUS", "", "Russia: attacker", role="attacker")])
    assert len(gzip.compress(text.encode())) <= 7_000


def test_a_small_state_is_a_circle_too(world):
    _, tree = drawing(world, [Mark("MLT", "arguable", "Malta"), Mark("POL", "due", "Poland")])
    circles = {link.get("href"): len(list(link.findall(f"{SVG}circle"))) for link in marked(tree)}
    assert circles == {"/ask/MLT": 1, "/ask/POL": 0}


def test_small_states_lie_over_large_ones_and_the_parties_over_all(world):
    marks = [Mark("RUS", "", "r", role="attacker"), Mark("LUX", "due", "l"), Mark("FRA", "due", "f")]
    _, tree = drawing(world, marks)
    assert [link.get("href")[-3:] for link in marked(tree)] == ["FRA", "LUX", "RUS"]


def test_the_parties_are_named_on_the_map(world):
    _, tree = drawing(world, [Mark("RUS", "", "r", role="attacker"), Mark("UKR", "due", "u", role="victim")])
    assert {text.text for text in tree.iter(f"{SVG}text")} == {"Russia (attacker)", "Ukraine (victim)"}
    assert {link.get("class") for link in marked(tree)} == {"attacker", "due victim"}


def test_names_of_neighbours_stand_on_opposite_sides(world):
    _, tree = drawing(world, [Mark("POL", "", "p", role="victim")], places=[PlaceMark("Kaliningrad", 54.7, 20.5)])
    assert {text.text: text.get("dy") for text in tree.iter(f"{SVG}text")} == {
        "Kaliningrad": "-.6em",
        "Poland (victim)": "1.5em",
    }


def test_disputed_units_are_shown_with_who_holds_and_who_claims_them(world):
    text, tree = drawing(world, [Mark("RUS", "due", "Russia"), Mark("UKR", "due", "Ukraine")])
    assert "Crimea: disputed. Administered by Russia; claimed by Ukraine and Russia." in text
    assert not any("crimea" in shown(link) for link in tree.iter(f"{SVG}a"))
    (disputes,) = [shown(group) for group in tree.iter(f"{SVG}g") if group.get("class") == "disputed"]
    assert "crimea" in disputes
    assert "western-sahara" in disputes


def test_a_place_with_a_mark_of_its_own_is_not_drawn_with_its_state(world):
    marks = [Mark("FRA", "inside", "France"), Mark("french-guiana", "outside", "French Guiana: outside the area")]
    _, tree = drawing(world, marks)
    by_link = {link.get("href"): shown(link) for link in marked(tree)}
    assert by_link["/ask/french-guiana"] == ["french-guiana"]
    assert "french-guiana" not in by_link["/ask/FRA"]
    assert "reunion" in by_link["/ask/FRA"]


def test_a_place_that_the_map_has_under_another_name_is_coloured_as_an_area(world):
    _, tree = drawing(world, [Mark("NLD", "inside", "Netherlands"), Mark("aruba", "outside", "Aruba")])
    by_link = {link.get("href"): shown(link) for link in marked(tree)}
    assert by_link["/ask/aruba"] == ["ABW"]
    assert "ABW" not in by_link["/ask/NLD"]
    assert "CUW" in by_link["/ask/NLD"]


def test_a_mark_can_leave_what_lies_overseas_alone(world):
    _, tree = drawing(world, [Mark("FRA", "inside", "France")], with_overseas=False)
    assert shown(marked(tree)[0]) == ["FRA"]
    assert "reunion" in shown(tree)


def test_units_of_no_state_on_record_say_so(world):
    text, _ = drawing(world, [], day=Day.parse("1860-01-01"))
    assert "<title>Canada: no state on record</title>" in text


def test_ground_without_a_state_on_record_is_told_from_ground_of_which_nothing_is_found(world):
    assert kinds_of_ground(world, Day.parse("1860-01-01")) == ("disputed", "plain", "blank")
    assert kinds_of_ground(world, TODAY) == ("disputed", "plain")


def test_marks_without_a_place_on_the_map_are_told(world):
    marks = [Mark("SUN", "due", "s"), Mark("POL", "due", "p"), Mark("kursk", "due", "k")]
    assert undrawn(world, TODAY, marks) == ("SUN",)
    assert undrawn(world, Day.parse("1985-01-01"), marks) == ()


def test_a_second_map_of_a_page_repeats_no_id(world):
    texts = [drawing(world, [])[0], drawing(world, [], name="other", with_definitions=False)[0]]
    ids = [found for text in texts for found in re.findall(r'\bid="([^"]+)"', text)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_lies_on_the_sheet(world, view):
    text, _ = drawing(world, [Mark("POL", "due", "p")], view=view)
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', text)[1].split())
    assert left >= 0
    assert top >= 0
    assert left + width <= 10_000
    assert top + height <= 4_870


def test_the_same_question_is_drawn_the_same(world):
    marks = [Mark(state, "due", state) for state in ALLIES]
    assert drawing(world, marks)[0] == drawing(world, marks[::-1])[0]


def test_the_legend_has_words_and_a_symbol_for_every_status():
    rows = {row.status: row for row in legend()}
    assert set(rows) == set(SIGNS)
    assert all(rows[status].words and rows[status].symbol for status in (*STATUSES, *ROLES))
    assert [row.status for row in legend("arguable", "due")] == ["due", "arguable"]


def test_symbols_differ_from_each_other():
    drawn = [sign for status, (_, _, sign) in SIGNS.items() if sign and status not in {"inside", "outside"}]
    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize("status", SIGNS)
def test_every_line_of_the_legend_can_be_drawn(status):
    assert f'href="#s-{status}"' in swatch(status) or not SIGNS[status][2]
    ET.fromstring(swatch(status))  # noqa: S314 - ours
