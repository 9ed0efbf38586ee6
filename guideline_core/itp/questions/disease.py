"""The platelet count, the bleeding risk and the time since diagnosis."""

from ...model.quantity import between
from ...model.question import Kind, Question
from ._kinds import DAYS, DAYS_APART, DAYS_APART_USUAL, MONTHS, WEEKS, platelet_count, yes_no

platelets = platelet_count("platelets", "Platelet count now", "platelet count", "disease")

platelets_second = platelet_count(
    "platelets_second", "An earlier platelet count", "the earlier platelet count", "disease",
    hint="Two low counts show that the low count lasts.",
)

platelets_days_apart = Question(
    id="platelets_days_apart", asks="Days between the two counts", noun="the time between the two counts",
    kind=Kind.QUANTITY, group="disease", units=(DAYS,), soft=DAYS_APART_USUAL, hard=DAYS_APART,
)

persistent = yes_no(
    "persistent", "Is the low count persistent, in your judgement?", "persistence", "disease",
    "the clinician judges the low count persistent", "the clinician does not judge the low count persistent",
    hint="Instead of two counts. The source doesn't say what “persistently” means.",
)

bleeding_risk = yes_no(
    "bleeding_risk", "Is this patient at risk of bleeding, in your judgement?", "bleeding risk", "disease",
    "there is a risk of bleeding", "there is no particular risk of bleeding",
    hint="Such as earlier bleeds, a blood thinner, planned surgery or risk of falls. No score: the source gives none.",
)

diagnosed = Question(
    id="diagnosed", asks="Date of diagnosis", noun="the date of diagnosis", kind=Kind.DATE, group="disease",
    hint="Better than a number of months.",
)

months_since_diagnosis = Question(
    id="months_since_diagnosis", asks="Time since diagnosis", noun="time since diagnosis", kind=Kind.QUANTITY,
    group="disease", hint="If you don't have the date.", units=(MONTHS, WEEKS),
    soft=between(0, 240, "mo"), hard=between(0, 1440, "mo"), dated_by="diagnosed", within_life="age",
)

refractory = yes_no(
    "refractory", "Is the disease highly refractory, in your judgement?", "highly refractory disease", "disease",
    "the clinician judges the disease highly refractory", "the clinician does not judge the disease highly refractory",
    hint="The source doesn't define it, and gives no number of failed treatments.",
)
