"""`make check FIX=1`: what it mends, what it leaves alone, and that it says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideline_core.itp import GUIDELINE
from publish.check.documents import Documents, some_pages
from publish.check.mend import mended
from publish.check.spellings import spellings
from publish.check.strings import read_module
from publish.check_pages import check, main
from tests.pages.conftest import FRONT

MENDED = {
    "a dose by weight": ("Azathioprine by weight: 1-2 mg/kg a day.", 'Azathioprine by weight: {{ v("aza-dose-weight") }}.'),
    "counted people": (
        "24 of 53 adults reached a complete response.",
        '{{ v("aza-quiquandon-cr") }} adults reached a complete response.',
    ),
    "about so many": (
        "In all, about 45 % reach a complete response.",
        'In all, {{ v("aza-cr-rate") }} reach a complete response.',
    ),
    "one end": (
        "Romiplostim is put on hold over 400 × 10⁹/L in the label.",
        'Romiplostim is put on hold over {{ v("romiplostim-label-hold", "low") }} in the label.',
    ),
    "a spelling": ("As with Cyclosporine A, or CsA.", "As with Ciclosporin, or ciclosporin."),
    "a unit": ("At 50mcg, 1 \u00b5g.", "At 50 micrograms, 1 microgram."),
    "a letter": ("On Azathiprine.", "On Azathioprine."),
    "a spelling, then the number": (
        "Rituximab: 375 mg/m2 of body surface.", 'Rituximab: {{ v("rituximab-dose") }} of body surface.',
    ),
}

LEFT = {
    "a value of several facts": "Give 150 mg a day.",
    "a value that the words don't tell": "Here 375 mg/m² is a number.",
    "a value of several facts, in words": "Splenectomy waits six months.",
    "a value that a macro shows otherwise": "Some 45% reach a complete response.",
    "another therapy's value": "With rituximab 1 to 2 mg/kg a day by weight.",
    "a number in bold": "Azathioprine by weight: **1 to 2** mg/kg a day.",
    "a number that no fact has": "After 7 months of azathioprine.",
    "a quotation": "Azathioprine, “CsA”.",
    "a title": '[Azathioprine](a.html "by weight 1 to 2 mg/kg a day")',
    "code": "Azathioprine by weight: `1 to 2 mg/kg a day`.",
    "a link": "Azathioprine by weight: [1 to 2 mg/kg a day](a.html).",
    "a heading": "## Azathioprine by weight: 1 to 2 mg/kg a day",
    "HTML": "<p>Azathioprine by weight: 1 to 2 mg/kg a day</p>",
}


def mend(path) -> list[str]:
    return mended(lambda: check(some_pages([path], GUIDELINE), ()))


@pytest.mark.parametrize("wrong, right", MENDED.values(), ids=MENDED)
def test_mends_what_leaves_no_doubt(page, wrong, right):
    path = page(wrong)
    assert mend(path)
    assert path.read_text(encoding="utf-8") == f"{FRONT}{right}\n"
    assert not mend(path)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_leaves_alone_what_could_mean_two_things(page, text):
    path = page(text)
    assert not mend(path)
    assert path.read_text(encoding="utf-8") == f"{FRONT}{text}\n"


def test_says_what_it_mended_and_what_is_left(page, capfd):
    path = page("With CsA.\n\nGive 150 mg a day.")
    assert main(["--fix", str(path)]) == 1
    said = capfd.readouterr().out
    assert f"{path}:9:6: “CsA” is now “ciclosporin”\n1 place mended" in said
    assert f"{path}:11:6: a number typed by hand: “150”" in said and "1 page checked: 1 finding" in said
    assert main([str(page("With ciclosporin."))]) == 0


def test_mends_a_string_of_the_core(tmp_path):
    path = tmp_path / "guideline_core" / "planted.py"
    path.parent.mkdir()
    before = 'x = stated(\n    "aza-cap", says="Given in \\\n mcg, then "\n    "CsA.")\n'
    path.write_text(before.replace("\\\n ", ""))
    fact = replace(GUIDELINE.facts["aza-cap"], says="Given in mcg, then CsA.")
    guideline = replace(GUIDELINE, facts={**GUIDELINE.facts, fact.id: fact})
    done = mended(lambda: list(spellings(Documents(guideline, (), (read_module(path),)))))
    assert path.read_text() == 'x = stated(\n    "aza-cap", says="Given in micrograms, then "\n    "ciclosporin.")\n'
    assert len(done) == 2
