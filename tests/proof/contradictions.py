"""No undeclared contradiction, as a theorem."""

from __future__ import annotations

from itertools import combinations

import z3

from guideline_core.model.condition import Condition, Contested

from .logic import four
from .rules import Rules
from .theory import Verdict, reached, walk


def declared(rules: Rules) -> Verdict:
    found = set()
    for one, other in combinations(rules.guideline.stances, 2):
        if one.what != other.what or one.pulls == other.pulls:
            continue
        pair = {one.fact.id, other.fact.id}
        if not reached(rules, lambda p: z3.And(four(one.when, p).met, four(other.when, p).met)):
            continue
        if any(pair <= sides for sides in _sides(rules)):
            continue
        handled = [d.id for d in rules.guideline.defects.values() if pair <= set(d.touches)]
        if not handled:
            found.add(one.what)
        for criterion in rules.guideline.criteria.values():
            if set(handled) & set(criterion.defects) and not reached(rules, lambda p: z3.And(
                four(one.when, p).met, four(other.when, p).met, four(criterion.condition, p).conflict
            )):
                found.add(criterion.label)
    for criterion in rules.guideline.criteria.values():
        if _contested(criterion.condition) and not reached(rules, lambda p: four(criterion.condition, p).conflict):
            found.add(criterion.label)
    return Verdict(frozenset(found))


def _sides(rules: Rules) -> list[set[str]]:
    return [set(node.sides) for c in rules.guideline.criteria.values() for node in _contested(c.condition)]


def _contested(condition: Condition) -> list[Contested]:
    return [node for node in walk(condition) if isinstance(node, Contested)]
