"""What must hold of every kind of page: accessible in light and dark, readable on a phone, whole on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from .pages import ERRORS, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Tab

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(tab: Tab) -> list[str]:
    """What axe finds, each with the first elements concerned."""
    found = Axe().run(tab.page, options=WCAG).response["violations"]
    return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]


def forget_refusals(tab: Tab, name: str) -> None:
    """The browser itself complains of a page that is answered with an error status."""
    if name in ERRORS:
        tab.complaints[:] = [one for one in tab.complaints if str(ERRORS[name]) not in one]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_accessibility_violation(tab_of: Callable[..., Tab], name: str, scheme: str) -> None:
    tab = tab_of(color_scheme=scheme)
    response = tab.page.goto(tab.site + PAGES[name])
    assert response
    assert response.status == ERRORS.get(name, 200)
    tab.picture(f"{name}-{scheme}")
    assert violations(tab) == []
    forget_refusals(tab, name)


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone(tab_of: Callable[..., Tab], name: str) -> None:
    tab = tab_of(**PHONE)
    page = tab.open(PAGES[name])
    tab.picture(f"{name}-phone")
    wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    assert violations(tab) == []
    forget_refusals(tab, name)


@pytest.mark.parametrize("name", ["answer", "map", "what-if", "treaty", "state", "clause"])
def test_page_is_whole_on_paper(tab: Tab, name: str) -> None:
    page = tab.open(PAGES[name])
    page.emulate_media(media="print")
    assert page.locator("header nav").is_hidden()
    assert page.locator("h1").is_visible()
    folded = page.evaluate("""() => {
        const tall = (one) => one.getBoundingClientRect().height;
        return [...document.querySelectorAll('main details:not([open]):not(form *)')]
            .filter((one) => tall(one) <= tall(one.querySelector('summary')) + 1)
            .map((one) => one.outerHTML.slice(0, 200));
    }""")
    assert folded == []
    cut = page.evaluate("""() => [...document.querySelectorAll('main *')]
        .filter((one) => one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 0)
        .filter((one) => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowY))
        .filter((one) => !one.closest('.unseen, select, textarea, form.question'))
        .map((one) => one.outerHTML.slice(0, 160))""")
    assert cut == [], "nothing scrolls on paper"


@pytest.mark.parametrize("name", PAGES)
def test_page_reads_without_scripts(tab_of: Callable[..., Tab], name: str) -> None:
    tab = tab_of(java_script_enabled=False)
    page = tab.open(PAGES[name])
    assert page.locator("h1").count() == 1
    assert page.locator("#main").inner_text().strip()
    assert page.locator(".scripted:visible").count() == 0
    assert page.title().endswith("· foedera")
    forget_refusals(tab, name)


def test_every_link_of_every_page_leads_somewhere(tab: Tab) -> None:
    """A sample of the links on each kind of page, no two pages of the same record twice."""
    seen: set[str] = set()
    for name in (one for one in PAGES if one not in ERRORS):
        page = tab.open(PAGES[name])
        full = "all => all.map((one) => new URL(one.getAttribute('href'), location.href).href)"
        links = page.eval_on_selector_all("a[href]", full)
        own = list(dict.fromkeys(one.partition("#")[0] for one in links if one.startswith(tab.site)))
        fresh = [one for one in own if one not in seen]
        for address in fresh[:: max(1, len(fresh) // 25)]:
            seen.add(address)
            assert page.request.get(address).status == 200, f"{name} links to {address}"
