"""Boundaries: each comparison, dose and class of response changes just where its fact's range ends, on the side it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from ...model.condition import Outcome
from ...model.fact import Fact
from ...model.quantity import Range
from ...model.readers import comparisons, explain
from ...model.therapy import Regimen, Therapy
from ..dosing import regimen_result
from ..patient import known_patient
from ..response import response_class
from .ledger import Ledger
from .subjects import Subjects

_STEP = Fraction(1, 10**8)


def bounded(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for _, condition in guideline.conditions():
        for compare in comparisons(condition):
            fact = guideline.facts[compare.bound.fact]
            near = _near(compare.bound.value)
            holds = [compare.holds(value) for value in near]
            inside = [_end_holds(fact.value, compare.bound.value, value) for value in near]
            ledger.walk(3, 3)
            if holds != inside and holds != [not i for i in inside]:
                ledger.fails(fact.id, f"“{explain(compare)}” splits at another place than the fact {fact.reads!r}", {})
            else:
                ledger.shows(fact.id, f"“{explain(compare)}”: just below, at and just above it is {_words(holds)}", {})
    for therapy, regimen in guideline.regimens():
        _doses(subjects, ledger, therapy, regimen)
    _classes(subjects, ledger)


def _near(value: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    return value - _STEP, value, value + _STEP


def _end_holds(value: Range, bound: Fraction, tried: Fraction) -> bool:
    """Membership with regard to the one end that the bound is."""
    if value.single or value.low == bound:
        return tried > bound or (value.low_inclusive and tried == bound)
    return tried < bound or (value.high_inclusive and tried == bound)


def _words(holds: Iterable[bool]) -> str:
    return ", ".join("true" if h else "false" for h in holds)


def _doses(subjects: Subjects, ledger: Ledger, therapy: Therapy, regimen: Regimen) -> None:
    """A flat dose is shown just where it fits the range by weight, a capped one just where the cap leaves some of the range."""
    guideline, given, answers = subjects.guideline, regimen.dose.value, subjects.let_through(therapy)
    if answers is None:
        return
    if regimen.must_fit:
        fits = regimen.must_fit.value
        turns: Sequence[Fraction] = (given.low / fits.high, given.low / fits.low)
        expected: Callable[[Fraction], bool] = lambda weight: given.low / weight in fits
    elif regimen.cap:
        limit = regimen.cap.high.value
        turns, expected = (limit / given.low,), lambda weight: given.low * weight <= limit
    else:
        return
    for weight in (w for turn in turns for w in _near(turn)):
        patient = known_patient(guideline, answers | {"weight": weight})
        shown = regimen_result(guideline, patient, therapy, regimen).outcome is Outcome.MET
        ledger.walk(1, 1)
        if shown is not expected(weight):
            ledger.fails(f"{therapy.name}, {regimen.label.lower()}", "its dose begins or ends at another weight", patient.values)


def _classes(subjects: Subjects, ledger: Ledger) -> None:
    """CR, R and NR part at their facts' limits, with a count that only one limit decides."""
    rules = subjects.guideline.response
    complete, partial, rise = rules.complete, rules.partial, rules.rise
    between = (partial.low.value + complete.low.value) / 2
    tried = (
        (complete, Fraction(0), complete.low.value, "CR", "R"),
        (partial, Fraction(0), partial.low.value, "R", "NR"),
        (rise, between / rise.low.value, between, "R", "NR"),
    )
    for fact, baseline, at, better, worse in tried:
        for count in _near(at):
            reached = count / baseline in fact.value if fact is rise else count in fact.value
            values = {rules.baseline.id: baseline, rules.count.id: count, rules.bleeding.id: "no"}
            ledger.walk(1, 1)
            if response_class(rules, values) != (better if reached else worse):
                _fails(ledger, fact, values)


def _fails(ledger: Ledger, fact: Fact, values: Mapping[str, object]) -> None:
    ledger.fails(fact.id, "the class of response changes at another place than the fact says", values)
