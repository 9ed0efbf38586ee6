"""What follows from answers that are known: derived quantities, contradictions, other answers, and what is said beside them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from guideline_core.engine.patient import known_patient, possible, read_patient
from guideline_core.itp import GUIDELINE
from tests.engine.asked import ADULT, C01, answer

# Answers against each other


def test_a_size_that_cannot_be_is_refused_at_both_its_answers() -> None:
    """100 cm and 81 kg: 81 kg/m². What the wrong answers would give isn't worked out."""
    patient = read_patient(GUIDELINE, ADULT | {"weight": "81", "height": "100"}, None)
    swapped = "weight and height don't fit together: have they been swapped?"
    assert [(each.question, each.code, each.message) for each in patient.refusals] == [
        ("weight", "inconsistent", swapped), ("height", "inconsistent", swapped),
    ]
    assert [each.accepted.split()[-1] for each in patient.refusals] == ["lb", "ft"], "each says what it takes"
    assert "bmi" not in patient.values and "bmi" not in [each.id for each in patient.derived]


def test_a_contradiction_is_refused_with_what_is_accepted() -> None:
    (refused,) = read_patient(GUIDELINE, {"failed_lines": "0", "ivig_failed": "yes"}, None).refusals
    assert (refused.question, refused.code, refused.accepted) == ("failed_lines", "inconsistent", "a whole number, 0 to 30")
    assert refused.message == "no failed treatment is given, but corticosteroids or IVIg have failed"


def test_what_is_derived_carries_its_facts_and_unit() -> None:
    found = {each.id: each for each in read_patient(GUIDELINE, C01.answers, None).derived}
    assert {name: each.unit for name, each in found.items()} == {
        "bmi": "kg/m2", "bsa_mosteller": "m2", "bsa_du_bois": "m2", "creatinine_clearance": "mL/min",
        "egfr": "mL/min/{1.73_m2}", "lowest_egfr": "mL/min/{1.73_m2}",
    }
    assert found["bmi"].value == Fraction("23.4375") and found["bmi"].facts == ()
    assert found["bsa_mosteller"].facts == ("formula-mosteller-divisor",) and found["lowest_egfr"].value == found["egfr"].value
    reported = read_patient(GUIDELINE, C01.answers | {"reported_egfr": "70"}, None)
    assert reported.values["lowest_egfr"] == 70, "the lower of the two known"


# What would follow from another answer

KNOWN = read_patient(GUIDELINE, C01.answers | {"diagnosed": None}, None).values
FOLLOWS = [
    ("another weight moves what is worked out from it", {"weight": Fraction(64)}, "weight", {"bmi": Fraction(25)}),
    ("a contradiction", {"failed_lines": Fraction(0)}, "failed_lines", None),
    ("a body that cannot be", {"weight": Fraction(300)}, "weight", None),
    ("longer than a life", {"months_since_diagnosis": Fraction(34 * 12 + 1)}, "months_since_diagnosis", None),
    ("just a life", {"months_since_diagnosis": Fraction(34 * 12)}, "months_since_diagnosis", {}),
    ("a derived value stands as it was set", {"lowest_egfr": Fraction(50)}, "lowest_egfr", {"lowest_egfr": Fraction(50)}),
    ("a reported eGFR may be the lowest", {"reported_egfr": Fraction(50)}, "reported_egfr", {"lowest_egfr": Fraction(50)}),
    ("a date whose time is out of bounds", {"diagnosed": date(1826, 1, 1), "months_since_diagnosis": Fraction(2400)}, "diagnosed", None),
]


@pytest.mark.parametrize(("given", "changed", "expected"), [row[1:] for row in FOLLOWS], ids=[row[0] for row in FOLLOWS])
def test_what_would_follow(given: dict, changed: str, expected: dict | None) -> None:
    values = {**KNOWN, **given}
    if changed == "diagnosed":
        values["age"] = Fraction(10**6)
    found = possible(GUIDELINE, values, changed)
    assert found is None if expected is None else {name: found[name] for name in expected} == expected
    assert values == {**KNOWN, **given} or changed == "diagnosed", "what was known stays as it is"


def test_what_depends_on_the_answer_is_moved_and_nothing_else() -> None:
    found = possible(GUIDELINE, {**KNOWN, "creatinine": KNOWN["creatinine"] * 2}, "creatinine")
    moved = {name for name in found if found[name] != KNOWN[name]}
    assert moved == {"creatinine", "creatinine_clearance", "egfr", "lowest_egfr"}


def test_what_can_t_be_worked_out_hides_nothing_else() -> None:
    """Without a height there is no body mass index; the clearance still moves with the weight."""
    known = {name: value for name, value in KNOWN.items() if name not in ("height", "bmi", "bsa_mosteller", "bsa_du_bois")}
    found = possible(GUIDELINE, {**known, "weight": KNOWN["weight"] * 2}, "weight")
    assert found["creatinine_clearance"] == 2 * KNOWN["creatinine_clearance"] and "bmi" not in found


# Remarks


REMARKS = [
    ({"weight": "38"}, [
        ("unusual", "Weight is outside 40 to 150 kg: is this right?", ["weight"], []),
        ("unusual", "Body mass index is outside 16 to 45 kg/m²: is this right?", ["bmi"], []),
    ]),
    ({"weight": "40"}, [("unusual", "Body mass index is outside 16 to 45 kg/m²: is this right?", ["bmi"], [])]),
    ({"weight": "41"}, []),
    ({"weight": "90"}, [("note", GUIDELINE.facts["site-bmi-30"].says, [], ["site-bmi-30"])]),
    ({"weight": "116"}, [
        ("unusual", "Body mass index is outside 16 to 45 kg/m²: is this right?", ["bmi"], []),
        ("note", GUIDELINE.facts["site-bmi-30"].says, [], ["site-bmi-30"]), ("note", GUIDELINE.facts["site-bmi-40"].says, [], ["site-bmi-40"]),
    ]),
    ({"weight": None}, []),
]


@pytest.mark.parametrize(("changes", "expected"), REMARKS, ids=[str(row[0]["weight"]) for row in REMARKS])
def test_what_is_said_beside_the_answers(changes: dict, expected: list) -> None:
    """160 cm: 38, 40 and 41 kg are 14.8, 15.6 and 16.02 kg/m², 90 kg are 35.2 and 116 kg 45.3."""
    notes = answer("dose", C01.answers | changes)["notes"]
    assert [(row["code"], row["text"], row["questions"], row["facts"]) for row in notes] == expected
    assert all(row["therapies"] == [] for row in notes)


def test_a_remark_names_the_drugs_that_it_is_about() -> None:
    found = {each.facts[0]: each.therapies for each in read_patient(GUIDELINE, ADULT | {"malignancy": "yes"}, None).remarks}
    assert found["csa-malignancy-elsewhere"] == ("ciclosporin",) and found["cpa-second-cancer"] == ("cyclophosphamide",)


def test_what_can_t_be_worked_out_leaves_the_rest_worked_out() -> None:
    """No height, or a body that cannot be: the kidneys are reckoned all the same."""
    for changes in ({"height": None}, {"height": "100", "weight": "81"}):
        patient = read_patient(GUIDELINE, C01.answers | changes, None)
        assert {"creatinine_clearance", "egfr", "lowest_egfr"} <= {each.id for each in patient.derived}


def test_what_can_t_be_read_leaves_the_rest_known() -> None:
    """So that the emergency stop works whatever else is wrong."""
    patient = read_patient(GUIDELINE, {"weight": "heavy", "moon": "full", "active_bleeding": "yes", "height": None}, None)
    assert patient.values == {"active_bleeding": "yes"}
    assert [(each.question, each.code) for each in patient.refusals] == [("weight", "number"), ("moon", "unknown-question")]
    assert [gate.state for gate in patient.gates] == ["closed", "unanswered", "unanswered"]


def test_a_patient_may_be_given_in_exact_values() -> None:
    patient = known_patient(GUIDELINE, {"weight": Fraction(60), "height": Fraction(160)})
    assert (patient.refusals, patient.values["bmi"]) == ((), Fraction("23.4375"))
