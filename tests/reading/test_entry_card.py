"""The card that opens from a number, a citation, a term or a defect: what it says, and how it comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from guideline_core.itp import GUIDELINE

STORES = ("facts.html", "sources.html", "unclear.html", "definitions.html")
DOSE = '.glance a[data-fact="aza-dose-weight"]'  # the theme rewrites addresses
SAID = "Azathioprine by weight: 1 to 2 mg/kg a day."


@pytest.fixture
def azathioprine(page: Page, address: str) -> Page:
    page.goto(f"{address}azathioprine.html")
    return page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{address}azathioprine.html")
        yield page


def card(page: Page) -> Locator:
    """The card, if it shows."""
    return page.locator("#entry-card:popover-open")


def test_hovering_a_number_shows_whose_it_is_how_sure_and_where_it_stands(azathioprine):
    azathioprine.locator(DOSE).first.hover()
    for words in (SAID, "aza-dose-weight", "source", "seen in the source itself", "the source, line 39", "SD-01"):
        expect(card(azathioprine)).to_contain_text(words)


def test_it_stays_while_the_mouse_is_on_it_and_goes_when_the_mouse_does(azathioprine):
    azathioprine.locator(DOSE).first.hover()
    expect(card(azathioprine)).to_be_visible()
    card(azathioprine).locator(".entry-says").hover()
    azathioprine.wait_for_timeout(600)
    expect(card(azathioprine)).to_be_visible()
    azathioprine.mouse.move(2, 500)
    expect(card(azathioprine)).to_be_hidden()


def test_escape_closes_it_without_moving_the_mouse(azathioprine):
    azathioprine.locator(DOSE).first.hover()
    expect(card(azathioprine)).to_be_visible()
    azathioprine.keyboard.press("Escape")
    expect(card(azathioprine)).to_be_hidden()


def test_the_keyboard_opens_it_steps_in_and_comes_back_to_the_same_link(azathioprine):
    link = azathioprine.locator(DOSE).first
    azathioprine.keyboard.press("Tab")
    link.focus()
    expect(card(azathioprine).get_by_text("step in")).to_be_visible()
    azathioprine.keyboard.press("ArrowDown")
    expect(card(azathioprine)).to_be_focused()
    azathioprine.keyboard.press("Tab")
    expect(card(azathioprine).locator(".entry a").first).to_be_focused()
    azathioprine.keyboard.press("Escape")
    expect(card(azathioprine)).to_be_hidden()
    expect(link).to_be_focused()


def test_the_tab_key_goes_on_to_the_next_link_and_the_card_with_it(azathioprine):
    azathioprine.keyboard.press("Tab")
    azathioprine.locator(DOSE).first.focus()
    expect(card(azathioprine)).to_contain_text(SAID)
    azathioprine.keyboard.press("Tab")
    expect(azathioprine.locator(":focus")).to_have_attribute("data-fact", "aza-cap")
    expect(card(azathioprine)).to_contain_text("aza-cap")


def test_enter_still_follows_the_link(azathioprine):
    azathioprine.keyboard.press("Tab")
    azathioprine.locator(DOSE).first.focus()
    expect(card(azathioprine)).to_be_visible()
    azathioprine.keyboard.press("Enter")
    azathioprine.wait_for_url("**/facts.html#aza-dose-weight")


def test_on_a_phone_one_touch_opens_it_from_below_and_a_second_follows_the_link(phone):
    link = phone.locator(DOSE).first
    link.tap()
    expect(card(phone)).to_contain_text(SAID)
    assert phone.url.endswith("azathioprine.html")
    box = card(phone).bounding_box()
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 800)
    card(phone).locator(".card-close").tap()
    expect(card(phone)).to_be_hidden()
    link.tap()
    expect(card(phone)).to_be_visible()
    link.tap()
    phone.wait_for_url("**/facts.html#aza-dose-weight")


def test_its_link_can_be_copied(azathioprine, address):
    azathioprine.context.grant_permissions(["clipboard-write"])
    azathioprine.locator(DOSE).first.hover()
    card(azathioprine).get_by_text("Copy link").click()
    expect(card(azathioprine)).to_contain_text("Link copied")
    azathioprine.evaluate("document.body.append(document.createElement('textarea'))")  # the site lets no script read the clipboard
    pasted = azathioprine.locator("body > textarea")
    pasted.press("Control+v")
    expect(pasted).to_have_value(f"{address}facts.html#aza-dose-weight")


def test_it_does_not_open_late_where_nobody_looks_any_more(azathioprine):
    azathioprine.route("**/facts.html", lambda route: (azathioprine.wait_for_timeout(700), route.continue_()))
    with azathioprine.expect_response("**/facts.html"):
        azathioprine.locator(DOSE).first.hover()
        azathioprine.wait_for_timeout(300)
        azathioprine.mouse.move(2, 500)
    azathioprine.wait_for_timeout(300)
    expect(card(azathioprine)).to_be_hidden()


def test_where_the_register_cannot_be_had_the_link_still_leads_there(azathioprine):
    azathioprine.route("**/facts.html", lambda route: route.abort())
    azathioprine.locator(DOSE).first.hover()
    azathioprine.wait_for_timeout(600)
    expect(card(azathioprine)).to_be_hidden()
    azathioprine.unroute("**/facts.html")
    azathioprine.locator(DOSE).first.click()
    azathioprine.wait_for_url("**/facts.html#aza-dose-weight")


def test_without_script_the_link_leads_to_the_entry(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}azathioprine.html")
        page.locator(DOSE).first.click()
        expect(page.locator("#aza-dose-weight")).to_be_in_viewport()
        expect(page.locator("#entry-card")).to_be_hidden()


def test_every_fact_defect_source_and_term_has_an_entry_to_show(site: Path):
    """What the script looks for around the anchor that a link names: an article, or a term with its meaning."""
    pages = {name: LexborHTMLParser((site / name).read_text(encoding="utf-8")) for name in STORES}
    shelves = dict(zip(STORES, (GUIDELINE.facts, GUIDELINE.sources, GUIDELINE.defects, GUIDELINE.definitions)))
    for name, shelf in shelves.items():
        assert shelf
        for id in shelf:
            entry = entry_around(pages[name].css_first(f'[id="{id}"]'))
            assert entry is not None and entry.text(strip=True), f"{name}#{id}"


def entry_around(node: LexborNode | None) -> LexborNode | None:
    while node is not None and node.tag != "article" and "terms" not in (node.parent.attributes.get("class") or "").split():
        node = node.parent if node.parent.tag not in ("body", "-undef") else None
    return node
