"""The core against a transcription that another hand made from the brief: what is wrong, in words, or nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache, partial
from pathlib import Path

from guideline_core.model.evidence import Confidence, Grade, Layer, Proportion
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range
from guideline_core.model.question import Kind, Question
from guideline_core.model.statement import Defect

FOLDER = Path(__file__).parents[1] / "transcription"


def transcribed(name: str) -> dict:
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    if not rows:
        raise LookupError(f"{name}.toml is empty")
    return rows


FACTS = transcribed("facts")
DEFECTS = transcribed("defects")
QUESTIONS = transcribed("questions")["question"]
LITERATURE = transcribed("literature")
_ADDED = transcribed("added")
ADDED, SITE, GRADES = _ADDED["added"], _ADDED["site"], _ADDED["grade"]
ROWS = {Layer.SOURCE: FACTS, Layer.ADDED: ADDED, Layer.SITE: SITE}


def faults(guideline: Guideline) -> list[str]:
    """Every difference between the guideline and its transcription."""
    found = [*of_ids(guideline)]
    for fact in guideline.facts.values():
        found += _once(fact, of_fact)
    for name, row in DEFECTS.items():
        found += _once(guideline.defects[name], partial(of_defect, row)) if name in guideline.defects else ()
    for name, row in QUESTIONS.items():
        asked = guideline.questions.get(name)
        found += (f"{name}: no such question",) if asked is None else _once(asked, partial(of_question, row))
    proportions = [f for f in guideline.facts.values() if f.proportion]
    for row in LITERATURE["proportion"]:
        found += of_proportion(row, proportions)
    return found


_CHECKED: dict[int, tuple[object, tuple[str, ...]]] = {}


def _once(statement: object, check: Callable[[object], Iterable[str]]) -> tuple[str, ...]:
    """A statement can't change, so one that was checked needn't be checked again; a changed one is another object."""
    if id(statement) not in _CHECKED:
        _CHECKED[id(statement)] = statement, tuple(check(statement))
    return _CHECKED[id(statement)][1]


def of_ids(guideline: Guideline) -> Iterator[str]:
    """Each layer states what is transcribed for it, and nothing else."""
    for layer, rows in ROWS.items():
        stated = {f.id for f in guideline.facts.values() if f.layer is layer}
        yield from (f"{name}: stated in the layer {layer.value}, and not transcribed there" for name in sorted(stated - set(rows)))
        yield from (f"{name}: transcribed for the layer {layer.value}, and not stated there" for name in sorted(set(rows) - stated))
    yield from (f"{name}: a defect on one side only" for name in sorted(set(DEFECTS) ^ set(guideline.defects)))


def of_fact(fact: Fact) -> Iterator[str]:
    """What differs in one fact: each part of it by name."""
    expected = _expected(fact.layer, fact.id)
    if expected is None:
        return
    actual = {
        "value": fact.value,
        "citations": tuple((c.source, c.locator, c.confidence.value) for c in fact.citations),
        "markers": fact.markers,
        "lines": fact.lines,
        "modality": fact.modality.value if fact.modality else None,
        "proportion": fact.proportion,
        "grade": fact.grade,
    }
    for part, value in actual.items():
        if value != expected[part]:
            yield f"{fact.id}: {part} is {value}, and {expected[part]} was transcribed"


@cache
def _expected(layer: Layer, name: str) -> dict[str, object] | None:
    row = ROWS[layer].get(name)
    if row is None:
        return None
    proportion = Proportion(int(row["events"]), int(row["total"])) if "events" in row else None
    expected = {
        "markers": (), "lines": (), "modality": None, "proportion": proportion, "value": _value(row, proportion),
        "grade": _grade(GRADES.get(name)),
    }
    match layer:
        case Layer.SOURCE:
            lines = tuple(row["lines"])
            joint = " to " if row.get("line_range") else " and "
            locator = f"line {lines[0]}" if len(lines) == 1 else f"lines {joint.join(map(str, lines))}"
            expected |= {"markers": tuple(row["markers"]), "lines": lines, "modality": row.get("modality")}
            return expected | {"citations": (("source", locator, Confidence.V.value),)}
        case Layer.SITE:
            return expected | {"citations": (("site", "conventions", Confidence.SITE.value),)}
    return expected | {"citations": tuple(map(tuple, row["cites"]))}


def _value(row: dict, proportion: Proportion | None) -> Range | None:
    if proportion:
        share = Fraction(100 * proportion.events, proportion.total)
        return Range(share, share, "%")
    low, high = (Fraction(row[end]) if end in row else None for end in ("low", "high"))
    if low is None and high is None:
        return None
    return Range(low, high, row["unit"], row.get("low_inclusive", True), row.get("high_inclusive", True))


def _grade(row: dict | None) -> Grade | None:
    return row and Grade(row["letter"], row["body"], int(row["year"]), row["strength"], row["quality"], int(row["superseded"]))


def of_defect(row: dict, defect: Defect) -> Iterator[str]:
    if defect.severity != row["severity"]:
        yield f"{defect.id}: severity is {defect.severity}, and {row['severity']} was transcribed"
    if defect.lines and not set(row.get("lines", ())) <= set(defect.lines):
        yield f"{defect.id}: lines are {defect.lines}, and {row['lines']} were transcribed"


def of_question(row: dict, question: Question) -> Iterator[str]:
    limits = {
        f"{bounds}_{end}": getattr(getattr(question, bounds), end, None)
        for bounds in ("soft", "hard") for end in ("low", "high") if row.get(f"{bounds}_{end}", "").replace(".", "").isdigit()
    }
    if "confirm_below" in row:
        limits["confirm_below"] = question.sure_within.low
    if "confirm_above" in row:
        limits["confirm_above"] = question.sure_within.high
        if question.sure_within.high_inclusive is row.get("confirm_above_inclusive", False):
            yield f"{question.id}: confirm_above is on the wrong side of its end"
    for key, value in limits.items():
        if value != Fraction(row[key]):
            yield f"{question.id}: {key} is {value}, and {row[key]} was transcribed"
    if "choices" in row and question.kind is not Kind.SET:
        wanted = {choice.replace(" ", "-") for choice in row["choices"]} - {"unknown"}
        if {c.value for c in question.choices} != wanted:
            yield f"{question.id}: its choices aren't {', '.join(sorted(wanted))}"


def of_proportion(row: dict, facts: Iterable[Fact]) -> Iterator[str]:
    """What the brief prints as n of N stands in some fact, with the same confidence and the same interval."""
    if row["confidence"] not in (Confidence.V.value, Confidence.V2.value):
        return
    counts = Proportion(int(row["events"]), int(row["total"]))
    if not any(f.proportion == counts and f.confidence.value == row["confidence"] for f in facts):
        yield f"no fact of confidence {row['confidence']} says {counts.events} of {counts.total} ({row['study']})"
    elif "ci_low" in row and _interval(counts) != (row["ci_low"], row["ci_high"]):
        yield f"the interval of {counts.events} of {counts.total} isn't {row['ci_low']} to {row['ci_high']}"


@cache
def _interval(counts: Proportion) -> tuple[str, str]:
    low, high = (f"{float(end) * 100:.1f}" for end in counts.wilson())
    return low, high
