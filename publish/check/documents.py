"""Everything that is checked, read once: pages, the strings of the core and the macros, and what the macros show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guideline_core.model.guideline import Guideline
from macros.names import macros_of
from publish.check.calls import Call, read_calls
from publish.check.files import ROOT
from publish.check.finding import Finding
from publish.check.names import Names
from publish.check.prose import Page, read_page
from publish.check.strings import Module, read_module
from publish.check.texts import Text, texts


@dataclass(frozen=True)
class Documents:
    """`modules` are the files of the core and the macros; none where only some pages are looked at."""

    guideline: Guideline
    pages: tuple[Page, ...]
    modules: tuple[Module, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether this is the whole site, so that what is missing can be missed."""
        return bool(self.modules)

    @property
    def guides(self) -> tuple[Page, ...]:
        """The pages proper, without templates and settings."""
        return tuple(page for page in self.pages if page.path.suffix == ".md")

    @cached_property
    def names(self) -> Names:
        return Names(self.guideline)

    @cached_property
    def macros(self) -> Mapping[str, Callable[..., str]]:
        return macros_of(self.guideline)

    @cached_property
    def _read(self) -> tuple[tuple[Call, ...], tuple[Finding, ...]]:
        read = [read_calls(page, self.macros) for page in self.guides]
        return tuple(call for calls, _ in read for call in calls), tuple(each for _, found in read for each in found)

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every macro call that could be made, with what it shows."""
        return self._read[0]

    @property
    def wrong_calls(self) -> tuple[Finding, ...]:
        return self._read[1]

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the core, once for each of its owners; none where the core's files aren't looked at."""
        return tuple(texts(self.guideline)) if self.core else ()

    def declared(self, id: str) -> tuple[Module, int] | None:
        """Where the core gives an id to the thing that carries it."""
        return next(((module, module.declared[id]) for module in self.core if id in module.declared), None)

    def place_of(self, text: Text, at: int, words: str) -> tuple[Module, int, bool]:
        """Where the words of a text stand, and whether they stand there letter by letter: else where their owner does."""
        for module, said in self._said.get(text.words, ()):
            place = module.place(said, at, words)
            return module, place, module.source.startswith(words, place)
        module, place = self.declared(text.owner) or (self.core[0], 0)
        return module, place, False

    @cached_property
    def core(self) -> tuple[Module, ...]:
        return tuple(module for module in self.modules if "guideline_core" in module.path.parts)

    @cached_property
    def macro_modules(self) -> tuple[Module, ...]:
        return tuple(module for module in self.modules if module not in self.core)

    @cached_property
    def _said(self) -> dict[str, list[tuple[Module, object]]]:
        found: dict[str, list[tuple[Module, object]]] = {}
        for module in self.core:
            for said in module.strings:
                found.setdefault(said.text, []).append((module, said))
        return found


def some_pages(paths: Iterable[Path], guideline: Guideline) -> Documents:
    """These pages alone. Raises ValueError where there is none."""
    pages = tuple(read_page(path) for path in paths)
    if not pages:
        raise ValueError("there is no page to check")
    return Documents(guideline, pages)


def whole_site(guideline: Guideline, root: Path = ROOT) -> Documents:
    """All that a reader can meet. Raises ValueError where a kind of file isn't there."""
    kinds = (("docs", "*.md"), ("macros/theme", "*.html"), (".", "mkdocs.yml"))
    pages = [read_page(path) for folder, name in kinds for path in _found(root / folder, name)]
    modules = [read_module(path) for folder in ("guideline_core", "macros") for path in _found(root / folder, "*.py")]
    return Documents(guideline, tuple(pages), tuple(modules))


def _found(folder: Path, name: str) -> list[Path]:
    found = sorted(folder.glob(name) if name == "mkdocs.yml" else folder.rglob(name))
    if not found:
        raise ValueError(f"there is no {name} in {folder} to check")
    return found
