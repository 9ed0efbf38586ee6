"""Cyclophosphamide in numbers: a wide range of rates, and the one small series behind its top."""

from ....model.evidence import Citation, Confidence, Proportion
from ....model.fact import added, convention, stated
from ....model.quantity import between

_REINER = (Citation("reiner-1995", "abstract", Confidence.V),)

response_rate = stated(
    "cpa-response-rate", "efficacy", between(24, 85, "%"), line=57, markers="1", strength="D", defects=("SD-13",),
    says="Published response rates run from 24 to 85%.",
)
reiner_response = added(
    "cpa-reiner-response", "efficacy", Proportion(17, 20), cites=_REINER, says="17 of 20 people responded.",
    definition="complete and partial responses together",
)
reiner_cr = added("cpa-reiner-cr", "efficacy", Proportion(13, 20), cites=_REINER,
                  says="13 of 20 reached a complete response.", definition="as the authors count it")
reiner_pr = added("cpa-reiner-pr", "efficacy", Proportion(4, 20), cites=_REINER,
                  says="4 of 20 reached a partial response.", definition="as the authors count it")
reiner_dose = added("cpa-reiner-dose", "dose IV", between(1, "1.5", "g/m2"), cites=_REINER, defects=("SD-13",),
                    says="The series gave 1 to 1.5 g/m² a dose, from the top of the source's range upwards.")
reiner_leaves_out = (
    added("cpa-reiner-count", "dose IV", between(1, 4, "1"), cites=_REINER, wording="1 to 4 doses", mean="2",
          says="People in the series had 1 to 4 doses, 2 on average."),
    added("cpa-reiner-relapse", "efficacy", Proportion(5, 13), cites=_REINER, says="5 of the 13 complete responders relapsed."),
    added("cpa-reiner-neutropenia", "safety", Proportion(3, 20), cites=_REINER,
          says="3 of 20 had neutropenia, one of them with staphylococcal sepsis."),
    added("cpa-reiner-thrombosis", "safety", Proportion(2, 20), cites=_REINER, says="2 of 20 had a deep vein thrombosis."),
    added("cpa-reiner-abscess", "safety", Proportion(1, 20), cites=_REINER, says="1 of 20 had a psoas abscess."),
)
low_rate_untraced = convention(
    "cpa-low-rate-untraced", "efficacy", says="The lower end of the source's range couldn't be traced to a study.",
    wording="not traced to a study", absent="no study found",
)
