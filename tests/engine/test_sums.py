"""How outcomes add up: which one comes first, and that a gate counts the same with its words and without them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest

from guideline_core.engine.gates import gate_finding
from guideline_core.engine.patient import known_patient
from guideline_core.engine.sums import Matter, Part, closing, gate_parts, of_gate, part_of, summed
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Bound, Outcome
from guideline_core.model.readers import answers, comparisons, terms
from guideline_core.model.statement import Gate

FIRST_TO_LAST = ["out-of-scope", "suppressed", "not-met", "unknown", "conflict", "met"]


@pytest.mark.parametrize(("one", "other"), list(combinations_with_replacement(FIRST_TO_LAST, 2)))
def test_the_first_that_applies(one: str, other: str) -> None:
    assert summed([Outcome(other), Outcome(one)]) is summed([Outcome(one), Outcome(other)]) is Outcome(one)


GATES = [pytest.param(gate, id=gate.id) for gate in GUIDELINE.gates]


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_counts_by_its_answers(gate: Gate) -> None:
    """For every answer that can be told apart, and for none: open, closed with its own effect, or not decided."""
    limits: dict[str, list[Fraction]] = {}
    for compare in comparisons(gate.closes):
        limits.setdefault(compare.term.id, []).append(compare.bound.value)
    asked = terms(gate.closes)
    seen = set()
    for given in product(*((None, *answers(term, sorted(limits.get(term.id, ())))) for term in asked)):
        values = {term.id: value for term, value in zip(asked, given, strict=True) if value is not None}
        found = gate_finding(gate, values)
        expected = {"open": Outcome.MET, "unanswered": Outcome.UNKNOWN, "closed": gate.effect}[found.state]
        assert of_gate(found) is closing(gate, values) is expected
        seen.add(found.state)
    assert seen == {"open", "unanswered", "closed"}


WEIGHT, RISK = GUIDELINE.questions["weight"], GUIDELINE.questions["bleeding_risk"]


def test_a_condition_as_a_part_has_every_boundary() -> None:
    ends = [Bound(Fraction(value), "kg", "fact") for value in (60, 80)]
    part = part_of((WEIGHT > ends[0]) & (WEIGHT < ends[1]) & RISK, len)
    assert [term.id for term in part.reads] == ["weight", "bleeding_risk"]
    assert part.limits == {"weight": frozenset({60, 80})} and part.rule is len


def test_a_part_is_worked_out_once_for_each_answer() -> None:
    """Several therapies share a part; an answer to something that it doesn't read leaves it as it stands."""
    asked: list[dict] = []

    def rule(values) -> int:
        asked.append(dict(values))
        return len(asked)

    part, values = Part((RISK,), {}, rule), {"bleeding_risk": "no", "weight": 60}
    assert [part.as_it_stands(values), part.as_it_stands(values), part.with_answer(WEIGHT, 70, values)] == [1, 1, 1]
    assert [part.with_answer(RISK, "yes", values), part.with_answer(RISK, "yes", values), part.with_answer(RISK, "no", values)] == [2, 2, 3]
    assert asked == [values, values | {"bleeding_risk": "yes"}, values]
    matter = Matter("m", (part, part), list)
    assert (matter.as_it_stands(values), matter.anew({})) == ([1, 1], [4, 5]), "another patient is asked anew"


def test_a_common_gate_that_was_answered_reads_nothing_any_more() -> None:
    """What opens it is said to every patient; the one that waits can still be answered, and a therapy's own gates turn its sum."""
    patient = known_patient(GUIDELINE, {"active_bleeding": "no", "pregnant": "yes"})
    azathioprine = GUIDELINE.therapies["azathioprine"]
    parts = gate_parts(GUIDELINE, patient, azathioprine)
    reads = [[term.id for term in part.reads] for part in parts]
    assert reads == [[], [], ["age"], ["tpmt"], ["nudt15"], ["xanthine_oxidase_inhibitor"], ["new_cytopenia"]]
    assert [part.as_it_stands(patient.values) for part in parts] == [Outcome.MET, Outcome.SUPPRESSED, *[Outcome.UNKNOWN] * 5]
    assert [part.limits for part in parts[:3]] == [{}, {}, {"age": frozenset({18})}]
    assert len(gate_parts(GUIDELINE, patient)) == 3
