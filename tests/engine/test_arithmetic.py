"""Ranges for a size, the weights at which they turn, and the numbers as they are written."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from guideline_core.engine.arithmetic import fits_between, surface_range, turning_weights, weight_range
from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import Range, between
from tests.engine.asked import C01, kg, part

REGIMENS = {regimen.id: regimen for _, regimen in GUIDELINE.regimens()}


@pytest.mark.parametrize("name", REGIMENS)
def test_the_weights_at_which_it_turns(name: str) -> None:
    """2 mg/kg meet 150 mg at 75 kg, 1 mg/kg at 150 kg: for the cap and for the flat dose alike. Nothing else has a limit."""
    assert turning_weights(REGIMENS[name]) == ({75, 150} if name.startswith("aza-") else frozenset())


def test_ranges_for_one_size() -> None:
    """Pictures and tables draw them: 60 kg, and 1.633 m² rounded to 2 m² to be redone in the head."""
    assert weight_range(REGIMENS["csa-dose"], Fraction(60)) == between(150, 180, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction(80)) == between(80, 150, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction(150)) == between(150, 150, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction("150.1")) is None
    assert surface_range(REGIMENS["rituximab-dose"], Fraction(2)) == between(750, 750, "mg")
    assert surface_range(REGIMENS["cpa-iv-dose"], Fraction(2)) == between(600, 2000, "mg")
    assert fits_between(REGIMENS["aza-dose-fixed"]) == Range(Fraction(75), Fraction(150), "kg")


def test_the_weights_of_a_flat_dose_follow_its_range() -> None:
    """150 mg inside 2 to 3 mg/kg: 50 to 75 kg."""
    flat = REGIMENS["aza-dose-fixed"]
    other = replace(flat, must_fit=replace(flat.must_fit, value=between(2, 3, "mg/kg/d")))
    assert fits_between(other) == Range(Fraction(50), Fraction(75), "kg") and turning_weights(other) == {50, 75}


def test_a_surface_is_written_with_four_decimals() -> None:
    """175 cm and 75 kg: √(175 × 75 ÷ 3600) = 1.909407, which × 375 is 716.0274 (C03)."""
    row = part("dose", "regimens", "rituximab-dose", C01.answers | {"height": "175", "weight": kg("75")})
    assert row["working"] == ["body surface (Mosteller): √(175 cm × 75 kg ÷ 3,600) = 1.9094 m²", "1.9094 m² × 375 mg/m² = 716.027 mg"]
    assert row["size"]["shown"] == "1.9094 m²"


def test_a_weight_is_written_with_three_decimals() -> None:
    """60.12346 × 2.5 is 150.30865, and × 3 is 180.37038."""
    row = part("dose", "regimens", "csa-dose", C01.answers | {"weight": kg("60.12346")})
    assert row["working"] == ["60.123 kg × 2.5 mg/kg a day = 150.309 mg a day", "60.123 kg × 3 mg/kg a day = 180.37 mg a day"]


SHARP = [
    ("150.04", "aza-dose-weight", "At 150.04 kg even the low end"), ("150.0004", "aza-dose-weight", "At 150.0004 kg even the low end"),
    ("160.126", "aza-dose-weight", "At 160.13 kg even the low end"),
    ("74.99996", "aza-dose-fixed", "For 74.99996 kg the flat dose would be 2.000001 mg/kg a day, above"),
    ("160.126", "aza-dose-fixed", "For 160.13 kg the flat dose would be 0.94 mg/kg a day, below"),
]


@pytest.mark.parametrize(("weight", "name", "text"), SHARP, ids=[f"{row[1]}-{row[0]}" for row in SHARP])
def test_a_weight_is_never_rounded_onto_the_limit_that_it_misses(weight: str, name: str, text: str) -> None:
    (reason,) = part("dose", "regimens", name, C01.answers | {"weight": kg(weight)})["reasons"]
    assert reason["text"].startswith(text)
