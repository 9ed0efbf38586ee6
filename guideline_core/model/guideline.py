"""A whole guideline: everything that is stated, by id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .condition import Condition, Contested
from .derived import Derived, Inconsistency
from .evidence import Source
from .fact import Fact
from .origin import origin
from .plan import PlanRules
from .question import Question
from .readers import nodes
from .statement import Criterion, Defect, Gate, Hazard, Pitfall, Recommendation, Stance
from .therapy import Regimen, Therapy


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the field, with where its meaning comes from."""

    id: str
    term: str
    means: str
    facts: tuple[Fact, ...] = ()
    spellings: tuple[str, ...] = ()
    """Other ways to write it, which this guideline doesn't use itself."""
    also: tuple[str, ...] = ()
    """Names that may stand beside it: brands, long forms, members of a group."""


@dataclass(frozen=True, slots=True)
class Edition:
    """This edition: its number, its date, the date of the source, and the truth about its review."""

    version: str
    released: str
    retires: str
    source_dated: str
    review: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """All of a guideline; model/check.py says whether it holds together."""

    title: str
    edition: Edition
    facts: dict[str, Fact]
    sources: dict[str, Source]
    questions: dict[str, Question]
    derived: dict[str, Derived]
    inconsistencies: tuple[Inconsistency, ...]
    common_gates: tuple[Gate, ...]
    """The gates that stand before everything. A therapy adds gates of its own."""
    gates: tuple[Gate, ...]
    """Every gate that a file states: each has to stand before some dose."""
    criteria: dict[str, Criterion]
    therapies: dict[str, Therapy]
    pitfalls: dict[str, Pitfall]
    recommendations: tuple[Recommendation, ...]
    defects: dict[str, Defect]
    definitions: dict[str, Definition]
    phases: Criterion
    response: ResponseRules
    plan: PlanRules
    plain: dict[str, str]
    """Facts by id in words for people who live with the disease."""
    surface: tuple[Derived, Derived]
    """The body surface that doses use, and the one shown beside it."""
    notes: tuple[Note, ...]
    hazards: tuple[Hazard, ...]
    stances: tuple[Stance, ...]

    def regimens(self) -> tuple[tuple[Therapy, Regimen], ...]:
        return tuple((therapy, regimen) for therapy in self.therapies.values() for regimen in therapy.regimens)

    def conditions(self) -> Iterable[tuple[str, Condition]]:
        """Every condition with the origin of its statement."""
        for holder in (*self.criteria.values(), self.phases):
            yield holder.origin, holder.condition
            for band in holder.bands:
                yield holder.origin, band.when
        for gate in (*self.common_gates, *(g for t in self.therapies.values() for g in t.gates)):
            yield gate.origin, gate.closes
        for said in (*self.inconsistencies, *self.notes, *self.stances):
            yield said.origin, said.when

    def declares(self, one: Fact, other: Fact) -> tuple[Defect, ...] | None:
        """The defects that own up to these two facts contradicting each other; None where nothing does.

        A contested condition with both as its sides declares them by itself.
        """
        pair = {one.id, other.id}
        found = tuple(d for d in self.defects.values() if pair <= set(d.touches))
        contested = (n for c in self.criteria.values() for n in nodes(c.condition) if isinstance(n, Contested))
        return found or (() if any(pair <= set(n.sides) for n in contested) else None)


@dataclass(frozen=True, slots=True)
class Note:
    """A fact that is said beside a result, where its condition holds; it decides nothing."""

    when: Condition
    fact: Fact
    therapies: tuple[str, ...] = ()
    origin: str = field(default_factory=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRules:
    """The limits of the response classes, and the questions that they read."""

    complete: Fact
    partial: Fact
    rise: Fact
    apart: Fact
    apart_none: Fact
    """As `apart`, for two counts that show no response."""
    baseline: Question
    count: Question
    second: Question
    days_apart: Question
    bleeding: Question
    rescue: Question
    elapsed: Question
    """The time on treatment, which the clock goes by."""
    judged: Criterion
    """The criterion that says when a trial of treatment is over."""
