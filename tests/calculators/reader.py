"""A calculator as a reader uses it: pages opened, answers typed and clicked, results read off the page."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.conftest import SITE

PATIENCE = 40
"""Seconds for Python to start on a slow machine and answer."""

TODAY = "2026-11-22"

READ = """
calculator => {
  const eye = (node) => {
    const copy = node.cloneNode(true)
    copy.querySelectorAll('.visually-hidden').forEach((each) => each.remove())
    copy.querySelectorAll('sup').forEach((each) => each.prepend('^'))
    copy.querySelectorAll('li, p, dt, dd, div, h2, h3, h4, h5, summary, .outcome').forEach((each) => each.append(' '))
    return copy.textContent.replace(/\\s+/g, ' ').trim()
  }
  const kinds = ['regimen', 'therapy', 'criterion', 'detail', 'gate', 'side', 'derived']
  const pieces = (kind) => [...calculator.querySelectorAll(`.calc-answer [data-${kind}]`)].map((node) => [
    node.dataset[kind], { outcome: node.dataset.outcome ?? '', text: eye(node) },
  ])
  const wrong = [...calculator.querySelectorAll('.q.is-wrong')].map((node) => [
    node.dataset.question, eye(node.querySelector('.q-error')),
  ])
  return JSON.stringify({
    ...calculator.shown,
    text: eye(calculator.querySelector('.calc-answer')),
    pieces: Object.fromEntries(kinds.map((kind) => [kind, pieces(kind)])),
    links: [...calculator.querySelectorAll('.calc-answer a')].map((each) => each.getAttribute('href')),
    errors: Object.fromEntries(wrong),
    summary: [...calculator.querySelectorAll('.calc-errors:not([hidden]) li')].map(eye),
  })
}
"""


COME_NEAR = "if (!document.querySelector('itp-calculator:defined')) document.querySelector('itp-calculator').scrollIntoView()"
"""One that lies far down a page comes to life then."""


TYPE = """
(calculator, rows) => rows.map(([id, raw]) => {
  const question = calculator.querySelector(`[data-question="${id}"]`)
  const [box] = question.querySelectorAll('input')
  const units = question.querySelector('select')
  question.closest('details')?.setAttribute('open', '')
  switch (question.dataset.kind) {
    case 'choice':
    case 'set':
      for (const value of [raw].flat()) question.querySelector(`input[value="${value}"]`).click()
      return raw
    case 'date':
      box.value = raw
      box.dispatchEvent(new Event('input', { bubbles: true }))
      return raw
    default:
      box.focus()
      box.select()
      document.execCommand('insertText', false, raw.value ?? raw)
      if (units && raw.unit && units.value !== raw.unit) {
        units.value = raw.unit
        units.dispatchEvent(new Event('input', { bubbles: true }))
      }
      return { value: box.value, unit: units ? units.value : box.parentElement.dataset.unit }
  }
})
"""


@dataclass(frozen=True)
class Shown:
    """What stands on the page: the answer, what it answers, and the words as the eye reads them."""

    text: str
    pieces: dict[str, list]
    links: list[str]
    errors: dict[str, str]
    summary: list[str]
    request: dict = field(default_factory=dict)
    answer: dict = field(default_factory=dict)

    def piece(self, kind: str, id: str) -> dict:
        return dict(self.pieces[kind])[id]


class Reader:
    """One reader in one page. Answers stay from one page of the site to the next only where the page says so."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.trouble: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.trouble.append(message.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))
        # Moving without a reload works only where the sitemap names the address that is served. It is read here, not
        # fetched: a page may close meanwhile.
        page.route("**/sitemap.xml", lambda route: route.fulfill(
            content_type="application/xml", body=re.sub(r"http://[^/<]+/", address, (SITE / "sitemap.xml").read_text("utf-8"))
        ))

    def open(self, name: str, today: str = TODAY) -> Reader:
        self.it_is(today)
        self.page.goto(f"{self.address}{name}.html")
        return self._arrived()

    def move(self, name: str) -> Reader:
        """Goes on to another page of the site by a link, without loading anew."""
        self.page.evaluate("() => { window.stayed = true }")
        self.calculator.evaluate("calculator => { calculator.className += ' left-behind' }")
        self.page.locator(f'.md-container a[href$="/{name}.html"]:visible').first.click()
        self.page.wait_for_url(f"**/{name}.html")
        self.page.locator("itp-calculator:not(.left-behind)").wait_for()
        self._arrived()
        assert self.page.evaluate("window.stayed"), "the page was loaded anew"
        return self

    def _arrived(self) -> Reader:
        self.calculator.evaluate(f"() => {{ {COME_NEAR} }}")
        self.form.and_(self.page.locator(":enabled")).wait_for()
        self.questions = dict(self.calculator.evaluate(
            "c => [...c.querySelectorAll('[data-question]')].map((q) => [q.dataset.question, q.dataset.kind])"
        ))
        return self

    def it_is(self, today: str) -> None:
        self.page.clock.set_fixed_time(f"{today}T12:00:00Z")

    # its parts

    @property
    def calculator(self) -> Locator:
        return self.page.locator("itp-calculator")

    @property
    def form(self) -> Locator:
        return self.calculator.locator(".calc-form")

    @property
    def result(self) -> Locator:
        return self.calculator.locator(".calc-result")

    @property
    def status(self) -> Locator:
        return self.calculator.locator(".calc-status")

    def question(self, id: str) -> Locator:
        return self.calculator.locator(f'[data-question="{id}"]')

    # what a reader does

    def answers(self, answers: dict) -> dict:
        """Types and clicks, at a machine's speed, what the form asks for. Returns what should be sent."""
        rows = [(id, raw) for id, raw in answers.items() if id in self.questions and not is_unknown(raw)]
        sent = self.calculator.evaluate(TYPE, rows)
        return {id: without_empty(each) for (id, _), each in zip(rows, sent, strict=True)}

    def type(self, id: str, text: str) -> None:
        """Types into a field, key by key, over what stands there."""
        box = self.question(id).locator("input")
        box.click(click_count=3)
        box.press_sequentially(text)

    def choose(self, id: str, value: str) -> None:
        """Clicks an answer, or a unit."""
        units = self.question(id).locator("select")
        if units.count():
            units.select_option(value)
        else:
            self.question(id).locator(f'label:has(input[value="{value}"])').click()

    def leave(self) -> None:
        """Leaves the field, so that what was typed is done."""
        self.page.evaluate("document.activeElement.blur()")

    def confirm(self, id: str) -> bool:
        """Says that it is right, where the page asks for that."""
        button = self.question(id).locator(".q-confirm")
        if not button.is_visible():
            return False
        button.click()
        return True

    def clear(self) -> None:
        self.calculator.locator(".calc-clear").click()

    # what a reader sees

    def shown(self) -> Shown:
        """The result, once there is one for what is answered now."""
        until = time.monotonic() + PATIENCE
        while self.result.get_attribute("aria-busy") == "true":
            assert time.monotonic() < until, f"no result within {PATIENCE} s: {self.status.inner_text()}"
            time.sleep(0.01)
        return Shown(**json.loads(self.calculator.evaluate(READ)))

    def still_fine(self) -> None:
        """Nothing went wrong so far, and nobody else was asked for anything."""
        assert self.trouble == []
        assert self.requested, "no request was seen at all"
        assert [url for url in self.requested if not url.startswith((self.address, "data:", "blob:"))] == []


def without_empty(sent: object) -> object:
    return {name: value for name, value in sent.items() if value} if isinstance(sent, dict) else sent


def is_unknown(raw: object) -> bool:
    return raw == "unknown" or isinstance(raw, dict) and not str(raw["value"]).strip()
