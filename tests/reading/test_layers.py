"""A reader may hide the statements of a layer: which ones go, what stays whatever is chosen, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Layer

ADDED = '#place ~ ul.facts [data-fact="aza-off-label"].says'
STAYS = ".glance, .gates, .regimens, .dose-table, .care, .calc, .admonition, figcaption, caption"
"""What no choice of a reader may change: the card, the safety questions, doses, pitfalls, calculators, warnings."""


@pytest.fixture
def without_added(page: Page, address: str) -> Page:
    page.goto(f"{address}azathioprine.html")
    expect(page.locator(ADDED)).to_be_visible()
    page.get_by_label("added", exact=True).uncheck()
    return page


def test_hides_what_is_added_and_says_so_at_the_top(without_added):
    expect(without_added.locator(ADDED)).to_be_hidden()
    assert without_added.locator("main [data-layer=added]:visible").count() == 0
    assert without_added.locator("main .says-source:visible").count() > 10
    notice = without_added.get_by_role("note").filter(has_text="Not everything shows")
    expect(notice).to_contain_text("what others add to the source")
    expect(notice.locator(".off-site")).to_be_hidden()


def test_keeps_the_choice_from_page_to_page_and_gives_it_back(without_added, address):
    without_added.goto(f"{address}ciclosporin.html")
    expect(without_added.get_by_label("added", exact=True)).not_to_be_checked()
    assert without_added.locator("main [data-layer=added]:visible").count() == 0
    without_added.get_by_role("button", name="Show everything").click()
    expect(without_added.get_by_label("added", exact=True)).to_be_checked()
    assert without_added.locator("main [data-layer=added]:visible").count() > 5
    assert without_added.evaluate("Object.keys(localStorage).filter(key => key.startsWith('itp'))") == []


def test_a_page_that_holds_nothing_back_says_nothing(without_added, address):
    without_added.goto(f"{address}pitfalls.html")
    expect(without_added.get_by_text("Not everything shows")).to_be_hidden()


def test_an_entry_that_was_asked_for_by_its_address_shows(without_added, address):
    without_added.goto(f"{address}facts.html#aza-quiquandon-time")
    expect(without_added.locator("article[data-fact=aza-quiquandon-time]")).to_be_visible()
    expect(without_added.locator("article[data-fact=aza-ontario-onset]")).to_be_hidden()


def test_paper_holds_everything(without_added):
    without_added.emulate_media(media="print")
    expect(without_added.locator(ADDED)).to_be_visible()
    expect(without_added.get_by_text("Not everything shows")).to_be_hidden()


def test_without_a_place_to_keep_it_the_choice_still_works(page, address):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    page.goto(f"{address}azathioprine.html")
    page.get_by_label("added", exact=True).uncheck()
    expect(page.locator(ADDED)).to_be_hidden()


def test_what_can_be_hidden_is_what_its_layer_says_and_never_a_warning(site: Path):
    warnings = {fact.id for therapy in GUIDELINE.therapies.values() for fact in (*therapy.avoid, *therapy.safety)}
    caps = {regimen.cap.id for _, regimen in GUIDELINE.regimens() if regimen.cap}
    gates = {fact.id for therapy in GUIDELINE.therapies.values() for gate in therapy.gates for fact in gate.facts}
    pitfalls = {fact.id for pitfall in GUIDELINE.pitfalls.values() for fact in pitfall.facts}
    assert warnings and caps and gates and pitfalls
    hideable = 0
    for path in site.glob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert not tree.css(f":is({STAYS}) [data-layer]"), path.name
        for node in tree.css("[data-layer]"):
            ids = {each.attributes["data-fact"] for each in (node, *node.css("[data-fact]")) if "data-fact" in each.attributes}
            layers = {GUIDELINE.facts[id].layer for id in ids}
            assert layers == {Layer(node.attributes["data-layer"])} and Layer.SOURCE not in layers, (path.name, ids)
            assert not ids & (warnings | caps | gates | pitfalls), (path.name, ids)
            hideable += 1
    assert hideable > 200
