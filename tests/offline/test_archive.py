"""The zip: unpacked and opened as files it can be read and searched, and served it does all that the site does."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from publish.archive import NAME, SERVE
from publish.serve import serving
from tests.calculators.reader import Reader


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(site / NAME) as archive:
        archive.extractall(folder)
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the page asks for, from the first moment on."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


def test_holds_every_page_and_nothing_that_only_a_host_needs(site: Path, unpacked: Path) -> None:
    pages = {path.name for path in site.glob("*.html")}
    assert len(pages) > 20 and {path.name for path in unpacked.glob("*.html")} == pages
    assert not [name for name in ("_headers", ".htaccess", "service-worker.js", NAME) if (unpacked / name).exists()]


def test_pages_tables_and_search_work_from_files(unpacked: Path, page: Page, asked: list[str]) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.locator('.md-content a[href$="options.html"]').first.click()
    page.wait_for_url("**/options.html")
    expect(page.locator("table").first).to_be_visible()
    assert page.locator("body").evaluate("body => getComputedStyle(body).fontFamily"), "no style sheet"
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("thiopurine")
    found = page.locator(".md-search-result__item a").first
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url(re.compile(r"\.html"))
    expect(page.locator("h1")).to_be_visible()
    assert asked and not [address for address in asked if not address.startswith(("file:", "data:"))]


@pytest.mark.parametrize("name", ["dose", "eligibility", "response", "planner", "azathioprine"])
def test_a_calculator_opened_as_a_file_says_what_to_do(unpacked: Path, page: Page, name: str) -> None:
    page.goto((unpacked / f"{name}.html").as_uri())
    page.locator(".calc").first.scroll_into_view_if_needed()
    said = page.locator(".calc-needs").first
    expect(said).to_be_visible()
    expect(said).to_contain_text("This page was opened as a file")
    expect(said.locator("code")).to_have_text(SERVE)
    expect(page.locator("fieldset.calc-form")).to_have_attribute("disabled", "")


def test_served_by_that_line_it_answers(unpacked: Path, page: Page) -> None:
    with serving(unpacked) as address:
        reader = Reader(page, address).open("romiplostim")
        reader.answers({"active_bleeding": "no", "age": "50", "pregnant": "no", "weight": {"value": "61", "unit": "kg"}})
        assert reader.shown().pieces["regimen"]
        expect(page.locator(".calc-needs")).to_be_hidden()
