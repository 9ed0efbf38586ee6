"""Which numbers a fact holds, in which unit, and whether a figure in a text is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from guideline_core.model.fact import Fact
from guideline_core.model.quantity import UNITS, Range
from publish.check.figures import Figure, figures


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit; without a unit it may stand before any."""

    number: Fraction
    unit: str = ""


def amounts(fact: Fact) -> Iterator[Amount]:
    """The ends of the value, the people counted, the details, the grade."""
    if fact.value:
        yield from limits(fact.value)
    if fact.proportion:
        yield Amount(Fraction(fact.proportion.events))
        yield Amount(Fraction(fact.proportion.total))
    for _, said in fact.details:
        for figure in figures(said):
            for number in figure.numbers:
                yield Amount(number, figure.unit)
    if fact.grade:
        yield Amount(Fraction(fact.grade.year))
        if fact.grade.superseded:
            yield Amount(Fraction(fact.grade.superseded))
        for digit in re.findall(r"\d+", fact.grade.letter):
            yield Amount(Fraction(digit))


def limits(value: Range) -> Iterator[Amount]:
    for end in (value.low, value.high):
        if end is not None:
            yield Amount(abs(end), "" if value.unit == "1" else value.unit)


def holds(held: Iterable[Amount], figure: Figure) -> bool:
    """Whether every number of the figure is among those held, in a unit that says the same."""
    held = tuple(held)
    return all(any(_same(amount, number, figure) for amount in held) for number in figure.numbers)


def _same(amount: Amount, number: Fraction, figure: Figure) -> bool:
    if amount.number == number:
        return not (figure.unit and amount.unit) or fits(figure.unit, amount.unit)
    if amount.unit == "%" and figure.numbers[0] < 1 and amount.number == 100 * number:
        return True  # a third, a quarter
    said, held = UNITS.get(figure.unit), UNITS.get(amount.unit)
    return bool(said and held and said.base == held.base) and number * said.size == amount.number * held.size


def fits(said: str, held: str) -> bool:
    """"mg/kg" may stand for "mg/kg/d" where the sentence says how often."""
    return said == held or held in (f"{said}/d", f"{said}/wk")
