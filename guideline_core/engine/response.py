"""Is it working: the IWG 2009 class of a count, and the clock of a trial of treatment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..model.condition import Outcome
from ..model.fact import Fact
from ..model.guideline import Guideline, ResponseRules
from ..model.quantity import number_text, range_text, with_unit
from ..model.readers import Finding, Values, decide, evaluate, terms
from .change import Change, changes
from .next_question import Next, next_question
from .patient import Patient
from .results import Cited, Header, Measured, Reason, barrier, cited, header, measured
from .sums import Matter, Part, gate_parts, part_of

CLASS_NAMES = {"CR": "complete response", "R": "response", "NR": "no response"}
CLASS_OUTCOMES = {"CR": Outcome.MET, "R": Outcome.MET, "NR": Outcome.NOT_MET}


@dataclass(frozen=True, slots=True)
class ClassResult:
    """The class of the count. `confirmed` is None where a second count is there but not its distance."""

    outcome: Outcome
    response_class: str | None
    label: str
    confirmed: bool | None
    confirmation: str
    reasons: tuple[Reason, ...]
    working: tuple[str, ...]
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClockResult:
    """Where a trial of treatment stands. The outcome answers whether the source says stop."""

    outcome: Outcome
    clock: str | None
    label: str
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    citations: tuple[Cited, ...]
    defects: tuple[str, ...]
    changes: tuple[Change, ...]
    elapsed: Measured | None
    """The time on treatment without a break."""


@dataclass(frozen=True, slots=True)
class ResponseAnswer:
    header: Header
    response: ClassResult
    clock: ClockResult
    next: Next | None


def response(guideline: Guideline, patient: Patient) -> ResponseAnswer:
    """The class of the counts on treatment, and the clock of the trial."""
    found, judged = classify(guideline, patient), clock(guideline, patient)
    gates = gate_parts(guideline, patient)
    undecided = [
        (Matter(name, (*gates, part)), (*(q for gate in patient.gates for q in gate.missing), *result.missing))
        for name, part, result in (("the class", _class_part(guideline), found), ("the time to judge", _clock_part(guideline), judged))
        if result.outcome is Outcome.UNKNOWN
    ]
    return ResponseAnswer(header(patient), found, judged, next_question(guideline, patient, undecided, (2, "both")))


def _class_part(guideline: Guideline) -> Part:
    rules = guideline.response
    limits = frozenset((rules.partial.low.value, rules.complete.low.value))
    return Part(
        (rules.baseline, rules.count, rules.second, rules.bleeding, rules.rescue),
        {rules.count.id: limits, rules.second.id: limits},
        lambda values: CLASS_OUTCOMES.get(response_class(rules, values), Outcome.UNKNOWN),
    )


def _clock_part(guideline: Guideline) -> Part:
    judged = guideline.response.judged
    return part_of(
        judged.condition, lambda values: not_responding(guideline, values, evaluate(judged.condition, values)).outcome
    )


def classify(guideline: Guideline, patient: Patient) -> ClassResult:
    """CR, then NR, then R; a class that the missing answers could still change is unknown."""
    rules, values, barred = guideline.response, patient.values, barrier(patient)
    name = None if barred else response_class(rules, values)
    facts = tuple(f.id for f in (rules.complete, rules.partial, rules.rise, _apart(rules, name)))
    sources = cited(guideline, facts)
    if barred:
        return ClassResult(barred[0], None, "", None, "", barred[1], (), (), facts, sources)
    if name is None:
        missing = _open_questions(rules, values)
        text = "The class can't be told yet."
        if values.get(rules.rescue.id) == "yes":
            text = "Rescue treatment between the counts hides what this treatment does."
        reason = Reason("missing" if missing else "undecided", text, missing)
        return ClassResult(Outcome.UNKNOWN, None, "Not known yet", None, "", (reason,), (), missing, facts, sources)
    confirmed, confirmation = _confirmation(rules, values, name)
    return ClassResult(
        CLASS_OUTCOMES[name], name, f"{name}: {CLASS_NAMES[name]}", confirmed, confirmation, (),
        _working(rules, values), (), facts, sources,
    )


def response_class(rules: ResponseRules, values: Values) -> str | None:
    """CR, R, NR, or None. With two counts the lower class stands; after rescue treatment there is none."""
    if values.get(rules.rescue.id) == "yes":
        return None
    classes = _classes(rules, values)
    if "NR" in classes:
        return "NR"
    return None if None in classes else "R" if "R" in classes else "CR"


def _classes(rules: ResponseRules, values: Values) -> tuple[str | None, ...]:
    """The class of each count that was given, the first always."""
    given = (rules.count.id, *((rules.second.id,) if rules.second.id in values else ()))
    return tuple(_class_of(rules, values, count) for count in given)


def _class_of(rules: ResponseRules, values: Values, count_id: str) -> str | None:
    count, baseline = values.get(count_id), values.get(rules.baseline.id)
    bleeding = {"yes": True, "no": False}.get(values.get(rules.bleeding.id))
    high = None if count is None else count >= rules.complete.low.value
    low = None if count is None else count < rules.partial.low.value
    short = None if None in (count, baseline) else count < rules.rise.low.value * baseline
    complete = _all(high, None if bleeding is None else not bleeding)
    none = _any(low, short, bleeding)
    if complete:
        return "CR"
    if complete is None:
        return None
    return {True: "NR", False: "R", None: None}[none]


def _any(*parts: bool | None) -> bool | None:
    return True if True in parts else None if None in parts else False


def _all(*parts: bool | None) -> bool | None:
    return False if False in parts else None if None in parts else True


def _confirmation(rules: ResponseRules, values: Values, name: str) -> tuple[bool | None, str]:
    """Two counts confirm a class if both show it, or one better, and lie far enough apart."""
    classes = _classes(rules, values)
    if len(classes) == 1:
        return False, "A single count: unconfirmed."
    if name == "NR" and set(classes) != {"NR"}:
        return False, "Unconfirmed: the two counts differ."
    needed = _apart(rules, name)
    apart = values.get(rules.days_apart.id)
    if apart is None:
        return None, f"Two counts confirm it if they are {range_text(needed.value)} apart; the time between them isn't known."
    days = with_unit(number_text(apart), "d", one=apart == 1)
    if apart < needed.low.value:
        return False, f"Unconfirmed: the counts are {days} apart, and {range_text(needed.value)} are needed."
    proviso = "" if rules.rescue.id in values else ", provided that no rescue treatment was given between them"
    return True, f"Confirmed by two counts {days} apart{proviso}."


def _apart(rules: ResponseRules, name: str | None) -> Fact:
    """How far apart two counts have to lie to confirm this class."""
    return rules.apart_none if name == "NR" else rules.apart


def _working(rules: ResponseRules, values: Values) -> tuple[str, ...]:
    count, baseline = values.get(rules.count.id), values.get(rules.baseline.id)
    if not baseline or count is None:
        return ()
    rise = Fraction(count, baseline)
    places = next((n for n in range(1, 8) if (round(rise, n) < rules.rise.low.value) == (rise < rules.rise.low.value)), None)
    return (f"{number_text(count, 3)} ÷ {number_text(baseline, 3)} = {number_text(rise, places)}-fold",)


def not_responding(guideline: Guideline, values: Values, past: Finding) -> Finding:
    """The trial is past its end *and* there is no response: the stop rule as one finding."""
    name = response_class(guideline.response, values)
    if name is None:
        none = Finding(Outcome.UNKNOWN, "there is no response", missing=_open_questions(guideline.response, values))
    else:
        none = Finding(Outcome.MET if name == "NR" else Outcome.NOT_MET, f"there is no response (here: {CLASS_NAMES[name]})")
    order = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
    outcome = min((past.outcome, none.outcome), key=order.index)
    missing = (past.missing + none.missing) if outcome is Outcome.UNKNOWN else ()
    return Finding(outcome, f"{past.text} and {none.text}", (past, none), missing, past.facts)


def _open_questions(rules: ResponseRules, values: Values) -> tuple[str, ...]:
    return tuple(q.id for q in (rules.baseline, rules.count, rules.bleeding) if q.id not in values)


def clock(guideline: Guideline, patient: Patient) -> ClockResult:
    """Too early and in the window are `not-met` for stopping; past it without a response is `met`."""
    rule = guideline.response.judged
    facts = tuple(f.id for f in rule.facts)
    sources = cited(guideline, facts)
    barred = barrier(patient)
    if barred:
        return ClockResult(barred[0], None, "", barred[1], (), facts, sources, rule.defects, (), None)
    found = not_responding(guideline, patient.values, evaluate(rule.condition, patient.values))
    band = next((b for b in rule.bands if evaluate(b.when, patient.values).outcome is Outcome.MET), None)
    reason = Reason("clock", found.text[:1].upper() + found.text[1:] + ".", found.missing, found.facts, rule.defects)
    label = band.text if band else "The time on treatment isn't known."
    return ClockResult(
        found.outcome, band.name if band else None, label, (reason,), found.missing, facts, sources, rule.defects,
        _clock_changes(guideline, patient), _elapsed(guideline, patient),
    )


def _elapsed(guideline: Guideline, patient: Patient) -> Measured | None:
    question = guideline.response.elapsed
    time = patient.values.get(question.id)
    return None if time is None else measured(time, question.unit)


def _clock_changes(guideline: Guideline, patient: Patient) -> tuple[Change, ...]:
    """When the trial comes to another stretch of its time."""
    rule = guideline.response.judged
    if any(term.id not in patient.values for term in terms(rule.condition)):
        return ()

    def stands(values: Values) -> tuple[Outcome, str]:
        outcome = not_responding(guideline, values, evaluate(rule.condition, values)).outcome
        return outcome, next((band.text for band in rule.bands if decide(band.when, values) is Outcome.MET), "")

    parts = [part_of(band.when, stands) for band in rule.bands]
    matter = Matter(rule.label, parts, lambda found: found[0])
    found = changes(guideline, patient, matter, lambda stand: stand)
    return tuple(sorted(found, key=lambda change: (change.on or date.max, Fraction(change.value or 0))))
