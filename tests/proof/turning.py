"""What turns an outcome, over every answer instead of classes of them: the engine's own list against the solver's.

The solver finds the patients too: for each therapy and each outcome one with as many questions open as it likes, and one with
none. Of each it asks whether some other answer to one question, all else as it is, leads to another outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import z3

from guideline_core.engine.assessment import changes_of
from guideline_core.engine.patient import known_patient
from guideline_core.model.condition import Outcome, Term
from guideline_core.model.derived import Derived
from guideline_core.model.therapy import Therapy

from .logic import FALSE, Formula, number, within
from .patients import Answer, Patient
from .rules import OUT, Rules
from .theory import NAMED, Verdict, walk

Values = Mapping[str, object]
TOLD = tuple(outcome for outcome in NAMED if outcome is not OUT)
"""What leads out of scope is no way on, and isn't said."""


def turning(rules: Rules) -> Verdict:
    """Fails where some patient is told of a change that isn't one, or isn't told of one that is."""
    sums = (Sum(rules, therapy) for therapy in rules.guideline.therapies.values() if therapy.summed)
    return Verdict(frozenset(each.therapy.name for each in sums if any(each.differs(*found) for found in each.patients())))


class AsNamed(Patient):
    """What is worked out enters as if it were asked, since that is how a change names it."""

    def answer(self, term: Term) -> Answer:
        if not isinstance(term, Derived):
            return super().answer(term)
        if term.id not in self.asked:
            value = z3.Real(f"{self.name}.{term.id}")
            self.bounds.append(within(term.hard, value))
            self.asked[term.id] = Answer(z3.Bool(f"{self.name}.{term.id}?"), value)
        return self.asked[term.id]


class Sum:
    """One therapy's sum over a symbolic patient."""

    def __init__(self, rules: Rules, therapy: Therapy) -> None:
        self.guideline, self.therapy, self.patient = rules.guideline, therapy, AsNamed(rules.guideline, "a")
        self.result = rules.therapy(therapy, self.patient)
        self.reads = set(self.patient.asked)
        self.solver = z3.Solver()
        self.solver.add(self.patient.consistent())

    def patients(self) -> Iterator[tuple[Outcome, Values]]:
        everything = z3.And([answer.known for answer in self.patient.asked.values()])
        for outcome in TOLD:
            for answered in (z3.BoolVal(True), everything):
                model = self._model(outcome, answered)
                if model:
                    yield outcome, self._values(model)

    def differs(self, now: Outcome, values: Values) -> bool:
        said = {change.outcome: change for change in changes_of(self.guideline, known_patient(self.guideline, dict(values)), self.therapy)}
        asked = self.reads - (self._common() & values.keys())
        reached = {outcome: {name for name in asked if self._leads(values, name, outcome)} for outcome in TOLD if outcome is not now}
        if {outcome for outcome, names in reached.items() if names} != said.keys():
            return True
        return any(
            change.question not in reached[outcome] or change.value and not self._comes_true(values, change.question, change.value, outcome)
            for outcome, change in said.items()
        )

    def _common(self) -> set[str]:
        """What closes or opens a common gate is said to every patient, and named of no therapy."""
        nodes = (node for gate in self.guideline.common_gates for node in walk(gate.closes))
        return {node.term.id for node in nodes if hasattr(node, "term")}

    def _leads(self, values: Values, name: str, outcome: Outcome) -> bool:
        """Some answer to this question, all else as it is, has the outcome."""
        others = self._stand(values, self.patient.asked.keys() - {name})
        return self._model(outcome, others, self.patient.asked[name].known) is not None

    def _comes_true(self, values: Values, name: str, value: str, outcome: Outcome) -> bool:
        """The very answer that is named has the outcome."""
        answer = value if self.patient.asked[name].choices else Fraction(value)
        return self._model(outcome, self._stand({**values, name: answer}, self.patient.asked.keys())) is not None

    def _stand(self, values: Values, names: set[str]) -> Formula:
        """These questions are answered just so, or not at all."""
        parts = []
        for name in names:
            answer = self.patient.asked[name]
            if name in values:
                at = answer.choices.index(values[name]) if answer.choices else number(values[name])
                parts += [answer.known, answer.value == at]
            else:
                parts.append(z3.Not(answer.known))
        return z3.And(parts)

    def _model(self, outcome: Outcome, *formulas: Formula) -> z3.ModelRef | None:
        self.solver.push()
        self.solver.add(self.result.get(outcome, FALSE), *formulas)
        found = self.solver.check()
        model = self.solver.model() if found == z3.sat else None
        self.solver.pop()
        if found == z3.unknown:
            raise RuntimeError("z3 gave up")
        return model

    def _values(self, model: z3.ModelRef) -> Values:
        found: dict[str, object] = {}
        for name, answer in self.patient.asked.items():
            if z3.is_true(model.eval(answer.known, model_completion=True)):
                at = model.eval(answer.value, model_completion=True)
                found[name] = answer.choices[at.as_long()] if answer.choices else Fraction(at.as_fraction())
        return found
