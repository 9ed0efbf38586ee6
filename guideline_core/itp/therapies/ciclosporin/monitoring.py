"""What is watched on ciclosporin: what the source names without a frequency, and the label's numbers for psoriasis."""

from ....model.evidence import Citation, Confidence
from ....model.fact import added, stated
from ....model.quantity import at_least, exactly
from ...undated import NO_FREQUENCY

_LABEL = (Citation("label-ciclosporin-neoral", "psoriasis section, as copied at 120ty.net", Confidence.V2),)

# The source

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

# The label, for psoriasis

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
