"""What a patient is asked, in the order in which a clinician would ask it.

The bounds are conventions of this site: generous limits of what can be right, not of what is normal.
"""

from .first import active_bleeding, age, pregnant
from .body import creatinine, creatinine_conversion, height, reported_egfr, sex, weight
from .disease import (
    bleeding_risk, diagnosed, months_since_diagnosis, persistent, platelets, platelets_days_apart, platelets_second,
    refractory,
)
from .treatment import (
    current_drugs, failed_lines, ivig_failed, spleen, steroid_response, steroid_toxicity, steroid_weeks,
)
from .safety import (
    age_concern, ancestry, anti_hbc, bp_controlled, breast_feeding, conception_planned, fertility_discussed, hbsag,
    hepatic_impairment, infection, live_vaccine, malignancy, new_cytopenia, nudt15, tpmt, xanthine_oxidase_inhibitor,
)
from .response import (
    azathioprine_months, azathioprine_start, response_baseline, response_bleeding, response_count,
    response_count_second, response_days_apart, response_rescue,
)

QUESTIONS = (
    active_bleeding, age, pregnant,
    platelets, platelets_second, platelets_days_apart, persistent, bleeding_risk, diagnosed, months_since_diagnosis,
    steroid_response, steroid_toxicity, steroid_weeks, ivig_failed, failed_lines, spleen, refractory, current_drugs,
    weight, height, sex, creatinine, reported_egfr,
    tpmt, nudt15, xanthine_oxidase_inhibitor, new_cytopenia, age_concern, bp_controlled, breast_feeding,
    conception_planned, fertility_discussed, hbsag, anti_hbc, hepatic_impairment, ancestry, infection, malignancy,
    live_vaccine,
    azathioprine_start, azathioprine_months, response_baseline, response_count, response_count_second,
    response_days_apart, response_bleeding, response_rescue,
)

GROUPS = {
    "first": "Before anything else",
    "plan": "The plan",
    "disease": "The disease",
    "treatment": "Treatment so far",
    "body": "The patient",
    "safety": "Before a dose",
    "response": "Response",
}

__all__ = ["GROUPS", "QUESTIONS", "creatinine_conversion", *(q.id for q in QUESTIONS)]
