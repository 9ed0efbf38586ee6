"""The checker of what was written by hand in pages: each kind of finding, where it is and where it isn't."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from guideline_core.itp import GUIDELINE
from publish.check.documents import some_pages, whole_site
from publish.check.finding import Finding
from publish.check.ignored import IGNORED, Ignored
from publish.check_pages import check
from tests.pages.conftest import FRONT

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
    "a grade typed by hand": ("ASH 2011 grade 1B.", 'Grade {{ v("tpora-grade") }}.', "“1”"),
    "a superseded grade without its year": ("Grade 1B.", 'Grade {{ v("tpora-grade") }}.', "“1B” stands without its year"),
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
    "a drug spelt another way": ("As with cyclosporine.", "As with ciclosporin a drug is.", "“cyclosporine” is another"),
    "a drug's short form": ("As with CsA.", "As with “CsA”, which others write.", "“CsA” is another"),
    "a drug with a letter wrong": ("On azathiprine.", "On azathioprine, prednisone or prednisolone.", "“azathiprine” is another"),
    "a unit spelt another way": ("In mcg.", "In micrograms; two mechanisms.", "“mcg” is another"),
    "a unit with the other micro sign": ("In \u03bcg.", "In micrograms.", "“\u03bcg” is another"),
    "a unit with its own sign": ("In mg/m2.", "In mg/m².", "“mg/m2” is another"),
    "a spelling in front of a picture": ("![Imuran, or CsA](a.png)", "![Imuran](a.png)", "“CsA” is another"),
    "a citation of another fact": (
        'It helped {{ v("aza-quiquandon-cr") }} {{ cite("aza-ontario-response") }}.',
        'It helped {{ v("aza-quiquandon-cr") }} {{ cite("aza-quiquandon-any") }}.', "“Le-Nguyen 2025” doesn't support",
    ),
    "a citation ahead of its fact": (
        '{{ cite("aza-ontario-response") }} has {{ v("aza-quiquandon-cr") }}.',
        '{{ cite("aza-ontario-response") }} alone.\n\nAnd {{ v("aza-quiquandon-cr") }}.', "doesn't support aza-quiquandon-cr",
    ),
    "a citation that is only a link": (
        '{{ v("aza-quiquandon-cr") }} ([who](sources.md#ontario-2022))',
        '{{ v("aza-quiquandon-cr") }} ([who](sources.md#quiquandon-1990))', "doesn't support aza-quiquandon-cr",
    ),
    "two citations in a row": (
        '{{ v("aza-quiquandon-cr") }} {{ cite("aza-quiquandon-cr") }}, {{ v("aza-cap") }} {{ cite("aza-quiquandon-cr") }}',
        '{{ v("aza-quiquandon-cr") }} {{ cite("aza-quiquandon-cr") }}, {{ v("aza-cap") }} {{ cite("aza-cap") }}',
        "doesn't support aza-cap",
    ),
    "a table under another therapy's heading": (
        '## Ciclosporin {#other}\n\n{{ dose_table("azathioprine") }}',
        '## Ciclosporin {#other}\n\n{{ dose_table("ciclosporin") }}',
        "shows azathioprine under the heading “Ciclosporin”",
    ),
    "a table on another therapy's page": (
        '## Dose {#dose}\n\n{{ dose_table("ciclosporin") }}', '## Dose {#dose}\n\n{{ dose_table("azathioprine") }}',
        "shows ciclosporin under the heading",
    ),
    "a list under another part's heading": (
        '## Monitoring\n\n### How {#how}\n\n{{ facts_list("azathioprine", "avoid") }}',
        '## Who should not have it {#avoid}\n\n{{ facts_list("azathioprine", "avoid") }}', "stands under the heading “Monitoring”",
    ),
    "pitfalls of another kind": ('## Timing\n\n{{ pitfalls("dosing") }}', '## Timing\n\n{{ pitfalls("timing") }}', "“Timing”"),
    "a row of another therapy": (
        '| | Dose |\n|---|---|\n| Ciclosporin | {{ v("aza-dose-weight") }} |',
        '| | Dose |\n|---|---|\n| Azathioprine | {{ v("aza-dose-weight") }} |', "headed “Ciclosporin”",
    ),
    "a column of another therapy": (
        '| | Ciclosporin |\n|---|---|\n| A day | {{ v("aza-dose-weight") }} |',
        '| | Azathioprine |\n|---|---|\n| A day | {{ v("aza-dose-weight") }} |', "headed “Ciclosporin”",
    ),
    "a column of another part": (
        '| | Onset |\n|---|---|\n| Azathioprine | {{ v("aza-dose-weight") }} |',
        '| | Onset |\n|---|---|\n| Azathioprine | {{ v("aza-time-to-response") }} |', "headed “Onset”",
    ),
}
"""Name: what is wrong, the same put right, and what the finding says."""


def found(path: Path, ignored=()) -> list[Finding]:
    return check(some_pages([path], GUIDELINE), ignored)


@pytest.mark.parametrize("wrong, right, says", PLANTED.values(), ids=PLANTED)
def test_finds_it_where_it_is_and_not_where_it_is_not(page, wrong, right, says):
    assert says in "\n".join(finding.found for finding in found(page(wrong)))
    assert not found(page(right))


def test_says_where_what_the_core_holds_and_what_to_write(page):
    (finding,) = found(page("First.\n\nGive **150** mg a day."))
    where, rest = str(finding).split(": ", 1)
    assert where.endswith("azathioprine.md:11:8")
    assert rest.startswith(dedent("""\
        a number typed by hand: “150”
           |
        11 | Give **150** mg a day.
           |        ^^^
           = the core holds aza-dose-fixed: 150 mg a day (source, line 39); """))
    assert '\n   = write {{ v("aza-dose-fixed") }} or {{ v("' in rest


@pytest.mark.parametrize("text, fact", [
    ("1-2 mg/kg", "aza-dose-weight"), ("6 months or more", "splenectomy-defer-min"), ("six months", "splenectomy-defer-min"),
    ("45 %", "aza-cr-rate"), ("69 of 83", "romiplostim-kuter-overall"), ("375 mg/m²", "rituximab-dose"),
    ("30 ×10⁹/L", "trigger-platelets"), ("1,000 people", ""),
])
def test_suggests_the_fact_whose_value_it_is(page, text, fact):
    (finding,) = [each for each in found(page(text)) if each.kind == "number"]
    assert (f'v("{fact}"' in finding.write) if fact else "write it without a number" in finding.write


def test_a_name_near_the_one_that_is_not_there_is_offered(page):
    (finding,) = found(page('{{ v("aza-dose-wieght") }}'))
    assert "aza-dose-weight" in finding.write


def test_columns_hold_behind_macros_links_and_entities(page):
    text = '{{ v("aza-cap") }} and [a link](b-7.html), **bold** &amp; then 30 days'
    (finding,) = found(page(text))
    assert finding.file.position(finding.place) == (9, text.index("30") + 1)


def test_front_matter_holds_no_number(page):
    front = FRONT.replace("What it holds.", "Up to 150 mg.").replace("review:", "search:\n  boost: 0.3\nreview:")
    (finding,) = found(page("Text.", front))
    assert "in front matter" in finding.found and finding.file.position(finding.place) == (3, 20)


def test_templates_and_settings_hold_no_number(page):
    template = '{# 7 #}<p title="30 days" class="p-8">{{ page.title }} <b>12 weeks</b></p><script>9</script>'
    assert [each.text for each in found(page(template, "", "main.html"))] == ["30", "12"]
    settings = "site_name: After 4 days\nsite_url: http://127.0.0.1/\nnav:\n  - At 6 weeks: at-7.md\nplugins:\n  - a: 8\n"
    assert [each.text for each in found(page(settings, "", "mkdocs.yml"))] == ["4", "6"]


@pytest.mark.parametrize("key", ["title", "description", "review"])
def test_front_matter_says_what_a_page_is(page, key):
    inner = ("  by", "  dates") if key == "review" else ()
    lines = [line for line in FRONT.splitlines(keepends=True) if not line.startswith((key, *inner))]
    (finding,) = found(page("Text.", "".join(lines)))
    assert f"no “{key}”" in finding.found


@pytest.mark.parametrize("wrong, key", [("  by: nobody\n", "by"), ("  dates: edition\n", "dates")])
def test_the_review_block_says_by_whom_and_when(page, wrong, key):
    (finding,) = found(page("Text.", FRONT.replace(wrong, "")))
    assert finding.kind == "review" and f"“{key}”" in finding.found
    (finding,) = found(page("Text.", FRONT.replace(wrong, f"  {key}:\n")))
    assert finding.kind == "review" and f"“{key}”" in finding.found


def test_an_entry_to_ignore_is_used_or_reported(page):
    entry = Ignored("azathioprine.md", "150", "for this test")
    assert not found(page("Give 150 mg."), [entry])
    (finding,) = found(page("Give nothing."), [entry])
    assert "nothing is left to ignore" in finding.found


def test_without_a_page_it_fails(tmp_path):
    with pytest.raises(ValueError, match="no page"):
        some_pages([], GUIDELINE)
    with pytest.raises(ValueError, match=r"there is no \*.md in .*docs to check"):
        whole_site(GUIDELINE, tmp_path)


def test_this_site_is_clean():
    documents = whole_site(GUIDELINE)
    assert {f"{id}.md" for id in GUIDELINE.therapies} < {page.path.name for page in documents.guides}
    assert not [str(finding) for finding in check(documents)]
    assert len(IGNORED) <= 10 and all(entry.reason for entry in IGNORED)


def test_does_not_prove_the_rules_to_read_a_page(page, monkeypatch):
    def properties():
        raise AssertionError("the proofs were run")

    monkeypatch.setattr("macros.names.properties", properties)
    assert not found(page("{{ proofs() }}"))
    assert "can't be called like this" in found(page('{{ proofs("x") }}'))[0].found
