"""Which question comes next: the one that decides most alone, then the one most wait for, then the one that is asked first."""

from __future__ import annotations

import pytest

from guideline_core.engine.next_question import next_question
from guideline_core.engine.patient import known_patient
from guideline_core.engine.sums import Matter, part_of
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Condition, Outcome
from guideline_core.model.readers import decide, evaluate

Q = GUIDELINE.questions
RISK, SPLEEN, REFRACTORY, INFECTION = (Q[name] for name in ("bleeding_risk", "spleen", "refractory", "infection"))


def asked(every: int = 9, **conditions: Condition) -> tuple | None:
    """The next question where nothing is known, of these matters."""
    undecided = []
    for name, condition in conditions.items():
        part = part_of(condition, lambda values, condition=condition: decide(condition, values))
        undecided.append((Matter(name, (part,)), evaluate(condition, {}).missing))
    found = next_question(GUIDELINE, known_patient(GUIDELINE, {}), undecided, (every, "all of them"))
    return found and (found.question, found.text, found.decides, found.names)


BOTH, EITHER = RISK & REFRACTORY, RISK | INFECTION
CASES = [
    ("nothing waits", {}, None),
    ("one decides", {"Apples": INFECTION.is_("yes")}, ("infection", "One answer can decide apples.", True, ("Apples",))),
    ("a no decides what two must agree on", {"Apples": BOTH}, ("bleeding_risk", "One answer can decide apples.", True, ("Apples",))),
    ("the one that decides more", {"Apples": RISK.is_("yes"), "Pears": INFECTION.is_("yes"), "Plums": INFECTION | REFRACTORY},
     ("infection", "One answer can decide pears and plums.", True, ("Pears", "Plums"))),
    ("three by name", {"Apples": EITHER, "Pears": INFECTION.is_("yes"), "Figs": INFECTION & REFRACTORY},
     ("infection", "One answer can decide apples, pears and figs.", True, ("Apples", "Pears", "Figs"))),
    ("as many, so the one asked first", {"Apples": INFECTION.is_("yes"), "Pears": SPLEEN.is_("relapsed")},
     ("spleen", "One answer can decide pears.", True, ("Pears",))),
]


@pytest.mark.parametrize(("conditions", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_the_next_question(conditions: dict, expected: tuple | None) -> None:
    assert asked(**conditions) == expected


def test_all_of_them_have_one_name() -> None:
    two = {"Apples": RISK.is_("yes"), "Pears": RISK.is_("no")}
    assert asked(2, **two) == ("bleeding_risk", "One answer can decide all of them.", True, ("Apples", "Pears"))
    assert asked(1, Apples=RISK.is_("yes"))[1] == "One answer can decide apples.", "of a single one there is no all"


def test_where_none_decides_the_one_most_wait_for() -> None:
    torn = part_of(SPLEEN.is_("relapsed") & INFECTION & RISK, lambda values: Outcome.UNKNOWN)
    waits = [(Matter("Apples", (torn,)), ("infection", "spleen")), (Matter("Pears", (torn,)), ("spleen", "bleeding_risk"))]
    found = next_question(GUIDELINE, known_patient(GUIDELINE, {}), waits, (2, "all of them"))
    assert (found.question, found.text, found.decides) == ("spleen", "All of them can't be decided without it.", False)
    assert found.names == ("Apples", "Pears")


def test_a_time_is_asked_for_by_its_date() -> None:
    months = Q["months_since_diagnosis"]
    early = months < GUIDELINE.facts["pitfall-not-before-6mo"].low
    assert asked(Apples=early)[0] == "diagnosed"
