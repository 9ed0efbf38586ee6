"""What is said beside a dose, for doses that can be reckoned in the head; `values` are exact, and only the text is rounded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from guideline_core.engine.details import for_regimen, readable
from guideline_core.engine.patient import read_patient
from guideline_core.engine.results import Dose
from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import between, exactly
from tests.engine.asked import C01, part

REGIMENS = {regimen.id: regimen for _, regimen in GUIDELINE.regimens()}
PATIENT = read_patient(GUIDELINE, C01.answers, None)
TABLETS = ("multiples", "Whole 25 mg tablet multiples inside the range")
CAPSULES = ("multiples", "Whole 50 mg capsule multiples inside the range")
STEPS = ("halves", "Equal halves in 25 mg steps")
HALF = ("half", "Each of two halves")
HALVED = ["csa-capsule-25", "csa-two-doses"]
VIALS, OUTLINE = ("vials", "Vials to cover it"), " cover one dose. The dose is not rounded to vials."
LARGE_FIRST = ["rituximab-vial-500", "rituximab-vial-100"]
NO_END = "The source gives no end to the course; this site projects no further."
NONE, NO_HALVES = "No whole-unit dose lies inside this range.", "No dose in equal halves lies inside this range."
BESIDE = [
    ("aza-dose-weight", "75", "100", [(*TABLETS, "75, 100 mg a day", ["75", "100"], "mg/d", ["aza-tablet-25"])]),
    ("aza-dose-weight", "75.1", "99.9", [(*TABLETS, NONE, [], "mg/d", ["aza-tablet-25"])]),
    ("aza-dose-weight", "100", "100", [(*TABLETS, "100 mg a day", ["100"], "mg/d", ["aza-tablet-25"])]),
    ("csa-dose", "112.5", "135", [
        (*HALF, "56.3 to 67.5 mg", ["56.25", "67.5"], "mg", ["csa-two-doses"]),
        (*STEPS, f"{NO_HALVES} In unequal parts 125 mg a day would; it is not offered.", [], "mg/d", HALVED),
    ]),
    ("csa-dose", "101", "123.1", [
        (*HALF, "50.5 to 61.5 mg", ["50.5", "61.55"], "mg", ["csa-two-doses"]), (*STEPS, NO_HALVES, [], "mg/d", HALVED),
    ]),
    ("csa-dose", "200", "260", [
        (*HALF, "100 to 130 mg", ["100", "130"], "mg", ["csa-two-doses"]), (*STEPS, "200, 250 mg a day", ["200", "250"], "mg/d", HALVED),
    ]),
    ("cpa-oral-dose", "49.9", "99.9", [
        (*CAPSULES, "50 mg a day", ["50"], "mg/d", ["cpa-capsule-50"]),
        ("course-total", "Least total of the shortest course", f"5.59 to 11.19 g over 112 days. {NO_END}",
         ["5.5888", "11.1888"], "g", ["cpa-oral-duration"]),
    ]),
    ("romiplostim-dose", "75", "750", [
        ("volume", "Volume to inject", "start 0.15 mL, ceiling 1.5 mL", ["0.15", "1.5"], "mL", ["romiplostim-solution", "romiplostim-syringe-step"]),
    ]),
    ("romiplostim-dose", "60.7", "607", [
        ("volume", "Volume to inject",
         "start 0.12 mL, ceiling 1.21 mL (the start is 0.7 micrograms more than the syringe step holds)",
         ["0.12", "1.21"], "mL", ["romiplostim-solution", "romiplostim-syringe-step"]),
    ]),
    ("romiplostim-dose", "62.123", "621.23", [
        ("volume", "Volume to inject",
         "start 0.12 mL, ceiling 1.24 mL (the start is 2.12 micrograms more than the syringe step holds)",
         ["0.12", "1.24"], "mL", ["romiplostim-solution", "romiplostim-syringe-step"]),
    ]),
]


@pytest.mark.parametrize(("name", "low", "high", "expected"), BESIDE, ids=[f"{row[0]}-{row[1]}" for row in BESIDE])
def test_what_stands_beside_a_dose(name: str, low: str, high: str, expected: list[tuple]) -> None:
    regimen = REGIMENS[name]
    found = for_regimen(GUIDELINE, PATIENT, regimen, Dose(Fraction(low), Fraction(high), regimen.gives))
    assert [(d.code, d.label, d.text, list(d.values), d.unit, list(d.facts)) for d in found] == [
        (code, label, text, [Fraction(value) for value in values], unit, facts) for code, label, text, values, unit, facts in expected
    ]


COVERED = [
    ("612.4", "4 × 612.4 mg = 2,449.6 mg", "2449.6", "1 × 500 mg + 2 × 100 mg (700 mg)", 700),
    ("300", "4 × 300 mg = 1,200 mg", "1200", "3 × 100 mg (300 mg)", 300),
    ("1000", "4 × 1,000 mg = 4,000 mg", "4000", "2 × 500 mg (1,000 mg)", 1000),
    ("1000.01", "4 × 1,000 mg = 4,000 mg", "4000.04", "2 × 500 mg + 1 × 100 mg (1,100 mg)", 1100),
]


@pytest.mark.parametrize(("dose", "total", "exact", "vials", "covers"), COVERED, ids=[row[0] for row in COVERED])
def test_vials_and_the_total(dose: str, total: str, exact: str, vials: str, covers: int) -> None:
    """As few vials as cover it; beside the exact milligrams, which they never replace."""
    regimen, given = REGIMENS["rituximab-dose"], Dose(Fraction(dose), Fraction(dose), "mg")
    other, added, covering = for_regimen(GUIDELINE, PATIENT, regimen, given)
    assert other.code == "other-surface"
    assert (added.code, added.label, added.text, added.values) == ("total", "All 4 doses", total, (Fraction(exact),))
    assert (added.unit, added.facts) == ("mg", ("rituximab-schedule",))
    assert (covering.code, covering.label, covering.text) == (*VIALS, vials + OUTLINE)
    assert (covering.values, covering.unit, list(covering.facts)) == ((covers,), "mg", LARGE_FIRST)


def test_three_sizes_of_vials() -> None:
    """The smallest of them decides how much is left over."""
    regimen = REGIMENS["rituximab-dose"]
    large = replace(regimen.vials[0], id="vial-1000", value=exactly(1000, "mg"))
    *_, covering = for_regimen(GUIDELINE, PATIENT, replace(regimen, vials=(*regimen.vials, large)), Dose(Fraction(1612), Fraction(1612), "mg"))
    assert covering.text == "1 × 1,000 mg + 1 × 500 mg + 2 × 100 mg (1,700 mg)" + OUTLINE
    assert list(covering.facts) == ["vial-1000", *LARGE_FIRST]


def test_ambiguous_wording_allows_the_other_surface_alone() -> None:
    """Not even where it has strengths, a course, a count and vials: nobody knows how many such doses there are."""
    regimen = replace(
        REGIMENS["rituximab-dose"], ambiguous="SD-12", strengths=REGIMENS["aza-dose-weight"].strengths, course=REGIMENS["cpa-oral-dose"].course,
    )
    (other,) = for_regimen(GUIDELINE, PATIENT, regimen, Dose(Fraction(600), Fraction(600), "mg"))
    assert other.code == "other-surface"


def test_all_that_applies_stands_in_one_order() -> None:
    """A regimen that no drug has: by surface, in halves, for a course, counted, drawn up and out of vials."""
    other, weekly = REGIMENS["csa-dose"], REGIMENS["romiplostim-dose"]
    regimen = replace(
        REGIMENS["rituximab-dose"], halves=other.halves, strengths=other.strengths, course=REGIMENS["cpa-oral-dose"].course,
        concentration=weekly.concentration, volume_step=weekly.volume_step,
    )
    found = for_regimen(GUIDELINE, PATIENT, regimen, Dose(Fraction(600), Fraction(600), "mg"))
    assert [each.code for each in found] == ["other-surface", "half", "halves", "course-total", "total", "volume", "vials"]


def test_the_flat_dose_by_weight() -> None:
    """150 mg at 60 kg."""
    (row,) = part("dose", "regimens", "aza-dose-fixed", C01.answers)["details"]
    assert (row["code"], row["label"], row["text"]) == ("per-kg", "The flat dose by weight", "2.5 mg/kg a day")
    assert (row["values"], row["unit"], row["facts"]) == ([Decimal("2.5")], "mg/kg/d", ["aza-dose-weight"])


@pytest.mark.parametrize("name", REGIMENS)
def test_each_marketed_strength_has_a_form(name: str) -> None:
    """Tablet, capsule: a label speaks of whole ones."""
    assert all(dict(fact.details)["form"] for fact in REGIMENS[name].strengths)


READABLE = [
    ("1.5", "1.5"), ("1.234", "1.23"), ("1.236", "1.24"), ("2", "2"), ("2.00001", "2.00001"), ("1.99999", "1.99999"), ("1", "1"),
    ("0.9999", "0.9999"), ("1.0001", "1.0001"), ("2.004", "2.004"), ("2.0051", "2.01"), ("2.00000000004", "2.00000000004"),
    ("2.000000000004", "2.000000000004"), ("2.0000000000043", "2.0000000000043"),
]


@pytest.mark.parametrize(("value", "shown"), READABLE)
def test_rounding_never_crosses_a_limit(value: str, shown: str) -> None:
    assert readable(Fraction(value), between(1, 2, "mg/kg/d")) == Fraction(shown)
