"""Ciclosporin: by mouth in two halves, limited by kidneys and blood pressure."""

from ....model.evidence import Citation, Confidence
from ....model.fact import added, stated
from ....model.plan import Act, Mark
from ....model.quantity import between, exactly
from ....model.statement import Pitfall
from ....model.therapy import Basis, Monitoring, Regimen, Therapy
from ...newer import ash_silent
from ...pathway import firstline_failed, timing, trigger
from ...pitfalls import ineffective_therapy
from ...scope import class_members, infection_silent, second_line
from ...undated import NO_FREQUENCY, NO_TIME_TO_JUDGE
from ..eltrombopag import ciclosporin_lowers
from .cited import LETTER
from .evidence import (
    emilia_cr, emilia_improvement, emilia_off_drug, evidence, improvement_population, remission_off_drug,
    response_elsewhere,
)
from .monitoring import (
    bp_regular, label_creatinine, label_first_months, label_maximum, label_reduce, label_start, label_then,
    monitor_fatigue, monitor_hypertension, monitor_neuropathy, monitor_renal, renal_regular,
)
from .sparing import (
    age_gate, breast_milk, contra_elderly, contra_renal, interactions, kidney_gate, live_vaccines, other_malignancy,
    pregnancy, pressure_gate,
)

_SUPPLIED = (Citation("label-ciclosporin-neoral", "how supplied", Confidence.V2),)
_ASH = Citation("ash-education-tables", "view-large/11541168, cyclosporine", Confidence.V2)

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
    "csa-dose-letter", "dose", exactly(5, "mg/kg/d"), cites=LETTER, defects=("SD-37",),
    says="Another series began with 5 mg/kg a day for 1 week, and went on with 3 mg/kg a day.",
    length="1 week", then="3 mg/kg a day",
)
trough_ash = added(
    "csa-trough-ash-table", "blood level", between(100, 200, "ng/mL"), cites=(_ASH,), defects=("SD-37",),
    says="A review table aims for a blood level of 100 to 200 ng/mL. The source has no level, and no target is agreed.",
)
trough_letter = added(
    "csa-trough-letter", "blood level", between(200, 400, "ng/mL"), cites=LETTER, defects=("SD-37",),
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

# Safety

ae_severity = stated(
    "csa-ae-severity", "safety", line=51, markers="1", strength="T", says="Side effects are mostly moderate, and pass.",
    wording="mostly moderate and passing", severity="moderate", course="transient",
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
