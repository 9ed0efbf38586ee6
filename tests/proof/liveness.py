"""No dead rule, as a theorem: every outcome that a rule names is reached and no other, and no limb decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from guideline_core.model.condition import And, Compare, Condition, Contested, Is, Named, Not, Or, Undecided
from guideline_core.model.statement import Criterion

from .logic import FALSE, four, is_satisfiable
from .rules import CONFLICT, MET, NOT_MET, UNKNOWN, Rule, Rules
from .theory import NAMED, Verdict, reached, walk


def alive(rules: Rules) -> Verdict:
    found = set()
    for criterion in rules.guideline.criteria.values():
        if not criterion.fixed and _misses(rules, rules.of_criterion(criterion), _promised(rules, criterion)):
            found.add(criterion.label)
        for band in criterion.bands:
            if not reached(rules, lambda p, b=band: four(b.when, p).met):
                found.add(f"{criterion.label}: {band.text}")
    for band in rules.guideline.phases.bands:
        if not reached(rules, lambda p, b=band: four(b.when, p).met):
            found.add(f"{rules.guideline.phases.label}: {band.text}")
    gates = [*rules.guideline.common_gates, *(g for t in rules.guideline.therapies.values() for g in t.gates)]
    for gate in gates:
        if _misses(rules, Rule(gate.label, lambda p, g=gate: rules.gate(g, p)), {MET, UNKNOWN, gate.effect}):
            found.add(gate.label)
    if _misses(rules, Rule("", rules.response), {MET, NOT_MET, UNKNOWN}):
        found.add("Class of the response")
    found |= {g.label for g in rules.guideline.gates if g.id not in {each.id for each in gates}}
    for holder, condition in _conditions(rules):
        if any(not _both_ways(rules, limb) for limb in _limbs(condition)):
            found.add(holder)
    return Verdict(frozenset(found))


def _conditions(rules: Rules) -> Iterator[tuple[str, Condition]]:
    yield from ((c.label, c.condition) for c in rules.guideline.criteria.values())
    yield from ((g.label, g.closes) for g in rules.guideline.gates)


def _misses(rules: Rules, rule: Rule, promised: set) -> bool:
    """Some outcome that is promised can't be reached, or some other one can."""
    return any(reached(rules, lambda p, n=name: rule.outcome(p).get(n, FALSE)) is not (name in promised) for name in NAMED)


def _promised(rules: Rules, criterion: Criterion) -> set:
    named = {NOT_MET: criterion.otherwise}
    return {named.get(outcome, outcome) for outcome in _names(criterion.condition) - _excluded(rules, criterion.condition)}


def _excluded(rules: Rules, condition: Condition) -> set:
    """A contested half and its counterpart that leave nothing out: such a rule is never simply not met."""
    parts = getattr(condition, "parts", ())
    if not isinstance(condition, Or) or len(parts) != 2 or not isinstance(parts[1], Contested):
        return set()
    patient = rules.patient(complete=True)
    one, other = four(parts[0], patient).met, four(parts[1].part, patient).met
    return set() if is_satisfiable(patient.facts(), z3.Not(z3.Xor(one, other))) else {NOT_MET}


def _both_ways(rules: Rules, limb: Condition) -> bool:
    """With everything answered, the limb holds for some patient and not for another."""
    patient = rules.patient(complete=True)
    fails = four(limb, patient).not_met
    return bool(is_satisfiable(patient.facts(), fails)) and bool(is_satisfiable(patient.facts(), z3.Not(fails)))


def _limbs(condition: Condition) -> Iterator[Condition]:
    """What an “and” or an “or” joins."""
    return (part for node in walk(condition) if isinstance(node, (And, Or)) for part in node.parts)


def _names(condition: Condition) -> set:
    """The outcomes that the form of a condition names."""
    match condition:
        case Compare() | Is():
            return {MET, NOT_MET, UNKNOWN}
        case And(parts) | Or(parts):
            return set().union(*map(_names, parts))
        case Contested(part):
            return {CONFLICT if outcome is MET else outcome for outcome in _names(part)}
        case Undecided(part):
            return {UNKNOWN if outcome is MET else outcome for outcome in _names(part)}
        case Not(part) | Named(_, part):
            return _names(part)
    raise TypeError(f"no names for {condition!r}")
