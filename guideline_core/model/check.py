"""What stops the build: a statement that leads nowhere, or that contradicts another without owning up to it.

Every message opens with the file and line of the statement, and ends with how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations, product

from .condition import Bound, Compare, Condition, Contested, Outcome, Term
from .evidence import Citation
from .fact import Fact
from .guideline import Guideline
from .origin import broken
from .readers import answers, comparisons, decide, explain, nodes, terms
from .statement import Stance


def check(guideline: Guideline) -> None:
    """Raises BrokenGuideline at the first statement that can't stand."""
    for fact in guideline.facts.values():
        _check_citations(guideline, fact.origin, fact.id, fact.citations)
        _check_defects(guideline, fact.origin, fact.id, fact.defects)
    for defect in guideline.defects.values():
        _check_citations(guideline, defect.origin, defect.id, defect.citations)
        for touched in defect.touches:
            if touched not in guideline.facts:
                raise broken(f"{defect.id} touches {touched!r}, which no file states", "Name a fact by its id", defect.origin)
    for id in guideline.plain:
        if id not in guideline.facts:
            raise broken(f"{id!r} has plain words and is no fact", "Name a fact by its id", "guideline_core/itp/plain.py")
    for where, condition in guideline.conditions():
        for node in nodes(condition):
            _check_node(guideline, where, node)
    _check_holders(guideline)
    for one, other in combinations(guideline.stances, 2):
        _check_stances(guideline, one, other)


def _check_citations(guideline: Guideline, where: str, who: str, citations: Iterable[Citation]) -> None:
    for citation in citations:
        if citation.source not in guideline.sources:
            raise broken(
                f"{who} cites {citation.source!r}, and no source has that id", "Add it to itp/sources, or correct the id", where
            )


def _check_defects(guideline: Guideline, where: str, who: str, defects: Iterable[str]) -> None:
    for defect in defects:
        if defect not in guideline.defects:
            raise broken(f"{who} names {defect!r}, and no defect has that id", "Add it to itp/defects, or correct the id", where)


def _check_node(guideline: Guideline, where: str, node: Condition) -> None:
    term = getattr(node, "term", None)
    if term is not None and guideline.questions.get(term.id) is not term and guideline.derived.get(term.id) is not term:
        raise broken(
            f"a condition asks {term.id!r}, which is no question", "List it in itp/questions, or ask one that is there", where
        )
    if isinstance(node, Contested):
        _check_defects(guideline, where, "a contested condition", (node.defect,))
        for side in node.sides:
            if side not in guideline.facts:
                raise broken(f"a contested condition has the side {side!r}, which no file states", "Name a fact by its id", where)
    if isinstance(node, Compare):
        _check_bound(guideline, where, node.term, node.bound)


def _check_bound(guideline: Guideline, where: str, term: Term, bound: Bound) -> None:
    if bound.fact not in guideline.facts:
        raise broken(
            f"a condition compares with {bound.fact!r}, which is no fact of this guideline",
            "Give the fact a name of its own in a file of itp", where,
        )
    if term.hard and bound.value not in term.hard:
        raise broken(
            f"{bound.fact} lies outside what {term.id} can be answered, so that no patient can reach it",
            f"Correct the fact, or widen the bounds of {term.id}", where,
        )


def _check_holders(guideline: Guideline) -> None:
    """What rules, gates and therapies stand on is stated, and every gate stands before some dose."""
    placed = [*guideline.common_gates, *(g for t in guideline.therapies.values() for g in t.gates)]
    for gate in guideline.gates:
        if all(gate is not each for each in placed):
            raise broken(f"the gate {gate.id!r} stands before no dose", "List it in a therapy's gates, or remove it", gate.origin)
    for holder in (*guideline.criteria.values(), guideline.phases, *guideline.gates):
        _check_defects(guideline, holder.origin, holder.id, holder.defects)
        _check_stated(guideline, holder.origin, holder.id, holder.facts)
    for therapy in guideline.therapies.values():
        _check_defects(guideline, therapy.origin, therapy.id, therapy.defects)
        _check_stated(guideline, therapy.origin, therapy.id, therapy.facts())
        for regimen in therapy.regimens:
            _check_defects(guideline, therapy.origin, regimen.id, regimen.defects)


def _check_stated(guideline: Guideline, where: str, who: str, facts: Iterable[Fact]) -> None:
    for fact in facts:
        if guideline.facts.get(fact.id) is not fact:
            raise broken(f"{who} stands on {fact.id}, which no file states by itself", "Give the fact a name of its own", where)


def _check_stances(guideline: Guideline, one: Stance, other: Stance) -> None:
    """Two statements that pull opposite ways on one patient are a declared defect, or they are a mistake."""
    if one.what != other.what or one.pulls == other.pulls or guideline.declares(one.fact, other.fact) is not None:
        return
    patient = clash(one.when, other.when)
    if patient is not None:
        raise broken(
            f"{other.fact.id} pulls {other.pulls} “{other.what}” where {explain(other.when)}, and {one.fact.id} "
            f"({one.origin}) pulls {one.pulls} it on the same patient",
            f"List a defect that touches both {one.fact.id} and {other.fact.id}, or mend one of the conditions", other.origin,
        )


def clash(one: Condition, other: Condition) -> Mapping[str, object] | None:
    """Answers with which both conditions are met; None where there are none."""
    both = one & other
    limits: dict[str, set] = {}
    for compare in comparisons(both):
        limits.setdefault(compare.term.id, set()).add(compare.bound.value)
    asked = terms(both)
    for given in product(*(answers(term, sorted(limits.get(term.id, ()))) for term in asked)):
        values = {term.id: value for term, value in zip(asked, given, strict=True)}
        if decide(both, values) is Outcome.MET:
            return values
    return None
