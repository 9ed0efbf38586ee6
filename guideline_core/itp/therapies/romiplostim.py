"""Romiplostim: a weekly injection whose printed range hides a start and a ceiling."""

from ...model.evidence import Citation, Confidence, Proportion
from ...model.fact import added, stated
from ...model.plan import Act, Mark
from ...model.quantity import above, between, exactly
from ...model.statement import Pitfall
from ...model.therapy import Basis, Evidence, Monitoring, Regimen, Therapy
from ..pitfalls import ineffective_therapy
from ..tpo_receptor_agonists import (
    breast_milk, continued, grade, grade_meaning, grade_superseded, grades_superseded, indication,
    missing_conjunct, pregnancy, rate_elsewhere, rate_not_lasting, rate_untraced, remission_early, remission_late,
    remission_table, response_rate, tpora_2011,
)
from ..undated import NO_TIME_TO_JUDGE, NOBODY_SAYS_HOW_OFTEN

_US_LABEL = (Citation("label-romiplostim-us", "dosage", Confidence.V2),)
_EU_OLDER = (Citation("smpc-nplate", "section 4.2, an older edition", Confidence.V2),)
_EU_FORMS = (Citation("smpc-nplate", "composition and form", Confidence.V),)
_TRIALS = (Citation("kuter-2008", "abstract", Confidence.V),)

# How much

dose = stated(
    "romiplostim-dose", "romiplostim", between(1, 10, "ug/kg/wk"), line=65, markers="1, 4", strength="D",
    says="1 to 10 micrograms/kg a week, injected under the skin.", defects=("SD-25", "SD-30", "SD-43", "SD-45"), route="SC",
)
start = added(
    "romiplostim-label-start", "romiplostim", exactly(1, "ug/kg/wk"), cites=_US_LABEL, defects=("SD-25",),
    says="The label starts everyone at 1 microgram/kg a week.",
)
ceiling = added(
    "romiplostim-label-ceiling", "romiplostim", exactly(10, "ug/kg/wk"), cites=_US_LABEL, defects=("SD-25",),
    says="10 micrograms/kg a week is the label's ceiling, not a dose to begin with.",
)
step = added(
    "romiplostim-label-step", "romiplostim", exactly(1, "ug/kg/wk"), cites=_US_LABEL, defects=("SD-25",),
    says="The label moves the dose by 1 microgram/kg a week at a time.",
)
actual_weight = added(
    "romiplostim-label-weight", "romiplostim", cites=_US_LABEL, defects=("SD-43",),
    says="The label takes the actual body weight when treatment starts.", wording="actual weight at the start",
)
reduce_above = added(
    "romiplostim-label-reduce", "romiplostim", above(200, "10*9/L"), cites=_US_LABEL, defects=("SD-25",),
    says="Over 200 × 10⁹/L for 2 weeks running, the label lowers the dose by one step.", lasting="2 weeks",
)
hold_above = added(
    "romiplostim-label-hold", "romiplostim", above(400, "10*9/L"), cites=_US_LABEL, defects=("SD-25",),
    says="Over 400 × 10⁹/L the label holds the dose until the count is under 200 × 10⁹/L.",
    until="under 200 × 10⁹/L",
)
eu_reduce_above = added(
    "romiplostim-eu-reduce", "romiplostim", above(150, "10*9/L"), cites=_EU_OLDER, defects=("SD-25",),
    says="An older EU text lowers the dose earlier: over 150 × 10⁹/L; 200 × 10⁹/L is left to judgement.",
    by_judgement="200 × 10⁹/L",
)
eu_hold_above = added(
    "romiplostim-eu-hold", "romiplostim", above(250, "10*9/L"), cites=_EU_OLDER, defects=("SD-25",),
    says="An older EU text holds the dose earlier: over 250 × 10⁹/L; 400 × 10⁹/L is left to judgement.",
    by_judgement="400 × 10⁹/L",
)
solution = added(
    "romiplostim-solution", "romiplostim", exactly(500, "ug/mL"), cites=_EU_FORMS,
    says="Once made up, the solution holds 500 micrograms/mL.", per="1 mL",
)
syringe_step = added(
    "romiplostim-syringe-step", "romiplostim", exactly("0.01", "mL"), cites=_US_LABEL,
    says="A syringe has steps of 0.01 mL. The label's example: 75 micrograms are 0.15 mL.",
    example="75 kg, 75 micrograms, 0.15 mL",
)
vials = (
    added("romiplostim-vial-125", "strength", exactly(125, "ug"), cites=_EU_FORMS, form="vial",
          says="There is a vial that gives 125 micrograms."),
    added("romiplostim-vial-250", "strength", exactly(250, "ug"), cites=_EU_FORMS, form="vial",
          says="There is a vial that gives 250 micrograms."),
    added("romiplostim-vial-500", "strength", exactly(500, "ug"), cites=_EU_FORMS, form="vial",
          says="There is a vial that gives 500 micrograms."),
)
stop_after = added(
    "romiplostim-label-stop", "romiplostim", exactly(4, "wk"), cites=_US_LABEL,
    says="The label stops romiplostim if 4 weeks at its ceiling have been of no use.",
)

# How well it works: two trials side by side

overall = added(
    "romiplostim-kuter-overall", "romiplostim", Proportion(69, 83), defects=("SD-31",),
    cites=(Citation("kuter-2008", "abstract, both trials added up", Confidence.V),),
    says="69 of 83 people responded, for a while or durably, in the two trials together.",
    definition="50 × 10⁹/L or more, durably or for some weeks",
)
overall_splenectomised = added(
    "romiplostim-kuter-splenectomised", "romiplostim", Proportion(33, 42), cites=_TRIALS,
    says="33 of 42 people without a spleen responded, for a while or durably.",
    definition="50 × 10⁹/L or more, durably or for some weeks",
)
overall_with_spleen = added(
    "romiplostim-kuter-with-spleen", "romiplostim", Proportion(36, 41), cites=_TRIALS,
    says="36 of 41 people with a spleen responded, for a while or durably.",
    definition="50 × 10⁹/L or more, durably or for some weeks",
)
durable_splenectomised = added(
    "romiplostim-kuter-durable-splenectomised", "romiplostim", Proportion(16, 42), cites=_TRIALS,
    says="16 of 42 people without a spleen responded durably.", definition="a durable response, as the trials count it",
)
durable_with_spleen = added(
    "romiplostim-kuter-durable-with-spleen", "romiplostim", Proportion(25, 41), cites=_TRIALS,
    says="25 of 41 people with a spleen responded durably.", definition="a durable response, as the trials count it",
)

_PLAN = (
    Mark(act=Act.CHECK, what="Platelet count", fact=reduce_above, undated=NOBODY_SAYS_HOW_OFTEN),
    Mark(act=Act.JUDGE, what="Is it working?", fact=ineffective_therapy, undated=NO_TIME_TO_JUDGE),
    Mark(act=Act.STOP, what="Stop", fact=stop_after, undated="it depends on when the ceiling is reached, not on a date"),
    Mark(act=Act.STOP, what="The end of treatment", fact=continued, undated="the source gives no end"),
)

therapy = Therapy(
    id="romiplostim", name="Romiplostim", kind="thrombopoietin receptor agonist", spellings=("Nplate",),
    place=(indication, grade, missing_conjunct),
    regimens=(
        Regimen(dose=dose, label="By weight", basis=Basis.WEIGHT, gives="ug/wk", route="under the skin", per="every week",
                ends=("start", "ceiling"), plan=_PLAN, concentration=solution, volume_step=syringe_step,
                notes=(start, ceiling, step, actual_weight, reduce_above, hold_above, eu_reduce_above, eu_hold_above, *vials),
                defects=("SD-25", "SD-43")),
    ),
    evidence=(
        Evidence(outcome="Response", definition="50 × 10⁹/L or more, durably or for some weeks", figure=response_rate,
                 study=overall, leaves_out=(durable_splenectomised, durable_with_spleen, rate_untraced)),
        Evidence(outcome="Response without a spleen", definition="50 × 10⁹/L or more, durably or for some weeks", figure=None,
                 study=overall_splenectomised, leaves_out=(durable_splenectomised,)),
        Evidence(outcome="Response with a spleen", definition="50 × 10⁹/L or more, durably or for some weeks", figure=None,
                 study=overall_with_spleen, leaves_out=(durable_with_spleen,)),
    ),
    efficacy=(continued, remission_early, remission_late, remission_table, rate_elsewhere),
    monitoring=(
        Monitoring(what="Platelet count", facts=(), adds=(reduce_above, hold_above, eu_reduce_above, eu_hold_above)),
    ),
    safety=(pregnancy, breast_milk),
    stop=(stop_after,),
    newer=(grade_superseded, grade_meaning),
    criteria=(tpora_2011,),
    pitfalls=(
        Pitfall(id="pitfall-romiplostim-ceiling", kind="dosing", title="Starting with the top of the range",
                says="The source prints one range. The label starts at its lower end and climbs in steps: the upper "
                "end is a ceiling.",
                facts=(dose, start, step, ceiling), therapies=("romiplostim",), defects=("SD-25",)),
        rate_not_lasting, grades_superseded,
    ),
    defects=("SD-21", "SD-22", "SD-25", "SD-30", "SD-31", "SD-43"),
)
