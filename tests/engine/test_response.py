"""Is it working: the class against the definitions read literally, and where the trial of azathioprine stands, field by field."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from guideline_core.engine.response import response_class
from guideline_core.itp import GUIDELINE
from tests.engine.asked import ADULT, answer

COUNTS = [None, *map(Fraction, ("0", "29", "30", "39.9", "40", "99", "100", "200"))]
BASELINES = [None, *map(Fraction, ("0", "15", "20", "50", "60"))]


def by_definition(baseline: Fraction, count: Fraction, bleeding: str) -> str:
    """CR: 100 or more without bleeding. NR: under 30, under twofold, or bleeding. Else R."""
    if count >= 100 and bleeding == "no":
        return "CR"
    return "NR" if count < 30 or count < 2 * baseline or bleeding == "yes" else "R"


@pytest.mark.parametrize("count", COUNTS, ids=str)
def test_a_class_is_told_where_every_completion_agrees(count: Fraction | None) -> None:
    """What isn't known may be anything: any count, any baseline, bleeding or not."""
    def filled(value, every: list) -> list:
        return [each for each in every if each is not None] if value is None else [value]

    for baseline, bleeding in product(BASELINES, (None, "yes", "no")):
        given = {"response_baseline": baseline, "response_count": count, "response_bleeding": bleeding}
        classes = {by_definition(*each) for each in product(filled(baseline, BASELINES), filled(count, COUNTS), filled(bleeding, ["yes", "no"]))}
        expected = classes.pop() if len(classes) == 1 else None
        known = {name: value for name, value in given.items() if value is not None}
        assert response_class(GUIDELINE.response, known) == expected, known


TWO = [("120", "45", "R"), ("45", "120", "R"), ("120", "150", "CR"), ("120", "10", "NR"), ("10", "120", "NR"), ("35", "120", "NR")]


@pytest.mark.parametrize(("first", "second", "name"), TWO)
def test_of_two_counts_the_lower_class_stands(first: str, second: str, name: str) -> None:
    values = {"response_baseline": Fraction(20), "response_count": Fraction(first), "response_count_second": Fraction(second), "response_bleeding": "no"}
    assert response_class(GUIDELINE.response, values) == name
    assert response_class(GUIDELINE.response, values | {"response_rescue": "no"}) == name
    assert response_class(GUIDELINE.response, values | {"response_rescue": "yes"}) is None


TREATED = ADULT | {"response_baseline": "20", "response_count": "25", "response_bleeding": "no"}
BARRED = {"active_bleeding": "yes"} | {name: value for name, value in TREATED.items() if name != "active_bleeding"}


@pytest.mark.parametrize("answers", [TREATED, BARRED, ADULT], ids=["a class", "an emergency", "nothing known"])
def test_what_the_answer_cites(answers: dict) -> None:
    found = answer("response", answers)
    apart = "iwg-nr-confirm-days" if answers is TREATED else "iwg-confirm-days"
    assert found["response"]["facts"] == ["iwg-cr-platelets", "iwg-r-platelets", "iwg-r-rise", apart]
    assert found["clock"]["facts"] == ["aza-trial-length", "aza-stop-no-response"]
    for part in ("response", "clock"):
        cited = [(fact, c.source) for fact in found[part]["facts"] for c in GUIDELINE.facts[fact].citations]
        assert [(each["fact"], each["source"]) for each in found[part]["citations"]] == cited
    assert {each["locator"] for each in found["clock"]["citations"]} == {"line 79"}


def test_behind_a_barrier_nothing_is_classed() -> None:
    found = answer("response", BARRED | {"azathioprine_months": "7"})
    part = found["response"]
    assert (part["outcome"], part["class"], part["label"], part["confirmed"], part["confirmation"]) == ("out-of-scope", None, "", None, "")
    assert (part["working"], part["missing"]) == ([], [])
    part = found["clock"]
    assert (part["outcome"], part["clock"], part["label"], part["missing"], part["changes"]) == ("out-of-scope", None, "", [], [])
    assert (part["defects"], part["elapsed"], found["next"]) == (["SD-36"], None, None)


RULE, STILL = "Time on azathioprine above 6 months", "and there is no response"
TOO_EARLY, WINDOW = "too early to judge", "inside the source's window: the clinician decides"
PAST = "past the window: without a response the source says to stop"
MONTHS = [
    ("2.9", "not-met", "too-early", TOO_EARLY, "2.9 months"), ("3", "not-met", "window", WINDOW, "3 months"),
    ("6", "not-met", "window", WINDOW, "6 months"), ("6.1", "met", "past", PAST, "6.1 months"), ("1", "not-met", "too-early", TOO_EARLY, "1 month"),
]


@pytest.mark.parametrize(("months", "outcome", "band", "label", "shown"), MONTHS, ids=[row[0] for row in MONTHS])
def test_where_the_trial_stands(months: str, outcome: str, band: str, label: str, shown: str) -> None:
    """Both ends of 3 to 6 months belong to the window (C11)."""
    found = answer("response", TREATED | {"azathioprine_months": months})["clock"]
    assert (found["outcome"], found["clock"], found["label"], found["missing"]) == (outcome, band, label, [])
    (reason,) = found["reasons"]
    assert reason["text"] == f"{RULE} (here {shown}) {STILL} (here: no response)."
    assert (found["elapsed"]["unit"], found["elapsed"]["shown"]) == ("mo", shown)


FROM_31_JULY = ADULT | {"azathioprine_start": "2026-07-31"}
ON_31_OCTOBER = f"On 31 October 2026, when time on azathioprine is 3 to 6 months: {WINDOW}."
ON_1_FEBRUARY = f"On 1 February 2027, when time on azathioprine is over 6 months: {PAST}."
AHEAD = [
    ("two days ahead", TREATED | FROM_31_JULY, "2026-09-30", [ON_31_OCTOBER, ON_1_FEBRUARY]),
    ("in the window", TREATED | FROM_31_JULY, "2026-11-22", [ON_1_FEBRUARY]),
    ("past it", TREATED | FROM_31_JULY, "2027-03-01", []),
    ("not even known whether it works", FROM_31_JULY, "2026-11-22", [ON_1_FEBRUARY]),
    ("months without a date", TREATED | {"azathioprine_months": "2"}, None, [
        f"If time on azathioprine is 3 to 6 months: {WINDOW}.", f"If time on azathioprine is over 6 months: {PAST}.",
    ]),
    ("months past it", TREATED | {"azathioprine_months": "7"}, None, [
        f"If time on azathioprine is under 3 months: {TOO_EARLY}.", f"If time on azathioprine is 3 to 6 months: {WINDOW}.",
    ]),
    ("no time at all", TREATED, None, []),
]


@pytest.mark.parametrize(("answers", "today", "texts"), [row[1:] for row in AHEAD], ids=[row[0] for row in AHEAD])
def test_what_lies_ahead_of_the_trial(answers: dict, today: str | None, texts: list[str]) -> None:
    """In the order in which it comes."""
    found = answer("response", answers, today=today)["clock"]
    assert [change["text"] for change in found["changes"]] == texts


def test_what_ends_the_trial_is_no_response() -> None:
    """Past 6 months: with a response it goes on, and without a class nobody can say."""
    past = ADULT | {"azathioprine_months": "7", "response_baseline": "20", "response_bleeding": "no"}
    responding = answer("response", past | {"response_count": "45"})["clock"]
    assert (responding["outcome"], responding["reasons"][0]["text"]) == ("not-met", f"{RULE} (here 7 months) {STILL} (here: response).")
    unknown = answer("response", past)["clock"]
    assert (unknown["outcome"], unknown["missing"]) == ("unknown", ["response_count"])
    assert unknown["reasons"][0]["text"] == f"{RULE} (here 7 months) {STILL}."
    stop = next(row for row in answer("assess", past | {"response_count": "25"})["criteria"] if row["id"] == "P10")
    assert (stop["outcome"], stop["why"]["text"]) == ("met", f"time on azathioprine above 6 months (here 7 months) {STILL} (here: no response)")
    assert [part["outcome"] for part in stop["why"]["parts"]] == ["met", "met"] and "aza-trial-length" in stop["why"]["facts"]


APART = [
    ({}, None, "Two counts confirm it if they are 1 day apart; the time between them isn't known."),
    ({"response_days_apart": "1"}, True, "Confirmed by two counts 1 day apart, provided that no rescue treatment was given between them."),
    ({"response_days_apart": "1", "response_rescue": "no"}, True, "Confirmed by two counts 1 day apart."),
]


@pytest.mark.parametrize(("answers", "confirmed", "text"), APART, ids=["unknown", "with a proviso", "without"])
def test_no_response_is_confirmed_a_day_apart(answers: dict, confirmed: bool | None, text: str) -> None:
    found = answer("response", TREATED | {"response_count_second": "28"} | answers)["response"]
    assert (found["class"], found["confirmed"], found["confirmation"]) == ("NR", confirmed, text)


RISES = [
    ("120", "60", "120 ÷ 60 = 2-fold"), ("39.99", "20", "39.99 ÷ 20 = 1.9995-fold"), ("119.99", "60", "119.99 ÷ 60 = 1.9998-fold"),
    ("40.02", "20", "40.02 ÷ 20 = 2-fold"), ("60.1236", "20.1236", "60.124 ÷ 20.124 = 3-fold"), ("0", "20", "0 ÷ 20 = 0-fold"), ("25", "20", "25 ÷ 20 = 1.2-fold"),
]


@pytest.mark.parametrize(("count", "baseline", "working"), RISES, ids=[row[0] for row in RISES])
def test_a_rise_is_never_rounded_onto_twofold(count: str, baseline: str, working: str) -> None:
    found = answer("response", TREATED | {"response_count": count, "response_baseline": baseline})["response"]
    assert found["working"] == [working]


@pytest.mark.parametrize(("count", "rise"), [("39.9999999", "1.999999995"), ("39.99999968642", "1.99999998432")])
def test_however_many_digits_that_takes(count: str, rise: str) -> None:
    (working,) = answer("response", TREATED | {"response_count": count})["response"]["working"]
    assert working.endswith(f" = {rise}-fold")


NEXT = [
    ("the class alone", ADULT | {"azathioprine_months": "2"}, "response_count", "One answer can decide the class.", ["the class"]),
    ("the time to judge alone", TREATED, "azathioprine_start", "One answer can decide the time to judge.", ["the time to judge"]),
    ("the age before all else", {name: value for name, value in TREATED.items() if name != "age"}, "age",
     "One answer can decide the time to judge.", ["the time to judge"]),
]


@pytest.mark.parametrize(("answers", "question", "text", "names"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT])
def test_the_next_question(answers: dict, question: str, text: str, names: list[str]) -> None:
    found = answer("response", answers)["next"]
    assert (found["question"], found["text"], found["names"]) == (question, text, names)
