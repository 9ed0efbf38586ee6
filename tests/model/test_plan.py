"""Marks in time: each says when, once."""

from __future__ import annotations

import pytest

from guideline_core.model.condition import Bound
from guideline_core.model.evidence import Citation, Confidence
from guideline_core.model.fact import Fact, added
from guideline_core.model.guideline import Definition
from guideline_core.model.origin import BrokenGuideline
from guideline_core.model.plan import Act, Mark
from guideline_core.model.quantity import exactly


def fact(name: str) -> Fact:
    return added(name, "t", exactly(2, "wk"), cites=(Citation("ash-2011", "p", Confidence.V),), says="s")


ONE, TWO, THREE, FOUR = map(fact, ("one", "two", "three", "four"))


def test_acts_in_their_order() -> None:
    assert [act.value for act in Act] == ["before", "dose", "check", "judge", "stop"]


def test_a_mark_that_is_told_no_more() -> None:
    mark = Mark(act=Act.CHECK, what="blood count", fact=ONE, at=ONE.low)
    assert (mark.past, mark.every, mark.after, mark.lasts, mark.undated) == (False, None, None, None, "")
    assert mark.origin.startswith("test_plan.py:") and mark.facts == (ONE,)
    assert mark.at == Bound(2, "wk", "one")


def test_a_mark_stands_on_each_of_its_facts_once() -> None:
    assert Mark(act=Act.CHECK, what="w", fact=ONE, every=TWO, after=THREE, lasts=FOUR).facts == (ONE, TWO, THREE, FOUR)
    assert Mark(act=Act.CHECK, what="w", fact=ONE, every=ONE).facts == (ONE,)


@pytest.mark.parametrize("when", [{}, {"at": ONE.low, "every": TWO}, {"every": TWO, "undated": "no time"}, {"at": ONE.low, "undated": "x"}])
def test_a_mark_that_says_when_twice_or_never(when: dict) -> None:
    with pytest.raises(BrokenGuideline) as caught:
        Mark(act=Act.CHECK, what="blood count", fact=ONE, origin="here.py:1", **when)
    assert str(caught.value) == (
        "here.py:1: the mark “blood count” doesn't say when, or says it twice. Give one of at, every and undated."
    )


def test_a_definition_that_is_told_no_more() -> None:
    bare = Definition("d", "term", "what it means")
    assert (bare.facts, bare.spellings, bare.also) == ((), (), ())
