"""What an author leaves out, and what a therapy stands on."""

from __future__ import annotations

from guideline_core.model.condition import Outcome
from guideline_core.model.evidence import Citation, Confidence, Grade
from guideline_core.model.fact import Fact, added
from guideline_core.model.statement import Criterion, Defect, Gate, Hazard, Pitfall, Recommendation
from guideline_core.model.therapy import Basis, Evidence, Monitoring, Regimen, Therapy


def fact(name: str) -> Fact:
    return added(name, "t", cites=(Citation("ash-2011", "table 3", Confidence.V),), says="s")


def test_defaults() -> None:
    """An author who says nothing gets nothing: no outcome, band, note, gate or dose appears of itself."""
    criterion = Criterion(id="P0", key="k", label="l", condition=None, facts=())
    assert (criterion.reading, criterion.defects, criterion.notes, criterion.fixed, criterion.bands) == ("", (), (), None, ())
    assert criterion.otherwise is Outcome.NOT_MET
    gate = Gate(id="g", label="l", closes=None, closed="", unanswered="", opens="", facts=())
    assert (gate.effect, gate.defects) == (Outcome.SUPPRESSED, ())
    defect = Defect(id="SD", severity="A", title="", problem="", matters="", handling="", touches=())
    assert (defect.lines, defect.citations) == ((), ())
    pitfall = Pitfall(id="p", kind="dosing", title="t", says="s", facts=())
    assert (pitfall.therapies, pitfall.defects) == ((), ())
    graded = Recommendation(id="r", says="s", fact=fact("f"), grade=Grade("2C", "ASH", 2011, "weak", "low"), therapies=())
    assert graded.leaves_out == ()
    hazard = Hazard(id="h", hazard="", cause="", control="", test="", before=(1, 1), after=(1, 1))
    dose = fact("dose")
    regimen = Regimen(dose=dose, label="l", basis=Basis.FIXED, gives="mg", route="by mouth", per="a day")
    assert regimen.id == "dose" and regimen.ends == ("", "") and regimen.ambiguous == ""
    parts = ("cap", "must_fit", "course", "count", "interval", "halves", "concentration", "volume_step")
    assert [getattr(regimen, part) for part in parts] == [None] * len(parts)
    assert (regimen.strengths, regimen.vials, regimen.notes, regimen.defects) == ((), (), (), ())
    assert Monitoring(what="w", facts=()).adds == ()
    therapy = Therapy(id="t", name="T", kind="k", place=())
    assert therapy.facts() == () and therapy.summed is True and therapy.no_dose == ""
    assert all(getattr(therapy, part) == () for part in (
        "spellings", "regimens", "onset", "evidence", "efficacy", "avoid", "monitoring", "safety", "stop", "newer", "criteria",
        "gates", "pitfalls", "defects",
    ))
    assert {each.origin.partition(":")[0] for each in (criterion, gate, defect, therapy, hazard)} == {"test_therapy.py"}


def test_a_therapy_stands_on_each_of_its_facts_once() -> None:
    names = ("place dose cap fit course count interval halves mL step strength vial note onset figure study left efficacy avoid watch adds "
             "safety stop newer rule gate pitfall").split()
    f = {name: fact(name) for name in names}
    regimen = Regimen(
        dose=f["dose"], label="l", basis=Basis.FIXED, gives="mg", route="r", per="p", cap=f["cap"], must_fit=f["fit"], course=f["course"],
        count=f["count"], interval=f["interval"], halves=f["halves"], concentration=f["mL"], volume_step=f["step"],
        strengths=(f["strength"],), vials=(f["vial"],), notes=(f["note"], f["place"]),
    )
    bare = Evidence(outcome="o", definition="d", figure=None, study=f["study"])
    assert bare.leaves_out == ()
    therapy = Therapy(
        id="t", name="T", kind="k", place=(f["place"],), regimens=(regimen,), onset=(f["onset"],),
        evidence=(Evidence(outcome="o", definition="d", figure=f["figure"], study=f["study"], leaves_out=(f["left"],)), bare),
        efficacy=(f["efficacy"],), avoid=(f["avoid"],), monitoring=(Monitoring(what="w", facts=(f["watch"],), adds=(f["adds"],)),),
        safety=(f["safety"],), stop=(f["stop"],), newer=(f["newer"],),
        criteria=(Criterion(id="P0", key="k", label="l", condition=None, facts=(f["rule"],)),),
        gates=(Gate(id="g", label="l", closes=None, closed="", unanswered="", opens="", facts=(f["gate"],)),),
        pitfalls=(Pitfall(id="p", kind="dosing", title="t", says="s", facts=(f["pitfall"], f["dose"])),),
    )
    assert [each.id for each in therapy.facts()] == names
