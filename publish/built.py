"""The built site as its checks read it: pages, their ids, and the text that a reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from guideline_core.model.guideline import Guideline

REGISTER = "facts.html"
"""The page that lists every fact."""

Checked = Iterator[tuple[str, str] | None]
"""What a check yields: for each thing that it looked at None where it is right, else the page and what is wrong."""


class Page:
    def __init__(self, site: Path, path: Path) -> None:
        self.name = path.relative_to(site).as_posix()
        self.tree = LexborHTMLParser(path.read_text(encoding="utf-8"))

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(node.attributes["id"] for node in self.tree.css("[id]"))

    @cached_property
    def text(self) -> str:
        return text_of(self.tree.css_first("main") or self.tree.body)


@dataclass(frozen=True)
class Site:
    folder: Path
    guideline: Guideline

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its path in the folder."""
        found = (Page(self.folder, path) for path in sorted(self.folder.rglob("*.html")))
        return {page.name: page for page in found}

    def each(self, selector: str) -> Iterator[tuple[Page, LexborNode]]:
        """Every such element with its page."""
        for page in self.pages.values():
            for node in page.tree.css(selector):
                yield page, node


def text_of(node: LexborNode | None) -> str:
    return squeezed(node.text()) if node else ""


def squeezed(text: str) -> str:
    return " ".join(text.split())
