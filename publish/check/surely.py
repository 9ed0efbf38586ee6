"""Whether the words around a typed number leave only one fact that it can stand for, so that it can be mended."""

from __future__ import annotations

import re

from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import UNITS, number_text, with_unit
from publish.check.figures import UNIT, Figure, figures
from publish.check.finding import Mend
from publish.check.prose import Page, Passage

_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = frozenset("about after before from have more most than that their them then there these they this with without".split())
ENOUGH = 2
"""So many words a sentence has to share with a fact."""
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|\n\n")


def surely(guideline: Guideline, page: Page, passage: Passage, figure: Figure) -> Mend | None:
    """The macro to put for a number, if value, unit, therapy and the words of its sentence fit one fact and no other.

    The macro has to show what stands there now, so that the sentence says the same afterwards.
    """
    start, end = figure.span
    about = "about " if passage.text[:start].endswith("about ") else ""
    start -= len(about)
    places = passage.places[start:end]
    written = passage.text[start:end]
    if not passage.fixed.isdisjoint(range(start, end)) or page.source[places[0] : places[0] + len(places)] != written:
        return None  # no macro can stand here; or a tag, an entity or a mark of emphasis lies between
    sentence = _sentence(passage.text, figure.start)
    calls = {fact.id: call for fact in guideline.facts.values() if (call := _call(fact, about, figure))}
    found = [guideline.facts[id] for id in calls]
    found = _of_therapy(guideline, found, sentence, page.path.stem)
    best = _by_words(found, sentence)
    return Mend(places[0], places[0] + len(places), f"{{{{ {calls[best.id]} }}}}") if best else None


def _call(fact: Fact, about: str, figure: Figure) -> str:
    """The call that shows just what is written; nothing where none does."""
    if fact.value is None or not figure.unit and not fact.proportion:
        return ""
    said = about + _plain(figure)
    if said == _spelled(fact.reads):
        return f'v("{fact.id}")'
    for name in ("low", "high") if not fact.value.single else ():
        end = getattr(fact.value, name)
        if end is not None and said == _spelled(with_unit(number_text(end), fact.value.unit, one=end == 1)):
            return f'v("{fact.id}", "{name}")'
    return ""


def _plain(figure: Figure) -> str:
    """What is written, in digits, with “to” in a range and the unit as the core shows it."""
    if re.search(r"\bof\b|/", figure.written) and len(figure.numbers) == 2:
        return _spelled(" of ".join(number_text(n) for n in figure.numbers))
    numbers = " to ".join(number_text(number) for number in figure.numbers)
    if figure.unit not in UNITS:
        return _spelled(numbers) if not figure.unit else ""
    return _spelled(with_unit(numbers, figure.unit, one=figure.numbers == (1,)))


def _spelled(text: str) -> str:
    return " ".join(text.lower().split())


def _of_therapy(guideline: Guideline, facts: list[Fact], sentence: str, page: str) -> list[Fact]:
    """Those of the therapies that the sentence names, else of the page's own."""
    said = sentence.lower()
    named = [t for t in guideline.therapies.values() if any(word.lower() in said for word in (t.name, *t.spellings))]
    about = named or [t for t in guideline.therapies.values() if t.id == page]
    if not about:
        return facts
    own = {fact.id for therapy in about for fact in therapy.facts()}
    return [fact for fact in facts if fact.id in own]


def _by_words(facts: list[Fact], sentence: str) -> Fact | None:
    """The fact whose words the sentence shares, where it shares more with no other, nor others with another."""
    said = _words(sentence)
    shared = {fact.id: said & (_words(fact.says) | _words(fact.topic) | _words(fact.id)) for fact in facts}
    best = max(facts, key=lambda fact: len(shared[fact.id]), default=None)
    if best is None or len(shared[best.id]) < ENOUGH:
        return None
    return best if all(shared[fact.id] < shared[best.id] for fact in facts if fact is not best) else None


def _words(text: str) -> set[str]:
    numbers = {word for figure in figures(text) for word in _WORD.findall(figure.written.lower())}
    return {w for w in _WORD.findall(text.lower()) if not re.fullmatch(UNIT, w)} - _LITTLE - numbers


def _sentence(text: str, at: int) -> str:
    ends = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(text)), len(text)]
    first = max(end for end in ends if end <= at)
    return text[first : min(end for end in ends if end > at)]
