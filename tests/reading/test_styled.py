"""How often a browser styles a page while it starts.

Once is needed. Twice more is the theme's doing: it says anew which colours a page is made for. What made it six times is
in publish/styles.mjs and at the head of macros/theme/main.html.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

PASSES = 3


@pytest.mark.parametrize("name", ["index", "azathioprine", "dose", "facts"])
def test_a_page_is_styled_as_a_whole_no_more_than_needed(page: Page, address: str, name: str) -> None:
    browser = page.context.browser
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    try:
        page.goto(f"{address}{name}.html", wait_until="networkidle")
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
    here = {event["pid"] for event in events if event["name"] == "ParseHTML" and address in json.dumps(event["args"])}
    styled = [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree" and event["pid"] in here]
    shown = min(event["ts"] for event in events if event["name"] == "firstContentfulPaint" and event["pid"] in here)
    assert all(event["ts"] < shown for event in events if event["name"] == "ParseAuthorStyleSheet" and event["pid"] in here)
    assert sum(each > 0.75 * max(styled) for each in styled) <= PASSES, styled

