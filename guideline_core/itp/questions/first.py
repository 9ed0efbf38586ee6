"""The three questions that come first in every calculator."""

from ...model.quantity import between, exact
from ...model.question import Kind, Question, UnitChoice
from ._kinds import yes_no

active_bleeding = yes_no(
    "active_bleeding", "Is there active serious bleeding now?", "active serious bleeding", "first",
    "there is active serious bleeding", "there is no active serious bleeding",
    hint="Such as bleeding in the head or gut. A low count alone is not an emergency here.",
)

age = Question(
    id="age", asks="Age", noun="age", kind=Kind.QUANTITY, group="first",
    units=(UnitChoice("a", "years", exact(1), also=("year", "years")),),
    soft=between(18, 95, "a"), hard=between(0, 120, "a"),
)

pregnant = yes_no(
    "pregnant", "Pregnant?", "pregnancy", "first", "the patient is pregnant", "the patient is not pregnant",
    no_label="No, or not possible",
)
