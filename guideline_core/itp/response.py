"""Is it working: the limits of the response classes, and the phases of the disease."""

from ..model.guideline import ResponseRules
from ..model.statement import Band, Criterion
from .definitions import (
    chronic, chronic_2010, confirm_days, cr_platelets, newly_diagnosed, nr_confirm_days, persistent, r_platelets, r_rise,
)
from .questions import (
    azathioprine_months, months_since_diagnosis, response_baseline, response_bleeding, response_count, response_count_second,
    response_days_apart, response_rescue,
)
from .therapies.azathioprine import stop_criterion

phases = Criterion(
    id="phase", key="phase", label="Phase of the disease", condition=months_since_diagnosis >= persistent.low,
    facts=(newly_diagnosed, persistent, chronic, chronic_2010),
    reading="Two published conventions differ at the end of the first year; there both are printed.",
    bands=(
        Band("newly-diagnosed", months_since_diagnosis < newly_diagnosed.high, "newly diagnosed"),
        Band("persistent", (months_since_diagnosis >= persistent.low) & (months_since_diagnosis <= persistent.high), "persistent"),
        Band("chronic", (months_since_diagnosis > chronic.low) | (months_since_diagnosis >= chronic_2010.low), "chronic"),
    ),
)

rules = ResponseRules(
    complete=cr_platelets, partial=r_platelets, rise=r_rise, apart=confirm_days, apart_none=nr_confirm_days, baseline=response_baseline,
    count=response_count, second=response_count_second, days_apart=response_days_apart, bleeding=response_bleeding,
    rescue=response_rescue, elapsed=azathioprine_months, judged=stop_criterion,
)
