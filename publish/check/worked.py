"""The examples that defects work out, worked out again: what the source's figures come to for one patient.

A figure here follows from facts; it is no fact itself. A new example in a defect needs its line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from guideline_core.engine.body import derive
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import convert, exact, nearest
from publish.check.held import Amount


def worked(guideline: Guideline) -> dict[str, tuple[Amount, ...]]:
    """The figures of worked examples, by the defect that gives them."""
    return {id: tuple(example(guideline)) for id, example in EXAMPLES.items() if id in guideline.defects}


def flat_dose_by_weight(guideline: Guideline) -> Iterator[Amount]:
    flat, by_weight = guideline.facts["aza-dose-fixed"].number, guideline.facts["aza-dose-weight"].value
    yield Amount(flat / by_weight.high, "kg")
    yield Amount(flat / by_weight.low, "kg")
    for weight in (60, 45):
        yield Amount(Fraction(weight), "kg")
        yield _rounded(flat / weight, "mg/kg", 2)


def two_kidney_formulas(guideline: Guideline) -> Iterator[Amount]:
    creatinine = exact("1.1")
    patient = {"age": Fraction(70), "weight": Fraction(95), "sex": "F"}
    patient["creatinine"] = creatinine * guideline.facts["formula-creatinine-conversion"].number
    yield from (Amount(patient["age"], "a"), Amount(patient["weight"], "kg"), Amount(creatinine, "mg/dL"))
    for id in ("egfr", "creatinine_clearance"):
        yield _rounded(derive(guideline.derived[id], patient)[0], "", 1)


def infusions_in_a_course(guideline: Guideline) -> Iterator[Amount]:
    dose, count = (guideline.facts[id].value for id in ("cpa-iv-dose", "cpa-iv-count"))
    surface = _surface(guideline, 0, 70, 170)
    yield from (Amount(Fraction(70), "kg"), Amount(Fraction(170), "cm"))
    yield _rounded(dose.low * surface, "g", 2)
    yield _rounded(dose.high * surface * count.high, "g", 2)


def shortest_course_by_mouth(guideline: Guideline) -> Iterator[Amount]:
    dose, course = guideline.facts["cpa-oral-dose"].value, guideline.facts["cpa-oral-duration"].value
    yield Amount(Fraction(70), "kg")
    for end in (dose.low, dose.high):
        yield Amount(end * 70 * convert(course.low, course.unit, "d"), "mg")


def count_per_microlitre(guideline: Guideline) -> Iterator[Amount]:
    yield Amount(guideline.facts["trigger-platelets"].value.high * 1000)


def prednisone_without_a_cap(guideline: Guideline) -> Iterator[Amount]:
    dose, cap = guideline.facts["firstline-prednisone-dose"].value, guideline.facts["firstline-prednisone-cap"].value
    yield Amount(Fraction(80), "kg")
    yield Amount(dose.high * 80, "mg")
    yield Amount(cap.high / dose.high, "kg")


def two_surfaces(guideline: Guideline) -> Iterator[Amount]:
    dose = guideline.facts["rituximab-dose"].number
    yield Amount(Fraction(150), "kg")
    for height, places in ((185, 1), (160, 0)):
        yield Amount(Fraction(height), "cm")
        yield _rounded(dose * (_surface(guideline, 0, 150, height) - _surface(guideline, 1, 150, height)), "mg", places)


EXAMPLES = {
    "SD-01": flat_dose_by_weight, "SD-09": two_kidney_formulas, "SD-12": infusions_in_a_course,
    "SD-14": shortest_course_by_mouth, "SD-19": count_per_microlitre, "SD-38": prednisone_without_a_cap,
    "SD-42": two_surfaces,
}


def _surface(guideline: Guideline, which: int, weight: int, height: int) -> Fraction:
    return derive(guideline.surface[which], {"weight": Fraction(weight), "height": Fraction(height)})[0]


def _rounded(value: Fraction, unit: str, places: int) -> Amount:
    return Amount(nearest(value, Fraction(1, 10**places)), unit)
