"""The same bytes from CPython and from the page's own worker in Chromium; and the proofs, run again by a reader."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from guideline_core.browser import call
from tests.casefiles import cases
from tests.engines.node import Call, differences

CALLS: list[Call] = [(name, json.dumps(case.request())) for case in cases() for name in case.calls]

# The runtime hands out what an answer says; here its text is wanted, as it came from the worker.
LISTEN = """async () => {
    window.texts = {}
    window.Worker = class extends Worker {
      constructor(...all) {
        super(...all)
        this.addEventListener('message', ({ data: { id, json } }) => { if (json) texts[id] = json })
      }
    }
    const beside = document.querySelector('script[src$="/wanted.js"]').src
    window.runtime = (await import(beside.replace('wanted.js', 'runtime.js'))).runtime
}"""
ASK = """async (calls) => {
    const first = Object.keys(texts).length
    await Promise.all(calls.map(([name, text]) => runtime.call(name, JSON.parse(text))))
    return calls.map((_, n) => texts[first + n + 1])
}"""


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str) -> Iterator[Callable[[list[Call]], list[str]]]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}about.html")
        page.evaluate(LISTEN)
        yield lambda calls: page.evaluate(ASK, calls)


def test_named_cases(ask: Callable[[list[Call]], list[str]], browser: Browser, record_property) -> None:
    """Every case through the calls that it was written for."""
    ours = [call(*each) for each in CALLS]
    theirs = ask(CALLS)
    if ours != theirs:
        raise AssertionError("\n".join(differences(CALLS, ours, theirs)))
    record_property("agrees", (f"Chromium {browser.version.partition('.')[0]}, in the page", "cases", len(theirs)))
    assert len(theirs) > 500 and len({hashlib.sha256(text.encode()).digest() for text in theirs}) > 400


def test_a_difference_would_be_seen(ask: Callable[[list[Call]], list[str]]) -> None:
    (theirs,) = ask([("response", "{}")])
    assert theirs == call("response", "{}") != call("response", '{"answers": {"age": 17}}')


# The page of checks


def test_a_reader_proves_it_again(page: Page, address: str) -> None:
    """The bar moves within a property; at the end all came out as in the build."""
    page.goto(f"{address}checks.html")
    proofs = page.locator("[data-property]")
    bar = page.locator(".proofs-bar")
    page.evaluate("""() => {
        window.moved = []
        const element = document.querySelector('itp-proofs'), bar = element.querySelector('.proofs-bar')
        new MutationObserver(() => moved.push([bar.value, element.querySelectorAll('[data-again]').length]))
          .observe(bar, { attributes: true })
    }""")
    page.get_by_role("button", name="Prove it all again").click()
    expect(bar).to_be_visible()
    total, count = page.evaluate("[document.querySelector('.proofs-bar').max, document.querySelectorAll('[data-property]').length]")
    expect(page.locator(".proofs-said")).to_have_text(re.compile(rf"^{count} of {count} came out as in the build"), timeout=180_000)
    assert proofs.count() == count == page.locator('[data-again="same"]').count()
    moved = page.evaluate("moved")
    values = [value for value, _ in moved]
    assert values[:-1] == sorted(values[:-1]) and values[-2] > 0.99 * total, "never back, and full at the end"
    assert max([done for _, done in moved].count(n) for n in range(count)) > 5, "it stands still within a property"
    expect(bar).to_be_hidden()


def test_a_reader_stops_it(page: Page, address: str) -> None:
    page.goto(f"{address}checks.html")
    page.get_by_role("button", name="Prove it all again").click()
    expect(page.locator(".proofs-said")).to_contain_text("Proving 1 of")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.locator(".proofs-said")).to_have_text("Stopped.")
    expect(page.get_by_role("button", name="Prove it all again")).to_be_focused()
    assert page.locator("[data-again]").count() == 0
