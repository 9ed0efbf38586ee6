"""A work that more than one file on ciclosporin cites."""

from ....model.evidence import Citation, Confidence

LETTER = (Citation("haematologica-csa-letter", "patients and method", Confidence.V),)
