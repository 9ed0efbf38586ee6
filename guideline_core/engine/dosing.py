"""Doses: a regimen and a patient, behind the gates.

Shown ends are rounded inwards, so that no shown dose leaves the range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ..model.condition import Outcome
from ..model.guideline import Guideline
from ..model.quantity import ceil_to, floor_to, number_text, with_unit
from ..model.therapy import Basis, Regimen, Therapy
from .arithmetic import WorkedOut, comes_to, turning_weights, work_out
from .change import changes
from .gates import gate_finding
from .next_question import Next, next_question
from .patient import Patient
from .results import Dose, Header, Reason, RegimenResult, barrier, cited, gate_reasons, header
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
    size = Part(reads, {weight.id: turning_weights(regimen)}, lambda values: comes_to(guideline, regimen, values))
    return Matter(therapy.name, (*gate_parts(guideline, patient, therapy), size), _gates_first)


def _gates_first(outcomes: Sequence[Outcome]) -> Outcome:
    """No arithmetic before every gate is open."""
    *gates, size = outcomes
    return size if all(gate is Outcome.MET for gate in gates) else Outcome.SUPPRESSED


def regimen_result(guideline: Guideline, patient: Patient, therapy: Therapy, regimen: Regimen) -> RegimenResult:
    """One regimen for one patient: barrier, then no dose in the source, then gates, then the arithmetic."""
    gates = patient.gates + tuple(gate_finding(gate, patient.values) for gate in therapy.gates)
    barred = barrier(patient)
    if barred:
        worked, gates = WorkedOut(barred[0], reasons=barred[1]), ()
    elif regimen.basis is Basis.NONE:
        reason = Reason("no-dose-in-source", therapy.no_dose, facts=(regimen.id,), defects=regimen.defects)
        worked, gates = WorkedOut(Outcome.OUT_OF_SCOPE, reasons=(reason,)), ()
    elif reasons := gate_reasons(gates):
        missing = tuple(q for r in reasons for q in r.questions)
        worked = WorkedOut(Outcome.SUPPRESSED, reasons=reasons, missing=missing)
    else:
        worked = work_out(guideline, patient, regimen)
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


def _facts(guideline: Guideline, regimen: Regimen, worked: WorkedOut) -> tuple[str, ...]:
    used = [regimen.id, *(f.id for f in (regimen.cap, regimen.must_fit) if f)]
    if regimen.basis is Basis.SURFACE:
        used += [f.id for _, f in guideline.surface[0].coefficients]
    used += [f for reason in worked.reasons for f in reason.facts]
    used += [f for detail in worked.details for f in detail.facts]
    return tuple(dict.fromkeys(used + [note.id for note in regimen.notes]))


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
