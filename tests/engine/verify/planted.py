"""A world small enough to be walked by hand: a lamp, rain, and the depth of the water, in the shell of the real guideline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Condition
from guideline_core.model.fact import Fact, convention
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range, between, exact
from guideline_core.model.question import Choice, Kind, Question, UnitChoice
from guideline_core.model.statement import Criterion, Defect, Gate
from guideline_core.model.therapy import Basis, Regimen, Therapy


def choice(id: str, *values: str) -> Question:
    choices = tuple(Choice(value, value.title(), f"the {id} is {value}") for value in values)
    return Question(id=id, asks=id.title(), noun=f"the {id}", kind=Kind.CHOICE, group="world", choices=choices)


lamp, rain, wind = choice("lamp", "red", "green"), choice("rain", "heavy", "none"), choice("wind", "calm", "gale")
depth = Question(
    id="depth", asks="Depth", noun="the depth", kind=Kind.QUANTITY, group="world", units=(UnitChoice("cm", "cm", exact(1)),),
    hard=between(0, 100, "cm"),
)
bleeding = GUIDELINE.questions["active_bleeding"]


def fact(id: str, value: Range | None = None, defects: tuple[str, ...] = ()) -> Fact:
    return convention(id, "world", value, says=f"It is said of {id}.", defects=defects)


def criterion(id: str, condition: Condition, **more: object) -> Criterion:
    return Criterion(id=id, key=id, label=id.title(), condition=condition, facts=(), **more)


def gate(id: str, closes: Condition, **more: object) -> Gate:
    said = {"closed": "It is closed.", "unanswered": "It is unanswered.", "opens": ""}
    return Gate(id=id, label=id.title(), closes=closes, facts=(fact(f"{id}-fact"),), **said, **more)


def regimen(dose: Fact, basis: Basis, **more: object) -> Regimen:
    return Regimen(**{"dose": dose, "label": dose.id.title(), "basis": basis, "gives": "mg/d", "route": "by mouth", "per": "a day"} | more)


def therapy(id: str, **more: object) -> Therapy:
    return Therapy(id=id, name=id.title(), kind="", place=(), **more)


def defect(id: str, *touches: str) -> Defect:
    return Defect(id=id, severity="B", title="", problem="", matters="", handling="", touches=touches)


def world(
    criteria: Iterable[Criterion] = (), therapies: Iterable[Therapy] = (), common: tuple[Gate, ...] = (),
    facts: Iterable[Fact] = (), defects: Iterable[Defect] = (), **more: object,
) -> Guideline:
    """A guideline that says this and nothing else; the questions, the formulas and the classes of response are the real ones."""
    therapies = tuple(therapies)
    stated = (*facts, *(f for gate in common for f in gate.facts), *(f for each in therapies for f in each.facts()))
    gates = (*common, *(gate for each in therapies for gate in each.gates))
    said = {
        "questions": GUIDELINE.questions | {each.id: each for each in (lamp, rain, wind, depth)},
        "facts": GUIDELINE.facts | {each.id: each for each in stated},
        "criteria": {each.id: each for each in (*criteria, *(c for each in therapies for c in each.criteria))},
        "therapies": {each.id: each for each in therapies}, "common_gates": common, "gates": gates,
        "defects": {each.id: each for each in defects}, "inconsistencies": (), "notes": (), "stances": (),
        "phases": criterion("phase", lamp.is_("red")),
    }
    return replace(GUIDELINE, **said | more)
