"""Statements that can't be made wrong."""

from __future__ import annotations

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Citation, Confidence, Grade, Layer, Proportion
from guideline_core.model.statement import Fact, added, convention, stated


def test_without_citation() -> None:
    with pytest.raises(ValueError, match="no citation"):
        Fact(id="x", topic="t", says="s", value=None, absent="none", citations=(), layer=Layer.ADDED)


def test_without_value_or_stated_absence() -> None:
    citation = Citation("ash-2011", "table", Confidence.V)
    with pytest.raises(ValueError, match="absence in words"):
        Fact(id="x", topic="t", says="s", value=None, absent="", citations=(citation,), layer=Layer.ADDED)


def test_low_confidence_is_never_published() -> None:
    with pytest.raises(ValueError, match="never published"):
        Citation("somewhere", "page", Confidence.ML)


def test_a_grade_needs_its_year() -> None:
    with pytest.raises(ValueError, match="needs the year"):
        Grade("1B", "ASH", None, "strong", "moderate")
    assert str(GUIDELINE.facts["tpora-grade"].grade) == "ASH 2011 grade 1B (superseded 2019)"


def test_markers_keep_their_printed_order() -> None:
    assert stated("x", "t", line=66, markers="5, 4", says="s").markers == ("5", "4")


@pytest.mark.parametrize(
    ("events", "total", "low", "high"),
    [(24, 53, "32.7", "58.5"), (10, 12, "55.2", "95.3"), (14, 19, "51.2", "88.2"), (17, 20, "64.0", "94.8")],
)
def test_wilson(events: int, total: int, low: str, high: str) -> None:
    """The intervals that the brief prints."""
    assert [f"{float(end) * 100:.1f}" for end in Proportion(events, total).wilson()] == [low, high]


def test_layers_never_blur() -> None:
    assert added("x", "t", cites=(Citation("ash-2011", "p", Confidence.V),), says="s").layer is Layer.ADDED
    assert convention("x", "t", says="s").layer is Layer.SITE
    for fact in GUIDELINE.facts.values():
        cites_document = any(c.source == "source" for c in fact.citations)
        assert cites_document is (fact.layer is Layer.SOURCE), fact.id
        assert (fact.confidence is Confidence.SITE) is (fact.layer is Layer.SITE), fact.id


def test_no_marker_is_mapped_to_a_work() -> None:
    """Markers stand on the source's own lines alone: no citation of another work carries one."""
    for fact in GUIDELINE.facts.values():
        for citation in fact.citations:
            assert citation.source == "source" or not citation.markers, fact.id
