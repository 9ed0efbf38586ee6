"""Answers that can't both be right."""

from ..model.derived import Inconsistency
from .pathway import steroid_failed
from .questions import failed_lines, ivig_failed
from .therapies.rituximab import indication

RULES = (
    Inconsistency(
        id="no-failed-line-beside-a-failed-one",
        when=(failed_lines < indication.low) & (steroid_failed | ivig_failed.is_("yes")),
        question=failed_lines,
        message="no failed treatment is given, but corticosteroids or IVIg have failed",
    ),
)
