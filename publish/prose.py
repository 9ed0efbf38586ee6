"""What a reader of a page will see of its Markdown: passages of text, each character with its place in the file.

Macro calls are masked by as many characters, so that lines and columns stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin

MASK = "\ue000"
"""Stands for a character of a macro call, of a tag or of an attribute list: no digit, no letter, no space."""

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_SEEN_IN_TAGS = re.compile(r"\b(?:alt|title|aria-label|label|placeholder|value|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FRONT = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NEAR = 16
"""How far a character may stand from the one before it, where an entity or an escape lies between."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that a reader sees in one piece, and the place in the file of each of its characters."""

    text: str
    places: tuple[int, ...]
    where: str = "text"


@dataclass(frozen=True, slots=True)
class Page:
    """A page's file. `body` starts where the front matter ends; `text` is the file with its macro calls masked."""

    path: Path
    source: str
    text: str
    body: int

    def position(self, place: int) -> tuple[int, int]:
        """Line and column, both counted from 1."""
        line = self.source.count("\n", 0, place) + 1
        return line, place - (self.source.rfind("\n", 0, place) + 1) + 1

    def line(self, number: int) -> str:
        return self.source.split("\n")[number - 1]


def read_page(path: Path) -> Page:
    source = path.read_text(encoding="utf-8")
    front = _FRONT.match(source)
    return Page(path, source, _masked(_ATTRIBUTES, _masked(_JINJA, source)), front.end() if front else 0)


def front_matter(page: Page) -> yaml.Node | None:
    """The front matter, with the place of every part; None where there is none."""
    front = _FRONT.match(page.source)
    return yaml.compose(front.group(1), Loader=yaml.SafeLoader) if front else None


def passages(page: Page) -> Iterator[Passage]:
    """Everything that a reader will see, in the file's order."""
    yield from _front_passages(page)
    reader = MarkdownIt("commonmark").enable("table").use(admon_plugin)
    found = _Finder(page)
    for token in reader.parse(page.text[page.body :]):
        if token.type == "inline":
            yield from found.inline(token)
        elif token.type in ("html_block", "code_block", "fence"):
            yield found.block(token)


def _front_passages(page: Page) -> Iterator[Passage]:
    start = len("---\n")
    node = front_matter(page)
    for scalar in _scalars(node) if node else ():
        first, last = start + scalar.start_mark.index, start + scalar.end_mark.index
        yield Passage(page.text[first:last], tuple(range(first, last)), "front matter")


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.SequenceNode():
            for part in node.value:
                yield from _scalars(part)
        case yaml.MappingNode():
            for _, part in node.value:
                yield from _scalars(part)


class _Finder:
    """Finds the text of tokens again in the file, going forward only."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.starts = [page.body]
        for at in re.finditer("\n", page.text[page.body :]):
            self.starts.append(page.body + at.end())
        self.at = page.body

    def inline(self, token: Token) -> Iterator[Passage]:
        """The token's text as one passage, so that a number in bold meets its unit; tags' own words after it."""
        first, last = self._lines(token)
        self.at = max(self.at, first)
        text, places, tags = [], [], []
        for child in token.children or ():
            if child.type == "html_inline":
                spot = self._places(child.content, last)
                tags.append(Passage(_only_seen(child.content), tuple(spot), "attribute"))
                continue
            said = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            if said:
                text.append(said)
                places += self._places(said, last)
            if title := child.attrGet("title"):
                tags.append(Passage(str(title), tuple(self._places(str(title), last)), "attribute"))
        if text:
            yield Passage("".join(text), tuple(places))
        yield from tags

    def block(self, token: Token) -> Passage:
        """Raw HTML without its tags, or code."""
        first, last = self._lines(token)
        self.at = last
        text = self.page.text[first:last]
        return Passage(_only_seen(text) if token.type == "html_block" else text, tuple(range(first, last)))

    def _lines(self, token: Token) -> tuple[int, int]:
        first, last = token.map
        return self.starts[first], self.starts[last] if last < len(self.starts) else len(self.page.text)

    def _places(self, said: str, last: int) -> list[int]:
        start = self.page.text.find(said, self.at, last)
        if start >= 0:
            self.at = start + len(said)
            return list(range(start, self.at))
        places = []
        for character in said:
            near = self.page.text.find(character, self.at, min(last, self.at + _NEAR))
            places.append(near if near >= 0 else self.at)
            self.at = near + 1 if near >= 0 else self.at
        return places


def _only_seen(html: str) -> str:
    """HTML with its tags masked, save the attributes that are read out or shown."""

    def mask(tag: re.Match) -> str:
        kept = list(MASK * len(tag.group()))
        for attribute in _SEEN_IN_TAGS.finditer(tag.group()):
            group = 1 if attribute.group(1) is not None else 2
            kept[attribute.start(group) : attribute.end(group)] = attribute.group(group)
        return "".join(kept)

    return _TAG.sub(mask, html)


def _masked(pattern: re.Pattern, text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", MASK, found.group()), text)
