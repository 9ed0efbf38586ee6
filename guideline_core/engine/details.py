"""What is said beside a dose: marketed multiples inside it, halves, totals, volumes, vials."""

from __future__ import annotations

from fractions import Fraction

from ..model.fact import Fact
from ..model.guideline import Guideline
from ..model.quantity import Range, ceil_to, convert, floor_to, nearest, number_text, with_unit
from ..model.therapy import Basis, Regimen
from .patient import Patient
from .results import Detail, Dose

_TENTH = Fraction(1, 10)


def for_regimen(guideline: Guideline, patient: Patient, regimen: Regimen, given: Dose) -> tuple[Detail, ...]:
    """Everything that may be said beside the dose. Ambiguous wording allows only the other body surface."""
    found: list[Detail] = []
    if regimen.basis is Basis.SURFACE:
        found.append(_other_surface(guideline, patient, regimen))
    if regimen.ambiguous:
        return tuple(found)
    if regimen.halves:
        found += _halves(regimen, given)
    elif regimen.strengths:
        found.append(_multiples(regimen, given))
    if regimen.course:
        found.append(_least_course(regimen, given))
    if regimen.count:
        found.append(_total(regimen, given))
    if regimen.concentration:
        found.append(_volume(regimen, given))
    if regimen.vials:
        found.append(_vials(regimen, given))
    return tuple(found)


def per_kg(regimen: Regimen, value: Fraction, shown: str) -> Detail:
    return Detail("per-kg", "The flat dose by weight", shown, (value,), regimen.must_fit.value.unit, (regimen.must_fit.id,))


def readable(value: Fraction, limits: Range) -> Fraction:
    """Two decimals, or as many as keep the value on its own side of the limits."""
    for places in range(2, 12):
        near = nearest(value, Fraction(1, 10**places))
        if all((near < end, near == end) == (value < end, value == end) for end in (limits.low, limits.high)):
            return near
    return value


def _smallest(strengths: tuple[Fact, ...]) -> Fact:
    return min(strengths, key=lambda fact: fact.number)


def _inside(given: Dose, step: Fraction) -> tuple[Fraction, ...]:
    first, last = ceil_to(given.low, step), floor_to(given.high, step)
    return tuple(first + step * n for n in range(int((last - first) / step) + 1))


def _listed(values: tuple[Fraction, ...], unit: str) -> str:
    return with_unit(", ".join(number_text(v) for v in values), unit)


def _multiples(regimen: Regimen, given: Dose) -> Detail:
    unit = _smallest(regimen.strengths)
    step = unit.number
    values = _inside(given, step)
    form = dict(unit.details)["form"]
    label = f"Whole {with_unit(number_text(step), unit.value.unit)} {form} multiples inside the range"
    text = _listed(values, given.unit) if values else "No whole-unit dose lies inside this range."
    return Detail("multiples", label, text, values, given.unit, (unit.id,))


def _halves(regimen: Regimen, given: Dose) -> list[Detail]:
    ends = tuple(end / 2 for end in (given.low, given.high))
    low, high = ceil_to(ends[0], _TENTH), floor_to(ends[1], _TENTH)
    mass = given.unit.partition("/")[0]
    half = Detail(
        "half", "Each of two halves", with_unit(f"{number_text(low)} to {number_text(high)}", mass), ends, mass,
        (regimen.halves.id,),
    )
    unit = _smallest(regimen.strengths)
    step = unit.number
    equal = _inside(given, step * 2)
    unequal = tuple(v for v in _inside(given, step) if v not in equal)
    label = f"Equal halves in {with_unit(number_text(step), unit.value.unit)} steps"
    if equal:
        text = _listed(equal, given.unit)
    else:
        text = "No dose in equal halves lies inside this range."
        if unequal:
            text += f" In unequal parts {_listed(unequal, given.unit)} would; it is not offered."
    return [half, Detail("halves", label, text, equal, given.unit, (unit.id, regimen.halves.id))]


def _least_course(regimen: Regimen, given: Dose) -> Detail:
    days = convert(regimen.course.low.value, regimen.course.value.unit, "d")
    totals = tuple(convert(end * days, given.unit.partition("/")[0], "g") for end in (given.low, given.high))
    shown = with_unit(f"{number_text(totals[0], 2)} to {number_text(totals[1], 2)}", "g")
    text = f"{shown} over {number_text(days)} days. The source gives no end to the course; this site projects no further."
    return Detail("course-total", "Least total of the shortest course", text, totals, "g", (regimen.course.id,))


def _total(regimen: Regimen, given: Dose) -> Detail:
    count = Fraction(dict(regimen.count.details)["count"])
    total = given.high * count
    text = f"{number_text(count)} × {with_unit(number_text(given.high, 1), given.unit)} = {with_unit(number_text(total, 1), given.unit)}"
    return Detail("total", f"All {number_text(count)} doses", text, (total,), given.unit, (regimen.count.id,))


def _volume(regimen: Regimen, given: Dose) -> Detail:
    per_ml, step = regimen.concentration.number, regimen.volume_step.number
    exact = tuple(end / per_ml for end in (given.low, given.high))
    start, ceiling = nearest(exact[0], step), floor_to(exact[1], step)
    mass = given.unit.partition("/")[0]
    left = given.low - start * per_ml
    text = f"{regimen.ends[0]} {number_text(start)} mL, {regimen.ends[1]} {number_text(ceiling)} mL"
    if left:
        more = "more" if left > 0 else "less"
        text += f" (the start is {with_unit(number_text(abs(left), 2), mass)} {more} than the syringe step holds)"
    facts = (regimen.concentration.id, regimen.volume_step.id)
    return Detail("volume", "Volume to inject", text, (start, ceiling), "mL", facts)


def _vials(regimen: Regimen, given: Dose) -> Detail:
    """The fewest vials with the least left over; the dose itself stays exact."""
    sizes = sorted(regimen.vials, key=lambda fact: fact.number, reverse=True)
    cover = ceil_to(given.high, sizes[-1].number)
    counts, rest = [], cover
    for fact in sizes:
        counts.append((rest // fact.number, fact))
        rest -= rest // fact.number * fact.number
    parts = [f"{n} × {with_unit(number_text(fact.number), fact.value.unit)}" for n, fact in counts if n]
    text = f"{' + '.join(parts)} ({with_unit(number_text(cover), given.unit)}) cover one dose. The dose is not rounded to vials."
    return Detail("vials", "Vials to cover it", text, (cover,), given.unit, tuple(f.id for f in sizes))


def _other_surface(guideline: Guideline, patient: Patient, regimen: Regimen) -> Detail:
    other = guideline.surface[1]
    surface = patient.values[other.id]
    mass = regimen.dose.value.unit.partition("/")[0]
    scaled = regimen.dose.value.times(convert(surface, mass, regimen.gives), regimen.gives)
    ends = (scaled.low,) if scaled.single else (scaled.low, scaled.high)
    shown = " to ".join(number_text(end, 1) for end in ends)
    text = f"{with_unit(shown, regimen.gives)} ({number_text(surface, 4)} m²)"
    return Detail("other-surface", f"By {other.noun}, for comparison", text, ends, regimen.gives, tuple(f.id for _, f in other.coefficients))
