"""One style sheet a page, named by its content, that holds what the pages and the theme's script need."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from publish.cache import sha256

LINK = re.compile(r'<link rel="stylesheet" href="/?(assets/css/[^"]+)">')


def test_every_page_asks_for_the_same_one_sheet(site):
    pages = sorted(site.glob("*.html"))
    assert len(pages) > 20
    (sheet,) = {tuple(LINK.findall(page.read_text("utf-8"))) for page in pages}
    assert len(sheet) == 1
    assert [path.relative_to(site).as_posix() for path in site.rglob("*.css")] == list(sheet)
    assert sha256((site / sheet[0]).read_bytes())[:8] in sheet[0]


def test_the_sheet_keeps_what_only_a_script_brings_in_and_drops_what_nobody_uses(site):
    (sheet,) = site.glob("assets/css/*.css")
    text = sheet.read_text("utf-8")
    for kept in (".md-search-result__article", ".md-search-result__more", ".calc-answer", "@media print"):
        assert kept in text, kept
    for dropped in (".md-button", ".md-post", ".md-social"):
        assert dropped not in text, dropped


def test_no_table_is_left_to_rules_of_the_theme_that_are_dropped(site):
    """It styles tables without a class, which makes a browser style a whole page anew."""
    for page in sorted(site.glob("*.html")):
        assert not LexborHTMLParser(page.read_text("utf-8")).css("table:not([class])"), page.name
