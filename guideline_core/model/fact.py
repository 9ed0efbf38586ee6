"""A fact: one clinical statement with its value, its source and how sure it is; and how each layer makes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from .condition import Bound
from .evidence import Citation, Confidence, Grade, Layer, Proportion
from .origin import broken, origin
from .quantity import Range, number_text, range_text


class Modality(str, Enum):
    """How strongly the source words a statement."""

    TYPICALLY = "T"
    APPROXIMATELY = "A"
    DEFINITE = "D"
    RECOMMENDED = "R"

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One clinical statement. It can't be made without an id, a value or a stated absence, and a citation.

    `value` is a range with its unit, or None where there is no number; then `absent` says so in words.
    `says` is our paraphrase of the whole statement; `reads` how the value alone stands in a sentence.
    """

    id: str
    topic: str
    says: str
    value: Range | None
    absent: str
    citations: tuple[Citation, ...]
    layer: Layer
    modality: Modality | None = None
    details: tuple[tuple[str, str], ...] = ()
    proportion: Proportion | None = None
    grade: Grade | None = None
    wording: str = ""
    defects: tuple[str, ...] = ()
    origin: str = field(default_factory=origin)

    def __post_init__(self) -> None:
        if not self.citations:
            raise broken(f"{self.id} has no citation", "Say where the statement comes from", self.origin)
        if self.value is not None and not isinstance(self.value, Range):
            raise broken(
                f"{self.id} has the value {self.value!r} without a unit",
                'Give it one, as in exactly(5, "mg"), or write "1" for a bare number', self.origin,
            )
        if (self.value is None) == (not self.absent):
            raise broken(
                f"{self.id} has neither a value nor a stated absence, or both",
                "Give either a value with its unit or the absence in words", self.origin,
            )
        if self.layer is Layer.SITE and self.confidence is not Confidence.SITE:
            raise broken(f"{self.id} is a convention of this site and cites evidence", "Give it the confidence SITE", self.origin)

    @property
    def confidence(self) -> Confidence:
        """The weakest confidence among its citations."""
        order = list(Confidence)
        return max((c.confidence for c in self.citations), key=order.index)

    @property
    def markers(self) -> tuple[str, ...]:
        return tuple(m for c in self.citations for m in c.markers)

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(n for c in self.citations for n in c.lines)

    @property
    def low(self) -> Bound:
        """The range's lower end as a threshold. Raises ValueError where there is none."""
        return self._end("low")

    @property
    def high(self) -> Bound:
        """The range's upper end as a threshold. Raises ValueError where there is none."""
        return self._end("high")

    def _end(self, name: str) -> Bound:
        end = getattr(self.value, name, None)
        if end is None:
            raise broken(
                f"a condition compares with the {name} end of {self.id}, which has none",
                f"Take the other end, or give {self.id} that end in {self.origin}",
            )
        return Bound(end, self.value.unit, self.id)

    @property
    def number(self) -> Fraction:
        """The value where it is a single number. Raises ValueError where it is not."""
        if self.value is None or not self.value.single:
            raise ValueError(f"{self.id} is not a single number")
        return self.value.low

    @property
    def reads(self) -> str:
        """The value as it stands in a sentence."""
        if self.wording:
            return self.wording
        if self.proportion:
            return f"{self.proportion.events} of {number_text(Fraction(self.proportion.total))}"
        if self.value is None:
            return self.absent
        text = range_text(self.value)
        return f"about {text}" if self.modality is Modality.APPROXIMATELY else text


def stated(
    id: str,
    topic: str,
    value: Range | None = None,
    *,
    line: int | tuple[int, ...],
    through: bool = False,
    markers: str = "",
    strength: str | None = None,
    says: str,
    absent: str = "",
    wording: str = "",
    grade: Grade | None = None,
    defects: Iterable[str] = (),
    **details: str,
) -> Fact:
    """A fact of the source layer: `line` in the source document, `markers` as printed ("5, 4").

    `through` makes two lines the ends of a range.
    """
    lines = (line,) if isinstance(line, int) else line
    if through and len(lines) != 2:
        raise ValueError(f"{id}: a range of lines has a first and a last")
    locator = f"line {lines[0]}" if len(lines) == 1 else "lines " + (" to " if through else " and ").join(map(str, lines))
    printed = tuple(m.strip() for m in markers.split(",") if m.strip())
    return Fact(
        id=id, topic=topic, says=says, value=value, absent=absent or ("" if value else "the source gives no number"),
        citations=(Citation("source", locator, Confidence.V, printed, lines),), layer=Layer.SOURCE,
        modality=Modality(strength) if strength else None, details=tuple(details.items()), wording=wording,
        grade=grade, defects=tuple(defects),
    )


def added(
    id: str,
    topic: str,
    value: Range | Proportion | None = None,
    *,
    cites: tuple[Citation, ...],
    says: str,
    absent: str = "",
    wording: str = "",
    defects: Iterable[str] = (),
    **details: str,
) -> Fact:
    """A fact of the added layer: what the literature or a label says and the source does not."""
    proportion = value if isinstance(value, Proportion) else None
    if proportion:
        share = proportion.share * 100
        value = Range(share, share, "%")
    return Fact(
        id=id, topic=topic, says=says, value=value, absent=absent or ("" if value else "no number"),
        citations=cites, layer=Layer.ADDED, details=tuple(details.items()), proportion=proportion, wording=wording,
        defects=tuple(defects),
    )


def convention(
    id: str, topic: str, value: Range | None = None, *, says: str, absent: str = "", wording: str = "",
    defects: Iterable[str] = (), **details: str,
) -> Fact:
    """A fact of the site layer: not clinical evidence, a choice that this site had to make."""
    return Fact(
        id=id, topic=topic, says=says, value=value, absent=absent or ("" if value else "no number"),
        citations=(Citation("site", "conventions", Confidence.SITE),), layer=Layer.SITE, wording=wording,
        details=tuple(details.items()), defects=tuple(defects),
    )
