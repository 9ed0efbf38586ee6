"""Patients by the thousand, made from the questions alone: near bounds and thresholds, unknown, in any unit, and wrong.

Every choice is asked of a seeded `random.Random`, which gives the same patients each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from json import dumps
from random import Random

from guideline_core.engine.patient import read_patient
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from guideline_core.model.dates import add_months
from guideline_core.model.question import Kind, Question, UnitChoice
from guideline_core.model.readers import comparisons, decide
from guideline_core.wire import loads


@dataclass(frozen=True)
class Temper:
    """How often a question is left open, answered so that no gate closes, and answered wrongly."""

    unknown: float
    quiet: float
    wrong: float = 0


QUIET = Temper(0, 1)
RIGHT = (QUIET, Temper(0.05, 0.98), Temper(0.3, 0.9), Temper(0.5, 0.7), Temper(0.9, 0), Temper(0, 0))
WRONG = (Temper(0.1, 0.9, 0.03), Temper(0.3, 0.5, 0.3))


def patient(random: Random, tempers: tuple[Temper, ...] = RIGHT * 2 + WRONG) -> dict:
    """A request: answers, and the day. Of the RIGHT tempers most are accepted; in the others two answers contradict each other."""
    temper = random.choice(tempers)
    today = _day(random)
    answers = {}
    for question in GUIDELINE.questions.values():
        answer = one_answer(random, question, temper, today)
        if answer is not ... and (question.dated_by not in answers or random.random() < 0.1):
            answers[question.id] = answer
    if random.random() < temper.wrong / 3:
        answers[random.choice(("wieght", "", "age ", "𝟝"))] = "50"
    request = {"answers": answers, "today": today.isoformat()}
    if random.random() < temper.wrong / 3:
        request["today"] = random.choice(BAD_DAYS)
    return settled(request) if not temper.wrong and random.random() < 0.9 else request


def one_answer(random: Random, question: Question, temper: Temper, today: date) -> object:
    """An answer to one question; an Ellipsis where it is left out."""
    if random.random() < temper.unknown:
        return random.choice(UNKNOWN) if random.random() < 0.1 else ...
    if random.random() < temper.wrong:
        return _wrong(random, question)
    if question.kind is Kind.DATE:
        return _since(random, question, today) if random.random() < 0.4 else ...
    return _right(random, question, quiet=random.random() < temper.quiet)


def settled(request: dict) -> dict:
    """The request without the answers that are refused."""
    refused = {each.question for each in read_patient(GUIDELINE, *loads(dumps(list(request.values())))).refusals}
    return request | {"answers": {name: answer for name, answer in request["answers"].items() if name not in refused}}


UNKNOWN = (None, "unknown", "", " Unknown ", {"value": None}, {"value": "unknown"})
BAD_DAYS = (None, "", "tomorrow", "2025-02-30", "9999-12-31", "0001-01-01", 20250101, ["2025-01-01"])


def _right(random: Random, question: Question, quiet: bool) -> object:
    """An answer that the question accepts; a quiet one closes no gate by itself."""
    make: Callable[[], object] = {
        Kind.CHOICE: lambda: random.choice(question.choices).value,
        Kind.SET: lambda: random.sample([c.value for c in question.choices], random.randrange(4)),
        Kind.COUNT: lambda: Fraction(random.randrange(int(question.hard.high) + 1)),
        Kind.QUANTITY: lambda: _quantity(random, question),
    }[question.kind]
    value = make()
    for _ in range(20):
        if not quiet or not _closes(question, value):
            break
        value = make()
    if isinstance(value, Fraction):
        return _typed(random, question, value)
    if value in ("yes", "no") and random.random() < 0.1:
        return value == "yes"
    return value if random.random() < 0.9 else {"value": value}


GATES = (*GUIDELINE.common_gates, *(gate for therapy in GUIDELINE.therapies.values() for gate in therapy.gates))


def _closes(question: Question, value: object) -> bool:
    """Whether this answer alone closes a gate."""
    if isinstance(value, list):
        value = frozenset(value)
    return any(decide(gate.closes, {question.id: value}) is Outcome.MET for gate in GATES)


# Quantities


@cache
def marks(question: Question) -> tuple[Fraction, ...]:
    """Where something can change: bounds, thresholds, facts in the same unit, and the weights at which a cap bites."""
    found = {end for limits in (question.hard, question.soft, question.sure_within) if limits for end in (limits.low, limits.high)}
    ranges = [fact.value for fact in GUIDELINE.facts.values() if fact.value and fact.value.unit == question.unit]
    found |= {end for value in ranges for end in (value.low, value.high)}
    found |= {c.bound.value for _, condition in GUIDELINE.conditions() for c in comparisons(condition) if c.term is question}
    if question.id == "weight":
        for _, regimen in GUIDELINE.regimens():
            limit, each = regimen.cap or regimen.dose, regimen.must_fit or regimen.dose
            if limit is not each:
                found |= {limit.value.high / end for end in (each.value.low, each.value.high)}
    return tuple(sorted(mark for mark in found - {None} if mark in question.hard))


STEPS = (Fraction(0), Fraction(1, 10**12), Fraction(1, 10**6), Fraction(1, 1000), Fraction(1, 10), Fraction(1), Fraction(7))


def _quantity(random: Random, question: Question) -> Fraction:
    """In the question's own unit: at or beside a mark, or anywhere that is usual."""
    if random.random() < 0.5:
        value = random.choice(marks(question)) + random.choice((-1, 1)) * random.choice(STEPS)
    else:
        low, high = question.soft.low, question.soft.high
        places = 10 ** random.randrange(4)
        value = Fraction(random.randrange(int(low * places), int(high * places) + 1), places)
    return min(max(value, question.hard.low), question.hard.high)


def _typed(random: Random, question: Question, value: Fraction) -> object:
    """The quantity as someone may type it: bare, as text, or with its unit."""
    unit = random.choice(question.units)
    if unit.code == "[ft_i]" and random.random() < 0.5:
        inches = round(value / Fraction("2.54"))
        return {"value": f"{inches // 12}'{inches % 12}\"", "unit": random.choice(("ft", "[ft_i]"))}
    text = digits(value / unit.size)
    if unit.at_most is not None and Fraction(text) > unit.at_most:
        unit, text = question.units[0], digits(value)
    if unit is question.units[0] and not question.unit_needed and random.random() < 0.3:
        return text if random.random() < 0.5 else _number(text)
    return {"value": text, "unit": random.choice((unit.code, *unit.also)), "confirmed": random.random() < 0.9}


def digits(number: Fraction) -> str:
    """Plain decimals, rounded to 15 places."""
    return format(Decimal(round(number * 10**15)).scaleb(-15), "f").rstrip("0").rstrip(".") or "0"


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


# Dates


def _day(random: Random) -> date:
    """Around leap days and the ends of months as often as anywhere."""
    year, month = random.randrange(2019, 2031), random.randrange(1, 13)
    last = (add_months(date(year, month, 1), 1) - timedelta(1)).day
    return date(year, month, random.choice((1, random.randrange(1, last + 1), last)))


def _since(random: Random, question: Question, today: date) -> str:
    """A date that lies a marked number of months back, to the day or a day beside."""
    timed = next(q for q in GUIDELINE.questions.values() if q.dated_by == question.id)
    months = random.choice([int(mark) for mark in marks(timed) if mark <= 240])
    return (add_months(today, -months) + timedelta(random.choice((-31, -1, 0, 0, 1)))).isoformat()


# Answers that can't be right


def _wrong(random: Random, question: Question) -> object:
    beyond = digits(question.hard.high + random.choice(STEPS[1:])) if question.hard else "2200-01-01"
    return random.choice((
        beyond, "1,5", "-1", "abc", "1e99", ".", "5'7", True, [], {}, [["x"]], {"value": 5, "unti": "kg"}, -0.5, "NaN",
        {"value": "50", "unit": random.choice(_units()).code}, {"value": 50, "confirmed": "yes"}, {"value": "2", "unit": "m"},
        "2025-02-30", "2200-01-01", "0001-01-01", "yes ", "Yes", ["azathioprine", "?"], {"value": beyond, "confirmed": True},
        "1" * 41, "\ud800", "≥ 50", "5\u0000", 1e-7, 0,
    ))


@cache
def _units() -> tuple[UnitChoice, ...]:
    return tuple(unit for question in GUIDELINE.questions.values() for unit in question.units)
