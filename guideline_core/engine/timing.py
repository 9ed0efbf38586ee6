"""Times: counted from dates, and held against numbers that were typed, today and the patient's life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from ..model.dates import calendar_date, months_between
from ..model.guideline import Guideline
from ..model.quantity import convert, number_text
from ..model.question import Question, Refused
from ..model.readers import comparisons


def count_from_dates(guideline: Guideline, values: dict[str, object], today: object) -> list[Refused]:
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


def check_lifetimes(guideline: Guideline, values: Mapping[str, object]) -> list[Refused]:
    """A time that is longer than the patient has lived is refused."""
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
