"""From what was typed to what is known: months on a calendar, answers against each other, and what is said beside them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from dateutil.relativedelta import relativedelta

from guideline_core.engine.gates import gate_finding
from guideline_core.model.dates import add_months, months_between
from guideline_core.engine.patient import known_patient, possible, read_patient
from guideline_core.engine.timing import read_today
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Contested, Outcome
from guideline_core.model.statement import Gate
from tests.engine.asked import ADULT, C01, answer

TODAY = "2026-11-22"

# Months

ADDED = [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-02-28", 1, "2026-03-28"), ("2026-12-01", 1, "2027-01-01"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 12, "2027-05-31"),
    ("2026-05-31", 0, "2026-05-31"),
]


@pytest.mark.parametrize(("start", "months", "end"), ADDED)
def test_the_same_day_or_the_last_of_the_month(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


BETWEEN = [
    ("2026-05-22", "2026-11-22", "6"), ("2026-05-23", "2026-11-22", "185/31"), ("2026-05-21", "2026-11-22", "181/30"),
    ("2026-01-31", "2026-02-28", "1"), ("2026-01-31", "2026-02-27", "27/28"), ("2026-01-31", "2026-03-01", "32/31"),
    ("2025-12-31", "2026-01-31", "1"), ("2026-11-22", "2026-11-22", "0"), ("2026-11-22", "2026-12-07", "1/2"), ("2024-02-29", "2025-02-28", "12"),
]


@pytest.mark.parametrize(("start", "end", "months"), BETWEEN)
def test_whole_months_and_a_part_of_the_next(start: str, end: str, months: str) -> None:
    """23 May to 22 November: 5 months to 23 October, and 30 of the 31 days to 23 November. 21 May: 6, and 1 of 30 days."""
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == Fraction(months)


def test_time_goes_on_with_every_day() -> None:
    for first in (date(2027, 1, 29), date(2027, 8, 31), date(2028, 2, 29)):
        counted = [months_between(first, first + timedelta(n)) for n in range(800)]
        assert counted == sorted(set(counted))
        for n in range(25):
            assert months_between(first, first + relativedelta(months=n)) == n


ACCEPTED = "the reader's calendar date as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("today", "code", "message"),
    [
        (None, "today-missing", "a date was given, and today's date is missing"), ("tomorrow", "date", "“tomorrow” is not a date"),
        ("9999-12-31", "date", "“9999-12-31” is not a date"), (20260101, "date", "“20260101” is not a date"),
    ],
)
def test_a_day_that_is_none(today: object, code: str, message: str) -> None:
    refused = read_today(today)
    assert (refused.question, refused.code, refused.message, refused.accepted) == ("today", code, message, ACCEPTED)


def test_a_day_is_read() -> None:
    assert read_today("2026-11-22") == date(2026, 11, 22) and read_today("9998-12-31") == date(9998, 12, 31)


# Dates among the answers


def refusals(answers: dict, today: str | None = TODAY) -> list[tuple[str, str, str]]:
    return [(each.question, each.code, each.message) for each in read_patient(GUIDELINE, answers, today).refusals]


def test_a_date_becomes_a_time() -> None:
    patient = read_patient(GUIDELINE, {"diagnosed": "2026-05-22", "azathioprine_start": "2026-08-22"}, TODAY)
    assert (patient.values["months_since_diagnosis"], patient.values["azathioprine_months"], patient.refusals) == (6, 3, ())
    assert patient.values["diagnosed"] == date(2026, 5, 22)


DATED = [
    ("today itself", {"diagnosed": "2026-11-22"}, []),
    ("tomorrow", {"diagnosed": "2026-11-23"}, [("diagnosed", "future", "2026-11-23 is after today, 2026-11-22")]),
    ("one wrong date leaves the other", {"diagnosed": "2026-11-23", "azathioprine_start": "1926-11-22"}, [
        ("diagnosed", "future", "2026-11-23 is after today, 2026-11-22"),
        ("azathioprine_start", "bounds", "1926-11-22 is too long ago to be right"),
    ]),
    ("30 years, the longest", {"azathioprine_start": "1996-11-22"}, []),
    ("a day more", {"azathioprine_start": "1996-11-21"}, [("azathioprine_start", "bounds", "1996-11-21 is too long ago to be right")]),
    ("a number that agrees", {"diagnosed": "2026-05-20", "months_since_diagnosis": "6.5"}, []),
    ("nearly a month apart", {"diagnosed": "2026-03-22", "months_since_diagnosis": "8.99"}, []),
    ("a month apart", {"diagnosed": "2026-03-22", "months_since_diagnosis": "9"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8 months, but 9 were given"),
    ]),
    ("a month apart, the other way", {"diagnosed": "2026-03-22", "months_since_diagnosis": "7"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8 months, but 7 were given"),
    ]),
    ("a part of a month", {"diagnosed": "2026-03-10", "months_since_diagnosis": "10"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8.4 months, but 10 were given"),
    ]),
    ("on two sides of 6 months", {"diagnosed": "2026-05-22", "months_since_diagnosis": "5.99"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 6 months, but 5.99 were given"),
    ]),
    ("on two sides of 6 months on azathioprine", {"azathioprine_start": "2026-05-22", "azathioprine_months": "6.0001"}, [
        ("azathioprine_months", "disagree", "the start of azathioprine gives 6 months, but 6.0001 were given"),
    ]),
]


@pytest.mark.parametrize(("answers", "expected"), [row[1:] for row in DATED], ids=[row[0] for row in DATED])
def test_dates_against_today_and_against_a_number(answers: dict, expected: list) -> None:
    """A number may differ from the date by less than a month, unless a rule tells the two apart."""
    assert refusals(answers) == expected


def test_of_a_date_and_a_number_the_date_counts() -> None:
    patient = read_patient(GUIDELINE, {"diagnosed": "2026-03-22", "months_since_diagnosis": "8.5"}, TODAY)
    assert patient.values["months_since_diagnosis"] == 8


def test_without_today_a_date_says_nothing() -> None:
    assert refusals({"diagnosed": "2026-03-22"}, None) == [("today", "today-missing", "a date was given, and today's date is missing")]
    assert refusals({"age": "50"}, None) == []
    assert refusals({"age": "50"}, "2026-02-30") == [("today", "date", "“2026-02-30” is not a date")]


# Answers against each other


LIVES = [
    ({"age": "20", "months_since_diagnosis": "240"}, []),
    ({"age": "20", "months_since_diagnosis": "240.1"}, ["time since diagnosis is longer than the patient's life"]),
    ({"months_since_diagnosis": "240.1"}, []),
    ({"age": "20"}, []),
    ({"age": "0.5", "months_since_diagnosis": "7", "azathioprine_months": "7"},
     ["time since diagnosis is longer than the patient's life", "time on azathioprine is longer than the patient's life"]),
]


@pytest.mark.parametrize(("answers", "messages"), LIVES)
def test_no_time_is_longer_than_a_life(answers: dict, messages: list[str]) -> None:
    found = read_patient(GUIDELINE, answers, None).refusals
    assert [each.message for each in found] == messages
    assert all((each.code, each.accepted) == ("inconsistent", "a time within the age given") for each in found)


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


# Gates and remarks

PREGNANCY = next(gate for gate in GUIDELINE.common_gates if gate.id == "pregnancy")


@pytest.mark.parametrize(
    ("values", "state", "text", "missing"),
    [({"pregnant": "no"}, "open", "", ()), ({"pregnant": "yes"}, "closed", PREGNANCY.closed, ()), ({}, "unanswered", PREGNANCY.unanswered, ("pregnant",))],
)
def test_where_a_gate_stands(values: dict, state: str, text: str, missing: tuple) -> None:
    found = gate_finding(PREGNANCY, values)
    assert (found.id, found.label, found.state, found.text, found.missing) == ("pregnancy", "Pregnancy", state, text, missing)
    assert (found.opens, found.effect, found.facts, found.defects) == (PREGNANCY.opens, Outcome.SUPPRESSED, ("pregnancy-gate",), ("SD-30",))
    assert found.layer == "added"


def test_a_contested_gate_is_closed() -> None:
    """Where the source contradicts itself about a gate, no dose passes it."""
    gate = Gate(
        id="g", label="G", closes=Contested(GUIDELINE.questions["pregnant"].is_("yes"), "SD-30", ()), closed="c", unanswered="u", opens="o",
        facts=PREGNANCY.facts,
    )
    assert gate_finding(gate, {"pregnant": "yes"}).state == "closed"


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
