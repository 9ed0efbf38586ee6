"""The walk: which answers can be told apart, a rule over all of them, and rules joined without walking their product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest

from guideline_core.engine.sums import summed
from guideline_core.engine.verify.walk import Classes, Rule, join
from guideline_core.model.condition import Bound, Condition, Outcome, Term
from guideline_core.model.readers import decide
from tests.engine.verify.planted import choice, depth, lamp, rain, wind

MET, NOT_MET, UNKNOWN, SUPPRESSED = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.SUPPRESSED
SHALLOW, DEEP = Bound(Fraction(40), "cm", "shallow"), Bound(Fraction(60), "cm", "deep")
NONE = Classes((), {})


@pytest.mark.parametrize(("term", "conditions", "limits", "classes"), [
    pytest.param(lamp, [], {}, ("red", "green"), id="each choice"),
    pytest.param(depth, [(depth > DEEP) & (depth < SHALLOW)], {}, (20, 40, 50, 60, 80), id="at, beside and between limits"),
    pytest.param(depth, [depth > DEEP, depth < SHALLOW], {}, (20, 40, 50, 60, 80), id="of all conditions together"),
    pytest.param(depth, [depth > DEEP], {"depth": [Fraction(40)]}, (20, 40, 50, 60, 80), id="and of what is added"),
    pytest.param(depth, [depth > DEEP], {"height": [Fraction(40)]}, (30, 60, 80), id="but not to another term"),
])
def test_classes(term: Term, conditions: list[Condition], limits: Mapping, classes: tuple) -> None:
    """Unknown is one of them, the first."""
    assert Classes(conditions, limits).of(term) == (None, *classes)


def go(values: Mapping[str, object]) -> Outcome:
    """One may go at a green lamp if there is no rain."""
    return decide(lamp.is_("green") & rain.is_("none"), values)


def test_a_rule_over_all_its_questions() -> None:
    rule = NONE.rule("go", "Go", (lamp, rain, lamp), go, ("rain",))
    assert (rule.id, rule.label, rule.terms, rule.withdraws) == ("go", "Go", (lamp, rain), ("rain",))
    assert rule.classes == ((None, "red", "green"), (None, "heavy", "none")) and rule.size == 9
    assert rule.table == {
        (None, None): UNKNOWN, (None, "heavy"): NOT_MET, (None, "none"): UNKNOWN,
        ("red", None): NOT_MET, ("red", "heavy"): NOT_MET, ("red", "none"): NOT_MET,
        ("green", None): UNKNOWN, ("green", "heavy"): NOT_MET, ("green", "none"): MET,
    }
    assert NONE.rule("go", "Go", (), go).withdraws == Rule("go", "Go", (), (), go).withdraws == ()


def test_a_condition_is_a_rule() -> None:
    rule = Classes([depth < SHALLOW], {}).condition(depth < SHALLOW)
    assert rule.id == rule.label == "the depth below 40 cm" and rule.terms == (depth,)
    assert rule.table == {(None,): UNKNOWN, (20,): MET, (40,): NOT_MET, (70,): NOT_MET}


def test_what_is_unknown_is_no_value() -> None:
    rule = NONE.rule("go", "Go", (lamp, rain), go)
    assert rule.values((None, "none")) == {"rain": "none"}
    with pytest.raises(ValueError, match="shorter"):
        rule.values(("red",))


def test_each_class_is_asked_once_and_told_at_once() -> None:
    asked: list[Mapping[str, object]] = []
    rule = NONE.rule("go", "Go", (lamp, rain), lambda values: asked.append(values) or go(values))
    walk = rule.walk()
    assert next(walk) == ((None, None), UNKNOWN) and asked == [{}]
    assert next(walk) == ((None, "heavy"), NOT_MET) and asked == [{}, {"rain": "heavy"}]
    assert len(list(walk)) == 7 and len(rule.table) == 9 and len(list(rule.walk())) == 9
    assert len(asked) == 9
    assert "{" not in repr(rule), "a failing test need not print the whole table"


def test_two_rules_are_alike_whatever_was_walked() -> None:
    one, other = (Rule("go", "Go", (lamp,), ((None, "red"),), go) for _ in range(2))
    assert one.table and one == other


def test_what_it_can_still_become() -> None:
    completions = NONE.rule("go", "Go", (lamp, rain), go).completions
    assert completions == {
        (None, None): {MET, NOT_MET}, (None, "heavy"): {NOT_MET}, (None, "none"): {MET, NOT_MET},
        ("red", None): {NOT_MET}, ("red", "heavy"): {NOT_MET}, ("red", "none"): {NOT_MET},
        ("green", None): {MET, NOT_MET}, ("green", "heavy"): {NOT_MET}, ("green", "none"): {MET},
    }


# The join, held against the whole product of all questions.

CLASSES = Classes([depth < SHALLOW], {})
boat = choice("boat", "whole", "leaking")
SIGNAL = CLASSES.condition(lamp.is_("green") & rain.is_("none"))
FORD = CLASSES.condition(rain.is_("none") | (depth < SHALLOW))
SHIP = CLASSES.condition(boat.is_("whole") & ~wind.is_("gale"))
STORM = CLASSES.rule(
    "storm", "Storm", (wind, rain, lamp),
    lambda values: SUPPRESSED if values.get("wind") == "gale" and values.get("rain") == "heavy" else go(values),
)
ALWAYS = CLASSES.rule("always", "Always", (), lambda values: MET)
JOINED = {
    "one alone": (SHIP,), "nothing shared": (SIGNAL, SHIP), "one question shared": (SIGNAL, FORD), "the same twice": (SIGNAL, SIGNAL),
    "one shared by two of three": (SHIP, FORD, SIGNAL), "several shared": (STORM, SHIP, FORD), "all at once": (SIGNAL, FORD, SHIP, STORM),
    "one that asks nothing": (ALWAYS, FORD),
    "two that never agree": (CLASSES.condition(lamp.is_("green")), CLASSES.condition(lamp.is_("red"))),
}


def whole_product(rules: Sequence[Rule]) -> dict[tuple[Outcome, frozenset[Outcome]], int]:
    """Every sum with its possible ends, and with how few answers a patient gets there."""
    classes = {term.id: values for rule in rules for term, values in zip(rule.terms, rule.classes)}

    def outcome(point: Sequence[object]) -> Outcome:
        values = {name: value for name, value in zip(classes, point) if value is not None}
        return summed(rule.outcome(values) for rule in rules)

    found: dict[tuple[Outcome, frozenset[Outcome]], int] = {}
    for point in product(*classes.values()):
        ways = ((value,) if value is not None else values[1:] for value, values in zip(point, classes.values()))
        sum_and_ends = outcome(point), frozenset(map(outcome, product(*ways)))
        given = sum(value is not None for value in point)
        found[sum_and_ends] = min(given, found.get(sum_and_ends, given))
    return found


@pytest.mark.parametrize("name", JOINED)
def test_a_join_is_the_whole_product(name: str) -> None:
    """It comes to the same sums and ends, each with a patient of whom it is true, and who has given as few answers as can be."""
    rules, joints = JOINED[name], join(JOINED[name], summed)
    assert {(each.outcome, each.ends): len(each.example) for each in joints} == whole_product(rules)
    assert len(joints) == len({(each.outcome, each.ends) for each in joints})
    for each in joints:
        assert summed(rule.outcome(dict(each.example)) for rule in rules) is each.outcome
        assert len(dict(each.example)) == len(each.example) and None not in dict(each.example).values()
