"""Units against UCUM's own grammar (ucumvert) and against pint's definitions, in exact fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import pint
import pytest
import ucumvert

from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import UNITS, convert
from guideline_core.model.therapy import Basis, Regimen, Therapy

TOLERANCE = Fraction(1, 10**15)
REGIMENS = [pytest.param(*row, id=row[1].id) for row in GUIDELINE.regimens() if row[1].basis is not Basis.NONE]
CONVERTIBLE = [(a, b) for a, b in product(UNITS, UNITS) if a != b and UNITS[a].base == UNITS[b].base]
TYPED = [(q, unit) for q in GUIDELINE.questions.values() for unit in q.units[1:]]


def _registry() -> pint.UnitRegistry:
    """pint with UCUM's units. Its newest release takes neither one alias of ucumvert's file nor brackets in a name."""
    registry = pint.UnitRegistry(non_int_type=Fraction, preprocessors=[lambda name: name.strip("[]")])
    definitions = Path(ucumvert.__file__).with_name("pint_ucum_defs.txt").read_text("utf-8")
    registry.load_definitions(definitions.replace(" i.U. =", "").splitlines())
    return registry


REGISTRY = _registry()
PARSER = ucumvert.get_ucum_parser()
PINT = ucumvert.UcumToPintTransformer(ureg=REGISTRY).transform


def one(code: str) -> pint.Quantity:
    """One of the unit. Raises InvalidUcumError for a code that UCUM doesn't know."""
    return PINT(ucumvert.parse_ucum(code, PARSER))


def size(code: str, to: str) -> Fraction:
    return Fraction(one(code).to(one(to).units).magnitude)


def kind(*codes: str, over: tuple[str, ...] = ()) -> object:
    """The dimension of a product, divided by `over`."""
    found = REGISTRY.Quantity(Fraction(1))
    for code in codes:
        found = found * one(code)
    for code in over:
        found = found / one(code)
    return found.dimensionality


@pytest.mark.parametrize("code", UNITS)
def test_every_code_is_ucum(code: str) -> None:
    assert one(code).magnitude == 1


@pytest.mark.parametrize("code", ["mcg", "lb", "days", "µg", "mg per kg", "x10^9/L", "kgs"])
def test_what_people_write_is_not(code: str) -> None:
    with pytest.raises(ucumvert.InvalidUcumError):
        one(code)


@pytest.mark.parametrize(("unit", "to"), CONVERTIBLE)
def test_conversion(unit: str, to: str) -> None:
    assert abs(convert(Fraction(1), unit, to) / size(unit, to) - 1) < TOLERANCE


@pytest.mark.parametrize("code", UNITS)
def test_a_unit_and_its_base_are_of_one_kind(code: str) -> None:
    assert kind(code) == kind(UNITS[code].base)


def test_different_kinds_are_not_converted() -> None:
    apart = [(a, b) for a, b in product(UNITS, UNITS) if kind(a) != kind(b)]
    assert apart
    for unit, to in apart:
        with pytest.raises(ValueError, match="can't be turned into"):
            convert(Fraction(1), unit, to)


def test_facts_questions_and_derived_quantities_use_these_units() -> None:
    used = {fact.value.unit for fact in GUIDELINE.facts.values() if fact.value}
    used |= {unit.code for question in GUIDELINE.questions.values() for unit in question.units}
    used |= {term.unit for term in GUIDELINE.derived.values()}
    used |= {regimen.gives for _, regimen in GUIDELINE.regimens() if regimen.gives}
    assert used and used <= set(UNITS)


@pytest.mark.parametrize(("question", "unit"), TYPED, ids=lambda x: getattr(x, "id", None) or x.code)
def test_a_typed_unit_has_its_size(question, unit) -> None:
    if kind(unit.code) == kind(question.unit):
        assert abs(unit.size / size(unit.code, question.unit) - 1) < TOLERANCE
    else:
        # Mass and amount of substance: creatinine is C4H7N3O, and the site's round number lies within a thousandth of it.
        assert question.id == "creatinine"
        grams_per_mole = 4 * Fraction("12.011") + 7 * Fraction("1.008") + 3 * Fraction("14.007") + Fraction("15.999")
        litres = size(unit.code, "g/L") / grams_per_mole / size("umol/L", "mol/L")
        assert abs(unit.size / litres - 1) < Fraction(1, 1000)


def test_the_creatinine_factor_is_in_the_unit_of_its_question() -> None:
    creatinine = GUIDELINE.questions["creatinine"]
    (factor,) = (f for f in GUIDELINE.facts.values() if f.id == "formula-creatinine-conversion")
    assert (factor.value.unit, factor.number) == (creatinine.unit, creatinine.units[1].size)


# Doses


@pytest.mark.parametrize(("therapy", "regimen"), REGIMENS)
def test_a_dose_times_its_size_is_what_is_given(therapy: Therapy, regimen: Regimen) -> None:
    per = {Basis.WEIGHT: ("kg",), Basis.SURFACE: ("m2",), Basis.FIXED: ()}[regimen.basis]
    dose = regimen.dose.value.unit
    assert kind(dose, *per) == kind(regimen.gives)
    if regimen.basis is Basis.SURFACE:
        assert convert(Fraction(1), dose.partition("/")[0], regimen.gives) == size(f"{dose}.m2", regimen.gives)
    elif per:
        # The number is multiplied by kilograms and by nothing else.
        assert size(f"{dose}.kg", regimen.gives) == 1
    else:
        assert dose == regimen.gives


@pytest.mark.parametrize(("therapy", "regimen"), REGIMENS)
def test_what_stands_beside_a_dose_is_of_its_kind(therapy: Therapy, regimen: Regimen) -> None:
    gives, mass = regimen.gives, regimen.gives.partition("/")[0]
    unit = {name: getattr(regimen, name).value.unit for name in PARTS if getattr(regimen, name) and getattr(regimen, name).value}
    assert unit.get("cap", gives) == gives
    if "must_fit" in unit:
        assert size(gives, f"{unit['must_fit']}.kg") == 1
    if "course" in unit:
        assert kind(unit["course"]) == kind("d") and kind(gives, unit["course"]) == kind("g")
    if "concentration" in unit:
        assert size(f"{mass}/({unit['concentration']})", "mL") == 1 and unit["volume_step"] == "mL"
    assert {fact.value.unit for fact in (*regimen.strengths, *regimen.vials)} <= {mass}


PARTS = ("cap", "must_fit", "course", "concentration", "volume_step")


def test_the_parts_are_there_to_be_checked() -> None:
    regimens = [regimen for _, regimen in GUIDELINE.regimens()]
    assert all(any(getattr(regimen, part) for regimen in regimens) for part in PARTS)
    assert {regimen.basis for regimen in regimens} == set(Basis) and any(r.strengths for r in regimens) and any(r.vials for r in regimens)


def test_body_mass_index_has_its_unit() -> None:
    """The formula takes kilograms and centimetres, and divides the latter by 100."""
    bmi = GUIDELINE.derived["bmi"]
    assert [term.unit for term in bmi.inputs] == ["kg", "cm"]
    assert size("kg/cm2", bmi.unit) == 100**2
