"""Using the site: asking, the switches, the slider and its table, keys, search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .pages import KURSK, POLAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from .conftest import Tab

STATUSES = ("due", "expected", "may", "must_not", "arguable", "barred", "unknown", "inside", "outside")


def on_map(page: Page) -> dict[str, str]:
    """State to status as the map draws them."""
    links = page.locator("svg.map a[href*='obligor=']")
    found = links.evaluate_all("all => all.map((one) => [one.getAttribute('href'), one.getAttribute('class')])")
    marks = {re.search(r"obligor=([^&]+)", href)[1]: classes.split() for href, classes in found}  # type: ignore[index]
    return {state: one for state, classes in marks.items() for one in classes if one in STATUSES}


def in_table(page: Page) -> dict[str, str]:
    """State to status as the table says them."""
    rows = page.locator("tr[data-state]")
    return dict(rows.evaluate_all("all => all.map((one) => [one.dataset.state, one.dataset.status])"))


def test_question_is_asked_by_keyboard_alone(tab: Tab) -> None:
    page = tab.open("/ask")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for value in ("Ukraine", "Russia", "2024-12-10", "Kursk"):
        page.keyboard.type(value)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Ukraine attacks Russia at Kursk, 2024-12-10")
    expect(page.locator(".answer")).to_contain_text("North Korea")


def test_derivation_opens_step_by_step_and_cites_what_it_rests_on(tab: Tab) -> None:
    page = tab.open(KURSK)
    clause = page.get_by_role("link", name="rus-prk-2024/4", exact=True)
    why = page.locator("article.finding", has=clause).first.locator(".why")
    why.locator("> summary").click()
    first = why.locator(".steps > li > details > summary").first
    expect(first).to_be_visible()
    inner = why.locator(".steps details").nth(1)
    expect(inner.locator("> ul")).to_be_hidden()
    inner.locator("> summary").click()
    expect(inner.locator("> ul > li").first).to_be_visible()
    assert why.locator(".cites a[href*='/corpus/']").count() > 0


def test_switch_changes_the_answer_in_place_and_the_address_says_so(tab: Tab) -> None:
    page = tab.open(KURSK)
    page.evaluate("window.kept = true")
    before = page.locator(".answer").inner_text()
    switch = page.locator("[data-switch='prior_attack'], [data-switch='self_defence']").first
    switch.get_by_role("link", name="no", exact=True).click()
    expect(page.locator("#changes")).to_contain_text("due")
    expect(page).to_have_url(re.compile("assume="))
    assert page.evaluate("window.kept") is True, "the page was renewed in place"
    after = page.locator(".answer").inner_text()
    assert after != before
    page.go_back()
    expect(page.locator(".answer")).to_have_text(before)
    page.goto(page.url)
    expect(page.locator(".answer")).to_have_text(before)


def test_switches_work_without_scripts(tab_of: Callable[..., Tab]) -> None:
    page = tab_of(java_script_enabled=False).open(KURSK)
    page.locator("[data-switch]").first.get_by_role("link", name="no", exact=True).click()
    expect(page.locator("#changes")).to_be_visible()


def test_map_and_table_say_the_same_on_every_stop_of_the_slider(tab: Tab) -> None:
    page = tab.open(POLAND)
    slider = page.locator("#day-slider")
    slider.focus()
    seen = set()
    for _ in range(12):
        day = page.locator("[data-day]").inner_text()
        assert in_table(page) == on_map(page), day
        seen.add((day, len(in_table(page))))
        slider.press("ArrowLeft")
        page.wait_for_function("day => document.querySelector('main time, footer time').textContent !== day", arg=day)
        expect(page.locator("#day-slider")).to_be_focused()
    assert len(seen) == 12
    expect(page).to_have_url(re.compile(f"on={page.locator('[data-day]').inner_text()}"))


def test_the_status_of_a_state_changes_with_the_day(tab: Tab) -> None:
    page = tab.open("/map?actor=RUS&target=POL&on=1999-03-11")
    assert "USA" not in in_table(page)
    page = tab.open("/map?actor=RUS&target=POL&on=1999-03-12")
    assert in_table(page)["USA"] == on_map(page)["USA"] == "due"


def test_map_days_are_links_without_scripts(tab_of: Callable[..., Tab]) -> None:
    page = tab_of(java_script_enabled=False).open(POLAND)
    page.locator("a[rel=prev]").click()
    page.wait_for_url(re.compile("on=2024-12-06"), wait_until="load")
    assert in_table(page) == on_map(page)


def test_state_on_the_map_is_reached_by_keyboard_and_read_aloud(tab: Tab) -> None:
    page = tab.open(POLAND)
    link = page.get_by_role("link", name=re.compile("^Germany: must .* under .*"))
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Only what binds Germany")


REACHED = """() => {
    const links = [...document.querySelectorAll('svg.map a')];
    const reached = new Set(links.filter((one) => one.tabIndex === 0));
    const left = [...reached];
    while (left.length) {
        const here = left.pop();
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
            here.focus();
            here.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
            const there = document.activeElement;
            if (!reached.has(there)) { reached.add(there); left.push(there); }
        }
    }
    return [links.length, reached.size];
}"""


@pytest.mark.parametrize("day", ["1820-01-01", "1950-08-01", "1985-01-01", "2025-01-01"])
def test_every_state_of_the_map_is_reached_by_the_arrow_keys(tab: Tab, day: str) -> None:
    page = tab.open(f"/map?actor=FRA&target=GBR&on={day}")
    states, reached = page.evaluate(REACHED)
    assert states > 30
    assert reached == states


def test_arrow_key_goes_to_the_neighbour_and_a_line_says_where_it_is(tab: Tab) -> None:
    page = tab.open(POLAND)
    page.get_by_role("link", name=re.compile("^Germany: must")).focus()
    expect(page.locator(".pointed")).to_contain_text("Germany: must")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pointed")).to_contain_text("Czechia: must")
    while not page.locator(".pointed").inner_text().endswith(": nothing of this kind on record"):
        page.keyboard.press("ArrowDown")
    state = page.locator(".pointed").inner_text().partition(":")[0]
    expect(page.get_by_role("link", name=f"{state}: nothing of this kind on record")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(state)


def test_slider_fetches_only_what_the_day_changes_and_stays_in_hand(tab: Tab) -> None:
    page = tab.open(POLAND)
    slider = page.locator("#day-slider")
    slider.evaluate("one => { one.kept = true; }")
    slider.focus()
    with page.expect_response(re.compile("part=1")) as response:
        slider.press("ArrowLeft")
    assert "<header" not in response.value.text()
    expect(page.locator("h1")).to_have_text("Map: Russia attacks Poland, 2024-12-06")
    assert slider.evaluate("one => one.kept") is True
    assert page.locator("form.question [name=on]").input_value() == "2024-12-06"
    assert page.locator(".days [aria-current]").text_content() == "2024-12-06"
    page.locator("#day-before").click()
    expect(page).to_have_url(re.compile("on=2024-12-04$"))
    expect(page.locator("h1")).to_have_text("Map: Russia attacks Poland, 2024-12-04")
    expect(page.locator("#day-before")).to_be_focused()
    assert in_table(page) == on_map(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Map: Russia attacks Poland, 2024-12-06")


def test_slash_goes_to_the_search_and_the_search_forgives(tab: Tab) -> None:
    page = tab.open("/")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("nort korea trety 1961")
    page.keyboard.press("Enter")
    expect(page.locator("main").get_by_text("chn-prk-1961").first).to_be_visible()


def test_question_mark_lists_the_keys_and_escape_closes_the_list(tab: Tab) -> None:
    page = tab.open("/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_pasted_text_is_read_and_nothing_of_it_is_taken_for_markup(tab: Tab) -> None:
    page = tab.open("/read")
    page.locator("textarea").first.fill(
        "<img src=x onerror=alert(1)> The treaty between Russia and North Korea was signed on 1 July 2024 in Pyongyang."
    )
    page.get_by_role("button", name=re.compile("Read|Check")).first.click()
    expect(page.locator("main")).to_contain_text("contradicted")
    assert page.locator("img").count() == 0


def test_problems_of_a_scenario_are_shown_with_their_places(tab: Tab) -> None:
    page = tab.open("/scenario")
    page.locator("textarea").first.fill("kind: scenario\non: 2024-13-40\nevents: []\n")
    page.locator("main form[method=post] button").first.click()
    expect(page.locator(".problems")).to_contain_text("error[E")
    tab.complaints[:] = [one for one in tab.complaints if "40" not in one and "422" not in one]


def test_two_pictures_for_the_readme(tab_of: Callable[..., Tab]) -> None:
    tab = tab_of(viewport={"width": 1280, "height": 800})
    tab.open(KURSK)
    tab.picture("readme-answer")
    tab.open(POLAND)
    tab.picture("readme-map")
