"""What is walked: the guideline's criteria, gates, response classes, therapies and regimens as rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import product

from ...model.condition import Outcome, Term
from ...model.readers import points, terms
from ...model.guideline import Guideline
from ...model.statement import Criterion, Gate
from ...model.therapy import Basis, Regimen, Therapy
from ..arithmetic import turning_weights
from ..assessment import outcome_of
from ..gates import gate_finding
from ..patient import Patient, known_patient
from ..response import CLASS_OUTCOMES, response_class
from ..sums import of_gate, summed
from .walk import Classes, Joint, Rule, join


class Subjects:
    """The rules of one guideline, made once and walked when first asked for."""

    def __init__(self, guideline: Guideline) -> None:
        self.guideline = guideline
        self._joints: dict[str, tuple[Joint, ...]] = {}
        self.classes = Classes((condition for _, condition in guideline.conditions()), _response_limits(guideline))

    @cached_property
    def criteria(self) -> dict[str, Rule]:
        return {c.id: self._criterion(c) for c in self.guideline.criteria.values() if not c.fixed}

    def _criterion(self, criterion: Criterion) -> Rule:
        reads = list(terms(criterion.condition))
        if criterion is self.guideline.response.judged:
            reads += self._response_terms
        withdraws = self._withdraws if len(reads) > len(terms(criterion.condition)) else ()
        return self.classes.rule(
            criterion.id, criterion.label, reads, lambda v: outcome_of(self.guideline, v, criterion), withdraws
        )

    @property
    def _response_terms(self) -> list[Term]:
        rules = self.guideline.response
        return [rules.baseline, rules.count, rules.second, rules.bleeding, rules.rescue]

    @property
    def _withdraws(self) -> tuple[str, ...]:
        """A further count and rescue treatment are new evidence: they may take a class back."""
        return (self.guideline.response.second.id, self.guideline.response.rescue.id)

    @cached_property
    def response(self) -> Rule:
        def outcome(values: Mapping[str, object]) -> Outcome:
            name = response_class(self.guideline.response, values)
            return CLASS_OUTCOMES[name] if name else Outcome.UNKNOWN

        return self.classes.rule("response", "Class of the response", self._response_terms, outcome, self._withdraws)

    @cached_property
    def gates(self) -> dict[str, Rule]:
        """Every gate once, by its own id or, for a therapy's, by therapy and id."""
        found = {g.id: self._gate(g.id, g) for g in self.guideline.common_gates}
        for therapy in self.guideline.therapies.values():
            found |= {f"{therapy.id}/{g.id}": self._gate(f"{therapy.id}/{g.id}", g) for g in therapy.gates}
        return found

    def _gate(self, name: str, gate: Gate) -> Rule:
        return self.classes.rule(name, gate.label, terms(gate.closes), lambda v: of_gate(gate_finding(gate, v)))

    def gate_rules(self, therapy: Therapy) -> list[Rule]:
        names = [g.id for g in self.guideline.common_gates] + [f"{therapy.id}/{g.id}" for g in therapy.gates]
        return [self.gates[name] for name in names]

    def therapy_rules(self, therapy: Therapy) -> list[Rule]:
        """All that a therapy's sum depends on."""
        return [self.criteria[c.id] for c in therapy.criteria] + self.gate_rules(therapy)

    def joined(self) -> Iterator[tuple[Therapy, tuple[Joint, ...]]]:
        """Each therapy that is summed, with every sum that some patient reaches."""
        return ((therapy, self.joints(therapy)) for therapy in self.guideline.therapies.values() if therapy.summed)

    def joints(self, therapy: Therapy) -> tuple[Joint, ...]:
        """Every sum of the therapy that some patient reaches."""
        if therapy.id not in self._joints:
            self._joints[therapy.id] = join(self.therapy_rules(therapy), summed)
        return self._joints[therapy.id]

    @property
    def rules(self) -> list[Rule]:
        return [*self.criteria.values(), *self.gates.values(), self.response]

    def doses(self, regimen: Regimen, therapy: Therapy) -> list[Patient]:
        """Patients for every combination of the gates' states, without a size and with one at which a dose would show;
        and, with every gate open, every size at which the dose can change its course."""
        states = [_one_of_each(rule) for rule in self.gate_rules(therapy)]
        weights, heights = self._weights(regimen), self._heights(regimen)
        usual = (weights[len(weights) // 2], heights[-1])
        patients = []
        for answers in product(*(state.values() for state in states)):
            known = {name: value for state in answers for name, value in state.items()}
            is_open = all(answer is state.get(Outcome.MET) for answer, state in zip(answers, states, strict=True))
            sizes = product(weights, heights) if is_open else ((None, None), usual)
            for weight, height in sizes:
                size = {"weight": weight, "height": height}
                patients.append(known_patient(self.guideline, known | {k: v for k, v in size.items() if v is not None}))
        return patients

    def let_through(self, therapy: Therapy) -> dict[str, object] | None:
        """Answers with which every gate before the therapy is open; None where one never is."""
        states = [_one_of_each(rule).get(Outcome.MET) for rule in self.gate_rules(therapy)]
        return None if None in states else {name: value for state in states for name, value in state.items()}

    def _weights(self, regimen: Regimen) -> Sequence[Fraction | None]:
        """The bounds, the breakpoints (where a cap begins to bite, and where it lies below the range), and between."""
        hard = self.guideline.questions["weight"].hard
        return (None, hard.low, *points(hard, sorted(turning_weights(regimen))), hard.high)

    def _heights(self, regimen: Regimen) -> Sequence[Fraction | None]:
        if regimen.basis is not Basis.SURFACE:
            return (None,)
        hard = self.guideline.questions["height"].hard
        return (None, hard.low, (hard.low + hard.high) / 2, hard.high)


def _one_of_each(rule: Rule) -> dict[Outcome, dict[str, object]]:
    """One patient for each outcome that the gate reaches."""
    found: dict[Outcome, dict[str, object]] = {}
    for point, outcome in rule.table.items():
        found.setdefault(outcome, rule.values(point))
    return found


def _response_limits(guideline: Guideline) -> Mapping[str, tuple[Fraction, ...]]:
    """Where the response classes have their boundaries: the counts, and the baselines that these counts are twice of."""
    rules = guideline.response
    limits = (rules.partial.low.value, rules.complete.low.value)
    counts = tuple(points(rules.count.hard, limits))
    rises = tuple(sorted({count / rules.rise.low.value for count in counts}))
    return {rules.count.id: limits, rules.second.id: limits, rules.baseline.id: rises}
