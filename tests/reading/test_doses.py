"""The doses of a page in words: each statement once, whatever it goes with."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from guideline_core.itp import GUIDELINE
from guideline_core.model.therapy import Basis

DOSED = [name for name, therapy in GUIDELINE.therapies.items() if any(each.basis is not Basis.NONE for each in therapy.regimens)]


@pytest.mark.parametrize("name", DOSED)
def test_each_statement_once(site: Path, name: str) -> None:
    """Also what is both the count and the interval of a regimen, and what goes with every regimen."""
    page = LexborHTMLParser((site / f"{name}.html").read_text("utf-8"))
    said = [node.attributes["data-fact"] for node in page.css("dl.regimens li > .says")]
    therapy = GUIDELINE.therapies[name]
    warnings = {fact.id for fact in (*therapy.avoid, *therapy.safety)}
    noted = {note.id for regimen in therapy.regimens for note in regimen.notes}
    assert len(said) == len(set(said)) and set(said) & warnings == set() and noted <= {*said, *warnings}
