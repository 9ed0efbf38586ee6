"""What the market sells of a medicine, in the unit of its dose."""

from __future__ import annotations

from guideline_core.model.fact import Fact
from guideline_core.model.quantity import UNITS
from guideline_core.model.therapy import Regimen


def marketed(regimen: Regimen) -> list[Fact]:
    """What is sold in the unit of the dose's mass: tablets, capsules and vials."""
    mass = UNITS[regimen.gives.partition("/")[0]].base
    sold = (*regimen.strengths, *regimen.vials, *(note for note in regimen.notes if note.topic == "strength"))
    return [fact for fact in sold if fact.value and fact.value.single and UNITS[fact.value.unit].base == mass]


def forms(regimen: Regimen) -> str:
    """"tablet", or "tablet or vial"."""
    names = (dict(fact.details).get("form", "").partition(" (")[0] for fact in marketed(regimen))
    return " or ".join(dict.fromkeys(name for name in names if name))
