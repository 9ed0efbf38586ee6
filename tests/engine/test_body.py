"""The formulas against an arbitrary-precision evaluation, and against the brief's reference values."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from itertools import product
from pathlib import Path

import mpmath
import pytest

from guideline_core.engine.body import derive
from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import number_text

ROWS = tomllib.loads((Path(__file__).parents[1] / "transcription/formulas.toml").read_text("utf-8"))
mpmath.mp.dps = 50


def value(name: str, **inputs: object) -> Fraction:
    exact = {k: v if isinstance(v, str) and not v[0].isdigit() else Fraction(v) for k, v in inputs.items()}
    found = derive(GUIDELINE.derived[name], exact)
    assert found is not None
    return found[0]


def mg_per_dl(text: str) -> Fraction:
    return Fraction(text) * Fraction("88.42")


COEFFICIENTS = {
    "formula-mosteller-divisor": ("mosteller", "divisor"),
    "formula-du-bois-scale": ("du_bois", "coefficient"),
    "formula-du-bois-weight-power": ("du_bois", "weight_exponent"),
    "formula-du-bois-height-power": ("du_bois", "height_exponent"),
    "formula-cockcroft-gault-age": ("cockcroft_gault", "age_from"),
    "formula-cockcroft-gault-divisor": ("cockcroft_gault", "divisor"),
    "formula-cockcroft-gault-female": ("cockcroft_gault", "female"),
    "formula-ckd-epi-scale": ("ckd_epi_2021", "coefficient"),
    "formula-ckd-epi-kappa-female": ("ckd_epi_2021", "kappa_female"),
    "formula-ckd-epi-kappa-male": ("ckd_epi_2021", "kappa_male"),
    "formula-ckd-epi-alpha-female": ("ckd_epi_2021", "alpha_female"),
    "formula-ckd-epi-alpha-male": ("ckd_epi_2021", "alpha_male"),
    "formula-ckd-epi-beta": ("ckd_epi_2021", "max_exponent"),
    "formula-ckd-epi-age": ("ckd_epi_2021", "age_base"),
    "formula-ckd-epi-female": ("ckd_epi_2021", "female"),
    "formula-creatinine-conversion": ("creatinine", "umol_per_l_in_one_mg_per_dl"),
    "aza-cap": ("azathioprine_cap", "value"),
}


@pytest.mark.parametrize("fact", COEFFICIENTS)
def test_coefficient(fact: str) -> None:
    table, key = COEFFICIENTS[fact]
    assert GUIDELINE.facts[fact].number == Fraction(ROWS[table][key])
    if "confidence" in ROWS[table]:
        assert GUIDELINE.facts[fact].confidence.value == ROWS[table]["confidence"]


@pytest.mark.parametrize("row", ROWS["bsa_reference"], ids=lambda r: f"{r['height']}-{r['weight']}")
def test_surface_reference(row: dict) -> None:
    for name, key in (("bsa_mosteller", "mosteller"), ("bsa_du_bois", "du_bois")):
        assert number_text(value(name, weight=row["weight"], height=row["height"]), 4) == row[key].rstrip("0").rstrip(".")


@pytest.mark.parametrize("row", ROWS["creatinine_clearance_reference"], ids=str)
def test_clearance_reference(row: dict) -> None:
    found = value(
        "creatinine_clearance", age=row["age"], sex=row["sex"], weight=row["weight"], creatinine=mg_per_dl(row["creatinine"])
    )
    assert abs(found - Fraction(row["value"])) < Fraction("0.01")


@pytest.mark.parametrize("row", ROWS["egfr_reference"], ids=str)
def test_egfr_reference(row: dict) -> None:
    found = value("egfr", age=row["age"], sex=row["sex"], creatinine=mg_per_dl(row["creatinine"]))
    assert abs(found - Fraction(row["value"])) < Fraction("0.01")
    assert number_text(found, 0) == row["shown"]


@pytest.mark.parametrize(("weight", "height"), list(product(("25", "45", "62.35", "120", "350"), ("100", "150", "171.5", "250"))))
def test_surface(weight: str, height: str) -> None:
    w, h = mpmath.mpf(weight), mpmath.mpf(height)
    wanted = {
        "bsa_mosteller": mpmath.sqrt(h * w / 3600),
        "bsa_du_bois": mpmath.mpf("0.007184") * w ** mpmath.mpf("0.425") * h ** mpmath.mpf("0.725"),
    }
    for name, expected in wanted.items():
        found = value(name, weight=weight, height=height)
        assert abs(mpmath.mpf(found.numerator) / found.denominator - expected) < mpmath.mpf(10) ** -24


@pytest.mark.parametrize(("age", "sex", "creatinine"), list(product(("18", "55", "95"), "FM", ("0.2", "0.7", "0.9", "1.1", "6"))))
def test_kidneys(age: str, sex: str, creatinine: str) -> None:
    scr, years = mpmath.mpf(creatinine), mpmath.mpf(age)
    kappa, alpha, female = (("0.7", "-0.241", "1.012") if sex == "F" else ("0.9", "-0.302", "1"))
    ratio = scr / mpmath.mpf(kappa)
    expected = (
        142 * min(ratio, mpmath.mpf(1)) ** mpmath.mpf(alpha) * max(ratio, mpmath.mpf(1)) ** mpmath.mpf("-1.200")
        * mpmath.mpf("0.9938") ** years * mpmath.mpf(female)
    )
    found = value("egfr", age=age, sex=sex, creatinine=mg_per_dl(creatinine))
    assert abs(mpmath.mpf(found.numerator) / found.denominator - expected) < mpmath.mpf(10) ** -22


def test_the_trap_of_rounding_twice() -> None:
    assert number_text(value("egfr", age="55", sex="F", creatinine=mg_per_dl("0.9")), 0) == "75"
