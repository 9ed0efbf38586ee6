"""No dead rule: every outcome that a rule names is reached and no other, no limb decides nothing, every gate stands somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.condition import And, Condition, Contested, Or, Outcome
from ...model.readers import explain, nodes
from ..assessment import assess
from ..dosing import regimen_result
from ..patient import known_patient
from .ledger import Ledger
from .subjects import Subjects
from .walk import Rule

MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT


def alive(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for name, rule in subjects.criteria.items():
        criterion = guideline.criteria[name]
        _reaches(ledger, rule, _promised(subjects, criterion.condition, criterion.otherwise))
    gates = {g.id: g for g in guideline.common_gates}
    gates |= {f"{t.id}/{g.id}": g for t in guideline.therapies.values() for g in t.gates}
    for name, rule in subjects.gates.items():
        _reaches(ledger, rule, {MET, UNKNOWN, gates[name].effect})
    _reaches(ledger, subjects.response, {MET, NOT_MET, UNKNOWN})
    for criterion in (*guideline.criteria.values(), guideline.phases):
        for band in criterion.bands:
            rule = subjects.classes.condition(band.when)
            ledger.visit(rule)
            if MET not in rule.table.values():
                ledger.fails(f"{criterion.label}: {band.text}", "no patient is in it", {})
    standing = {gate.id for gate in gates.values()}
    for gate in guideline.gates:
        if gate.id not in standing:
            ledger.fails(gate.label, "the gate is stated, and stands before no dose", {})
    for holder in (*guideline.criteria.values(), *guideline.gates):
        for limb in _limbs(holder.condition if hasattr(holder, "condition") else holder.closes):
            _counts(subjects, ledger, holder.label, limb)
    _handlings(subjects, ledger)


def _promised(subjects: Subjects, condition: Condition, otherwise: Outcome) -> set[Outcome]:
    """The outcomes that the condition's form names."""
    contested = any(isinstance(node, Contested) for node in nodes(condition))
    halves = {otherwise} if _covers(subjects, condition) else set()
    return {MET, otherwise, UNKNOWN} - halves | ({CONFLICT} if contested else set())


def _covers(subjects: Subjects, condition: Condition) -> bool:
    """Two halves, the second contested, of which each patient is in one: such a rule is never simply not met."""
    if not isinstance(condition, Or) or len(condition.parts) != 2 or not isinstance(condition.parts[1], Contested):
        return False
    one, other = condition.parts[0], condition.parts[1].part
    both, either = subjects.classes.condition(one & other), subjects.classes.condition(one | other)
    return _answered(both) == {NOT_MET} and _answered(either) == {MET}


def _answered(rule: Rule) -> set[Outcome]:
    """What the rule comes to once everything is answered."""
    return {outcome for point, outcome in rule.table.items() if None not in point}


def _reaches(ledger: Ledger, rule: Rule, promised: set[Outcome]) -> None:
    ledger.visit(rule)
    reached = set(rule.table.values())
    for outcome in sorted(promised - reached):
        ledger.fails(rule.label, f"no patient reaches “{outcome.value}”", {})
    for outcome in sorted(reached - promised):
        point = next(p for p, o in rule.table.items() if o is outcome)
        ledger.fails(rule.label, f"“{outcome.value}” is reached and not named", rule.values(point))
    first = next((p for p, o in rule.table.items() if o is MET), None)
    if first:
        ledger.shows(rule.label, "can be met, not met and left open; here it is met", rule.values(first))


def _limbs(condition: Condition) -> Iterator[Condition]:
    """What an “and” or an “or” joins."""
    return (part for node in nodes(condition) if isinstance(node, (And, Or)) for part in node.parts)


def _counts(subjects: Subjects, ledger: Ledger, holder: str, limb: Condition) -> None:
    """A limb that holds for every patient, or for none, decides nothing."""
    rule = subjects.classes.condition(limb)
    ledger.visit(rule)
    answered = _answered(rule)
    if answered == {NOT_MET}:
        ledger.fails(holder, f"no patient meets “{explain(limb)}”", {})
    elif NOT_MET not in answered:
        ledger.fails(holder, f"every patient meets “{explain(limb)}”", {})


def _handlings(subjects: Subjects, ledger: Ledger) -> None:
    """Every defect that a rule, gate or regimen names shows up in some answer."""
    guideline = subjects.guideline
    named = {d for c in guideline.criteria.values() for d in c.defects}
    named |= {d for t in guideline.therapies.values() for holder in (*t.gates, *t.regimens) for d in holder.defects}
    named |= {d for g in guideline.common_gates for d in g.defects}
    patient = known_patient(guideline, {})
    answer = assess(guideline, patient)
    shown = {d for c in answer.criteria for d in c.defects} | {d for t in answer.therapies for g in t.gates for d in g.defects}
    for therapy, regimen in guideline.regimens():
        result = regimen_result(guideline, patient, therapy, regimen)
        shown |= {d for d in result.defects} | {d for g in result.gates for d in g.defects}
    shown |= {d for g in patient.gates for d in g.defects}
    ledger.walk(len(named), len(named))
    for defect in sorted(named - shown):
        ledger.fails(defect, "its handling shows up in no answer", {})
