"""How often a browser styles a page: while it starts, when a word in it changes, and when it is left.

While it starts, once is enough, and a part once more that comes near or comes to life. What made it six times is in
publish/styles.mjs, at the head of macros/theme/main.html and in the theme's own choice of colours, whose place
macros/theme/partials/palette.html has taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.calculators.reader import Reader
from tests.reading.test_laid_out import SETTLED, stir

SHOWN = "[...document.querySelectorAll('*')].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length"


def traced(page: Page, act: Callable[[], object]) -> list[dict]:
    """What happens in the page's own process meanwhile. Chromium's own pages have others."""
    browser = page.context.browser
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    try:
        act()
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
    ours = urlsplit(page.url).netloc
    own = {event["pid"] for event in events if ours in json.dumps(event["args"])}
    return [event for event in events if event["pid"] in own]


def styled(events: list[dict]) -> list[int]:
    """How many elements each time."""
    return [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree"]


@pytest.mark.parametrize("name", ["index", "azathioprine", "dose", "eligibility", "facts"])
def test_a_page_is_styled_as_a_whole_no_more_than_needed(page: Page, address: str, name: str) -> None:
    events = traced(page, lambda: (page.goto(f"{address}{name}.html", wait_until="networkidle"), page.wait_for_timeout(500)))
    painted = min(event["ts"] for event in events if event["name"] == "firstContentfulPaint")
    assert all(event["ts"] < painted for event in events if event["name"] == "ParseAuthorStyleSheet")
    shown = page.evaluate(SHOWN)
    assert sum(styled(events)) < 2 * shown, (shown, styled(events))


def test_a_word_that_changes_has_no_more_looked_at_than_its_place(page: Page, address: str) -> None:
    """As a :has() on what holds it would, up to the whole content."""
    page.goto(f"{address}dose.html", wait_until="networkidle")
    page.context.browser.start_tracing(page=page, categories=["disabled-by-default-devtools.timeline.invalidationTracking"])
    page.evaluate("() => document.querySelector('.calc-status').append(document.createElement('mark'))")
    page.wait_for_timeout(500)
    events = json.loads(page.context.browser.stop_tracing())["traceEvents"]
    looked_at = {event["args"]["data"].get("nodeName") for event in events if "InvalidationTracking" in event["name"]}
    assert "MARK" in looked_at
    assert [each for each in looked_at if each and "class='md-" in each] == []


def test_a_page_that_is_left_is_not_styled_once_more(reader: Reader) -> None:
    page = reader.open("azathioprine").page
    stir(page)
    page.evaluate(SETTLED)
    left = page.locator("main *").count()
    counts = styled(traced(page, lambda: (reader.move("ciclosporin"), page.wait_for_timeout(500))))
    assert 0 < max(counts) < left / 2, counts


@pytest.mark.parametrize("name", ["azathioprine", "facts"])
def test_a_change_of_palette_shows_at_once(page: Page, address: str, name: str) -> None:
    """What the theme holds still for that moment is one of the rules that are taken out."""
    page.goto(f"{address}{name}.html")
    fading = """() => {
        document.body.dataset.mdColorScheme = 'slate'
        return document.getAnimations().filter((each) => /color/.test(each.transitionProperty))
            .map(({ effect, transitionProperty }) => `${effect.target.className}: ${transitionProperty}`)
    }"""
    assert page.evaluate(fading) == []
