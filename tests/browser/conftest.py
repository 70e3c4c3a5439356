"""A real site and a real browser: Debian's Chromium, driven by Playwright. Without Chromium these tests are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = os.environ.get("FOEDERA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"
"""Screenshots are kept here, for people to look at."""
PATIENCE = 30_000
"""Milliseconds until something that is waited for counts as missing: a busy machine is slow, not wrong."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process runs them all, so that they share a site and a browser; none runs without a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here: the pages are not tested in a browser"))


@pytest.fixture(scope="package")
def site() -> Iterator[str]:
    """The address of a running site, served as a user would."""
    command = [sys.executable, "-m", "foedera", "serve", "--port", "0", "--no-log"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        try:
            yield next(word for word in line.split() if word.startswith("http://")).rstrip("/")
        finally:
            process.terminate()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser, one for all tests here; its driver keeps an event loop running, so it must end with them."""
    with sync_playwright() as driver:
        expect.set_options(timeout=PATIENCE)
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Tab:
    """One page of the site, and everything that must not have happened on it.

    Attributes:
        complaints: errors on the console, of scripts, and of the content security policy.
        strangers: addresses of other hosts that were asked for something.
    """

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen."""
        self.page.on("console", lambda one: self.complaints.append(one.text) if one.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda one: None if one.url.startswith(self.site) else self.strangers.append(one.url))

    def open(self, path: str) -> Page:
        """Go to a path of the site."""
        self.page.goto(self.site + path)
        return self.page

    def picture(self, name: str, *, full: bool = False) -> None:
        """Keep a screenshot."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=full)


@pytest.fixture
def tab_of(browser: Browser, site: str) -> Iterator[Callable[..., Tab]]:
    """Makes tabs in contexts of one's choice; at the end of the test nothing may have gone wrong on any of them."""
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []

    def make(**options: object) -> Tab:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        contexts[-1].set_default_timeout(PATIENCE)
        tabs.append(Tab(contexts[-1].new_page(), site))
        return tabs[-1]

    yield make
    for one in contexts:
        one.close()
    assert [said for one in tabs for said in one.complaints] == []
    assert [asked for one in tabs for asked in one.strangers] == []


@pytest.fixture
def tab(tab_of: Callable[..., Tab]) -> Tab:
    """A tab on a desk."""
    return tab_of()
