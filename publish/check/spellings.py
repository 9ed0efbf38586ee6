"""Drugs and units that are spelt another way than the glossary has them. A quotation, in “…”, may keep its spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from guideline_core.itp.glossary import DRUGS, GLOSSARY, UNITS
from guideline_core.model.guideline import Definition
from publish.check.documents import Documents
from publish.check.files import File
from publish.check.finding import Finding, Mend

_QUOTED = re.compile(r"“[^”]*”")
_DRUG_WORD = re.compile(r"[A-Za-z]{8,}")
_STARTS = re.compile(r"(?:^|[.!?:|“]\s+|\n\n\s*)$")
_PROSE = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Misspelt:
    start: int
    written: str
    right: str
    definition: Definition


def spellings(documents: Documents) -> Iterator[Finding]:
    """In the pages, in the core's texts and in the macros; not in the glossary, which lists the other spellings."""
    for page in documents.pages:
        for passage in page.passages:
            for each in misspelt(passage.text):
                place = passage.places[each.start]
                yield _finding(page, place, page.source.startswith(each.written, place), each)
    explained = {definition.id for definition in GLOSSARY}
    for text in (text for text in documents.texts if text.owner not in explained):
        for each in misspelt(text.words):
            yield _finding(*documents.place_of(text, each.start, each.written), each)
    for module in documents.macro_modules:
        for said in module.strings:
            for each in misspelt(said.text) if " " in said.text.strip() and _PROSE.search(said.text) else ():
                yield _finding(module, module.place(said, each.start, each.written), True, each)


def misspelt(text: str) -> Iterator[Misspelt]:
    """The places of a text where a drug or a unit has another spelling, and the glossary's."""
    taken = [found.span() for found in _QUOTED.finditer(text)]
    for spelling in _SPELLINGS:
        for found in spelling.pattern.finditer(text):
            own = any(found.start() >= term.start() and found.end() <= term.end() for term in spelling.term.finditer(text))
            if not own and not any(start <= found.start() < end for start, end in taken):
                taken.append(found.span())
                right = spelling.right(text, found.start(), found.end())
                yield Misspelt(found.start(), found.group(), right, spelling.definition)
    for found in _DRUG_WORD.finditer(text):
        name = _NAMES.get(found.group().lower()) or next((n for n in _NAMES if _near(found.group().lower(), n)), None)
        if isinstance(name, str) and not any(start <= found.start() < end for start, end in taken):
            yield Misspelt(found.start(), found.group(), _cased(name, found.group()), _NAMES[name])


def _finding(file: File, place: int, there: bool, each: Misspelt) -> Finding:
    mend = Mend(place, place + len(each.written), each.right) if there else None
    return Finding(
        kind="spelling", file=file, place=place, text=each.written, mend=mend,
        found=f"“{each.written}” is another spelling", write=f"write {each.right}",
        core=f"the glossary has {each.definition.term}: {each.definition.means}",
    )


# The glossary's other spellings, as patterns


@dataclass(frozen=True, slots=True)
class _Spelling:
    """Another spelling, the term that it may be part of, and how to write it at one place of a text."""

    pattern: re.Pattern
    term: re.Pattern
    right: Callable[[str, int, int], str]
    definition: Definition


def _spelled() -> Iterator[tuple[str, _Spelling]]:
    for definition in (*DRUGS, *UNITS):
        for spelling in definition.spellings:
            if re.search("[A-Za-z]", spelling):
                word = definition in DRUGS and spelling[0].islower()
                first = f"[{spelling[0]}{spelling[0].upper()}]" if word else re.escape(spelling[0])
                pattern = re.compile(rf"(?<![A-Za-zµμ/^*⁹]){first}{re.escape(spelling[1:])}(?![\w/])")
                right = _unit(definition) if definition in UNITS else _drug(definition, word)
                yield spelling, _Spelling(pattern, re.compile(re.escape(definition.term), re.IGNORECASE), right, definition)


def _drug(definition: Definition, word: bool) -> Callable[[str, int, int], str]:
    """The drug's name, with a capital where the word had one, or where an abbreviation began a sentence."""
    plain = definition.term[1:] == definition.term[1:].lower()

    def right(text: str, start: int, end: int) -> str:
        begins = text[start].isupper() if word else _STARTS.search(text[:start])
        return definition.term if begins or not plain else definition.term.lower()

    return right


def _unit(definition: Definition) -> Callable[[str, int, int], str]:
    """The unit as it stands after a number: “1 microgram”, “2 micrograms”, with a space before it."""
    counted = definition.term[0].isupper()

    def right(text: str, start: int, end: int) -> str:
        single = re.search(r"(?<![\d.,])1[\s\u00a0-]*$", text[:start])
        term = (definition.term.lower() + ("" if single else "s")) if counted else definition.term
        return f" {term}" if text[start - 1 : start].isdigit() else term

    return right


def _near(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many or exchanged with its neighbour."""
    if word == name or abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    changes = [op for op in SequenceMatcher(None, word, name, autojunk=False).get_opcodes() if op[0] != "equal"]
    if len(changes) == 1:
        _, a, b, c, d = changes[0]
        return max(b - a, d - c) == 1
    return len(word) == len(name) and sum(x != y for x, y in zip(word, name)) == 2 and sorted(word) == sorted(name)


def _cased(name: str, written: str) -> str:
    return name.capitalize() if written[0].isupper() else name


_SPELLINGS = tuple(each for _, each in sorted(_spelled(), key=lambda pair: -len(pair[0])))
_NAMES = {
    word.lower(): definition for definition in DRUGS for name in (definition.term, *definition.also)
    for word in name.split()[:1] if _DRUG_WORD.fullmatch(word)
}
"""Names of drugs that are long enough to recognise with a letter wrong."""
