"""The plain text for the notes, and the same quantity in another unit."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from guideline_core.browser import call
from guideline_core.itp import GUIDELINE
from tests.casefiles import Case, cases


def text_of(name: str, case: Case) -> str:
    return json.loads(call("note", json.dumps({"call": name, **case.request()})))["text"]


def parts(text: str) -> dict[str, str]:
    """The text by its headings."""
    return {part.partition("\n")[0]: part.partition("\n")[2] for part in text.split("\n\n")}


@pytest.mark.parametrize("name", ["dose", "assess", "response", "plan"])
def test_every_note_holds_what_a_reader_needs(name: str) -> None:
    for case in cases(name):
        text = text_of(name, case)
        assert f"Edition {GUIDELINE.edition.version}" in text and GUIDELINE.edition.review in text
        if case.expect.get("outcome") == "out-of-scope":
            assert "  " not in parts(text)["RESULT"], "a number of a patient outside this site"


def test_a_note_says_answers_result_working_and_sources() -> None:
    (case,) = (case for case in cases("dose") if case.id == "C01")
    text = text_of("dose", case)
    found = parts(text)
    assert "22 November 2026" in text.splitlines()[1]
    assert "Weight: 60 kg" in found["ANSWERS"] and "Creatinine in the blood: 0.8 mg/dL" in found["ANSWERS"]
    assert "Azathioprine, by weight: 60 to 120 mg a day, by mouth" in found["RESULT"]
    assert "60 kg × 2 mg/kg a day = 120 mg a day" in found["RESULT"]
    assert "Azathioprine, flat dose: The source contradicts itself: not offered" in found["RESULT"]
    assert "Sources: line 39; " in found["RESULT"] and "Unclear in the source: SD-01." in found["RESULT"]


def test_a_note_on_a_plan_holds_every_line_of_it() -> None:
    (case,) = (case for case in cases("plan") if case.id == "PL26")
    found = parts(text_of("plan", case))
    assert "Date of the first dose: 1 December 2026" in found["ANSWERS"]
    assert "60 to 120 mg a day" in found["RESULT"]
    assert "Full blood count: 8, 15, 22 and 29 December 2026." in found["RESULT"]
    lines = json.loads(call("plan", json.dumps(case.request())))["plan"]["lines"]
    assert lines
    assert all(f"{line['what'].rstrip('?')}: {line['when']}. {line['says']}" in found["RESULT"] for line in lines)


def test_a_note_on_what_was_refused_holds_no_result() -> None:
    text = json.loads(call("note", json.dumps({"call": "dose", "answers": {"weight": "heavy", "age": "50"}})))["text"]
    assert "Please check: “heavy” is not a number" in text and "Age: 50 years" in text
    assert parts(text)["RESULT"].strip() == "Please check the answers."


# Redone by hand: 62 / 0.45359237, 170 / 2.54, 0.8 x 88.42, 6 weeks x 7 / 30.4375; to 3 decimals.
CONVERTED = (
    ("weight", {"value": "62", "unit": "kg"}, "[lb_av]", "136.687"),
    ("weight", {"value": "34", "unit": "kg"}, "[lb_av]", "74.957"),
    ("height", {"value": "170", "unit": "cm"}, "[in_i]", "66.929"),
    ("creatinine", {"value": "0.8", "unit": "mg/dL"}, "umol/L", "70.736"),
    ("months_since_diagnosis", {"value": "6", "unit": "wk"}, "mo", "1.38"),
)


@pytest.mark.parametrize(("question", "answer", "unit", "expected"), CONVERTED)
def test_the_same_in_another_unit(question: str, answer: dict, unit: str, expected: str) -> None:
    found = json.loads(call("convert", json.dumps({"question": question, "answer": answer, "unit": unit})))
    assert found["value"] == expected and expected in found["text"]
    one, other = (GUIDELINE.questions[question].read({**a, "confirmed": True}) for a in (answer, {"value": found["value"], "unit": unit}))
    assert abs(one - other) <= Fraction(1, 2000) * next(u.size for u in GUIDELINE.questions[question].units if u.code == unit)


@pytest.mark.parametrize(("question", "answer", "unit", "code"), [
    ("creatinine", {"value": "0.8"}, "umol/L", "unit-missing"),
    ("weight", {"value": "heavy", "unit": "kg"}, "[lb_av]", "number"),
    ("months_since_diagnosis", {"value": "9", "unit": "mo"}, "wk", "unit"),
    ("weight", {"value": "62", "unit": "kg"}, "g", "unit"),
])
def test_what_can_t_be_converted_is_refused(question: str, answer: dict, unit: str, code: str) -> None:
    found = json.loads(call("convert", json.dumps({"question": question, "answer": answer, "unit": unit})))
    assert found["outcome"] == "refused" and found["refusals"][0]["code"] == code
