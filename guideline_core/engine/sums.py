"""What an outcome is summed up from: the parts of a therapy, a regimen or a clock, and the order in which they count."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..model.condition import Condition, Outcome, Term
from ..model.guideline import Guideline
from ..model.readers import AND_ORDER, Values, comparisons, decide, terms
from ..model.statement import Gate
from ..model.therapy import Therapy
from .gates import GateFinding
from .patient import Patient

SUM_ORDER = (Outcome.OUT_OF_SCOPE, Outcome.SUPPRESSED, *AND_ORDER)


def summed(outcomes: Iterable[Outcome]) -> Outcome:
    """The first that applies: out-of-scope, suppressed, not-met, unknown, conflict, met."""
    return min(outcomes, key=SUM_ORDER.index)


def of_gate(gate: GateFinding) -> Outcome:
    """What a gate contributes to a sum."""
    if gate.state == "closed":
        return gate.effect
    return Outcome.UNKNOWN if gate.state == "unanswered" else Outcome.MET


def closing(gate: Gate, values: Values) -> Outcome:
    """The same from the answers alone, without the words of a finding."""
    found = decide(gate.closes, values)
    return {Outcome.UNKNOWN: Outcome.UNKNOWN, Outcome.NOT_MET: Outcome.MET}.get(found, gate.effect)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One thing that an outcome depends on: the terms it reads, where it has its boundaries, and what it comes to."""

    reads: tuple[Term, ...]
    limits: Mapping[str, frozenset[Fraction]]
    rule: Callable[[Values], Hashable]
    known: dict[object, Hashable] = field(default_factory=dict)
    """What it came to already: a part belongs to one patient, and several therapies may share it."""

    def as_it_stands(self, values: Values) -> Hashable:
        return self._once(None, values)

    def with_answer(self, term: Term, answer: object, values: Values) -> Hashable:
        """What it would come to with another answer to one term."""
        if all(read.id != term.id for read in self.reads):
            return self.as_it_stands(values)
        return self._once((term.id, answer), {**values, term.id: answer})

    def _once(self, key: object, values: Values) -> Hashable:
        if key not in self.known:
            self.known[key] = self.rule(values)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that has an outcome for a patient. `adds_up` makes one of its parts' outcomes."""

    name: str
    parts: Sequence[Part]
    adds_up: Callable[[Sequence[Hashable]], Hashable] = summed

    def as_it_stands(self, values: Values) -> Hashable:
        return self.adds_up([part.as_it_stands(values) for part in self.parts])

    def anew(self, values: Values) -> Hashable:
        """What it comes to for another patient."""
        return self.adds_up([part.rule(values) for part in self.parts])


def part_of(condition: Condition, rule: Callable[[Values], Hashable]) -> Part:
    """A condition as a part: its boundaries are those of its comparisons."""
    limits: dict[str, set[Fraction]] = {}
    for compare in comparisons(condition):
        limits.setdefault(compare.term.id, set()).add(compare.bound.value)
    return Part(terms(condition), {name: frozenset(found) for name, found in limits.items()}, rule)


def gate_parts(guideline: Guideline, patient: Patient, therapy: Therapy | None = None) -> tuple[Part, ...]:
    """The gates before a therapy. What closes or opens a common gate that was answered is said to every patient, so it reads
    nothing any more."""
    common = {gate.id: gate for gate in guideline.common_gates}
    answered = tuple(Part((), {}, lambda values, f=f: of_gate(f)) for f in patient.gates if f.state != "unanswered")
    waiting = (common[finding.id] for finding in patient.gates if finding.state == "unanswered")
    gates = (*waiting, *(therapy.gates if therapy else ()))
    return (*answered, *(part_of(gate.closes, lambda values, gate=gate: closing(gate, values)) for gate in gates))
