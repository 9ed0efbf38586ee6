"""Doses: a regimen, a patient, and the arithmetic between them.

Nothing is rounded before the end; shown ends are rounded inwards, so that no shown dose leaves the range.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ..model.condition import Outcome
from ..model.guideline import Guideline
from ..model.quantity import Range, ceil_to, convert, floor_to, number_text, range_text, with_unit
from ..model.therapy import Basis, Regimen, Therapy
from . import details
from .change import changes
from .gates import gate_finding
from .next_question import Next, next_question
from .patient import Patient
from .results import Dose, Header, Measured, Reason, RegimenResult, barrier, cited, gate_reasons, header, measured
from .sums import Matter, Part, gate_parts, summed

LABELS = {
    Outcome.MET: "Dose within the source's range",
    Outcome.UNKNOWN: "More is needed for a dose",
    Outcome.CONFLICT: "The source contradicts itself: not offered",
    Outcome.SUPPRESSED: "No dose is shown",
    Outcome.OUT_OF_SCOPE: "Outside this site",
    Outcome.REFUSED: "Please check the answers",
}

CHANGED = {
    Outcome.MET: "a dose is shown",
    Outcome.UNKNOWN: "more is needed for a dose",
    Outcome.CONFLICT: "the source contradicts itself, and it is not offered",
    Outcome.SUPPRESSED: "no dose is shown",
}
"""What another answer would do to a dose, as the end of a sentence."""

_TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class DoseAnswer:
    header: Header
    regimens: tuple[RegimenResult, ...]
    next: Next | None


@dataclass(frozen=True, slots=True)
class _Worked:
    """What the arithmetic alone comes to, before any gate."""

    outcome: Outcome
    dose: Dose | None = None
    working: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    details: tuple = ()
    size: Measured | None = None


def dose(guideline: Guideline, patient: Patient, therapy: str | None = None) -> DoseAnswer:
    """Every regimen of the guideline, or of one therapy, for one patient."""
    results, undecided, owners = [], [], set()
    for owner, regimen in guideline.regimens():
        if therapy not in (None, owner.id):
            continue
        result = regimen_result(guideline, patient, owner, regimen)
        if result.gates:
            owners.add(owner.id)
            matter = _matter(guideline, patient, owner, regimen)
            result = replace(result, changes=changes(guideline, patient, matter, _labelled))
            openly = replace(matter, adds_up=summed)
            if openly.as_it_stands(patient.values) is Outcome.UNKNOWN:
                undecided.append((openly, result.missing))
        results.append(result)
    return DoseAnswer(header(patient), tuple(results), next_question(guideline, patient, undecided, (len(owners), "every dose")))


def _matter(guideline: Guideline, patient: Patient, therapy: Therapy, regimen: Regimen) -> Matter:
    """A regimen as what its outcome depends on: its gates, and the size that its arithmetic needs."""
    weight = guideline.questions["weight"]
    reads = (weight,) if regimen.basis is Basis.WEIGHT or regimen.must_fit else ()
    if regimen.basis is Basis.SURFACE:
        reads = guideline.surface[0].inputs
    size = Part(reads, {weight.id: turning_weights(regimen)}, lambda values: _outcome(guideline, regimen, values))
    return Matter(therapy.name, (*gate_parts(guideline, patient, therapy), size), _gates_first)


def _gates_first(outcomes: Sequence[Outcome]) -> Outcome:
    """No arithmetic before every gate is open."""
    *gates, size = outcomes
    return size if all(gate is Outcome.MET for gate in gates) else Outcome.SUPPRESSED


def _outcome(guideline: Guideline, regimen: Regimen, values: Mapping[str, object]) -> Outcome:
    """What the arithmetic comes to."""
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


def turning_weights(regimen: Regimen) -> frozenset[Fraction]:
    """The weights in kg at which a cap begins to bite or to lie below the range, and at which a flat dose fits it."""
    limit = regimen.cap or (regimen.dose if regimen.must_fit else None)
    if limit is None:
        return frozenset()
    by_weight = (regimen.must_fit or regimen.dose).value
    return frozenset(limit.high.value / end for end in (by_weight.low, by_weight.high))


def regimen_result(guideline: Guideline, patient: Patient, therapy: Therapy, regimen: Regimen) -> RegimenResult:
    """One regimen for one patient: barrier, then no dose in the source, then gates, then the arithmetic."""
    gates = patient.gates + tuple(gate_finding(gate, patient.values) for gate in therapy.gates)
    barred = barrier(patient)
    if barred:
        worked, gates = _Worked(barred[0], reasons=barred[1]), ()
    elif regimen.basis is Basis.NONE:
        reason = Reason("no-dose-in-source", therapy.no_dose, facts=(regimen.id,), defects=regimen.defects)
        worked, gates = _Worked(Outcome.OUT_OF_SCOPE, reasons=(reason,)), ()
    elif reasons := gate_reasons(gates):
        missing = tuple(q for r in reasons for q in r.questions)
        worked = _Worked(Outcome.SUPPRESSED, reasons=reasons, missing=missing)
    else:
        worked = _work_out(guideline, patient, regimen)
        if regimen.ambiguous and worked.dose:
            defect = guideline.defects[regimen.ambiguous]
            reason = Reason("ambiguous", f"The source's wording is ambiguous. {defect.handling}", defects=(defect.id,))
            worked = replace(worked, reasons=(reason,))
    facts = _facts(guideline, regimen, worked)
    return RegimenResult(
        regimen.id, therapy.id, regimen.label, worked.outcome, LABELS[worked.outcome], worked.dose,
        _shown(regimen, worked.dose), regimen.ends, regimen.route, regimen.per, worked.working, worked.details,
        worked.reasons, gates, worked.missing, facts, cited(guideline, facts), regimen.defects, (), worked.size,
    )


def _labelled(outcome: Outcome) -> tuple[Outcome, str]:
    return outcome, CHANGED[outcome]


def _facts(guideline: Guideline, regimen: Regimen, worked: _Worked) -> tuple[str, ...]:
    used = [regimen.id, *(f.id for f in (regimen.cap, regimen.must_fit) if f)]
    if regimen.basis is Basis.SURFACE:
        used += [f.id for _, f in guideline.surface[0].coefficients]
    used += [f for reason in worked.reasons for f in reason.facts]
    used += [f for detail in worked.details for f in detail.facts]
    return tuple(dict.fromkeys(used + [note.id for note in regimen.notes]))


def _work_out(guideline: Guideline, patient: Patient, regimen: Regimen) -> _Worked:
    match regimen.basis:
        case Basis.WEIGHT:
            return _by_weight(guideline, patient, regimen)
        case Basis.SURFACE:
            return _by_surface(guideline, patient, regimen)
    return _fixed(guideline, patient, regimen)


def _by_weight(guideline: Guideline, patient: Patient, regimen: Regimen) -> _Worked:
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
        return _Worked(Outcome.SUPPRESSED, working=tuple(working), reasons=(reason,))
    if regimen.cap and weight * regimen.dose.high.value > scaled.high:
        working.append(f"The high end is held at the cap of {range_text(regimen.cap.value)}.")
    given = Dose(scaled.low, scaled.high, scaled.unit)
    more = details.for_regimen(guideline, patient, regimen, given)
    return _Worked(Outcome.MET, given, tuple(working), details=more, size=measured(weight, "kg"))


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


def _by_surface(guideline: Guideline, patient: Patient, regimen: Regimen) -> _Worked:
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
    return _Worked(Outcome.MET, given, tuple(working), details=more, size=measured(surface, used.unit, used.places))


def _fixed(guideline: Guideline, patient: Patient, regimen: Regimen) -> _Worked:
    given = Dose(regimen.dose.low.value, regimen.dose.high.value, regimen.gives)
    if regimen.must_fit is None:
        return _Worked(Outcome.MET, given, details=details.for_regimen(guideline, patient, regimen, given))
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
        return _Worked(Outcome.MET, given, working, details=(detail,), size=size)
    side = "above" if per_kg > fits.high else "below"
    reason = Reason(
        "fixed-dose-outside-range",
        f"For {weighed} kg the flat dose would be {shown}, {side} the range of {range_text(fits)} that the "
        "source gives as if it were the same. It is not offered.",
        ("weight",), (regimen.id, regimen.must_fit.id), regimen.defects,
    )
    return _Worked(Outcome.CONFLICT, None, working, (reason,), details=(detail,), size=size)


def _weighed(regimen: Regimen, weight: Fraction) -> str:
    """The weight with as many decimals as keep it on its own side of those at which the outcome turns."""
    turns = turning_weights(regimen)
    return number_text(details.readable(weight, Range(min(turns), max(turns), "kg")))


def _needs(guideline: Guideline, *questions: str) -> _Worked:
    nouns = " and ".join(guideline.questions[q].noun for q in questions)
    return _Worked(Outcome.UNKNOWN, reasons=(Reason("missing", f"The dose needs {nouns}.", questions),), missing=questions)


def _ends(value: Range) -> tuple[Fraction, ...]:
    return (value.low,) if value.single else (value.low, value.high)


def _step(size: Fraction, symbol: str, per: Fraction, regimen: Regimen, places: int = 3) -> str:
    mass, _, rest = regimen.dose.value.unit.partition("/")
    product = with_unit(number_text(convert(size * per, mass, regimen.gives.partition("/")[0]), 3), regimen.gives)
    return f"{number_text(size, places)} {symbol} × {with_unit(number_text(per), regimen.dose.value.unit, one=per == 1)} = {product}"


def _shown(regimen: Regimen, given: Dose | None) -> str:
    """The dose for a reader: ends rounded inwards to a tenth, a single value to the nearest."""
    if given is None:
        return ""
    if given.low == given.high:
        return with_unit(number_text(given.low, 1), given.unit, one=given.low == 1)
    low, high = ceil_to(given.low, _TENTH), floor_to(given.high, _TENTH)
    first, last = number_text(low), with_unit(number_text(high), given.unit)
    if any(regimen.ends):
        return f"{regimen.ends[0]} {first}, {regimen.ends[1]} {last}"
    return f"{first} to {last}"
