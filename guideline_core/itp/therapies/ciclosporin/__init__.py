"""Ciclosporin: by mouth in two halves, limited by kidneys and blood pressure."""

from ....model.condition import Outcome
from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.guideline import Note
from ....model.plan import Act, Mark
from ....model.quantity import at_least, between, exactly
from ....model.statement import Criterion, Gate, Pitfall
from ....model.therapy import Basis, Monitoring, Regimen, Therapy
from .evidence import (
    emilia_cr, emilia_improvement, emilia_off_drug, evidence, improvement_population, remission_off_drug, response_elsewhere,
)
from ...formulas import egfr_limit, lowest_egfr
from ...newer import ash_silent
from ...pitfalls import ineffective_therapy
from ...pathway import firstline_failed, timing, trigger
from ...questions import (
    age, age_concern, bp_controlled, breast_feeding, conception_planned, infection, live_vaccine, malignancy,
)
from ...scope import class_members, infection_silent, second_line
from ...undated import NO_FREQUENCY, NO_TIME_TO_JUDGE
from ..eltrombopag import ciclosporin_lowers

_LETTER = (Citation("haematologica-csa-letter", "patients and method", Confidence.V),)
_LABEL = (Citation("label-ciclosporin-neoral", "psoriasis section, as copied at 120ty.net", Confidence.V2),)
_SUPPLIED = (Citation("label-ciclosporin-neoral", "how supplied", Confidence.V2),)
_ASH = Citation("ash-education-tables", "view-large/11541168, cyclosporine", Confidence.V2)
_REVIEW_TABLES = (
    Citation("ash-education-tables", "view-large/12523253", Confidence.V2),
    Citation("aob-amegroups", "treatments in pregnancy", Confidence.V2),
)

# Place

mono_or_prednisone = stated(
    "csa-mono-or-prednisone", "regimen", line=47, markers="1", strength="D",
    says="Ciclosporin works alone or together with prednisone.", wording="alone or with prednisone", any_of="alone, with prednisone",
)
off_label = added(
    "csa-off-label", "licence", cites=(Citation("pdsa", "immunosuppressants", Confidence.V2),), defects=("SD-44",),
    says="In the US ciclosporin has no licence for ITP: its use is off-label.", wording="off-label in the US",
)

# Dose

dose = stated(
    "csa-dose", "dose", between("2.5", 3, "mg/kg/d"), line=47, markers="1", strength="D", defects=("SD-27", "SD-37"),
    says="2.5 to 3 mg/kg a day.", doses_per_day="not given", trough="not given",
)
halves = added(
    "csa-two-doses", "dose", exactly(2, "1"), defects=("SD-37",),
    cites=(_ASH,),
    says="The day's dose is taken in 2 halves. The source doesn't say so.", wording="2 doses a day",
)
dose_ash = added(
    "csa-dose-ash-table", "dose", between(5, 6, "mg/kg/d"), cites=(_ASH,), defects=("SD-37",),
    says="A review table doubles the dose: 5 to 6 mg/kg a day.",
)
dose_letter = added(
    "csa-dose-letter", "dose", exactly(5, "mg/kg/d"), cites=_LETTER, defects=("SD-37",),
    says="Another series began with 5 mg/kg a day for 1 week, and went on with 3 mg/kg a day.",
    length="1 week", then="3 mg/kg a day",
)
trough_ash = added(
    "csa-trough-ash-table", "blood level", between(100, 200, "ng/mL"), cites=(_ASH,), defects=("SD-37",),
    says="A review table aims for a blood level of 100 to 200 ng/mL. The source has no level, and no target is agreed.",
)
trough_letter = added(
    "csa-trough-letter", "blood level", between(200, 400, "ng/mL"), cites=_LETTER, defects=("SD-37",),
    says="Another series aimed for 200 to 400 ng/mL.",
)
same_brand = added(
    "csa-same-brand", "brand", cites=(Citation("rxdrugnews", "brands", Confidence.V2),), defects=("SD-37",),
    says="Brands can't be exchanged one for one: Neoral isn't bioequivalent to Sandimmune.", wording="stay with one brand",
)
strengths = (
    added("csa-capsule-25", "strength", exactly(25, "mg"), cites=_SUPPLIED,
          says="There is a 25 mg capsule.", form="capsule (microemulsion)", market="US"),
    added("csa-capsule-100", "strength", exactly(100, "mg"), cites=_SUPPLIED,
          says="There is a 100 mg capsule.", form="capsule (microemulsion)", market="US"),
)

# Whom to spare

contra_elderly = stated(
    "csa-contra-elderly", "contraindication", line=50, markers="1", strength="D", defects=("SD-08",),
    absent="the source gives no age", says="Ciclosporin is not for older people.", wording="not for older people",
    age_threshold="not given",
)
contra_renal = stated(
    "csa-contra-renal", "contraindication", line=50, markers="1", strength="D", defects=("SD-09", "SD-10"),
    absent="the source gives no threshold and no measure",
    says="Ciclosporin is not for people whose kidneys are impaired before it is started.",
    wording="not with impaired kidneys", renal_threshold="not given",
)
renal_entry = added(
    "csa-letter-renal", "contraindication", cites=_LETTER, defects=("SD-09",),
    says="Another series took only people with normal kidneys.", wording="normal kidneys as a condition of entry",
)
age_asked = convention(
    "csa-age-asked", "contraindication", defects=("SD-08",),
    says="“Elderly” has no age in the source, so no age decides. This site asks for the clinician's judgement.",
    wording="age left to the clinician's judgement",
)
age_flag = convention(
    "csa-age-flag", "contraindication", at_least(65, "a"), defects=("SD-08",),
    says="From 65 years on this site points out that the source spares older people ciclosporin. The number is no limit, "
    "and not from the source.",
)
pressure_gate_fact = convention(
    "csa-pressure-gate", "blood pressure",
    says="The source asks to watch blood pressure. This site shows no dose until it is known to be controlled.",
    wording="no dose without controlled blood pressure",
)

# Interactions, and who else

interactions = added(
    "csa-interactions", "interaction", cites=(Citation("label-ciclosporin-neoral", "drug interactions", Confidence.V2),),
    says="Drugs that act on CYP3A4 change its level; so do grapefruit and St John's wort.", defects=("SD-29",),
    wording="CYP3A4, grapefruit and St John's wort",
)
live_vaccines = added(
    "csa-live-vaccines", "vaccines", cites=(Citation("label-ciclosporin-neoral", "vaccines, not looked up", Confidence.MH),),
    says="Live vaccines are avoided on ciclosporin (recalled, not yet checked).", defects=("SD-30",),
    wording="no live vaccines (recalled, not yet checked)",
)
pregnancy = added(
    "csa-pregnancy", "pregnancy", defects=("SD-30",), cites=_REVIEW_TABLES, wording="described, not recommended",
    says="Review tables call ciclosporin in pregnancy described, but not recommended.",
)
breast_milk = added(
    "csa-breast-feeding", "breast-feeding", defects=("SD-30",), cites=_REVIEW_TABLES, wording="described, not recommended",
    says="Review tables on pregnancy and breast-feeding call ciclosporin described, but not recommended.",
)

# Safety and monitoring

ae_severity = stated(
    "csa-ae-severity", "safety", line=51, markers="1", strength="T", says="Side effects are mostly moderate, and pass.",
    wording="mostly moderate and passing", severity="moderate", course="transient",
)
other_malignancy = added(
    "csa-malignancy-elsewhere", "safety", wording="lymphoproliferation and leukaemia in other diseases",
    cites=(Citation("ash-education-tables", "view-large/9006007, footnote", Confidence.V2),), defects=("SD-28",),
    says="In other diseases lymphoproliferation and leukaemia have followed ciclosporin.",
)
monitor_fatigue = stated("csa-monitor-fatigue", "monitoring", line=51, markers="1", strength="D", absent=NO_FREQUENCY,
                         says="Fatigue is watched for.", wording="fatigue", frequency="not given")
monitor_renal = stated("csa-monitor-renal", "monitoring", line=51, markers="1", strength="D", absent=NO_FREQUENCY,
                       says="Damage to the kidneys is watched for during treatment.", wording="kidney damage on treatment",
                       frequency="not given", defects=("SD-10",))
monitor_hypertension = stated("csa-monitor-hypertension", "monitoring", line=51, markers="1", strength="D",
                              absent=NO_FREQUENCY, says="High blood pressure is watched for.", wording="high blood pressure",
                              frequency="not given")
monitor_neuropathy = stated("csa-monitor-neuropathy", "monitoring", line=51, markers="1", strength="D", absent=NO_FREQUENCY,
                            says="Nerve damage is watched for.", wording="nerve damage", frequency="not given")
renal_regular = stated("csa-monitor-renal-regular", "monitoring", line=84, markers="1", strength="D",
                       says="Kidney tests are repeated regularly.", wording="regular kidney tests", frequency="regular")
bp_regular = stated("csa-monitor-bp-regular", "monitoring", line=84, markers="1", strength="D",
                    says="Blood pressure is measured regularly.", wording="regular blood pressure checks", frequency="regular")
label_start = added("csa-label-start", "dose", exactly("2.5", "mg/kg/d"), cites=_LABEL,
                    says="In psoriasis the label starts with 2.5 mg/kg a day.")
label_maximum = added("csa-label-maximum", "dose", exactly(4, "mg/kg/d"), cites=_LABEL,
                      says="In psoriasis the label doesn't go above 4 mg/kg a day.")
label_creatinine = added(
    "csa-label-creatinine", "monitoring", exactly(2, "wk"), cites=_LABEL, first="3 months", then="every month",
    says="In psoriasis the label checks creatinine and urea every 2 weeks for the first 3 months, then every month.",
    wording="every 2 weeks for 3 months, then every month",
)
label_first_months = added("csa-label-creatinine-first", "monitoring", exactly(3, "mo"), cites=_LABEL,
                           says="In psoriasis the label checks creatinine more often for the first 3 months.")
label_then = added("csa-label-creatinine-then", "monitoring", exactly(1, "mo"), cites=_LABEL, wording="every month",
                   says="In psoriasis the label then checks creatinine every month.")
label_reduce = added("csa-label-creatinine-rise", "monitoring", at_least(25, "%"), cites=_LABEL, above="baseline",
                     says="In psoriasis the label lowers the dose once creatinine is 25% or more above its baseline.")

# Gates

kidney_gate = Gate(
    id="kidney", label="Kidneys", closes=lowest_egfr < egfr_limit.low, defects=("SD-09",),
    closed="An eGFR is below this site's limit, so no dose is shown. The source rules ciclosporin out in renal insufficiency, "
    "and gives no threshold.",
    unanswered="No eGFR is known. The source rules ciclosporin out in renal insufficiency.",
    opens="A reported or computed eGFR at or above this site's limit, with none below it.",
    facts=(egfr_limit, contra_renal, renal_entry),
)
age_gate = Gate(
    id="age-concern", label="Age, in the clinician's judgement", closes=age_concern.is_("yes"), defects=("SD-08",),
    closed="The clinician considers age a reason to avoid ciclosporin, and so does the source. No dose is shown.",
    unanswered="It isn't known whether age is a reason to avoid ciclosporin. The source says so of older people, without an age.",
    opens="A clinician's answer of no.", facts=(contra_elderly, age_asked, age_flag),
)
pressure_gate = Gate(
    id="blood-pressure", label="Blood pressure", closes=bp_controlled.is_("no"),
    closed="Blood pressure isn't controlled, and ciclosporin raises it. No dose is shown.",
    unanswered="It isn't known whether blood pressure is controlled. Ciclosporin raises it.",
    opens="Blood pressure that is controlled.", facts=(pressure_gate_fact, bp_regular, monitor_hypertension),
)

caution = Criterion(
    id="P7", key="csa-caution", label="No caution against ciclosporin: kidneys and age",
    condition=~kidney_gate.closes & ~age_gate.closes, facts=(contra_renal, contra_elderly, egfr_limit, age_asked),
    otherwise=Outcome.SUPPRESSED, defects=("SD-08", "SD-09"),
    reading="The source gives neither a threshold for the kidneys nor an age. Both stand as gates before a dose.",
)

notes = (
    Note(age >= age_flag.low, age_flag, ("ciclosporin",)),
    Note(conception_planned.is_("yes"), pregnancy, ("ciclosporin",)),
    Note(breast_feeding.is_("yes"), breast_milk, ("ciclosporin",)),
    Note(infection.is_("yes"), infection_silent, ("ciclosporin",)),
    Note(malignancy.is_("yes"), other_malignancy, ("ciclosporin",)),
    Note(live_vaccine.is_("yes"), live_vaccines, ("ciclosporin",)),
)

_PLAN = (
    Mark(act=Act.CHECK, what="Creatinine, as the label has it for psoriasis", fact=label_creatinine, every=label_creatinine,
         lasts=label_first_months),
    Mark(act=Act.CHECK, what="Creatinine, then every month", fact=label_then, every=label_then, after=label_first_months),
    Mark(act=Act.CHECK, what="Kidney tests", fact=renal_regular, undated=NO_FREQUENCY),
    Mark(act=Act.CHECK, what="Blood pressure", fact=bp_regular, undated=NO_FREQUENCY),
    Mark(act=Act.CHECK, what="Nerves", fact=monitor_neuropathy, undated=NO_FREQUENCY),
    Mark(act=Act.CHECK, what="Fatigue", fact=monitor_fatigue, undated=NO_FREQUENCY),
    Mark(act=Act.JUDGE, what="Is it working?", fact=ineffective_therapy, undated=NO_TIME_TO_JUDGE),
)

therapy = Therapy(
    id="ciclosporin", name="Ciclosporin", kind="immunosuppressant",
    spellings=("cyclosporine", "cyclosporin A", "CsA", "Neoral", "Sandimmune"),
    place=(second_line, class_members, mono_or_prednisone, off_label),
    regimens=(
        Regimen(dose=dose, label="By weight", basis=Basis.WEIGHT, gives="mg/d", route="by mouth", per="every day",
                halves=halves, strengths=strengths, notes=(dose_ash, dose_letter, trough_ash, trough_letter, same_brand),
                plan=_PLAN,
                defects=("SD-27", "SD-37")),
    ),
    evidence=evidence,
    efficacy=(improvement_population, remission_off_drug, response_elsewhere),
    avoid=(contra_elderly, contra_renal, ciclosporin_lowers, interactions, pregnancy, breast_milk, live_vaccines),
    monitoring=(
        Monitoring(what="Kidneys", facts=(monitor_renal, renal_regular), adds=(label_creatinine, label_first_months, label_then, label_reduce)),
        Monitoring(what="Blood pressure", facts=(monitor_hypertension, bp_regular)),
        Monitoring(what="Nerves", facts=(monitor_neuropathy,)),
        Monitoring(what="Fatigue", facts=(monitor_fatigue,)),
        Monitoring(what="Blood level", facts=(), adds=(trough_ash, trough_letter, same_brand)),
    ),
    safety=(ae_severity, label_start, label_maximum, other_malignancy, infection_silent),
    newer=(ash_silent,),
    criteria=(firstline_failed, trigger, timing),
    gates=(kidney_gate, age_gate, pressure_gate),
    pitfalls=(
        Pitfall(id="pitfall-csa-kidneys", kind="monitoring", title="Losing sight of kidneys and blood pressure",
                says="The source calls regular tests essential, and doesn't say how often. The label does, for psoriasis.",
                facts=(renal_regular, bp_regular, label_creatinine, label_reduce), therapies=("ciclosporin",)),
        Pitfall(id="pitfall-csa-baseline", kind="monitoring", title="Mixing up two statements on the kidneys",
                says="Impaired kidneys before treatment rule it out; damage during treatment is watched for. The source has "
                "both, a line apart.",
                facts=(contra_renal, monitor_renal), therapies=("ciclosporin",), defects=("SD-09", "SD-10")),
        Pitfall(id="pitfall-csa-one-dose", kind="dosing", title="The day's dose at once, or another brand",
                says="The source gives a dose for the day and leaves out that it is halved, and that brands differ.",
                facts=(dose, halves, same_brand), therapies=("ciclosporin",), defects=("SD-37",)),
        Pitfall(id="pitfall-csa-few-people", kind="evidence", title="Large percentages from few people",
                says="The source's rates and the length of remission come from one small series.",
                facts=(emilia_improvement, emilia_cr, emilia_off_drug, response_elsewhere), therapies=("ciclosporin",),
                defects=("SD-32", "SD-33")),
    ),
    defects=("SD-08", "SD-09", "SD-10", "SD-27", "SD-29", "SD-30", "SD-31", "SD-32", "SD-33", "SD-37", "SD-44", "SD-45"),
)
