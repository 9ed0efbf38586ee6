"""The guideline's rules as formulas over a symbolic patient: criteria, gates, classes of response, sums, doses.

Written from DESIGN.md and the facts, beside the engine and without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

import z3

from guideline_core.model.condition import Outcome
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import convert
from guideline_core.model.statement import Criterion, Gate
from guideline_core.model.therapy import Basis, Regimen, Therapy

from .logic import FALSE, Formula, Four, Result, Three, all3, any3, first_that_applies, four, number, within
from .patients import Patient

MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT
SUPPRESSED, OUT, REFUSED = Outcome.SUPPRESSED, Outcome.OUT_OF_SCOPE, Outcome.REFUSED

Reads = Callable[[object], object]


@dataclass(frozen=True)
class Rule:
    """One thing with an outcome. `withdraws` names the questions whose answer may take a decision back, on purpose."""

    label: str
    outcome: Callable[[object], Result]
    withdraws: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What a regimen comes to, and the dose where it is met."""

    outcome: Result
    low: z3.ArithRef
    high: z3.ArithRef


class Rules:
    """`reads` is how criteria look at a patient: as he is, unless a fault is planted in it."""

    def __init__(self, guideline: Guideline, reads: Reads = lambda patient: patient) -> None:
        self.guideline, self.reads = guideline, reads

    def patient(self, name: str = "a", *, complete: bool = False) -> Patient:
        return Patient(self.guideline, name, complete=complete)

    def all(self) -> Iterator[Rule]:
        yield from (self.of_criterion(c) for c in self.guideline.criteria.values() if not c.fixed)
        yield from (Rule(g.label, lambda p, g=g: self.gate(g, p)) for g in self.guideline.common_gates)
        for therapy in self.guideline.therapies.values():
            yield from (Rule(g.label, lambda p, g=g: self.gate(g, p)) for g in therapy.gates)
        yield Rule("Class of the response", self.response, self.new_evidence)

    @property
    def new_evidence(self) -> tuple[str, ...]:
        return (self.guideline.response.second.id, self.guideline.response.rescue.id)

    def of_criterion(self, criterion: Criterion) -> Rule:
        judged = criterion is self.guideline.response.judged
        return Rule(criterion.label, lambda p: self.criterion(criterion, p), self.new_evidence if judged else ())

    def criterion(self, criterion: Criterion, patient) -> Result:
        found = four(criterion.condition, self.reads(patient))
        if criterion is self.guideline.response.judged:
            found = self._without_response(found, patient)
        return {MET: found.met, UNKNOWN: found.unknown, CONFLICT: found.conflict, criterion.otherwise: found.not_met}

    def gate(self, gate: Gate, patient) -> Result:
        """Open is met. What isn't known to be open lets no dose through."""
        closes = four(gate.closes, patient)
        return {gate.effect: z3.Or(closes.met, closes.conflict), UNKNOWN: closes.unknown, MET: closes.not_met}

    # Response

    def response(self, patient) -> Result:
        better, none = self._classes(patient)
        return {MET: better, NOT_MET: none, UNKNOWN: z3.And(z3.Not(better), z3.Not(none))}

    def _without_response(self, past: Four, patient) -> Four:
        """The trial is over, and there is no response."""
        better, none = self._classes(patient)
        unclear = z3.And(z3.Not(better), z3.Not(none))
        never = z3.Or(past.not_met, better)
        return Four(z3.And(past.met, none), never, z3.And(z3.Not(never), z3.Or(past.unknown, unclear)), FALSE)

    def _classes(self, patient) -> tuple[Formula, Formula]:
        """Whether CR or R stands, and whether NR stands. The lower of two counts' classes stands."""
        rules = self.guideline.response
        answers = [patient.answer(q) for q in (rules.count, rules.second)]
        first, second = (self._class_of(patient, answer) for answer in answers)
        given = answers[1].known
        rescued = patient.answer(rules.rescue)
        clear = z3.Not(z3.And(rescued.known, rescued.says("yes")))
        none = z3.And(clear, z3.Or(first.no, z3.And(given, second.no)))
        better = z3.And(clear, first.yes, z3.Or(z3.Not(given), second.yes))
        return better, none

    def _class_of(self, patient, count) -> Three:
        """CR, then NR, then R: yes for CR or R, no for NR."""
        rules = self.guideline.response
        baseline, bleeding = patient.answer(rules.baseline), patient.answer(rules.bleeding)
        bleeds = Three(z3.And(bleeding.known, bleeding.says("yes")), z3.And(bleeding.known, bleeding.says("no")))
        enough = within(rules.complete.value, count.value)
        high = Three(z3.And(count.known, enough), z3.And(count.known, z3.Not(enough)))
        held = within(rules.partial.value, count.value)
        low = Three(z3.And(count.known, z3.Not(held)), z3.And(count.known, held))
        rise = rules.rise.value
        least = number(rise.low) * baseline.value
        risen = count.value >= least if rise.low_inclusive else count.value > least
        both = z3.And(count.known, baseline.known)
        short = Three(z3.And(both, z3.Not(risen)), z3.And(both, risen))
        complete = all3(high, Three(bleeds.no, bleeds.yes))
        poor = any3(low, short, bleeds)
        return Three(z3.Or(complete.yes, z3.And(complete.no, poor.no)), z3.And(complete.no, poor.yes))

    # Sums and doses

    def sums(self) -> Iterator[Rule]:
        """Each therapy that is summed up, as one rule."""
        summed = (t for t in self.guideline.therapies.values() if t.summed)
        return (Rule(t.name, lambda p, t=t: self.therapy(t, p)) for t in summed)

    def gates(self, therapy: Therapy, patient) -> list[Result]:
        return [self.gate(gate, patient) for gate in (*self.guideline.common_gates, *therapy.gates)]

    def therapy(self, therapy: Therapy, patient) -> Result:
        own = [self.criterion(self.guideline.criteria[c.id], patient) for c in therapy.criteria]
        return first_that_applies([*own, *self.gates(therapy, patient)])

    def barred(self, patient, refused: Formula) -> dict[Outcome, Formula]:
        """What stops every answer: the emergency and the age, then an answer that can't be right."""
        outside = z3.Or([self.gate(g, patient).get(OUT, FALSE) for g in self.guideline.common_gates])
        return {OUT: outside, REFUSED: z3.And(z3.Not(outside), refused)}

    def behind(self, barred: dict[Outcome, Formula], result: Result) -> Result:
        """A result as it is said: only where nothing bars it."""
        free = z3.Not(z3.Or(list(barred.values())))
        said = {outcome: z3.And(free, formula) for outcome, formula in result.items()}
        return said | {outcome: z3.Or(formula, said.get(outcome, FALSE)) for outcome, formula in barred.items()}

    def dose(self, therapy: Therapy, regimen: Regimen, patient) -> Offer:
        """No dose in the source, then the gates, then the arithmetic."""
        gates = self.gates(therapy, patient)
        is_open = z3.And([g[MET] for g in gates])
        fits, contradicts, needs, low, high = self._arithmetic(regimen, patient)
        if regimen.basis is Basis.NONE:
            return Offer({OUT: z3.BoolVal(True)}, low, high)
        over = FALSE
        if regimen.cap:
            cap = number(regimen.cap.high.value)
            over, high = z3.And(z3.Not(needs), low > cap), z3.If(high < cap, high, cap)
        outcome = {
            SUPPRESSED: z3.Or(z3.Not(is_open), over),
            UNKNOWN: z3.And(is_open, needs),
            CONFLICT: z3.And(is_open, contradicts),
            MET: z3.And(is_open, fits, z3.Not(over)),
        }
        return Offer(outcome, low, high)

    def _arithmetic(self, regimen: Regimen, patient) -> tuple[Formula, Formula, Formula, z3.ArithRef, z3.ArithRef]:
        """Whether the numbers fit, contradict each other, or are missing; and both ends of the dose."""
        low, high = number(regimen.dose.value.low), number(regimen.dose.value.high)
        if regimen.basis is Basis.FIXED:
            if regimen.must_fit is None:
                return z3.BoolVal(True), FALSE, FALSE, low, high
            weight = patient.answer(self.guideline.questions["weight"])
            lies = per_weight_within(regimen.must_fit.value, low, weight.value)
            return z3.And(weight.known, lies), z3.And(weight.known, z3.Not(lies)), z3.Not(weight.known), low, high
        known, size = self.size(regimen, patient)
        return known, FALSE, z3.Not(known), low * size, high * size

    def size(self, regimen: Regimen, patient) -> tuple[Formula, z3.ArithRef]:
        """What the dose is multiplied with, in the unit that comes out. Dose times size stays linear."""
        if regimen.basis is Basis.WEIGHT:
            weight = patient.answer(self.guideline.questions["weight"])
            return weight.known, weight.value
        if regimen.basis is not Basis.SURFACE:
            return z3.BoolVal(True), number(Fraction(1))
        surface = patient.answer(self.guideline.surface[0])
        factor = convert(Fraction(1), regimen.dose.value.unit.partition("/")[0], regimen.gives)
        return surface.known, surface.value * number(factor)

    def surface_bounds(self, patient) -> Formula:
        """Body surface at the smallest and the largest weight and height, rounded outwards."""
        weight, height = (self.guideline.questions[name].hard for name in ("weight", "height"))
        divisor = dict(self.guideline.surface[0].coefficients)["divisor"].number
        surface = patient.answer(self.guideline.surface[0]).value
        ends = [w * h / divisor * 10**12 for w, h in ((weight.low, height.low), (weight.high, height.high))]
        low, high = Fraction(isqrt(int(ends[0])), 10**6), Fraction(isqrt(int(ends[1])) + 1, 10**6)
        return z3.And(surface >= number(low), surface <= number(high))


def per_weight_within(limits, dose: z3.ArithRef, weight: z3.ArithRef) -> Formula:
    """Dose over weight inside a range, multiplied out: a weight is positive."""
    low, high = number(limits.low) * weight, number(limits.high) * weight
    return z3.And(
        dose >= low if limits.low_inclusive else dose > low, dose <= high if limits.high_inclusive else dose < high
    )
