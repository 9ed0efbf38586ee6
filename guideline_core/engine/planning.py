"""A plan: the schedule of one regimen on one patient's calendar.

A dose stands in it only where the dose calculator shows one, by the same function. A gate that is closed leaves no plan at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..model.condition import Outcome
from ..model.dates import MONTHS, add_months, date_text
from ..model.guideline import Guideline
from ..model.plan import Act, PlanRules
from ..model.quantity import convert, range_text
from ..model.question import Refused
from ..model.therapy import Regimen, Therapy
from .dosing import regimen_result
from .gates import GateFinding
from .patient import Patient, read_patient
from .results import Cited, Header, Reason, RegimenResult, barrier, cited, gate_reasons, header
from .schedule import Occasion, and_list, days, days_text, last_day, never_planned, occasions, reached
from .timing import read_today

LABELS = {
    Outcome.MET: "Dates and dose",
    Outcome.UNKNOWN: "More is needed for a plan",
    Outcome.CONFLICT: "The source contradicts itself: not planned",
    Outcome.SUPPRESSED: "No plan is shown",
    Outcome.OUT_OF_SCOPE: "Not planned here",
    Outcome.REFUSED: "Please check the answers",
}
DATES_ALONE = "Dates alone: no dose is shown yet"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is due, on its days. Of what is due every day `days` holds the first alone, and `until` the last.

    `goes_on` where only the plan ends it, and not a fact.
    """

    id: str
    act: Act
    what: str
    says: str
    when: str
    days: tuple[date, ...]
    until: date | None
    goes_on: bool
    facts: tuple[str, ...]
    layer: str
    citations: tuple[Cited, ...]
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis that a plan is drawn on, and how it is written there."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one regimen: what comes before the first dose, then `lines` by day, then those without one.

    Without lines it says why there are none. `dose` is the dose calculator's own answer.
    """

    outcome: Outcome
    outcome_label: str
    name: str
    start: date | None
    end: date | None
    ticks: tuple[Tick, ...]
    dose: RegimenResult | None
    lines: tuple[Line, ...]
    reasons: tuple[Reason, ...]
    gates: tuple[GateFinding, ...]
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    citations: tuple[Cited, ...]
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    header: Header
    plan: Plan


def plan(guideline: Guideline, answers: object, today: object) -> PlanAnswer:
    """The plan that the answers ask for. Nothing raises; a date that can't be right is refused."""
    rules = guideline.plan
    ids = {question.id for question in rules.questions}
    given = answers if isinstance(answers, Mapping) else {}
    others = {name: raw for name, raw in given.items() if name not in ids} if isinstance(answers, Mapping) else answers
    patient = read_patient(guideline, others, today)
    values, refusals = _read(rules, given, today)
    known = {refused.question for refused in patient.refusals}
    patient = replace(patient, refusals=patient.refusals + tuple(r for r in refusals if r.question not in known))
    return PlanAnswer(header(patient), _plan(guideline, patient, values))


def _read(rules: PlanRules, answers: Mapping[str, object], today: object) -> tuple[dict[str, object], list[Refused]]:
    values: dict[str, object] = {}
    refusals: list[Refused] = []
    for question in rules.questions:
        try:
            values[question.id] = question.read(answers.get(question.id))
        except Refused as refused:
            refusals.append(refused)
    start = values.get(rules.start.id)
    if start is None:
        return values, refusals
    day = read_today(today)
    if isinstance(day, Refused):
        refusals.append(day)
    elif abs((start - day).days) > convert(rules.apart.number, rules.apart.value.unit, "d") or start.year == date.max.year:
        far = f"{date_text(start)} is more than {range_text(rules.apart.value)} away from today, {date_text(day)}"
        refusals.append(Refused(rules.start.id, "bounds", far, f"a date within {range_text(rules.apart.value)} of today"))
    return values, refusals


def _plan(guideline: Guideline, patient: Patient, values: Mapping[str, object]) -> Plan:
    rules = guideline.plan
    chosen = values.get(rules.regimen.id)
    therapy, regimen = next(((t, r) for t, r in guideline.regimens() if r.id == chosen), (None, None))
    name = rules.regimen.label(chosen) if chosen else ""
    never = never_planned(guideline, therapy, regimen) if regimen else ""
    start = values.get(rules.start.id)
    barred = barrier(patient)
    if barred:
        return _none(barred[0], "", barred[1])
    if any(gate.state != "open" for gate in patient.gates):
        reasons = gate_reasons(patient.gates)
        return _none(Outcome.SUPPRESSED, name, reasons, missing=_missing(reasons))
    if regimen is None or start is None and not never:
        missing = tuple(question.id for question in rules.questions if values.get(question.id) is None)
        nouns = and_list([question.noun for question in rules.questions if question.id in missing])
        return _none(Outcome.UNKNOWN, name, (Reason("missing", f"A plan needs {nouns}.", missing),), missing=missing)
    if never:
        return _none(Outcome.OUT_OF_SCOPE, name, (Reason("never-planned", never, facts=(regimen.id,), defects=regimen.defects),))
    return _planned(guideline, patient, therapy, regimen, name, start)


def _planned(guideline: Guideline, patient: Patient, therapy: Therapy, regimen: Regimen, name: str, start: date) -> Plan:
    """Dates, unless the dose is withheld for more than an answer that is missing."""
    given = regimen_result(guideline, patient, therapy, regimen)
    waits = given.outcome is Outcome.UNKNOWN or (
        given.outcome is Outcome.SUPPRESSED and all(reason.code == "gate-unanswered" for reason in given.reasons)
    )
    if given.outcome is not Outcome.MET and not waits:
        return _none(given.outcome, name, given.reasons, given)
    rules = guideline.plan
    end = reached(start, rules.reach.number, rules.reach.value.unit)
    found = [_line(guideline, regimen, due, start, end) for due in occasions(regimen)]
    acts = list(Act)
    lines = sorted(found, key=lambda line: (line.act is not Act.BEFORE, line.days[:1] or (date.max,), acts.index(line.act)))
    facts = (rules.counted.id, rules.reach.id)
    outcome = Outcome.UNKNOWN if waits else Outcome.MET
    return Plan(
        outcome, DATES_ALONE if waits else LABELS[outcome], name, start, end, _ticks(start, end), given, tuple(lines),
        given.reasons, given.gates, given.missing, facts, cited(guideline, facts), regimen.defects,
    )


def _ticks(start: date, end: date) -> tuple[Tick, ...]:
    """The first day, and the same day of each month after it."""
    months = (end.year - start.year) * 12 + end.month - start.month
    found = (add_months(start, n) for n in range(months + 1))
    return tuple(Tick(day, f"{day.day} {MONTHS[day.month - 1][:3]}") for day in found)


def _line(guideline: Guideline, regimen: Regimen, due: Occasion, start: date, end: date) -> Line:
    found = days(due, start, end)
    daily = due.step and convert(due.step, due.unit, "d") == 1
    until = last_day(due, start, end) if daily else None
    when = due.when
    if daily:
        when = f"every day from {date_text(found[0])}" + (f" to {date_text(until)}" if due.lasts else "")
    elif found:
        when = days_text(found)
    facts = tuple(fact.id for fact in due.facts)
    defects = tuple(dict.fromkeys(id for fact in due.facts for id in fact.defects))
    goes_on = bool(due.step) and due.count is None and due.lasts is None
    id = ".".join((regimen.id, due.act.value, facts[0], str(due.first or 0).replace("/", "-")))
    return Line(
        id, due.act, due.what, due.says, when, found[:1] if daily else found, until, goes_on, facts, due.facts[0].layer.value,
        cited(guideline, facts), defects,
    )


def _none(outcome: Outcome, name: str, reasons: tuple[Reason, ...], given: RegimenResult | None = None, *,
          missing: tuple[str, ...] = ()) -> Plan:
    gates, defects = (given.gates, given.defects) if given else ((), ())
    return Plan(outcome, LABELS[outcome], name, None, None, (), given, (), reasons, gates, missing, (), (), defects)


def _missing(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for reason in reasons for question in reason.questions))
