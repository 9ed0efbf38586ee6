"""Clinical numbers in running text, in digits or in words, with the unit that follows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from guideline_core.itp.glossary import UNITS as GLOSSARY_UNITS
from guideline_core.model.quantity import UNITS

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "dozen": 12, "hundred": 100, "thousand": 1000, "once": 1, "twice": 2, "thrice": 3,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}

_NUMBER = r"\d+(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BETWEEN = r"\s*(?:to|of|or|and|[-–—−×x/])\s*"
_DATE = r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])"
_DIGITS = re.compile(rf"{_DATE}|(?<![\w-])(?:{_NUMBER}){_BETWEEN}(?:{_NUMBER})(?![\d⁹^])|{_NUMBER}|[\u00bc-\u00be\u2150-\u215e]")

_WORD = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
PEOPLE = "people|persons?|patients?|adults?|men|women|responders?|doses?|infusions?|injections?|tablets?|capsules?|vials?"
TIMES = r"minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?"



def _written() -> Iterator[tuple[str, str]]:
    """Every way to write a unit, with its code; the glossary's other spellings too."""
    codes = {name.lower(): unit.code for unit in UNITS.values() for name in (unit.shown, unit.spoken, unit.one) if name}
    yield from ((name, code) for name, code in codes.items() if name != "in")
    for unit in UNITS.values():
        if "/" in unit.code:
            yield unit.code.lower(), unit.code
        for name in (unit.shown, unit.one):
            if "/" in name and " a " in name:  # micrograms/kg, where the sentence says how often
                yield name.rpartition(" a ")[0].lower(), unit.code.rpartition("/")[0]
    for definition in GLOSSARY_UNITS:
        if definition.term.lower() in codes:
            yield from ((spelling.lower(), codes[definition.term.lower()]) for spelling in definition.spellings)
    for times in ("×", "× ", "x", "x "):
        yield from ((f"{times}10{power}/l", "10*9/L") for power in ("⁹", "^9", "*9"))
    yield "percent", "%"


_CODES = dict(_written())
_UNIT_AFTER = re.compile(
    rf"[\s\u00a0-]*({'|'.join(sorted(map(re.escape, _CODES), key=len, reverse=True))})(?![\w/])", re.IGNORECASE
)

_SPOKEN = "|".join(sorted((re.escape(name) for name in _CODES if re.fullmatch(r"[a-z][a-z ]+", name)), key=len, reverse=True))
UNIT = rf"(?:{_SPOKEN}|{PEOPLE}|{TIMES}|per ?cent|percent)"
_FULL = r"(?:\s+(?:full|whole|more|further|calendar|consecutive))?"
_IN_WORDS = re.compile(
    rf"\b(?!one\s+(?:{PEOPLE})\b){_WORD}(?:[\s-]+(?:(?:to|or|and|of)\s+)?{_WORD})*{_FULL}[\s-]+{UNIT}\b"
    rf"|\b(?:a|one|two|three|four)[\s-](?:{'|'.join(PARTS)})s?(?=\s+of\b|\s+to\b|\s+or\b|\s*[,.;:)]|\s*$)"
    rf"|\bhalf(?: of)? (?:a |an |the |those |their )?(?:{PEOPLE}|{TIMES})\b"
    rf"|\b{_WORD}[- ]?fold\b"
    rf"|\b(?:once|twice|thrice) (?:(?:a|an|each|every|per) (?:{TIMES})|daily|weekly|monthly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: where, as written, its value or two, what follows it, and the unit as a UCUM code.

    `end` is where the number itself ends, `unit_end` where its unit does.
    """

    start: int
    end: int
    written: str
    numbers: tuple[Fraction, ...]
    after: str
    unit: str = ""
    unit_end: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """From the number's start to its unit's end."""
        return self.start, max(self.end, self.unit_end)


def figures(text: str) -> Iterator[Figure]:
    """Every number of a text that has digits, and every number word with a clinical unit."""
    counted = 0
    for found in _DIGITS.finditer(text):
        if found.start() < counted:
            continue  # the ten of “× 10⁹/L”
        parts = [found] if "\u00bc" <= found.group()[0] else list(re.finditer(_NUMBER, found.group()))
        numbers = tuple(_number(part.group()) for part in parts)
        unit, counted = unit_at(text, found.end())
        yield Figure(found.start(), found.end(), found.group(), numbers, text[found.end() : found.end() + 40], unit, counted)
    for found in _IN_WORDS.finditer(text):
        said = found.group()
        unit = re.search(rf"{UNIT}$", said, re.IGNORECASE)
        after = f" {unit.group()}" if unit else ""
        code = _CODES.get(unit.group().lower(), "") if unit else ""
        yield Figure(found.start(), found.end(), said, _in_words(said.lower()), after + text[found.end() : found.end() + 40],
                     code, found.end())


def unit_at(text: str, at: int) -> tuple[str, int]:
    """The unit that stands at a place of a text, and where it ends; nothing where there is none."""
    found = _UNIT_AFTER.match(text, at)
    return (_CODES[found.group(1).lower()], found.end()) if found else ("", at)


def _number(written: str) -> Fraction:
    if "\u00bc" <= written[0]:
        return Fraction(unicodedata.numeric(written)).limit_denominator(100)
    return Fraction(re.sub(r"[,\u00a0\u202f]", "", written))


def _in_words(said: str) -> tuple[Fraction, ...]:
    """The numbers of a phrase in words; a part of a whole as a fraction."""
    if part := re.search(rf"\b(?:(a|one|two|three|four)[\s-])?({'|'.join(PARTS)})s?\b", said):
        return (Fraction(NUMBER_WORDS.get(part.group(1) or "a", 1), PARTS[part.group(2)]),)
    return tuple(Fraction(NUMBER_WORDS[word]) for word in re.findall(rf"(?:(?<=\W)|^){_WORD}(?=\W|$|fold)", said))
