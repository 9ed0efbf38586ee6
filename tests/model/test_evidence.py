"""Where a statement comes from, and what a proportion is worth."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Citation, Confidence, Grade, Proportion, Source


def test_low_confidence_is_never_published() -> None:
    with pytest.raises(ValueError, match="never published"):
        Citation("somewhere", "page", Confidence.ML)


def test_a_grade_needs_its_year() -> None:
    with pytest.raises(ValueError, match="needs the year"):
        Grade("1B", "ASH", None, "strong", "moderate")
    assert str(GUIDELINE.facts["tpora-grade"].grade) == "ASH 2011 grade 1B (superseded 2019)"


@pytest.mark.parametrize(
    ("events", "total", "low", "high"),
    [(24, 53, "32.7", "58.5"), (10, 12, "55.2", "95.3"), (14, 19, "51.2", "88.2"), (17, 20, "64.0", "94.8")],
)
def test_wilson(events: int, total: int, low: str, high: str) -> None:
    """The intervals that the brief prints."""
    assert [f"{float(end) * 100:.1f}" for end in Proportion(events, total).wilson()] == [low, high]


def test_a_citation_says_where() -> None:
    with pytest.raises(ValueError, match="^a citation of ash says where in it: give a locator$"):
        Citation("ash", "", Confidence.V)
    with pytest.raises(ValueError, match="^ash, p 1: recalled with low confidence is never published$"):
        Citation("ash", "p 1", Confidence.ML)
    assert (Citation("ash", "p", Confidence.V).markers, Citation("ash", "p", Confidence.V).lines) == ((), ())


def test_a_source_is_published_with_what_is_sure_of_it() -> None:
    source = Source(id="a", title="A", kind="primary", confidence=Confidence.V2, doi="10.1/1")
    assert (source.authors, source.published, source.year, source.address, source.note, source.unused) == ("", "", None, "", "", "")
    assert (source.superseded, source.doi_confidence) == (None, None)
    assert Source(id="a", title="A", kind="primary", confidence=Confidence.V).doi == ""
    with pytest.raises(ValueError, match="^a: recalled with low confidence is never published$"):
        Source(id="a", title="A", kind="primary", confidence=Confidence.ML)
    with pytest.raises(ValueError, match="^the doi of a: recalled with low confidence is never published$"):
        Source(id="a", title="A", kind="primary", confidence=Confidence.V, doi="10.1/1", doi_confidence=Confidence.ML)
    Source(id="a", title="A", kind="primary", confidence=Confidence.V, doi="", doi_confidence=Confidence.ML)


@pytest.mark.parametrize(("events", "total"), [(-1, 5), (6, 5), (0, 0)])
def test_what_is_no_proportion(events: int, total: int) -> None:
    with pytest.raises(ValueError, match=f"^{events} of {total} is not a proportion$"):
        Proportion(events, total)


def test_wilson_at_the_ends() -> None:
    """With z = 1.959964 and z² = 3.841459: none of n gives 0 to z²/(n + z²), all of n the mirror image."""
    nobody, everyone = Proportion(0, 10).wilson(), Proportion(10, 10).wilson()
    far = F("3.841458820694") / F("13.841458820694")
    for found, expected in zip((*nobody, *everyone), (0, far, 1 - far, 1), strict=True):
        assert abs(found - expected) < F(1, 10**12)
    for people in range(1, 40):
        for low, high in (Proportion(0, people).wilson(), Proportion(people, people).wilson()):
            assert 0 <= low < high <= 1, "the last digit of a root carries no end over"
    assert Proportion(1, 4).share == F(1, 4)


def test_a_grade_reads() -> None:
    grade = Grade("2C", "ASH", 2011, "weak", "low")
    assert (str(grade), grade.superseded) == ("ASH 2011 grade 2C", None)
    with pytest.raises(ValueError, match="^grade 2C needs the year of its guideline$"):
        Grade("2C", "ASH", 0, "weak", "low")


@pytest.mark.parametrize(
    ("kind", "title", "authors", "year", "short"),
    [
        ("primary", "A trial", "Quiquandon I, Fenaux P", 1990, "Quiquandon 1990"),
        ("primary", "A trial", "Le-Nguyen ABC", 2025, "Le-Nguyen 2025"),
        ("guideline", "A guideline", "ASH", None, "ASH"),
        ("guideline", "A guideline", " van der Berg J , Smith A", 2011, "van der Berg 2011"),
        ("primary", "[A study, in French]", "", 1990, "A study"),
        ("primary", "[X and Y: a study]", "", 1990, "X and Y"),
        ("primary", "A study: the first", "", None, "A study"),
        ("label", "Imuran (azathioprine), US label", "A maker", 2018, "Imuran label"),
        ("label", "Nplate, EU product information", "", None, "Nplate product information"),
        ("label", "[An alert on tablets]", "A body", 2013, "An alert on tablets"),
        ("source-document", "The document", "An author", 2025, "the source"),
    ],
)
def test_a_source_for_a_sentence(kind: str, title: str, authors: str, year: int | None, short: str) -> None:
    assert Source(id="a", title=title, kind=kind, confidence=Confidence.V, authors=authors, year=year).short == short
