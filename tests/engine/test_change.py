"""What is said to change an outcome, done: the same request with that one answer, or on that day, has the outcome that was named."""

from __future__ import annotations

import json
from fractions import Fraction
from random import Random

import pytest

from guideline_core.browser import call
from guideline_core.engine.change import changes
from guideline_core.engine.patient import read_patient
from guideline_core.engine.sums import Matter, Part, part_of
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Bound, Condition, Outcome, Term
from guideline_core.model.readers import decide
from tests.engine.asked import C01, part
from tests.engines.patients import RIGHT, patient

# What is nearest, on small matters over the guideline's own questions

QUESTIONS = GUIDELINE.questions
AGE, WEEKS, LINES = (QUESTIONS[name] for name in ("age", "steroid_weeks", "failed_lines"))
STEROIDS = QUESTIONS["steroid_response"]
MONTHS, RISK, SPLEEN, RENAL = QUESTIONS["azathioprine_months"], QUESTIONS["bleeding_risk"], QUESTIONS["spleen"], GUIDELINE.derived["lowest_egfr"]
TODAY = "2026-11-22"


def at(value: int, unit: str) -> Bound:
    return Bound(Fraction(value), unit, "fact")


def said(condition: Condition, answers: dict, *more: Part) -> list[str]:
    """The ways on from where the condition stands, in words."""
    patient = read_patient(GUIDELINE, answers, TODAY)
    assert not patient.refusals
    matter = Matter("a matter", (*more, part_of(condition, lambda values: decide(condition, values))))
    found = changes(GUIDELINE, patient, matter, lambda outcome: (outcome, outcome.value))
    for change in found:
        if change.value:
            typed = {"value": change.value, "confirmed": True} | ({"unit": change.unit} if change.unit else {})
            assert QUESTIONS[change.question].read(typed) is not None, "what is named can be typed"
    return [change.text for change in found]


def is_exactly(term: Term, value: int) -> Condition:
    return (term >= at(value, term.unit)) & (term <= at(value, term.unit))


YOUNG, LONG, SIX = AGE < at(40, "a"), WEEKS > at(8, "wk"), MONTHS >= at(6, "mo")
OLDER = {"age": "50"}
STARTED = OLDER | {"azathioprine_start": "2026-10-22"}
NEAREST = [
    ("time before all else", YOUNG | LONG | SIX, STARTED, ["On 22 April 2027, when time on azathioprine is 6 months or more: met."]),
    ("then what is open", YOUNG | LONG, OLDER, ["If time on corticosteroids is over 8 weeks: met."]),
    ("then what was given", YOUNG | LONG, OLDER | {"steroid_weeks": "3"}, ["If age is under 40 years: met."]),
    ("open questions as they are asked", LONG | SPLEEN.is_("in-place") | RISK, {}, ["If there is a risk of bleeding: met."]),
]


@pytest.mark.parametrize(("condition", "answers", "texts"), [row[1:] for row in NEAREST], ids=[row[0] for row in NEAREST])
def test_the_nearest_answer_is_named(condition: Condition, answers: dict, texts: list[str]) -> None:
    assert [text for text in said(condition, answers) if text.endswith(": met.")] == texts


OUTSIDE = (AGE < at(20, "a")) | (AGE > at(70, "a"))
INSIDE = (AGE >= at(20, "a")) & (AGE <= at(70, "a"))
STRETCHES = [
    ("the nearer of two, below", OUTSIDE, {"age": "30"}, ["If age is under 20 years: met."]),
    ("the nearer of two, above", OUTSIDE, {"age": "69"}, ["If age is over 70 years: met."]),
    ("the nearer of two close by", (AGE < at(20, "a")) | (AGE > at(21, "a")), {"age": "20.9"}, ["If age is over 21 years: met."]),
    ("both ends belong to it", INSIDE, {"age": "80"}, ["If age is 20 to 70 years: met."]),
    ("neither end does", ~OUTSIDE & ~is_exactly(AGE, 20) & ~is_exactly(AGE, 70), {"age": "80"}, ["If age is over 20 years and under 70 years: met."]),
    ("one of them does", (AGE > at(20, "a")) & (AGE <= at(70, "a")), {"age": "80"}, ["If age is over 20 years and up to 70 years: met."]),
    ("one value", is_exactly(AGE, 1), {"age": "80"}, ["If age is 1 year: met."]),
    ("all that can be answered", OUTSIDE | INSIDE, {}, ["If age is 0 to 120 years: met."]),
    ("none of a number", ~(LINES >= at(1, "1")), {"failed_lines": "3"}, ["If number of failed treatments is 0: met."]),
    ("some of a number", LINES >= at(2, "1"), {"failed_lines": "1"}, ["If number of failed treatments is 2 or more: met."]),
    ("over a number", LINES > at(2, "1"), {"failed_lines": "1"}, ["If number of failed treatments is 3 or more: met."]),
    ("no number between two neighbours", (LINES <= at(1, "1")) & (LINES < at(2, "1")), {"failed_lines": "5"},
     ["If number of failed treatments is up to 1: met."]),
    ("the lowest alone", AGE <= at(0, "a"), {"age": "50"}, ["If age is 0 years: met."]),
    ("the highest alone", AGE >= at(120, "a"), {"age": "50"}, ["If age is 120 years: met."]),
    ("what has no highest value", ~(RENAL < at(60, RENAL.unit)), {"reported_egfr": "50"}, ["If the lowest known eGFR is 60 mL/min/1.73 m² or more: met."]),
    ("what has no highest value, strictly", RENAL > at(60, RENAL.unit), {"reported_egfr": "50"}, ["If the lowest known eGFR is over 60 mL/min/1.73 m²: met."]),
    ("what has no highest value, and is nearer", (RENAL < at(60, RENAL.unit)) | (RENAL > at(61, RENAL.unit)), {"reported_egfr": "60.8"},
     ["If the lowest known eGFR is over 61 mL/min/1.73 m²: met."]),
    ("what has no highest value, and all of it", (RENAL < at(60, RENAL.unit)) | (RENAL >= at(60, RENAL.unit)), {},
     ["If the lowest known eGFR is 0 mL/min/1.73 m² or more: met."]),
    ("what has no highest value, from below", ~(RENAL > at(60, RENAL.unit)), {"reported_egfr": "70"}, ["If the lowest known eGFR is up to 60 mL/min/1.73 m²: met."]),
    ("choices", SPLEEN.is_("deferred", "relapsed"), {"spleen": "in-place"}, ["If splenectomy is deferred or ITP relapsed after splenectomy: met."]),
    ("choices that open alike", STEROIDS.is_("lost", "partial"), {"steroid_response": "no-response"},
     ["If the response to corticosteroids was lost or is partial: met."]),
    ("a choice of two", RISK.is_("no"), {"bleeding_risk": "yes"}, ["If there is no particular risk of bleeding: met."]),
]


@pytest.mark.parametrize(("condition", "answers", "texts"), [row[1:] for row in STRETCHES], ids=[row[0] for row in STRETCHES])
def test_an_answer_is_named_by_all_that_leads_there(condition: Condition, answers: dict, texts: list[str]) -> None:
    assert said(condition, answers) == texts


def test_what_no_answer_changes_is_not_named() -> None:
    """A weight that has no boundary decides nothing by what it is: what comes after it is named all the same."""
    anything = Part((QUESTIONS["weight"],), {}, lambda values: Outcome.MET if "weight" in values else Outcome.UNKNOWN)
    assert said(RISK.is_("yes"), {"bleeding_risk": "yes"}, anything) == ["If there is no particular risk of bleeding: not-met."]


# Whole sentences

EARLY = C01.answers | {"months_since_diagnosis": None, "diagnosed": "2026-09-14"}
SENTENCES = [
    ("assess", "therapies", "azathioprine", EARLY, [
        "On 14 March 2027, when time since diagnosis is 6 months or more: the source's criteria are met.",
        "If the earlier platelet count is 30 × 10⁹/L or more: not decided yet.",
        "If platelet count is 30 × 10⁹/L or more: the source's criteria are not met.",
        "If TPMT is intermediate, deficient or indeterminate: a safety gate is closed.",
    ]),
    ("assess", "therapies", "rituximab", C01.answers, [
        "If there is no particular risk of bleeding: the source's criteria are not met.", "If HBsAg is positive: a safety gate is closed.",
    ]),
    ("dose", "regimens", "csa-dose", C01.answers | {"reported_egfr": "50"}, [
        "If the lowest known eGFR is 60 mL/min/1.73 m² or more: a dose is shown.",
    ]),
    ("dose", "regimens", "aza-dose-fixed", C01.answers, [
        "If weight is 75 to 150 kg: a dose is shown.", "If TPMT is intermediate, deficient or indeterminate: no dose is shown.",
    ]),
    ("dose", "regimens", "aza-dose-weight", C01.answers | {"weight": "160"}, ["If weight is up to 150 kg: a dose is shown."]),
]


@pytest.mark.parametrize(("name", "where", "id", "answers", "texts"), SENTENCES, ids=[row[2] for row in SENTENCES])
def test_a_change_in_words(name: str, where: str, id: str, answers: dict, texts: list[str]) -> None:
    assert [change["text"] for change in part(name, where, id, answers, today=TODAY)["changes"]] == texts


def test_a_change_as_a_request_takes_it() -> None:
    """A day alone where time brings it; an answer with its unit, or without one; of what is worked out neither."""
    dated, _, counted, chosen = part("assess", "therapies", "azathioprine", EARLY, today=TODAY)["changes"]
    assert {**dated, "text": ""} == {
        "question": "diagnosed", "text": "", "outcome": "met", "outcome_label": "the source's criteria are met", "value": "", "unit": "",
        "on": "2027-03-14",
    }
    assert [counted[name] for name in ("question", "value", "unit", "on")] == ["platelets", "30", "10*9/L", None]
    assert [chosen[name] for name in ("question", "value", "unit", "on")] == ["tpmt", "intermediate", "", None]
    (lighter,) = part("dose", "regimens", "aza-dose-weight", C01.answers | {"weight": "160"})["changes"]
    assert [lighter[name] for name in ("question", "value", "unit", "on")] == ["weight", "150", "kg", None], "the nearest to 160 kg"
    (derived,) = part("dose", "regimens", "csa-dose", C01.answers | {"reported_egfr": "50"})["changes"]
    assert [derived[name] for name in ("question", "value", "unit", "on")] == ["lowest_egfr", "", "", None]


# Over patients of every kind

PARTS = {"assess": ("therapies",), "dose": ("regimens",), "response": ("clock",)}
PATIENTS = 60


def answer(name: str, request: dict) -> dict:
    return json.loads(call(name, json.dumps(request)))


def results(found: dict, name: str) -> dict[str, dict]:
    (part,) = PARTS[name]
    return {row["id"]: row for row in found[part]} if part != "clock" else {"clock": found["clock"]}


def turned(request: dict, change: dict) -> dict:
    """The request on that day, or with that answer."""
    if change["on"]:
        return request | {"today": change["on"]}
    given = {"value": change["value"], "confirmed": True} | ({"unit": change["unit"]} if change["unit"] else {})
    return request | {"answers": request["answers"] | {change["question"]: given}}


@pytest.mark.parametrize("name", PARTS)
def test_what_is_named_comes_true(name: str) -> None:
    random, tried = Random(name), 0
    for _ in range(PATIENTS):
        request = patient(random, RIGHT)
        for id, result in results(answer(name, request), name).items():
            assert len({each["outcome_label"] for each in result["changes"]}) == len(result["changes"]), "said twice"
            for change in result["changes"]:
                assert (change["outcome"], change["outcome_label"]) != (result["outcome"], result.get("label"))
                if change["on"] or change["value"]:
                    after = results(answer(name, turned(request, change)), name)[id]
                    assert after["outcome"] == change["outcome"], (change, request)
                    assert name != "response" or after["label"] == change["outcome_label"]
                    tried += 1
    assert tried > PATIENTS / 2


@pytest.mark.parametrize("name", PARTS)
def test_next_question_is_open(name: str) -> None:
    """It was not answered, and is asked for only while something is undecided."""
    random, asked = Random(f"next {name}"), 0
    for _ in range(PATIENTS):
        request = patient(random, RIGHT)
        found = answer(name, request)
        if found["next"]:
            given = request["answers"].get(found["next"]["question"])
            given = given["value"] if isinstance(given, dict) else given
            assert given is None or str(given).strip().lower() in ("", "unknown"), found["next"]
            assert found["next"]["names"]
            asked += 1
    assert asked


def test_nothing_is_said_behind_a_barrier() -> None:
    for answers in ({"active_bleeding": "yes"}, {"age": "12"}, {"weight": "heavy"}):
        for name in PARTS:
            found = answer(name, {"answers": answers})
            assert found["next"] is None
            assert all(row["changes"] == [] for row in results(found, name).values())
