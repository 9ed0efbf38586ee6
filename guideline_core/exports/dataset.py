"""The facts, questions, defects and sources as plain data, for JSON."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.evidence import Citation
from ..model.fact import Fact
from ..model.guideline import Guideline
from ..model.question import Question

Data = Mapping[str, object]


def facts(guideline: Guideline) -> Data:
    """Every fact: id, layer, value in UCUM, locator, markers, citations, confidence, paraphrase."""
    return {"edition": guideline.edition.version, "facts": [fact_data(f) for f in guideline.facts.values()]}


def fact_data(fact: Fact) -> Data:
    return {
        "id": fact.id,
        "topic": fact.topic,
        "layer": fact.layer,
        "value": value_data(fact),
        "reads": fact.reads,
        "says": fact.says,
        "locator": fact.citations[0].locator,
        "lines": fact.lines,
        "markers": fact.markers,
        "modality": fact.modality,
        "confidence": fact.confidence,
        "citations": [_citation(c) for c in fact.citations],
        "grade": fact.grade and {
            "letter": fact.grade.letter, "body": fact.grade.body, "year": fact.grade.year,
            "strength": fact.grade.strength, "quality": fact.grade.quality, "superseded": fact.grade.superseded,
        },
        "defects": fact.defects,
        "origin": fact.origin,
    }


def value_data(fact: Fact) -> Data:
    """The structured value. Where there is no number, `absent` says so in words."""
    value = fact.value
    data: dict[str, object] = {
        "low": value and value.low, "high": value and value.high, "unit": value and value.unit,
        "low_inclusive": value.low_inclusive if value else None,
        "high_inclusive": value.high_inclusive if value else None,
        "absent": fact.absent or None, "details": dict(fact.details),
    }
    if fact.proportion:
        low, high = fact.proportion.wilson()
        data |= {
            "events": fact.proportion.events, "total": fact.proportion.total,
            "interval": {"low": low * 100, "high": high * 100, "unit": "%", "method": "Wilson, 95%"},
        }
    return data


def _citation(citation: Citation) -> Data:
    return {
        "source": citation.source, "locator": citation.locator, "confidence": citation.confidence,
        "markers": citation.markers,
    }


def questions(guideline: Guideline) -> Data:
    """Every question: wording, kind, units, bounds, choices."""
    return {
        "edition": guideline.edition.version,
        "questions": [question_data(q) for q in (*guideline.questions.values(), *guideline.plan.questions)],
    }


def question_data(question: Question) -> Data:
    return {
        "id": question.id,
        "asks": question.asks,
        "hint": question.hint,
        "kind": question.kind,
        "group": question.group,
        "layer": "site",
        "units": [{"code": u.code, "label": u.label, "size": u.size, "at_most": u.at_most} for u in question.units],
        "unit_needed": question.unit_needed,
        "soft": _bounds(question.soft),
        "hard": _bounds(question.hard),
        "sure_within": _bounds(question.sure_within),
        "choices": [{"value": c.value, "label": c.label} for c in question.choices],
        "unknown": question.unknown_label,
        "dated_by": question.dated_by or None,
        "accepted": question.accepted(),
    }


def _bounds(limits) -> Data | None:
    return limits and {
        "low": limits.low, "high": limits.high, "unit": limits.unit,
        "low_inclusive": limits.low_inclusive, "high_inclusive": limits.high_inclusive,
    }


def defects(guideline: Guideline) -> Data:
    """Every defect of the source, with how it is handled and what it touches."""
    return {
        "edition": guideline.edition.version,
        "defects": [
            {
                "id": d.id, "severity": d.severity, "title": d.title, "problem": d.problem, "matters": d.matters,
                "handling": d.handling, "touches": d.touches, "lines": d.lines,
                "citations": [_citation(c) for c in d.citations],
            }
            for d in guideline.defects.values()
        ],
    }


def sources(guideline: Guideline) -> Data:
    """Every source with the confidence of its citation."""
    return {"edition": guideline.edition.version, "sources": list(guideline.sources.values())}
