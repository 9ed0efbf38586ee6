"""A patient as symbols: for each question whether it is answered, and any answer that its bounds let through.

A quantity is a real number, a count an integer, a choice one of its values. Quantities with powers and roots enter
as free reals within their bounds, known once their inputs are; the lowest of several is taken exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import z3

from guideline_core.model.condition import Term
from guideline_core.model.derived import Derived
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import convert
from guideline_core.model.question import Kind

from .logic import Formula, four, within


@dataclass(frozen=True)
class Answer:
    """`value` is a number or the place of a choice; `ticked`, for a question of several, one symbol for each choice."""

    known: Formula
    value: z3.ArithRef | None
    choices: tuple[str, ...] = ()
    ticked: Mapping[str, Formula] | None = None

    def says(self, value: str) -> Formula:
        if self.ticked is not None:
            return self.ticked[value]
        return self.value == self.choices.index(value)


class Patient:
    """Symbols are made when a rule first asks; `facts()` are the constraints on all that was asked."""

    def __init__(self, guideline: Guideline, name: str, *, complete: bool = False) -> None:
        self.guideline, self.name, self.complete = guideline, name, complete
        self.asked: dict[str, Answer] = {}
        """What can be answered freely: questions, and the free reals."""
        self.bounds: list[Formula] = []

    def answer(self, term: Term) -> Answer:
        if isinstance(term, Derived) and term.formula == "lowest":
            return self._lowest(term)
        if term.id not in self.asked:
            self.asked[term.id] = self._derived(term) if isinstance(term, Derived) else self._question(term)
        return self.asked[term.id]

    def _lowest(self, term: Derived) -> Answer:
        inputs = [self.answer(each) for each in term.inputs]
        known, value = inputs[0].known, inputs[0].value
        for each in inputs[1:]:
            lower = z3.And(each.known, z3.Or(z3.Not(known), each.value < value))
            known, value = z3.Or(known, each.known), z3.If(lower, each.value, value)
        return Answer(known, value)

    def _derived(self, term: Derived) -> Answer:
        value = z3.Real(f"{self.name}.{term.id}")
        self.bounds.append(value > 0)
        if term.hard:
            self.bounds.append(within(term.hard, value))
        return Answer(z3.And([self.answer(each).known for each in term.inputs]), value)

    def _question(self, term: Term) -> Answer:
        name = f"{self.name}.{term.id}"
        known = z3.BoolVal(True) if self.complete else z3.Bool(f"{name}?")
        choices = tuple(choice.value for choice in term.choices)
        if term.kind is Kind.SET:
            return Answer(known, None, choices, {value: z3.Bool(f"{name}={value}") for value in choices})
        if choices:
            value = z3.Int(name)
            self.bounds += [value >= 0, value < len(choices)]
            return Answer(known, value, choices)
        value = z3.ToReal(z3.Int(name)) if term.kind is Kind.COUNT else z3.Real(name)
        self.bounds.append(within(term.hard, value))
        return Answer(known, value)

    def facts(self) -> Formula:
        return z3.And(self.bounds)

    def consistent(self) -> Formula:
        """No answer contradicts another, by the guideline's own rules and by the length of a life."""
        parts = [z3.Not(four(rule.when, self).met) for rule in self.guideline.inconsistencies]
        for question in self.guideline.questions.values():
            if question.within_life and question.id in self.asked:
                time, age = self.answer(question), self.answer(self.guideline.questions[question.within_life])
                months = convert(1, self.guideline.questions[question.within_life].unit, question.unit)
                both = z3.And(time.known, age.known)
                parts.append(z3.Implies(both, time.value <= age.value * z3.Q(months.numerator, months.denominator)))
        return z3.And(self.facts(), *parts)

    def answers(self, *, at_most: int | None) -> Formula:
        """A limit on how many questions are answered; the free reals aren't questions."""
        known = [a.known for name, a in self.asked.items() if name in self.guideline.questions]
        return z3.BoolVal(True) if at_most is None or not known else z3.PbLe([(k, 1) for k in known], at_most)

    def extends(self, earlier: Patient) -> Formula:
        """Whatever the earlier patient had answered still stands, word for word."""
        parts = []
        for name, before in earlier.asked.items():
            after = self.asked[name]
            same = [after.value == before.value] if before.value is not None else [
                after.ticked[value] == before.ticked[value] for value in before.choices
            ]
            parts.append(z3.Implies(before.known, z3.And(after.known, *same)))
        return z3.And(parts)

    def unchanged(self, earlier: Patient, names: tuple[str, ...]) -> Formula:
        """These questions are answered, or left open, just as before."""
        return z3.And([self.asked[name].known == earlier.asked[name].known for name in names if name in earlier.asked])


class Completed:
    """One patient with every open question answered as another patient answers it."""

    def __init__(self, patient: Patient, rest: Patient) -> None:
        self.patient, self.rest = patient, rest

    def answer(self, term: Term) -> Answer:
        if isinstance(term, Derived) and term.formula == "lowest":
            return Patient._lowest(self, term)
        mine, other = self.patient.answer(term), self.rest.answer(term)
        known = z3.BoolVal(True)
        if mine.ticked is not None:
            ticked = {value: z3.If(mine.known, mine.ticked[value], other.ticked[value]) for value in mine.choices}
            return Answer(known, None, mine.choices, ticked)
        return Answer(known, z3.If(mine.known, mine.value, other.value), mine.choices)


class Assuming:
    """A patient whose silence on one question is taken for an answer: the fault that unknown must never be."""

    def __init__(self, patient, question: str, value: str) -> None:
        self.patient, self.question, self.value = patient, question, value

    def answer(self, term: Term) -> Answer:
        answer = self.patient.answer(term)
        if term.id != self.question:
            return answer
        assumed = z3.If(answer.known, answer.value, answer.choices.index(self.value))
        return Answer(z3.BoolVal(True), assumed, answer.choices)
