"""Exact quantities and ranges in UCUM units.

Numbers are `Fraction`s from the first keystroke to the last rounding; a float raises.
Roots and powers go through one decimal context (`CONTEXT`), whose result is again exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from fractions import Fraction

from .origin import broken


def _context(digits: int) -> Context:
    """Everything said: what is left out would be taken from settings that a program around this one may have changed."""
    traps = [DivisionByZero, InvalidOperation, Overflow]
    return Context(digits, ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=traps)


CONTEXT = _context(28)
"""The one context for roots and powers: the same digits on every machine."""
_WRITTEN = _context(12)

Number = int | str | Decimal | Fraction


def exact(number: Number) -> Fraction:
    """The number as a fraction. Raises TypeError for a float (it has already lost digits)."""
    if isinstance(number, (bool, float)):
        raise TypeError(f"{number!r} is not exact: write it as an int, a string or a Fraction")
    return Fraction(number)


def to_decimal(number: Fraction) -> Decimal:
    """The number in `CONTEXT`, for roots and powers."""
    return CONTEXT.divide(Decimal(number.numerator), Decimal(number.denominator))


@dataclass(frozen=True, slots=True)
class Unit:
    """A UCUM unit: its code, how a page writes it, how it is spoken, and its size in `base`."""

    code: str
    shown: str
    spoken: str
    base: str
    size: Fraction
    one: str = ""
    """How the page writes it after exactly 1, where that differs."""


def _unit(code, shown, spoken=None, *, one="", base=None, size=1) -> Unit:
    return Unit(code, shown, spoken or shown, base or code, exact(size), one)


UNITS = {
    unit.code: unit
    for unit in (
        _unit("1", "", ""),
        _unit("%", "%", "per cent"),
        _unit("g", "g", "grams"),
        _unit("mg", "mg", "milligrams", base="g", size="0.001"),
        _unit("ug", "micrograms", one="microgram", base="g", size="0.000001"),
        _unit("kg", "kg", "kilograms"),
        _unit("[lb_av]", "lb", "pounds", base="kg", size="0.45359237"),
        _unit("cm", "cm", "centimetres"),
        _unit("[in_i]", "in", "inches", base="cm", size="2.54"),
        _unit("[ft_i]", "ft", "feet", base="cm", size="30.48"),
        _unit("m2", "m²", "square metres"),
        _unit("kg/m2", "kg/m²", "kilograms per square metre"),
        _unit("mL", "mL", "millilitres"),
        _unit("d", "days", one="day"),
        _unit("h", "hours", one="hour", base="d", size=Fraction(1, 24)),
        _unit("wk", "weeks", one="week", base="d", size=7),
        _unit("mo", "months", one="month", base="d", size="30.4375"),
        _unit("a", "years", one="year", base="d", size="365.25"),
        _unit("mg/d", "mg a day", "milligrams a day"),
        _unit("mg/kg/d", "mg/kg a day", "milligrams per kilogram a day"),
        _unit("mg/kg", "mg/kg", "milligrams per kilogram"),
        _unit("g/kg", "g/kg", "grams per kilogram"),
        _unit("ug/wk", "micrograms a week", one="microgram a week"),
        _unit("ug/kg/wk", "micrograms/kg a week", "micrograms per kilogram a week", one="microgram/kg a week"),
        _unit("mg/m2", "mg/m²", "milligrams per square metre"),
        _unit("g/m2", "g/m²", "grams per square metre"),
        _unit("mg/mL", "mg/mL", "milligrams per millilitre"),
        _unit("ug/mL", "micrograms/mL", "micrograms per millilitre"),
        _unit("ng/mL", "ng/mL", "nanograms per millilitre"),
        _unit("10*9/L", "× 10⁹/L", "times 10 to the 9 per litre"),
        _unit("umol/L", "micromol/L", "micromoles per litre"),
        _unit("mg/dL", "mg/dL", "milligrams per decilitre"),
        _unit("mL/min", "mL/min", "millilitres a minute"),
        _unit("mL/min/{1.73_m2}", "mL/min/1.73 m²", "millilitres a minute per 1.73 square metres"),
    )
}


def convert(value: Fraction, unit: str, to: str) -> Fraction:
    """The value in another unit of the same kind. Raises ValueError where the kinds differ."""
    if unit == to:
        return value
    have, want = UNITS[unit], UNITS[to]
    if have.base != want.base:
        raise ValueError(f"{unit} can't be turned into {to}")
    return value * have.size / want.size


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` in one UCUM unit; a missing end is open. A single value has low = high."""

    low: Fraction | None
    high: Fraction | None
    unit: str
    low_inclusive: bool = True
    high_inclusive: bool = True

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            what = f"{self.unit!r} is not a UCUM unit of this guideline" if self.unit else "a value has no unit"
            raise broken(what, 'Give the UCUM unit ("1" for a bare number), and add a new one to model/quantity.py')
        if self.low is None and self.high is None:
            raise broken("a range has neither a low nor a high end", "Give at least one")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise broken(f"a range runs from {self.low} down to {self.high}", "Write the lower end first")

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (self.low_inclusive and value == self.low)
        below = self.high is None or value < self.high or (self.high_inclusive and value == self.high)
        return above and below

    @property
    def single(self) -> bool:
        return self.low is not None and self.low == self.high

    def times(self, factor: Fraction, unit: str) -> Range:
        """Both ends multiplied by a positive factor, in the unit that comes out."""
        ends = [None if end is None else end * factor for end in (self.low, self.high)]
        return Range(ends[0], ends[1], unit, self.low_inclusive, self.high_inclusive)

    def to(self, unit: str) -> Range:
        """The same range in another unit of its kind."""
        return self.times(convert(Fraction(1), self.unit, unit), unit)


def exactly(value: Number, unit: str = "") -> Range:
    return Range(exact(value), exact(value), unit)


def between(low: Number, high: Number, unit: str = "") -> Range:
    return Range(exact(low), exact(high), unit)


def at_least(low: Number, unit: str = "") -> Range:
    return Range(exact(low), None, unit)


def at_most(high: Number, unit: str = "") -> Range:
    return Range(None, exact(high), unit)


def above(low: Number, unit: str = "") -> Range:
    return Range(exact(low), None, unit, low_inclusive=False)


def below(high: Number, unit: str = "") -> Range:
    return Range(None, exact(high), unit, high_inclusive=False)


def floor_to(value: Fraction, step: Fraction) -> Fraction:
    return value // step * step


def ceil_to(value: Fraction, step: Fraction) -> Fraction:
    return -(-value // step) * step


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of the step; a tie goes to the even multiple."""
    return round(value / step) * step


def number_text(value: Fraction, places: int | None = None) -> str:
    """Digits for a reader: no trailing zeros, thousands with a comma (1,250.5).

    With `places` the value is first taken to that many decimals; without, it must be a finite decimal
    or is cut at 12 significant digits.
    """
    if places is not None:
        value = nearest(value, Fraction(1, 10**places))
    text = f"{Decimal(plain_digits(value)):,f}"
    return text.replace("-", "−")


def plain_digits(value: Fraction) -> str:
    """Digits for a machine: up to 12 significant, no exponent, no trailing zeros."""
    digits = _WRITTEN.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = format(digits, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(number: str, unit: str, *, one: bool = False) -> str:
    """"45" and "%" make "45%"; "1" and "mo" make "1 month"."""
    symbol = (one and UNITS[unit].one) or UNITS[unit].shown
    return f"{number}%" if unit == "%" else f"{number} {symbol}".rstrip()


def range_text(value: Range, places: int | None = None) -> str:
    """The range as people read it: "1 to 2 mg/kg a day", "6 months or more", "under 30 × 10⁹/L"."""
    if value.single:
        return with_unit(number_text(value.low, places), value.unit, one=value.low == 1)
    if value.high is None:
        low = with_unit(number_text(value.low, places), value.unit, one=value.low == 1)
        return f"{low} or more" if value.low_inclusive else f"over {low}"
    high = with_unit(number_text(value.high, places), value.unit, one=value.high == 1)
    if value.low is None:
        return f"up to {high}" if value.high_inclusive else f"under {high}"
    return f"{number_text(value.low, places)} to {high}"
