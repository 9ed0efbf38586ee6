"""Scales, ticks and the frame of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from guideline_core.model.quantity import ceil_to, floor_to, number_text, plain_digits, with_unit

from ..markup import Html, tag, void

HEIGHT = 240
"""Of the ground of a picture with two axes, in CSS pixels."""
ACROSS = 1000
"""Width of the drawing inside it that is stretched to the column."""
APART = Fraction(9, 100)
"""Ticks closer than this share of an axis would run into each other on a phone."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values in one unit along one side of a picture, from `low` to `high`."""

    low: Fraction
    high: Fraction
    unit: str

    def share(self, value: Fraction) -> Fraction:
        """Where the value lies: nought at the low end, one at the high end."""
        return (value - self.low) / (self.high - self.low)

    def percent(self, value: Fraction) -> str:
        return f"{plain_digits(round(self.share(value) * 100, 3))}%"

    def across(self, value: Fraction) -> str:
        """From the left of the stretched drawing."""
        return plain_digits(round(self.share(value) * ACROSS, 2))

    def down(self, value: Fraction) -> str:
        """From the top of the ground."""
        return plain_digits(round((1 - self.share(value)) * HEIGHT, 2))

    def ticks(self, most: int) -> tuple[Fraction, ...]:
        """At most so many round values."""
        step = round_step((self.high - self.low) / most)
        first = ceil_to(self.low, step)
        return tuple(first + n * step for n in range(int((floor_to(self.high, step) - first) / step) + 1))

    def attributes(self, name: str) -> dict[str, str]:
        """What a script and a check read off: data-x="40..150" data-x-unit="kg"."""
        return {f"data_{name}": f"{plain_digits(self.low)}..{plain_digits(self.high)}", f"data_{name}_unit": self.unit}


def round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5 times a power of ten that isn't below `least`."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * n for n in (1, 2, 5, 10) if power * n >= least)


def from_nought(high: Fraction, unit: str, most: int) -> Scale:
    """From nought to the first tick that isn't below `high`."""
    return Scale(Fraction(0), ceil_to(high, round_step(high / most)), unit)


def upright(scale: Scale, most: int) -> Iterator[Html]:
    """The axis at the left, with its lines across the ground."""
    for tick in scale.ticks(most):
        y = scale.down(tick)
        yield void("line", cls="grid" if tick else "base", x1="0", x2="100%", y1=y, y2=y)
        yield tag("text", number_text(tick), cls="tick", x="-8", y=y, dy=".35em", text_anchor="end")
    yield tag("text", with_unit("", scale.unit).strip(), cls="axis", x="0", y="-14")


def lying(scale: Scale, most: int, name: str, marked: Iterable[Fraction] = ()) -> Iterator[Html]:
    """The axis below, with its own ticks where nothing that is marked stands in the way."""
    marked = tuple(marked)
    room = (tick for tick in scale.ticks(most) if all(abs(scale.share(tick) - scale.share(at)) > APART for at in marked))
    for value, cls in (*((tick, "tick") for tick in room), *((at, "tick tick-marked") for at in marked)):
        yield tag("text", number_text(value), cls=cls, x=scale.percent(value), y=HEIGHT + 18, text_anchor="middle")
    yield tag("text", f"{name}, {with_unit('', scale.unit).strip()}", cls="axis", x="100%", y=HEIGHT + 36, text_anchor="end")


def plot(id: str, title: str, describes: str, x: Scale, y: Scale, *content: object) -> Html:
    """A ground with two axes. Screen readers hear its title and what it shows."""
    return tag(
        "svg", tag("title", title, id=f"{id}-title"), tag("desc", describes, id=f"{id}-desc"), *content,
        cls="plot", width="100%", height=HEIGHT, role="img", aria_labelledby=f"{id}-title", aria_describedby=f"{id}-desc",
        data_search_exclude="", **x.attributes("x"), **y.attributes("y"),
    )


def stretched(*shapes: object) -> Html:
    """Shapes in a drawing that is stretched to the column; their lines keep their width."""
    return tag("svg", *shapes, cls="shapes", width="100%", height=HEIGHT, viewBox=f"0 0 {ACROSS} {HEIGHT}",
               preserveAspectRatio="none")


def shape(x: Scale, y: Scale, points: Iterable[tuple[Fraction, Fraction]], **attributes: str) -> Html:
    return void("polygon", points=" ".join(f"{x.across(right)},{y.down(up)}" for right, up in points), **attributes)


def label(words: object, x: str, y: object, anchor: str = "start", cls: str = "", **more: object) -> Html:
    return tag("text", words, x=x, y=y, text_anchor=anchor, cls=f"label {cls}".strip(), **more)
