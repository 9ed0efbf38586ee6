"""Words with digits in them that are names and no clinical numbers: of drugs, tests, guidelines, criteria, defects."""

from __future__ import annotations

import re

from guideline_core.model.evidence import Confidence
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import UNITS
from publish.check.figures import UNIT, Figure

_TOKEN = re.compile(r"[^\s\ue000()\[\]“”\"',;:!?/]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_WORD = re.compile(r"(?:^|\s)(?!grade\b)[A-Za-z-]{2,}(?=\s|$)", re.IGNORECASE)
_WITH_DIGITS = {name for unit in UNITS.values() for name in (unit.shown, unit.spoken) if re.search(r"\d", name)}
_UNITS_WITH_DIGITS = re.compile("|".join(map(re.escape, sorted(_WITH_DIGITS, key=len, reverse=True))) + "|10⁹(?:/L)?")


class Names:
    """What the core names, so that “NUDT15”, “SD-01” or “ASH 2011” isn't taken for a number."""

    def __init__(self, guideline: Guideline) -> None:
        terms = [word for d in guideline.definitions.values() for word in (d.id, d.term, *d.spellings, *d.also)]
        terms += [word for t in guideline.therapies.values() for word in (t.name, *t.spellings)]
        terms += [*guideline.defects, *guideline.criteria, *(h.id for h in guideline.hazards), *(c.value for c in Confidence)]
        words = {token for term in terms for token in _TOKEN.findall(term)}
        self.words = frozenset(word.lower() for word in words if re.match(r"[A-Za-z]", word) and re.search(r"\d", word))
        places = (c.locator for holder in (*guideline.facts.values(), *guideline.defects.values()) for c in holder.citations)
        found = {token for place in places for token in _TOKEN.findall(place)}
        self.places = frozenset(word.lower() for word in found if re.match(r"[A-Z]", word) and re.search(r"\d", word))
        said = (text for s in guideline.sources.values() for text in (str(s.year or ""), str(s.superseded or ""), s.title))
        self.years = frozenset(year for text in said for year in _YEAR.findall(text))
        phrases = {term for term in terms if re.search(r"\d", term) and _PLAIN_WORD.search(term)}
        self.phrases = re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or r"(?!)", re.IGNORECASE)

    def covers(self, text: str, figure: Figure) -> bool:
        """Whether the number is part of a name, or the year of a work that the core cites."""
        token = next((t for t in _TOKEN.finditer(text) if t.start() <= figure.start < t.end()), None)
        if token and token.group().rstrip(".").lower() in self.words:
            return True
        if any(p.start() <= figure.start and figure.end <= p.end() for p in self.phrases.finditer(text)):
            return True
        return self.is_year(figure)

    def covers_in_core(self, text: str, figure: Figure) -> bool:
        """As `covers`; and in the core a unit or a place in a cited work may have digits too."""
        if any(p.start() <= figure.start and figure.end <= p.end() for p in _UNITS_WITH_DIGITS.finditer(text)):
            return True
        token = next((t for t in _TOKEN.finditer(text) if t.start() <= figure.start < t.end()), None)
        return bool(token and token.group().rstrip(".").lower() in self.places) or self.covers(text, figure)

    def is_year(self, figure: Figure) -> bool:
        years = re.findall(r"\d+", figure.written)
        return set(years) <= self.years and bool(years) and not re.match(rf"\s*(?:×|%|{UNIT}\b|[a-zµμ]+/)", figure.after)
