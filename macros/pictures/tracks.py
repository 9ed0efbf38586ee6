"""Rows of a table with a track in each, all on one axis of time from the first dose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from guideline_core.model.condition import Bound
from guideline_core.model.fact import Fact
from guideline_core.model.quantity import number_text, with_unit

from ..markup import Html, tag, void
from .axes import Scale, from_nought

UNIT = "mo"
MIDDLE = 10
"""Of a track's height, in CSS pixels."""
MOST = 6


@dataclass(frozen=True, slots=True)
class Row:
    """What is due, when in words, and the times that are drawn, each with what it is: span, point, judge, stop or least."""

    what: object
    when: object
    drawn: tuple[tuple[str, Fact, tuple[Fraction, ...]], ...] = ()
    """Times in months: two are the ends of a span, any number else stand for themselves."""
    layer: str | None = None
    """Under whose name a reader may hide it."""


def axis(rows: Iterable[Row], reach: Fact | None = None) -> Scale:
    """From the first dose to the last time that is drawn, or as far as a fact reaches."""
    ends = [time for row in rows for _, _, times in row.drawn for time in times]
    last = months(reach, "high") if reach else max(ends, default=Fraction(1))
    return from_nought(last, UNIT, MOST)


def months(fact: Fact, end: str) -> Fraction:
    return getattr(fact.value.to(UNIT), end)


def end_of(fact: Fact, bound: Bound) -> str:
    """Which end of the fact's range the bound is."""
    return "high" if bound.value == fact.value.high else "low"


def head(scale: Scale, *names: str) -> Html:
    """The names of the columns, and over the tracks the axis."""
    ticks = (tag("text", number_text(tick), x=scale.percent(tick), y="13", text_anchor="middle") for tick in scale.ticks(MOST))
    unit = f"{with_unit('', UNIT).strip()} from the first dose"
    drawn = tag("svg", *ticks, cls="track track-axis", height="18", aria_hidden="true", focusable="false")
    over = tag("th", tag("span", unit, cls="track-unit"), drawn, scope="col", cls="track-cell")
    return tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names), over), data_search_exclude=True)


def row(line: Row, scale: Scale) -> Html:
    cells = (tag("th", line.what, scope="row"), tag("td", line.when), tag("td", _track(line, scale), cls="track-cell"))
    return tag("tr", *cells, data_layer=line.layer)


def _track(line: Row, scale: Scale) -> Html:
    """The times on the axis, for the eye alone: the words stand beside them."""
    if not line.drawn:
        return Html()
    grid = (void("line", cls="grid", x1=at, x2=at, y1="0", y2="100%") for at in map(scale.percent, scale.ticks(MOST)))
    marks = (mark for kind, fact, times in line.drawn for mark in _marks(kind, fact, times, scale))
    return tag("svg", *grid, *marks, cls="track", height=2 * MIDDLE, aria_hidden="true", focusable="false", **scale.attributes("x"))


def _marks(kind: str, fact: Fact, times: tuple[Fraction, ...], scale: Scale) -> Iterable[Html]:
    held = {"cls": kind, "data_fact": fact.id}
    if kind in ("span", "judge") and len(times) > 1:
        low, high = times
        width = scale.percent(scale.low + high - low)
        yield void("rect", x=scale.percent(low), width=width, y=MIDDLE - 4, height="8", rx="2", **held)
        return
    for time in times:
        if kind == "stop":
            yield tag("svg", void("path", d=f"M0 1V{2 * MIDDLE - 1}"), x=scale.percent(time), **held)
        else:
            yield void("circle", cx=scale.percent(time), cy=MIDDLE, r="3.5", **held)
