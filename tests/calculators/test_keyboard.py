"""One patient in each calculator with nothing but a keyboard, and the ways that a result opens."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from guideline_core.browser import call

PATIENTS = {
    "dose": ("dose", {"active_bleeding": "no", "age": "34", "pregnant": "no", "weight": "62", "height": "160",
                      "tpmt": "normal", "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"}),
    "azathioprine": ("dose", {"active_bleeding": "no", "age": "34", "pregnant": "no", "weight": "62", "tpmt": "normal",
                              "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"}),
    "eligibility": ("assess", {"active_bleeding": "no", "age": "34", "pregnant": "no", "platelets": "18", "persistent": "yes",
                               "bleeding_risk": "yes", "months_since_diagnosis": "4", "steroid_response": "lost"}),
    "response": ("response", {"active_bleeding": "no", "age": "34", "pregnant": "no", "azathioprine_months": "4",
                              "response_baseline": "12", "response_count": "31", "response_bleeding": "no"}),
}


def focused(page) -> str | None:
    return page.evaluate("document.activeElement.closest('[data-question]')?.dataset.question")


def tab_to(page, question: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if focused(page) == question:
            return
    raise AssertionError(f"the Tab key doesn't lead to {question}")


def tab_into(page, selector: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => !!document.activeElement.closest(selector)", selector):
            return
    raise AssertionError(f"the Tab key doesn't lead to {selector}")


def answer(reader, answers: dict[str, str]) -> None:
    """Each question in the order of the page, with the keys alone."""
    page = reader.page
    for id, value in answers.items():
        tab_to(page, id)
        if reader.questions[id] == "choice":
            for _ in range(20):
                if page.evaluate("document.activeElement.value") == value:
                    break
                page.keyboard.press("ArrowRight")
            assert page.evaluate("document.activeElement.checked")
        else:
            page.keyboard.type(value)
    page.keyboard.press("Tab")


@pytest.mark.parametrize("name", PATIENTS)
def test_keyboard_alone_is_enough(reader, name: str) -> None:
    call_name, answers = PATIENTS[name]
    answer(reader.open(name), answers)
    shown = reader.shown()
    assert {id: a["value"] if isinstance(a, dict) else a for id, a in shown.request["answers"].items()} == answers
    assert shown.answer == json.loads(call(call_name, json.dumps(shown.request)))
    reader.still_fine()
    tab_into(reader.page, ".calc-answer")


def test_the_focus_stays_where_an_answer_is_forgotten(reader) -> None:
    """It goes on to the next answer's button; after the last of them, and after all are cleared, to the first question."""
    reader.open("azathioprine").answers({"active_bleeding": "no", "age": "50", "pregnant": "no"})
    reader.shown()
    page, forget = reader.page, reader.page.locator(".known-forget")
    page.locator("[data-forget=age]").focus()
    for left, question in ((2, "pregnant"), (1, "active_bleeding"), (0, None)):
        page.keyboard.press("Enter")
        expect(forget).to_have_count(left)
        assert page.evaluate("document.activeElement.dataset.forget ?? null") == question
    assert focused(page) == "active_bleeding"


def test_the_focus_stays_where_all_answers_are_cleared(reader) -> None:
    reader.open("azathioprine").answers({"age": "50", "pregnant": "no"})
    reader.shown()
    page = reader.page
    page.locator(".calc-clear").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".calc-known")).to_be_hidden()
    assert focused(page) == "active_bleeding"


def test_missing_question_leads_to_its_field(reader) -> None:
    reader.open("azathioprine").answers({"active_bleeding": "no", "age": "50", "pregnant": "no"})
    reader.shown()
    link = reader.result.locator("[data-focus]").first
    link.focus()
    reader.page.keyboard.press("Enter")
    assert focused(reader.page) == link.get_attribute("data-focus")
    assert "#" not in reader.page.url


def test_criterion_of_a_therapy_unfolds(reader) -> None:
    reader.open("eligibility").answers({"active_bleeding": "no", "age": "50", "pregnant": "no"})
    reader.shown()
    link = reader.result.locator("[data-unfold]").first
    criterion = reader.result.locator(f'[data-criterion="{link.get_attribute("data-unfold")}"] details')
    expect(criterion).not_to_have_attribute("open", "")
    link.click()
    expect(criterion).to_have_attribute("open", "")
    # It stays open when the result is printed anew.
    reader.choose("bleeding_risk", "yes")
    reader.shown()
    expect(criterion).to_have_attribute("open", "")


def test_result_is_spoken_politely(reader) -> None:
    reader.open("azathioprine").answers(
        {"active_bleeding": "no", "age": "50", "pregnant": "no", "tpmt": "normal", "nudt15": "normal",
         "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no", "weight": {"value": "60", "unit": "kg"}}
    )
    shown = reader.shown().answer["regimens"][0]["shown"]
    spoken = reader.calculator.locator("[aria-live=polite]")
    expect(spoken).to_contain_text(shown)
    reader.choose("tpmt", "deficient")
    expect(spoken).not_to_contain_text(shown)
    expect(spoken).to_contain_text(reader.shown().answer["regimens"][0]["outcome_label"])
