"""Where a gate stands: open, closed or unanswered, and with which words."""

from __future__ import annotations

import pytest

from guideline_core.engine.gates import gate_finding
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Contested, Outcome
from guideline_core.model.statement import Gate

PREGNANCY = next(gate for gate in GUIDELINE.common_gates if gate.id == "pregnancy")


@pytest.mark.parametrize(
    ("values", "state", "text", "missing"),
    [({"pregnant": "no"}, "open", "", ()), ({"pregnant": "yes"}, "closed", PREGNANCY.closed, ()), ({}, "unanswered", PREGNANCY.unanswered, ("pregnant",))],
)
def test_where_a_gate_stands(values: dict, state: str, text: str, missing: tuple) -> None:
    found = gate_finding(PREGNANCY, values)
    assert (found.id, found.label, found.state, found.text, found.missing) == ("pregnancy", "Pregnancy", state, text, missing)
    assert (found.opens, found.effect, found.facts, found.defects) == (PREGNANCY.opens, Outcome.SUPPRESSED, ("pregnancy-gate",), ("SD-30",))
    assert found.layer == "added"


def test_a_contested_gate_is_closed() -> None:
    """Where the source contradicts itself about a gate, no dose passes it."""
    gate = Gate(
        id="g", label="G", closes=Contested(GUIDELINE.questions["pregnant"].is_("yes"), "SD-30", ()), closed="c", unanswered="u", opens="o",
        facts=PREGNANCY.facts,
    )
    assert gate_finding(gate, {"pregnant": "yes"}).state == "closed"
