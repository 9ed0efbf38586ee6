"""A jump within a page, there and back, leaves the page as it is: it isn't fetched again, and what was opened stays open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.calculators.reader import Reader


def jump(page: Page, to: str) -> None:
    page.locator(f"a[href$='#{to}']").first.evaluate("link => link.click()")
    expect(page.locator(f"#{to}")).to_be_in_viewport()


def test_the_page_stays_as_the_reader_has_made_it(reader: Reader) -> None:
    page = reader.open("azathioprine").page
    opened = page.locator("details.more").first
    opened.locator("summary").click()
    page.evaluate("scrollTo(0, 0)")
    reader.requested.clear()
    jump(page, "evidence")
    jump(page, "pitfalls")
    page.go_back()
    expect(page.locator("#evidence")).to_be_in_viewport()
    page.go_back()
    page.wait_for_function("scrollY === 0")
    page.wait_for_timeout(500)
    assert [each for each in reader.requested if ".html" in each] == []
    assert opened.evaluate("each => each.open")


@pytest.mark.parametrize("reloads", [False, True])
def test_the_theme_still_leads_to_other_pages_and_back(reader: Reader, reloads: bool) -> None:
    page = reader.open("azathioprine").page
    jump(page, "evidence")
    reader.move("ciclosporin")
    if reloads:
        page.reload()
        page.locator(".md-content.laid-out").wait_for()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Azathioprine")
    expect(page.locator("#evidence")).to_be_in_viewport()
