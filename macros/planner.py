"""What is due while a medicine is taken, counted from the first dose: the planner's own schedule, for readers without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guideline_core.engine.schedule import Occasion, days, never_planned, occasions, reached
from guideline_core.model.evidence import Source
from guideline_core.model.guideline import Guideline
from guideline_core.model.plan import Act
from guideline_core.model.therapy import Regimen, Therapy

from .markup import Html, heading, join, link, listed, spaced, tag, void
from .therapy import page_of
from .values import defect_marks, origin


def plan_tables(guideline: Guideline) -> Html:
    """Each medicine with its schedule, or with why it has none."""
    return join(_therapy(guideline, therapy) for therapy in guideline.therapies.values() if therapy.regimens)


START = date(2001, 1, 1)
"""Where a picture without a date begins: any day whose months come out alike each time."""
EDGE = 3
"""Room at both ends of a lane, in per cent of its width, so that no mark is cut."""


def plan_picture(guideline: Guideline, regimen: Regimen) -> Html:
    """What has a time, each row with its place between the first dose and the end of a plan; the words say the same."""
    reach = guideline.plan.reach
    end = reached(START, reach.number, reach.value.unit)
    last = max(day for due in occasions(regimen) for day in (*days(due, START, end), end))

    def at(day: date) -> str:
        return f"{EDGE + (100 - 2 * EDGE) * (day - START).days / (last - START).days:.2f}%"

    grid = [at(reached(START, month, reach.value.unit)) for month in range(int(reach.number) + 1)]
    rows = (_lane(due, days(due, START, end), at, grid) for due in occasions(regimen) if due.first is not None)
    return listed(rows, cls="plan-lines", kind="ol")


def _lane(due: Occasion, found: tuple[date, ...], at, grid: list[str]) -> Html:
    """A dot for each day, a bar for what is due every day."""
    rules = (void("line", cls="plan-rule", x1=x, x2=x, y1="0", y2="100%") for x in grid)
    daily = len(found) > 1 and (found[1] - found[0]).days == 1
    bar = void("line", cls="plan-bar", x1=at(found[0]), x2="100%", y1="50%", y2="50%") if daily else ""
    dots = (void("circle", cx=at(day), cy="50%", r="4.5") for day in (found[:1] if daily else found))
    picture = tag("svg", *rules, bar, *dots, cls="plan-lane", width="100%", height="18", aria_hidden="true")
    words = tag("p", tag("b", due.what), " ", tag("span", due.when, cls="plan-when"), cls="plan-what")
    return tag("div", words, picture, data_act=due.act.value)


def _therapy(guideline: Guideline, therapy: Therapy) -> Html:
    """Regimens that share a schedule share a table."""
    head = heading(3, f"plan-{therapy.id}", link(page_of(therapy), therapy.name))
    return join([head, *_schedules(guideline, therapy)])


def _schedules(guideline: Guideline, therapy: Therapy) -> Iterator[Html]:
    for at, regimen in enumerate(therapy.regimens):
        if never := never_planned(guideline, therapy, regimen):
            yield tag("p", spaced(f"{regimen.label}.", never, defect_marks(regimen.defects)), cls="silent")
        elif all(regimen.plan is not earlier.plan for earlier in therapy.regimens[:at]):
            yield _table(guideline, regimen)


def _table(guideline: Guideline, regimen: Regimen) -> Html:
    due = sorted(occasions(regimen), key=lambda each: (each.act is not Act.BEFORE, each.first is None))
    heads = tag("tr", tag("th", "When", scope="col"), tag("th", "What", scope="col"))
    rows = (_row(each, guideline.sources, said="" if each.facts[0] is regimen.dose else each.says) for each in due)
    return tag("table", tag("thead", heads), tag("tbody", *rows), cls="figures stacks plan-table", data_regimen=regimen.id)


def _row(due: Occasion, sources: dict[str, Source], said: str) -> Html:
    """What is due and whose statement that is; a dose without a rule of its own has nothing to say beyond when and how."""
    when = tag("th", due.when[:1].upper() + due.when[1:], scope="row", cls="" if due.first is not None or due.act is Act.BEFORE else "plan-undated")
    what = join([tag("b", due.what), "" if due.what.endswith("?") else "."])
    return tag("tr", when, tag("td", spaced(what, said, origin(due.facts[0], sources))), data_act=due.act.value)
