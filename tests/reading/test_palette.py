"""Light, dark, or as the system has it: from the first paint on, kept only where it is chosen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.calculators.reader import Reader
from tests.conftest import ROOT

TOKENS = (ROOT / "docs" / "assets" / "css" / "tokens.css").read_text("utf-8")
PAPER = dict(re.findall(r'\[data-md-color-scheme="(\w+)"\] \{.*?--paper: (#\w+);', TOKENS, re.DOTALL))
SCHEME = {"light": "default", "dark": "slate"}
BAR = "() => [...document.querySelectorAll('meta[name=theme-color]')].find((each) => matchMedia(each.media).matches).content"
KEPT = "() => ({ ...localStorage })"


def shows(page: Page, palette: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEME[palette])
    expect(page.locator("body")).to_have_css("background-color", rgb(PAPER[SCHEME[palette]]))


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def switch(page: Page):
    return page.locator("itp-palette button")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_first_paint_is_the_systems(page: Page, address: str, system: str) -> None:
    page.route(re.compile(r"\.js$"), lambda route: route.abort())
    page.emulate_media(color_scheme=system)
    page.goto(f"{address}index.html")
    shows(page, system)


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_choice_goes_round_and_only_a_choice_is_kept(page: Page, address: str, system: str) -> None:
    page.emulate_media(color_scheme=system)
    page.goto(f"{address}index.html")
    expect(switch(page)).to_have_accessible_name("Colours as the system has them. Change to light")
    assert page.evaluate(KEPT) == {}
    for chosen, says in (("light", "Light colours. Change to dark"), ("dark", "Dark colours. Change to the system's")):
        switch(page).focus()
        page.keyboard.press("Enter")
        shows(page, chosen)
        expect(switch(page)).to_have_accessible_name(says)
        expect(switch(page)).to_be_focused()
        assert page.evaluate(KEPT) == {"itp-palette": chosen}
        assert page.evaluate(BAR) == PAPER[SCHEME[chosen]]
    switch(page).click()
    shows(page, system)
    assert page.evaluate(BAR) == PAPER[SCHEME[system]]
    assert page.evaluate(KEPT) == {}


def test_it_follows_the_system_until_something_is_chosen(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}index.html")
    page.emulate_media(color_scheme="dark")
    shows(page, "dark")
    switch(page).click()
    shows(page, "light")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    shows(page, "light")


def test_the_choice_goes_along_from_page_to_page(reader: Reader) -> None:
    page = reader.open("azathioprine").page
    page.emulate_media(color_scheme="dark")
    switch(page).click()
    reader.move("ciclosporin")
    shows(page, "light")
    assert page.evaluate(BAR) == PAPER["default"]
    page.route(re.compile(r"\.js$"), lambda route: route.abort())
    page.reload()
    shows(page, "light")


def test_a_browser_that_keeps_nothing_still_changes_colours(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}index.html")
    switch(page).click()
    switch(page).click()
    shows(page, "dark")


def test_without_script_there_is_nothing_to_press(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}index.html")
        expect(switch(page)).to_be_hidden()
