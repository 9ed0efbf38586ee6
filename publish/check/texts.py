"""Every text of the core that a reader may meet, with the facts that have to hold its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from guideline_core.model.condition import Condition
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range
from guideline_core.model.question import Question
from guideline_core.model.readers import comparisons
from guideline_core.model.statement import Defect, Gate


@dataclass(frozen=True, slots=True)
class Text:
    """Words, the id of their owner, and what holds the figures in them.

    That is facts, limits of answers, lines of the source, or the spellings that a term explains.
    """

    words: str
    owner: str
    facts: tuple[Fact, ...] = ()
    limits: tuple[Range, ...] = ()
    lines: tuple[int, ...] = ()
    spellings: tuple[str, ...] = ()


def texts(guideline: Guideline) -> Iterator[Text]:
    for found in (_facts, _rules, _care, _therapies, _questions, _words):
        yield from (text for text in found(guideline) if text.words)


def _facts(guideline: Guideline) -> Iterator[Text]:
    for fact in guideline.facts.values():
        yield from _of(fact.id, (fact.says, fact.wording, fact.absent, guideline.plain.get(fact.id, "")), (fact,))


def _rules(guideline: Guideline) -> Iterator[Text]:
    for criterion in (*guideline.criteria.values(), guideline.phases):
        facts = (*criterion.facts, *criterion.notes, *_bounds(guideline, criterion.condition, *(b.when for b in criterion.bands)))
        yield from _of(criterion.id, (criterion.label, criterion.reading, *(band.text for band in criterion.bands)), facts)
    for gate in gates(guideline):
        facts = (*gate.facts, *_bounds(guideline, gate.closes))
        yield from _of(gate.id, (gate.label, gate.closed, gate.unanswered, gate.opens), facts)
    for rule in guideline.inconsistencies:
        yield from _of(rule.id, (rule.message,), _bounds(guideline, rule.when))
    for stance in guideline.stances:
        yield from _of(f"a stance on {stance.fact.id}", (stance.what,), (stance.fact,))


def _care(guideline: Guideline) -> Iterator[Text]:
    for pitfall in guideline.pitfalls.values():
        yield from _of(pitfall.id, (pitfall.title, pitfall.says), pitfall.facts)
    for given in guideline.recommendations:
        yield from _of(given.id, (given.says,), (given.fact, *given.leaves_out))
    for defect in guideline.defects.values():
        said = (defect.title, defect.problem, defect.matters, defect.handling)
        yield from _of(defect.id, said, behind(guideline, defect), _asked(guideline, defect), defect.lines)
    for hazard in guideline.hazards:
        yield from _of(hazard.id, (hazard.hazard, hazard.cause, hazard.control))


def _therapies(guideline: Guideline) -> Iterator[Text]:
    for therapy in guideline.therapies.values():
        yield from _of(therapy.id, (therapy.name, therapy.kind, therapy.no_dose), therapy.facts())
        for regimen in therapy.regimens:
            marks = (words for mark in regimen.plan for words in (mark.what, mark.undated))
            yield from _of(regimen.id, (regimen.label, regimen.route, regimen.per, *regimen.ends, *marks), therapy.facts())
        for row in therapy.evidence:
            yield from _of(therapy.id, (row.outcome, row.definition), tuple(f for f in (row.figure, row.study) if f))
        for watch in therapy.monitoring:
            yield from _of(therapy.id, (watch.what,), (*watch.facts, *watch.adds))


def _questions(guideline: Guideline) -> Iterator[Text]:
    for question in (*guideline.questions.values(), *guideline.plan.questions):
        said = chain(
            (question.asks, question.noun, question.hint, question.unknown_label),
            *((choice.label, choice.clause) for choice in question.choices), (hint.message for hint in question.hints),
        )
        yield from _of(question.id, said, (), _limits(question))
    for derived in guideline.derived.values():
        yield from _of(derived.id, (derived.noun, derived.wrong), tuple(fact for _, fact in derived.coefficients))


def _words(guideline: Guideline) -> Iterator[Text]:
    for definition in guideline.definitions.values():
        yield from _of(definition.id, (definition.term, definition.means), definition.facts, spellings=definition.spellings)
    edition = guideline.edition
    yield from _of("this edition", (guideline.title, edition.review, *edition.changes))


def gates(guideline: Guideline) -> Iterator[Gate]:
    return chain(guideline.common_gates, *(therapy.gates for therapy in guideline.therapies.values()))


def behind(guideline: Guideline, defect: Defect) -> tuple[Fact, ...]:
    """The facts that a defect touches, those that name it, and those from a work that it cites on the same therapy."""
    works = {citation.source for citation in defect.citations}
    own = {fact.id for therapy in guideline.therapies.values() for fact in therapy.facts() if defect.id in therapy.defects}
    return tuple(
        fact for fact in guideline.facts.values() if fact.id in defect.touches or defect.id in fact.defects
        or (fact.id in own and any(c.source in works for c in fact.citations))
    )


def _of(owner: str, words: Iterable[str], facts: Iterable[Fact] = (), limits: tuple[Range, ...] = (),
        lines: tuple[int, ...] = (), spellings: tuple[str, ...] = ()) -> Iterator[Text]:
    facts = tuple(facts)
    for each in words:
        yield Text(each, owner, facts, limits, lines, spellings)


def _bounds(guideline: Guideline, *conditions: Condition) -> Iterator[Fact]:
    """The facts that a condition compares with."""
    for condition in conditions:
        for comparison in comparisons(condition):
            if comparison.bound.fact in guideline.facts:
                yield guideline.facts[comparison.bound.fact]


def _asked(guideline: Guideline, defect: Defect) -> tuple[Range, ...]:
    """The limits of the answers that are compared with what a defect touches."""
    terms = {
        comparison.term.id: comparison.term for _, condition in guideline.conditions()
        for comparison in comparisons(condition) if comparison.bound.fact in defect.touches
    }
    return tuple(limit for term in terms.values() if isinstance(term, Question) for limit in _limits(term))


def _limits(question: Question) -> tuple[Range, ...]:
    hints = (hint.where for hint in question.hints)
    return tuple(limit for limit in (question.soft, question.hard, question.sure_within, *hints) if limit)
