"""What the whole site leaves out: facts, pitfalls and defects that no page shows, sources that nothing cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideline_core.itp import GUIDELINE
from publish.check.documents import whole_site
from publish.check.shown import never_shown
from publish.check.sources import uncited

FACT, PITFALL, DEFECT = GUIDELINE.facts["aza-cap"], GUIDELINE.pitfalls["pitfall-emergency"], GUIDELINE.defects["SD-01"]
SOURCE, READING = GUIDELINE.sources["choi-2022"], GUIDELINE.sources["korean-2022"]

HIDDEN = {
    "a fact": ("facts", replace(FACT, id="hidden", topic="hidden"), replace(FACT, id="hidden", topic="open point")),
    "a pitfall": ("pitfalls", replace(PITFALL, id="hidden", kind="hidden"), replace(PITFALL, id="hidden", kind="timing")),
    "a defect": ("defects", replace(DEFECT, id="hidden", severity="D"), replace(DEFECT, id="hidden", severity="C")),
}
"""Name: the shelf, a thing that no page shows, and one that some page does."""


@pytest.mark.parametrize("shelf, hidden, seen", HIDDEN.values(), ids=HIDDEN)
def test_finds_what_no_page_shows(shelf, hidden, seen):
    def found(thing):
        return list(never_shown(whole_site(replace(GUIDELINE, **{shelf: {**getattr(GUIDELINE, shelf), thing.id: thing}}))))

    (finding,) = found(hidden)
    assert "hidden stands on no page" in finding.found
    assert not found(seen)


def test_a_missing_thing_is_placed_where_the_core_states_it():
    documents = whole_site(GUIDELINE)
    found = list(never_shown(replace(documents, pages=tuple(page for page in documents.pages if page.path.stem != "pathway"))))
    assert found
    for finding in found:
        line, column = finding.file.position(finding.place)
        assert finding.file.line(line)[column - 1 :].startswith(f'{finding.text}"')
        assert finding.file.name.startswith("guideline_core/itp/")


@pytest.mark.parametrize("wrong, right, says", [
    (replace(SOURCE, id="strange"), replace(SOURCE, id="strange", unused="Further reading."), "strange is cited nowhere"),
    (replace(SOURCE, unused="Further reading."), SOURCE, "choi-2022 is cited, and says that it isn't used"),
    (replace(READING, unused=""), READING, "korean-2022 is cited nowhere"),
])
def test_finds_a_source_that_nothing_cites(wrong, right, says):
    def found(source):
        return list(uncited(whole_site(replace(GUIDELINE, sources={**GUIDELINE.sources, source.id: source}))))

    (finding,) = found(wrong)
    assert says in finding.found
    assert not found(right)
