"""What is watched on a therapy, over the time that a plan reaches; where no fact says how often, that is what stands there."""

from __future__ import annotations

from fractions import Fraction

from guideline_core.engine.schedule import Occasion, occasions, times
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.plan import Act
from guideline_core.model.quantity import convert
from guideline_core.model.therapy import Therapy

from ..layers import hidden_as
from ..markup import Html, join, link, spaced, tag
from ..values import REGISTER, layer_mark, value
from .tracks import UNIT, Row, axis, head, row


def monitoring_picture(guideline: Guideline, therapy: Therapy) -> Html:
    """A row for each thing to watch. Nothing where a plan names none."""
    due = (each for regimen in therapy.regimens for each in occasions(regimen))
    watched = tuple(dict.fromkeys(each for each in due if each.act in (Act.BEFORE, Act.CHECK)))
    if not watched:
        return Html()
    reach = guideline.plan.reach
    lines = [_row(guideline, each, reach) for each in watched]
    scale = axis(lines, reach)
    drawn = any(line.drawn for line in lines) and join(["Drawn as far as a plan reaches, ", value(reach), ". "])
    caption = tag("figcaption", tag("b", "What to watch, and when. "), drawn, link("planner.html", "Dates for one patient"), ".")
    body = tag("tbody", *(row(line, scale) for line in lines))
    table = tag("table", head(scale, "What", "How often"), body, cls="figures tracks")
    return tag("figure", caption, table, cls="pic pic-watch")


def _row(guideline: Guideline, due: Occasion, reach: Fact) -> Row:
    fact = due.facts[0]
    named = link(f"{REGISTER}#{fact.id}", due.what, cls=f"v v-{fact.layer.value}", data_fact=fact.id)
    found = (Fraction(0),) if due.act is Act.BEFORE else tuple(convert(time, due.unit, UNIT) for time in times(due, reach.value))
    when = due.when if found else tag("span", due.when, cls="none")
    return Row(spaced(named, layer_mark(fact)), when, (("point", fact, found),) if found else (), hidden_as(guideline, fact))
