"""A whole guideline: everything that is stated, by id, and the check that nothing dangles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .condition import Bound, Compare, Condition, Contested
from .readers import nodes
from .evidence import Source
from .question import Derived, Inconsistency, Question
from .statement import Criterion, Defect, Fact, Gate, Hazard, Pitfall, Recommendation, Stance
from .therapy import Regimen, Therapy


class BrokenGuideline(ValueError):
    """The guideline contradicts itself in form: file and line of the statement, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the field, with where its meaning comes from."""

    id: str
    term: str
    means: str
    facts: tuple[Fact, ...] = ()
    spellings: tuple[str, ...] = ()


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
    """All of a guideline. `check()` raises BrokenGuideline at the first reference that leads nowhere."""

    title: str
    edition: Edition
    facts: dict[str, Fact]
    sources: dict[str, Source]
    questions: dict[str, Question]
    derived: dict[str, Derived]
    inconsistencies: tuple[Inconsistency, ...]
    common_gates: tuple[Gate, ...]
    criteria: dict[str, Criterion]
    therapies: dict[str, Therapy]
    pitfalls: dict[str, Pitfall]
    recommendations: tuple[Recommendation, ...]
    defects: dict[str, Defect]
    definitions: dict[str, Definition]
    phases: Criterion
    response: ResponseRules
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
        for rule in self.inconsistencies:
            yield rule.question.origin, rule.when
        for said in (*self.notes, *self.stances):
            yield said.fact.origin, said.when

    def check(self) -> None:
        for fact in self.facts.values():
            for citation in fact.citations:
                if citation.source not in self.sources:
                    raise BrokenGuideline(f"{fact.origin}: {fact.id} cites {citation.source!r}, which sources.py doesn't list")
            for defect in fact.defects:
                self._needs_defect(fact.origin, fact.id, defect)
        for origin, condition in self.conditions():
            for node in nodes(condition):
                self._check_node(origin, node)
        for defect in self.defects.values():
            for touched in defect.touches:
                if touched not in self.facts:
                    raise BrokenGuideline(f"{defect.origin}: {defect.id} touches {touched!r}, which no file states")

    def _needs_defect(self, origin: str, who: str, defect: str) -> None:
        if defect not in self.defects:
            raise BrokenGuideline(f"{origin}: {who} names {defect!r}, which defects.py doesn't list")

    def _check_node(self, origin: str, node: Condition) -> None:
        term = getattr(node, "term", None)
        if term is not None and self.questions.get(term.id) is not term and self.derived.get(term.id) is not term:
            raise BrokenGuideline(f"{origin}: a condition asks {term.id!r}, which is no question: list it in questions.py")
        if isinstance(node, Contested):
            self._needs_defect(origin, "a contested condition", node.defect)
        if isinstance(node, Compare):
            self._check_bound(origin, node.term, node.bound)

    def _check_bound(self, origin: str, term: Question | Derived, bound: Bound) -> None:
        if bound.fact not in self.facts:
            raise BrokenGuideline(f"{origin}: the threshold {bound.fact!r} is no fact of this guideline")
        if term.hard and bound.value not in term.hard:
            raise BrokenGuideline(
                f"{origin}: {bound.fact} lies outside what {term.id} can be answered: no patient can reach it"
            )


@dataclass(frozen=True, slots=True)
class Note:
    """A fact that is said beside a result, where its condition holds; it decides nothing."""

    when: Condition
    fact: Fact
    therapies: tuple[str, ...] = ()


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
    judged: Criterion
    """The criterion that says when a trial of treatment is over."""
