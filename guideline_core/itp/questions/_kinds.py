"""The few shapes that several questions share."""

from ...model.quantity import at_least, below, between, convert, exact
from ...model.question import Choice, Hint, Kind, Question, UnitChoice

PLATELET_UNIT = UnitChoice("10*9/L", "× 10⁹/L", exact(1), also=("10^9/L", "10⁹/L", "×10⁹/L", "× 10⁹/L"))
MONTHS = UnitChoice("mo", "months", exact(1), also=("month", "months"))
WEEKS = UnitChoice("wk", "weeks", convert(exact(1), "wk", "mo"), also=("week", "weeks"), at_most=exact(12))
DAYS = UnitChoice("d", "days", exact(1), also=("day", "days"))

PLATELET_LIMITS = between(0, 2000, "10*9/L")
PLATELET_SURE = below(1000, "10*9/L")
PER_MICROLITRE = Hint(
    at_least(1000, "10*9/L"),
    "it looks like a count per microlitre (µL), and this asks for 10⁹ per litre (a laboratory's thousand per microlitre "
    "is the same number)",
)
DAYS_APART = between(1, 3650, "d")
DAYS_APART_USUAL = between(7, 90, "d")


def yes_no(id: str, asks: str, noun: str, group: str, yes: str, no: str, *, hint: str = "", no_label: str = "No") -> Question:
    """A question answered yes, no or not known. `yes` and `no` are the clauses for a sentence."""
    return Question(
        id=id, asks=asks, noun=noun, kind=Kind.CHOICE, group=group, hint=hint,
        choices=(Choice("yes", "Yes", yes), Choice("no", no_label, no)),
    )


def platelet_count(id: str, asks: str, noun: str, group: str, *, hint: str = "") -> Question:
    """A platelet count in 10*9/L, with the same bounds and the same guard against counts per microlitre."""
    return Question(
        id=id, asks=asks, noun=noun, kind=Kind.QUANTITY, group=group, hint=hint, units=(PLATELET_UNIT,),
        soft=between(0, 150, "10*9/L"), hard=PLATELET_LIMITS, sure_within=PLATELET_SURE, hints=(PER_MICROLITRE,),
    )
