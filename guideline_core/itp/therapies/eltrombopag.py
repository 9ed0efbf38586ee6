"""Eltrombopag: a daily tablet. The source leaves out the start, the salt, and what the stomach must not hold."""

from ...model.evidence import Citation, Confidence, Proportion
from ...model.fact import added, stated
from ...model.guideline import Note
from ...model.plan import Act, Mark
from ...model.quantity import above, at_least, between, exactly
from ...model.statement import Pitfall
from ...model.therapy import Basis, Evidence, Monitoring, Regimen, Therapy
from ..pitfalls import ineffective_therapy
from ..questions import ancestry, current_drugs, hepatic_impairment
from ..tpo_receptor_agonists import (
    breast_milk, continued, grade, grade_meaning, grade_superseded, grades_superseded, indication,
    missing_conjunct, pregnancy, rate_elsewhere, rate_not_lasting, rate_untraced, remission_table, response_rate,
    tpora_2011,
)
from ..undated import BEFORE_FIRST, NO_TIME_TO_JUDGE, NOBODY_SAYS_HOW_OFTEN

_US_LABEL = (Citation("label-eltrombopag-us", "dosage in ITP", Confidence.V2),)
_WARNINGS = (Citation("label-eltrombopag-us", "warnings and precautions", Confidence.V2),)
_MONOGRAPH = (Citation("eltrombopag-monograph", "warnings and monitoring", Confidence.V2),)
_EU_TABLETS = (Citation("smpc-revolade", "composition and form", Confidence.V),)
_SACHETS = (Citation("label-eltrombopag-us", "dosage forms and strengths", Confidence.V2),)
_CHOLINE = (Citation("label-alvaiz", "strengths, as given in a drug guide", Confidence.V2),)
_TAKING = (Citation("label-eltrombopag-us", "food and minerals", Confidence.V2),)

# How much

dose = stated(
    "eltrombopag-dose", "eltrombopag", between(25, 75, "mg/d"), line=65, markers="1, 4", strength="D",
    says="25 to 75 mg a day by mouth.", defects=("SD-26", "SD-27", "SD-30"), route="PO",
)
start = added(
    "eltrombopag-label-start", "eltrombopag", exactly(50, "mg/d"), cites=_US_LABEL, defects=("SD-26",),
    says="The label starts most adults on 50 mg a day.",
)
start_ancestry = added(
    "eltrombopag-label-start-ancestry", "eltrombopag", exactly(25, "mg/d"), cites=_US_LABEL, defects=("SD-26",),
    says="With East or South-East Asian ancestry the label starts on 25 mg a day.",
)
start_liver = added(
    "eltrombopag-label-start-liver", "eltrombopag", exactly(25, "mg/d"), cites=_US_LABEL, defects=("SD-26",),
    says="With liver impairment, Child-Pugh A to C, the label starts on 25 mg a day.",
)
start_both = added(
    "eltrombopag-label-start-both", "eltrombopag", exactly("12.5", "mg/d"), cites=_US_LABEL, defects=("SD-26",),
    says="With both, ancestry and liver impairment, the label starts on 12.5 mg a day: below the source's range.",
)
ceiling = added(
    "eltrombopag-label-ceiling", "eltrombopag", exactly(75, "mg/d"), cites=_US_LABEL,
    says="The label goes no higher than 75 mg a day.",
)
reduce_between = added(
    "eltrombopag-label-reduce", "eltrombopag", between(200, 400, "10*9/L"), cites=_US_LABEL,
    says="At 200 to 400 × 10⁹/L the label lowers the dose of eltrombopag.",
)
stop_above = added(
    "eltrombopag-label-hold", "eltrombopag", above(400, "10*9/L"), cites=_US_LABEL,
    says="Over 400 × 10⁹/L the label stops eltrombopag until the count is under 150 × 10⁹/L.", until="under 150 × 10⁹/L",
)
tablets = (
    added("eltrombopag-tablet-12-5", "strength", exactly("12.5", "mg"), cites=_EU_TABLETS, says="There is a 12.5 mg tablet.",
          form="tablet", salt="olamine"),
    added("eltrombopag-tablet-25", "strength", exactly(25, "mg"), cites=_EU_TABLETS, says="There is a 25 mg tablet.",
          form="tablet", salt="olamine"),
    added("eltrombopag-tablet-50", "strength", exactly(50, "mg"), cites=_EU_TABLETS, says="There is a 50 mg tablet.",
          form="tablet", salt="olamine"),
    added("eltrombopag-tablet-75", "strength", exactly(75, "mg"), cites=_EU_TABLETS, says="There is a 75 mg tablet.",
          form="tablet", salt="olamine"),
)
sachets = (
    added("eltrombopag-sachet-12-5", "strength", exactly("12.5", "mg"), cites=_SACHETS, says="There is a 12.5 mg sachet.",
          form="sachet", salt="olamine"),
    added("eltrombopag-sachet-25", "strength", exactly(25, "mg"), cites=_SACHETS, says="There is a 25 mg sachet.",
          form="sachet", salt="olamine"),
)

# The other salt

not_choline = added(
    "eltrombopag-not-alvaiz", "eltrombopag", cites=_CHOLINE, defects=("SD-26",), salt="choline",
    says="Not for Alvaiz: that is eltrombopag choline, whose milligrams are on another scale. One can't replace the "
    "other.",
    wording="not for Alvaiz (eltrombopag choline)",
)
choline_tablets = (
    added("alvaiz-tablet-9", "strength", exactly(9, "mg"), cites=_CHOLINE, says="There is a 9 mg Alvaiz tablet.",
          form="tablet", salt="choline", defects=("SD-26",)),
    added("alvaiz-tablet-18", "strength", exactly(18, "mg"), cites=_CHOLINE, says="There is an 18 mg Alvaiz tablet.",
          form="tablet", salt="choline", defects=("SD-26",)),
    added("alvaiz-tablet-36", "strength", exactly(36, "mg"), cites=_CHOLINE, says="There is a 36 mg Alvaiz tablet.",
          form="tablet", salt="choline", defects=("SD-26",)),
    added("alvaiz-tablet-54", "strength", exactly(54, "mg"), cites=_CHOLINE, says="There is a 54 mg Alvaiz tablet.",
          form="tablet", salt="choline", defects=("SD-26",)),
)

# How to take it

empty_stomach = added(
    "eltrombopag-empty-stomach", "eltrombopag", cites=_TAKING, defects=("SD-26",), says="Taken on an empty stomach.",
    wording="on an empty stomach",
)
before_minerals = added(
    "eltrombopag-before-minerals", "eltrombopag", at_least(2, "h"), defects=("SD-26",),
    cites=(Citation("label-eltrombopag-us", "food and minerals, not looked up", Confidence.MH),),
    says="Taken 2 hours or more before antacids, dairy and minerals (polyvalent cations) (recalled, not yet checked).",
)
after_minerals = added(
    "eltrombopag-after-minerals", "eltrombopag", at_least(4, "h"), cites=_TAKING, defects=("SD-26",),
    says="Taken 4 hours or more after antacids, dairy and minerals (polyvalent cations).",
)

# How well it works: RAISE

_RAISE = (Citation("cheng-2011", "abstract", Confidence.V),)
ever = added(
    "eltrombopag-raise-ever", "eltrombopag", Proportion(106, 135), cites=_RAISE, defects=("SD-31",),
    says="106 of 135 people responded to eltrombopag at least once.", definition="50 × 10⁹/L or more at least once",
)
ever_placebo = added(
    "eltrombopag-raise-placebo", "eltrombopag", Proportion(17, 62), cites=_RAISE,
    says="17 of 62 people responded to placebo at least once. The paper prints 28%, not the 27% that this comes to.",
    printed="28%", comes_to="27%", definition="50 × 10⁹/L or more at least once",
)

# Safety

liver_warning = added(
    "eltrombopag-liver-warning", "eltrombopag", defects=("SD-26",),
    cites=(Citation("dailymed-eltrombopag", "boxed warning", Confidence.V),),
    says="A boxed warning: damage to the liver.", wording="a boxed warning on the liver",
)
liver_tests = added(
    "eltrombopag-liver-tests", "eltrombopag", exactly(2, "wk"), cites=_MONOGRAPH,
    says="ALT, AST and bilirubin before the first dose, every 2 weeks while the dose changes, then monthly.",
    tests="ALT, AST, bilirubin", later="monthly",
)
liver_stop = added(
    "eltrombopag-liver-stop", "eltrombopag", at_least(3, "1"), cites=_MONOGRAPH,
    says="There are rules for stopping eltrombopag at an ALT of 3 or more times the upper limit of normal.",
    wording="an ALT of 3 or more times the upper limit",
)
cataract = added(
    "eltrombopag-cataract", "eltrombopag", cites=_WARNINGS, says="A warning of cataract.", wording="cataract",
)
thrombosis = added(
    "eltrombopag-thrombosis", "eltrombopag", cites=_WARNINGS, says="A warning of thrombosis.", wording="thrombosis",
)
ciclosporin_lowers = added(
    "eltrombopag-ciclosporin", "eltrombopag", cites=(Citation("newpages-asia", "drug interactions", Confidence.V2),),
    says="Ciclosporin lowers the amount of eltrombopag in the blood.", wording="lowered by ciclosporin", defects=("SD-27",),
)
with_ciclosporin = Pitfall(
    id="pitfall-eltrombopag-ciclosporin", kind="monitoring", title="Eltrombopag together with ciclosporin",
    says="The source prints both drugs and not their interaction: ciclosporin lowers eltrombopag.",
    facts=(ciclosporin_lowers,), therapies=("eltrombopag", "ciclosporin"), defects=("SD-27",),
)

_impaired = hepatic_impairment.is_("child-pugh-a", "child-pugh-b", "child-pugh-c")
notes = (
    Note(ancestry.is_("yes"), start_ancestry, ("eltrombopag",)),
    Note(_impaired, start_liver, ("eltrombopag",)),
    Note(ancestry.is_("yes") & _impaired, start_both, ("eltrombopag",)),
    Note(current_drugs.is_("ciclosporin"), ciclosporin_lowers, ("eltrombopag",)),
    Note(current_drugs.is_("eltrombopag"), ciclosporin_lowers, ("ciclosporin",)),
)

_PLAN = (
    Mark(act=Act.BEFORE, what="ALT, AST and bilirubin", fact=liver_tests, undated=BEFORE_FIRST),
    Mark(act=Act.CHECK, what="ALT, AST and bilirubin, the first time on treatment", fact=liver_tests, at=liver_tests.low),
    Mark(act=Act.CHECK, what="ALT, AST and bilirubin, after that", fact=liver_tests,
         undated="every 2 weeks while the dose changes, then monthly: no date can tell when it has settled"),
    Mark(act=Act.CHECK, what="Platelet count", fact=reduce_between, undated=NOBODY_SAYS_HOW_OFTEN),
    Mark(act=Act.JUDGE, what="Is it working?", fact=ineffective_therapy, undated=NO_TIME_TO_JUDGE),
    Mark(act=Act.STOP, what="Stop", fact=liver_stop, undated="it depends on ALT, not on a date"),
)

therapy = Therapy(
    id="eltrombopag", name="Eltrombopag", kind="thrombopoietin receptor agonist",
    spellings=("eltrombopag olamine", "Revolade", "Promacta"),
    place=(indication, grade, missing_conjunct),
    regimens=(
        Regimen(dose=dose, label="Eltrombopag olamine", basis=Basis.FIXED, gives="mg/d", route="by mouth", per="every day",
                strengths=tablets, plan=_PLAN, defects=("SD-26", "SD-27"),
                notes=(start, start_ancestry, start_liver, start_both, ceiling, reduce_between, stop_above, not_choline,
                       empty_stomach, before_minerals, after_minerals, *sachets)),
    ),
    evidence=(
        Evidence(outcome="Response at some time", definition="50 × 10⁹/L or more at least once",
                 figure=response_rate, study=ever, leaves_out=(ever_placebo, rate_untraced)),
    ),
    efficacy=(continued, remission_table, rate_elsewhere),
    avoid=(not_choline, ciclosporin_lowers),
    monitoring=(
        Monitoring(what="Liver tests", facts=(), adds=(liver_tests, liver_stop)),
        Monitoring(what="Platelet count", facts=(), adds=(reduce_between, stop_above)),
    ),
    safety=(liver_warning, cataract, thrombosis, pregnancy, breast_milk),
    stop=(stop_above, liver_stop),
    newer=(grade_superseded, grade_meaning),
    criteria=(tpora_2011,),
    pitfalls=(
        Pitfall(id="pitfall-eltrombopag-salt", kind="dosing", title="Carrying the dose over to the choline salt",
                says="The source's range is for eltrombopag olamine. Alvaiz, the choline salt, has its tablets on "
                "another scale: the same milligrams are too much.",
                facts=(dose, not_choline, *choline_tablets), therapies=("eltrombopag",), defects=("SD-26",)),
        Pitfall(id="pitfall-eltrombopag-start", kind="dosing", title="Starting without asking about liver and ancestry",
                says="The label's start depends on both. The source gives one range for everyone.",
                facts=(dose, start, start_ancestry, start_liver, start_both), therapies=("eltrombopag",), defects=("SD-26",)),
        Pitfall(id="pitfall-eltrombopag-minerals", kind="dosing", title="Taking it with milk, antacids or minerals",
                says="They are kept hours apart from eltrombopag. The source doesn't say so.",
                facts=(empty_stomach, before_minerals, after_minerals), therapies=("eltrombopag",), defects=("SD-26",)),
        with_ciclosporin, rate_not_lasting, grades_superseded,
    ),
    defects=("SD-21", "SD-22", "SD-26", "SD-27", "SD-30", "SD-31"),
)
