"""The options side by side, in alphabetical order: a table, not a ranking."""

from __future__ import annotations

from guideline_core.model.guideline import Guideline
from guideline_core.model.therapy import Therapy

from .evidence import evidence_table
from .markup import Html, link, tag
from .therapy import doses, gate_links, has_dose, judge, page_of
from .values import statement

COLUMNS = ("Option", "Place", "Dose", "Judge at", "Before a dose")


def options_table(guideline: Guideline) -> Html:
    """Place, dose, time to judge, gates and defects of every option; what is only context has no row."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in COLUMNS)))
    rows = (_row(guideline, therapy) for therapy in _alphabetical(guideline) if therapy.kind != "context")
    caption = tag("caption", "In alphabetical order. The order says nothing about which is better.")
    return tag("table", caption, head, tag("tbody", *rows), cls="figures options stacks wide")


def evidence_side_by_side(guideline: Guideline) -> Html:
    """Every figure of every therapy with its definition and interval, in alphabetical order."""
    rows = tuple((therapy, row) for therapy in _alphabetical(guideline) for row in therapy.evidence)
    return tag("div", evidence_table(guideline, rows, named=True), cls="wide")


def _row(guideline: Guideline, therapy: Therapy) -> Html:
    unclear = link(page_of(therapy, "unclear"), f"{len(therapy.defects)} unclear in the source", cls="aside")
    name = tag("th", link(page_of(therapy), tag("b", therapy.name)), tag("span", therapy.kind, cls="aside"), unclear, scope="row")
    cells = (
        statement(therapy.place[0], guideline.sources),
        doses(therapy),
        judge(therapy, "not given"),
        gate_links(therapy.gates) or tag("span", _ungated(therapy), cls="aside"),
    )
    return tag("tr", name, *(tag("td", cell, data_label=label) for label, cell in zip(COLUMNS[1:], cells)))


def _ungated(therapy: Therapy) -> str:
    return "only what every dose asks" if has_dose(therapy) else "no dose"


def _alphabetical(guideline: Guideline) -> list[Therapy]:
    return sorted(guideline.therapies.values(), key=lambda therapy: therapy.name.lower())
