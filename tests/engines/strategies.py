"""Patients for Hypothesis: one choice for each question, so that a failure shrinks to the few answers that matter."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from guideline_core.itp import GUIDELINE
from guideline_core.model.question import Question
from tests.engines.patients import QUIET, RIGHT, UNKNOWN, WRONG, Temper, one_answer, settled

TODAY = date(2028, 2, 29)
LEFT_OUT = "left out"
POOL = 60


def tries(number: int) -> settings:
    """The same examples each time; a failure prints the patient."""
    return settings(
        max_examples=number, deadline=None, derandomize=True, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


@cache
def pool(question: Question, temper: Temper) -> tuple[object, ...]:
    """Answers to one question, the simplest first: none."""
    random = Random(f"{question.id} {temper}")
    made = [one_answer(random, question, temper, TODAY) for _ in range(POOL)]
    return (LEFT_OUT, *(LEFT_OUT if answer is Ellipsis else answer for answer in made))


def _patients(*tempers: Temper):
    return st.one_of([st.fixed_dictionaries({q.id: st.sampled_from(pool(q, t)) for q in QUESTIONS}) for t in tempers]).map(
        lambda answers: {"answers": {k: v for k, v in answers.items() if v is not LEFT_OUT}, "today": TODAY.isoformat()}
    )


QUESTIONS = tuple(GUIDELINE.questions.values())
questions = st.sampled_from(QUESTIONS)
unknowns = st.sampled_from(UNKNOWN)
patients = _patients(*RIGHT, *WRONG)
right_patients = _patients(*RIGHT).map(settled)
"""Without answers that can't be right, alone or together."""


def answers_to(question: Question):
    """Answers that the question accepts."""
    return st.sampled_from([each for each in pool(question, QUIET) + pool(question, Temper(0, 0)) if each is not LEFT_OUT])
