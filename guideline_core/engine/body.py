"""Body surface, body mass index and kidney formulas.

Each formula takes exact inputs in the units of its questions and its coefficients as facts gave them, and
returns the exact value (28 digits where roots and powers come in) with its working in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from ..model.derived import Derived
from ..model.quantity import CONTEXT, number_text, to_decimal

Inputs = Mapping[str, object]
Result = tuple[Fraction, str]


def _power(base: Fraction, exponent: Fraction) -> Decimal:
    return CONTEXT.power(to_decimal(base), to_decimal(exponent))


def _product(*factors: Decimal) -> Fraction:
    result = Decimal(1)
    for factor in factors:
        result = CONTEXT.multiply(result, factor)
    return Fraction(result)


def _n(value: Fraction, places: int = 3) -> str:
    return number_text(value, places)


def body_mass_index(i: Inputs, c: Mapping[str, Fraction]) -> Result:
    """kg/m2, from `weight` in kg and `height` in cm."""
    metres = i["height"] / 100
    value = i["weight"] / metres**2
    return value, f"{_n(i['weight'])} kg ÷ ({_n(metres)} m)²"


def mosteller(i: Inputs, c: Mapping[str, Fraction]) -> Result:
    """Body surface in m2, from `weight` in kg and `height` in cm."""
    value = Fraction(CONTEXT.sqrt(to_decimal(i["height"] * i["weight"] / c["divisor"])))
    return value, f"√({_n(i['height'])} cm × {_n(i['weight'])} kg ÷ {_n(c['divisor'])})"


def du_bois(i: Inputs, c: Mapping[str, Fraction]) -> Result:
    """Body surface in m2, from `weight` in kg and `height` in cm."""
    value = _product(
        to_decimal(c["scale"]), _power(i["weight"], c["weight_power"]), _power(i["height"], c["height_power"])
    )
    powers = f"{_n(i['weight'])}^{_n(c['weight_power'])} × {_n(i['height'])}^{_n(c['height_power'])}"
    return value, f"{number_text(c['scale'])} × {powers}"


def cockcroft_gault(i: Inputs, c: Mapping[str, Fraction]) -> Result:
    """Creatinine clearance in mL/min, from `age` in a, `weight` in kg, `creatinine` in umol/L and `sex`."""
    creatinine = i["creatinine"] / c["umol_per_mg"]
    value = (c["from_age"] - i["age"]) * i["weight"] / (c["divisor"] * creatinine)
    text = f"({_n(c['from_age'])} − {_n(i['age'])}) × {_n(i['weight'])} kg ÷ ({_n(c['divisor'])} × {_n(creatinine)} mg/dL)"
    if i["sex"] == "F":
        return value * c["female"], f"{text} × {_n(c['female'])}"
    return value, text


def ckd_epi_2021(i: Inputs, c: Mapping[str, Fraction]) -> Result:
    """eGFR in mL/min/{1.73_m2}, from `age` in a, `creatinine` in umol/L and `sex`."""
    female = i["sex"] == "F"
    kappa, alpha = (c["kappa_f"], c["alpha_f"]) if female else (c["kappa_m"], c["alpha_m"])
    ratio = i["creatinine"] / c["umol_per_mg"] / kappa
    one = Fraction(1)
    factors = [
        to_decimal(c["scale"]), _power(min(ratio, one), alpha), _power(max(ratio, one), c["beta"]),
        _power(c["per_year"], i["age"]),
    ]
    part = f"({_n(i['creatinine'] / c['umol_per_mg'])} mg/dL ÷ {_n(kappa)})"
    text = (
        f"{_n(c['scale'])} × min({part}, 1)^{_n(alpha)} × max({part}, 1)^{_n(c['beta'])} × {_n(c['per_year'], 4)}^{_n(i['age'])}"
    )
    if female:
        factors.append(to_decimal(c["female"]))
        text += f" × {_n(c['female'])}"
    return _product(*factors), text


FORMULAS: Mapping[str, Callable[[Inputs, Mapping[str, Fraction]], Result]] = {
    "body-mass-index": body_mass_index,
    "mosteller": mosteller,
    "du-bois": du_bois,
    "cockcroft-gault": cockcroft_gault,
    "ckd-epi-2021": ckd_epi_2021,
}


def derive(derived: Derived, values: Mapping[str, object]) -> Result | None:
    """The quantity for these values, or None while an input is unknown. Raises KeyError for an unknown formula.

    `lowest` needs only one of its inputs: the lowest of those that are known.
    """
    known = {term.id: values[term.id] for term in derived.inputs if values.get(term.id) is not None}
    if derived.formula == "lowest":
        return (min(known.values()), "the lowest of those known") if known else None
    if len(known) < len(derived.inputs):
        return None
    coefficients = {name: fact.number for name, fact in derived.coefficients}
    return FORMULAS[derived.formula](known, coefficients)
