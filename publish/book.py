"""The whole guideline as one document to print: a title page, the contents, then every page of the site as a chapter.

Read from the built folder. Ids get their page's name before them, and links between pages become links inside.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

HOME = "index.html"
STYLES = Path(__file__).with_name("book.css")

LEFT_OUT = (
    "script, style, template, dialog, [popover], .headerlink, .legend, .calc, .onward, .proof-run, button, input, noscript"
)
"""What answers, moves or is said elsewhere in the document."""

NAMES = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
"""Attributes that hold ids."""

POINTS_INSIDE = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Chapter:
    name: str
    """The page's file, like "azathioprine.html"."""
    title: str
    section: str
    """The heading in the menu that it stands under; nothing for a page by itself."""


class Book:
    def __init__(self, site: Path) -> None:
        self.site = site
        self.home = self.read(HOME)
        self.address = self.attribute('link[rel="canonical"]', "href").removesuffix(HOME)
        self.chapters = list(self._chapters())
        self.names = {chapter.name for chapter in self.chapters}

    def html(self, numbers: Mapping[str, int]) -> str:
        """The document; `numbers` says on which sheet a chapter starts, by its page's name, for the contents."""
        return "".join((
            '<!doctype html><html lang="en" data-md-color-scheme="default"><head><meta charset="utf-8">',
            f"<title>{escape(self.title)}</title>",
            f'<link rel="stylesheet" href="{self.attribute("link[rel=stylesheet]", "href")}">',
            f'<style>{STYLES.read_text("utf-8")}</style></head><body class="book" dir="ltr" data-md-color-scheme="default">',
            '<main class="md-typeset">', self.cover(), self.contents(numbers),
            *map(self.chapter, self.chapters), "</main></body></html>",
        ))

    @property
    def title(self) -> str:
        return f"{self.words('.brand')}: {self.words('h1')}"

    @property
    def edition(self) -> str:
        return self.words(".colophon-edition dd")

    @property
    def headings(self) -> list[str]:
        """Every heading, in order, as a reader reads it."""
        tree = LexborHTMLParser(self.html({}))
        return [" ".join(node.text().split()) for node in tree.css("h1, h2, h3, h4, h5, h6")]

    def read(self, name: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.site / name).read_text("utf-8"))

    def words(self, selector: str) -> str:
        """What an element of the home page says, without the links inside it."""
        node = self.home.css_first(selector)
        return " ".join((node.text(deep=False) or node.text()).split()) or node.text(strip=True)

    def attribute(self, selector: str, name: str) -> str:
        return self.home.css_first(selector).attributes[name] or ""

    def _chapters(self) -> Iterator[Chapter]:
        """Every page of the menu, in its order."""
        section = ""
        for node in self.home.css(".sections-panel > p, .sections-panel > ul"):
            if node.tag == "p":
                section = node.text(strip=True)
                continue
            for link in node.css("a"):
                name = link.attributes["href"] or ""
                title = self.read(name).css_first("h1").text(deep=False, strip=True)
                yield Chapter(name, title, section if "aria-labelledby" in node.attributes else "")

    def cover(self) -> str:
        """What this is, which edition, who has reviewed it (nobody), and how its statements are marked."""
        (kinds, *_) = (each for chapter in self.chapters if (each := self.read(chapter.name).css_first(".legend ul")))
        return (
            '<section class="book-cover">'
            f'<p class="book-name">{self.home.css_first(".brand .mark").html}{escape(self.words(".brand"))}</p>'
            f'<p class="book-title">{escape(self.words("h1"))}</p>'
            f'<p class="lede">{escape(self.attribute("meta[name=description]", "content"))}</p>'
            f'<div class="book-status"><p><b>{escape(self.words(".strip"))}</b></p>'
            f'{self.home.css_first(".colophon-review").html}{self.home.css_first(".colophon-edition").html}</div>'
            f'<div class="book-kinds"><p><b>Three kinds of statement</b></p>{kinds.html}'
            "<p>A value is a link to its entry in the register of every fact, which says where it comes from.</p></div>"
            f'<p class="book-address">Calculators, search and the latest edition: <a href="{self.address}">{self.address}</a></p>'
            "</section>"
        )

    def contents(self, numbers: Mapping[str, int]) -> str:
        rows, section = [], ""
        for chapter in self.chapters:
            if chapter.section and chapter.section != section:
                rows.append(f'<li class="book-section">{escape(chapter.section)}</li>')
            section = chapter.section
            number = f'<span class="book-number">{numbers[chapter.name]}</span>' if chapter.name in numbers else ""
            inner = ' class="book-inner"' if section else ""
            rows.append(f'<li{inner}><a href="#{anchor(chapter.name)}"><span>{escape(chapter.title)}</span>{number}</a></li>')
        return f'<nav class="book-contents" aria-labelledby="contents"><h1 id="contents">Contents</h1><ul>{"".join(rows)}</ul></nav>'

    def chapter(self, chapter: Chapter) -> str:
        article = self.read(chapter.name).css_first("article")
        for node in article.css(LEFT_OUT):
            node.decompose()
        for node in article.css("details"):
            node.attrs["open"] = ""
        for node in article.css("*"):
            self.move(node, chapter.name)
        return f'<article class="book-chapter" id="{anchor(chapter.name)}">{article.inner_html}</article>'

    def move(self, node: LexborNode, page: str) -> None:
        """What an element names, and what it points at, as they are called in the document."""
        for name, value in node.attributes.items():
            if not value:
                continue
            if name in NAMES:
                node.attrs[name] = " ".join(anchor(page, each) for each in value.split())
            elif name == "href":
                node.attrs[name] = self.target(value, page)
            elif "url(#" in value:
                node.attrs[name] = POINTS_INSIDE.sub(lambda match: f"url(#{anchor(page, match[1])})", value)

    def target(self, href: str, page: str) -> str:
        if urlsplit(href).scheme:
            return href
        file, _, part = href.partition("#")
        if (file or page) in self.names:
            return f"#{anchor(file or page, part)}"
        return urljoin(self.address, href)


def anchor(page: str, part: str = "") -> str:
    stem = page.removesuffix(".html")
    return f"{stem}--{part}" if part else stem
