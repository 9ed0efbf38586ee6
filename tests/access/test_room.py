"""Nothing is lost where a reader needs more room: narrow windows, 200 % zoom, wider text; or where no style sheet comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.access.pages import ANSWERS, CALCULATORS, LAID_OUT, NAMES
from tests.calculators.reader import Reader

NARROW = 320
ZOOMED = 640
"""A window of 1280 px at 400 % and at 200 %."""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 asks a page to bear."""

CUT_OFF = """
() => {
  const hidden = (style) => /hidden|clip/.test(style.overflowX + style.overflowY)
  return [...document.querySelectorAll('main *, footer *, .strip')].filter((node) => {
    const style = getComputedStyle(node)
    const box = node.getBoundingClientRect()
    const spoken = node.closest('.visually-hidden, svg, [hidden]') || box.width < 2 || box.height < 2
    if (spoken || !hidden(style) || !node.textContent.trim()) return false
    return node.scrollWidth > node.clientWidth + 2 || node.scrollHeight > node.clientHeight + 2
  }).map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 60)}`)
}
"""

OUTSIDE = """
() => {
  const wide = document.documentElement.clientWidth
  const scrolls = (node) => node && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement))
  const out = [...document.querySelectorAll('main *, header .brand, footer *')].filter((node) => {
    const box = node.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && box.right > wide + 1 && !node.closest('.visually-hidden, svg') && !scrolls(node)
  })
  const first = out.slice(0, 3).map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 60)}`)
  return document.documentElement.scrollWidth > wide ? [`the page scrolls sideways: ${document.documentElement.scrollWidth} px`, ...first] : first
}
"""


@pytest.fixture
def roomy(browser: Browser):
    """A page that may be given another style, which its policy would forbid."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def lost(page: Page) -> list[str]:
    """What is lost once the page has come to rest: the theme's search field moves to its new place."""
    for _ in range(10):
        found = page.evaluate(CUT_OFF) + page.evaluate(OUTSIDE)
        if not found:
            break
        page.wait_for_timeout(200)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost(roomy, address, name):
    roomy.goto(f"{address}{name}.html")
    roomy.evaluate(LAID_OUT)
    for width in (NARROW, ZOOMED):
        roomy.set_viewport_size({"width": width, "height": 900})
        assert lost(roomy) == [], f"at {width} px"
    roomy.add_style_tag(content=SPACED)
    for width in (390, 1280):
        roomy.set_viewport_size({"width": width, "height": 900})
        assert lost(roomy) == [], f"at {width} px, with text spaced out"


def test_it_finds_what_is_cut_off(roomy, address):
    roomy.goto(f"{address}404.html")
    roomy.add_style_tag(content="h1 { width: 60px; height: 20px; overflow: hidden } .lede { min-width: 2000px }")
    found = lost(roomy)
    assert any(each.startswith("H1.") for each in found) and any("sideways" in each for each in found)


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_calculator_answers_without_a_style_sheet(page, address, name):
    page.route("**/*.css", lambda route: route.abort())
    reader = Reader(page, address).open(name)
    reader.answers(ANSWERS)
    assert reader.shown().text
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "static", "a style sheet came"
