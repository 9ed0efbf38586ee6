"""What a walk found: counts, the smallest counterexample of each subject, and examples that a reader can look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ...model.guideline import Guideline
from ...model.quantity import number_text, with_unit
from .walk import Rule


@dataclass(frozen=True, slots=True)
class Counterexample:
    """One patient for whom a property fails, in words."""

    subject: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """What was proved. `covered` counts the classes of patients that it speaks for, `walked` those really visited."""

    id: str
    sentence: str
    argument: str
    covered: int
    walked: int
    counterexamples: tuple[Counterexample, ...]
    listed: tuple[Counterexample, ...]
    """Places that stand as they are on purpose, each with its reason."""
    examples: tuple[Counterexample, ...]
    """Patients that it speaks about, of different subjects."""


Progress = Callable[[int], object]
"""Is told how many classes of one property have been walked so far, after each hundred or so."""

_STEP = 100
_SHOWN = 4


class Ledger:
    """Counts what is walked, and keeps the smallest counterexample of each subject."""

    def __init__(self, guideline: Guideline, progress: Progress | None = None) -> None:
        self.guideline = guideline
        self.covered = self.walked = 0
        self._progress, self._told = progress, 0
        self._examples: dict[str, Counterexample] = {}
        self._found: dict[str, Counterexample] = {}
        self._listed: dict[str, Counterexample] = {}

    def walk(self, covered: int, walked: int) -> None:
        self.covered += covered
        self.walked += walked
        if self._progress and self.walked - self._told >= _STEP:
            self._told = self.walked
            self._progress(self.walked)

    def visit(self, rule: Rule) -> None:
        """Every class of a rule, one by one."""
        self.walk(rule.size, 0)
        for _ in rule.walk():
            self.walk(0, 1)

    def fails(self, subject: str, text: str, values: Mapping[str, object]) -> None:
        self._keep(self._found, subject, text, values)

    def lists(self, subject: str, text: str, values: Mapping[str, object]) -> None:
        self._keep(self._listed, subject, text, values)

    def _keep(self, among: dict[str, Counterexample], subject: str, text: str, values: Mapping[str, object]) -> None:
        known = sum(value is not None for value in values.values())
        if subject not in among or known < len(among[subject].answers):
            among[subject] = Counterexample(subject, text, answers_in_words(self.guideline, values))

    def shows(self, subject: str, text: str, values: Mapping[str, object]) -> None:
        if len(self._examples) < _SHOWN and subject not in self._examples:
            self._examples[subject] = Counterexample(subject, text, answers_in_words(self.guideline, values))

    def proved(self, id: str, sentence: str, argument: str) -> Property:
        found, listed, examples = (tuple(kept.values()) for kept in (self._found, self._listed, self._examples))
        return Property(id, sentence, argument, self.covered, self.walked, found, listed, examples)


def answers_in_words(guideline: Guideline, values: Mapping[str, object]) -> tuple[str, ...]:
    """The known values of a patient, as a clinician would say them."""
    return tuple(_in_words(guideline, name, value) for name, value in values.items() if value is not None)


def _in_words(guideline: Guideline, name: str, value: object) -> str:
    if name in guideline.derived:
        term = guideline.derived[name]
        return f"{term.noun}: {with_unit(number_text(value, 2), term.unit)}"
    question = guideline.questions[name]
    if isinstance(value, Fraction):
        return f"{question.asks}: {with_unit(number_text(value, 2), question.unit)}"
    labels = {c.value: c.label for c in question.choices}
    chosen = ", ".join(labels[v] for v in sorted(value)) or "nothing" if isinstance(value, frozenset) else labels[value]
    return f"{question.asks} {chosen}" if question.asks.endswith("?") else f"{question.asks}: {chosen}"
