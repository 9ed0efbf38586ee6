"""What the page does while Python starts, where it can't, and when answers change faster than results come."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from guideline_core.itp import GUIDELINE
from guideline_core.model.therapy import Basis
from tests.calculators.reader import Reader

PATIENT = {"active_bleeding": "no", "age": "50", "pregnant": "no"}
PYTHON = re.compile(r"/python/.*\.wasm\.bin$")


def test_page_without_script_says_so(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for name in ("azathioprine", "dose", "eligibility", "response"):
            page.goto(f"{address}{name}.html")
            expect(page.locator(".calc-needs")).to_contain_text("JavaScript")
            expect(page.locator("fieldset.calc-form")).to_have_attribute("disabled", "")
            assert page.locator("[data-question]").count() > 5
        page.goto(f"{address}azathioprine.html")
        expect(page.locator("table.doses")).to_be_visible()


def test_start_is_said_and_then_gone(reader: Reader) -> None:
    reader.open("azathioprine")
    expect(reader.calculator.locator(".calc-needs")).to_be_hidden()
    expect(reader.status).to_be_empty()
    reader.page.route(PYTHON, lambda route: reader.page.wait_for_timeout(300) or route.continue_())
    reader.choose("pregnant", "no")
    expect(reader.status).to_contain_text("Starting Python in this page")
    assert reader.shown().request["answers"] == {"pregnant": "no"}
    expect(reader.status).to_be_empty()


def test_failed_start_is_said_and_can_be_tried_again(reader: Reader) -> None:
    reader.open("azathioprine")
    reader.page.route(PYTHON, lambda route: route.abort())
    reader.answers(PATIENT)
    again = reader.status.get_by_role("button", name="Try again")
    expect(again).to_be_visible(timeout=40_000)
    expect(reader.status).to_contain_text("could not be fetched")
    expect(reader.status).to_contain_text("table")
    assert reader.shown().text == ""

    reader.page.unroute(PYTHON)
    again.click()
    expect(reader.status).to_contain_text("Starting Python")
    expect(reader.result.locator(".res-regimen").first).to_be_visible(timeout=40_000)
    assert set(reader.shown().request["answers"]) == set(PATIENT)
    expect(reader.status).to_be_empty()


def test_start_that_hangs_is_given_up(reader: Reader) -> None:
    reader.page.clock.install()
    reader.page.route(PYTHON, lambda route: None)
    reader.page.goto(f"{reader.address}azathioprine.html")
    reader._arrived()
    reader.choose("pregnant", "no")
    reader.page.clock.run_for(1000)
    expect(reader.status).to_contain_text("Starting Python")
    reader.page.clock.run_for(60_000)
    expect(reader.status.get_by_role("button", name="Try again")).to_be_visible()
    expect(reader.status).to_contain_text("This calculator is not working")


def held(reader: Reader, count: int) -> None:
    """Waits until so many messages to the worker are held. The page's policy forbids what `wait_for_function` does."""
    reader.page.evaluate("""count => new Promise(done => {
        const look = () => window.held.length === count ? done() : setTimeout(look, 10)
        look()
    })""", count)


def test_latest_answers_win(reader: Reader) -> None:
    """One question is asked at a time; a result that comes late is never shown beside other answers."""
    reader.open("romiplostim").answers(PATIENT | {"weight": {"value": "60", "unit": "kg"}})
    reader.shown()
    reader.page.evaluate("""() => {
        window.told = []
        document.addEventListener('answer', ({ detail }) => told.push(detail && [
          detail.request.answers.weight.value, detail.answer.regimens[0].dose.low,
          document.querySelector('[data-question=weight] input').value,
        ]))
        const post = Worker.prototype.postMessage
        window.held = []
        Worker.prototype.postMessage = function (message) { held.push(() => post.call(this, message)) }
    }""")
    for weight in ("61", "62", "63"):
        reader.type("weight", weight)
        held(reader, 1)
    expect(reader.result).to_have_attribute("aria-busy", "true")
    expect(reader.result.locator(".calc-answer")).to_be_hidden()
    reader.page.evaluate("held[0]()")
    held(reader, 2)
    assert reader.page.evaluate("told") == []
    reader.page.evaluate("held[1]()")
    shown = reader.shown()
    reader.page.wait_for_timeout(300)
    assert shown.answer["regimens"][0]["dose"]["low"] == 63
    assert reader.page.evaluate("told") == [["63", 63, "63"]]


def test_a_calculator_that_is_laid_in_asks_at_once_and_once(reader: Reader) -> None:
    """Whoever lays it in has more to do; the core answers meanwhile."""
    reader.open("azathioprine").answers(PATIENT)
    reader.shown()
    asked = reader.page.evaluate("""() => {
        let asked = 0
        const post = Worker.prototype.postMessage
        Worker.prototype.postMessage = function (message) { asked++; post.call(this, message) }
        const calculator = document.querySelector('itp-calculator')
        calculator.replaceWith(calculator.cloneNode(true))
        return asked
    }""")
    assert asked == 1


def test_clearing_forgets_everything(reader: Reader) -> None:
    reader.open("azathioprine").answers(PATIENT | {"weight": {"value": "61.37", "unit": "kg"}})
    reader.shown()
    reader.clear()
    shown = reader.shown()
    assert (shown.request, shown.text) == ({}, "")
    expect(reader.question("weight").locator("input")).to_have_value("")
    expect(reader.question("pregnant").locator('input[value=""]')).to_be_checked()
    reader.choose("pregnant", "no")
    assert reader.shown().request["answers"] == {"pregnant": "no"}


def test_answers_go_with_the_reader_and_nowhere_else(reader: Reader) -> None:
    page = reader.open("azathioprine").page
    reader.answers(PATIENT | {"weight": {"value": "61.37", "unit": "kg"}})
    reader.shown()
    reader.move("romiplostim")
    expect(reader.question("weight").locator("input")).to_have_value("61.37")
    assert reader.shown().request["answers"]["weight"] == {"value": "61.37", "unit": "kg"}

    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])")
    assert "61.37" not in kept and "weight" not in kept
    assert page.evaluate("indexedDB.databases()") == []
    assert not [url for url in reader.requested if "61.37" in url]
    reader.still_fine()

    page.reload()
    expect(reader.question("weight").locator("input")).to_have_value("")


def test_today_is_the_reader_s_own(browser: Browser, address: str) -> None:
    """Noon of the day before, by the world's clock, is already tomorrow on the first islands to see it."""
    with browser.new_context(timezone_id="Pacific/Kiritimati") as context:
        reader = Reader(context.new_page(), address).open("response", today="2026-11-21")
        reader.choose("pregnant", "no")
        assert reader.shown().request["today"] == "2026-11-22"


def test_each_medicine_has_its_own_dose(reader: Reader) -> None:
    """The small calculators ask for one therapy, and print its regimens alone. Where there is no dose there is none."""
    dosed = sorted({therapy.id for therapy, regimen in GUIDELINE.regimens() if regimen.basis is not Basis.NONE})
    reader.open(dosed[0]).answers(PATIENT | {"weight": {"value": "60", "unit": "kg"}})
    for name in dosed:
        if name != dosed[0]:
            reader.move(name)
        shown = reader.shown()
        assert shown.request["therapy"] == name
        assert [id for id, _ in shown.pieces["regimen"]] == [r["id"] for r in shown.answer["regimens"]]
        assert {regimen["therapy"] for regimen in shown.answer["regimens"]} == {name}
    reader.still_fine()


SEEN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
"""The page has drawn itself, and told its observers."""


@pytest.mark.parametrize("by", ["wheel", "Tab"])
def test_a_calculator_far_down_is_fetched_before_a_reader_reaches_it(reader: Reader, by: str) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{reader.address}azathioprine.html", wait_until="networkidle")
    first = reader.calculator.locator("input").first
    steps = 0
    while not any("calculator.js" in url for url in reader.requested):
        page.mouse.wheel(0, 200) if by == "wheel" else page.keyboard.press(by)
        page.evaluate(SEEN)
        page.wait_for_timeout(100)
        steps += 1
        assert first.evaluate("field => field.getBoundingClientRect().top > innerHeight"), "it came into view asleep"
    assert steps > 1
    expect(first).to_be_enabled()


@pytest.mark.parametrize("hash", ["#dose", "#patient=eyJhZ2UiOnsidmFsdWUiOiI1MCJ9fQ"])
def test_an_address_that_leads_into_the_page_wakes_it(reader: Reader, hash: str) -> None:
    page = reader.page
    page.goto(f"{reader.address}azathioprine.html", wait_until="networkidle")
    page.evaluate("hash => { location.hash = hash }", hash)
    expect(reader.calculator.locator("input").first).to_be_enabled()
    if hash.startswith("#patient"):
        assert "#" not in page.url
        expect(reader.question("age").locator("input")).to_have_value("50")


def test_python_is_not_fetched_for_a_page_that_nobody_looks_at(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.address}eligibility.html", wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert not any("/python/" in url for url in reader.requested)
    with page.expect_request(PYTHON):
        page.mouse.move(200, 300)
