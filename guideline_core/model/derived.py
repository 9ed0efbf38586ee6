"""What follows from answers: quantities worked out from them, and pairs of them that can't both be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .condition import Condition, Term
from .origin import origin
from .quantity import Range
from .question import Question


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Derived(Term):
    """A quantity worked out from answers by a formula of `engine/body.py`.

    `formula` names it; `coefficients` are the facts that it is handed, by the formula's own parameter names;
    `inputs` are the terms it needs. Outside `hard` the answers it came from are refused with `wrong`.
    """

    id: str
    noun: str
    unit: str
    formula: str
    inputs: tuple[Term, ...]
    coefficients: tuple[tuple[str, object], ...]
    hard: Range | None = None
    soft: Range | None = None
    wrong: str = ""
    places: int = 1
    origin: str = field(default_factory=origin)

    def open_questions(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """Those of its inputs that have no value, down to the questions."""
        found = (q for term in self.inputs if values.get(term.id) is None for q in term.open_questions(values))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """Two answers that can't both be right: where `when` is met, `question` is refused with `message`."""

    id: str
    when: Condition
    question: Question
    message: str
    origin: str = field(default_factory=origin)
