"""From what was typed to what is known: answers read, checked against each other, and worked on.

A refused answer stops every number; what could be read is still used for the emergency stop.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fractions import Fraction

from ..model.condition import Outcome
from ..model.readers import Finding, comparisons, decide, evaluate
from ..model.guideline import Guideline
from ..model.quantity import convert, number_text, range_text
from ..model.question import Question, Refused, calendar_date
from ..model.statement import Gate
from .body import derive


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
class GateFinding:
    """One gate for one patient: `open`, `closed` or `unanswered`, why, and what would open it."""

    id: str
    label: str
    state: str
    text: str
    opens: str
    effect: Outcome
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    defects: tuple[str, ...]
    layer: str


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
    refusals += _count_from_dates(guideline, values, today)
    refusals += _check_lifetimes(guideline, values)
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
    return None if contradicts or _check_lifetimes(guideline, known) or any(known[q.id] not in q.hard for q in timed) else known


def _no_such_question(guideline: Guideline, name: str) -> Refused:
    near = get_close_matches(str(name), guideline.questions, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Refused(str(name), "unknown-question", f"there is no question “{name}”{hint}", "one of the ids that `questions` lists")


def _count_from_dates(guideline: Guideline, values: dict[str, object], today: object) -> list[Refused]:
    """Turn dates into months; a date and a number that disagree are refused."""
    refusals: list[Refused] = []
    dated = [q for q in guideline.questions.values() if q.dated_by in values]
    day = read_today(today) if dated or today is not None else None
    if isinstance(day, Refused):
        return [day]
    for question in dated:
        date_question = guideline.questions[question.dated_by]
        start = values[date_question.id]
        if start > day:
            refusals.append(Refused(date_question.id, "future", f"{start} is after today, {day}", "a date up to today"))
            continue
        months = months_between(start, day)
        typed = values.get(question.id)
        if typed is not None and _disagree(guideline, question, typed, months):
            counted, given = _apart(months, typed)
            message = f"{date_question.noun} gives {counted} months, but {given} were given"
            refusals.append(Refused(question.id, "disagree", message, "a date, or a time that agrees with it"))
        elif months not in question.hard:
            refusals.append(Refused(date_question.id, "bounds", f"{start} is too long ago to be right", date_question.accepted()))
        else:
            values[question.id] = months
    return refusals


def _disagree(guideline: Guideline, question: Question, one: Fraction, other: Fraction) -> bool:
    """Two numbers of months for one time: by a month or more, or by enough for some rule to tell them apart."""
    limits = (each for _, condition in guideline.conditions() for each in comparisons(condition) if each.term is question)
    return abs(one - other) >= 1 or any(limit.holds(one) is not limit.holds(other) for limit in limits)


def _apart(*months: Fraction) -> list[str]:
    """The numbers for a reader, with as many decimals as show that they differ."""
    texts: list[str] = []
    for places in range(1, 12):
        texts = [number_text(each, places) for each in months]
        if len(set(texts)) > 1:
            break
    return texts


def read_today(today: object) -> date | Refused:
    """The reader's calendar date, or the refusal of what was given for it."""
    accepted = "the reader's calendar date as YYYY-MM-DD"
    if today is None:
        return Refused("today", "today-missing", "a date was given, and today's date is missing", accepted)
    day = calendar_date(today)
    if day and day.year < date.max.year:
        return day
    return Refused("today", "date", f"“{today}” is not a date", accepted)


def months_between(start: date, end: date) -> Fraction:
    """Whole months, and the part of the next one: exactly n where `end` is n months after `start`.

    n months after a date is the same day n months on, or that month's last day.
    """
    whole = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, whole) > end:
        whole -= 1
    reached = add_months(start, whole)
    return whole + Fraction((end - reached).days, (add_months(start, whole + 1) - reached).days)


def add_months(start: date, months: int) -> date:
    """The same day `months` months on, or that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _check_lifetimes(guideline: Guideline, values: Mapping[str, object]) -> list[Refused]:
    refusals = []
    for question in guideline.questions.values():
        lived = values.get(question.within_life)
        time = values.get(question.id)
        if lived is None or time is None:
            continue
        age = guideline.questions[question.within_life]
        if time > convert(lived, age.unit, question.unit):
            refusals.append(Refused(question.id, "inconsistent", f"{question.noun} is longer than the patient's life", "a time within the age given"))
    return refusals


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


def gate_finding(gate: Gate, values: Mapping[str, object]) -> GateFinding:
    """Where the gate stands. An unanswered gate is neither open nor closed, and no dose passes it."""
    found: Finding = evaluate(gate.closes, values)
    match found.outcome:
        case Outcome.MET | Outcome.CONFLICT:
            state, text = "closed", gate.closed
        case Outcome.UNKNOWN:
            state, text = "unanswered", gate.unanswered
        case _:
            state, text = "open", ""
    layer = gate.facts[0].layer.value
    facts = tuple(f.id for f in gate.facts)
    return GateFinding(gate.id, gate.label, state, text, gate.opens, gate.effect, found.missing, facts, gate.defects, layer)


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
