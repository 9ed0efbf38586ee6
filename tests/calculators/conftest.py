"""A browser on the built site; one page for each calculator is kept open, since Python takes its time to start."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from publish.serve import serving
from tests.calculators.reader import Reader

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "no Chromium: `make test` fetches one, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, with nothing remembered."""
    with browser.new_context(timezone_id="UTC", locale="en-GB") as context:
        yield context.new_page()


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)


@pytest.fixture(scope="session")
def at(browser: Browser, address: str) -> Iterator[Callable[[str], Reader]]:
    """The reader who stays at a calculator, with nothing answered."""
    with browser.new_context(timezone_id="UTC", locale="en-GB") as context:
        staying = cache(lambda name: Reader(context.new_page(), address).open(name))

        def cleared(name: str) -> Reader:
            reader = staying(name)
            reader.calculator.evaluate("calculator => calculator.querySelector('.calc-clear').click()")
            return reader

        yield cleared
