"""Exact numbers, ranges and how they read."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from guideline_core.model.quantity import (
    Range, above, at_least, below, between, ceil_to, convert, exact, exactly, floor_to, number_text, plain_digits,
    range_text,
)
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
