"""Checks of the built site's pictures: what is drawn, read back off its coordinates, is what the facts come to."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from statistics import NormalDist

from selectolax.lexbor import LexborNode

from guideline_core.model.fact import Fact
from guideline_core.model.quantity import convert
from guideline_core.model.therapy import Regimen
from publish.built import Checked, Site

SAMPLES = 12
"""How many sizes of each range are read back."""
PIXEL = Fraction(1, 100)
"""Coordinates are written to a hundredth of a pixel."""
TRACK_BLUR = Fraction(1, 100)
"""On a track they are in per cent, to three places."""


class Axes:
    """The two scales of a picture, and the size of the drawing that they are laid over."""

    def __init__(self, plot: LexborNode) -> None:
        self.x, self.y = (_ends(plot.attributes[name]) for name in ("data-x", "data-y"))
        box = plot.css_first("svg.shapes").attributes["viewBox"].split()
        self.width, self.height = Fraction(box[2]), Fraction(box[3])

    def value(self, point: str) -> tuple[Fraction, Fraction]:
        """What a point of the drawing stands for."""
        right, down = map(Fraction, point.split(","))
        return _along(self.x, right / self.width), self.up(down)

    def up(self, down: Fraction) -> Fraction:
        return _along(self.y, 1 - down / self.height)

    @property
    def blur(self) -> Fraction:
        """How far a value that is read back may be off, for the rounding of coordinates."""
        rise = (self.y[1] - self.y[0]) / self.height
        return PIXEL * rise * 4


def doses(site: Site) -> Checked:
    """Range, cap, flat dose, crossings and what is sold stand where the regimen puts them."""
    regimens = {regimen.id: regimen for _, regimen in site.guideline.regimens()}
    for page, figure in site.each("figure.pic-dose"):
        regimen = regimens[figure.attributes["data-regimen"]]
        flat = regimens.get(figure.attributes.get("data-flat"))
        axes = Axes(figure.css_first("svg.plot"))
        for size, drawn, right in _ranges(figure, axes, regimen):
            wrong = any(abs(a - b) > axes.blur for a, b in zip(drawn, right, strict=True))
            yield (page.name, f"the picture of {regimen.id} shows {_told(drawn)} at {_told([size])}, and the core gives "
                              f"{_told(right)}") if wrong else None
        for what, drawn, right in _marks(figure, axes, regimen, flat, site):
            wrong = abs(drawn - right) > axes.blur
            said = f"the picture of {regimen.id} puts {what} at {_told([drawn])}, and it is {_told([right])}"
            yield (page.name, said) if wrong else None


def _ranges(figure: LexborNode, axes: Axes, regimen: Regimen):
    """Sizes along the range with its lower and upper end, as drawn and as the regimen and its cap make them."""
    points = [axes.value(point) for point in figure.css_first("polygon.range").attributes["points"].split()]
    half = len(points) // 2
    lower, upper = points[:half], points[half:][::-1]
    first, last = lower[0][0], lower[-1][0]
    for step in range(SAMPLES + 1):
        size = first + (last - first) * step / SAMPLES
        yield size, (between(lower, size), between(upper, size)), _dose(regimen, size)


def _dose(regimen: Regimen, size: Fraction) -> tuple[Fraction, Fraction]:
    mass = regimen.dose.value.unit.partition("/")[0]
    per = convert(Fraction(1), mass, regimen.gives.partition("/")[0])
    low, high = (end * size * per for end in (regimen.dose.value.low, regimen.dose.value.high))
    cap = regimen.cap.number if regimen.cap else high
    return min(low, cap), min(high, cap)


def _marks(figure: LexborNode, axes: Axes, regimen: Regimen, flat: Regimen | None, site: Site):
    """Everything else that is drawn: what it is, the value read back, and the right one."""
    facts = site.guideline.facts
    for line in figure.css("line[data-fact], svg.sold"):
        fact = facts.get(line.attributes["data-fact"])
        if fact is None:  # `values` says so
            continue
        unit = regimen.gives if fact in (regimen.cap, flat and flat.dose) else regimen.gives.partition("/")[0]
        yield fact.id, axes.up(Fraction(line.attributes.get("y1") or line.attributes["y"])), fact.value.to(unit).low
    if not flat:
        return
    ends = regimen.dose.value
    for circle, per in zip(figure.css("circle.crossing"), (ends.high, ends.low), strict=True):
        size = _along(axes.x, Fraction(circle.attributes["cx"].rstrip("%")) / 100)
        yield "the crossing", size * per, flat.dose.number
        yield "the crossing", axes.up(Fraction(circle.attributes["cy"])), flat.dose.number
    for side, per in (("above", ends.high), ("below", ends.low)):
        for size, dose in (axes.value(point) for point in figure.css_first(f"polygon.{side}").attributes["points"].split()):
            right = min((flat.dose.number, size * per), key=lambda end: abs(end - dose))
            yield f"a corner of what lies {side} the range", dose, right


def between(line: list[tuple[Fraction, Fraction]], size: Fraction) -> Fraction:
    for (left, low), (right, high) in pairwise(line):
        if left <= size <= right:
            return low + (high - low) * (size - left) / (right - left)
    raise ValueError(f"nothing is drawn at {float(size):g}")


def _along(ends: tuple[Fraction, Fraction], share: Fraction) -> Fraction:
    return ends[0] + (ends[1] - ends[0]) * share


def _ends(written: str) -> tuple[Fraction, Fraction]:
    low, high = map(Fraction, written.split(".."))
    return low, high


def _told(values) -> str:
    return " to ".join(f"{float(value):.4g}" for value in values)


def tracks(site: Site) -> Checked:
    """Every bar, dot and stroke of a track stands where its fact puts it."""
    for page, track in site.each("svg.track[data-x], .pic-fixed svg.plot"):
        unit = track.attributes["data-x-unit"]
        points: dict[str, list[Fraction]] = {}
        for mark in track.css("[data-fact]"):
            fact = site.guideline.facts.get(mark.attributes["data-fact"])
            if fact is None:  # `values` says so
                continue
            drawn, kind = _extent(track, mark), mark.attributes["class"]
            if kind == "point":
                points.setdefault(fact.id, []).append(drawn[0])
                continue
            right = _placed(fact, kind, unit)
            wrong = any(abs(end - at) > TRACK_BLUR for end, at in zip(right, drawn, strict=True))
            yield (page.name, f"a mark of {fact.id} is drawn at {_told(drawn)}") if wrong else None
        for id, times in points.items():
            right = _evenly(site.guideline.facts[id], times, unit)
            yield None if right else (page.name, f"the series of {id} is drawn at {_told(times)}")


def _extent(track: LexborNode, mark: LexborNode) -> tuple[Fraction, Fraction]:
    """From where to where a mark reaches on its axis."""
    low, high = _ends(track.attributes["data-x"])
    at = Fraction((mark.attributes.get("x") or mark.attributes["cx"]).rstrip("%"))
    wide = Fraction(mark.attributes.get("width", "0%").rstrip("%"))
    return tuple(_along((low, high), share / 100) for share in (at, at + wide))


def _placed(fact: Fact, kind: str, unit: str) -> tuple[Fraction, Fraction]:
    """Both ends of what a mark of this kind stands for."""
    if kind == "interval":
        return _wilson(fact.proportion.events, fact.proportion.total)
    value = fact.value.to("mg" if unit == "mg/d" and kind == "sold" else unit)
    if kind == "stop":
        return (value.high, value.high) if value.high is not None else (value.low, value.low)
    ends = [end for end in (value.low, value.high) if end is not None]
    return ends[0], ends[-1]


def _wilson(events: int, total: int) -> tuple[Fraction, Fraction]:
    """In per cent, by the textbook, in floats."""
    z, share = NormalDist().inv_cdf(0.975), events / total
    centre = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return tuple(Fraction(100 * (centre + sign * spread) / (1 + z * z / total)) for sign in (-1, 1))


def _evenly(fact: Fact, times: list[Fraction], unit: str) -> bool:
    """A single dot stands at the first dose or at an end of the fact; several are one interval apart."""
    if len(times) == 1 and times[0] == 0:
        return True
    value = fact.value.to(unit)
    if len(times) == 1:
        return any(end is not None and abs(end - times[0]) <= TRACK_BLUR for end in (value.low, value.high))
    return all(abs(later - sooner - value.high) <= TRACK_BLUR for sooner, later in pairwise(times))
