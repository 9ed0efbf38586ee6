"""No rule of axe-core is broken: every page at rest, and one of each kind with something open on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.access.pages import ANSWERS, CALCULATORS, NAMES, PALETTES, WIDTHS, look, violations
from tests.calculators.reader import Reader

EVERY = [(width, palette) for width in WIDTHS for palette in PALETTES]
ALIKE = ("facts",)
"""Hundreds of entries of one make: seen at both widths and in both palettes, not in each combination."""


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)


def assert_clean(page: Page, combinations=EVERY) -> None:
    for width, palette in combinations:
        look(page, width, palette)
        assert violations(page) == [], f"at {width} px, {palette}"


@pytest.mark.parametrize("name", [*NAMES, "404"])
def test_at_rest(page, address, name):
    page.goto(f"{address}{name}.html")
    assert_clean(page, EVERY[::3] if name in ALIKE else EVERY)


def test_it_finds_what_is_broken(page, address):
    page.goto(f"{address}404.html")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=\"assets/img/mark.svg\"><a href=\"#\"></a>'")
    found = violations(page)
    assert any(each.startswith("image-alt") for each in found) and any(each.startswith("link-name") for each in found)


@pytest.mark.parametrize("width", WIDTHS)
def test_with_search_open(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}index.html")
    if width < 960:
        page.locator('.md-header__button[for="__search"]').click()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("cyclophosphamide")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    for palette in PALETTES:
        look(page, width, palette)
        # The line of sections lies behind the veil, and the list over a part of it.
        assert violations(page, ".sections-line") == [], palette


@pytest.mark.parametrize("width", WIDTHS)
def test_with_the_menu_open(page, address, width):
    page.goto(f"{address}about.html")
    look(page, width, "light")
    menu = page.locator(".sections-menu summary")
    if width < 960:
        menu.click()
    assert menu.is_visible() == (width < 960)
    assert violations(page) == []


@pytest.mark.parametrize("name", CALCULATORS)
def test_with_a_result(reader, name):
    reader.open(name).answers(ANSWERS)
    reader.shown()
    assert_clean(reader.page)


@pytest.mark.parametrize("name", CALCULATORS)
def test_with_errors(reader, name):
    reader.open(name).answers({"active_bleeding": "no", "age": "340"})
    assert reader.shown().errors
    assert_clean(reader.page)


@pytest.mark.parametrize("name", ["index", "azathioprine", "options"])
def test_with_a_number_open(page, address, name):
    page.goto(f"{address}{name}.html")
    page.locator("article a.v:visible").first.focus()
    expect(page.locator("#entry-card:popover-open")).to_be_visible()
    for palette in PALETTES:
        look(page, WIDTHS[0], palette)
        assert violations(page) == [], palette
