"""The security policy: what it says, that the pages live with it, and that the hosts' files say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from publish.policy import inline_scripts

INLINE = {
    "sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "the scope of what is kept, on a page at the root",
    "sha256-J4ZUutoN+JhRNlxILRed4aBYoNrTSIgiuiIJuV9Uzc0=": "the palette, before the first paint",
    "sha256-uQtc6LKR30V37uBDDYSUleMo+HQ2IR47vRh7PTWrgPk=": "what the layout hangs on, before it",
    "sha256-exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY=": "a tab that the address names",
    "sha256-apoQPHefCNWjxbCm+HzVDOAW4CSVWhY7VylQjgOFyfk=": "the scope of what is kept, on the page for lost addresses",
}
"""Every inline script that may run. Two are ours, under macros/theme/; one that is new has to be read before it is added here."""

NO_WORKER = "Service Worker registration blocked by Playwright"
"""The tests' own doing, see tests/conftest.py; said where a page is stayed on for long enough."""
FORBIDDEN = ("unsafe-inline", "unsafe-eval'", "unsafe-hashes", "http:", "https:", "*", "blob:")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    found = {path.name: LexborHTMLParser(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    assert len(found) > 20
    return found


def test_no_inline_script_but_those_that_were_read(site: Path) -> None:
    assert set(inline_scripts(site)) == set(INLINE)


def test_every_page_carries_one_and_the_same_policy_before_anything_else(pages) -> None:
    policies = set()
    for name, page in pages.items():
        (meta,) = page.css('meta[http-equiv="Content-Security-Policy"]')
        policies.add(meta.attributes["content"])
        head = page.css_first("head").html
        assert re.search(r"<(script|link|style)\b", head).start() > head.index("Content-Security-Policy"), name
    (policy,) = policies
    assert all(f"'{hash}'" in policy for hash in INLINE)
    assert not [each for each in FORBIDDEN if each in policy.replace("'wasm-unsafe-eval'", "")]


def test_nothing_in_a_page_needs_more(pages) -> None:
    for name, page in pages.items():
        assert not page.css("style, [style], iframe, object, embed, base"), name
        handlers = [attribute for node in page.css("*") for attribute in node.attributes if attribute.startswith("on")]
        assert not handlers, name


def test_hosts_are_told_the_same(site: Path, pages) -> None:
    meta = pages["index.html"].css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    told = {
        "_headers": dict(re.findall(r"^  ([\w-]+): (.*)$", (site / "_headers").read_text().split("\n\n")[0], re.M)),
        ".htaccess": dict(re.findall(r'^Header always set ([\w-]+) "(.*)"$', (site / ".htaccess").read_text(), re.M)),
        ".nginx.conf": dict(re.findall(r'^add_header ([\w-]+) "(.*)" always;$', (site / ".nginx.conf").read_text(), re.M)),
        "vercel.json": {
            each["key"]: each["value"] for each in json.loads((site / "vercel.json").read_text())["headers"][0]["headers"]
        },
    }
    assert {json.dumps(each, sort_keys=True) for each in told.values()} == {json.dumps(told["_headers"], sort_keys=True)}
    assert told["_headers"]["Content-Security-Policy"] == f"{meta}; frame-ancestors 'none'"
    assert {"Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options"} < set(told["_headers"])


def test_pages_work_under_the_policy(site: Path, browser: Browser, address: str) -> None:
    """Every page, search and the palette: nothing is refused, and nothing complains."""
    with browser.new_context() as context:
        page, trouble = context.new_page(), []
        page.on("console", lambda message: message.type in ("error", "warning") and message.text != NO_WORKER and trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        for path in sorted(site.glob("*.html")):
            response = page.goto(f"{address}{path.name}")
            assert "frame-ancestors" in response.headers["content-security-policy"]
            assert trouble == [], path.name
        page.goto(f"{address}index.html")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("azathioprine")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("itp-palette button").click()
        assert trouble == []


def test_a_script_from_a_page_s_text_does_not_run(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page, refused = context.new_page(), []
        page.on("console", lambda message: "Content Security Policy" in message.text and refused.append(message.text))
        page.goto(f"{address}index.html")
        page.evaluate("""() => {
            window.ran = []
            const script = document.createElement('script')
            script.textContent = "ran.push('inline')"
            document.body.append(script)
            document.body.insertAdjacentHTML('beforeend', '<img src="none.png" onerror="ran.push(1)" style="color: red">')
        }""")
        page.wait_for_timeout(300)
        assert page.evaluate("ran") == []
        assert len(refused) >= 3
