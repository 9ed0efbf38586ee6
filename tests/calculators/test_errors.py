"""What can't be right: said under the field, said at the top with a link, and no number beside it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

FIRST = {"active_bleeding": "no", "pregnant": "no", "age": {"value": "50"}}


@pytest.fixture
def dose(at):
    reader = at("dose")
    reader.answers(FIRST)
    return reader


def test_error_stands_under_the_field_and_at_the_top(dose) -> None:
    dose.type("weight", "heavy")
    dose.leave()
    shown = dose.shown()
    box = dose.question("weight").locator("input")
    assert list(shown.errors) == ["weight"]
    assert "heavy" in shown.errors["weight"] and "Accepted: " in shown.errors["weight"]
    assert not re.search(r"\d", shown.text)
    expect(box).to_have_value("heavy")
    expect(box).to_have_attribute("aria-invalid", "true")
    error = dose.question("weight").locator(".q-error")
    assert error.get_attribute("id") in box.get_attribute("aria-describedby").split()

    dose.calculator.locator(".calc-errors a").click()
    expect(box).to_be_focused()
    assert "#" not in dose.page.url

    dose.type("weight", "60")
    dose.leave()
    shown = dose.shown()
    assert (shown.errors, shown.summary) == ({}, [])
    expect(box).not_to_have_attribute("aria-invalid", "true")
    assert "weight-error" not in (box.get_attribute("aria-describedby") or "")
    assert shown.piece("regimen", "romiplostim-dose")["outcome"] == "met"


def test_half_a_number_is_not_called_wrong(dose) -> None:
    """The 6 of 62 is no weight; it is only called so once the reader pauses or goes on."""
    dose.type("weight", "6")
    dose.page.wait_for_timeout(600)
    expect(dose.question("weight").locator(".q-error")).to_be_hidden()
    expect(dose.result).to_have_attribute("aria-busy", "true")
    expect(dose.result.locator(".calc-answer")).to_be_hidden()
    dose.question("weight").locator("input").press_sequentially("2")
    assert dose.shown().request["answers"]["weight"] == {"value": "62", "unit": "kg"}
    dose.type("weight", "6")
    expect(dose.question("weight").locator(".q-error")).to_be_visible()


def test_confirming_holds_for_that_value_alone(dose) -> None:
    dose.type("weight", "34")
    dose.leave()
    assert "weight" in dose.shown().errors
    dose.question("weight").get_by_role("button", name="Yes, this is right (Weight)").click()
    shown = dose.shown()
    assert shown.request["answers"]["weight"] == {"value": "34", "unit": "kg", "confirmed": True}
    assert shown.errors == {} and shown.piece("regimen", "romiplostim-dose")["outcome"] == "met"
    expect(dose.question("weight").locator("input")).to_be_focused()

    dose.type("weight", "33")
    dose.leave()
    assert "weight" in dose.shown().errors
    dose.type("weight", "34")
    dose.leave()
    assert "weight" in dose.shown().errors, "34 was confirmed before something else was typed: it has to be asked again"


def test_unit_has_to_be_said(dose) -> None:
    dose.type("creatinine", "0.8")
    dose.leave()
    shown = dose.shown()
    assert shown.request["answers"]["creatinine"] == {"value": "0.8"}
    assert "unit" in shown.errors["creatinine"]
    dose.choose("creatinine", "mg/dL")
    assert dose.shown().errors == {}


def test_refusal_of_something_that_is_not_on_the_form(at) -> None:
    """A day that is no day: there is no field to lead to, so the summary only says it."""
    reader = at("response")
    reader.page.evaluate("() => { window.month = Date.prototype.getMonth; Date.prototype.getMonth = () => 12 }")
    reader.answers(FIRST | {"azathioprine_start": "2026-01-01"})
    shown = reader.shown()
    reader.page.evaluate("() => { Date.prototype.getMonth = window.month }")
    assert [refusal["question"] for refusal in shown.answer["refusals"]] == ["today"]
    assert len(shown.summary) == 1 and shown.errors == {}
    expect(reader.calculator.locator(".calc-errors a")).to_have_count(0)


def test_incomplete_date_is_an_error(at) -> None:
    reader = at("eligibility")
    reader.answers(FIRST)
    reader.question("diagnosed").locator("input").press_sequentially("14")
    reader.leave()
    assert "date" in reader.shown().errors["diagnosed"]


def test_not_known_and_none_stand_alone(at) -> None:
    reader = at("eligibility")
    boxes = reader.question("current_drugs")
    reader.calculator.locator("details", has=reader.page.locator('[data-question="current_drugs"]')).locator("summary").click()
    boxes.locator("label", has_text="Azathioprine").click()
    boxes.locator("label", has_text="Ciclosporin").click()
    assert reader.shown().request["answers"]["current_drugs"] == ["azathioprine", "ciclosporin"]
    boxes.locator("label", has_text="None of these").click()
    assert reader.shown().request["answers"]["current_drugs"] == []
    boxes.locator("label", has_text="Not known").click()
    assert reader.shown().request == {}
    boxes.locator("label", has_text="Ciclosporin").click()
    assert reader.shown().request["answers"]["current_drugs"] == ["ciclosporin"]
    boxes.locator("label", has_text="Ciclosporin").click()
    assert reader.shown().request == {}
    expect(boxes.locator('[data-alone="unknown"]')).to_be_checked()
