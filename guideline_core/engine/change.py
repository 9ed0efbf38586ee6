"""What would change an outcome: for each other outcome the nearest single answer that leads there.

Every class of every question that the outcome depends on is tried: below, at and above each boundary of its own
conditions, and each choice. What time alone will change is given as a date. Nearest means: time first, then a question
that is open, then an answer that was given, each in the order of asking; of a quantity the stretch that lies closest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from os.path import commonprefix

from ..model.condition import Outcome, Term
from ..model.dates import add_months, date_text, months_between
from ..model.derived import Derived
from ..model.guideline import Guideline
from ..model.quantity import Range, at_least, at_most, exactly, number_text, plain_digits, range_text, with_unit
from ..model.question import Kind
from ..model.readers import Values
from .patient import Patient, possible
from .sums import Matter, Part


@dataclass(frozen=True, slots=True)
class Change:
    """One answer, or one day, with which the outcome would be another.

    `value` in `unit` is one such answer to `question`, as a request takes it; empty where `on` is the day on which time
    alone brings the change, and where `question` is a quantity that is worked out from several answers.
    """

    question: str
    text: str
    outcome: Outcome
    outcome_label: str
    value: str
    unit: str
    on: date | None


@dataclass(frozen=True, slots=True)
class _Class:
    """Answers that no condition can tell apart, and one of them."""

    sample: object
    stretch: Range | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """The classes of one term's answers with which an outcome would be another, side by side."""

    term: Term
    key: Hashable
    classes: tuple[_Class, ...]


Label = Callable[[Hashable], tuple[Outcome, str]]
"""The outcome and its words for what a matter adds up to."""

_RANK = (Outcome.MET, Outcome.CONFLICT, Outcome.UNKNOWN, Outcome.NOT_MET, Outcome.SUPPRESSED)
"""Which change is said first. What leads out of scope is no way on, and isn't said."""


def changes(guideline: Guideline, patient: Patient, matter: Matter, label: Label) -> tuple[Change, ...]:
    """For each other outcome that one answer leads to, the nearest such answer."""
    now, found = matter.as_it_stands(patient.values), {}
    for way in sorted(_ways(patient, matter, now), key=lambda way: _nearness(guideline, patient, way)):
        outcome, words = label(way.key)
        if outcome in _RANK and way.key not in found:
            change = _change(guideline, patient, matter, way, outcome, words)
            if change:
                found[way.key] = change
    return tuple(sorted(found.values(), key=lambda change: _RANK.index(change.outcome)))


def trials(patient: Patient, matter: Matter, term: Term) -> Iterator[tuple[_Class, Hashable]]:
    """What the matter would come to with each class of answers to the term."""
    for each in _classes(term, matter.parts):
        yield each, matter.adds_up([part.with_answer(term, each.sample, patient.values) for part in matter.parts])


def _ways(patient: Patient, matter: Matter, now: Hashable) -> Iterator[_Way]:
    for term in {term.id: term for part in matter.parts for term in part.reads}.values():
        tried = list(trials(patient, matter, term))
        (first, _), *others = tried
        if not others:  # no answer to it differs from another: that it is missing is said elsewhere
            continue
        for key in dict.fromkeys(key for _, key in tried if key != now):
            if first.stretch is None:
                yield _Way(term, key, tuple(each for each, leads_to in tried if leads_to == key))
                continue
            ahead = [run for run in _runs(tried, key) if not _dated(term, patient) or run[0].sample > patient.values[term.id]]
            if ahead:
                yield _Way(term, key, min(ahead, key=lambda run: _distance(run, patient.values.get(term.id))))


def _nearness(guideline: Guideline, patient: Patient, way: _Way) -> tuple[bool, bool, int]:
    """The less the nearer: time, then an open question, then an answer that was given."""
    order = (*guideline.questions, *guideline.derived)
    return not _dated(way.term, patient), way.term.id in patient.values, order.index(way.term.id)


def _dated(term: Term, patient: Patient) -> bool:
    """Whether it is counted from a date, so that it moves by itself."""
    return not isinstance(term, Derived) and term.dated_by in patient.values


# Classes of answers


def _classes(term: Term, parts: Sequence[Part]) -> tuple[_Class, ...]:
    if not isinstance(term, Derived) and term.choices:
        return tuple(_Class(choice.value) for choice in term.choices)
    limits = sorted(set().union(*(part.limits.get(term.id, ()) for part in parts)))
    whole = not isinstance(term, Derived) and term.kind is Kind.COUNT
    low, high = term.hard.low, term.hard.high if term.hard.high is not None else max(limits) + 1
    marks = sorted({low, *(limit for limit in limits if low <= limit <= high), high})
    found: list[_Class] = []
    for mark, after in pairwise(marks):
        if mark in limits:
            found.append(_Class(mark, exactly(mark, term.unit)))
        gap = Range(mark, after, term.unit, mark not in limits, after not in limits)
        gap = _whole(gap) if whole else gap
        if gap:
            middle = (gap.low + gap.high) / 2
            found.append(_Class(Fraction(floor(middle)) if whole else middle, gap))
    if high in limits:
        found.append(_Class(high, exactly(high, term.unit)))
    if term.hard.high is None:  # what lies above the last boundary has no end
        found[-1] = replace(found[-1], stretch=replace(found[-1].stretch, high=None))
    return tuple(found)


def _whole(gap: Range) -> Range | None:
    """The whole numbers in a gap."""
    low = floor(gap.low) + 1 if not gap.low_inclusive else ceil(gap.low)
    high = ceil(gap.high) - 1 if not gap.high_inclusive else floor(gap.high)
    return Range(Fraction(low), Fraction(high), gap.unit) if low <= high else None


def _runs(tried: Iterable[tuple[_Class, Hashable]], key: Hashable) -> Iterator[tuple[_Class, ...]]:
    run: list[_Class] = []
    for each, leads_to in tried:
        if leads_to == key:
            run.append(each)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _distance(run: tuple[_Class, ...], value: Fraction | None) -> Fraction | int:
    if value is None:
        return 0
    low, high = run[0].stretch.low, run[-1].stretch.high
    return max(low - value, 0 if high is None else value - high, 0)


# In words


def _change(guideline: Guideline, patient: Patient, matter: Matter, way: _Way, outcome: Outcome, words: str) -> Change | None:
    """The way as a change; None where the answer would contradict another, or not do it alone."""
    term, said = way.term, _said(way)
    if _dated(term, patient):
        day = _day(patient.values[term.dated_by], way.classes)
        values = _on(guideline, patient.values, day)
        text = f"On {date_text(day)}, when {said}: {words}."
        change = Change(term.dated_by, text, outcome, words, "", "", day)
    else:
        sample = _nearest(way, patient.values.get(term.id))
        values = {**patient.values, term.id: sample}
        is_quantity, is_asked = isinstance(sample, Fraction), not isinstance(term, Derived)
        value = "" if not is_asked else plain_digits(sample) if is_quantity else sample
        change = Change(term.id, f"If {said}: {words}.", outcome, words, value, term.unit if is_asked and is_quantity else "", None)
    known = possible(guideline, values, term.id)
    return change if known is not None and matter.anew(known) == way.key else None


def _nearest(way: _Way, value: object) -> object:
    """An answer of these that lies nearest to the one given."""
    if not isinstance(value, Fraction):
        return way.classes[0].sample
    return min((each.sample for each in way.classes), key=lambda sample: abs(sample - value))


def _said(way: _Way) -> str:
    """“the spleen is in place or splenectomy is deferred”; “platelet count is under 30 × 10⁹/L”."""
    term = way.term
    if way.classes[0].stretch is None:
        return _either([term.phrase(each.sample) for each in way.classes])
    first, last = way.classes[0].stretch, way.classes[-1].stretch
    is_lowest, is_highest = first.low == term.hard.low, last.high == term.hard.high
    return f"{term.noun} is {_range_words(first, last, is_lowest, is_highest, term.unit)}"


def _either(clauses: Sequence[str]) -> str:
    """“TPMT is intermediate, deficient or indeterminate”: what all clauses open with is said once."""
    shared = commonprefix([clause.split() for clause in clauses])
    if len(clauses) == 1 or len(shared) < 2:
        return " or ".join(clauses)
    *others, last = (" ".join(clause.split()[len(shared):]) for clause in clauses)
    return f"{' '.join(shared)} {', '.join(others)} or {last}"


def _range_words(first: Range, last: Range, is_lowest: bool, is_highest: bool, unit: str) -> str:
    low, high = first.low, last.high
    if low == high:
        return with_unit(number_text(low), unit, one=low == 1)
    from_low = range_text(at_least(low, unit) if first.low_inclusive else Range(low, None, unit, low_inclusive=False))
    if high is None or is_highest and not is_lowest:
        return from_low
    to_high = range_text(at_most(high, unit) if last.high_inclusive else Range(None, high, unit, high_inclusive=False))
    if is_lowest and not is_highest:
        return to_high
    if first.low_inclusive and last.high_inclusive:
        return range_text(Range(low, high, unit))
    return f"{from_low} and {to_high}"


# Time


def _day(start: date, classes: tuple[_Class, ...]) -> date:
    """The first day on which the time from `start` lies in these classes."""
    stretch = classes[0].stretch
    day = add_months(start, floor(stretch.low))
    while months_between(start, day) not in stretch:
        day += timedelta(days=1)
    return day


def _on(guideline: Guideline, values: Values, day: date) -> Mapping[str, object]:
    """The same patient on a later day: every time that is counted from a date goes on."""
    dated = {q.id: months_between(values[q.dated_by], day) for q in guideline.questions.values() if q.dated_by in values}
    return {**values, **dated}
