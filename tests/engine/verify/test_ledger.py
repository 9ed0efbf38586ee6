"""The ledger: counts, the smallest counterexample of each subject, and patients in a clinician's words."""

from __future__ import annotations

from fractions import Fraction

from guideline_core.engine.verify.ledger import Counterexample, Ledger, Property, answers_in_words
from guideline_core.engine.verify.walk import Classes
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from tests.engine.verify.planted import lamp, rain, world

WORLD = world()


def written(ledger: Ledger) -> Property:
    return ledger.proved("id", "It holds.", "It was walked.")


def test_nothing_walked_is_nothing_proved() -> None:
    assert written(Ledger(WORLD)) == Property("id", "It holds.", "It was walked.", 0, 0, (), (), ())


def test_it_tells_how_far_it_is_after_each_hundred() -> None:
    told: list[int] = []
    ledger = Ledger(WORLD, told.append)
    for walked in (99, 1, 99, 150, 1):
        ledger.walk(2 * walked, walked)
    assert told == [100, 349], "at 99, 100, 199, 349, 350"
    assert (ledger.covered, ledger.walked) == (700, 350)
    ledger.walk(1000, 0)
    assert told == [100, 349] and (written(ledger).covered, written(ledger).walked) == (1700, 350)


def test_a_rule_is_counted_class_by_class() -> None:
    steps: list[int] = []
    ledger = Ledger(WORLD)
    rule = Classes((), {}).rule("r", "R", (lamp, rain), lambda values: steps.append(ledger.walked) or Outcome.MET)
    ledger.visit(rule)
    assert steps == list(range(9)) and (ledger.covered, ledger.walked) == (9, 9)


def test_the_smallest_of_each_subject_is_kept() -> None:
    """An unknown is no answer; of two as small the first stays. What is listed is kept in the same way, and apart."""
    for keep, kept in ((Ledger.fails, "counterexamples"), (Ledger.lists, "listed")):
        ledger = Ledger(WORLD)
        keep(ledger, "one", "two answers", {"lamp": "red", "rain": "heavy"})
        keep(ledger, "one", "one answer", {"lamp": "red", "rain": None})
        keep(ledger, "one", "another", {"lamp": "green"})
        keep(ledger, "two", "no answer", {})
        found = written(ledger)
        assert getattr(found, kept) == (Counterexample("one", "one answer", ("Lamp: Red",)), Counterexample("two", "no answer", ()))
        assert len(found.counterexamples) + len(found.listed) == 2 and found.examples == ()


def test_the_first_examples_of_four_subjects_are_shown() -> None:
    ledger = Ledger(WORLD)
    for subject in "aabcdef":
        ledger.shows(subject, f"{subject} holds", {"lamp": "red"})
        ledger.shows(subject, "again", {})
    assert written(ledger).examples == tuple(Counterexample(each, f"{each} holds", ("Lamp: Red",)) for each in "abcd")


def test_it_says_answers_as_a_clinician_would() -> None:
    patient = {
        "weight": Fraction(125, 2), "height": Fraction(500, 3), "lowest_egfr": Fraction(1234, 23), "spleen": "in-place", "pregnant": "no",
        "sex": None, "current_drugs": frozenset({"rituximab", "azathioprine"}),
    }
    assert answers_in_words(GUIDELINE, patient) == (
        "Weight: 62.5 kg", "Height: 166.67 cm", "the lowest known eGFR: 53.65 mL/min/1.73 m²", "Spleen: In place",
        "Pregnant? No, or not possible", "Taken now: Azathioprine, Rituximab",
    )
    assert answers_in_words(GUIDELINE, {"current_drugs": frozenset()}) == ("Taken now: nothing",)
