"""The checker of the pages' Markdown, and the macros' own stop at a wrong call. Nothing is built here."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined
from mkdocs.utils.meta import get_data

import macros
from guideline_core.itp import GUIDELINE
from macros.calls import PageError
from publish.check_pages import IGNORED, Ignored, check
from publish.macro_calls import JINJA

DOCS = Path(__file__).resolve().parents[2] / "docs"

FRONT = """\
---
title: A page
description: What it holds.
review:
  by: nobody
---

"""

PLANTED = {
    "a number in prose": ("Give 150 mg a day.", 'Give {{ v("aza-dose-fixed") }}.', "“150”"),
    "a range": ("Give 1 to 2 mg/kg a day.", 'Give {{ v("aza-dose-weight") }}.', "“1 to 2”"),
    "a range with a dash": ("It takes 3–6 months.", 'It takes {{ v("aza-time-to-response") }}.', "“3–6”"),
    "a number in bold, away from its unit": ("Wait **6** months.", 'Wait **{{ v("splenectomy-defer-min") }}**.', "“6”"),
    "a number after a name with digits": ("NUDT15 and 30 days.", "NUDT15, SD-01, P1 and IWG 2009.", "“30”"),
    "a count of people": ("It helped 24 of 53.", 'It helped {{ v("aza-quiquandon-cr") }}.', "“24 of 53”"),
    "a year that no source has": ("Since 1887.", "Since ASH 2011.", "“1887”"),
    "a year that is a dose": ("Give 2011 mg.", "As in ASH 2011, mg for mg.", "“2011”"),
    "a platelet unit": ("In 10⁹/L.", "In the source's unit.", "“10”"),
    "a fraction sign": ("About ½ respond.", "Some respond.", "“½”"),
    "a grade without its year": ("Grade 1B.", 'Grade {{ v("tpora-grade") }}.', "“1”"),
    "a heading": ("## Above 75 kg", "## Above that weight", "“75”"),
    "a table": ("| Weight |\n|---|\n| 60 kg |", '| Dose |\n|---|\n| {{ v("aza-cap") }} |', "“60”"),
    "a caption": ("<figcaption>Up to 400 mg</figcaption>", "<figcaption>The dose by weight</figcaption>", "“400”"),
    "an attribute in HTML": ('<p title="30 days">Wait.</p>', '<p title="the wait" id="part-2">Wait.</p>', "“30”"),
    "an alternative text": ("![45% respond](a.png)", "![how many respond](a-45.png)", "“45”"),
    "a picture's title": ('![curve](a.png "24 weeks")', '![curve](a.png "time")', "“24”"),
    "a link's text": ("[after 8 weeks](a.html)", "[afterwards](a-8.html#p-8)", "“8”"),
    "an admonition's title": ('!!! note "Within 4 days"\n    Soon.', '!!! note "In time"\n    Soon.', "“4”"),
    "an admonition's text": ("!!! note\n    After 12 weeks.", "!!! note\n    Later.", "“12”"),
    "code": ("`150 mg`", "`mg`", "“150”"),
    "months in words": ("Wait six months.", "Wait that long. Two doctors agree on one patient.", "“six months”"),
    "a range in words": ("After two to three weeks.", "After the second of three talks.", "“two to three weeks”"),
    "a share in words": ("In a third of people.", "A third reading differs.", "“a third”"),
    "half of a group": ("Half of the patients.", "Both halves of the sentence.", "“Half of the patients”"),
    "a factor in words": ("A tenfold error.", "A grave error.", "“tenfold”"),
    "how often, in words": ("Twice a week.", "Once a cytopenia develops.", "“Twice a week”"),
    "a number handed to a macro": ('{{ term("itp", "6 months") }}', '{{ term("itp", "the disease") }}', "“6”"),
    "a number in braces": ("{{ 150 }}", '{{ v("aza-cap") }}', "only a macro call"),
    "a template that computes": ("{% set weight = 75 %}", '{{ v("aza-cap") }}', "only a macro call"),
    "a macro that isn't there": ('{{ values("aza-cap") }}', '{{ v("aza-cap") }}', "there is no macro “values”"),
    "a fact that isn't there": ('{{ v("aza-cop") }}', '{{ v("aza-cap") }}', "there is no fact “aza-cop”"),
    "a therapy that isn't there": ('{{ glance("aza") }}', '{{ glance("azathioprine") }}', "there is no therapy “aza”"),
    "a call with too little": ("{{ v() }}", '{{ v("aza-cap") }}', "can't be called like this"),
    "braces left open": ('{{ v("aza-cap" }}', '{{ v("aza-cap") }}', "this is no template"),
}
"""Name: what is wrong, the same put right, and what the finding says."""


@pytest.fixture
def page(tmp_path):
    def write(text: str, front: str = FRONT) -> Path:
        path = tmp_path / "azathioprine.md"
        path.write_text(f"{front}{text}\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("wrong, right, says", PLANTED.values(), ids=PLANTED)
def test_finds_it_where_it_is_and_not_where_it_is_not(page, wrong, right, says):
    found = check([page(wrong)])
    assert says in "\n".join(finding.found for finding in found)
    assert not check([page(right)])


def test_says_where_what_the_core_holds_and_what_to_write(page):
    (finding,) = check([page("First.\n\nGive **150** mg a day.")])
    where, found = str(finding).split(": ", 1)
    assert where.endswith("azathioprine.md:10:8")
    assert found.startswith(dedent("""\
        a number typed by hand: “150”
           |
        10 | Give **150** mg a day.
           |        ^^^
           = the core holds aza-dose-fixed: 150 mg a day (source, line 39); """))
    assert '\n   = write {{ v("aza-dose-fixed") }} or {{ v("' in found


@pytest.mark.parametrize("text, fact", [
    ("1-2 mg/kg", "aza-dose-weight"), ("6 months or more", "splenectomy-defer-min"), ("six months", "splenectomy-defer-min"),
    ("45 %", "aza-cr-rate"), ("69 of 83", "romiplostim-kuter-overall"), ("375 mg/m²", "rituximab-dose"),
    ("1,000 people", ""),
])
def test_suggests_the_fact_whose_value_it_is(page, text, fact):
    (finding,) = check([page(text)])
    assert (f'v("{fact}")' in finding.write) if fact else "write it without a number" in finding.write


def test_a_name_near_the_one_that_is_not_there_is_offered(page):
    (finding,) = check([page('{{ v("aza-dose-wieght") }}')])
    assert "aza-dose-weight" in finding.write


def test_columns_hold_behind_macros_links_and_entities(page):
    text = '{{ v("aza-cap") }} and [a link](b-7.html), **bold** &amp; then 30 days'
    (finding,) = check([page(text)])
    assert finding.page.position(finding.place) == (8, text.index("30") + 1)


def test_front_matter_holds_no_number(page):
    front = FRONT.replace("What it holds.", "Up to 150 mg.")
    (finding,) = check([page("Text.", front)])
    assert "in front matter" in finding.found and finding.page.position(finding.place) == (3, 20)


@pytest.mark.parametrize("key", ["title", "description", "review"])
def test_front_matter_says_what_a_page_is(page, key):
    lines = [line for line in FRONT.splitlines(keepends=True) if not line.startswith((key, "  by" if key == "review" else key))]
    (finding,) = check([page("Text.", "".join(lines))])
    assert f"no “{key}”" in finding.found


def test_an_entry_to_ignore_is_used_or_reported(page):
    entry = Ignored("azathioprine.md", "150", "for this test")
    assert not check([page("Give 150 mg.")], ignored=[entry])
    (finding,) = check([page("Give nothing.")], ignored=[entry])
    assert "nothing is left to ignore" in finding.found


def test_without_a_page_it_fails():
    with pytest.raises(ValueError, match="no page"):
        check([])


def test_the_pages_of_this_site_are_clean():
    pages = sorted(DOCS.glob("*.md"))
    assert {f"{id}.md" for id in GUIDELINE.therapies} < {path.name for path in pages}
    assert not [str(finding) for finding in check(pages)]
    assert len(IGNORED) <= 10 and all(entry.reason for entry in IGNORED)


# The builder itself stops at a wrong call


def build(path: Path) -> str:
    """What the builder does with a page's macros, without the builder."""
    markdown, meta = get_data(path.read_text(encoding="utf-8"))
    known = {}
    env = SimpleNamespace(
        conf={"extra": {}}, page=SimpleNamespace(file=SimpleNamespace(abs_src_path=str(path)), meta=meta),
        markdown=markdown, variables={}, macros=known, macro=lambda function, name: known.update({name: function}),
        env=Environment(undefined=StrictUndefined, **JINJA),
    )
    macros.define_env(env)
    env.env.globals.update(known)
    macros.on_pre_page_macros(env)
    return env.env.from_string(env.markdown).render()


def test_a_right_call_is_built(page):
    assert 'data-fact="aza-cap"' in build(page('Never above {{ v("aza-cap") }}.'))


@pytest.mark.parametrize("call, says", [
    ('{{ v("aza-dose-wieght") }}', "there is no fact “aza-dose-wieght”. Did you mean “aza-dose-weight”"),
    ('{{ values("aza-cap") }}', "there is no macro “values”"),
    ("{{ v() }}", "missing a required argument"),
    ('{{ v("aza-cap" }}', "expected"),
])
def test_a_wrong_call_stops_the_build_with_file_and_line(page, call, says):
    path = page(f"First.\n\nThen {call}.")
    with pytest.raises(PageError) as stop:
        build(path)
    message = str(stop.value)
    assert f"{path}:10" in message and says in message
