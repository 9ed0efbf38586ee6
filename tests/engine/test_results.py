"""The head of an answer, what stops it, and what a result cites."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guideline_core.engine.results import Reason, cited, measured
from guideline_core.itp import GUIDELINE
from tests.engine.asked import ADULT, C01, answer

HEADS = [
    ("all well", C01.answers, "met", "", []),
    ("an emergency", ADULT | {"active_bleeding": "yes"}, "out-of-scope", "Outside this site", [
        ("gate-closed", "Active serious bleeding is an emergency. This site stops here: use your emergency pathway.", []),
    ]),
    ("an emergency of a child with a wrong weight", {"active_bleeding": "yes", "age": "12", "weight": "heavy"}, "out-of-scope", "Outside this site", [
        ("gate-closed", "Active serious bleeding is an emergency. This site stops here: use your emergency pathway.", []),
    ]),
    ("two wrong answers", C01.answers | {"weight": "heavy", "height": "1.70"}, "refused", "Please check the answers", [
        ("refused", "it looks like metres: give centimetres.", ["height"]),
        ("refused", "“heavy” is not a number.", ["weight"]),
    ]),
    ("pregnancy", C01.answers | {"pregnant": "yes"}, "suppressed", "A safety question stands in the way", [
        ("gate-closed", "No dose is shown in pregnancy. The source says nothing on it: this is a specialist's decision.", []),
    ]),
    ("nothing answered", {}, "suppressed", "A safety question stands in the way", [
        ("gate-unanswered", None, ["active_bleeding"]), ("gate-unanswered", None, ["age"]), ("gate-unanswered", None, ["pregnant"]),
    ]),
]


@pytest.mark.parametrize(("answers", "outcome", "label", "reasons"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_the_head_of_every_answer(answers: dict, outcome: str, label: str, reasons: list[tuple]) -> None:
    for name in ("dose", "assess", "response"):
        found = answer(name, answers)
        assert (found["outcome"], found["outcome_label"]) == (outcome, label)
        told = [(row["code"], row["text"], row["questions"]) for row in found["reasons"]]
        assert [(code, text if said[1] else None, asked) for (code, text, asked), said in zip(told, reasons, strict=True)] == reasons
        assert [gate["id"] for gate in found["gates"]] == ["emergency", "adult", "pregnancy"]


def test_a_barrier_leaves_no_number_in_the_head() -> None:
    """160 cm and 90 kg have a body mass index of 35, of which a note speaks."""
    heavy = C01.answers | {"weight": "90"}
    found = answer("dose", heavy)
    assert found["derived"] and [note["facts"] for note in found["notes"]] == [["site-bmi-30"]]
    for barred in (heavy | {"age": "17"}, heavy | {"platelets": "many"}):
        found = answer("dose", barred)
        assert (found["derived"], found["notes"]) == ([], [])
    assert [refused["question"] for refused in answer("dose", {"active_bleeding": "yes", "weight": "heavy"})["refusals"]] == ["weight"]


def test_a_closed_gate_says_what_it_stands_on() -> None:
    (reason,) = answer("dose", C01.answers | {"pregnant": "yes"})["reasons"]
    assert (reason["facts"], reason["defects"], reason["opens"]) == (["pregnancy-gate"], ["SD-30"], "An answer of no to pregnancy.")


def test_a_reason_that_says_no_more() -> None:
    reason = Reason("code", "A sentence.")
    assert (reason.questions, reason.facts, reason.defects, reason.opens) == ((), (), (), "")


def test_each_place_of_a_fact_is_cited_once_in_the_order_of_the_facts() -> None:
    """Two works behind the definition of ITP; line 39 behind the flat dose."""
    found = cited(GUIDELINE, ["iwg-itp-threshold", "aza-dose-fixed", "iwg-itp-threshold"])
    assert [(each.fact, each.source, each.locator, each.confidence, each.layer) for each in found] == [
        ("iwg-itp-threshold", "provan-2010", "definition of ITP", "V", "added"),
        ("iwg-itp-threshold", "ash-hematology-2013", "excerpt", "V", "added"),
        ("aza-dose-fixed", "source", "line 39", "V", "source"),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "places", "shown"),
    [("60", "kg", 1, "60 kg"), ("60.26", "kg", 1, "60.3 kg"), ("1.63299", "m2", 4, "1.633 m²"), ("1", "mo", 1, "1 month"), ("2", "mo", 1, "2 months")],
)
def test_a_size_as_it_is_shown(value: str, unit: str, places: int, shown: str) -> None:
    found = measured(Fraction(value), unit, places)
    assert (found.value, found.unit, found.shown) == (Fraction(value), unit, shown)
    assert measured(Fraction("60.26"), "kg").shown == "60.3 kg", "to one decimal where nothing is said"
