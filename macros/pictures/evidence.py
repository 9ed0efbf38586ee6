"""A figure on one line from nobody to everybody: the study's share with its interval, and what the source says."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from guideline_core.model.evidence import Proportion
from guideline_core.model.fact import Fact
from guideline_core.model.quantity import number_text

from ..markup import Html, join, tag, void
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


def share_keys(drawn: Iterable[tuple[Fact, Fact | None]]) -> Html:
    """What the marks in these tracks mean: each a study, and what the source says of it."""
    studies, figures = ([fact for fact in facts if _is_share(fact)] for facts in zip(*drawn, strict=True))
    dot, meaning = ("Dot and bar", "the study and its interval") if any(fact.proportion for fact in studies) else ("Dot", "the study")
    shapes = {"Stroke" if _is_one(fact) else "Outline" for fact in figures}
    shown = "stroke" if shapes == {"Stroke"} else "said"
    keys = ((studies, dot, "found", meaning), (figures, " or ".join(sorted(shapes)).capitalize(), shown, "what the source says"))
    return join((join([tag("span", mark, cls=f"key key-{kind}"), f": {means}."]) for facts, mark, kind, means in keys if facts), " ")


def _grid() -> list[Fraction]:
    return [SHARE.high * n / QUARTERS for n in range(QUARTERS + 1)]


def _is_share(fact: Fact | None) -> bool:
    return fact is not None and fact.value is not None and fact.value.unit == SHARE.unit


def _is_one(fact: Fact) -> bool:
    """Whether it is a single share, or all that lies on one side of it."""
    return fact.value.single or None in (fact.value.low, fact.value.high)


def _said(figure: Fact | None) -> Html:
    """What the source says: a stroke, or a span between two; nothing where it is no share."""
    if not _is_share(figure):
        return Html()
    low, high = figure.value.low, figure.value.high
    if _is_one(figure):
        at = SHARE.percent(high if low is None else low)
        return tag("svg", void("path", d=f"M0 1V{2 * MIDDLE - 1}"), x=at, cls="said", data_fact=figure.id)
    return void("rect", x=SHARE.percent(low), width=SHARE.percent(high - low), y="1", height=2 * MIDDLE - 2, cls="said",
                data_fact=figure.id)


def _found(study: Fact) -> Html:
    """What the study found: a dot, with its interval where people were counted."""
    if not _is_share(study):
        return Html()
    held = {"data_fact": study.id}
    dot = void("circle", cls="found", cx=SHARE.percent(study.value.low), cy=MIDDLE, r="3.5", **held)
    return Html(_interval(study.proportion, held) + dot) if study.proportion else dot


def _interval(proportion: Proportion, held: dict[str, str]) -> Html:
    low, high = (end * 100 for end in proportion.wilson())
    return void("rect", x=SHARE.percent(low), width=SHARE.percent(high - low), y=MIDDLE - 2, height="4", rx="2", cls="interval",
                **held)
