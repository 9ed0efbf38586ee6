"""Whom to spare ciclosporin: kidneys, age and blood pressure with their gates, interactions, pregnancy and vaccines."""

from ....model.condition import Outcome
from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.guideline import Note
from ....model.quantity import at_least
from ....model.statement import Criterion, Gate
from ...cited import PREGNANCY_TABLES
from ...formulas import egfr_limit, lowest_egfr
from ...questions import (
    age, age_concern, bp_controlled, breast_feeding, conception_planned, infection, live_vaccine, malignancy,
)
from ...scope import infection_silent
from .cited import LETTER
from .monitoring import bp_regular, monitor_hypertension

# Kidneys, age and blood pressure

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
    "csa-letter-renal", "contraindication", cites=LETTER, defects=("SD-09",),
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
    "csa-pregnancy", "pregnancy", defects=("SD-30",), cites=PREGNANCY_TABLES, wording="described, not recommended",
    says="Review tables call ciclosporin in pregnancy described, but not recommended.",
)
breast_milk = added(
    "csa-breast-feeding", "breast-feeding", defects=("SD-30",), cites=PREGNANCY_TABLES, wording="described, not recommended",
    says="While breast-feeding, too, review tables call ciclosporin described, but not recommended.",
)
other_malignancy = added(
    "csa-malignancy-elsewhere", "safety", wording="lymphoproliferation and leukaemia in other diseases",
    cites=(Citation("ash-education-tables", "view-large/9006007, footnote", Confidence.V2),), defects=("SD-28",),
    says="In other diseases lymphoproliferation and leukaemia have followed ciclosporin.",
)

# Gates, and what is said beside a dose

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
