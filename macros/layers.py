"""Statements that a reader may hide by their layer, and those that always show."""

from __future__ import annotations

from collections.abc import Iterable

from guideline_core.model.evidence import Layer
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline

from .markup import Html, join, tag, unfolds
from .values import statement, where

MOST = 7
"""A list of so many statements or fewer stands as a whole; one of warnings alone does at any length."""

FIRST = 4
"""How many of a longer list stand before the rest can be opened."""


def always_shown(guideline: Guideline) -> frozenset[str]:
    """The ids of facts that warn, close a dose, limit it or give it: no choice of a reader hides them."""
    therapies = guideline.therapies.values()
    gates = (*guideline.common_gates, *(gate for therapy in therapies for gate in therapy.gates))
    warnings = (fact for therapy in therapies for fact in (*therapy.avoid, *therapy.safety, *therapy.stop))
    doses = (fact for _, regimen in guideline.regimens() for fact in regimen.facts())
    held = (fact for holder in (*gates, *guideline.pitfalls.values()) for fact in holder.facts)
    return frozenset(fact.id for fact in (*warnings, *doses, *held))


def hidden_as(guideline: Guideline, fact: Fact) -> str | None:
    """The layer under whose name a reader hides this statement; None where it always shows."""
    stays = fact.layer is Layer.SOURCE or fact.id in always_shown(guideline)
    return None if stays else fact.layer.value


def _item(guideline: Guideline, fact: Fact, before: Fact | None) -> Html:
    """One statement of a row. Where the work behind it is that of the one before, a margin needn't name it again."""
    again = before is not None and fact.layer is before.layer is Layer.ADDED and \
        where(fact, guideline.sources) == where(before, guideline.sources)
    return tag("li", statement(fact, guideline.sources), cls="again" if again else None, data_layer=hidden_as(guideline, fact))


def by_layer(guideline: Guideline, facts: Iterable[Fact], cls: str = "facts") -> Html:
    """Statements in a row, each of which can be hidden by its layer; of a long row the rest is opened when asked for."""
    facts = tuple(facts)
    befores = (None, *facts)
    items = [_item(guideline, fact, before) for fact, before in zip(facts, befores)]
    if len(items) <= MOST or {fact.id for fact in facts} <= always_shown(guideline):
        return tag("ul", *items, cls=cls)
    rest = unfolds(f"{len(items) - FIRST} more statements", tag("ul", *items[FIRST:], cls=cls))
    return join([tag("ul", *items[:FIRST], cls=cls), rest])
