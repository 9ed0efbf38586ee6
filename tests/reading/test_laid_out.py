"""What a page puts off laying out is laid out once somebody is there, without their coming near to it."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.calculators.reader import Reader

PUT_OFF = "[...document.querySelectorAll('.md-content *')].filter((each) => getComputedStyle(each).contentVisibility === 'auto').length"
SETTLED = f"""() => new Promise((resolve, reject) => {{
    const look = () => {{
        const left = {PUT_OFF}
        if (left === 0) resolve()
        else if (performance.now() > 90_000) reject(new Error(`${{left}} parts are not laid out`))
        else setTimeout(look, 50)
    }}
    look()
}})"""


def stir(page: Page) -> None:
    """Moves the pointer until the page has seen it."""
    for turn in itertools.count():
        page.mouse.move(100, 100 + turn % 2)
        if page.locator(".laid-out").count():
            return


@pytest.mark.parametrize("name", ["azathioprine", "facts", "options", "index", "pitfalls", "first-line", "checks", "planner"])
def test_all_of_a_page_is_laid_out_in_the_end(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}{name}.html", wait_until="networkidle")
    assert page.evaluate(PUT_OFF) > 0
    stir(page)
    page.evaluate(SETTLED)


def test_so_is_a_page_that_came_by_a_link_without_loading_anew(reader: Reader) -> None:
    reader.open("azathioprine")
    reader.move("ciclosporin")
    reader.page.evaluate(SETTLED)
    assert reader.page.locator(".pic.laid-out").count() > 1


def test_what_a_link_into_the_page_laid_out_stays_so(page: Page, address: str) -> None:
    page.goto(f"{address}azathioprine.html#evidence", wait_until="networkidle")
    stir(page)
    page.locator(".md-content.laid-out").wait_for()
    page.evaluate("location.hash = 'leads-nowhere'")
    expect(page.locator(":target")).to_have_count(0)
    assert page.evaluate(PUT_OFF) == 0


UNANCHORED = """
const sheet = new CSSStyleSheet()
sheet.replaceSync('* { overflow-anchor: none !important }')
document.adoptedStyleSheets = [sheet]
"""
"""As in WebKit: what grows above a place pushes it away."""


@pytest.mark.parametrize("arrives", ["goto", "click", "types"])
def test_a_link_lands_where_it_leads(page: Page, address: str, arrives: str) -> None:
    page.add_init_script(UNANCHORED)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}facts.html{'#rituximab-dose' if arrives == 'goto' else ''}", wait_until="networkidle")
    if arrives == "click":
        page.evaluate("document.querySelector('article a').setAttribute('href', '#rituximab-dose')")
        page.evaluate("document.querySelector('article a').click()")
    if arrives == "types":
        page.evaluate("location.hash = 'rituximab-dose'")
    entry = page.locator("#rituximab-dose")
    expect(entry).to_be_in_viewport()
    stir(page)
    page.evaluate(SETTLED)
    assert 0 <= entry.bounding_box()["y"] < 200


def test_a_reload_keeps_the_place(page: Page, address: str) -> None:
    page.add_init_script(UNANCHORED)
    page.goto(f"{address}azathioprine.html", wait_until="networkidle")
    stir(page)
    page.evaluate(SETTLED)
    part = page.locator("#pitfalls")
    part.evaluate("part => scrollTo(0, part.offsetTop)")
    page.wait_for_timeout(500)
    before = part.bounding_box()["y"]
    page.reload(wait_until="networkidle")
    # The browser takes its time to put it there.
    page.wait_for_timeout(1500)
    assert abs(part.bounding_box()["y"] - before) < 5


def test_without_script_all_of_it_is_laid_out(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}azathioprine.html")
        assert page.evaluate(PUT_OFF) == 0
