"""Outcomes as theorems: total, monotone in knowledge, and as sharp as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import z3

from .logic import FALSE, Result, is_satisfiable
from .patients import Completed, Patient
from .rules import CONFLICT, MET, NOT_MET, OUT, SUPPRESSED, UNKNOWN, Rules
from .theory import NAMED, Verdict

MAY_BECOME = {
    UNKNOWN: NAMED,
    MET: (MET, SUPPRESSED, OUT),
    NOT_MET: (NOT_MET, SUPPRESSED, OUT),
    CONFLICT: (CONFLICT, SUPPRESSED, OUT),
    SUPPRESSED: (SUPPRESSED, OUT),
    OUT: (OUT,),
}
"""Issue 3, property 2: only a closing gate or scope may override what was decided."""

Outcome = Callable[[object], Result]


def total(rules: Rules) -> Verdict:
    """Exactly one of the named outcomes, for every patient."""
    found = {rule.label for rule in rules.all() if _escapes(rules, rule.outcome)}
    found |= {each.label for each in rules.sums() if _escapes(rules, each.outcome)}
    return Verdict(frozenset(found))


def _escapes(rules: Rules, outcome: Outcome, size: int | None = None) -> bool:
    patient = rules.patient()
    result = outcome(patient)
    each = [result.get(name, FALSE) for name in NAMED]
    one = z3.And(z3.Or(each), *[z3.Not(z3.And(a, b)) for a, b in combinations(each, 2)])
    return bool(is_satisfiable(patient.facts(), z3.Not(one), patient.answers(at_most=size)))


def monotone(rules: Rules) -> Verdict:
    """Any number of open questions answered at once, not one alone."""
    fails, listed = set(), set()
    for rule in rules.all():
        if _turns(rules, rule.outcome, rule.withdraws):
            fails.add(rule.label)
        elif rule.withdraws and _turns(rules, rule.outcome, ()):
            listed.add(rule.label)
    return Verdict(frozenset(fails), frozenset(listed))


def monotone_sums(rules: Rules) -> frozenset[str]:
    """The same of each therapy's whole sum, without the algebra that engine/verify rests on."""
    return frozenset(each.label for each in rules.sums() if _turns(rules, each.outcome, ()))


def _turns(rules: Rules, outcome: Outcome, still: tuple[str, ...], size: int | None = None) -> bool:
    before, after = rules.patient("before"), rules.patient("after")
    first, then = outcome(before), outcome(after)
    broken = z3.Or([
        z3.And(formula, *[z3.Not(then.get(name, FALSE)) for name in MAY_BECOME[was]])
        for was, formula in first.items() if was in MAY_BECOME
    ])
    later = z3.And(after.extends(before), after.unchanged(before, still))
    return bool(is_satisfiable(before.facts(), after.facts(), later, broken, after.answers(at_most=size)))


def sharp(rules: Rules) -> Verdict:
    """No patient is left unknown for whom every way to answer the rest comes to one and the same outcome."""
    fails, listed = set(), set()
    for rule in rules.all():
        if any(_blunt(rules, rule.outcome, name) for name in NAMED if name is not UNKNOWN):
            fails.add(rule.label)
    for each in rules.sums():
        blunt = {name for name in NAMED if name is not UNKNOWN and _blunt(rules, each.outcome, name)}
        if blunt - {CONFLICT}:
            fails.add(each.label)
        if CONFLICT in blunt:
            listed.add(each.label)
    return Verdict(frozenset(fails), frozenset(listed))


def _blunt(rules: Rules, outcome: Outcome, end: object, size: int | None = None) -> bool:
    """Is there a patient of whom this end is certain, though the outcome is unknown? There is, if no way to answer
    the rest refutes him; each refutation found is a way that every further candidate has to withstand."""
    patient, rest = rules.patient(), rules.patient("rest", complete=True)
    candidates = z3.Solver()
    candidates.add(outcome(patient).get(UNKNOWN, FALSE))
    escape = z3.Not(outcome(Completed(patient, rest)).get(end, FALSE))
    candidates.add(patient.facts(), patient.answers(at_most=size))
    answers = [(q.value, q.ticked) for q in rest.asked.values()]
    while candidates.check() == z3.sat:
        candidate = candidates.model()
        him = [symbol == candidate.eval(symbol, model_completion=True) for symbol in _symbols(patient)]
        way = is_satisfiable(rest.facts(), escape, *him)
        if way is None:
            return True
        filled = [(s, way.eval(s, model_completion=True)) for value, ticked in answers for s in _free(value, ticked)]
        candidates.add(z3.Not(z3.substitute(escape, *filled)))
    if candidates.check() != z3.unsat:
        raise RuntimeError("z3 gave up")
    return False


def _free(value, ticked) -> Iterator[z3.ExprRef]:
    """The symbol itself: a count is an integer inside a real."""
    for symbol in [value] if value is not None else list(ticked.values()):
        yield symbol.arg(0) if z3.is_to_real(symbol) else symbol


def _symbols(patient: Patient) -> Iterator[z3.ExprRef]:
    for answer in patient.asked.values():
        if z3.is_const(answer.known) and answer.known.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            yield answer.known
        yield from _free(answer.value, answer.ticked)


def smaller(rules: Rules, name: str, subject: str, size: int) -> bool:
    """Does a counterexample of this property and subject exist with fewer answers?"""
    (rule,) = {r.label: r for r in [*rules.all(), *rules.sums()] if r.label == subject}.values()
    match name:
        case "total":
            return _escapes(rules, rule.outcome, size - 1)
        case "monotone":
            return _turns(rules, rule.outcome, (), size - 1)
        case "sharp":
            return any(_blunt(rules, rule.outcome, end, size - 1) for end in NAMED if end is not UNKNOWN)
    raise ValueError(f"counterexamples of {name!r} are not compared by size")
