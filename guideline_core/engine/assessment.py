"""Criteria one by one, and their sum per therapy. The sum speaks of the source's criteria, never of the patient's fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.condition import Outcome
from ..model.readers import Values, decide, evaluate, explain
from ..model.guideline import Guideline
from ..model.statement import Criterion
from ..model.therapy import Therapy
from .change import Change, changes
from .gates import gate_finding
from .next_question import Next, next_question
from .patient import Patient
from .response import not_responding
from .results import (
    CriterionResult, Header, Reason, Side, TherapyResult, barrier, cited, gate_reasons, header,
)
from .sums import Matter, gate_parts, of_gate, part_of, summed

CRITERION_LABELS = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not met",
    Outcome.UNKNOWN: "not known yet",
    Outcome.CONFLICT: "the source contradicts itself",
    Outcome.SUPPRESSED: "a reason against",
    Outcome.OUT_OF_SCOPE: "outside this site",
    Outcome.REFUSED: "check the answers",
}

THERAPY_LABELS = CRITERION_LABELS | {
    Outcome.MET: "the source's criteria are met",
    Outcome.NOT_MET: "the source's criteria are not met",
    Outcome.UNKNOWN: "not decided yet",
    Outcome.SUPPRESSED: "a safety gate is closed",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    header: Header
    phase: CriterionResult
    criteria: tuple[CriterionResult, ...]
    therapies: tuple[TherapyResult, ...]
    next: Next | None


def assess(guideline: Guideline, patient: Patient) -> Assessment:
    """Every criterion and every therapy's sum for one patient."""
    criteria = {c.id: criterion_result(guideline, patient, c) for c in guideline.criteria.values()}
    matters = {} if barrier(patient) else _matters(guideline, patient)
    therapies = tuple(
        _sum_up(guideline, patient, therapy, criteria, matters.get(therapy.id))
        for therapy in guideline.therapies.values() if therapy.summed
    )
    phase = criterion_result(guideline, patient, guideline.phases)
    undecided = [(matters[t.id], t.missing) for t in therapies if t.outcome is Outcome.UNKNOWN]
    following = next_question(guideline, patient, undecided, (len(therapies), "every option"))
    return Assessment(header(patient), phase, tuple(criteria.values()), therapies, following)


def _matters(guideline: Guideline, patient: Patient) -> dict[str, Matter]:
    """Each therapy that is summed up, as what its sum depends on."""
    parts = {
        c.id: part_of(c.condition, lambda values, c=c: outcome_of(guideline, values, c))
        for c in guideline.criteria.values() if not c.fixed
    }
    return {
        therapy.id: Matter(therapy.name, (*gate_parts(guideline, patient, therapy), *(parts[c.id] for c in therapy.criteria)))
        for therapy in guideline.therapies.values() if therapy.summed
    }


def changes_of(guideline: Guideline, patient: Patient, therapy: Therapy) -> tuple[Change, ...]:
    """What would change one therapy's sum."""
    return changes(guideline, patient, _matters(guideline, patient)[therapy.id], _labelled)


def criterion_result(guideline: Guideline, patient: Patient, criterion: Criterion) -> CriterionResult:
    """One criterion, with the clause-by-clause reason for its outcome."""
    barred = barrier(patient)
    facts = tuple(f.id for f in criterion.facts)
    why, missing, bands, reasons, defects = None, (), (), (), criterion.defects
    if barred:
        outcome, reasons = barred
    elif criterion.fixed:
        outcome = criterion.fixed
        reasons = (Reason("fixed", criterion.reading, facts=facts),)
    else:
        outcome = outcome_of(guideline, patient.values, criterion)
        why = evaluate(criterion.condition, patient.values)
        if criterion is guideline.response.judged:
            why = not_responding(guideline, patient.values, why)
        missing = why.missing
        facts = tuple(dict.fromkeys((*why.facts, *facts)))
        defects = tuple(dict.fromkeys((*why.defects, *defects)))
        bands = tuple(b for b in criterion.bands if evaluate(b.when, patient.values).outcome is Outcome.MET)
    sides = tuple(Side(f, guideline.facts[f].lines, guideline.facts[f].says) for f in (why.sides if why else ()))
    return CriterionResult(
        criterion.id, criterion.key, criterion.label, outcome, CRITERION_LABELS[outcome], explain(criterion.condition),
        why, criterion.reading, tuple(b.name for b in bands), tuple(b.text for b in bands), sides, reasons, missing,
        tuple(n.id for n in criterion.notes), facts, cited(guideline, facts), defects,
    )


def outcome_of(guideline: Guideline, values: Values, criterion: Criterion) -> Outcome:
    """A criterion's outcome for these values, without barriers and gates."""
    outcome = decide(criterion.condition, values)
    if criterion is guideline.response.judged:
        outcome = not_responding(guideline, values, evaluate(criterion.condition, values)).outcome
    return criterion.otherwise if outcome is Outcome.NOT_MET else outcome


def _sum_up(
    guideline: Guideline, patient: Patient, therapy: Therapy, criteria: Mapping[str, CriterionResult], matter: Matter | None,
) -> TherapyResult:
    """The first that applies: out-of-scope, suppressed, not-met, unknown, conflict, met."""
    barred = barrier(patient)
    own = tuple(criteria[c.id] for c in therapy.criteria)
    names = tuple(c.id for c in own)
    if barred:
        return TherapyResult(
            therapy.id, therapy.name, barred[0], THERAPY_LABELS[barred[0]], names, (), barred[1], (), (), therapy.defects, (),
        )
    gates = patient.gates + tuple(gate_finding(gate, patient.values) for gate in therapy.gates)
    outcome = summed((*(of_gate(g) for g in gates), *(c.outcome for c in own)))
    missing = dict.fromkeys(q for part in (*own, *gates) for q in part.missing)
    notes = tuple(r for r in patient.remarks if therapy.id in r.therapies)
    return TherapyResult(
        therapy.id, therapy.name, outcome, THERAPY_LABELS[outcome], names, gates, gate_reasons(gates), tuple(missing),
        notes, therapy.defects, changes(guideline, patient, matter, _labelled),
    )


def _labelled(outcome: Outcome) -> tuple[Outcome, str]:
    return outcome, THERAPY_LABELS[outcome]
