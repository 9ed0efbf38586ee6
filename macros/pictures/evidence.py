"""A figure on one line from nobody to everybody: the study's share with its interval, and what the source says."""

from __future__ import annotations

from fractions import Fraction

from guideline_core.model.evidence import Proportion
from guideline_core.model.fact import Fact
from guideline_core.model.quantity import number_text

from ..markup import Html, tag, void
from .axes import Scale

SHARE = Scale(Fraction(0), Fraction(100), "%")
MIDDLE = 10
"""Of a track's height, in CSS pixels."""
QUARTERS = 4


def share_axis() -> Html:
    """The axis over the tracks."""
    ticks = (tag("text", f"{number_text(tick)}%", x=SHARE.percent(tick), y="13", text_anchor="middle") for tick in _grid()[::2])
    return tag("svg", *ticks, cls="track track-axis", height="18", aria_hidden="true", focusable="false")


def share_track(study: Fact, figure: Fact | None) -> Html:
    """For the eye alone: its values stand in the cells beside it."""
    grid = (void("line", cls="grid", x1=at, x2=at, y1="0", y2="100%") for at in map(SHARE.percent, _grid()))
    return tag("svg", *grid, _said(figure), _found(study), cls="track", height=2 * MIDDLE, aria_hidden="true", focusable="false",
               **SHARE.attributes("x"))


def _grid() -> list[Fraction]:
    return [SHARE.high * n / QUARTERS for n in range(QUARTERS + 1)]


def _said(figure: Fact | None) -> Html:
    """What the source says: a stroke, or a span between two; nothing where it is no share."""
    if not figure or not figure.value or figure.value.unit != SHARE.unit:
        return Html()
    low, high = figure.value.low, figure.value.high
    ends = [end for end in (low, high) if end is not None]
    if len(set(ends)) == 1:
        return tag("svg", void("path", d=f"M0 1V{2 * MIDDLE - 1}"), x=SHARE.percent(ends[0]), cls="said", data_fact=figure.id)
    return void("rect", x=SHARE.percent(low), width=SHARE.percent(high - low), y="1", height=2 * MIDDLE - 2, cls="said",
                data_fact=figure.id)


def _found(study: Fact) -> Html:
    """What the study found: a dot, with its interval where people were counted."""
    if not study.value or study.value.unit != SHARE.unit:
        return Html()
    held = {"data_fact": study.id}
    dot = void("circle", cls="found", cx=SHARE.percent(study.value.low), cy=MIDDLE, r="3.5", **held)
    return Html(_interval(study.proportion, held) + dot) if study.proportion else dot


def _interval(proportion: Proportion, held: dict[str, str]) -> Html:
    low, high = (end * 100 for end in proportion.wilson())
    return void("rect", x=SHARE.percent(low), width=SHARE.percent(high - low), y=MIDDLE - 2, height="4", rx="2", cls="interval",
                **held)
