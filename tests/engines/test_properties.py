"""What must hold for every patient, tried by Hypothesis: named outcomes, no dose where there can be none, no way back."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guideline_core.browser import CALLS, call
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from guideline_core.model.question import Kind, Question
from guideline_core.model.therapy import Basis
from tests.engines.strategies import answers_to, patients, questions, right_patients, tries, unknowns

NAMED = {outcome.value for outcome in Outcome}
PATIENT_CALLS = ("dose", "assess", "response")


def answer(name: str, request: dict) -> dict:
    return json.loads(call(name, json.dumps(request)))


def with_answer(request: dict, name: str, value: object) -> dict:
    return request | {"answers": request["answers"] | {name: value}}


def without(request: dict, *names: str) -> dict:
    return request | {"answers": {name: value for name, value in request["answers"].items() if name not in names}}


def rows(found: dict) -> list[dict]:
    """Every part of an answer that has an outcome of its own."""
    parts = [found[part] for part in ("phase", "response", "clock") if part in found]
    return parts + [row for part in ("regimens", "criteria", "therapies") for row in found.get(part, ())]


def assert_no_dose(found: dict) -> None:
    for regimen in found["regimens"]:
        assert regimen["dose"] is None and regimen["shown"] == "" and regimen["outcome"] != "met", regimen["id"]


# Every input gets a named outcome

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["yes", "50", "2025-01-01"])
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "unit", "confirmed", "x"]), inner),
    max_leaves=6,
)
ANSWERS = st.dictionaries(st.sampled_from(list(GUIDELINE.questions)) | st.text(), JSON, max_size=6) | JSON
REQUESTS = st.fixed_dictionaries({}, optional={"answers": ANSWERS, "today": JSON, "therapy": JSON, "property": JSON}) | JSON


@tries(300)
@given(st.sampled_from(sorted(set(CALLS) - {"verify"})) | st.text(), REQUESTS.map(json.dumps) | st.text())
def test_nothing_raises(name: str, text: str) -> None:
    found = json.loads(call(name, text))
    assert name not in PATIENT_CALLS or {found["outcome"], *(row["outcome"] for row in rows(found))} <= NAMED


@tries(60)
@given(JSON.filter(lambda name: name is not None))
def test_nothing_raises_for_a_property_that_is_none(name: object) -> None:
    assert answer("verify", {"property": name})["outcome"] == "refused"


@tries(100)
@given(patients)
def test_every_outcome_is_named(request: dict) -> None:
    for name in PATIENT_CALLS:
        found = answer(name, request)
        assert {found["outcome"], *(row["outcome"] for row in rows(found))} <= NAMED
        assert bool(found["refusals"]) == (found["outcome"] == "refused") or found["outcome"] == "out-of-scope"


# No dose where there can be none


@tries(100)
@given(patients, questions, st.sampled_from(["abc", "1,5", "-1", {"value": 1, "x": 1}, {"value": "yes", "confirmed": 1}]))
def test_refused_means_no_number(request: dict, question: Question, bad: object) -> None:
    found = answer("dose", with_answer(request, question.id, bad))
    assert found["outcome"] in ("refused", "out-of-scope") and question.id in {r["question"] for r in found["refusals"]}
    assert_no_dose(found)
    assert not found["derived"] and not any(row["working"] or row["details"] for row in found["regimens"])


@tries(100)
@given(patients)
def test_bleeding_stops_everything(request: dict) -> None:
    for name in PATIENT_CALLS:
        found = answer(name, with_answer(request, "active_bleeding", "yes"))
        assert {found["outcome"], *(row["outcome"] for row in rows(found))} == {"out-of-scope"}
        assert not found["derived"]
        if name == "dose":
            assert_no_dose(found)


@tries(100)
@given(patients, st.sampled_from([0, 17, "17.999", {"value": "17.999999999", "unit": "years"}]))
def test_no_one_under_age(request: dict, age: object) -> None:
    for name in PATIENT_CALLS:
        found = answer(name, with_answer(request, "age", age))
        assert {found["outcome"], *(row["outcome"] for row in rows(found))} == {"out-of-scope"}


@tries(100)
@given(patients, st.sampled_from(["yes", True, " yes "]))
def test_no_dose_in_pregnancy(request: dict, yes: object) -> None:
    request = with_answer(request, "pregnant", yes)
    assert_no_dose(answer("dose", request))
    assert {t["outcome"] for t in answer("assess", request)["therapies"]} <= {"suppressed", "refused", "out-of-scope"}


@tries(100)
@given(patients, st.sampled_from(["active_bleeding", "age", "pregnant"]), unknowns)
def test_no_dose_before_the_three_common_questions(request: dict, name: str, unknown: object) -> None:
    request = with_answer(request, name, unknown)
    assert_no_dose(answer("dose", request))
    assert not [t["id"] for t in answer("assess", request)["therapies"] if t["outcome"] in ("met", "conflict")]


@tries(150)
@given(right_patients)
def test_a_dose_stands_only_behind_open_gates(request: dict) -> None:
    without_dose = {regimen.id for _, regimen in GUIDELINE.regimens() if regimen.basis is Basis.NONE}
    for regimen in answer("dose", request)["regimens"]:
        shown = regimen["dose"] is not None
        assert shown == (regimen["outcome"] == "met") == bool(regimen["shown"])
        if shown:
            assert regimen["gates"] and all(gate["state"] == "open" for gate in regimen["gates"])
            assert regimen["dose"]["low"] <= regimen["dose"]["high"] and regimen["id"] not in without_dose


# No way back

NO_WAY_BACK = {
    "unknown": NAMED - {"refused"},
    "met": {"met", "suppressed", "out-of-scope"},
    "not-met": {"not-met", "suppressed", "out-of-scope"},
    "conflict": {"conflict", "suppressed", "out-of-scope"},
    "suppressed": {"suppressed", "out-of-scope"},
    "out-of-scope": {"out-of-scope"},
}
JUDGED = GUIDELINE.response.judged
ON_RESPONSE = {"response", "clock", JUDGED.id, *(t.id for t in GUIDELINE.therapies.values() if JUDGED in t.criteria)}
LISTED = {
    "response_count_second": "a further count is new evidence",
    "response_rescue": "rescue treatment between the counts takes their meaning away",
}
"""Answers that may take back what was decided, each with its reason."""


def is_listed(question: Question, decision: str) -> bool:
    return question.id in LISTED and decision in ON_RESPONSE


def decided(request: dict) -> dict[str, str]:
    """Outcomes by id: criteria, sums, phase, class and clock, and the head of the answer."""
    assessed, responded = answer("assess", request), answer("response", request)
    found = {row["id"]: row["outcome"] for row in (*assessed["criteria"], *assessed["therapies"], assessed["phase"])}
    return found | {"response": responded["response"]["outcome"], "clock": responded["clock"]["outcome"], "": assessed["outcome"]}


@tries(300)
@given(right_patients, questions, st.data())
def test_an_answer_never_flips_what_was_decided(request: dict, question: Question, data) -> None:
    before = without(request, question.id)
    outcomes = decided(before)
    later = decided(with_answer(before, question.id, data.draw(answers_to(question))))
    assume("refused" not in (outcomes.pop(""), later.pop("")))
    for name, outcome in outcomes.items():
        if not is_listed(question, name):
            assert later[name] in NO_WAY_BACK[outcome], (name, outcome, later[name])


CLASSED = {"active_bleeding": "no", "age": 50, "pregnant": "no", "response_baseline": 20, "response_count": 120, "response_bleeding": "no"}


@pytest.mark.parametrize(
    ("answers", "question", "value", "decision", "outcomes"),
    [
        (CLASSED, "response_count_second", 10, "response", ("met", "not-met")),
        (CLASSED, "response_rescue", "yes", "response", ("met", "unknown")),
    ],
)
def test_each_listed_place_is_one(answers: dict, question: str, value: object, decision: str, outcomes: tuple[str, str]) -> None:
    """A place that is listed and no longer flips must leave the list."""
    request = {"answers": answers, "today": "2028-02-29"}
    assert question in LISTED
    assert (decided(request)[decision], decided(with_answer(request, question, value))[decision]) == outcomes


@tries(200)
@given(right_patients, questions, st.data())
def test_an_answer_never_changes_a_dose(request: dict, question: Question, data) -> None:
    """Once a dose shows, a question that was open can take it away, and can't alter it."""
    before = without(request, question.id)
    after = with_answer(before, question.id, data.draw(answers_to(question)))
    for one, other in zip(answer("dose", before)["regimens"], answer("dose", after)["regimens"], strict=True):
        if one["dose"] and other["dose"]:
            assert [one[part] for part in ("dose", "shown", "details")] == [other[part] for part in ("dose", "shown", "details")]
        elif one["dose"]:
            assert other["outcome"] in ("suppressed", "out-of-scope", "refused")


# The same patient, said in another way


@tries(60)
@given(patients, st.randoms(use_true_random=False))
def test_the_order_of_answers_says_nothing(request: dict, random) -> None:
    turned = list(request["answers"].items())
    random.shuffle(turned)
    for name in PATIENT_CALLS:
        one, other = answer(name, request), answer(name, request | {"answers": dict(turned)})
        if not one["refusals"]:
            assert one == other
        assert sorted(map(str, one["refusals"])) == sorted(map(str, other["refusals"]))
        assert [row["outcome"] for row in rows(one)] == [row["outcome"] for row in rows(other)]


@tries(60)
@given(patients, questions, unknowns)
def test_unknown_is_unknown_however_it_is_said(request: dict, question: Question, unknown: object) -> None:
    for name in PATIENT_CALLS:
        assert answer(name, without(request, question.id)) == answer(name, with_answer(request, question.id, unknown))


TWO_UNITS = [q for q in GUIDELINE.questions.values() if len(q.units) > 1]


@tries(100)
@given(right_patients, st.sampled_from(TWO_UNITS), st.integers(1, 10**6), st.data())
def test_the_same_quantity_in_another_unit(request: dict, question: Question, thousandths: int, data) -> None:
    """Both ways to type it are exact, so the answers are equal to the last digit."""
    unit = data.draw(st.sampled_from(question.units[1:]))
    number = thousandths * unit.size / 1000
    places = 10**12
    assume(places % number.denominator == 0 and number in question.hard and thousandths <= 1000 * (unit.at_most or thousandths))
    typed, own = (f"{value // places}.{value % places:012}" for value in (thousandths * places // 1000, int(number * places)))
    for name in PATIENT_CALLS:
        one, other = (
            answer(name, with_answer(request, question.id, {"value": text, "unit": code, "confirmed": True}))
            for text, code in ((typed, unit.code), (own, question.unit))
        )
        assert one == other


@tries(60)
@given(patients, st.sampled_from(list(GUIDELINE.therapies)))
def test_one_therapy_is_a_part_of_all(request: dict, therapy: str) -> None:
    every, one = answer("dose", request), answer("dose", request | {"therapy": therapy})
    assert one.pop("regimens") == [row for row in every.pop("regimens") if row["therapy"] == therapy]
    # Which question to answer next depends on what is asked for.
    del one["next"], every["next"]
    assert one == every


def test_the_properties_speak_of_something() -> None:
    assert TWO_UNITS and set(LISTED) <= set(GUIDELINE.questions) and JUDGED.id in ON_RESPONSE
    assert {Kind.QUANTITY, Kind.CHOICE, Kind.DATE} <= {q.kind for q in GUIDELINE.questions.values()}
