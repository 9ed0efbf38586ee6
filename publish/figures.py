"""Clinical numbers in running text, in digits or in words, and the facts of the core that they may stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from guideline_core.model.evidence import Confidence
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import UNITS
from guideline_core.model.statement import Fact

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "dozen": 12, "hundred": 100, "thousand": 1000,
}

_NUMBER = r"\d+(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BETWEEN = r"\s*(?:to|of|or|and|[-–—−×x/])\s*"
_DIGITS = re.compile(rf"(?<![\w-])(?:{_NUMBER}){_BETWEEN}(?:{_NUMBER})|{_NUMBER}|[\u00bc-\u00be\u2150-\u215e]")
_TOKEN = re.compile(r"[^\s\ue000()\[\]“”\"',;:!?/]+")
_YEAR = re.compile(r"(?:19|20)\d\d")

_WORD = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_PEOPLE = "people|persons?|patients?|adults?|men|women|responders?|doses?|infusions?|injections?|tablets?|capsules?|vials?"
_TIMES = r"minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?"
_NAMES = (name.lower() for unit in UNITS.values() for name in (unit.spoken, unit.shown, unit.one))
_SPOKEN = {name for name in _NAMES if re.fullmatch(r"[a-z][a-z ]+", name)}
_UNIT = rf"(?:{'|'.join(sorted(map(re.escape, _SPOKEN), key=len, reverse=True))}|{_PEOPLE}|{_TIMES}|per ?cent|mg|kg|percent)"
_FULL = r"(?:\s+(?:full|whole|more|further|calendar|consecutive))?"
_WORDS = re.compile(
    rf"\b(?!one\s+(?:{_PEOPLE})\b){_WORD}(?:[\s-]+(?:(?:to|or|and|of)\s+)?{_WORD})*{_FULL}[\s-]+{_UNIT}\b"
    rf"|\b(?:a|one|two|three|four)[\s-](?:half|third|quarter|fifth|sixth|tenth)s?(?=\s+of\b|\s+to\b|\s*[,.;:)]|\s*$)"
    rf"|\bhalf(?: of)? (?:a |an |the |those |their )?(?:{_PEOPLE}|{_TIMES})\b"
    rf"|\b{_WORD}[- ]?fold\b"
    rf"|\b(?:once|twice|thrice) (?:(?:a|an|each|every|per) (?:{_TIMES})|daily|weekly|monthly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: where, as written, its value or two, and what follows it."""

    start: int
    end: int
    written: str
    numbers: tuple[Fraction, ...]
    after: str


class Names:
    """The words with digits in them that are names: of drugs, tests, guidelines, criteria, defects."""

    def __init__(self, guideline: Guideline) -> None:
        terms = [word for d in guideline.definitions.values() for word in (d.id, d.term, *d.spellings)]
        terms += [word for t in guideline.therapies.values() for word in (t.name, *t.spellings)]
        terms += [*guideline.defects, *guideline.criteria, *(h.id for h in guideline.hazards), *(c.value for c in Confidence)]
        words = {token for term in terms for token in _TOKEN.findall(term)}
        self.words = frozenset(word.lower() for word in words if re.match(r"[A-Za-z]", word) and re.search(r"\d", word))
        said = (text for s in guideline.sources.values() for text in (str(s.year or ""), str(s.superseded or ""), s.title))
        self.years = frozenset(year for text in said for year in _YEAR.findall(text))

    def covers(self, text: str, figure: Figure) -> bool:
        """Whether the number is part of a name, or the year of a work that the core cites."""
        token = next((t for t in _TOKEN.finditer(text) if t.start() <= figure.start < t.end()), None)
        if token and token.group().rstrip(".").lower() in self.words:
            return True
        return figure.written in self.years and not re.match(rf"\s*(?:×|%|{_UNIT}\b|[a-zµμ]+/)", figure.after)


def figures(text: str) -> Iterator[Figure]:
    """Every number of a text that has digits, and every number word with a clinical unit."""
    for found in _DIGITS.finditer(text):
        parts = [found] if "\u00bc" <= found.group()[0] else list(re.finditer(_NUMBER, found.group()))
        numbers = tuple(_number(part.group()) for part in parts)
        yield Figure(found.start(), found.end(), found.group(), numbers, text[found.end() : found.end() + 40])
    for found in _WORDS.finditer(text):
        words = re.findall(rf"\b{_WORD}\b", found.group().lower())
        numbers = tuple(Fraction(NUMBER_WORDS[word]) for word in words)
        unit = re.search(rf"{_UNIT}$", found.group(), re.IGNORECASE)
        after = f" {unit.group()}" if unit else ""
        yield Figure(found.start(), found.end(), found.group(), numbers, after + text[found.end() : found.end() + 40])


def likely(guideline: Guideline, figure: Figure, therapy: str = "") -> list[Fact]:
    """The facts that the number may stand for, the likeliest first."""
    own = {fact.id for fact in guideline.therapies[therapy].facts()} if therapy in guideline.therapies else set()
    scored = ((_score(fact, figure), fact.id in own, fact.layer.value == "source", fact) for fact in guideline.facts.values())
    best = sorted((row for row in scored if row[0] > 0), key=lambda row: row[:3], reverse=True)
    return [fact for score, _, _, fact in best if score == best[0][0]][:3]


def _score(fact: Fact, figure: Figure) -> int:
    """How well a fact fits: the value and its unit, or the value alone."""
    ends = _ends(fact)
    if not ends or not figure.numbers:
        return 0
    whole = figure.numbers == ends or (len(figure.numbers) == 1 and len(set(ends)) == 1 and figure.numbers[0] == ends[0])
    if not whole and not (len(figure.numbers) == 1 and figure.numbers[0] in ends):
        return 0
    unit = UNITS[fact.value.unit] if fact.value and not fact.proportion else None
    follows = figure.after.strip().lower()
    names = [name.lower() for name in (unit.shown, unit.spoken, unit.one, unit.code) if name] if unit else []
    full = any(re.match(rf"{re.escape(name)}(?!\w)", follows) for name in names)
    begun = any(follows[:2] and name.startswith(follows.split(" ")[0].rstrip(".,;s")) for name in names)
    in_another_unit = not full and not begun and not fact.proportion and re.match(rf"(?:%|×|{_UNIT}\b)", follows)
    return 0 if in_another_unit else (4 if full else 2 if begun else 0) + (2 if whole else 1)


def _ends(fact: Fact) -> tuple[Fraction, ...]:
    if fact.proportion:
        return Fraction(fact.proportion.events), Fraction(fact.proportion.total)
    return tuple(end for end in (fact.value.low, fact.value.high) if end is not None) if fact.value else ()


def _number(written: str) -> Fraction:
    if "\u00bc" <= written[0]:
        return Fraction(unicodedata.numeric(written)).limit_denominator(100)
    return Fraction(re.sub(r"[,\u00a0\u202f]", "", written))


