"""What a reader will see of a page's Markdown, of a template or of the settings: text, each character with its place.

Macro calls are masked by as many characters, so that lines and columns stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin

from publish.check.files import File
from publish.check.html import UNREAD, masked, only_seen

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_FRONT = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SETTINGS_SHOWN = ("site_name", "site_description", "nav")
_FRONT_UNREAD = ("search", "hide", "template", "tags")
"""Keys of the front matter that only the builder reads."""
_NEAR = 16
"""How far a character may stand from the one before it, where an entity or an escape lies between."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that a reader sees in one piece, and the place in the file of each of its characters.

    `fixed` are the characters that stand in a heading, a link, code or HTML, where no macro can be put.
    """

    text: str
    places: tuple[int, ...]
    where: str = "text"
    fixed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Page(File):
    """A page's file. `body` starts where the front matter ends; `text` is the file with its macro calls masked."""

    text: str
    body: int

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that a reader will see, in the file's order."""
        match self.path.suffix:
            case ".html":
                return (Passage(only_seen(masked(UNREAD, self.text)), tuple(range(len(self.text))), "template"),)
            case ".yml":
                return tuple(_settings(self))
        return tuple(_passages(self))


def read_page(path: Path) -> Page:
    source = path.read_text(encoding="utf-8")
    front = _FRONT.match(source)
    return Page(path, source, masked(_ATTRIBUTES, masked(_JINJA, source)), front.end() if front else 0)


def front_matter(page: Page) -> yaml.Node | None:
    """The front matter, with the place of every part; None where there is none."""
    front = _FRONT.match(page.source)
    return yaml.compose(front.group(1), Loader=yaml.SafeLoader) if front else None


def _passages(page: Page) -> Iterator[Passage]:
    yield from _front_passages(page)
    reader = MarkdownIt("commonmark").enable("table").use(admon_plugin)
    found, heading = _Finder(page), False
    for token in reader.parse(page.text[page.body :]):
        if token.type.startswith("heading"):
            heading = token.nesting > 0
        elif token.type == "inline":
            yield from found.inline(token, heading)
        elif token.type in ("html_block", "code_block", "fence"):
            yield found.block(token)


def _front_passages(page: Page) -> Iterator[Passage]:
    start = len("---\n")
    node = front_matter(page)
    read = [part for key, part in node.value if key.value not in _FRONT_UNREAD] if isinstance(node, yaml.MappingNode) else []
    for scalar in (scalar for part in read for scalar in _scalars(part)):
        first, last = start + scalar.start_mark.index, start + scalar.end_mark.index
        yield Passage(page.text[first:last], tuple(range(first, last)), "front matter")


def _settings(page: Page) -> Iterator[Passage]:
    """The site's name and description, and the titles in its navigation."""
    root = yaml.compose(page.source, Loader=yaml.SafeLoader)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value in _SETTINGS_SHOWN:
            for scalar in (*_titles(node), *(() if key.value == "nav" else _scalars(node))):
                first, last = scalar.start_mark.index, scalar.end_mark.index
                yield Passage(page.text[first:last], tuple(range(first, last)), "the settings")


def _titles(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    for part in node.value if isinstance(node, (yaml.SequenceNode, yaml.MappingNode)) else ():
        if isinstance(part, tuple):
            yield part[0]
            yield from _titles(part[1])
        else:
            yield from _titles(part)


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

    def inline(self, token: Token, fixed: bool) -> Iterator[Passage]:
        """The token's text as one passage, so that a number in bold meets its unit; tags' own words after it."""
        first, last = self._lines(token)
        self.at = max(self.at, first)
        text, places, tags, links, held = [], [], [], 0, set()
        for child in token.children or ():
            if child.type == "html_inline":
                spot = self._places(child.content, last)
                tags.append(Passage(only_seen(child.content), tuple(spot), "attribute"))
                continue
            links += child.nesting if child.type.startswith("link") else 0
            said = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            if said:
                text.append(said)
                if fixed or links or child.type == "code_inline":
                    held |= set(range(len(places), len(places) + len(said)))
                places += self._places(said, last)
            if title := child.attrGet("title"):
                tags.append(Passage(str(title), tuple(self._places(str(title), last)), "attribute"))
        if text:
            yield Passage("".join(text), tuple(places), fixed=frozenset(held))
        yield from tags

    def block(self, token: Token) -> Passage:
        """Raw HTML without its tags, or code."""
        first, last = self._lines(token)
        self.at = last
        text = self.page.text[first:last]
        seen = only_seen(text) if token.type == "html_block" else text
        return Passage(seen, tuple(range(first, last)), fixed=frozenset(range(len(text))))

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
