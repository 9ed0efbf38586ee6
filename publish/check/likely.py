"""Which fact a typed number may stand for: by its value, its unit and the page that it stands on."""

from __future__ import annotations

import re
from fractions import Fraction

from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from publish.check.figures import UNIT, Figure
from publish.check.held import fits


def likely(guideline: Guideline, figure: Figure, therapy: str = "") -> list[Fact]:
    """The facts that the number may stand for, the likeliest first."""
    own = {fact.id for fact in guideline.therapies[therapy].facts()} if therapy in guideline.therapies else set()
    scored = ((_score(fact, figure), fact.id in own, fact.layer.value == "source", fact) for fact in guideline.facts.values())
    best = sorted((row for row in scored if row[0] > 0), key=lambda row: row[:3], reverse=True)
    return [fact for score, _, _, fact in best if score == best[0][0]][:3]


def _score(fact: Fact, figure: Figure) -> int:
    """How well a fact fits: the value and its unit, or the value alone."""
    ends = _ends(fact)
    if not ends or not figure.numbers:
        return 0
    whole = figure.numbers == ends or (len(figure.numbers) == 1 and len(set(ends)) == 1 and figure.numbers[0] == ends[0])
    if not whole and not (len(figure.numbers) == 1 and figure.numbers[0] in ends):
        return 0
    full = bool(figure.unit) and not fact.proportion and figure.unit == fact.value.unit
    begun = bool(figure.unit) and not fact.proportion and fits(figure.unit, fact.value.unit)
    in_another_unit = bool(figure.unit) or re.match(rf"\s*(?:×|{UNIT}\b)", figure.after)
    if in_another_unit and not full and not begun and not fact.proportion:
        return 0
    return (4 if full else 2 if begun else 0) + (2 if whole else 1)


def _ends(fact: Fact) -> tuple[Fraction, ...]:
    if fact.proportion:
        return Fraction(fact.proportion.events), Fraction(fact.proportion.total)
    return tuple(end for end in (fact.value.low, fact.value.high) if end is not None) if fact.value else ()
