"""What is said beside any result; it decides nothing. A drug's own notes stand in the drug's file."""

from ..model.fact import convention
from ..model.guideline import Note
from ..model.quantity import at_least
from .definitions import itp_threshold
from .formulas import bmi
from .questions import platelets

obese = convention(
    "site-bmi-30", "weight", at_least(30, "kg/m2"), defects=("SD-43",),
    says="The body mass index is 30 or more. The source doesn't say whether doses go by actual or ideal weight; this "
    "site uses actual weight.",
)
very_obese = convention(
    "site-bmi-40", "weight", at_least(40, "kg/m2"), defects=("SD-43",),
    says="The body mass index is 40 or more: a dose by actual weight may be far from what the studies gave.",
)

NOTES = (
    Note(bmi >= obese.low, obese),
    Note(bmi >= very_obese.low, very_obese),
    Note(~(platelets < itp_threshold.high), itp_threshold),
)
