"""Every message of the check that stops a build, on a copy of the guideline with one thing in it gone wrong.

(test_broken.py shows that the build really stops, at the file and line of the mistake.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.itp.questions import bleeding_risk, platelets, steroid_response
from guideline_core.model.check import check, clash
from guideline_core.model.condition import Bound, Condition, Contested
from guideline_core.model.evidence import Citation, Confidence
from guideline_core.model.fact import added
from guideline_core.model.guideline import Guideline
from guideline_core.model.origin import BrokenGuideline
from guideline_core.model.question import Choice, Kind, Question
from guideline_core.model.statement import Stance

HERE = "here.py:7"
GHOST = Citation("luna-1969", "p 1", Confidence.V)
ALONE = added("alone", "t", cites=(Citation("ash-2011", "p", Confidence.V),), says="s")
MOON = Question(
    id="moon", asks="Moon?", noun="the moon", kind=Kind.CHOICE, group="g", choices=(Choice("yes", "Yes", "the moon is full"),)
)
P1, GATE = GUIDELINE.criteria["P1"], GUIDELINE.therapies["azathioprine"].gates[0]
SD01 = GUIDELINE.defects["SD-01"]


def criterion(**changes: object) -> Guideline:
    return replace(GUIDELINE, criteria=GUIDELINE.criteria | {"P1": replace(P1, origin=HERE, **changes)})


def asking(condition: Condition) -> Guideline:
    return criterion(condition=condition)


def therapy(**changes: object) -> Guideline:
    changed = replace(GUIDELINE.therapies["azathioprine"], origin=HERE, **changes)
    return replace(GUIDELINE, therapies=GUIDELINE.therapies | {"azathioprine": changed})


def fact(**changes: object) -> Guideline:
    return replace(GUIDELINE, facts=GUIDELINE.facts | {"aza-cap": replace(GUIDELINE.facts["aza-cap"], origin=HERE, **changes)})


def defect(**changes: object) -> Guideline:
    return replace(GUIDELINE, defects=GUIDELINE.defects | {"SD-01": replace(SD01, origin=HERE, **changes)})


def gate(**changes: object) -> Guideline:
    """The gate changed, before its drug and in the list of all."""
    new = replace(GATE, origin=HERE, **changes)
    azathioprine = replace(GUIDELINE.therapies["azathioprine"], gates=(new, *GUIDELINE.therapies["azathioprine"].gates[1:]))
    return replace(
        GUIDELINE, therapies=GUIDELINE.therapies | {"azathioprine": azathioprine},
        gates=tuple(new if each is GATE else each for each in GUIDELINE.gates),
    )


NO_SOURCE, NO_DEFECT = "Add it to itp/sources, or correct the id", "Add it to itp/defects, or correct the id"
BROKEN: dict[str, tuple[Callable[[], Guideline], str]] = {
    "a fact's source": (lambda: fact(citations=(GHOST,)), f"aza-cap cites 'luna-1969', and no source has that id. {NO_SOURCE}."),
    "a fact's defect": (lambda: fact(defects=("SD-99",)), f"aza-cap names 'SD-99', and no defect has that id. {NO_DEFECT}."),
    "a defect's source": (lambda: defect(citations=(GHOST,)), f"SD-01 cites 'luna-1969', and no source has that id. {NO_SOURCE}."),
    "what a defect touches": (
        lambda: defect(touches=("ghost",)), "SD-01 touches 'ghost', which no file states. Name a fact by its id.",
    ),
    "a question": (
        lambda: asking(MOON.is_("yes")),
        "a condition asks 'moon', which is no question. List it in itp/questions, or ask one that is there.",
    ),
    "a question deep in a condition": (
        lambda: asking(bleeding_risk & ~(MOON.is_("yes") | bleeding_risk.is_("no"))), "a condition asks 'moon', which is no question. List",
    ),
    "another question of the same id": (
        lambda: asking(replace(bleeding_risk, asks="Moon?").is_("yes")), "a condition asks 'bleeding_risk', which is no question. List",
    ),
    "a side": (
        lambda: asking(Contested(bleeding_risk.is_("yes"), "SD-04", ("order-is-bridge", "far-side"))),
        "a contested condition has the side 'far-side', which no file states. Name a fact by its id.",
    ),
    "a contested defect": (
        lambda: asking(Contested(bleeding_risk.is_("yes"), "SD-99", ())),
        f"a contested condition names 'SD-99', and no defect has that id. {NO_DEFECT}.",
    ),
    "a threshold's fact": (
        lambda: asking(platelets < Bound(Fraction(30), "10*9/L", "ghost")),
        "a condition compares with 'ghost', which is no fact of this guideline. Give the fact a name of its own in a file of itp.",
    ),
    "a threshold out of bounds": (
        lambda: asking(platelets < Bound(Fraction(2001), "10*9/L", "trigger-platelets")),
        "trigger-platelets lies outside what platelets can be answered, so that no patient can reach it. Correct the fact, or widen the "
        "bounds of platelets.",
    ),
    "a rule's defect": (lambda: criterion(defects=("SD-99",)), f"P1 names 'SD-99', and no defect has that id. {NO_DEFECT}."),
    "a rule's fact": (
        lambda: criterion(facts=(ALONE,)), "P1 stands on alone, which no file states by itself. Give the fact a name of its own.",
    ),
    "the phases' fact": (
        lambda: replace(GUIDELINE, phases=replace(GUIDELINE.phases, origin=HERE, facts=(ALONE,))),
        f"{GUIDELINE.phases.id} stands on alone, which no file states by itself. Give",
    ),
    "a gate's fact": (lambda: gate(facts=(ALONE,)), "tpmt stands on alone, which no file states by itself. Give"),
    "a gate's defect": (lambda: gate(defects=("SD-99",)), f"tpmt names 'SD-99', and no defect has that id. {NO_DEFECT}."),
    "a gate before nothing": (
        lambda: replace(GUIDELINE, gates=(*GUIDELINE.gates, replace(GATE, id="lunar", origin=HERE))),
        "the gate 'lunar' stands before no dose. List it in a therapy's gates, or remove it.",
    ),
    "a therapy's fact": (lambda: therapy(safety=(ALONE,)), "azathioprine stands on alone, which no file states by itself. Give"),
    "a therapy's defect": (lambda: therapy(defects=("SD-99",)), f"azathioprine names 'SD-99', and no defect has that id. {NO_DEFECT}."),
    "a regimen's defect": (
        lambda: therapy(regimens=(replace(GUIDELINE.therapies["azathioprine"].regimens[0], defects=("SD-99",)),)),
        f"aza-dose-weight names 'SD-99', and no defect has that id. {NO_DEFECT}.",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_it_stops_at_the_statement(what: str) -> None:
    make, message = BROKEN[what]
    with pytest.raises(BrokenGuideline, match=f"^{re.escape(f'{HERE}: {message}')}"):
        check(make())


def test_a_threshold_at_the_bound_can_be_reached() -> None:
    check(asking(platelets <= Bound(Fraction(2000), "10*9/L", "trigger-platelets")))


def test_plain_words_of_no_fact() -> None:
    ghost = {"ghost": next(iter(GUIDELINE.plain.values()))}
    with pytest.raises(BrokenGuideline) as caught:
        check(replace(GUIDELINE, plain=GUIDELINE.plain | ghost))
    assert str(caught.value) == "guideline_core/itp/plain.py: 'ghost' has plain words and is no fact. Name a fact by its id."


def test_two_statements_that_pull_opposite_ways() -> None:
    one, other = GUIDELINE.facts["order-cpa-late"], GUIDELINE.facts["csa-ae-severity"]
    stances = (
        Stance(fact=one, when=bleeding_risk.is_("yes"), pulls="for", what="the moon", origin="there.py:1"),
        Stance(fact=other, when=platelets < GUIDELINE.facts["trigger-platelets"].high, pulls="against", what="the moon", origin=HERE),
    )
    with pytest.raises(BrokenGuideline) as caught:
        check(replace(GUIDELINE, stances=stances))
    assert str(caught.value) == (
        f"{HERE}: csa-ae-severity pulls against “the moon” where platelet count below 30 × 10⁹/L, and order-cpa-late (there.py:1) pulls "
        "for it on the same patient. List a defect that touches both order-cpa-late and csa-ae-severity, or mend one of the conditions."
    )


def test_a_clash_is_a_patient() -> None:
    low = GUIDELINE.facts["trigger-platelets"].high
    assert clash(platelets < low, bleeding_risk.is_("yes")) == {"platelets": 15, "bleeding_risk": "yes"}
    assert clash(platelets < low, platelets >= low) is None
    assert clash(platelets <= low, platelets >= low) == {"platelets": 30}
    assert clash(steroid_response.is_("lost", "partial"), ~steroid_response.is_("lost")) == {"steroid_response": "partial"}
    assert clash(bleeding_risk.is_("yes"), bleeding_risk.is_("no")) is None
