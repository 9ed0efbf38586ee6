"""The built pages against the core: the site as it is, and copies of it with one fault each."""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Confidence
from publish.check_site import CHECKS, check

AZATHIOPRINE = "azathioprine.html"

PLANTED = {
    "another value for the machine": ("values", AZATHIOPRINE, 'data-value="1..2"', 'data-value="1..3"'),
    "another unit": ("values", AZATHIOPRINE, 'data-unit="mg/kg/d"', 'data-unit="mg/kg/wk"'),
    "another bound": ("values", "pathway.html", 'data-open="high"', 'data-open="low"'),
    "another value for the reader": ("values", AZATHIOPRINE, ">1 to 2\N{NO-BREAK SPACE}mg/kg a day<", ">1 to 3 mg/kg a day<"),
    "a fact that isn't there": ("values", AZATHIOPRINE, 'data-fact="aza-cap"', 'data-fact="aza-cop"'),
    "another fraction": ("values", "options.html", 'data-exact="2400/53..2400/53"', 'data-exact="2400/59..2400/59"'),
    "another low end in the register": ("round_trip", "facts.html", 'data-value="1..2"', 'data-value="0..2"'),
    "another high end in the register": ("round_trip", "facts.html", 'data-value="1..2"', 'data-value="1..20"'),
    "an end too many in the register": ("round_trip", "facts.html", 'data-value="6.."', 'data-value="6..6"'),
    "a fraction that was cut off": ("round_trip", "facts.html", ' data-exact="25..100/3"', ""),
    "another unit in the register": ("round_trip", "facts.html", 'data-unit="mg/kg/d"', 'data-unit="mg/kg"'),
    "a bound that became inclusive": ("round_trip", "facts.html", ' data-open="high"', ""),
    "a bound that became strict": ("round_trip", "facts.html", 'data-unit="mg/kg/d"', 'data-unit="mg/kg/d" data-open="low"'),
    "a number that isn't there": ("round_trip", "facts.html", 'data-value="1..2"', 'data-values="1..2"'),
    "a fact too many": ("round_trip", "facts.html", "</main>", '<article data-fact="aza-cop"></article></main>'),
    "another statement": ("statements", AZATHIOPRINE, ">Azathioprine is <", ">Azathioprine is hardly <"),
    "a fact without an entry": ("shown", "facts.html", 'data-fact="aza-cap"', 'data-fact="aza-dose-fixed"'),
    "a defect that isn't shown": ("lists", "unclear.html", 'id="SD-01"', 'id="SD-1"'),
    "another dose in a table": (
        "tables", AZATHIOPRINE, r"(<th[^>]*>60\skg</th> <td[^>]*>60</td> <td[^>]*>)120<", r"\g<1>150<",
    ),
    "another dose in a picture": ("doses", AZATHIOPRINE, r'(<polygon points="[\d.]+),[\d.]+', r"\g<1>,120"),
    "another cap in a picture": ("doses", AZATHIOPRINE, r'(class="cap"[^>]*) y1="[\d.]+"', r'\g<1> y1="75"'),
    "a crossing elsewhere": ("doses", AZATHIOPRINE, r'(class="crossing" cx=)"[\d.]+%"', r'\g<1>"30%"'),
    "another tablet in a picture": ("doses", AZATHIOPRINE, r'(class="sold" x="100%" y=)"[\d.]+"', r'\g<1>"100"'),
    "an interval that is too narrow": ("tracks", AZATHIOPRINE, r'(<rect x="[\d.]+%") width="[\d.]+%"( y="8" height="4")', r'\g<1> width="2%"\g<2>'),
    "a dot elsewhere": ("tracks", AZATHIOPRINE, r'(class="found" cx=)"[\d.]+%"', r'\g<1>"10%"'),
    "a time drawn elsewhere": ("tracks", "options.html", r'(<rect x=)"[\d.]+%"( width="[\d.]+%" y="6")', r'\g<1>"10%"\g<2>'),
    "a check on another day": ("tracks", AZATHIOPRINE, r'(<circle cx=)"3.833%"', r'\g<1>"5%"'),
    "a link to nowhere": ("links", "index.html", 'href="pathway.html"', 'href="pathways.html"'),
    "an anchor to nowhere": ("links", AZATHIOPRINE, 'href="options.html#newer"', 'href="options.html#newest"'),
    "a link to another host": ("links", "index.html", 'href="pathway.html"', 'href="https://example.org/pathway.html"'),
    "a script from another host": ("requests", "index.html", "<h1", '<script src="//example.org/a.js"></script><h1'),
    "a picture that isn't there": ("requests", "index.html", "</body>", '<img src="assets/none.png"></body>'),
    "a macro's error": ("errors", "index.html", "</h1>", "</h1><p>Macro Rendering Error</p>"),
    "braces that nothing read": ("errors", "index.html", "</h1>", "</h1><p>{{ v() }}</p>"),
    "an id twice": ("ids", AZATHIOPRINE, 'id="place"', 'id="dose"'),
    "parts in another order": ("anatomy", AZATHIOPRINE, 'id="place"', 'id="position"'),
    "no card at the top": ("anatomy", AZATHIOPRINE, 'class="glance"', 'class="glimpse"'),
}
"""Name: the check that must find it, the page, and what to put for what."""


@pytest.fixture
def copy(site, tmp_path) -> Path:
    """The site's pages, to be spoiled; what they load is only linked."""
    for path in site.rglob("*.html"):
        target = tmp_path / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    (tmp_path / "assets").symlink_to(site / "assets")
    return tmp_path


def test_the_built_site_agrees_with_the_core(site):
    report = check(site)
    assert not [str(finding) for finding in report.findings]
    assert set(report.looked_at) == set(CHECKS) and all(report.looked_at.values())
    assert report.looked_at["shown"] == len(GUIDELINE.facts)


def test_every_fact_can_be_rebuilt_from_the_published_page_alone(site):
    """Read with the standard library's parser, so that nothing of this project stands between page and core."""
    reader = Register()
    reader.feed((site / "facts.html").read_text(encoding="utf-8"))
    core = {
        fact.id: fact.value and (fact.value.low, fact.value.high, fact.value.unit, fact.value.low_inclusive, fact.value.high_inclusive)
        for fact in GUIDELINE.facts.values()
    }
    assert len(core) > 400 and any(value is None for value in core.values())
    assert reader.facts == core


class Register(HTMLParser):
    """The facts of the register: low, high, unit, and whether the ends belong to the value."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: dict[str, tuple | None] = {}
        self.id = ""

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "article" and "data-fact" in said:
            self.id = said["data-fact"]
            self.facts[self.id] = None
        elif self.id and said.get("data-fact") == self.id and "data-value" in said:
            ends = [Fraction(end) if end else None for end in said.get("data-exact", said["data-value"]).split("..")]
            is_open = said.get("data-open", "").split()
            self.facts[self.id] = (*ends, said["data-unit"], "low" not in is_open, "high" not in is_open)

    def handle_endtag(self, tag):
        if tag == "article":
            self.id = ""


@pytest.mark.parametrize("found_by, page, old, new", PLANTED.values(), ids=PLANTED)
def test_finds_a_planted_fault(copy, found_by, page, old, new):
    path = copy / page
    text = path.read_text(encoding="utf-8")
    spoiled, times = re.subn(old if "(" in old else re.escape(old), new if "(" in old else new.replace("\\", r"\\"), text)
    assert times, f"{page} has nothing to spoil"
    path.write_text(spoiled, encoding="utf-8")
    findings = check(copy).findings
    assert any(each.check == found_by and each.page == page for each in findings), [str(each) for each in findings]


def test_finds_a_style_sheet_that_loads_from_elsewhere(copy):
    (copy / "extra.css").write_text('@import "https://example.org/a.css"; p { background: url(none.png) }')
    found = [finding for finding in check(copy).findings if finding.page == "extra.css"]
    assert [finding.check for finding in found] == ["requests", "requests"]


def test_finds_a_therapy_without_a_page(copy):
    (copy / AZATHIOPRINE).unlink()
    assert any(finding.check == "anatomy" and "no page" in finding.what for finding in check(copy).findings)


def test_every_check_fails_where_it_finds_nothing_to_check(tmp_path):
    found = {finding.check for finding in check(tmp_path).findings}
    assert found == set(CHECKS)


def test_no_line_ends_between_a_number_and_its_unit(site):
    parted = re.compile(r"\d (?:×|(?:mg|g|kg|micrograms?|mL|days?|weeks?|months?|years?)(?![\w-]))|× \d|\b[Gg]rade \d")
    for page in sorted(site.glob("*.html")):
        said = LexborHTMLParser(page.read_text("utf-8")).css(".says-text, .v, td, figcaption")
        assert not (found := [hit for each in said for hit in parted.findall(each.text())]), (page.name, found)


def test_that_a_statement_is_not_checked_is_said_once(site):
    doubt, seen = Confidence.MH.meaning, 0
    for page in sorted(site.glob("*.html")):
        for each in LexborHTMLParser(page.read_text("utf-8")).css(".says"):
            is_doubtful = GUIDELINE.facts[each.attributes["data-fact"]].confidence is Confidence.MH
            # Another may say it of what it rests on.
            assert is_doubtful <= each.text().count(doubt) <= 1, (page.name, each.text())
            seen += is_doubtful
    assert seen > 10


def test_the_glossary_does_not_repeat_a_name(site):
    terms = LexborHTMLParser((site / "definitions.html").read_text("utf-8")).css(".terms > div")
    others = [(term, name) for term in terms for line in term.css("dd > .aside") for name in line.text().removeprefix("Also: ").split(", ")]
    assert len(others) > 50
    for term, name in others:
        means = f"{term.css_first('dt').text()} {term.css_first('dd > p').text()}"
        assert name.strip().lower() not in means.lower(), (name, means)
