"""Scales and ticks, and the weights between which a flat dose fits: arithmetic that can be redone by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guideline_core.engine.arithmetic import fits_between
from guideline_core.itp import GUIDELINE
from macros.pictures.axes import HEIGHT, Scale, from_nought, round_step


@pytest.mark.parametrize("least, step", [("0.03", "0.05"), ("1", "1"), ("1.01", "2"), ("21", "50"), ("50", "50"), ("180.2", "200")])
def test_steps_are_round_and_large_enough(least: str, step: str) -> None:
    assert round_step(Fraction(least)) == Fraction(step)


def test_a_value_lies_where_its_share_puts_it() -> None:
    scale = Scale(Fraction(40), Fraction(140), "kg")
    assert [scale.percent(Fraction(kg)) for kg in (40, 65, 140)] == ["0%", "25%", "100%"]
    assert [Fraction(scale.down(Fraction(kg))) for kg in (40, 90, 140)] == [HEIGHT, Fraction(HEIGHT, 2), 0]
    assert scale.ticks(5) == (40, 60, 80, 100, 120, 140)


def test_an_axis_from_nought_ends_on_a_tick() -> None:
    scale = from_nought(Fraction(170), "mg/d", 6)
    assert (scale.low, scale.high, scale.ticks(6)) == (0, 200, (0, 50, 100, 150, 200))


def test_a_flat_dose_fits_where_both_ends_of_the_range_give_it() -> None:
    """150 mg ÷ 2 mg/kg and 150 mg ÷ 1 mg/kg."""
    flat = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.must_fit)
    between = fits_between(flat)
    assert (between.low, between.high, between.unit) == (75, 150, "kg")
