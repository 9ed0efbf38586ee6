"""A place that statements of many files cite."""

from ..model.evidence import Citation, Confidence

PREGNANCY_TABLES = (
    Citation("ash-education-tables", "view-large/12523253", Confidence.V2),
    Citation("aob-amegroups", "treatments in pregnancy", Confidence.V2),
)
