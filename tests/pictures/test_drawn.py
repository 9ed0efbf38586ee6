"""Pictures on the built pages: they have names, and they show what the tables beside them say."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import chain
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from guideline_core.itp import GUIDELINE
from guideline_core.model.therapy import Basis
from publish.drawn import Axes, between

DRAWN = sorted({therapy.id for therapy, regimen in GUIDELINE.regimens() if regimen.basis is not Basis.NONE})
TABLED = [regimen.id for _, regimen in GUIDELINE.regimens() if regimen.basis in (Basis.WEIGHT, Basis.SURFACE)]
ROUNDED = Fraction(1, 10)


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / f"{name}.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*DRAWN, "dose", "options", "response"])
def test_a_picture_has_a_name_or_is_for_the_eye_alone(site: Path, name: str) -> None:
    tree = page(site, name)
    pictures = [svg for svg in tree.css("figure.pic svg, table.figures svg") if _outermost(svg)]
    assert pictures
    for svg in pictures:
        said = svg.attributes
        if "aria-hidden" not in said:
            assert said["role"] == "img"
            for id in (said["aria-labelledby"], said["aria-describedby"]):
                assert tree.css_first(f'[id="{id}"]').text().strip()
        assert not svg.css("a, [style], [onclick]"), "a picture carries no link and no style of its own"


@pytest.mark.parametrize("id", TABLED)
def test_the_table_says_what_the_picture_shows(site: Path, id: str) -> None:
    owner = next(therapy for therapy, regimen in GUIDELINE.regimens() if regimen.id == id)
    tree = page(site, owner.id)
    figure = tree.css_first(f'figure.pic-dose[data-regimen="{id}"]')
    axes = Axes(figure.css_first("svg.plot"))
    points = [axes.value(point) for point in figure.css_first("polygon.range").attributes["points"].split()]
    lower, upper = points[: len(points) // 2], points[len(points) // 2 :][::-1]
    rows = tree.css(f'tr[data-regimen="{id}"]')
    assert rows
    for row in rows:
        size, *cells = (Fraction(re.match(r"[\d,.]+", cell.text()).group().replace(",", "")) for cell in row.css("th, td"))
        at = min(size, upper[-1][0])  # a coordinate is rounded
        drawn = between(lower, at), between(upper, at)
        for cell, dose in zip(cells if len(cells) == 2 else cells * 2, drawn, strict=True):
            assert abs(cell - dose) <= ROUNDED + axes.blur, f"{id} at {size}"


def test_every_option_stands_in_the_gallery_in_alphabetical_order(site: Path) -> None:
    figures = page(site, "dose").css(".pics > figure.pic")
    names = list(dict.fromkeys(figure.css_first("figcaption a").text() for figure in figures))
    assert names == sorted(names, key=str.lower)
    assert set(names) == {therapy.name for therapy in GUIDELINE.therapies.values() if therapy.regimens}


def test_what_is_not_given_is_said(site: Path) -> None:
    """A therapy without a time has no mark and says so; a check without a frequency says so."""
    groups = page(site, "options").css("table.tracks tbody")
    silent = [group for group in groups if not group.css(".track [data-fact]")]
    assert len(groups) > len(silent) > 0
    assert all("not given" in group.text() for group in silent)
    rows = chain.from_iterable(page(site, name).css(".pic-watch tbody tr") for name in DRAWN)
    undrawn = [row.text() for row in rows if not row.css(".track")]
    assert undrawn and all(re.search(r"no frequency|names no check|no date", text) for text in undrawn)


def test_the_end_of_a_shortest_course_is_not_drawn_as_a_stop(site: Path) -> None:
    tree = page(site, "cyclophosphamide")
    assert tree.css_first('.pic-time [data-fact="cpa-oral-duration"].least')
    assert not tree.css(".pic-time .stop")


def test_a_series_stands_where_its_words_put_it(site: Path) -> None:
    """Every 2 weeks for 3 months of 30.4375 days: 6 times, the last in week 12. Then every month from month 3, of 6."""
    first, then = page(site, "ciclosporin").css(".pic-watch tr:has(circle)")
    words = [" ".join(row.text().split()) for row in (first, then)]
    assert "every 2 weeks for 3 months" in words[0] and "every month from 3 months on" in words[1]
    weeks, months = ([float(dot.attributes["cx"].rstrip("%")) for dot in row.css("circle")] for row in (first, then))
    assert weeks == pytest.approx([100 * 7 * week / (6 * 30.4375) for week in (2, 4, 6, 8, 10, 12)], abs=0.01)
    assert months == pytest.approx([50, 100 * 4 / 6, 100 * 5 / 6, 100], abs=0.01)


def _outermost(svg: LexborNode) -> bool:
    node = svg.parent
    while node is not None and node.tag != "svg":
        node = node.parent
    return node is None


KEYS = {
    ".evidence": {"Dot": "circle.found", "bar": "rect.interval", "Outline": "rect.said", "Stroke": "svg.said"},
    ".pic-time": {"Bar or dot": ".span", "Outline": ".judge", "Stroke": ".stop", "Ring": ".least"},
}


@pytest.mark.parametrize("picture", KEYS)
def test_a_key_names_what_is_drawn_and_nothing_else(site: Path, picture: str) -> None:
    found = [node for path in sorted(site.glob("*.html")) for node in page(site, path.stem).css(picture)]
    assert len(found) > 3
    for node in found:
        keys = [key.text() for key in node.css(".key")]
        named = " ".join(keys).lower()
        assert all(keys), keys
        for word, mark in KEYS[picture].items():
            assert (word.lower() in named) == bool(node.css(f".track {mark}")), (named, mark)
