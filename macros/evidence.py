"""Figures with the people behind them: n of N, share, interval, and what the source leaves out."""

from __future__ import annotations

from fractions import Fraction

from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import number_text, plain_digits
from guideline_core.model.therapy import Evidence, Therapy

from .layers import by_layer, hidden_as
from .markup import Html, link, spaced, tag
from .pictures.evidence import share_axis, share_keys, share_track
from .values import DEFECTS, origin, percent, value, value_attributes


def evidence(guideline: Guideline, therapy: Therapy) -> Html:
    """The table of a therapy's figures, what the source leaves out of them, and why its rows can't be compared."""
    if not therapy.evidence:
        return tag("p", "The source gives no figure with a study behind it.", cls="silent")
    table = evidence_table(guideline, tuple((therapy, row) for row in therapy.evidence), named=False)
    left_out = {fact.id: fact for row in therapy.evidence for fact in row.leaves_out}
    below = left_out and tag(
        "div", tag("h3", "What the source leaves out"),
        by_layer(guideline, left_out.values()), cls="left-out",
    )
    return tag("div", table, below, cls="evidence")


def evidence_table(guideline: Guideline, rows: tuple[tuple[Therapy, Evidence], ...], named: bool) -> Html:
    """One row per figure. `named` puts the therapy before it."""
    heads = (*(("Therapy",) if named else ()), "Outcome, and how it was defined", "The source says", "People", "Share")
    drawn = tag("th", "95% interval", share_axis(), scope="col", cls="track-cell")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads), drawn), data_search_exclude=True)
    body = tag("tbody", *(_row(guideline, therapy, row, named) for therapy, row in rows))
    caption = tag(
        "caption", "Rows come from different studies, with different people and definitions of response: they can't be "
        "compared with one another. Intervals are worked out here from the counts (Wilson). ",
        link(f"{DEFECTS}#SD-31", "Why"), ". ", share_keys((row.study, row.figure) for _, row in rows),
    )
    return tag("table", caption, head, body, cls="figures stacks")


def _row(guideline: Guideline, therapy: Therapy, row: Evidence, named: bool) -> Html:
    cells = [tag("td", link(f"{therapy.id}.html#evidence", therapy.name), data_label="Therapy")] if named else []
    outcome = spaced(tag("b", row.outcome), tag("span", row.definition, cls="aside"), origin(row.study, guideline.sources))
    cells.append(tag("th", outcome, scope="row"))
    cells.append(tag("td", value(row.figure) if row.figure else tag("span", "nothing", cls="none"), data_label="The source says"))
    cells += _counted(row.study) if row.study.proportion else _uncounted(row.study)
    cells.append(_drawn(row))
    return tag("tr", *cells, data_layer=None if row.figure else hidden_as(guideline, row.study))


def _counted(fact: Fact) -> list[Html]:
    proportion = fact.proportion
    people = f"{number_text(Fraction(proportion.events))} of {number_text(Fraction(proportion.total))}"
    shown = link(f"facts.html#{fact.id}", people, cls=f"v v-{fact.layer.value}", **value_attributes(fact))
    return [
        tag("td", shown, data_label="People", cls="n"),
        tag("td", percent(proportion.share), data_label="Share", cls="n"),
    ]


def _uncounted(fact: Fact) -> list[Html]:
    return [
        tag("td", tag("span", "not given", cls="none"), data_label="People"),
        tag("td", value(fact), data_label="Share", cls="n"),
    ]


def _drawn(row: Evidence) -> Html:
    """The interval in words over its picture."""
    proportion = row.study.proportion
    if proportion is None:
        words = tag("span", "no counts to work it out from", cls="aside")
        return tag("td", words, share_track(row.study, row.figure), data_label="95% interval", cls="track-cell")
    low, high = proportion.wilson()
    words = tag("span", f"{percent(low).rstrip('%')} to {percent(high)}", cls="n")
    return tag("td", words, share_track(row.study, row.figure), data_label="95% interval",
               data_interval=f"{plain_digits(low * 100)}..{plain_digits(high * 100)}", cls="track-cell")
