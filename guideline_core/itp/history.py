"""This edition and the ones before it. A version reads: edition of the guideline, then feature, then fix."""

from ..model.guideline import Edition
from .review import not_reviewed

EDITION = Edition(
    version="2025.12.0", released="2026-11-22", retires="2027-11-22", source_dated="2025-12-10", review=not_reviewed.says,
    changes=("First edition.",),
)
