"""Facts that can't be made wrong."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Bound
from guideline_core.model.evidence import Citation, Confidence, Layer, Proportion
from guideline_core.model.fact import Fact, Modality, added, convention, stated
from guideline_core.model.origin import BrokenGuideline
from guideline_core.model.quantity import at_least, at_most, between, exactly


def test_without_citation() -> None:
    with pytest.raises(ValueError, match="no citation"):
        Fact(id="x", topic="t", says="s", value=None, absent="none", citations=(), layer=Layer.ADDED)


def test_without_value_or_stated_absence() -> None:
    citation = Citation("ash-2011", "table", Confidence.V)
    with pytest.raises(ValueError, match="absence in words"):
        Fact(id="x", topic="t", says="s", value=None, absent="", citations=(citation,), layer=Layer.ADDED)


def test_markers_keep_their_printed_order() -> None:
    assert stated("x", "t", line=66, markers="5, 4", says="s").markers == ("5", "4")


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


# Facts, word by word

CITES = (Citation("ash-2011", "table 3", Confidence.V), Citation("ash-2019", "p 5", Confidence.MH, ("7",), (12, 13)))


def test_a_fact_of_the_source() -> None:
    fact = stated("moon-size", "moon", between(3, 6, "mo"), line=12, markers=" 5 ,, 4", strength="A", says="s", of="it", defects=["D"])
    (citation,) = fact.citations
    assert citation == Citation("source", "line 12", Confidence.V, ("5", "4"), (12,))
    assert (fact.id, fact.topic, fact.says, fact.layer, fact.modality) == ("moon-size", "moon", "s", Layer.SOURCE, Modality.APPROXIMATELY)
    assert (fact.details, fact.defects, fact.absent, fact.wording, fact.grade) == ((("of", "it"),), ("D",), "", "", None)
    assert (fact.lines, fact.markers, fact.confidence) == ((12,), ("5", "4"), Confidence.V)
    assert fact.origin.startswith("test_fact.py:")
    assert fact.reads == "about 3 to 6 months"
    assert stated("x", "t", line=1, says="s").absent == "the source gives no number"
    assert stated("x", "t", line=1, says="s", absent="none").reads == "none"
    assert stated("x", "t", line=1, says="s", wording="some").reads == "some"
    assert stated("x", "t", line=1, says="s").modality is None


def test_lines_as_a_locator() -> None:
    assert stated("x", "t", line=(3, 9), says="s").citations[0].locator == "lines 3 and 9"
    assert stated("x", "t", line=(3, 5, 9), says="s").citations[0].locator == "lines 3 and 5 and 9"
    through = stated("x", "t", line=(3, 9), through=True, says="s").citations[0]
    assert (through.locator, through.lines) == ("lines 3 to 9", (3, 9))
    for lines in (3, (3, 4, 5)):
        with pytest.raises(ValueError, match="^x: a range of lines has a first and a last$"):
            stated("x", "t", line=lines, through=True, says="s")


def test_a_fact_from_elsewhere() -> None:
    fact = added("x", "t", exactly(5, "mg"), cites=CITES, says="s", wording="five", defects=["D"], of="it")
    assert (fact.citations, fact.layer, fact.wording, fact.defects, fact.details) == (CITES, Layer.ADDED, "five", ("D",), (("of", "it"),))
    assert (fact.topic, fact.says, fact.absent, fact.proportion) == ("t", "s", "", None)
    assert fact.confidence is Confidence.MH, "the weakest of the two"
    assert (fact.markers, fact.lines) == (("7",), (12, 13))
    assert added("x", "t", cites=CITES, says="s").reads == "no number"
    assert added("x", "t", cites=CITES, says="s", absent="nothing").absent == "nothing"


def test_a_bare_fact_says_no_more_than_it_was_given() -> None:
    fact = Fact(id="x", topic="t", says="s", value=exactly(5, "mg"), absent="", citations=CITES, layer=Layer.ADDED)
    assert (fact.modality, fact.details, fact.proportion, fact.grade, fact.wording, fact.defects) == (None, (), None, None, "", ())
    assert fact.reads == "5 mg"


def test_a_proportion_is_a_share_and_reads_as_counts() -> None:
    fact = added("x", "t", Proportion(300, 1200), cites=CITES, says="s")
    assert fact.reads == "300 of 1,200"
    assert (fact.value, fact.proportion) == (exactly(25, "%"), Proportion(300, 1200))


def test_a_convention() -> None:
    fact = convention("x", "t", exactly(5, "mg"), says="s", wording="five", defects=["D"], of="it")
    assert fact.citations == (Citation("site", "conventions", Confidence.SITE),)
    assert (fact.topic, fact.says, fact.value, fact.absent) == ("t", "s", exactly(5, "mg"), "")
    assert (fact.wording, fact.defects, fact.details) == ("five", ("D",), (("of", "it"),))
    assert convention("x", "t", says="s").absent == "no number"
    assert convention("x", "t", says="s", absent="nothing").reads == "nothing"


def test_the_ends_of_a_fact() -> None:
    fact = stated("moon-size", "moon", between(3, 6, "mo"), line=1, says="s")
    assert (fact.low, fact.high) == (Bound(F(3), "mo", "moon-size"), Bound(F(6), "mo", "moon-size"))
    open_ended = stated("moon-size", "moon", at_least(3, "mo"), line=1, says="s")
    with pytest.raises(BrokenGuideline) as caught:
        open_ended.high
    assert str(caught.value).partition(": ")[2] == (
        f"a condition compares with the high end of moon-size, which has none. Take the other end, or give moon-size that end in {open_ended.origin}."
    )
    with pytest.raises(BrokenGuideline, match="the low end of x"):
        stated("x", "t", line=1, says="s").low


def test_a_single_number() -> None:
    assert stated("x", "t", exactly("1.5", "mg"), line=1, says="s").number == F("1.5")
    for value in (between(1, 2, "mg"), at_most(2, "mg"), None):
        with pytest.raises(ValueError, match="^x is not a single number$"):
            stated("x", "t", value, line=1, says="s").number


BAD = [
    (dict(citations=()), r"x has no citation\. Say where the statement comes from\."),
    (dict(value=5), r"x has the value 5 without a unit\. Give it one, as in exactly\(5, \"mg\"\), or write \"1\" for a bare number\."),
    (dict(value=None, absent=""), r"x has neither a value nor a stated absence, or both\. Give either a value with its unit or the absence in words\."),
    (dict(value=exactly(1, "mg"), absent="none"), r"x has neither a value nor a stated absence, or both\. Give"),
    (dict(layer=Layer.SITE), r"x is a convention of this site and cites evidence\. Give it the confidence SITE\."),
]


@pytest.mark.parametrize(("wrong", "message"), BAD, ids=["no citation", "no unit", "nothing", "both", "evidence for a convention"])
def test_a_fact_that_cannot_be(wrong: dict, message: str) -> None:
    right = dict(id="x", topic="t", says="s", value=None, absent="none", citations=CITES, layer=Layer.ADDED, origin="here:1")
    Fact(**right)
    with pytest.raises(BrokenGuideline, match=f"^here:1: {message}"):
        Fact(**right | wrong)
