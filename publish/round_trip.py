"""The way back: from the published HTML alone every fact's id, value and unit, held against the core."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from guideline_core.model.quantity import Range
from publish.built import REGISTER, Checked, Page, Site


def round_trip(site: Site) -> Checked:
    """What the register rebuilds to is what the core holds: no fact more, none less, each with its ends and its unit."""
    page = site.pages.get(REGISTER)
    rebuilt = dict(facts_of(page)) if page else {}
    for id in dict.fromkeys((*site.guideline.facts, *rebuilt)):
        fact = site.guideline.facts.get(id)
        if id not in rebuilt:
            yield REGISTER, f"the fact {id} can't be rebuilt from the page"
        elif fact is None:
            yield REGISTER, f"the page has a fact {id}, which the core doesn't hold"
        else:
            right = rebuilt[id] == _held(fact.value)
            yield None if right else (REGISTER, f"{id} rebuilds to {rebuilt[id]}, and the core holds {_held(fact.value)}")


class Rebuilt(NamedTuple):
    """A value as a page gives it: its ends, its unit, and whether the ends belong to it."""

    low: Fraction | None
    high: Fraction | None
    unit: str | None
    low_inclusive: bool
    high_inclusive: bool


def facts_of(page: Page) -> Iterator[tuple[str, Rebuilt | None]]:
    """Every fact of the register by its id, with its value; None where the page shows no number."""
    for entry in page.tree.css("article[data-fact]"):
        shown = entry.css_first("[data-value]")
        yield entry.attributes["data-fact"], shown and value_of(shown)


def value_of(node: LexborNode) -> Rebuilt:
    """The value that an element shows: "6..", in months, its low end included."""
    said = node.attributes
    low, high = (Fraction(end) if end else None for end in (said.get("data-exact") or said["data-value"]).split(".."))
    is_open = (said.get("data-open") or "").split()
    return Rebuilt(low, high, said.get("data-unit"), "low" not in is_open, "high" not in is_open)


def _held(value: Range | None) -> Rebuilt | None:
    return value and Rebuilt(value.low, value.high, value.unit, value.low_inclusive, value.high_inclusive)
