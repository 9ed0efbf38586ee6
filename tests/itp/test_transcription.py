"""The core against a transcription that was made from the brief by another hand."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from guideline_core.browser import call
from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Layer
from guideline_core.model.question import Kind

FOLDER = Path(__file__).parents[1] / "transcription"


def transcribed(name: str) -> dict:
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    assert rows, f"{name}.toml is empty"
    return rows


FACTS = transcribed("facts")
DEFECTS = transcribed("defects")
QUESTIONS = transcribed("questions")
LITERATURE = transcribed("literature")


def test_all_there() -> None:
    source = {f.id for f in GUIDELINE.facts.values() if f.layer is Layer.SOURCE}
    assert source == set(FACTS) and len(FACTS) == 99
    assert set(GUIDELINE.defects) == set(DEFECTS) and len(DEFECTS) == 48


@pytest.mark.parametrize("name", FACTS)
def test_fact(name: str) -> None:
    row, fact = FACTS[name], GUIDELINE.facts[name]
    assert fact.markers == tuple(row["markers"])
    assert fact.lines == tuple(row["lines"])
    assert (fact.modality.value if fact.modality else None) == row.get("modality")
    value = fact.value
    assert (value.unit if value else None) == row.get("unit")
    for end in ("low", "high"):
        expected = Fraction(row[end]) if end in row else None
        assert (getattr(value, end) if value else None) == expected, end
        if expected is not None:
            assert getattr(value, f"{end}_inclusive") is row.get(f"{end}_inclusive", True), end
    assert {c.source for c in fact.citations} == {"source"}


@pytest.mark.parametrize("name", DEFECTS)
def test_defect(name: str) -> None:
    row, defect = DEFECTS[name], GUIDELINE.defects[name]
    assert defect.severity == row["severity"]
    assert set(row.get("lines", ())) <= set(defect.lines) or not defect.lines


@pytest.mark.parametrize("name", QUESTIONS["question"])
def test_question(name: str) -> None:
    row, question = QUESTIONS["question"][name], GUIDELINE.questions[name]
    for bounds in ("soft", "hard"):
        limits = getattr(question, bounds)
        for end in ("low", "high"):
            key = f"{bounds}_{end}"
            if row.get(key, "").replace(".", "").isdigit():
                assert getattr(limits, end) == Fraction(row[key]), key
    if "confirm_below" in row:
        assert question.sure_within.low == Fraction(row["confirm_below"])
    if "confirm_above" in row:
        assert question.sure_within.high == Fraction(row["confirm_above"])
        assert question.sure_within.high_inclusive is not row.get("confirm_above_inclusive", False)
    if "choices" in row and question.kind is not Kind.SET:
        assert {c.value for c in question.choices} == {c.replace(" ", "-") for c in row["choices"]} - {"unknown"}


def proportion_rows() -> list[dict]:
    rows = [r for r in LITERATURE["proportion"] if r["confidence"] in ("V", "V2")]
    assert rows
    return rows


@pytest.mark.parametrize("row", proportion_rows(), ids=lambda r: f"{r['study']}-{r['events']}-of-{r['total']}")
def test_proportion(row: dict) -> None:
    counts = int(row["events"]), int(row["total"])
    found = [
        f for f in GUIDELINE.facts.values()
        if f.proportion and (f.proportion.events, f.proportion.total) == counts and f.confidence.value == row["confidence"]
    ]
    assert found, f"no fact of confidence {row['confidence']} says {counts[0]} of {counts[1]}"
    if "ci_low" in row:
        interval = [f"{end * 100:.1f}" for end in map(float, found[0].proportion.wilson())]
        assert interval == [row["ci_low"], row["ci_high"]]


def test_nothing_withheld_is_published() -> None:
    published = call("facts", "{}") + call("defects", "{}") + call("sources", "{}")
    tokens = [row["token"] for row in LITERATURE["withheld"] if "token" in row]
    assert tokens
    assert [t for t in tokens if t in published] == []
