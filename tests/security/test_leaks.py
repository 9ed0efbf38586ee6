"""Distinctive values typed everywhere are looked for wherever they could have gone, as the server and the browser see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from publish.serve import Handler, serving
from tests.offline.conftest import CONTROLLED

WORD = "quokkaberry"
MARK = re.compile(r"\d*73519|quokkaberry", re.IGNORECASE)
"""What is typed: numbers that end in these digits, and a word that no page holds."""

received: list[str] = []


class Recorder(Handler):
    """Keeps all that a browser sends: address, headers and body, of pages, workers and the service worker alike."""

    def parse_request(self) -> bool:
        parsed = super().parse_request()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))) if parsed else b""
        received.append(f"{self.raw_requestline!r} {self.headers} {body!r}")
        return parsed


FILL = """() => {
  const filled = []
  for (const [n, field] of [...document.querySelectorAll('main input, main textarea')].entries()) {
    if (field.disabled || field.readOnly) continue
    if (field.type === 'radio' || field.type === 'checkbox') { field.click(); continue }
    if (field.type === 'file') continue
    field.value = field.type === 'date' ? '2026-11-20' : `${40 + n}.73519`
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
    if (field.type !== 'date') filled.push(field.value)
  }
  return filled
}"""

KEPT = """async () => {
  const databases = await indexedDB.databases()
  const caught = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) caught.push(request.url, await (await cache.match(request)).text())
  }
  const files = []
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
  return {
    local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, name: window.name,
    address: location.href, state: JSON.stringify(history.state), databases: databases.map(({ name }) => name),
    caught: caught.join(' '), files,
  }
}"""

MAY_BE_KEPT = re.compile(r"palette|audience|layers")


@pytest.fixture(scope="module")
def recorded(site: Path) -> Iterator[str]:
    received.clear()
    with serving(site, handler=Recorder) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(timezone_id="UTC", locale="en-GB", service_workers="allow") as context:
        context.set_default_timeout(40_000)
        yield context


def test_nothing_typed_leaves_or_stays(context: BrowserContext, recorded: str, site: Path) -> None:
    page = context.new_page()
    for name in forms_that_ask_everything(site):
        page.goto(f"{recorded}{name}")
        page.locator("fieldset.calc-form:not([disabled])").first.wait_for()
        assert page.evaluate(FILL) or name == "planner.html", name
        expect(page.locator(".calc-result").first).to_have_attribute("aria-busy", "false", timeout=40_000)
    page.evaluate(CONTROLLED)

    search = page.locator(".md-search__input")
    search.click()
    search.press_sequentially(f"{WORD} ciclosporin")
    search.press("Enter")
    search.fill("")
    search.press_sequentially("ciclosporin")
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_timeout(500)
    page.goto(f"{recorded}about.html")

    kept = page.evaluate(KEPT)
    assert kept["caught"].count(recorded) > 50
    assert not [each for each in received if MARK.search(unquote_plus(each))]
    assert not MARK.search(str(kept))
    assert [kept[each] for each in ("session", "cookie", "name", "databases")] == [{}, "", "", []]
    assert not [key for key in kept["local"] if not MAY_BE_KEPT.search(key)]
    assert context.cookies() == []


def forms_that_ask_everything(site: Path) -> list[str]:
    """Of the pages with a form, for each thing that a form does, the one that asks most; no other asks anything more."""
    pages = {path.name: path.read_text("utf-8") for path in sorted(site.glob("*.html"))}
    asks = {name: set(re.findall(r'data-question="([\w-]+)"', page)) for name, page in pages.items()}
    does = {name: re.search(r'data-call="(\w+)"', page) for name, page in pages.items() if asks[name]}
    chosen: dict[str, str] = {}
    for name in sorted(does, key=lambda name: len(asks[name])):
        chosen[does[name].group(1) if does[name] else name] = name
    assert len(chosen) >= 4 and set().union(*asks.values()) == set().union(*(asks[name] for name in chosen.values()))
    return sorted(chosen.values())


def test_requests_say_nothing_of_the_reader(recorded: str) -> None:
    """Read after the test above: no request of it carries a cookie, or says more than which page a script belongs to."""
    assert len(received) > 50
    assert not [each for each in received if re.search(r"^Cookie:", each, re.MULTILINE | re.IGNORECASE)]
    named = {page for each in received for page in re.findall(r"^Referer: (.*)$", each, re.MULTILINE | re.IGNORECASE)}
    assert not [page for page in named if not re.fullmatch(rf"{re.escape(recorded)}[\w./-]*", page)]


def test_search_words_don_t_travel_in_addresses(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("ciclosporin")
    found = page.locator(".md-search-result__item a").first
    assert "?" not in found.get_attribute("href")
    found.click()
    expect(page.locator("h1")).to_be_visible()
    assert asked and not [each for each in asked if "?" in each]
