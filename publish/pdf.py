"""The whole guideline as one tagged PDF with an outline, printed by Chromium, and offered at the foot of every page.

It is printed twice: the first time to learn on which sheet each chapter starts, the second with that in the contents.
Dates and ids are taken out of it, so that the same site gives the same bytes.
"""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
from playwright.sync_api import Page, sync_playwright

from publish.book import Book, anchor
from publish.bootstrap import VENV
from publish.cache import cached
from publish.fonts import FACES, characters_of, cut, source_of
from publish.serve import serving

NAME = "guideline.pdf"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


FOOT = '<p class="colophon-links">'

SERIF, ITALIC, SANS = FACES
STILL = [(SERIF, 400), (SERIF, 600), (ITALIC, 400), (SANS, 400), (SANS, 600)]
"""A face whose weight varies would be drawn letter by letter; these are embedded as typefaces."""


def pdf(site: Path) -> None:
    book, faces = Book(site), still_faces(site)
    browser = os.environ.get("CHROMIUM") or (VENV / "chromium-path").read_text()
    with serving(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        page = chromium.new_page()
        # Under addresses of the site, where they are looked for; they are never written there.
        page.route("**/book-faces/*", lambda route: route.fulfill(path=faces[route.request.url.rpartition("/")[2]]))
        first = printed(page, address, book.html({}))
        final = printed(page, address, book.html(sheets(first, book)))
        chromium.close()
    (site / NAME).write_bytes(settled(final, book))
    for name in book.names:
        text = (site / name).read_text("utf-8")
        assert FOOT in text, f"{name} has no links at its foot to add to"
        (site / name).write_text(text.replace(FOOT, f'{FOOT}<a href="{NAME}">All of it as a PDF</a> '), "utf-8")


def still_faces(site: Path) -> dict[str, Path]:
    characters = characters_of(site)
    made = {}
    for face, weight in STILL:
        still = replace(face, name=f"{face.name}-{weight}", axes={"opsz": 14, "wght": weight})
        source = source_of(face)
        (path,) = cached(still.name, [source], lambda to: cut(still, source, characters, to), characters)
        made[path.name] = path
    return made


def printed(page: Page, address: str, html: str) -> bytes:
    at = f"{address}book.html"
    page.route(at, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(at)
    page.evaluate("Promise.all([...document.fonts].map((face) => face.load()))")
    page.unroute(at)
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def sheets(content: bytes, book: Book) -> dict[str, int]:
    """On which sheet each chapter starts, counted from one, by its page's name."""
    with pikepdf.open(io.BytesIO(content)) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        places = {str(name).removeprefix("/"): place for name, place in document.Root.Dests.items()}
        return {each.name: numbers[places[anchor(each.name)][0].objgen] for each in book.chapters}


NUMBERED = re.compile(rb"\(node(\d{8})\)")
"""How the browser names the parts of a page's tree: it counts on from wherever it was."""


def settled(content: bytes, book: Book) -> bytes:
    """The same without what differs from one run to the next, and with what a library would file it by."""
    plain, done = io.BytesIO(), io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        for name in list(document.docinfo):
            del document.docinfo[name]
        document.docinfo["/Title"] = book.title
        document.docinfo["/Subject"] = book.edition
        with document.open_outline() as outline:
            spell(outline.root, iter(book.headings))
        document.Root.PageMode = pikepdf.Name.UseOutlines
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        document.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    names = sorted(set(NUMBERED.findall(plain.getvalue())))
    assert names, "the parts of the tree are no longer named as they were: see what the browser writes now"
    anew = {name: b"(node%08d)" % number for number, name in enumerate(names)}
    with pikepdf.open(io.BytesIO(NUMBERED.sub(lambda match: anew[match[1]], plain.getvalue()))) as document:
        del document.trailer["/ID"]
        document.save(done, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return done.getvalue()


def spell(items: list[pikepdf.OutlineItem], headings: Iterator[str]) -> None:
    """Titles of the outline as the headings say them: the browser loses the space where a line was broken, and repeats lines."""
    for item in items:
        title = together(item.title)
        item.title = next((each for each in headings if title.startswith(together(each)[:BEGINNING])), None)
        assert item.title, f"no heading says “{title}”, or not in this place: see what the browser makes the outline of"
        spell(item.children, headings)


BEGINNING = 10
"""Letters by which a heading is known again: never more than a line of it."""


def together(text: str) -> str:
    return "".join(text.split())
