"""Who reads: asked once, two links, and one choice that is kept only if the reader wants it kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

STORED = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => !key.includes('__')))"


def choose(page: Page, address: str, name: str, keep: bool) -> None:
    page.goto(f"{address}index.html")
    if keep:
        page.locator(".audience-keep input").check()
    page.locator(f'a[data-audience="{name}"]').click()


def test_without_script_it_is_two_links(browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}index.html")
        expect(page.locator(".audience-keep")).to_be_hidden()
        page.locator('a[data-audience="plain"]').click()
        assert page.url.endswith("/plain-words.html")


def test_nothing_is_kept_unasked(page: Page, address: str) -> None:
    choose(page, address, "plain", keep=False)
    page.wait_for_url("**/plain-words.html")
    assert page.evaluate(STORED) == {}


@pytest.mark.parametrize(("name", "opens"), [("plain", "plain-words.html"), ("professional", "index.html")])
def test_a_kept_choice_opens_its_section_and_can_be_taken_back(page: Page, address: str, name: str, opens: str) -> None:
    choose(page, address, name, keep=True)
    assert page.evaluate(STORED) == {"itp-audience": name}
    page.goto("about:blank")
    page.goto(f"{address}index.html")
    page.wait_for_url(f"**/{opens}*")
    page.goto(f"{address}index.html", referer=f"{address}plain-words.html")
    expect(page.locator(".audience-keep")).to_be_hidden()
    page.locator(".audience-kept button").click()
    expect(page.locator(".audience-keep")).to_be_visible()
    assert page.evaluate(STORED) == {}
