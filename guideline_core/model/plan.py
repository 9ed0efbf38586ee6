"""What a plan is made of: marks in time, counted from the first dose, each standing on a fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from .condition import Bound
from .fact import Fact
from .origin import broken, origin
from .question import Question


class Act(str, Enum):
    """What is due at a mark, in the order in which things due on one day are told."""

    BEFORE = "before"
    DOSE = "dose"
    CHECK = "check"
    JUDGE = "judge"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that is due while a treatment runs: once `at` a time, again and again, or `undated` and why.

    A series comes `every` so often, at the longest where the fact gives a range; it begins one interval after the first
    dose, or when the time `after` is over, and goes on until the time `lasts` is over, or as far as a plan reaches.
    """

    act: Act
    what: str
    fact: Fact
    at: Bound | None = None
    past: bool = False
    """The day after `at`: the time itself still belongs to what comes before."""
    every: Fact | None = None
    after: Fact | None = None
    lasts: Fact | None = None
    undated: str = ""
    origin: str = field(default_factory=origin)

    def __post_init__(self) -> None:
        if [self.at, self.every, self.undated or None].count(None) != 2:
            raise broken(
                f"the mark “{self.what}” doesn't say when, or says it twice", "Give one of at, every and undated", self.origin
            )

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(dict.fromkeys(fact for fact in (self.fact, self.every, self.after, self.lasts) if fact))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """What a plan is asked, and how far it goes."""

    regimen: Question
    start: Question
    reach: Fact
    """How far a plan reaches where no fact ends it."""
    apart: Fact
    """How far the first dose may lie from today."""
    counted: Fact
    """From where intervals are counted."""

    @property
    def questions(self) -> tuple[Question, Question]:
        return self.regimen, self.start
