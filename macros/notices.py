"""What every reader should know before reading on: the edition, its review, the three layers, what is open."""

from __future__ import annotations

from datetime import date

from guideline_core.model.dates import date_text as day_text
from guideline_core.model.evidence import Layer
from guideline_core.model.guideline import Edition, Guideline
from guideline_core.model.statement import Hazard

from .lookup import find, one_of
from .markup import Html, link, listed, rows, tag, text, void
from .values import layer_tag, statement, statements



def legend() -> Html:
    """The three layers, each as it looks on the page, and which of them to show.

    On a narrow screen only their marks and the way to their meaning. The choice waits for docs/assets/js/layers.js.
    """
    layers = (
        tag("li", layer_tag(layer), " ", tag("span", f"{layer.meaning}: ", cls="legend-long"),
            tag("span", "a value", cls=f"v v-{layer.value}"))
        for layer in Layer
    )
    how = tag("p", "Touch a number to see where it comes from. ", tag("span", "SD-", cls="defect-mark"),
              " leads to what is unclear in the source.", cls="aside legend-long")
    boxes = (
        tag("label", void("input", type="checkbox", name_=layer.value, checked=True), layer.value)
        for layer in Layer if layer is not Layer.SOURCE
    )
    show = tag("itp-layers", tag("span", "Beside the source, show"), *boxes, hidden=True, role="group", aria_label="Kinds of statement to show")
    return tag("div", tag("p", link("about.html#layers", "Three kinds of statement"), cls="legend-head"), tag("ul", *layers), how,
               show, cls="legend", data_search_exclude=True)


def edition_card(edition: Edition) -> Html:
    """Version, dates and changes of this edition; the source's date stands apart."""
    parts = (
        ("Edition", edition.version),
        ("Published", date_text(edition.released)),
        ("Retires", date_text(edition.retires)),
        ("Source dated", date_text(edition.source_dated)),
        ("Review", edition.review),
        ("Changes", listed(edition.changes, cls="plain")),
    )
    return rows(parts, "glance edition")


def frame(guideline: Guideline) -> dict[str, str]:
    """What the frame of every page shows of the edition: the strip at its top, the dates at its foot."""
    edition = guideline.edition
    unchecked = find(guideline.facts, "site-no-clinician", "fact").reads
    excluded = find(guideline.facts, "site-excluded-use", "fact").reads
    return {
        "strip": text(f"{unchecked[0].upper()}{unchecked[1:]}: {excluded}."),
        "version": edition.version,
        "released": date_text(edition.released),
        "released_iso": edition.released,
        "retires": date_text(edition.retires),
        "retires_iso": edition.retires,
        "changes": text(" ".join(edition.changes)),
        "source_dated": date_text(edition.source_dated),
        "review": text(edition.review),
    }


def date_text(iso: str) -> str:
    """"2026-11-22" as "22 November 2026"."""
    return day_text(date.fromisoformat(iso))


def topic(guideline: Guideline, name: str) -> Html:
    """Every statement on a topic, such as "open point" or "intended use"."""
    one_of(name, dict.fromkeys(fact.topic for fact in guideline.facts.values()), "topic of a fact")
    return statements((fact for fact in guideline.facts.values() if fact.topic == name), guideline.sources)


def hazards(guideline: Guideline) -> Html:
    """The hazard log: what could go wrong, why, what is done about it, and the test that holds it."""
    names = ("Hazard", "Cause", "Control", "Held by", "Before", "After")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    body = (_hazard(hazard, names) for hazard in guideline.hazards)
    scores = find(guideline.facts, "site-hazard-scores", "fact")
    caption = tag("caption", "Before and after: severity times likelihood. ", statement(scores, guideline.sources))
    return tag("table", caption, head, tag("tbody", *body), cls="figures stacks wide")


def _hazard(hazard: Hazard, names: tuple[str, ...]) -> Html:
    scores = (tag("span", f"{severity} × {likelihood}", cls="n") for severity, likelihood in (hazard.before, hazard.after))
    cells = (hazard.cause, hazard.control, hazard.test, *scores)
    return tag("tr", tag("th", tag("code", hazard.id), " ", hazard.hazard, scope="row"),
               *(tag("td", cell, data_label=name) for name, cell in zip(names[1:], cells)), id=hazard.id)
