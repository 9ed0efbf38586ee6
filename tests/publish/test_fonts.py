"""The typefaces of the built site hold what the site says, and set its figures as tables need them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from publish.built import Site
from guideline_core.itp import GUIDELINE

BOTH = ("serif", "sans")


def face(site: Path, name: str) -> TTFont:
    (path,) = site.glob(f"assets/fonts/{name}.????????.woff2")
    return TTFont(path)


@pytest.mark.parametrize("name", BOTH)
def test_every_character_of_every_page_has_a_letter_of_ours(site, name):
    letters = face(site, name).getBestCmap()
    pages = Site(site, GUIDELINE).pages
    assert len(pages) > 20
    missing = {(each, page.name) for page in pages.values() for each in page.text if ord(each) not in letters and each != "\n"}
    assert not missing


@pytest.mark.parametrize("name", BOTH)
def test_powers_and_bounds_of_any_size_can_be_set(site, name):
    letters = face(site, name).getBestCmap()
    assert not [each for each in "⁰¹²³⁴⁵⁶⁷⁸⁹×±≤≥−µ" if ord(each) not in letters]


@pytest.mark.parametrize("weight", [400, 700])
def test_figures_line_up_in_tables(site, weight):
    font = instancer.instantiateVariableFont(face(site, "sans"), {"wght": weight})
    letters, table = font.getBestCmap(), font["GSUB"].table
    (feature,) = {f.FeatureTag: f.Feature for f in table.FeatureList.FeatureRecord if f.FeatureTag == "tnum"}.values()
    even = {}
    for index in feature.LookupListIndex:
        for part in table.LookupList.Lookup[index].SubTable:
            even |= getattr(part, "ExtSubTable", part).mapping
    plain = [letters[ord(each)] for each in "0123456789"]
    widths = {font["hmtx"][even.get(name, name)][0] for name in plain}
    assert len(widths) == 1
    assert len({font["hmtx"][name][0] for name in plain}) > 1, "the face's figures are even anyhow: this test shows nothing"


def test_each_face_comes_with_its_licence(site):
    licences = sorted(site.glob("assets/fonts/*.LICENSE.txt"))
    assert [path.name for path in licences] == ["inter.LICENSE.txt", "source_serif_4.LICENSE.txt"]
    assert all("SIL Open Font License" in path.read_text("utf-8") for path in licences)
