"""The core against a transcription that was made from the brief by another hand."""

from __future__ import annotations

import pytest

from guideline_core.browser import call
from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Layer

from . import consistency
from .consistency import ADDED, DEFECTS, FACTS, GRADES, LITERATURE, QUESTIONS, SITE


def test_all_there() -> None:
    assert list(consistency.of_ids(GUIDELINE)) == []
    assert (len(FACTS), len(DEFECTS)) == (99, 48)
    assert len(ADDED) + len(SITE) > 300
    assert set(GRADES) == {f.id for f in GUIDELINE.facts.values() if f.grade}


@pytest.mark.parametrize("name", [*FACTS, *ADDED, *SITE])
def test_fact(name: str) -> None:
    assert list(consistency.of_fact(GUIDELINE.facts[name])) == []


@pytest.mark.parametrize("name", DEFECTS)
def test_defect(name: str) -> None:
    assert list(consistency.of_defect(DEFECTS[name], GUIDELINE.defects[name])) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_question(name: str) -> None:
    assert list(consistency.of_question(QUESTIONS[name], GUIDELINE.questions[name])) == []


@pytest.mark.parametrize("row", LITERATURE["proportion"], ids=lambda r: f"{r['study']}-{r['events']}-of-{r['total']}")
def test_proportion(row: dict) -> None:
    assert list(consistency.of_proportion(row, GUIDELINE.facts.values())) == []


def test_what_the_brief_does_not_hold_is_said() -> None:
    """Every row says where in the brief it was held, or that it wasn't."""
    for name, row in (ADDED | SITE).items():
        assert row.get("in") or row["unheld"] == ["all"], name
        assert set(row.get("unheld", ())) <= {"all", "value", "source", "confidence"}, name
    assert sum("unheld" in row for row in ADDED.values()) < len(ADDED) / 10


def test_nothing_withheld_is_published() -> None:
    published = call("facts", "{}") + call("defects", "{}") + call("sources", "{}")
    tokens = [row["token"] for row in LITERATURE["withheld"] if "token" in row]
    assert tokens
    assert [t for t in tokens if t in published] == []


def test_only_the_source_has_markers() -> None:
    for fact in GUIDELINE.facts.values():
        assert fact.layer is Layer.SOURCE or not (fact.markers or fact.lines), fact.id
