"""What is due while a medicine is taken, counted from the first dose: the planner's own schedule, for readers without script."""

from __future__ import annotations

from collections.abc import Iterator

from guideline_core.engine.schedule import Occasion, never_planned, occasions
from guideline_core.model.evidence import Source
from guideline_core.model.guideline import Guideline
from guideline_core.model.plan import Act
from guideline_core.model.therapy import Regimen, Therapy

from .markup import Html, heading, join, link, spaced, tag, text
from .therapy import page_of
from .values import defect_marks, origin


def plan_tables(guideline: Guideline) -> Html:
    """Each medicine with its schedule, or with why it has none."""
    return join(_therapy(guideline, therapy) for therapy in guideline.therapies.values() if therapy.regimens)


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
    rows = (_row(each, guideline.sources) for each in due)
    return tag("table", tag("thead", heads), tag("tbody", *rows), cls="figures stacks plan-table", data_regimen=regimen.id)


def _row(due: Occasion, sources: dict[str, Source]) -> Html:
    when = tag("th", due.when[:1].upper() + due.when[1:], scope="row", cls="" if due.first is not None else "plan-undated")
    said = join([tag("b", due.what), text(". "), spaced(due.says, origin(due.facts[0], sources))])
    return tag("tr", when, tag("td", said), data_act=due.act.value)
