"""Safety as a theorem, over every weight, height and body surface within bounds."""

from __future__ import annotations

from fractions import Fraction

import z3

from guideline_core.model.quantity import Range
from guideline_core.model.therapy import Basis, Regimen, Therapy

from .logic import FALSE, Result, is_satisfiable, number
from .rules import MET, OUT, Rules, per_weight_within
from .theory import Verdict


def safe(rules: Rules) -> Verdict:
    found = {
        f"{therapy.name}, {regimen.label.lower()}"
        for therapy, regimen in rules.guideline.regimens() if _unsafe(rules, therapy, regimen)
    }
    return Verdict(frozenset(found | _past_the_emergency(rules)))


def _unsafe(rules: Rules, therapy: Therapy, regimen: Regimen) -> bool:
    """A dose is shown, and one of the promises about it is broken."""
    patient = rules.patient()
    offer = rules.dose(therapy, regimen, patient)
    broken = [z3.Not(gate[MET]) for gate in rules.gates(therapy, patient)]
    if regimen.basis is Basis.NONE or therapy.no_dose:
        broken.append(z3.BoolVal(True))
    stated = regimen.dose.value
    if regimen.basis in (Basis.WEIGHT, Basis.SURFACE):
        _, size = rules.size(regimen, patient)
        broken += [offer.low < number(stated.low) * size, offer.high > number(stated.high) * size]
    if regimen.basis is Basis.FIXED:
        weight = patient.answer(rules.guideline.questions["weight"])
        for fits in _flat_limits(therapy, regimen):
            inside = per_weight_within(fits, offer.low, weight.value)
            broken += [z3.Not(weight.known), z3.Not(inside)]
    broken += [offer.high > number(limit) for limit in _ceilings(therapy, regimen)]
    bounds = [rules.surface_bounds(patient)] if regimen.basis is Basis.SURFACE else []
    return bool(is_satisfiable(patient.facts(), *bounds, offer.outcome.get(MET, FALSE), z3.Or(broken)))


def _flat_limits(therapy: Therapy, regimen: Regimen) -> list[Range]:
    """A flat dose has to lie inside what the same drug, given the same way, is dosed by weight."""
    limits = [regimen.must_fit.value] if regimen.must_fit else []
    return limits + [
        other.dose.value for other in therapy.regimens
        if other.basis is Basis.WEIGHT and (other.gives, other.route, other.per) == (regimen.gives, regimen.route, regimen.per)
    ]


def _ceilings(therapy: Therapy, regimen: Regimen) -> list[Fraction]:
    """The cap, and every single number that was added in the same unit to mend a defect of this regimen."""
    found = [regimen.cap.high.value] if regimen.cap else []
    for fact in therapy.facts():
        mends = set(fact.defects) & set(regimen.defects) and fact.layer.value != "source"
        if mends and fact not in regimen.notes and fact.value and fact.value.unit == regimen.gives and fact.value.high is not None:
            found.append(fact.value.high)
    return found


def _past_the_emergency(rules: Rules) -> set[str]:
    """Rows that say anything but out-of-scope during active serious bleeding, whatever else was answered, right or wrong."""
    patient, refused = rules.patient(), z3.Bool("refused")
    bleeding = patient.answer(rules.guideline.questions["active_bleeding"])
    barred = rules.barred(patient, refused)
    rows: dict[str, Result] = {}
    for criterion in rules.guideline.criteria.values():
        fixed = {criterion.fixed: z3.BoolVal(True)} if criterion.fixed else None
        rows[criterion.id] = fixed or rules.criterion(criterion, patient)
    rows |= {t.id: rules.therapy(t, patient) for t in rules.guideline.therapies.values() if t.summed}
    rows |= {r.id: rules.dose(t, r, patient).outcome for t, r in rules.guideline.regimens()}
    bleeds = z3.And(bleeding.known, bleeding.says("yes"))
    return {
        name for name, result in rows.items()
        if is_satisfiable(patient.facts(), bleeds, z3.Not(rules.behind(barred, result).get(OUT, FALSE)))
    }
