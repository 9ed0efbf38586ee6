"""Total, monotone and sharp on rules of one or two questions; and how the properties are asked for and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from guideline_core.engine.verify import PROPERTIES, Property, properties, verify
from guideline_core.engine.verify.ledger import Counterexample, Ledger
from guideline_core.engine.verify.walk import Classes, Joint, Rule
from guideline_core.model.condition import Outcome
from guideline_core.model.therapy import Therapy
from tests.engine.verify.planted import lamp, rain, therapy, wind, world

MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT
SUPPRESSED, OUT, REFUSED = Outcome.SUPPRESSED, Outcome.OUT_OF_SCOPE, Outcome.REFUSED
WORLD = world()


@dataclass
class Planted:
    """What a property walks: these rules, and therapies of which these sums are reached."""

    rules: list[Rule] = field(default_factory=list)
    joints: dict[str, tuple[Joint, ...]] = field(default_factory=dict)

    def joined(self) -> list[tuple[Therapy, tuple[Joint, ...]]]:
        return [(therapy(name), joints) for name, joints in self.joints.items()]

    def therapy_rules(self, therapy: Therapy) -> list[Rule]:
        return self.rules


def proved(prove: Callable, *rules: Rule, **joints: tuple[Joint, ...]) -> Property:
    ledger = Ledger(WORLD)
    prove(Planted(list(rules), joints), ledger)
    return ledger.proved("", "", "")


def of_lamp(unknown: object, red: object, green: object, withdraws: tuple[str, ...] = ()) -> Rule:
    """A rule that comes to these."""
    told = {None: unknown, "red": red, "green": green}
    return Classes((), {}).rule("r", "Rule", (lamp,), lambda values: told[values.get("lamp")], withdraws)


def of_two(unknown: Outcome, one: Outcome, both: Outcome) -> Rule:
    """A rule that comes to `one` if it rains heavily, to `both` if the lamp is red too, and is unknown besides."""
    told = {(None, None): unknown, (None, "heavy"): one, ("red", "heavy"): both}
    return Classes((), {}).rule("r", "Rule", (lamp, rain), lambda v: told.get((v.get("lamp"), v.get("rain")), UNKNOWN))


def joint(outcome: Outcome, *ends: Outcome) -> Joint:
    return Joint(outcome, frozenset(ends), (("lamp", "red"),))


# Total


@pytest.mark.parametrize(("outcome", "said"), [
    (MET, ""), (NOT_MET, ""), (UNKNOWN, ""), (CONFLICT, ""), (SUPPRESSED, ""), (OUT, ""), (REFUSED, "refused"), ("later", "later"),
])
def test_total(outcome: object, said: str) -> None:
    found = proved(properties.total, of_lamp(MET, outcome, outcome))
    text = f"it comes to “{said}”, which is none of the named outcomes"
    assert found.counterexamples == ((Counterexample("Rule", text, ("Lamp: Red",)),) if said else ())
    assert (found.covered, found.walked) == (3, 3)


def test_total_of_sums() -> None:
    found = proved(properties.total, of_lamp(MET, MET, MET), ferry=(joint(MET), joint(REFUSED)), raft=(joint(CONFLICT),))
    assert found.counterexamples == (Counterexample("Ferry", "the sum has no named outcome", ("Lamp: Red",)),)
    assert found.examples == (
        Counterexample("Ferry", "comes to “met”", ("Lamp: Red",)), Counterexample("Raft", "comes to “conflict”", ("Lamp: Red",)),
    )


@pytest.mark.parametrize("prove", [properties.total, properties.sharp])
def test_a_sum_covers_the_product_of_its_questions(prove: Callable) -> None:
    """Lamp, rain and wind, 3 classes each; two rules, of which the first is walked over 3 and the second over 9, and two sums."""
    classes = Classes((), {})
    rules = [of_lamp(MET, MET, MET), classes.rule("s", "S", (rain, wind), lambda values: MET)]
    found = proved(prove, *rules, ferry=(joint(MET, MET), joint(NOT_MET, NOT_MET)))
    assert (found.covered, found.walked) == (3 + 9 + 27, 3 + 9 + 2)


# Monotone

STOPS = {SUPPRESSED, OUT}
MAY_BECOME = {
    UNKNOWN: {MET, NOT_MET, UNKNOWN, CONFLICT} | STOPS, MET: {MET} | STOPS, NOT_MET: {NOT_MET} | STOPS, CONFLICT: {CONFLICT} | STOPS,
    SUPPRESSED: STOPS, OUT: {OUT},
}
"""What is decided stays, unless a gate closes over it; a gate that has closed stays closed, and scope comes before gates."""


@pytest.mark.parametrize("before", MAY_BECOME, ids=lambda outcome: outcome.value)
@pytest.mark.parametrize("after", Outcome, ids=lambda outcome: outcome.value)
def test_monotone(before: Outcome, after: Outcome) -> None:
    found = proved(properties.monotone, of_lamp(before, before, after))
    text = f"answering the last question turns “{before.value}” into “{after.value}”"
    assert found.counterexamples == (() if after in MAY_BECOME[before] else (Counterexample("Rule", text, ("Lamp: Green",)),))
    shown = (Counterexample("Rule", "the last answer decides it, and no later one can undo that", ("Lamp: Green",)),)
    assert found.examples == (shown if (before, after) == (UNKNOWN, MET) else ())
    assert (found.covered, found.walked) == (3 + 18 * 18, 3 + 18 * 18), "the sum is tried with each pair of the 18 steps"


@pytest.mark.parametrize(("rule", "answers"), [
    (of_two(UNKNOWN, MET, NOT_MET), ("Lamp: Red", "Rain: Heavy")),
    (of_two(MET, NOT_MET, NOT_MET), ("Rain: Heavy",)),
])
def test_any_one_answer_is_taken_back(rule: Rule, answers: tuple[str, ...]) -> None:
    """The last of two, and one beside a question that is still open."""
    (found,) = proved(properties.monotone, rule).counterexamples
    assert (found.text, found.answers) == ("answering the last question turns “met” into “not-met”", answers)


def test_new_evidence_may_take_it_back() -> None:
    """That is listed with its reason; what is allowed anyway isn't."""
    found = proved(properties.monotone, of_lamp(MET, SUPPRESSED, NOT_MET, withdraws=("lamp",)))
    why = "a further count or rescue treatment is new evidence, not the answer to a question that was open"
    assert found.listed == (Counterexample("Rule", f"“met” turns into “not-met”: {why}", ("Lamp: Green",)),)
    assert found.counterexamples == ()


def test_a_sum_that_grows_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(properties, "summed", lambda outcomes: NOT_MET if SUPPRESSED in outcomes else MET)
    assert proved(properties.monotone).counterexamples == (Counterexample("the sum per therapy", "met turns into not-met", ()),)


def test_a_sum_is_of_two_outcomes_that_grow_together(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[Outcome, ...]] = []
    monkeypatch.setattr(properties, "summed", lambda outcomes: tried.append(tuple(outcomes)) or MET)
    proved(properties.monotone)
    steps = {(before, after) for before, grown in MAY_BECOME.items() for after in grown}
    both = {((a, c), (b, d)) for a, b in steps for c, d in steps}
    assert set(zip(tried[::2], tried[1::2])) == both and len(tried) == 2 * 18 * 18


# Sharp


@pytest.mark.parametrize(("rule", "fails", "shows"), [
    pytest.param(of_lamp(UNKNOWN, MET, MET), "met", False, id="both answers agree"),
    pytest.param(of_lamp(UNKNOWN, SUPPRESSED, SUPPRESSED), "suppressed", False, id="they agree on no"),
    pytest.param(of_lamp(UNKNOWN, MET, NOT_MET), "", True, id="they don't agree"),
    pytest.param(of_lamp(UNKNOWN, UNKNOWN, UNKNOWN), "", False, id="no answer decides it"),
    pytest.param(of_lamp(UNKNOWN, UNKNOWN, MET), "", True, id="one answer decides it"),
    pytest.param(of_lamp(MET, MET, MET), "", False, id="not left unknown"),
    pytest.param(of_lamp(NOT_MET, MET, NOT_MET), "", False, id="wrong, but not unknown"),
])
def test_sharp(rule: Rule, fails: str, shows: bool) -> None:
    found = proved(properties.sharp, rule)
    text = f"every way to answer the rest comes to “{fails}”, yet it says unknown"
    assert found.counterexamples == ((Counterexample("Rule", text, ()),) if fails else ())
    shown = Counterexample("Rule", "unknown, and the answers that are missing could still turn it either way", ())
    assert found.examples == ((shown,) if shows else ())


def test_sharp_with_some_answers_given() -> None:
    """Lamp unknown: nothing agrees; lamp red: both kinds of rain agree."""
    told: Mapping[object, Outcome] = {"green": MET}
    rule = Classes((), {}).rule("r", "Rule", (lamp, rain), lambda v: told.get(v.get("lamp"), NOT_MET if len(v) == 2 else UNKNOWN))
    (found,) = proved(properties.sharp, rule).counterexamples
    assert (found.text, found.answers) == ("every way to answer the rest comes to “not-met”, yet it says unknown", ("Lamp: Red",))


def test_sharp_of_sums() -> None:
    """An open question is said before a contradiction, on purpose: that is listed."""
    found = proved(
        properties.sharp, settled=(joint(MET, MET),), either=(joint(UNKNOWN, MET, NOT_MET),), never=(joint(UNKNOWN, UNKNOWN),),
        blunt=(joint(MET, MET), joint(UNKNOWN, MET)), torn=(joint(UNKNOWN, CONFLICT),),
    )
    said = "every way to answer the rest comes to “{}”, yet it says unknown"
    why = ": an open question is said before a contradiction, so that neither hides the other"
    assert found.counterexamples == (Counterexample("Blunt", said.format("met"), ("Lamp: Red",)),)
    assert found.listed == (Counterexample("Torn", said.format("conflict") + why, ("Lamp: Red",)),)


# All of them


def test_they_are_asked_by_these_names() -> None:
    """The page of checks and the tests of other engines ask for them by these."""
    assert list(PROPERTIES) == ["total", "monotone", "sharp", "alive", "declared", "safe", "bounded", "turning"]


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_is_said_in_sentences(name: str) -> None:
    for text in PROPERTIES[name][:2]:
        words = text.removesuffix(".").split()
        assert text.endswith(".") and words[0][0].isupper()
        assert [word for word in words if not re.fullmatch(r"(A|[A-Z]?[a-z]+('s)?)[.,;:]?", word)] == ["CR,"] * text.count("CR,")
        assert all(word[0].isupper() is before.endswith(".") for before, word in zip(words, words[1:]))


def test_those_asked_for_are_proved_in_that_order() -> None:
    told: list[int] = []
    found = list(verify(WORLD, ("sharp", "safe"), told.append))
    assert [(each.id, each.sentence, each.argument) for each in found] == [(name, *PROPERTIES[name][:2]) for name in ("sharp", "safe")]
    assert found[0].walked > 100 and told[0] == 100, "the class of the response is always among the rules"
    with pytest.raises(KeyError):
        next(verify(WORLD, ("bold",)))


def test_all_are_proved_where_none_is_named() -> None:
    assert [each.id for each in verify(WORLD)] == list(PROPERTIES)
