"""No undeclared contradiction: statements that pull opposite ways are a declared defect, and its handling is obeyed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from ...model.condition import Condition, Contested, Outcome
from ...model.guideline import Guideline
from ...model.readers import decide, nodes
from ...model.statement import Criterion, Defect
from .ledger import Ledger
from .subjects import Subjects


def declared(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for one, other in combinations(guideline.stances, 2):
        if one.what != other.what or one.pulls == other.pulls:
            continue
        both = one.when & other.when
        rule = subjects.classes.condition(both)
        ledger.visit(rule)
        clash = min((p for p, o in rule.table.items() if o is Outcome.MET), key=lambda p: len(rule.values(p)), default=None)
        if clash is None:
            continue
        text = f"{one.fact.id} pulls {one.pulls} and {other.fact.id} pulls {other.pulls} “{one.what}”"
        defects = guideline.declares(one.fact, other.fact)
        if defects is None:
            ledger.fails(one.what, f"{text}, and no defect declares it", rule.values(clash))
            continue
        ledger.shows(one.what, f"{text}; declared", rule.values(clash))
        for criterion in _handlers(guideline, defects):
            _says_so(subjects, ledger, criterion, both)
    for name, rule in subjects.criteria.items():
        contested = [n for n in nodes(guideline.criteria[name].condition) if isinstance(n, Contested)]
        ledger.visit(rule)
        if contested and Outcome.CONFLICT not in rule.table.values():
            ledger.fails(rule.label, "its declared conflict is never reached", {})


def _handlers(guideline: Guideline, defects: Iterable[Defect]) -> list[Criterion]:
    """The criteria that name one of these defects."""
    named = {defect.id for defect in defects}
    return [criterion for criterion in guideline.criteria.values() if named & set(criterion.defects)]


def _says_so(subjects: Subjects, ledger: Ledger, criterion: Criterion, both: Condition) -> None:
    """A criterion that names the contradiction comes to a conflict for some patient of whom both sides speak."""
    joint = subjects.classes.condition(both & criterion.condition)
    ledger.walk(joint.size, joint.size)
    patients = map(joint.values, joint.points())
    if not any(
        decide(criterion.condition, p) is Outcome.CONFLICT and decide(both, p) is Outcome.MET for p in patients
    ):
        ledger.fails(criterion.label, "it names a contradiction, and never says conflict where both sides speak", {})
