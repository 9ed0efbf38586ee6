"""Where a safety gate stands for one patient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.condition import Outcome
from ..model.readers import evaluate
from ..model.statement import Gate


@dataclass(frozen=True, slots=True)
class GateFinding:
    """One gate for one patient: `open`, `closed` or `unanswered`, why, and what would open it."""

    id: str
    label: str
    state: str
    text: str
    opens: str
    effect: Outcome
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    defects: tuple[str, ...]
    layer: str


def gate_finding(gate: Gate, values: Mapping[str, object]) -> GateFinding:
    """Where the gate stands. An unanswered gate is neither open nor closed, and no dose passes it."""
    found = evaluate(gate.closes, values)
    match found.outcome:
        case Outcome.MET | Outcome.CONFLICT:
            state, text = "closed", gate.closed
        case Outcome.UNKNOWN:
            state, text = "unanswered", gate.unanswered
        case _:
            state, text = "open", ""
    layer = gate.facts[0].layer.value
    facts = tuple(f.id for f in gate.facts)
    return GateFinding(gate.id, gate.label, state, text, gate.opens, gate.effect, found.missing, facts, gate.defects, layer)
