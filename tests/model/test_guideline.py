"""A guideline as a whole: what owns up to a contradiction, and where a note was written."""

from __future__ import annotations

from dataclasses import replace

from guideline_core.itp import GUIDELINE
from guideline_core.itp.questions import bleeding_risk
from guideline_core.model.guideline import Note

BRIDGE, WAIT, LATE = (GUIDELINE.facts[name] for name in ("role-bridge", "pitfall-not-before-6mo", "order-cpa-late"))


def test_a_defect_owns_up_to_what_it_touches() -> None:
    (found,) = GUIDELINE.declares(BRIDGE, WAIT)
    assert found.id == "SD-04" and GUIDELINE.declares(BRIDGE, LATE) is None


def test_a_contested_condition_declares_its_sides_by_itself() -> None:
    """Bridge or wait are the sides of P5: no defect is needed, and neither declares anything with a third."""
    bare = replace(GUIDELINE, defects={})
    assert bare.declares(BRIDGE, WAIT) == bare.declares(WAIT, BRIDGE) == ()
    assert bare.declares(BRIDGE, LATE) is None


def test_a_note_remembers_where_it_was_written() -> None:
    note = Note(bleeding_risk.is_("yes"), LATE)
    assert note.origin.startswith("test_guideline.py:") and note.therapies == ()
