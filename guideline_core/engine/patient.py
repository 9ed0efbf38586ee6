"""From what was typed to what is known: answers read, checked against each other, and worked on.

A refused answer stops every number; what could be read is still used for the emergency stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from ..model.condition import Outcome
from ..model.guideline import Guideline
from ..model.quantity import number_text, range_text
from ..model.question import Refused
from ..model.readers import decide
from .body import derive
from .gates import GateFinding, gate_finding
from .timing import check_lifetimes, count_from_dates


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said beside a result that decides nothing."""

    code: str
    text: str
    questions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """A derived quantity with its working."""

    id: str
    label: str
    value: Fraction
    unit: str
    shown: str
    working: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patient:
    """What is known of one patient. `values` holds exact values by question and derived id."""

    values: Mapping[str, object]
    refusals: tuple[Refused, ...]
    derived: tuple[Worked, ...]
    remarks: tuple[Remark, ...]
    gates: tuple[GateFinding, ...]
    """The common gates."""


def read_patient(guideline: Guideline, answers: object, today: object) -> Patient:
    """Read the answers of one patient. Whatever can't be right ends up in `refusals`; nothing raises."""
    values: dict[str, object] = {}
    refusals: list[Refused] = []
    if not isinstance(answers, Mapping):
        refusals.append(Refused("answers", "shape", "“answers” is not an object", "an object of question ids and answers"))
        answers = {}
    for name, raw in answers.items():
        try:
            if name not in guideline.questions:
                raise _no_such_question(guideline, name)
            value = guideline.questions[name].read(raw)
            if value is not None:
                values[name] = value
        except Refused as refused:
            refusals.append(refused)
    refusals += count_from_dates(guideline, values, today)
    refusals += check_lifetimes(guideline, values)
    return known_patient(guideline, values, refusals)


def known_patient(guideline: Guideline, values: dict[str, object], refusals: list[Refused] | None = None) -> Patient:
    """What follows from exact values: derived quantities, contradictions between answers, remarks, common gates."""
    refusals = [] if refusals is None else refusals
    derived = _derive_all(guideline, values, refusals)
    for rule in guideline.inconsistencies:
        if decide(rule.when, values) is Outcome.MET:
            refusals.append(Refused(rule.question.id, "inconsistent", rule.message, rule.question.accepted()))
    gates = tuple(gate_finding(gate, values) for gate in guideline.common_gates)
    return Patient(values, tuple(refusals), derived, _remarks(guideline, values), gates)


def possible(guideline: Guideline, values: Mapping[str, object], changed: str) -> Mapping[str, object] | None:
    """What would follow if the value of `changed` became the one that stands here; None where others contradict it."""
    known, moved = dict(values), {changed}
    for term in guideline.derived.values():
        if moved.isdisjoint(read.id for read in term.inputs) or term.id == changed:
            continue
        moved.add(term.id)
        result = derive(term, known)
        if result is None:
            continue
        known[term.id] = result[0]
        if term.hard and result[0] not in term.hard:
            return None
    timed = (q for q in guideline.questions.values() if q.dated_by in known)
    contradicts = any(decide(rule.when, known) is Outcome.MET for rule in guideline.inconsistencies)
    return None if contradicts or check_lifetimes(guideline, known) or any(known[q.id] not in q.hard for q in timed) else known


def _no_such_question(guideline: Guideline, name: str) -> Refused:
    near = get_close_matches(str(name), guideline.questions, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Refused(str(name), "unknown-question", f"there is no question “{name}”{hint}", "one of the ids that `questions` lists")


def _derive_all(guideline: Guideline, values: dict[str, object], refusals: list[Refused]) -> tuple[Worked, ...]:
    worked = []
    for term in guideline.derived.values():
        result = derive(term, values)
        if result is None:
            continue
        value, working = result
        if term.hard and value not in term.hard:
            refusals += [Refused(q.id, "inconsistent", term.wrong, q.accepted()) for q in term.inputs]
            continue
        values[term.id] = value
        facts = tuple(fact.id for _, fact in term.coefficients)
        shown = number_text(value, term.places)
        worked.append(Worked(term.id, term.noun, value, term.unit, shown, working, facts))
    return tuple(worked)


def _remarks(guideline: Guideline, values: Mapping[str, object]) -> tuple[Remark, ...]:
    """What is unusual about the answers, and the facts that are said beside a result."""
    remarks = [
        Remark("unusual", f"{_upper(term.noun)} is outside {range_text(term.soft)}: is this right?", (term.id,))
        for term in (*guideline.questions.values(), *guideline.derived.values())
        if term.soft and values.get(term.id) is not None and values[term.id] not in term.soft
    ]
    for note in guideline.notes:
        if decide(note.when, values) is Outcome.MET:
            remarks.append(Remark("note", note.fact.says, facts=(note.fact.id,), therapies=note.therapies))
    return tuple(remarks)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
