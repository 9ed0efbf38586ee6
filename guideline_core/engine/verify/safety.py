"""Safety: when a dose may show at all, and that it never leaves what the source and its cap allow."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from ...model.condition import Outcome
from ...model.evidence import Layer
from ...model.fact import Fact
from ...model.guideline import Guideline
from ...model.quantity import Range, convert
from ...model.therapy import Basis, Regimen, Therapy
from ..assessment import assess
from ..dosing import regimen_result
from ..patient import Patient, read_patient
from ..results import RegimenResult
from .ledger import Ledger
from .subjects import Subjects


def safe(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for therapy, regimen in guideline.regimens():
        name = f"{therapy.name}, {regimen.label.lower()}"
        patients = subjects.doses(regimen, therapy)
        ledger.walk(prod(r.size for r in subjects.gate_rules(therapy)), 0)
        for patient in patients:
            ledger.walk(0, 1)
            result = regimen_result(guideline, patient, therapy, regimen)
            fault = _unsafe(subjects, patient, therapy, regimen, result)
            if fault:
                ledger.fails(name, fault, patient.values)
            elif result.dose:
                ledger.shows(name, f"every gate is open; shown: {result.shown}", patient.values)
    _emergency(guideline, ledger)


def _unsafe(subjects: Subjects, patient: Patient, therapy: Therapy, regimen: Regimen, result: RegimenResult) -> str:
    """What is wrong with a result, or nothing."""
    if any(gate.state != "open" for gate in (*patient.gates, *result.gates)) and (result.dose or result.shown):
        return "a dose is shown while a gate is closed or unanswered"
    if (regimen.basis is Basis.NONE or therapy.no_dose) and (result.dose or result.shown):
        return "a dose is shown where the source gives none"
    if result.dose is None:
        return "" if not result.shown else "a dose is shown beside the outcome"
    size = {"weight": patient.values.get("weight"), "surface": patient.values.get(subjects.guideline.surface[0].id)}
    scale = size.get(regimen.basis.value, Fraction(1))
    stated = regimen.dose.value
    if regimen.basis is Basis.SURFACE:
        scale = convert(scale, stated.unit.partition("/")[0], regimen.gives)
    if result.dose.low < stated.low * scale or result.dose.high > stated.high * scale:
        return "the dose leaves the range"
    if regimen.cap and result.dose.high > regimen.cap.high.value:
        return "the dose is above its cap"
    for fact in _ceilings(therapy, regimen):
        if result.dose.high > fact.high.value:
            return f"the dose is above {fact.id}, which mends a defect of this regimen"
    for fits in _ranges_by_weight(therapy, regimen):
        if size["weight"] is None or result.dose.low / size["weight"] not in fits:
            return "the flat dose is offered where it leaves the range by weight"
    offered = [v for d in result.details if d.code in ("multiples", "halves") for v in d.values]
    if any(not result.dose.low <= v <= result.dose.high for v in offered):
        return "a multiple outside the range is offered"
    return ""


def _ceilings(therapy: Therapy, regimen: Regimen) -> list[Fact]:
    """Numbers from outside the source, in the unit that comes out, that stand for a defect of the regimen and aren't its notes."""
    return [
        fact for fact in therapy.facts()
        if fact.layer is not Layer.SOURCE and set(fact.defects) & set(regimen.defects) and fact not in regimen.notes
        and fact.value and fact.value.unit == regimen.gives and fact.value.high is not None
    ]


def _ranges_by_weight(therapy: Therapy, regimen: Regimen) -> list[Range]:
    """What a flat dose has to lie inside: the range that it names, and any that the same drug, given the same way, is dosed by."""
    if regimen.basis is not Basis.FIXED:
        return []
    given = (regimen.gives, regimen.route, regimen.per)
    alike = (r for r in therapy.regimens if r.basis is Basis.WEIGHT and (r.gives, r.route, r.per) == given)
    return [fact.value for fact in (regimen.must_fit, *(r.dose for r in alike)) if fact]


def _emergency(guideline: Guideline, ledger: Ledger) -> None:
    """Bleeding stops everything, whatever else was answered, right or wrong."""
    ordinary = {q.id: str(q.soft.low) for q in guideline.questions.values() if q.soft and not q.unit_needed}
    for others in ({}, ordinary, {"weight": "no number"}, {"no such question": "yes"}):
        patient = read_patient(guideline, {"active_bleeding": "yes", **others}, None)
        answer = assess(guideline, patient)
        results = [regimen_result(guideline, patient, t, r) for t, r in guideline.regimens()]
        rows = [*answer.criteria, *answer.therapies, *results]
        ledger.walk(len(rows), len(rows))
        for row in rows:
            if row.outcome is not Outcome.OUT_OF_SCOPE:
                ledger.fails(row.id, f"says {row.outcome.value} during active serious bleeding", {})
