"""Boundaries as a theorem: over the whole line of numbers, not at three points of it."""

from __future__ import annotations

import z3

from guideline_core.model.condition import Compare
from guideline_core.model.quantity import Range

from .logic import compared, is_satisfiable, within
from .rules import Rules
from .theory import Verdict, walk


def bounded(rules: Rules) -> Verdict:
    """Every comparison splits the line of numbers just where its fact's range ends. Doses and classes of response are
    held against numbers typed by hand in test_doses.py."""
    found = {
        node.bound.fact for _, condition in rules.guideline.conditions() for node in walk(condition)
        if isinstance(node, Compare) and not _splits(rules, node)
    }
    return Verdict(frozenset(found))


def _splits(rules: Rules, node: Compare) -> bool:
    x = z3.Real("x")
    holds = compared(node.sign, x, node.bound.value)
    value = rules.guideline.facts[node.bound.fact].value
    if value.single or value.low == node.bound.value:
        end = Range(value.low, None, value.unit, value.low_inclusive)
    else:
        end = Range(None, value.high, value.unit, True, value.high_inclusive)
    inside = within(end, x)
    return is_satisfiable(holds != inside) is None or is_satisfiable(holds == inside) is None
