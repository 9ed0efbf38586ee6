"""The arithmetic of a dose: a regimen, a weight or a body surface, and what comes of them before any gate.

Nothing is rounded before the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..model.condition import Outcome
from ..model.guideline import Guideline
from ..model.quantity import Range, convert, number_text, range_text, with_unit
from ..model.therapy import Basis, Regimen
from . import details
from .patient import Patient
from .results import Dose, Measured, Reason, measured


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What the arithmetic alone comes to, before any gate."""

    outcome: Outcome
    dose: Dose | None = None
    working: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    details: tuple = ()
    size: Measured | None = None


def work_out(guideline: Guideline, patient: Patient, regimen: Regimen) -> WorkedOut:
    """The dose, or why there is none, from the size that the regimen goes by."""
    match regimen.basis:
        case Basis.WEIGHT:
            return _by_weight(guideline, patient, regimen)
        case Basis.SURFACE:
            return _by_surface(guideline, patient, regimen)
    return _fixed(guideline, patient, regimen)


def comes_to(guideline: Guideline, regimen: Regimen, values: Mapping[str, object]) -> Outcome:
    """What the arithmetic comes to, from exact values alone."""
    if regimen.basis is Basis.SURFACE:
        return Outcome.MET if all(term.id in values for term in guideline.surface[0].inputs) else Outcome.UNKNOWN
    if regimen.basis is Basis.FIXED and regimen.must_fit is None:
        return Outcome.MET
    weight = values.get("weight")
    if weight is None:
        return Outcome.UNKNOWN
    if regimen.must_fit:
        return Outcome.MET if regimen.dose.low.value / weight in regimen.must_fit.value else Outcome.CONFLICT
    return Outcome.MET if weight_range(regimen, weight) else Outcome.SUPPRESSED


def _by_weight(guideline: Guideline, patient: Patient, regimen: Regimen) -> WorkedOut:
    weight = patient.values.get("weight")
    if weight is None:
        return _needs(guideline, "weight")
    scaled = weight_range(regimen, weight)
    working = [_step(weight, "kg", end, regimen) for end in _ends(regimen.dose.value)]
    if scaled is None:
        reason = Reason(
            "cap-below-range",
            f"At {_weighed(regimen, weight)} kg even the low end of the range is above the cap of "
            f"{range_text(regimen.cap.value)}. No dose is shown.",
            ("weight",), (regimen.cap.id,), regimen.defects,
        )
        return WorkedOut(Outcome.SUPPRESSED, working=tuple(working), reasons=(reason,))
    if regimen.cap and weight * regimen.dose.high.value > scaled.high:
        working.append(f"The high end is held at the cap of {range_text(regimen.cap.value)}.")
    given = Dose(scaled.low, scaled.high, scaled.unit)
    more = details.for_regimen(guideline, patient, regimen, given)
    return WorkedOut(Outcome.MET, given, tuple(working), details=more, size=measured(weight, "kg"))


def _by_surface(guideline: Guideline, patient: Patient, regimen: Regimen) -> WorkedOut:
    used = guideline.surface[0]
    surface = patient.values.get(used.id)
    if surface is None:
        return _needs(guideline, *(term.id for term in used.inputs if term.id not in patient.values))
    scaled = surface_range(regimen, surface)
    formula = next(w for w in patient.derived if w.id == used.id)
    working = [f"{formula.label}: {formula.working} = {formula.shown} m²"]
    working += [_step(surface, "m²", end, regimen, places=4) for end in _ends(regimen.dose.value)]
    given = Dose(scaled.low, scaled.high, scaled.unit)
    more = details.for_regimen(guideline, patient, regimen, given)
    return WorkedOut(Outcome.MET, given, tuple(working), details=more, size=measured(surface, used.unit, used.places))


def _fixed(guideline: Guideline, patient: Patient, regimen: Regimen) -> WorkedOut:
    given = Dose(regimen.dose.low.value, regimen.dose.high.value, regimen.gives)
    if regimen.must_fit is None:
        return WorkedOut(Outcome.MET, given, details=details.for_regimen(guideline, patient, regimen, given))
    weight = patient.values.get("weight")
    if weight is None:
        return _needs(guideline, "weight")
    per_kg, size = given.low / weight, measured(weight, "kg")
    fits = regimen.must_fit.value
    shown = with_unit(number_text(details.readable(per_kg, fits)), fits.unit)
    detail = details.per_kg(regimen, per_kg, shown)
    weighed = _weighed(regimen, weight)
    working = (f"{number_text(given.low)} mg ÷ {weighed} kg = {shown}",)
    if per_kg in fits:
        return WorkedOut(Outcome.MET, given, working, details=(detail,), size=size)
    side = "above" if per_kg > fits.high else "below"
    reason = Reason(
        "fixed-dose-outside-range",
        f"For {weighed} kg the flat dose would be {shown}, {side} the range of {range_text(fits)} that the "
        "source gives as if it were the same. It is not offered.",
        ("weight",), (regimen.id, regimen.must_fit.id), regimen.defects,
    )
    return WorkedOut(Outcome.CONFLICT, None, working, (reason,), details=(detail,), size=size)


def _weighed(regimen: Regimen, weight: Fraction) -> str:
    """The weight with as many decimals as keep it on its own side of those at which the outcome turns."""
    turns = turning_weights(regimen)
    return number_text(details.readable(weight, Range(min(turns), max(turns), "kg")))


def _needs(guideline: Guideline, *questions: str) -> WorkedOut:
    nouns = " and ".join(guideline.questions[q].noun for q in questions)
    return WorkedOut(Outcome.UNKNOWN, reasons=(Reason("missing", f"The dose needs {nouns}.", questions),), missing=questions)


def _ends(value: Range) -> tuple[Fraction, ...]:
    return (value.low,) if value.single else (value.low, value.high)


def _step(size: Fraction, symbol: str, per: Fraction, regimen: Regimen, places: int = 3) -> str:
    mass, _, rest = regimen.dose.value.unit.partition("/")
    product = with_unit(number_text(convert(size * per, mass, regimen.gives.partition("/")[0]), 3), regimen.gives)
    return f"{number_text(size, places)} {symbol} × {with_unit(number_text(per), regimen.dose.value.unit, one=per == 1)} = {product}"


def turning_weights(regimen: Regimen) -> frozenset[Fraction]:
    """The weights in kg at which a cap begins to bite or to lie below the range, and at which a flat dose fits it."""
    limit = regimen.cap or (regimen.dose if regimen.must_fit else None)
    if limit is None:
        return frozenset()
    by_weight = (regimen.must_fit or regimen.dose).value
    return frozenset(limit.high.value / end for end in (by_weight.low, by_weight.high))


def weight_range(regimen: Regimen, weight: Fraction) -> Range | None:
    """The regimen's range for a weight in kg, held under its cap; None where the cap lies below the range."""
    scaled = regimen.dose.value.times(weight, regimen.gives)
    if regimen.cap is None:
        return scaled
    cap = regimen.cap.high.value
    return None if scaled.low > cap else Range(scaled.low, min(scaled.high, cap), regimen.gives)


def surface_range(regimen: Regimen, surface: Fraction) -> Range:
    """The regimen's range for a body surface in m2."""
    mass = regimen.dose.value.unit.partition("/")[0]
    return regimen.dose.value.times(convert(surface, mass, regimen.gives), regimen.gives)


def fits_between(fixed: Regimen) -> Range:
    """The weights in kg between which a fixed dose lies inside the range by weight that it must fit."""
    dose, fits = fixed.dose.number, fixed.must_fit.value
    return Range(dose / fits.high, dose / fits.low, "kg")
