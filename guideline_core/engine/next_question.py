"""The next most useful question: the open one with which a single answer can decide most of what is undecided.

Where none decides anything alone, the one that most still wait for. A tie goes to the one that is asked first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.condition import Outcome
from ..model.guideline import Guideline
from .change import trials
from .patient import Patient
from .sums import Matter


@dataclass(frozen=True, slots=True)
class Next:
    """The question, and what waits for it by name. `decides` tells whether one answer to it can be enough."""

    question: str
    text: str
    decides: bool
    names: tuple[str, ...]


def next_question(
    guideline: Guideline, patient: Patient, undecided: Sequence[tuple[Matter, Sequence[str]]], every: tuple[int, str],
) -> Next | None:
    """The best of the questions that the undecided matters miss; None where there is none.

    `every` is the number of all matters, and what they are called together.
    """
    decided: dict[str, dict[str, None]] = {}
    waiting: dict[str, dict[str, None]] = {}
    for matter, missing in undecided:
        for id in missing:
            waiting.setdefault(id, {})[matter.name] = None
            if any(outcome is not Outcome.UNKNOWN for _, outcome in trials(patient, matter, guideline.questions[id])):
                decided.setdefault(id, {})[matter.name] = None
    if not waiting:
        return None
    order = list(guideline.questions)
    best = min(waiting, key=lambda id: (-len(decided.get(id, ())), -len(waiting[id]), order.index(id)))
    names = tuple(decided.get(best, waiting[best]))
    listed = every[1] if len(names) == every[0] > 1 else _listed(names)
    text = f"One answer can decide {listed}." if best in decided else f"{listed[:1].upper()}{listed[1:]} can't be decided without it."
    return Next(guideline.questions[best].dated_by or best, text, best in decided, names)


def _listed(names: Sequence[str]) -> str:
    """“rituximab”; “eltrombopag, rituximab and romiplostim”."""
    words = [name[:1].lower() + name[1:] for name in names]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
