"""The guideline as a PDF: printed once, in a copy of the site, and read again with other programs than made it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from guideline_core.itp import GUIDELINE
from publish.book import Book, anchor
from publish.cache import ROOT
from publish.pdf import FOOT, NAME


@pytest.fixture(scope="module")
def printed(site, tmp_path_factory):
    """The folder of the copy."""
    copy = tmp_path_factory.mktemp("printed") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("python", "*.map", NAME))
    make(copy)
    return copy


def make(folder: Path) -> None:
    """In a process of its own: another browser may be open in this one."""
    code = "import sys; from pathlib import Path; from publish.pdf import pdf; pdf(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, folder], cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def document(printed) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed / NAME) as opened:
        yield opened


@pytest.fixture(scope="module")
def sheets(printed) -> list[str]:
    """The text of each sheet, as a reader's program gets it out."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not here: install poppler-utils")
    read = subprocess.run(["pdftotext", "-layout", printed / NAME, "-"], capture_output=True, check=True)
    return [" ".join(sheet.split()) for sheet in read.stdout.decode().split("\f")][:-1]


def test_it_is_tagged_in_english_and_has_a_title(document):
    root = document.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert str(document.docinfo.Title).startswith("ITP, second line")
    kinds = {str(each.S) for each in document.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") and each.get("/P")}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link"} <= kinds


def test_every_page_of_the_menu_is_a_chapter_of_its_outline(document, printed):
    with document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    chapters = Book(printed).chapters
    assert len(chapters) > 20
    assert titles[0] == "Contents"
    assert titles[1:] == [chapter.title for chapter in chapters]


def test_every_link_inside_it_leads_somewhere(document):
    places = {str(name) for name in document.Root.Dests}
    inside, outside = [], []
    for page in document.pages:
        for note in page.get("/Annots", []):
            if "/Dest" in note:
                inside.append("/" + str(note.Dest).removeprefix("/"))
            elif "/A" in note and note.A.S == "/URI":
                outside.append(str(note.A.URI))
    assert len(inside) > 1000
    assert set(inside) <= places
    assert any(address.startswith("https://doi.org/") for address in outside)
    assert {f"/{anchor('facts.html', id)}" for id in GUIDELINE.facts} & set(inside)


def test_every_sheet_after_the_first_says_its_edition_its_status_and_its_number(sheets):
    edition = GUIDELINE.edition.version
    assert len(sheets) > 60 and edition in sheets[0]
    for number, text in enumerate(sheets[1:], 2):
        foot = rf"edition {re.escape(edition)}, .*{number} / {len(sheets)} No clinician has checked this site"
        assert re.search(foot, text), f"sheet {number}: …{text[-160:]}"


def test_its_contents_give_the_sheet_on_which_a_chapter_starts(sheets, printed):
    contents = " ".join(sheets[1:4])
    for chapter in Book(printed).chapters:
        (number,) = re.findall(rf"{re.escape(chapter.title)} (\d+)\b", contents)[:1]
        assert chapter.title in sheets[int(number) - 1], chapter.title


def test_it_says_what_the_core_says(sheets):
    text = re.sub(r"\s+", "", "".join(sheets))
    said = [fact.reads for fact in GUIDELINE.facts.values() if fact.value]
    missing = [reads for reads in said if re.sub(r"\s+", "", reads) not in text]
    assert len(said) > 200 and not missing


def test_it_is_offered_on_every_page_and_leaves_nothing_else(printed, site):
    offered = f'{FOOT}<a href="{NAME}">'
    assert all(offered in (printed / name).read_text("utf-8") for name in Book(site).names)
    assert {path.name for path in printed.iterdir()} - {path.name for path in site.iterdir()} <= {NAME}


def test_the_same_pages_give_the_same_bytes(printed):
    before = (printed / NAME).read_bytes()
    make(printed)
    assert (printed / NAME).read_bytes() == before
