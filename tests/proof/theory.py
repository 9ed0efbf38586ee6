"""What the theorems share: the named outcomes, a verdict, and the question whether some patient reaches a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guideline_core.model.condition import Condition

from .logic import Formula, is_satisfiable
from .patients import Patient
from .rules import CONFLICT, MET, NOT_MET, OUT, SUPPRESSED, UNKNOWN, Rules

NAMED = (MET, NOT_MET, UNKNOWN, CONFLICT, SUPPRESSED, OUT)


@dataclass(frozen=True)
class Verdict:
    """The subjects of which a property fails, and those that are listed as standing so on purpose, in the words that
    engine/verify uses for them."""

    fails: frozenset[str]
    listed: frozenset[str] = frozenset()


def reached(rules: Rules, formula: Callable[[Patient], Formula]) -> bool:
    """By a patient whose answers don't contradict each other."""
    patient = rules.patient()
    wanted = formula(patient)
    return bool(is_satisfiable(patient.consistent(), patient.facts(), wanted))


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and all below it."""
    yield condition
    parts = getattr(condition, "parts", None) or ((condition.part,) if hasattr(condition, "part") else ())
    for part in parts:
        yield from walk(part)
