"""One page for each calculator is kept open, since Python takes its time to start."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from tests.calculators.reader import Reader


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
