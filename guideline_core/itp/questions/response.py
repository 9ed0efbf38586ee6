"""How treatment is going: the counts that the response classes need, and the time on azathioprine."""

from ...model.quantity import between
from ...model.question import Kind, Question
from ._kinds import DAYS, DAYS_APART, DAYS_APART_USUAL, MONTHS, WEEKS, platelet_count, yes_no

azathioprine_start = Question(
    id="azathioprine_start", asks="Date on which azathioprine was started", noun="the start of azathioprine",
    kind=Kind.DATE, group="response",
)

azathioprine_months = Question(
    id="azathioprine_months", asks="Time on azathioprine without a break", noun="time on azathioprine",
    kind=Kind.QUANTITY, group="response", hint="If you don't have the date.", units=(MONTHS, WEEKS),
    soft=between(0, 24, "mo"), hard=between(0, 360, "mo"), dated_by="azathioprine_start", within_life="age",
)

response_baseline = platelet_count(
    "response_baseline", "Platelet count when treatment started", "the count at the start of treatment", "response",
)
response_count = platelet_count("response_count", "Platelet count now, on treatment", "the count on treatment", "response")
response_count_second = platelet_count(
    "response_count_second", "A second count on treatment", "the second count on treatment", "response",
    hint="To confirm the response.",
)

response_days_apart = Question(
    id="response_days_apart", asks="Days between the two counts on treatment", noun="the time between the counts on treatment",
    kind=Kind.QUANTITY, group="response", units=(DAYS,), soft=DAYS_APART_USUAL, hard=DAYS_APART,
)

response_bleeding = yes_no(
    "response_bleeding", "Any bleeding on treatment?", "bleeding on treatment", "response",
    "there is bleeding on treatment", "there is no bleeding on treatment",
)

response_rescue = yes_no(
    "response_rescue", "Any rescue treatment between the counts?", "rescue treatment", "response",
    "rescue treatment was given between the counts", "no rescue treatment was given between the counts",
)
