"""The checker of strings in the core and the macros: numbers that nothing holds, and other spellings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import between
from publish.check.core_numbers import core_numbers, macro_numbers
from publish.check.documents import Documents
from publish.check.grades import undated_grades
from publish.check.spellings import spellings
from publish.check.strings import Module
from publish.check.worked import EXAMPLES

CORE, MACROS = Path("guideline_core/itp/planted.py"), Path("macros/planted.py")


def with_fact(id: str, **changes) -> Guideline:
    return replace(GUIDELINE, facts={**GUIDELINE.facts, id: replace(GUIDELINE.facts[id], **changes)})


def with_one(name: str, id: str, **changes) -> Guideline:
    """The guideline with one of its pitfalls, defects, criteria, questions or definitions changed."""
    shelf = getattr(GUIDELINE, name)
    return replace(GUIDELINE, **{name: {**shelf, id: replace(shelf[id], **changes)}})


def with_first(name: str, **changes) -> Guideline:
    """The guideline with the first of its gates or hazards changed."""
    first, *others = getattr(GUIDELINE, name)
    return replace(GUIDELINE, **{name: (replace(first, **changes), *others)})


def documents(guideline: Guideline, source: str = "", path: Path = CORE) -> Documents:
    """The guideline with one file of code."""
    return Documents(guideline, (), (Module(path, source), *(() if path is CORE else (Module(CORE, ""),))))


PLANTED = {
    "a statement with another number": (
        lambda words: with_fact("aza-cap", says=words), "160 mg a day is a maximum.", "150 mg a day is a maximum.", "160",
    ),
    "a statement in another unit": (
        lambda words: with_fact("splenectomy-defer-min", says=words), "It waits 6 weeks.", "It waits 6 months.", "6",
    ),
    "a statement in words": (
        lambda words: with_fact("splenectomy-defer-min", says=words),
        "It waits seven months.", "It waits six months.", "seven months",
    ),
    "a statement with a part of a whole": (
        lambda words: with_fact("aza-allopurinol", says=words), "Half or less, a tenth.", "A quarter or a third.", "a tenth",
    ),
    "a wording with another number": (
        lambda words: with_fact("aza-quiquandon-people", wording=words), "54 people", "53 people", "54",
    ),
    "a statement without its detail": (
        lambda words: with_fact("aza-nepal-series", says=words),
        "It gave 3 mg/kg to 24 people.", "It gave 2 mg/kg to 24 people.", "3",
    ),
    "a criterion": (
        lambda words: with_one("criteria", "P5", reading=words),
        "Before 12 months two lines differ.", "Before 6 months they differ.", "12",
    ),
    "a gate": (
        lambda words: with_first("common_gates", closed=words), "Bleeding for 3 days.", "Bleeding stops it.", "3",
    ),
    "a pitfall": (
        lambda words: with_one("pitfalls", "pitfall-aza-flat-dose", says=words),
        "Over 160 mg a day.", "Over 150 mg a day.", "160",
    ),
    "a defect": (
        lambda words: with_one("defects", "SD-04", problem=words), "A bridge of 9 months.", "A bridge of 6 months.", "9",
    ),
    "a defect's line": (
        lambda words: with_one("defects", "SD-21", problem=words), "As line 34 says.", "As line 33 says.", "34",
    ),
    "a question": (
        lambda words: with_one("questions", "weight", hint=words), "Up to 400 kg.", "Up to 350 kg.", "400",
    ),
    "a hazard": (
        lambda words: with_first("hazards", cause=words), "A tenfold error", "A grave error, and NUDT15", "tenfold",
    ),
    "a definition": (
        lambda words: with_one("definitions", "chronic", means=words), "After 13 months.", "After 12 months.", "13",
    ),
}


@pytest.mark.parametrize("planted, wrong, right, text", PLANTED.values(), ids=PLANTED)
def test_finds_a_number_that_nothing_behind_it_holds(planted, wrong, right, text):
    assert [finding.text for finding in core_numbers(documents(planted(wrong)))] == [text]
    assert not list(core_numbers(documents(planted(right))))


def test_a_worked_example_is_worked_out_again():
    by_weight = GUIDELINE.facts["aza-dose-weight"]
    assert set(EXAMPLES) <= set(GUIDELINE.defects)
    found = list(core_numbers(documents(with_fact(by_weight.id, value=between(1, 3, "mg/kg/d")))))
    assert any(finding.text == "75" and "SD-01" in finding.found for finding in found)


def test_says_where_in_a_string_that_runs_over_lines():
    says = "Seen for the first 4 weeks; then after 9 months, not 4."
    call = f'x = stated(\n    "splenectomy-defer-min", line=31, says="{says[:30]}"\n    "{says[30:]}",\n)\n'
    source = f'"""Numbers: 1 2 3."""\n\n{call}'
    found = list(core_numbers(documents(with_fact("splenectomy-defer-min", says=says), source)))
    places = [(finding.text, *finding.file.position(finding.place)) for finding in found]
    assert places == [("4", 4, 64), ("9", 5, 15), ("4", 5, 29)]
    assert "behind them stand splenectomy-defer-min: 6 months or more" in found[0].core


def test_a_text_put_together_by_code_is_placed_at_its_owner():
    source = 'x = make("splenectomy-defer-min")\n'
    (finding,) = core_numbers(documents(with_fact("splenectomy-defer-min", says="It waits 9 months."), source))
    assert finding.file.position(finding.place) == (1, 11)


@pytest.mark.parametrize("wrong, right", [
    ('text("Up to 150 mg a day")', 'text("Up to the cap", value(fact), " a day")'),
    ('text(f"Up to {x} and 30 days")', 'text(f"Up to {x:.2f} and more days")'),
    ('tag("p", "In a third of people")', 'tag("p", "In a third way", cls="h2 p-3")'),
    ('label="95% of them"', 'label="95% interval"'),
], ids=["a string", "a piece of one", "in words", "a share"])
def test_finds_a_number_in_a_macro(wrong, right):
    found = list(macro_numbers(documents(GUIDELINE, f'"""Of 7 days."""\n\nx = {wrong}\n', MACROS)))
    assert len(found) == 1 and found[0].file.position(found[0].place)[0] == 3
    assert not list(macro_numbers(documents(GUIDELINE, f"x = {right}\n", MACROS)))


def test_what_is_raised_at_an_author_may_have_numbers():
    source = 'raise ValueError("write 5 mg, as in exactly(5)")\nsay("write 5 mg")\n'
    assert [f.file.position(f.place)[0] for f in macro_numbers(documents(GUIDELINE, source, MACROS))] == [2]


def spelt(found) -> list[tuple[str, str]]:
    return [(finding.text, finding.mend.put if finding.mend else "") for finding in found]


def test_finds_another_spelling_in_the_core_and_in_macros():
    words = "Cyclosporine in mcg; not CsA, but “CsA” and 50mcg or 1 mcg."
    source = f'x = stated("aza-cap", says="{words}")\n'
    right = [
        ("mcg", "micrograms"), ("mcg", " micrograms"), ("mcg", "microgram"), ("Cyclosporine", "Ciclosporin"), ("CsA", "ciclosporin"),
    ]
    found = spellings(documents(with_fact("aza-cap", says=words), source))
    assert sorted(spelt(found)) == sorted(right)
    assert spelt(spellings(documents(GUIDELINE, 'x = text("On azathiprine now")\n', MACROS))) == [("azathiprine", "azathioprine")]
    assert not spelt(spellings(documents(GUIDELINE, 'x = text("On azathioprine now", unit="ug")\n', MACROS)))


def test_finds_a_superseded_grade_without_its_year_in_the_core():
    assert [f.text for f in undated_grades(documents(with_fact("tpora-grade", says="Grade 1B. That was in 2011.")))] == ["1B"]
    assert not list(undated_grades(documents(with_fact("tpora-grade", says="ASH 2011 grade 1B (superseded 2019)."))))
