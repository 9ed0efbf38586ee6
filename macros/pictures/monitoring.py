"""What is watched on a therapy, over the time that a plan reaches; where no fact says how often, that is what stands there."""

from __future__ import annotations

from fractions import Fraction

from guideline_core.model.guideline import Guideline
from guideline_core.model.plan import Act, Mark
from guideline_core.model.statement import Fact
from guideline_core.model.therapy import Therapy

from ..markup import Html, join, link, spaced, tag
from ..values import REGISTER, layer_mark, value
from .time import marks
from .tracks import Row, axis, end_of, head, months, row


def monitoring_picture(guideline: Guideline, therapy: Therapy) -> Html:
    """A row for each thing to watch. Nothing where a plan names none."""
    watched = [mark for mark in marks(therapy) if mark.act in (Act.BEFORE, Act.CHECK)]
    if not watched:
        return Html()
    reach = guideline.plan.reach
    lines = [_row(guideline, mark, reach) for mark in watched]
    scale = axis(lines, reach)
    drawn = any(line.drawn for line in lines) and join(["Drawn as far as a plan reaches, ", value(reach), ". "])
    caption = tag("figcaption", tag("b", "What to watch, and when. "), drawn, link("planner.html", "Dates for one patient"), ".")
    table = tag("table", head(scale, "What", "How often"), tag("tbody", *(row(line, scale) for line in lines)), cls="figures tracks")
    return tag("figure", caption, table, cls="pic pic-watch", data_picture="watch")


def _row(guideline: Guideline, mark: Mark, reach: Fact) -> Row:
    named = link(f"{REGISTER}#{mark.fact.id}", mark.what, cls=f"v v-{mark.fact.layer.value}", data_fact=mark.fact.id)
    what = spaced(named, layer_mark(mark.fact))
    if mark.act is Act.BEFORE:
        return Row(what, mark.undated, (("point", mark.fact, (Fraction(0),)),))
    if mark.every:
        more = (spaced(word, value(fact, mark=False)) for word, fact in (("for", mark.lasts), ("after", mark.after))
                if fact and fact.reads not in mark.every.reads)
        when = spaced(value(mark.every, mark=False), *more)
        return Row(what, when, (("point", mark.every, series(mark, reach)),))
    if mark.at:
        fact = guideline.facts[mark.at.fact]
        end = end_of(fact, mark.at)
        return Row(what, value(fact, end, mark=False), (("point", fact, (months(fact, end),)),))
    return Row(what, tag("span", mark.undated, cls="none"))


def series(mark: Mark, reach: Fact) -> tuple[Fraction, ...]:
    """The times of a series in months: one interval after it begins, and on until it ends or the plan does."""
    step, begins = months(mark.every, "high"), months(mark.after, "high") if mark.after else Fraction(0)
    ends = months(mark.lasts or reach, "high")
    return tuple(begins + n * step for n in range(1, int((ends - begins) / step) + 1))
