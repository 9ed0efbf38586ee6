"""Contradictions: two statements that pull opposite ways on somebody are declared, and whoever names that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideline_core.engine.verify import Property, verify
from guideline_core.engine.verify.ledger import Counterexample
from guideline_core.model.condition import Condition, Contested
from guideline_core.model.statement import Stance
from tests.engine.verify.planted import criterion, defect, fact, lamp, rain, wind, world

BOLD, SHY, BRAVE = fact("bold"), fact("shy"), fact("brave")
GREEN, DRY = lamp.is_("green"), rain.is_("none")
CLASH = defect("D-1", "bold", "shy", "something else")


def proved(*stances: Stance, **more: object) -> Property:
    (found,) = verify(world(facts=(BOLD, SHY, BRAVE), stances=stances, **more), ("declared",))
    return found


def sails(when: Condition = GREEN) -> Stance:
    return Stance(fact=BOLD, when=when, pulls="for", what="sailing")


def stays(when: Condition = DRY, what: str = "sailing", pulls: str = "against") -> Stance:
    return Stance(fact=SHY, when=when, pulls=pulls, what=what)


PULLED = "bold pulls for and shy pulls against “sailing”"
BOTH = ("Lamp: Green", "Rain: None")


def test_where_both_speak_and_nobody_owns_up() -> None:
    found = proved(sails(), stays())
    assert found.counterexamples == (Counterexample("sailing", f"{PULLED}, and no defect declares it", BOTH),)
    assert (found.covered, found.walked, found.examples) == (9, 9, ())


@pytest.mark.parametrize("stances", [
    pytest.param((sails(), stays(pulls="for")), id="the same way"),
    pytest.param((sails(), stays(what="rowing")), id="of different things"),
    pytest.param((sails(), stays(lamp.is_("red"))), id="never of the same patient"),
    pytest.param((sails(),), id="one alone"),
])
def test_no_contradiction(stances: tuple[Stance, ...]) -> None:
    found = proved(*stances)
    assert (found.counterexamples, found.examples) == ((), ())


def test_the_smallest_patient_is_named() -> None:
    """Where either of two answers will do, one of them is enough."""
    found = proved(sails(lamp.is_("green") | wind.is_("calm")), stays(lamp.is_("green") | rain.is_("none")))
    assert found.counterexamples[0].answers == ("Lamp: Green",)


def test_each_pair_is_looked_at() -> None:
    """The first pair agrees, the second speaks of two things, the third clashes."""
    brave = Stance(fact=BRAVE, when=GREEN, pulls="for", what="sailing")
    found = proved(sails(), brave, stays(what="rowing"), stays(lamp.is_("red")), stays())
    assert found.counterexamples == (Counterexample("sailing", f"{PULLED}, and no defect declares it", BOTH),)
    both = proved(sails(), brave, stays(), defects=(CLASH,))
    assert [each.text for each in both.counterexamples] == [f"{PULLED.replace('bold', 'brave')}, and no defect declares it"]
    rows = replace(sails(), what="rowing")
    assert [each.subject for each in proved(sails(), stays(), rows, stays(what="rowing")).counterexamples] == ["sailing", "rowing"]


def test_a_declared_one_is_shown() -> None:
    found = proved(sails(), stays(), defects=(defect("D-2", "bold"), CLASH))
    assert found.counterexamples == () and found.examples == (Counterexample("sailing", f"{PULLED}; declared", BOTH),)


CONTESTED = Contested(GREEN & DRY, "D-1", ("bold", "shy"))
SILENT = "it names a contradiction, and never says conflict where both sides speak"


@pytest.mark.parametrize(("condition", "named", "says"), [
    pytest.param(CONTESTED, ("D-1",), "", id="it says conflict where both speak"),
    pytest.param(wind.is_("gale") | CONTESTED, ("D-0", "D-1"), "", id="of some of them, whatever else there is"),
    pytest.param(GREEN & DRY, ("D-1",), SILENT, id="it never says so"),
    pytest.param(Contested(GREEN & ~DRY, "D-1", ()), ("D-1",), SILENT, id="only where one of them speaks"),
    pytest.param(GREEN & DRY, ("D-2",), "", id="it doesn't name it"),
])
def test_whoever_names_it_says_conflict(condition: Condition, named: tuple[str, ...], says: str) -> None:
    found = proved(sails(), stays(), defects=(CLASH,), criteria=(criterion("go", condition, defects=named),))
    assert found.counterexamples == ((Counterexample("Go", says, ()),) if says else ())


def test_a_contested_criterion_is_a_declaration() -> None:
    found = proved(sails(), stays(), criteria=(criterion("go", CONTESTED),))
    assert found.counterexamples == () and found.examples[0].text == f"{PULLED}; declared"


def test_what_is_walked_is_counted() -> None:
    """Both stances 9, the criterion beside them 27, and the criterion alone 27."""
    go = criterion("go", wind.is_("gale") | CONTESTED, defects=("D-1",))
    found = proved(sails(), stays(), defects=(CLASH,), criteria=(go,))
    assert (found.covered, found.walked) == (9 + 27 + 27, 9 + 27 + 27)


@pytest.mark.parametrize(("condition", "fails", "classes"), [
    pytest.param(Contested(GREEN & lamp.is_("red"), "D-1", ()) | DRY, True, 9, id="never met"),
    pytest.param(CONTESTED | DRY, True, 9, id="always met otherwise"),
    pytest.param(CONTESTED | wind.is_("gale"), False, 27, id="reached"),
    pytest.param(GREEN & ~GREEN, False, 3, id="not contested"),
])
def test_a_declared_conflict_is_reached(condition: Condition, fails: bool, classes: int) -> None:
    found = proved(criteria=(criterion("go", condition),))
    assert found.counterexamples == ((Counterexample("Go", "its declared conflict is never reached", ()),) if fails else ())
    assert found.covered == found.walked == classes
