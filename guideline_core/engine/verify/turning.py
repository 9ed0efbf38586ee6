"""What is said to turn an outcome turns it to just that, and no outcome that one answer leads to is left unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ...model.condition import Outcome
from ...model.therapy import Therapy
from ..assessment import changes_of
from ..change import Change
from ..patient import known_patient, possible
from ..sums import summed
from .ledger import Ledger
from .subjects import Subjects


def turning(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for therapy, joints in subjects.joined():
        for joint in joints:
            patient = known_patient(guideline, dict(joint.example))
            if patient.refusals or joint.outcome is Outcome.OUT_OF_SCOPE:
                continue
            said = {change.outcome: change for change in changes_of(guideline, patient, therapy)}
            reached = _reached(subjects, therapy, patient.values, joint.outcome)
            ledger.walk(len(reached), len(reached))
            for outcome in sorted(reached.keys() - said.keys()):
                ledger.fails(therapy.name, f"one answer leads to “{outcome.value}”, and none is named", dict(joint.example))
            for outcome, change in said.items():
                if change.question in reached.get(outcome, ()) and _leads_to(subjects, therapy, patient.values, change) is outcome:
                    ledger.shows(therapy.name, change.text, dict(joint.example))
                else:
                    ledger.fails(therapy.name, f"it isn't so: {change.text}", dict(joint.example))


def _reached(subjects: Subjects, therapy: Therapy, values: Mapping[str, object], now: Outcome) -> dict[Outcome, set[str]]:
    """Every other outcome that another answer to one question leads to, with these questions."""
    rules = subjects.therapy_rules(therapy)
    common = {term.id for gate in subjects.guideline.common_gates for term in subjects.gates[gate.id].terms}
    found: dict[Outcome, set[str]] = {}
    for term in {term.id: term for rule in rules for term in rule.terms if term.id not in common & values.keys()}.values():
        for answer in subjects.classes.of(term)[1:]:
            known = possible(subjects.guideline, {**values, term.id: answer}, term.id)
            outcome = now if known is None else summed(rule.outcome(known) for rule in rules)
            if outcome not in (now, Outcome.OUT_OF_SCOPE):
                found.setdefault(outcome, set()).add(term.id)
    return found


def _leads_to(subjects: Subjects, therapy: Therapy, values: Mapping[str, object], change: Change) -> Outcome | None:
    """What the answer that is named comes to; as it was said where no answer is named."""
    if not change.value:
        return change.outcome
    answer = Fraction(change.value) if change.unit else change.value
    known = possible(subjects.guideline, {**values, change.question: answer}, change.question)
    return None if known is None else summed(rule.outcome(known) for rule in subjects.therapy_rules(therapy))
