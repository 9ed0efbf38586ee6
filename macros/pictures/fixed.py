"""A dose that goes by neither weight nor surface: its range on a line, with what the market sells as ticks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from guideline_core.model.quantity import number_text, with_unit
from guideline_core.model.therapy import Regimen, Therapy

from ..markup import Html, join, link, spaced, tag, void
from ..therapy import page_of
from ..values import value
from .axes import Scale
from .sold import forms, marketed

LINE = 34
"""From the top of the picture to its axis, in CSS pixels."""


def fixed_picture(therapy: Therapy, regimen: Regimen, here: bool = True) -> Html:
    """The range from nought, for the eye alone: the caption says it. `here`: on the therapy's own page."""
    scale = Scale(Fraction(0), max(regimen.dose.value.high, *(fact.value.high for fact in marketed(regimen))), regimen.gives)
    name = therapy.name if here else link(page_of(therapy, "dose"), therapy.name)
    caption = tag(
        "figcaption", tag("b", name, ". "), join([spaced(value(regimen.dose), regimen.route), ", whatever the weight. "]),
        f"Ticks: one {forms(regimen)}. ", link(f"{'' if here else page_of(therapy)}#before", "Questions come first"), ".",
    )
    drawn = tag("svg", *_drawn(regimen, scale), cls="plot", width="100%", height=LINE, aria_hidden="true", focusable="false",
                data_search_exclude="", **scale.attributes("x"))
    return tag("figure", caption, drawn, cls="pic pic-fixed", data_regimen=regimen.id)


def _drawn(regimen: Regimen, scale: Scale) -> Iterator[Html]:
    dose = regimen.dose.value
    yield void("line", cls="base", x1="0", x2="100%", y1=LINE, y2=LINE)
    yield void("rect", cls="range", x=scale.percent(dose.low), width=scale.percent(dose.high - dose.low), y="8", height=LINE - 8,
               data_fact=regimen.id)
    yield tag("text", "0", cls="tick", x="0", y=LINE + 18, text_anchor="middle")
    for fact in marketed(regimen):
        at = scale.percent(fact.value.low)
        yield tag("svg", void("path", d="M0 -4V4"), cls="sold", x=at, y=LINE, data_fact=fact.id)
        yield tag("text", number_text(fact.value.low), cls="tick", x=at, y=LINE + 18, text_anchor="middle")
    yield tag("text", with_unit("", regimen.gives).strip(), cls="axis", x="100%", y=LINE + 36, text_anchor="end")
