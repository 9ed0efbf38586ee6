"""What the brief says of doses, classes and gates (its 4b, 4d and part 5), typed by hand and proved for every patient.

Not one value here is read from the core: a gate that is lost, or a limit that moves, has nowhere to hide.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
import z3

from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome

from .logic import FALSE, Formula, is_satisfiable, number
from .patients import Patient
from .rules import Rules

RULES = Rules(GUIDELINE)

FIRST = {"active_bleeding": "no", "pregnant": "no"}
NEEDED = {
    "azathioprine": {"tpmt": "normal", "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"},
    "ciclosporin": {"age_concern": "no", "bp_controlled": "yes"},
    "cyclophosphamide": {"breast_feeding": "no", "conception_planned": "no", "fertility_discussed": "yes"},
    "romiplostim": {},
    "eltrombopag": {},
    "rituximab": {"hbsag": "negative", "anti_hbc": "negative"},
}
"""The answers without which no dose of a drug may show, beside those of the three common questions."""

REGIMENS = {regimen.id: (therapy, regimen) for therapy, regimen in GUIDELINE.regimens()}


def offer(name: str, patient: Patient):
    return RULES.dose(*REGIMENS[name], patient)


def shown(name: str, patient: Patient) -> Formula:
    return offer(name, patient).outcome.get(Outcome.MET, FALSE)


def said(patient: Patient, answers: dict[str, str]) -> list[Formula]:
    found = [(patient.answer(GUIDELINE.questions[name]), value) for name, value in answers.items()]
    return [z3.And(answer.known, answer.says(value)) for answer, value in found]


def proved(patient: Patient, *claims: Formula) -> bool:
    """The last claim follows from the others, for every patient within bounds."""
    return is_satisfiable(patient.facts(), *claims[:-1], z3.Not(claims[-1])) is None


def test_every_dosed_drug_is_here() -> None:
    assert {therapy.id for therapy, _ in REGIMENS.values()} == {*NEEDED, "combination"}


@pytest.mark.parametrize("name", [n for n in REGIMENS if n != "combo-regimen"])
def test_no_dose_without_these_answers(name: str) -> None:
    patient = Patient(GUIDELINE, "a")
    dose = shown(name, patient)
    age = patient.answer(GUIDELINE.questions["age"])
    for needed in [*said(patient, FIRST | NEEDED[REGIMENS[name][0].id]), z3.And(age.known, age.value >= 18)]:
        assert proved(patient, dose, needed)
    assert is_satisfiable(patient.facts(), dose), "the dose can be reached at all"


def test_no_ciclosporin_with_any_egfr_below_60() -> None:
    patient = Patient(GUIDELINE, "a")
    dose = shown("csa-dose", patient)
    reported, computed = patient.answer(GUIDELINE.questions["reported_egfr"]), patient.answer(GUIDELINE.derived["egfr"])
    for egfr in (reported, computed):
        assert proved(patient, dose, egfr.known, egfr.value >= 60)
    assert proved(patient, dose, z3.Or(reported.known, computed.known))
    assert is_satisfiable(patient.facts(), dose, reported.value == 60)


def test_azathioprine_by_weight() -> None:
    """From 1 mg/kg to the smaller of 2 mg/kg and 150 mg; at 150 kg still a dose, above it none."""
    patient = Patient(GUIDELINE, "a")
    found = offer("aza-dose-weight", patient)
    dose = found.outcome[Outcome.MET]
    weight = patient.answer(GUIDELINE.questions["weight"]).value
    assert proved(patient, dose, found.low == weight)
    assert proved(patient, dose, weight <= 75, found.high == 2 * weight)
    assert proved(patient, dose, weight >= 75, found.high == 150)
    assert proved(patient, dose, weight <= 150)
    assert is_satisfiable(patient.facts(), dose, weight == 150)


def test_the_flat_dose_of_azathioprine() -> None:
    """Met from 75 to 150 kg, both included; a conflict at any other weight, once the gates are open."""
    patient = Patient(GUIDELINE, "a")
    found = offer("aza-dose-fixed", patient)
    weight = patient.answer(GUIDELINE.questions["weight"])
    inside = z3.And(weight.value >= 75, weight.value <= 150)
    decided = z3.Or(found.outcome[Outcome.MET], found.outcome[Outcome.CONFLICT])
    assert proved(patient, decided, found.outcome[Outcome.MET] == inside)
    assert proved(patient, found.outcome[Outcome.MET], found.high == 150)
    for end in (75, 150):
        assert is_satisfiable(patient.facts(), found.outcome[Outcome.MET], weight.value == end)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("csa-dose", "2.5", "3"), ("cpa-oral-dose", "1", "2"), ("romiplostim-dose", "1", "10")],
)
def test_doses_by_weight(name: str, low: str, high: str) -> None:
    patient = Patient(GUIDELINE, "a")
    found = offer(name, patient)
    weight = patient.answer(GUIDELINE.questions["weight"]).value
    ends = z3.And(found.low == number(Fraction(low)) * weight, found.high == number(Fraction(high)) * weight)
    assert proved(patient, found.outcome[Outcome.MET], ends)


@pytest.mark.parametrize(("name", "low", "high"), [("rituximab-dose", 375, 375), ("cpa-iv-dose", 300, 1000)])
def test_doses_by_surface(name: str, low: int, high: int) -> None:
    """In mg for each square metre, whatever the formula makes of weight and height."""
    patient = Patient(GUIDELINE, "a")
    found = offer(name, patient)
    surface = patient.answer(GUIDELINE.derived["bsa_mosteller"]).value
    ends = z3.And(found.low == low * surface, found.high == high * surface)
    assert proved(patient, found.outcome[Outcome.MET], ends)


def test_the_rest_of_the_doses() -> None:
    patient = Patient(GUIDELINE, "a")
    eltrombopag = offer("eltrombopag-dose", patient)
    assert proved(patient, eltrombopag.outcome[Outcome.MET], z3.And(eltrombopag.low == 25, eltrombopag.high == 75))
    assert proved(patient, z3.Not(shown("combo-regimen", patient)))


def test_classes_of_response() -> None:
    """One count, no rescue: CR from 100, NR below 30 or under twofold or bleeding, else R; both limits included."""
    patient = Patient(GUIDELINE, "a", complete=True)
    rules = GUIDELINE.response
    count, baseline, bleeding = (patient.answer(q) for q in (rules.count, rules.baseline, rules.bleeding))
    found = RULES._class_of(patient, count)
    well = bleeding.says("no")
    better = z3.And(well, z3.Or(count.value >= 100, z3.And(count.value >= 30, count.value >= 2 * baseline.value)))
    assert proved(patient, found.yes == better)
    assert proved(patient, found.no == z3.Not(better))


def test_timing_is_met_or_a_conflict() -> None:
    """From 6 months on it is met, before it the source contradicts itself, and unanswered it is unknown."""
    patient = Patient(GUIDELINE, "a")
    found = RULES.criterion(GUIDELINE.criteria["P5"], patient)
    months = patient.answer(GUIDELINE.questions["months_since_diagnosis"])
    assert proved(patient, found[Outcome.MET] == z3.And(months.known, months.value >= 6))
    assert proved(patient, found[Outcome.CONFLICT] == z3.And(months.known, months.value < 6))


def test_the_triggers() -> None:
    """P4 is (lasting count under 30 and bleeding risk) or (toxicity after 6 weeks), with everything answered."""
    patient = Patient(GUIDELINE, "a", complete=True)
    found = RULES.criterion(GUIDELINE.criteria["P4"], patient)
    ask = {name: patient.answer(question) for name, question in GUIDELINE.questions.items() if name in (
        "persistent", "platelets", "platelets_second", "platelets_days_apart", "bleeding_risk", "steroid_toxicity", "steroid_weeks",
    )}
    twice = z3.And(ask["platelets_second"].value < 30, ask["platelets_days_apart"].value >= 7)
    lasts = z3.Or(ask["persistent"].says("yes"), twice)
    counted = z3.And(lasts, ask["platelets"].value < 30, ask["bleeding_risk"].says("yes"))
    toxic = z3.And(ask["steroid_toxicity"].says("unacceptable"), ask["steroid_weeks"].value >= 6)
    assert proved(patient, found[Outcome.MET] == z3.Or(counted, toxic))
