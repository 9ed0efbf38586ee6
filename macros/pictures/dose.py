"""The dose over body weight or surface: the regimen's range, its ceiling, what the market sells, and a flat dose beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from guideline_core.engine.arithmetic import fits_between, surface_range, weight_range
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import convert, number_text, range_text, with_unit
from guideline_core.model.therapy import Basis, Regimen, Therapy

from ..doses import STEPS, span
from ..markup import Html, join, link, spaced, tag, text, void
from ..therapy import dose_value, doses, page_of
from ..values import defect_marks, value, value_attributes
from .axes import HEIGHT, Scale, from_nought, label, lying, plot, shape, stretched, upright
from .fixed import fixed_picture
from .sold import forms, marketed

TICKS = {Basis.WEIGHT: 7, Basis.SURFACE: 5}
UP = 6
"""How many ticks an axis has at most."""
LABEL_FROM = Fraction(2, 5)
"""How far left a label at the right end reaches on a phone, as a share of the ground."""


def dose_pictures(guideline: Guideline, therapy: Therapy, here: bool = True) -> Html:
    """One picture for each regimen with a dose, a flat one beside the range that it must fit. `here`: on its own page."""
    return join(
        _picture(guideline, therapy, regimen, here) if regimen.basis in STEPS else fixed_picture(therapy, regimen, here)
        for regimen in therapy.regimens if regimen.basis is not Basis.NONE and not regimen.must_fit
    )


def dose_gallery(guideline: Guideline) -> Html:
    """Every option with a regimen, in alphabetical order; where the source gives no dose, that stands there."""
    therapies = sorted((t for t in guideline.therapies.values() if t.regimens), key=lambda therapy: therapy.name.lower())
    return tag("div", *(dose_pictures(guideline, t, here=False) or _undosed(t) for t in therapies), cls="pics wide")


def _undosed(therapy: Therapy) -> Html:
    name = tag("b", link(page_of(therapy, "dose"), therapy.name), ". ")
    return tag("figure", tag("figcaption", name, doses(therapy)), cls="pic")


def _picture(guideline: Guideline, therapy: Therapy, regimen: Regimen, here: bool) -> Html:
    flat = next((other for other in therapy.regimens if other.must_fit is regimen.dose), None)
    fits = fits_between(flat) if flat else None
    x, y = _scales(guideline, regimen, flat)
    by_weight = regimen.basis is Basis.WEIGHT
    title = f"{therapy.name}, {regimen.label[0].lower()}{regimen.label[1:]}"
    drawn = (
        *upright(y, UP),
        *lying(x, TICKS[regimen.basis], "weight" if by_weight else "body surface", (fits.low, fits.high) if flat else ()),
        stretched(*_ranges(regimen, x, y), *(_outside(regimen, flat, x, y) if flat else ())),
        *_limits(regimen, flat, x, y),
        *_names(regimen, flat, x, y),
        *_marketed(regimen, y),
    )
    return tag(
        "figure", tag("figcaption", *_caption(therapy, regimen, flat, here)),
        plot(f"picture-{regimen.id}", title, _said(regimen, flat, x, y), x, y, *drawn),
        tag("p", cls="pic-said", hidden=True), cls="pic pic-dose", data_picture="dose", data_regimen=regimen.id,
        data_flat=flat.id if flat else None,
    )


def _scales(guideline: Guideline, regimen: Regimen, flat: Regimen | None) -> tuple[Scale, Scale]:
    low, high = span(guideline, regimen.basis)
    if flat:  # room for what lies beyond the second crossing
        high = max(high, fits_between(flat).high + 2 * STEPS[regimen.basis])
    x = Scale(low, high, "kg" if regimen.basis is Basis.WEIGHT else "m2")
    dose = regimen.dose.value
    top = uncapped(regimen, high, dose.low if regimen.cap else dose.high)
    return x, from_nought(max(top, regimen.cap.number if regimen.cap else top), regimen.gives, UP)


def uncapped(regimen: Regimen, size: Fraction, per: Fraction) -> Fraction:
    """One end of the range at a weight in kg or a surface in m2, in the unit that comes out."""
    mass = regimen.dose.value.unit.partition("/")[0]
    return convert(size * per, mass, regimen.gives.partition("/")[0])


def _ranges(regimen: Regimen, x: Scale, y: Scale) -> Iterator[Html]:
    """The range, held under its cap; lines alone where its ends are no free choice, or one."""
    sizes = [size for size in (x.low, *_bends(regimen, x), x.high) if _dose(regimen, size)]
    lower, upper = [[(size, getattr(_dose(regimen, size), end)) for size in sizes] for end in ("low", "high")]
    yield shape(x, y, [*lower, *reversed(upper)], cls="range", data_fact=regimen.dose.id, data_end="range")
    if regimen.dose.value.single or any(regimen.ends):
        yield from (shape(x, y, line, cls="end") for line in (lower, upper))


def _dose(regimen: Regimen, size: Fraction):
    return (weight_range if regimen.basis is Basis.WEIGHT else surface_range)(regimen, size)


def _bends(regimen: Regimen, x: Scale) -> list[Fraction]:
    """Where the cap cuts the range's upper and its lower end."""
    if not regimen.cap:
        return []
    cuts = (regimen.cap.number / end for end in (regimen.dose.value.high, regimen.dose.value.low))
    return [size for size in cuts if x.low < size < x.high]


def _outside(regimen: Regimen, flat: Regimen, x: Scale, y: Scale) -> Iterator[Html]:
    """Where the flat dose is more than the range allows, and where it is less."""
    fits, dose, ends = fits_between(flat), flat.dose.number, regimen.dose.value
    above = ((x.low, x.low * ends.high), (fits.low, dose), (x.low, dose))
    below = ((fits.high, dose), (x.high, x.high * ends.low), (x.high, dose))
    yield shape(x, y, above, cls="above", data_fact=flat.id, data_end="above")
    yield shape(x, y, below, cls="below", data_fact=flat.id, data_end="below")


def _limits(regimen: Regimen, flat: Regimen | None, x: Scale, y: Scale) -> Iterator[Html]:
    """The cap and the flat dose as lines, and where the flat dose crosses the range."""
    for limit, cls in ((regimen.cap, "cap"), (flat and flat.dose, "flat")):
        if limit:
            at = y.down(limit.number)
            yield void("line", cls=cls, x1="0", x2="100%", y1=at, y2=at, data_fact=limit.id)
    if flat:
        fits, at = fits_between(flat), y.down(flat.dose.number)
        for size in (fits.low, fits.high):
            yield void("line", cls="drop", x1=x.percent(size), x2=x.percent(size), y1=at, y2=HEIGHT)
            yield void("circle", cls="crossing", cx=x.percent(size), cy=at, r="4", data_fact=flat.id, data_end="crossing")


def _names(regimen: Regimen, flat: Regimen | None, x: Scale, y: Scale) -> Iterator[Html]:
    dose = regimen.dose
    halfway = x.low + (x.high - x.low) * LABEL_FROM
    if flat:
        fits, at = fits_between(flat), _down(y, flat.dose.number)
        yield label("above range", "4", _px(at - 8), cls="label-stop")
        yield label("below range", "100%", _px(_down(y, x.high * dose.value.low) - 8), "end", "label-warn")
        yield label(join(["flat ", _value_in(flat.dose)]), x.percent(fits.high), _px(at - 8), "end", "label-ink", dx="-9")
        under = _down(y, fits.high * dose.value.low / 2) + 8
        yield label(_value_in(dose), x.percent(fits.high), _px(under), "end", "label-accent", dx="-9")
    elif any(regimen.ends):
        start, ceiling = (f"{name}, {with_unit(number_text(end), dose.value.unit, one=end == 1)}"
                          for name, end in zip(regimen.ends, (dose.value.low, dose.value.high)))
        yield label(ceiling, "0", "17", cls="label-accent")
        yield label(start, "4", _px(_down(y, uncapped(regimen, halfway, dose.value.low)) - 10), cls="label-accent")
    else:
        under = _down(y, uncapped(regimen, halfway, dose.value.low)) + 16
        yield label(_value_in(dose), "98%", _px(under), "end", "label-accent")


def _down(y: Scale, value: Fraction) -> float:
    return float(y.down(value))


def _value_in(fact: Fact) -> Html:
    """The value with what a check reads, as words inside a picture."""
    return tag("tspan", range_text(fact.value), **value_attributes(fact))


def _px(number: float) -> str:
    return f"{number:g}"


def _marketed(regimen: Regimen, y: Scale) -> Iterator[Html]:
    unit = regimen.gives.partition("/")[0]
    for fact in marketed(regimen):
        at = y.down(fact.value.to(unit).low)
        yield tag("svg", void("path", d="M2 0h7"), cls="sold", x="100%", y=at, data_fact=fact.id)
        yield label(number_text(fact.value.to(unit).low), "100%", at, dx="12", dy=".35em")
    if sold := forms(regimen):
        yield label(f"one {sold}", "100%", "-14", "end", dx="48")


def _caption(therapy: Therapy, regimen: Regimen, flat: Regimen | None, here: bool) -> Iterator[Html]:
    name = therapy.name if here else link(page_of(therapy, "dose"), therapy.name)
    yield tag("b", name, f", {regimen.label[0].lower()}{regimen.label[1:]}. ")
    yield join([spaced(dose_value(regimen, opens=True), regimen.route), regimen.cap and spaced(", never above", value(regimen.cap)), ". "])
    if flat:
        fits = fits_between(flat)
        yield text(f"The flat dose lies inside that range only from {range_text(fits)}. ")
    if regimen.ambiguous:
        yield join(["The wording is ambiguous: one dose, no course. ", defect_marks([regimen.ambiguous]), " "])
    where = "" if here else page_of(therapy)
    yield join([link(f"{where}#before", "Questions come first"), "; ", link(f"{where}#dose-table", "the same as a table"), "."])


def _said(regimen: Regimen, flat: Regimen | None, x: Scale, y: Scale) -> str:
    """The picture in a sentence, for whoever doesn't see it."""
    def at(size: Fraction) -> str:
        dose = _dose(regimen, size)
        return f"{range_text(dose, 1)} at {with_unit(number_text(size, 1), x.unit)}"
    sizes = [size for size in (x.low, *_bends(regimen, x), x.high) if _dose(regimen, size)]
    said = f"The dose rises from {at(sizes[0])} to {at(sizes[-1])}."
    if flat:
        fits = fits_between(flat)
        said += (f" The flat dose lies above the range under {number_text(fits.low)} kg, inside it up to "
                 f"{number_text(fits.high)} kg, and below it over that.")
    return said
