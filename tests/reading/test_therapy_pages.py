"""How a medicine's page reads: what its card leads to, what it says of silence, and what it folds."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Layer
from macros.layers import FIRST, MOST
from macros.therapy import SILENT, has_dose


@pytest.fixture(params=GUIDELINE.therapies)
def medicine(request, site: Path):
    page = LexborHTMLParser((site / f"{request.param}.html").read_text(encoding="utf-8"))
    return GUIDELINE.therapies[request.param], page


def test_the_card_leads_to_every_part_of_the_page(medicine):
    """Where there is no dose, no question stands before one."""
    therapy, page = medicine
    parts = {node.attributes["id"] for node in page.css("article h2[id]")} | {"stop", "unclear"}
    if not therapy.gates and not has_dose(therapy):
        parts.remove("before")
    leads = {link.attributes["href"].lstrip("#") for link in page.css(".glance a[href^='#']")}
    assert parts == leads


def test_a_silence_is_said_only_where_there_is_one(medicine):
    therapy, page = medicine
    said = {node.text() for node in page.css(".silent")}
    assert said
    assert (SILENT["newer"] in said) == (not therapy.newer)
    for part, words in SILENT.items():
        assert words not in said or not any(fact.layer is Layer.SOURCE for fact in getattr(therapy, part)), part


def test_no_warning_waits_to_be_opened(medicine):
    therapy, page = medicine
    unfolded = page.clone()
    for fold in unfolded.css("details"):
        fold.decompose()
    warnings = {fact.id for fact in (*therapy.avoid, *therapy.safety, *therapy.stop)}
    assert warnings <= {node.attributes["data-fact"] for node in unfolded.css("article .facts .says")}


def test_a_long_row_folds_and_loses_nothing(medicine):
    therapy, page = medicine
    left_out = dict.fromkeys(fact.id for row in therapy.evidence for fact in row.leaves_out)
    if len(left_out) <= MOST:
        assert page.css_first(".left-out details") is None
        return
    assert [node.attributes["data-fact"] for node in page.css(".left-out .says")] == list(left_out)
    assert len(page.css(".left-out > ul > li")) == FIRST
    assert page.css_first(".left-out summary").text() == f"{len(left_out) - FIRST} more statements"
