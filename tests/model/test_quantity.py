"""Exact numbers, ranges and how they read."""

from __future__ import annotations

import decimal
import subprocess
import sys
from fractions import Fraction as F

import pytest

from guideline_core.model.quantity import (
    CONTEXT, Range, above, at_least, at_most, below, between, ceil_to, convert, exact, exactly, floor_to, nearest, number_text,
    plain_digits, range_text, to_decimal, with_unit,
)
from guideline_core.model.quantity import _context
from guideline_core.wire import DuplicateKey, dumps, loads


@pytest.mark.parametrize("number", [1.5, True])
def test_a_float_is_refused(number) -> None:
    with pytest.raises(TypeError):
        exact(number)


@pytest.mark.parametrize(
    ("value", "reads"),
    [
        (between(1, 2, "mg/kg/d"), "1 to 2 mg/kg a day"),
        (at_least(6, "mo"), "6 months or more"),
        (exactly(1, "mo"), "1 month"),
        (below(30, "10*9/L"), "under 30 × 10⁹/L"),
        (above(80, "%"), "over 80%"),
        (exactly("73.7", "%"), "73.7%"),
        (exactly(2000, "mg"), "2,000 mg"),
        (between(1, 10, "ug/kg/wk"), "1 to 10 micrograms/kg a week"),
    ],
)
def test_reads(value: Range, reads: str) -> None:
    assert range_text(value) == reads


def test_membership_is_strict_where_the_end_is() -> None:
    assert F(30) not in below(30, "10*9/L") and F("29.999") in below(30, "10*9/L")
    assert F(3) in between(3, 6, "mo") and F(6) in between(3, 6, "mo")


@pytest.mark.parametrize("bad", [lambda: Range(F(2), F(1), "mg"), lambda: Range(None, None, "mg"), lambda: exactly(1, "mcg")])
def test_a_range_that_cannot_be(bad) -> None:
    with pytest.raises(ValueError):
        bad()


def test_rounding() -> None:
    tenth = F(1, 10)
    assert ceil_to(F("489.898"), tenth) == F("489.9")
    assert floor_to(F("1632.993"), tenth) == F("1632.9")
    assert number_text(F("75.4988"), 0) == "75"
    assert plain_digits(F(2, 3)) == "0.666666666667"
    assert plain_digits(F(1, 10**7)) == "0.0000001"


def test_units() -> None:
    assert convert(F(16), "wk", "d") == 112
    assert convert(F(1), "[lb_av]", "kg") == F("0.45359237")
    with pytest.raises(ValueError):
        convert(F(1), "kg", "d")


def test_json_is_exact_and_strict() -> None:
    assert dumps({"a": (F(1, 4), None, True, "×")}) == '{"a": [0.25, null, true, "×"]}'
    assert loads("[0.1]") == [exact("0.1")]
    assert loads("[NaN]") == ["NaN"]
    with pytest.raises(DuplicateKey):
        loads('{"a": 1, "a": 2}')


@pytest.mark.parametrize(
    ("value", "inside", "outside"),
    [
        (between(3, 6, "mo"), ("3", "4", "6"), ("2.99", "6.01")),
        (at_least(3, "mo"), ("3", "1000"), ("2.99",)),
        (at_most(6, "mo"), ("6", "-5"), ("6.01",)),
        (above(3, "mo"), ("3.01",), ("3", "2")),
        (below(6, "mo"), ("5.99",), ("6", "7")),
        (Range(F(3), F(6), "mo", False, False), ("3.01", "5.99"), ("3", "6")),
        (exactly(3, "mo"), ("3",), ("2.99", "3.01")),
    ],
)
def test_membership(value: Range, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    assert all(F(number) in value for number in inside)
    assert not any(F(number) in value for number in outside)


@pytest.mark.parametrize(
    ("value", "places", "reads"),
    [
        (exactly(1, "mg"), None, "1 mg"),
        (exactly(1, "ug"), None, "1 microgram"),
        (between(1, 1, "mo"), None, "1 month"),
        (between(1, 2, "mo"), None, "1 to 2 months"),
        (at_least(1, "mo"), None, "1 month or more"),
        (above(1, "d"), None, "over 1 day"),
        (at_most(1, "wk"), None, "up to 1 week"),
        (at_most("1.25", "mg"), 1, "up to 1.2 mg"),
        (below("1.35", "mg"), 1, "under 1.4 mg"),
        (exactly("1.25", "mg"), 1, "1.2 mg"),
        (between("0.55", "1234.45", "mg"), 1, "0.6 to 1,234.4 mg"),
        (at_least("1.25", "mg"), 1, "1.2 mg or more"),
    ],
)
def test_reads_with_places(value: Range, places: int | None, reads: str) -> None:
    """A tie goes to the even digit."""
    assert range_text(value, places) == reads


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("1234567.5", None, "1,234,567.5"), ("-0.5", None, "−0.5"), ("100", None, "100"), ("0.10", None, "0.1"), ("2.5", 0, "2"),
        ("3.5", 0, "4"), ("-2.26", 1, "−2.3"), ("0", 3, "0"), ("1e-13", None, "0.0000000000001"), ("123456789012.7", None, "123,456,789,013"),
    ],
)
def test_digits_for_a_reader(number: str, places: int | None, text: str) -> None:
    assert number_text(F(number), places) == text


@pytest.mark.parametrize(("number", "text"), [(F(100), "100"), (F(1, 3), "0.333333333333"), (F("1.50"), "1.5"), (F(-7, 4), "-1.75"), (F(10) ** 20, "1" + "0" * 20)])
def test_digits_for_a_machine(number: F, text: str) -> None:
    assert plain_digits(number) == text


def test_rounding_to_a_step() -> None:
    quarter = F(1, 4)
    assert [floor_to(F(n), quarter) for n in ("0.24", "0.25", "-0.1")] == [0, quarter, -quarter]
    assert [ceil_to(F(n), quarter) for n in ("0.26", "0.25", "-0.1")] == [F(1, 2), quarter, 0]
    assert [nearest(F(n), quarter) for n in ("0.37", "0.375", "0.125")] == [quarter, F(1, 2), 0]


def test_roots_are_the_same_everywhere() -> None:
    """28 digits, ties to even, whatever a program around this one has set."""
    assert to_decimal(F(2, 3)) == CONTEXT.create_decimal("0.6666666666666666666666666667")
    assert str(CONTEXT.sqrt(to_decimal(F(2)))) == "1.414213562373095048801688724"
    assert (CONTEXT.prec, CONTEXT.rounding, CONTEXT.Emin, CONTEXT.Emax, CONTEXT.capitals, CONTEXT.clamp) == (
        28, "ROUND_HALF_EVEN", -999999, 999999, 1, 0
    )
    with pytest.raises(ArithmeticError):
        CONTEXT.divide(to_decimal(F(1)), to_decimal(F(0)))
    with pytest.raises(ArithmeticError):
        CONTEXT.sqrt(to_decimal(F(-1)))
    with pytest.raises(ArithmeticError):
        CONTEXT.power(to_decimal(F(10)), to_decimal(F(1000000)))


def test_nothing_is_taken_from_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program around this one may have changed what a context has where nothing is said."""
    for name, value in {"rounding": "ROUND_UP", "Emin": -10, "Emax": 10, "capitals": 0, "clamp": 1}.items():
        monkeypatch.setattr(decimal.DefaultContext, name, value)
    for signal in list(decimal.DefaultContext.traps):
        monkeypatch.setitem(decimal.DefaultContext.traps, signal, signal is decimal.Inexact)
        monkeypatch.setitem(decimal.DefaultContext.flags, signal, True)
    made = _context(12)
    assert (made.prec, made.rounding, made.Emin, made.Emax, made.capitals, made.clamp) == (12, "ROUND_HALF_EVEN", -999999, 999999, 1, 0)
    assert {signal for signal, on in made.traps.items() if on} == {decimal.DivisionByZero, decimal.InvalidOperation, decimal.Overflow}
    assert not any(made.flags.values())


def test_how_many_digits_is_not_taken_from_the_surroundings_either() -> None:
    code = "import decimal; decimal.DefaultContext.prec = 5; from guideline_core.model.quantity import CONTEXT; print(CONTEXT.prec)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "28\n"


def test_ranges_in_other_units() -> None:
    turned = Range(F(1), F(2), "wk", False, False).to("d")
    assert turned == Range(F(7), F(14), "d", False, False)
    assert at_least(2, "kg").times(F(3), "mg") == at_least(6, "mg") and at_most(2, "kg").times(F(3), "mg") == at_most(6, "mg")
    assert convert(F(3), "mg", "mg") == 3 and convert(F(1), "wk", "h") == 168
    with pytest.raises(ValueError, match="^kg can't be turned into d$"):
        convert(F(1), "kg", "d")
    assert exactly(2, "mg").single and not between(1, 2, "mg").single and not at_least(1, "mg").single and not at_most(1, "mg").single


def test_a_number_and_its_unit() -> None:
    assert with_unit("5", "%", one=True) == "5%" and with_unit("5", "1") == "5" and with_unit("1", "d", one=True) == "1 day"


BAD = [
    (lambda: exactly(1, "mcg"), r"'mcg' is not a UCUM unit of this guideline\. Give the UCUM unit \(\"1\" for a bare number\), and add a new one to model/quantity\.py\."),
    (lambda: exactly(1), r"a value has no unit\. Give the UCUM unit"),
    (lambda: Range(None, None, "mg"), r"a range has neither a low nor a high end\. Give at least one\."),
    (lambda: between(2, 1, "mg"), r"a range runs from 2 down to 1\. Write the lower end first\."),
]


@pytest.mark.parametrize(("bad", "message"), BAD, ids=["unit", "no unit", "no end", "backwards"])
def test_a_range_that_cannot_be_says_why(bad, message: str) -> None:
    with pytest.raises(ValueError, match=rf"^test_quantity\.py:\d+: {message}"):
        bad()


@pytest.mark.parametrize("without", [lambda: between(1, 2), *(lambda make=make: make(1) for make in (exactly, at_least, at_most, above, below))])
def test_a_unit_is_never_taken_for_granted(without) -> None:
    with pytest.raises(ValueError, match="a value has no unit"):
        without()


@pytest.mark.parametrize("number", [1.5, False])
def test_a_float_is_told_what_to_be(number) -> None:
    with pytest.raises(TypeError, match=f"^{number} is not exact: write it as an int, a string or a Fraction$"):
        exact(number)
