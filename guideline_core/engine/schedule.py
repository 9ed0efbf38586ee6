"""A plan: what is due on which day from the first dose on, as far as a fact gives a time, and why not where none does.

`occasions` is the schedule of a regimen without any date, for a table on paper; `plan` puts it on one patient's calendar.
A dose stands in a plan only where the dose calculator shows it, by the same function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from ..model.condition import Outcome
from ..model.guideline import Guideline
from ..model.plan import Act, Mark, PlanRules
from ..model.quantity import Range, convert, number_text, range_text, with_unit
from ..model.question import Refused
from ..model.statement import Fact
from ..model.therapy import Basis, Regimen, Therapy
from .dosing import regimen_result
from .patient import GateFinding, Patient, add_months, read_patient, read_today
from .results import Cited, Header, Reason, RegimenResult, barrier, cited, gate_reasons, header

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
class Occasion:
    """One thing that is due, before any date. `when` says its time from the first dose, or why it has none.

    It comes at `first`, a time from the first dose in `unit`, and every `step` of the same unit after that, `count` times
    or until the time `lasts` is over; a step of 0 is once. `first` is None where it has no time.
    """

    act: Act
    what: str
    says: str
    when: str
    first: Fraction | None
    step: Fraction
    unit: str
    count: int | None
    lasts: Range | None
    past: bool
    facts: tuple[Fact, ...]


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


# What is due, without a date


def occasions(regimen: Regimen) -> tuple[Occasion, ...]:
    """The doses, then what is due besides; nothing for a regimen that can't be planned."""
    return () if _unplanned(regimen) else (_doses(regimen), *map(_occasion, regimen.plan))


def _unplanned(regimen: Regimen) -> bool:
    return regimen.basis is Basis.NONE or bool(regimen.ambiguous)


def never_planned(guideline: Guideline, therapy: Therapy, regimen: Regimen) -> str:
    """Why a regimen is never put on a calendar: it has no dose, or one that can be read in several ways. Empty for any other."""
    if not _unplanned(regimen):
        return ""
    if not regimen.ambiguous:
        return therapy.no_dose
    return f"The source's wording is ambiguous, so it is never put on a calendar. {guideline.defects[regimen.ambiguous].handling}"


def _doses(regimen: Regimen) -> Occasion:
    """The doses, from the regimen's own facts; a dose that is given per day or per week comes that often."""
    every = regimen.interval.value.low if regimen.interval else Fraction(1)
    unit = regimen.interval.value.unit if regimen.interval else regimen.gives.rpartition("/")[2]
    count = int(dict(regimen.count.details)["count"]) if regimen.count else None
    rule = regimen.count or regimen.course
    facts = tuple(dict.fromkeys(f for f in (regimen.count, regimen.interval, regimen.course) if f)) or (regimen.dose,)
    says = rule.says if rule else f"{regimen.per[:1].upper()}{regimen.per[1:]}, {regimen.route}."
    lasts = regimen.course and Range(regimen.course.value.low, regimen.course.value.low, regimen.course.value.unit)
    return _timed(Act.DOSE, f"A dose, {regimen.route}", says, Fraction(0), every, unit, facts, count=count, lasts=lasts)


def _occasion(mark: Mark) -> Occasion:
    if mark.at:
        return _timed(mark.act, mark.what, mark.fact.says, mark.at.value, Fraction(0), mark.at.unit, mark.facts, past=mark.past)
    if mark.every is None:
        return Occasion(mark.act, mark.what, mark.fact.says, mark.undated, None, Fraction(0), "", None, None, False, mark.facts)
    limits = mark.every.value
    step = limits.low if limits.high is None else limits.high
    first = step if mark.after is None else convert(mark.after.number, mark.after.value.unit, limits.unit)
    lasts = mark.lasts and mark.lasts.value
    return _timed(mark.act, mark.what, mark.fact.says, first, step, limits.unit, mark.facts, lasts=lasts)


def _timed(act: Act, what: str, says: str, first: Fraction, step: Fraction, unit: str, facts: tuple[Fact, ...], *,
           count: int | None = None, lasts: Range | None = None, past: bool = False) -> Occasion:
    found = Occasion(act, what, says, "", first, step, unit, count, lasts, past, facts)
    return replace(found, when=_in_words(found))


def _in_words(due: Occasion) -> str:
    """"after 1, 2, 3 and 4 weeks", "every 3 months", "every day from the first, for 16 weeks"."""
    if due.step == 0:
        return f"after {'more than ' if due.past else ''}{_amount(due.first, due.unit)}"
    often = "every " + with_unit("" if due.step == 1 else number_text(due.step), due.unit, one=due.step == 1).strip()
    if due.count:
        later = [due.first + due.step * n for n in range(1, due.count)]
        return f"at once, then after {_several(later, due.unit)}"
    begun = "from the first" if due.first == 0 else f"from {_amount(due.first, due.unit)} on" if due.first != due.step else ""
    held = f"for {range_text(due.lasts)}" if due.lasts else ""
    return f"{often} {begun}".rstrip() + (f", {held}" if held and begun else f" {held}" if held else "")


def _amount(value: Fraction, unit: str) -> str:
    return with_unit(number_text(value), unit, one=value == 1)


def _several(values: list[Fraction], unit: str) -> str:
    return with_unit(_and([number_text(value) for value in values]), unit)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


# On a calendar


def days(due: Occasion, start: date, end: date) -> tuple[date, ...]:
    """The days on which it is due, with the first dose on `start`; those of a series without an end up to `end`."""
    if due.first is None:
        return ()
    if due.step == 0:
        return (reached(start, due.first, due.unit) + timedelta(due.past),)
    return tuple(_series(due, start, end))


def _series(due: Occasion, start: date, end: date) -> Iterator[date]:
    last = last_day(due, start, end)
    turn = 0
    while due.count is None or turn < due.count:
        day = reached(start, due.first + due.step * turn, due.unit)
        if day > last and due.count is None:
            return
        yield day
        turn += 1


def last_day(due: Occasion, start: date, end: date) -> date:
    """Up to when a series goes on. A first dose on the first day is part of its time, so that the last lies a day before."""
    if due.lasts is None:
        return end
    over = reached(start, due.lasts.high, due.lasts.unit)
    return over - timedelta(due.act is Act.DOSE)


def reached(start: date, amount: Fraction, unit: str) -> date:
    """The day on which so much time is over since `start`: months by the calendar, anything else in whole days."""
    if unit == "mo":
        return add_months(start, int(amount))
    return start + timedelta(int(convert(amount, unit, "d")))


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")


def day_text(day: date) -> str:
    """"14 March 2027"."""
    return days_text((day,))


def days_text(several: tuple[date, ...]) -> str:
    """"8, 15 and 22 December 2026; 5 January 2027": each month and year once."""
    months: dict[tuple[int, int], list[str]] = {}
    for day in several:
        months.setdefault((day.year, day.month), []).append(str(day.day))
    named = [(year, f"{_and(found)} {MONTHS[month - 1]}") for (year, month), found in months.items()]
    closes = [at + 1 == len(named) or named[at + 1][0] != year for at, (year, _) in enumerate(named)]
    return "; ".join(f"{words} {year}" if last else words for (year, words), last in zip(named, closes, strict=True))


# For one patient


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
        far = f"{day_text(start)} is more than {range_text(rules.apart.value)} away from today, {day_text(day)}"
        refusals.append(Refused(rules.start.id, "bounds", far, f"a date within {range_text(rules.apart.value)} of today"))
    return values, refusals


def _plan(guideline: Guideline, patient: Patient, values: Mapping[str, object]) -> Plan:
    rules = guideline.plan
    chosen = values.get(rules.regimen.id)
    therapy, regimen = next(((t, r) for t, r in guideline.regimens() if r.id == chosen), (None, None))
    name = rules.regimen.label(chosen) if chosen else ""
    start = values.get(rules.start.id)
    barred = barrier(patient)
    if barred:
        return _none(barred[0], "", barred[1])
    if any(gate.state != "open" for gate in patient.gates):
        reasons = gate_reasons(patient.gates)
        return _none(Outcome.SUPPRESSED, name, reasons, missing=_missing(reasons))
    if regimen is None or start is None and not _unplanned(regimen):
        missing = tuple(question.id for question in rules.questions if values.get(question.id) is None)
        nouns = _and([question.noun for question in rules.questions if question.id in missing])
        return _none(Outcome.UNKNOWN, name, (Reason("missing", f"A plan needs {nouns}.", missing),), missing=missing)
    if _unplanned(regimen):
        said = never_planned(guideline, therapy, regimen)
        return _none(Outcome.OUT_OF_SCOPE, name, (Reason("never-planned", said, facts=(regimen.id,), defects=regimen.defects),))
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
        when = f"every day from {day_text(found[0])}" + (f" to {day_text(until)}" if due.lasts else "")
    elif found:
        when = days_text(found)
    facts = tuple(fact.id for fact in due.facts)
    defects = tuple(dict.fromkeys(id for fact in due.facts for id in fact.defects))
    return Line(
        ".".join((regimen.id, due.act.value, due.facts[0].id, str(due.first or 0).replace("/", "-"))), due.act, due.what, due.says, when,
        found[:1] if daily else found, until,
        bool(due.step) and due.count is None and due.lasts is None, facts, due.facts[0].layer.value, cited(guideline, facts), defects,
    )


def _none(outcome: Outcome, name: str, reasons: tuple[Reason, ...], given: RegimenResult | None = None, *,
          missing: tuple[str, ...] = ()) -> Plan:
    gates, defects = (given.gates, given.defects) if given else ((), ())
    return Plan(outcome, LABELS[outcome], name, None, None, (), given, (), reasons, gates, missing, (), (), defects)


def _missing(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for reason in reasons for question in reason.questions))
