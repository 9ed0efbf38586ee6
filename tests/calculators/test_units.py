"""Another unit for what was typed: the patient's value stays, the core says what it is, and the reader has the last word."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

FIRST = {"active_bleeding": "no", "pregnant": "no", "age": {"value": "50"}}


@pytest.fixture
def dose(at):
    reader = at("dose")
    reader.answers(FIRST)
    return reader


def sent(dose, question: str) -> dict:
    return dose.shown().request["answers"][question]


def test_the_quantity_stays_and_the_conversion_is_shown(dose) -> None:
    dose.type("weight", "62")
    dose.leave()
    before = dose.shown().answer["regimens"]
    dose.choose("weight", "[lb_av]")
    remark = dose.question("weight").locator(".q-remark")
    expect(remark).to_contain_text("62 kg = 136.687 lb")
    expect(dose.question("weight").locator("input")).to_have_value("136.687")
    shown = dose.shown()
    assert shown.request["answers"]["weight"] == {"value": "62", "unit": "kg"}, "136.687 lb is not quite 62 kg"
    assert shown.answer["regimens"] == before

    dose.choose("weight", "kg")
    expect(remark).to_have_count(0)
    assert sent(dose, "weight") == {"value": "62", "unit": "kg"}, "what was typed comes back as it was typed"


def test_digits_that_were_meant_are_a_click_away(dose) -> None:
    dose.type("weight", "137")
    dose.leave()
    dose.shown()
    dose.choose("weight", "[lb_av]")
    dose.question("weight").get_by_role("button", name="No, it is 137 lb").click()
    assert sent(dose, "weight") == {"value": "137", "unit": "[lb_av]"}
    expect(dose.question("weight").locator(".q-remark")).to_have_count(0)


def test_a_unit_that_is_said_for_the_first_time_converts_nothing(dose) -> None:
    dose.type("creatinine", "0.8")
    dose.leave()
    dose.choose("creatinine", "mg/dL")
    assert sent(dose, "creatinine") == {"value": "0.8", "unit": "mg/dL"}
    dose.choose("creatinine", "umol/L")
    expect(dose.question("creatinine").locator(".q-remark")).to_contain_text("0.8 mg/dL = 70.736 micromol/L")
    assert sent(dose, "creatinine") == {"value": "0.8", "unit": "mg/dL"}
    dose.type("creatinine", "71")
    dose.leave()
    assert sent(dose, "creatinine") == {"value": "71", "unit": "umol/L"}


def test_what_can_t_be_converted_stands_as_typed_and_is_asked_about(dose) -> None:
    dose.type("weight", "heavy")
    dose.leave()
    dose.choose("weight", "[lb_av]")
    shown = dose.shown()
    assert shown.request["answers"]["weight"] == {"value": "heavy", "unit": "[lb_av]"} and "weight" in shown.errors
