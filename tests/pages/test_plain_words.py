"""The section in plain words, as it is built: easy to read, the same facts, and nothing to fill in."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from guideline_core.itp import GUIDELINE
from guideline_core.itp.therapies import MEDICINES
from guideline_core.model.check import check
from guideline_core.model.evidence import Confidence
from guideline_core.model.origin import BrokenGuideline

with warnings.catch_warnings():
    warnings.simplefilter("ignore", UserWarning)  # it asks setuptools for its own version
    import textstat

DOCS = Path(__file__).parents[2] / "docs"
NAMES = sorted(path.stem for path in DOCS.glob("plain-*.md"))
NOT_PROSE = (".origin", ".headerlink", ".defect-mark", ".eyebrow", ".plan-lines", ".plain-more", "script", "style", "nav")
"""Citations, marks, links to other pages and the picture's labels: not sentences."""
GRADE = 8
AMOUNT = re.compile(r"\d\s*(mg|micrograms?|g|mL)\b")


def article(site: Path, name: str):
    return LexborHTMLParser((site / f"{name}.html").read_text("utf-8")).css_first("article")


def prose(site: Path, name: str) -> str:
    """What a reader reads, a sentence at least from each paragraph, item and heading."""
    page = article(site, name)
    for selector in NOT_PROSE:
        for node in page.css(selector):
            node.decompose()
    found = []
    for node in page.css("p, li, dt, h1, h2, h3"):
        if not node.css("p, ul, ol"):
            words = re.sub(r"\s+", " ", node.text()).strip()
            found.append(words if words.endswith((".", "?", "!")) else f"{words}.")
    return "\n".join(found)


def test_the_section_is_there() -> None:
    assert len(NAMES) == 5
    settings = (DOCS.parent / "mkdocs.yml").read_text("utf-8")
    assert all(f"{name}.md" in settings for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_easy_to_read(site: Path, name: str, record_property) -> None:
    text = prose(site, name)
    assert len(text.split()) > 200, "hardly any text was found"
    grade = textstat.flesch_kincaid_grade(text)
    record_property("flesch_kincaid_grade", grade)
    assert grade <= GRADE, f"{name} reads like grade {grade}"


def test_the_measure_tells_easy_from_hard() -> None:
    hard = GUIDELINE.facts["aza-genotype-gate"].says
    assert textstat.flesch_kincaid_grade(hard) > GRADE


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_fill_in_and_no_amount(site: Path, name: str) -> None:
    page = article(site, name)
    assert page.css("input, select, textarea, itp-calculator") == []
    assert not AMOUNT.search(page.text())


@pytest.mark.parametrize("name", NAMES)
def test_the_emergency_comes_first_and_the_caution_last(site: Path, name: str) -> None:
    page = article(site, name)
    blocks = [node.attributes.get("class") or "" for node in page.css(".plain-emergency, h2, .plain-foot")]
    assert blocks[0] == "plain-emergency" and blocks[-1] == "plain-foot"
    assert GUIDELINE.plain["site-emergency-stop"] in page.css_first(".plain-emergency").text()


@pytest.mark.parametrize("name", NAMES)
def test_its_words_are_those_of_the_core(site: Path, name: str) -> None:
    said = article(site, name).css(".says")
    assert said
    for node in said:
        fact = node.attributes["data-fact"]
        assert " ".join(node.css_first(".says-text").text().split()) == GUIDELINE.plain[fact], fact
        assert node.css_first(".origin a").attributes["href"] == f"facts.html#{fact}"


def test_every_wording_is_used_and_every_medicine_has_its_part(site: Path) -> None:
    shown = {node.attributes["data-fact"] for name in NAMES for node in article(site, name).css(".says")}
    assert set(GUIDELINE.plain) - shown == set()
    cards = [node.attributes["data-therapy"] for node in article(site, "plain-medicines").css(".plain-card")]
    assert sorted(cards) == sorted(therapy.id for therapy in MEDICINES)


def test_nothing_recalled_is_told() -> None:
    """What nobody has looked up is for professionals, who can."""
    assert [id for id in GUIDELINE.plain if GUIDELINE.facts[id].confidence is Confidence.MH] == []


def test_words_for_no_fact_stop_the_build(monkeypatch) -> None:
    monkeypatch.setitem(GUIDELINE.plain, "aza-no-such-fact", "A word.")
    with pytest.raises(BrokenGuideline, match="itp/plain.py.*aza-no-such-fact"):
        check(GUIDELINE)
