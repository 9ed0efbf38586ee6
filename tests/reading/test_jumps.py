"""A jump within a page, there and back, leaves the page as it is: nothing is fetched, and what was opened stays open."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def jump(page: Page, to: str) -> None:
    page.locator(f"a[href$='#{to}']").first.evaluate("link => link.click()")
    expect(page.locator(f"#{to}")).to_be_in_viewport()


def fetched(page: Page) -> list[str]:
    asked = []
    page.on("request", lambda request: request.resource_type in ("xhr", "fetch") and asked.append(request.url))
    return asked


def test_the_page_stays_as_the_reader_has_made_it(page: Page, address: str) -> None:
    page.goto(f"{address}azathioprine.html")
    asked = fetched(page)
    opened = page.locator("details.more").first
    opened.locator("summary").click()
    page.evaluate("scrollTo(0, 0)")
    jump(page, "evidence")
    jump(page, "pitfalls")
    page.go_back()
    expect(page.locator("#evidence")).to_be_in_viewport()
    page.go_back()
    page.wait_for_function("scrollY === 0")
    page.wait_for_timeout(500)
    assert asked == []
    assert opened.evaluate("each => each.open")


def test_the_theme_still_leads_to_other_pages_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}azathioprine.html")
    jump(page, "evidence")
    page.locator("a[href$='ciclosporin.html']").first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_contain_text("Ciclosporin")
    page.reload()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Azathioprine")
    expect(page.locator("#evidence")).to_be_in_viewport()
