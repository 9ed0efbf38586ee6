"""The schedule of a regimen: what is due, how long after the first dose, and on which days that is.

A time that no fact gives isn't made up: what is due without one says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from ..model.dates import MONTHS, add_months
from ..model.fact import Fact
from ..model.guideline import Guideline
from ..model.plan import Act, Mark
from ..model.quantity import Range, convert, number_text, range_text, with_unit
from ..model.therapy import Basis, Regimen, Therapy


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
    return with_unit(and_list([number_text(value) for value in values]), unit)


def and_list(words: list[str]) -> str:
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


def times(due: Occasion, reach: Range) -> tuple[Fraction, ...]:
    """The times at which it is due, from the first dose in its own unit; those of a series without an end as far as `reach`."""
    if due.first is None:
        return ()
    if due.step == 0:
        return (due.first,)
    last = (due.lasts or reach).to(due.unit).high
    found = int((last - due.first) / due.step) + 1
    return tuple(due.first + n * due.step for n in range(found if due.count is None else min(found, due.count)))


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


def days_text(several: tuple[date, ...]) -> str:
    """"8, 15 and 22 December 2026; 5 January 2027": each month and year once."""
    months: dict[tuple[int, int], list[str]] = {}
    for day in several:
        months.setdefault((day.year, day.month), []).append(str(day.day))
    named = [(year, f"{and_list(found)} {MONTHS[month - 1]}") for (year, month), found in months.items()]
    closes = [at + 1 == len(named) or named[at + 1][0] != year for at, (year, _) in enumerate(named)]
    return "; ".join(f"{words} {year}" if last else words for (year, words), last in zip(named, closes, strict=True))
