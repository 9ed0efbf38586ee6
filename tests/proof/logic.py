"""The logic of four values in z3, written from DESIGN.md alone; nothing here calls the core's own readers.

A condition is four formulas, one for each outcome, and each is stated by itself: that exactly one of them holds
is a theorem to prove, not a way of writing it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import z3

from guideline_core.model.condition import And, Compare, Condition, Contested, Is, Named, Not, Or, Outcome, Undecided
from guideline_core.model.quantity import Range

Formula = z3.BoolRef
Result = Mapping[Outcome, Formula]
"""For each outcome the formula that holds where it is reached; an outcome that is missing is never reached."""

FALSE = z3.BoolVal(False)

SUM_ORDER = (Outcome.OUT_OF_SCOPE, Outcome.SUPPRESSED, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.MET)
"""The order in which a therapy is summed up, as DESIGN.md prints it."""


@dataclass(frozen=True)
class Four:
    met: Formula
    not_met: Formula
    unknown: Formula
    conflict: Formula


@dataclass(frozen=True)
class Three:
    """Yes, no, or neither: a question that wasn't answered."""

    yes: Formula
    no: Formula

    @property
    def unknown(self) -> Formula:
        return z3.And(z3.Not(self.yes), z3.Not(self.no))


def number(value: Fraction) -> z3.RatNumRef:
    return z3.Q(value.numerator, value.denominator)


def within(limits: Range, value: z3.ArithRef) -> Formula:
    """Membership, strict where an end is."""
    parts = []
    if limits.low is not None:
        low = number(limits.low)
        parts.append(value >= low if limits.low_inclusive else value > low)
    if limits.high is not None:
        high = number(limits.high)
        parts.append(value <= high if limits.high_inclusive else value < high)
    return z3.And(parts)


def compared(sign: str, value: z3.ArithRef, limit: Fraction) -> Formula:
    match sign:
        case "<":
            return value < number(limit)
        case "<=":
            return value <= number(limit)
        case ">":
            return value > number(limit)
        case ">=":
            return value >= number(limit)
    raise ValueError(f"no comparison {sign!r}")


def four(condition: Condition, patient) -> Four:
    """The condition over a patient's symbols, node by node."""
    match condition:
        case Compare(term, sign, bound):
            answer = patient.answer(term)
            return _answered(answer.known, compared(sign, answer.value, bound.value))
        case Is(term, values):
            answer = patient.answer(term)
            return _answered(answer.known, z3.Or([answer.says(value) for value in values]))
        case And(parts):
            return all_of([four(part, patient) for part in parts])
        case Or(parts):
            return any_of([four(part, patient) for part in parts])
        case Not(part):
            inner = four(part, patient)
            return Four(inner.not_met, inner.met, inner.unknown, inner.conflict)
        case Contested(part):
            inner = four(part, patient)
            return Four(FALSE, inner.not_met, inner.unknown, z3.Or(inner.met, inner.conflict))
        case Undecided(part):
            inner = four(part, patient)
            return Four(FALSE, inner.not_met, z3.Or(inner.met, inner.unknown), inner.conflict)
        case Named(_, part):
            return four(part, patient)
    raise TypeError(f"no translation for {condition!r}")


def _answered(known: Formula, holds: Formula) -> Four:
    return Four(z3.And(known, holds), z3.And(known, z3.Not(holds)), z3.Not(known), FALSE)


def all_of(parts: Sequence[Four]) -> Four:
    some_not, some_unknown = z3.Or([p.not_met for p in parts]), z3.Or([p.unknown for p in parts])
    return Four(
        met=z3.And([p.met for p in parts]),
        not_met=some_not,
        unknown=z3.And(z3.Not(some_not), some_unknown),
        conflict=z3.And(z3.Not(some_not), z3.Not(some_unknown), z3.Or([p.conflict for p in parts])),
    )


def any_of(parts: Sequence[Four]) -> Four:
    some_met, some_unknown = z3.Or([p.met for p in parts]), z3.Or([p.unknown for p in parts])
    return Four(
        met=some_met,
        not_met=z3.And([p.not_met for p in parts]),
        unknown=z3.And(z3.Not(some_met), some_unknown),
        conflict=z3.And(z3.Not(some_met), z3.Not(some_unknown), z3.Or([p.conflict for p in parts])),
    )


def all3(*parts: Three) -> Three:
    return Three(z3.And([p.yes for p in parts]), z3.Or([p.no for p in parts]))


def any3(*parts: Three) -> Three:
    return Three(z3.Or([p.yes for p in parts]), z3.And([p.no for p in parts]))


def first_that_applies(parts: Sequence[Result]) -> Result:
    """A therapy's sum: the first outcome of the order that some part comes to; met only if every part is."""
    passed: list[Formula] = []
    result: dict[Outcome, Formula] = {}
    for outcome in SUM_ORDER[:-1]:
        here = z3.Or([part.get(outcome, FALSE) for part in parts])
        result[outcome] = z3.And(here, *[z3.Not(p) for p in passed])
        passed.append(here)
    result[Outcome.MET] = z3.And([part.get(Outcome.MET, FALSE) for part in parts])
    return result


def is_satisfiable(*formulas: Formula | Iterable[Formula]) -> z3.ModelRef | None:
    """A model, or None where there is none. Raises RuntimeError where z3 gives up: no proof is not a proof."""
    solver = z3.Solver()
    for formula in formulas:
        solver.add(formula)
    match solver.check():
        case z3.sat:
            return solver.model()
        case z3.unsat:
            return None
    raise RuntimeError(f"z3 gave up: {solver.reason_unknown()}")
