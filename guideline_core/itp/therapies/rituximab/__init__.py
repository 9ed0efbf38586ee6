"""Rituximab: infusions by body surface, week after week. The source doesn't ask about hepatitis B."""

from dataclasses import replace

from ....model.evidence import Citation, Confidence, Grade
from ....model.fact import added, convention, stated
from ....model.guideline import Note
from ....model.plan import Act, Mark
from ....model.quantity import at_least, exactly
from ....model.statement import Criterion, Gate, Pitfall, Recommendation
from ....model.therapy import Basis, Monitoring, Regimen, Therapy
from ...cited import PREGNANCY_TABLES
from ...pathway import steroid_failed
from ...pitfalls import ineffective_therapy
from ...questions import (
    anti_hbc, bleeding_risk, breast_feeding, conception_planned, failed_lines, hbsag, ivig_failed, live_vaccine,
)
from .evidence import evidence, five_years, orr, registry_first, registry_lasting, trial_one_year, trial_two_years
from ...tpo_receptor_agonists import grade_meaning, grade_superseded, grades_superseded
from ...undated import BEFORE_FIRST, NO_TIME_TO_JUDGE, NOBODY_SAYS_HOW_OFTEN

_BOXED = Citation("label-rituximab", "boxed warning", Confidence.V2)
_LABEL = (Citation("label-rituximab", "warnings and precautions", Confidence.V2),)
_SUPPLIED = (Citation("label-rituximab", "how supplied", Confidence.V2),)

# Place

indication = stated(
    "rituximab-indication", "rituximab", at_least(1, "1"), line=70, markers="1", strength="R", defects=("SD-20",),
    says="Rituximab may be considered for people at risk of bleeding in whom 1 line of treatment or more has failed.",
    modal="may", all_of="bleeding_risk, failed_lines >= 1",
)
ash_2011_2c = Grade("2C", "ASH", 2011, strength="weak", quality="C", superseded=2019)
grade = stated(
    "rituximab-grade", "rituximab", line=70, markers="1", strength="R", grade=ash_2011_2c, defects=("SD-22",),
    says="The source prints the grade with neither body nor year: ASH 2011 grade 2C (superseded 2019).",
    wording=str(ash_2011_2c), body="not given", year="not given",
)
off_label = added(
    "rituximab-off-label", "rituximab", cites=(Citation("khellaf-2014", "abstract", Confidence.V),), defects=("SD-44",),
    says="The use of rituximab in ITP is off-label. The source calls the schedule standard.", wording="off-label in ITP",
)
rituximab_2011 = Criterion(
    id="P9", key="rtx-2C-2011", label="Rituximab: the statement of 2011",
    condition=bleeding_risk & ((failed_lines >= indication.low) | steroid_failed | ivig_failed),
    facts=(indication, grade), defects=("SD-20",), notes=(off_label,),
    reading="One failed line is enough, whichever it was: corticosteroids, IVIg or a later treatment.",
)
recommendation = Recommendation(
    id="rtx-2C-2011", grade=ash_2011_2c, fact=indication, therapies=("rituximab",),
    says="Rituximab may be considered for people at risk of bleeding after one failed line of treatment.",
    leaves_out=(grade_superseded, off_label),
)

# Dose

dose = stated(
    "rituximab-dose", "rituximab", exactly(375, "mg/m2"), line=71, markers="5, 6", strength="D",
    says="375 mg/m² of body surface for each dose.", defects=("SD-30", "SD-42", "SD-43", "SD-44"), per="dose",
)
schedule = stated(
    "rituximab-schedule", "rituximab", exactly(1, "wk"), line=71, markers="5, 6", strength="D", defects=("SD-44",),
    says="4 doses, 1 week apart.", wording="4 doses, 1 week apart", count="4",
)
vials = (
    added("rituximab-vial-100", "strength", exactly(100, "mg"), cites=_SUPPLIED, says="There is a 100 mg vial (10 mL).",
          form="vial", volume="10 mL"),
    added("rituximab-vial-500", "strength", exactly(500, "mg"), cites=_SUPPLIED, says="There is a 500 mg vial (50 mL).",
          form="vial", volume="50 mL"),
)

# Before the first dose: hepatitis B

hepatitis_b_gate = convention(
    "site-rituximab-hepatitis-b", "rituximab", defects=("SD-30",),
    says="The source doesn't mention hepatitis B. This site shows no rituximab dose until HBsAg and anti-HBc are "
    "known and negative.",
    wording="no dose until HBsAg and anti-HBc are negative",
)
hepatitis_b = added(
    "rituximab-hepatitis-b", "rituximab", defects=("SD-30",),
    cites=(_BOXED, Citation("rituximab-hbv-alert", "class alert of 25 September 2013", Confidence.V)),
    says="Rituximab can wake hepatitis B: a boxed warning. HBsAg and total anti-HBc are tested before the first dose.",
    wording="HBsAg and total anti-HBc before the first dose", tests="HBsAg, total anti-HBc",
)
surface_antigen = Gate(
    id="hbsag", label="Hepatitis B: HBsAg", closes=hbsag.is_("positive"),
    closed="HBsAg is positive, so no dose is shown: rituximab can wake hepatitis B.",
    unanswered="HBsAg isn't known, and the rule is to screen first. The dose stays hidden until its result is in.",
    opens="A negative HBsAg.", facts=(hepatitis_b_gate, hepatitis_b), defects=("SD-30",),
)
core_antibody = Gate(
    id="anti-hbc", label="Hepatitis B: anti-HBc", closes=anti_hbc.is_("positive"),
    closed="Anti-HBc is positive, so no dose is shown: rituximab can wake hepatitis B.",
    unanswered="Anti-HBc isn't known, and the rule is to screen first. The dose stays hidden until its result is in.",
    opens="A negative anti-HBc.", facts=(hepatitis_b_gate, hepatitis_b), defects=("SD-30",),
)

# Safety

leukoencephalopathy = added(
    "rituximab-pml", "rituximab", cites=_LABEL, wording="PML",
    says="The label warns of progressive multifocal leukoencephalopathy (PML), a viral infection of the brain.",
)
infusion_reactions = added(
    "rituximab-infusion-reactions", "rituximab", cites=_LABEL, wording="infusion reactions",
    says="The label warns of reactions to the infusion.",
)
immunoglobulins = added(
    "rituximab-igg", "rituximab", cites=_LABEL, says="Immunoglobulin G (IgG) can fall.", wording="IgG",
)
vaccines_before = added(
    "rituximab-vaccines-before", "rituximab", cites=_LABEL, defects=("SD-30",),
    says="Inactivated vaccines are given before rituximab.", wording="inactivated vaccines before rituximab",
)
live_vaccines = added(
    "rituximab-live-vaccines", "rituximab", cites=_LABEL, defects=("SD-30",), says="Live vaccines are avoided with rituximab.",
    wording="no live vaccines",
)
pregnancy = added(
    "rituximab-pregnancy", "rituximab", defects=("SD-30",),
    cites=PREGNANCY_TABLES,
    says="Review tables call its use in pregnancy described, but not recommended.", wording="described, not recommended",
)
notes = (
    Note(live_vaccine.is_("yes"), live_vaccines, ("rituximab",)),
    Note(conception_planned.is_("yes") | breast_feeding.is_("yes"), pregnancy, ("rituximab",)),
)

_PLAN = (
    Mark(act=Act.BEFORE, what="HBsAg and total anti-HBc", fact=hepatitis_b, undated=BEFORE_FIRST),
    Mark(act=Act.BEFORE, what="Inactivated vaccines", fact=vaccines_before, undated=BEFORE_FIRST),
    Mark(act=Act.CHECK, what="Immunoglobulins", fact=immunoglobulins, undated=NOBODY_SAYS_HOW_OFTEN),
    Mark(act=Act.JUDGE, what="Is it working?", fact=ineffective_therapy, undated=NO_TIME_TO_JUDGE),
)

therapy = Therapy(
    id="rituximab", name="Rituximab", kind="antibody against B cells", spellings=("anti-CD20", "MabThera", "Rituxan"),
    place=(indication, grade, off_label),
    regimens=(
        Regimen(dose=dose, label="By body surface", basis=Basis.SURFACE, gives="mg", route="into a vein", per="each dose",
                count=schedule, interval=schedule, vials=vials, notes=(off_label,), plan=_PLAN, defects=("SD-42", "SD-43", "SD-44")),
    ),
    evidence=evidence,
    efficacy=(five_years,),
    avoid=(live_vaccines, pregnancy),
    monitoring=(
        Monitoring(what="Hepatitis B, before the first dose", facts=(), adds=(hepatitis_b,)),
        Monitoring(what="Vaccines, before the first dose", facts=(), adds=(vaccines_before, live_vaccines)),
        Monitoring(what="Immunoglobulins", facts=(), adds=(immunoglobulins,)),
    ),
    safety=(hepatitis_b, infusion_reactions, leukoencephalopathy),
    newer=(grade_superseded, grade_meaning),
    criteria=(rituximab_2011,),
    gates=(surface_antigen, core_antibody),
    pitfalls=(
        Pitfall(id="pitfall-rituximab-hepatitis-b", kind="monitoring", title="A first dose without a hepatitis B screen",
                says="The source doesn't mention hepatitis B. The label carries a boxed warning, and both tests come "
                "before any dose.",
                facts=(hepatitis_b, hepatitis_b_gate), therapies=("rituximab",), defects=("SD-30",)),
        Pitfall(id="pitfall-rituximab-lasting", kind="evidence", title="Reading a first response as a lasting one",
                says="The source gives no durability. In the registry and the trial beside it, fewer responses lasted.",
                facts=(orr, registry_first, registry_lasting, trial_one_year, trial_two_years, five_years),
                therapies=("rituximab",), defects=("SD-31",)),
        replace(grades_superseded, id="pitfall-rituximab-grade-of-2011", facts=(grade, *grades_superseded.facts[1:]),
                therapies=("rituximab",)),
    ),
    defects=("SD-20", "SD-22", "SD-30", "SD-31", "SD-42", "SD-43", "SD-44"),
)
