"""Where a statement comes from, how sure we are of that, and what a proportion is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from .quantity import CONTEXT, exact, to_decimal


class Layer(str, Enum):
    """Whose statement it is. The three never blur."""

    SOURCE = "source"
    ADDED = "added"
    SITE = "site"

    @property
    def meaning(self) -> str:
        return _LAYERS[self]


_LAYERS = {
    Layer.SOURCE: "what the source document says",
    Layer.ADDED: "what the literature or a drug label says and the source does not",
    Layer.SITE: "a convention of this site",
}


class Confidence(str, Enum):
    """How a figure was checked. `ML` exists to be refused: it is never published."""

    V = "V"
    V2 = "V2"
    MH = "MH"
    ML = "ML"
    SITE = "SITE"

    @property
    def meaning(self) -> str:
        return _CONFIDENCES[self]


_CONFIDENCES = {
    Confidence.V: "seen in the source itself",
    Confidence.V2: "seen only in a secondary text",
    Confidence.MH: "recalled, not yet checked",
    Confidence.ML: "recalled with low confidence",
    Confidence.SITE: "not evidence: a convention of this site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that statements cite.

    `kind` is one of source-document, tertiary-unreviewed, primary, guideline, label, secondary, convention.
    `confidence` is of the citation itself (author, title, year), not of what is quoted from it.
    `superseded` is the year in which a newer edition replaced it. `unused` says why a work that nothing cites is listed
    all the same.
    """

    id: str
    title: str
    kind: str
    confidence: Confidence
    authors: str = ""
    published: str = ""
    year: int | None = None
    doi: str = ""
    doi_confidence: Confidence | None = None
    address: str = ""
    superseded: int | None = None
    note: str = ""
    unused: str = ""

    def __post_init__(self) -> None:
        _publishable(self.confidence, self.id)
        if self.doi:
            _publishable(self.doi_confidence or self.confidence, f"the doi of {self.id}")

    @property
    def short(self) -> str:
        """"Quiquandon 1990": the first author, or the body, and the year; "Romiplostim label"; else the head of the title."""
        if self.kind == "source-document":
            return "the source"
        first = re.sub(r"\s+[A-Z]{1,3}$", "", self.authors.split(",")[0].strip())
        if first and self.kind != "label":
            return f"{first} {self.year or ''}".strip()
        head = re.split(r"[,(:]", self.title.strip("[]"))[0].strip()
        made = next((word for word in ("label", "product information", "monograph") if word in self.title), "")
        return f"{head} {made}".strip() if self.kind == "label" else head


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one source. `markers` are the source's own, opaque and in printed order."""

    source: str
    locator: str
    confidence: Confidence
    markers: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _publishable(self.confidence, f"{self.source}, {self.locator}")
        if not self.locator:
            raise ValueError(f"a citation of {self.source} says where in it: give a locator")


def _publishable(confidence: Confidence, what: str) -> None:
    if confidence is Confidence.ML:
        raise ValueError(f"{what}: recalled with low confidence is never published")


@dataclass(frozen=True, slots=True)
class Proportion:
    """`events` of `total` people, with its 95% Wilson interval."""

    events: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.events <= self.total or self.total == 0:
            raise ValueError(f"{self.events} of {self.total} is not a proportion")

    @property
    def share(self) -> Fraction:
        return Fraction(self.events, self.total)

    def wilson(self) -> tuple[Fraction, Fraction]:
        """Lower and upper end of the 95% interval, as shares of 1 (Wilson, without continuity correction)."""
        n, p, zz = self.total, self.share, _Z * _Z
        centre = p + zz / (2 * n)
        root = CONTEXT.sqrt(to_decimal(p * (1 - p) / n + zz / (4 * n * n)))
        spread = _Z * Fraction(root)
        scale = 1 + zz / n
        return max(Fraction(0), (centre - spread) / scale), min(Fraction(1), (centre + spread) / scale)


_Z = exact(Decimal("1.959963984540054235524594430521"))
"""The normal quantile that leaves 2.5% on each side."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A body's grade of a recommendation; without its year it can't be made, since grades age."""

    letter: str
    body: str
    year: int
    strength: str
    quality: str
    superseded: int | None = None

    def __post_init__(self) -> None:
        if not self.year:
            raise ValueError(f"grade {self.letter} needs the year of its guideline")

    def __str__(self) -> str:
        end = f" (superseded {self.superseded})" if self.superseded else ""
        return f"{self.body} {self.year} grade {self.letter}{end}"
