"""Cyclophosphamide: an alkylating drug kept for last, with doses that the source leaves open at the wrong end."""

from ...model.evidence import Citation, Confidence, Proportion
from ...model.fact import added, convention, stated
from ...model.guideline import Note
from ...model.plan import Act, Mark
from ...model.quantity import at_least, at_most, between, exactly
from ...model.statement import Criterion, Gate, Pitfall
from ...model.therapy import Basis, Evidence, Regimen, Therapy
from ..definitions import refractory_2009, refractory_2013, refractory_2023
from ..newer import ash_silent
from ..pathway import firstline_failed, order_cpa_late, timing, trigger
from ..pitfalls import ineffective_therapy
from ..questions import breast_feeding, conception_planned, fertility_discussed, infection, live_vaccine, malignancy, refractory
from ..scope import infection_silent
from ..undated import NO_TIME_TO_JUDGE

_REINER = (Citation("reiner-1995", "abstract", Confidence.V),)
_MONOGRAPH = Citation("medicine-com", "cyclophosphamide", Confidence.V2)
_PREGNANCY = (
    Citation("ash-education-tables", "view-large/12523253", Confidence.V2),
    Citation("aob-amegroups", "treatments in pregnancy", Confidence.V2),
)

# Place

reserved = stated(
    "cpa-reserved", "place", line=55, markers="1", strength="D", defects=("SD-35",),
    says="Cyclophosphamide is kept for highly refractory disease, because its toxicity is serious.",
    wording="highly refractory disease only", population="highly refractory (undefined)",
)

# Dose

oral_dose = stated(
    "cpa-oral-dose", "dose PO", between(1, 2, "mg/kg/d"), line=56, markers="1", strength="D", defects=("SD-14",),
    says="By mouth: 1 to 2 mg/kg a day.", route="PO",
)
oral_duration = stated(
    "cpa-oral-duration", "dose PO", at_least(16, "wk"), line=56, markers="1", strength="D", defects=("SD-14",),
    says="By mouth it is taken for 16 weeks or more.", route="PO", longest="not given",
)
oral_no_end = convention(
    "cpa-oral-no-end", "dose PO", defects=("SD-14",),
    says="The source gives no end, no limit to the total, and no check of blood count or bladder. This site adds up the "
    "shortest course and projects no further.", wording="no stop point in the source; nothing is projected",
)
iv_dose = stated(
    "cpa-iv-dose", "dose IV", between("0.3", 1, "g/m2"), line=56, markers="1", strength="D", defects=("SD-12", "SD-13"),
    says="Into a vein: 0.3 to 1 g/m², as it seems for each dose.", route="IV", per="dose (implied)",
)
iv_count = stated(
    "cpa-iv-count", "dose IV", between(1, 3, "1"), line=56, markers="1", strength="D", defects=("SD-12",),
    says="Into a vein: 1 to 3 doses.", wording="1 to 3 doses", route="IV", of="doses",
)
iv_interval = stated(
    "cpa-iv-interval", "dose IV", between(2, 4, "wk"), line=56, markers="1", strength="D", defects=("SD-12",),
    says="Into a vein: every 2 to 4 weeks.", route="IV",
)
iv_ambiguous = convention(
    "cpa-iv-ambiguous", "dose IV", defects=("SD-12",),
    says="The source's line can be read as a dose, as a total, or as doses in each cycle. This site shows the range for a "
    "single dose as the source appears to mean it, marks it ambiguous, and doesn't multiply or schedule it: that needs a "
    "specialist's protocol.", wording="ambiguous: a single dose only",
)
rates_apart = convention(
    "cpa-rates-apart", "efficacy", defects=("SD-13",),
    says="This site shows no response rate beside a computed dose: the two come from different studies.",
    wording="no response rate beside a dose",
)
strengths = (
    added("cpa-capsule-50", "strength", exactly(50, "mg"), says="There is a 50 mg capsule.", form="capsule", market="US",
          cites=(Citation("openfda-ndc", "record NSP50", Confidence.V),)),
)
# The vials stand in no regimen: a dose that can be read three ways isn't covered with them.
_VIALS = (Citation("tajoncology", "cyclophosphamide vials", Confidence.V2),)
vials = (
    added("cpa-vial-200", "strength", exactly(200, "mg"), cites=_VIALS, says="In some countries there is a 200 mg vial.",
          form="vial", market="some countries"),
    added("cpa-vial-500", "strength", exactly(500, "mg"), cites=_VIALS, says="There is a 500 mg vial.", form="vial"),
    added("cpa-vial-1000", "strength", exactly(1, "g"), cites=_VIALS, says="There is a 1 g vial.", form="vial"),
    added("cpa-vial-2000", "strength", exactly(2, "g"), cites=_VIALS, says="There is a 2 g vial.", form="vial"),
)

# What it achieves

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
                    says="The series gave 1 to 1.5 g/m² a dose, more than the source's range.")
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

# Safety

aml = stated(
    "cpa-aml", "safety", line=58, markers="1", strength="D",
    says="Acute myeloid leukaemia has been reported after cyclophosphamide, in ITP and in lupus.",
    wording="acute myeloid leukaemia", event="AML", populations="ITP, SLE",
)
sterility = stated(
    "cpa-sterility", "safety", line=58, markers="1", strength="D", defects=("SD-11",),
    says="How much cyclophosphamide harms fertility has been studied too little.", wording="harm to fertility, too little studied",
    kind="evidence gap",
)
avoid_young = stated(
    "cpa-avoid-young", "contraindication", line=85, markers="1", strength="D", defects=("SD-11",),
    absent="the source gives no age", says="Cyclophosphamide is not for young people, because of sterility and leukaemia.",
    wording="not for young people", age_threshold="not given", reasons="sterility, leukaemia",
)
no_age_rule = convention(
    "cpa-no-age-rule", "contraindication", defects=("SD-11",),
    says="“Young” has no age in the source, and the harm is about fertility. No age decides here: this site asks everybody, "
    "of any sex and age, about children and fertility.", wording="no age decides",
)
alkylator_leukaemia = added(
    "cpa-alkylator-leukaemia", "safety", wording="acute leukaemia or myelodysplasia",
    cites=(Citation("ash-education-tables", "view-large/9006007, footnote", Confidence.V2),),
    says="Acute leukaemia and myelodysplasia have followed drugs of its kind.",
)
second_cancer = added("cpa-second-cancer", "safety", cites=(_MONOGRAPH,), says="A second cancer can follow cyclophosphamide.",
                      wording="a second cancer")
infertility = added("cpa-infertility", "safety", cites=(_MONOGRAPH,), wording="infertility", defects=("SD-11",),
                    says="Cyclophosphamide can make people infertile.")
bladder = added(
    "cpa-bladder", "safety", cites=(_MONOGRAPH,), defects=("SD-14",), wording="bleeding from the bladder",
    says="Cyclophosphamide can make the bladder bleed. Fluids protect it; with high doses mesna is added, which is off-label.",
)
outflow = added("cpa-outflow-obstruction", "contraindication", cites=(_MONOGRAPH,), wording="not with blocked urine flow",
                says="Cyclophosphamide is not given where the outflow of urine is blocked.")
kidneys = added("cpa-kidneys", "safety", cites=(_MONOGRAPH,), says="Cyclophosphamide builds up where the kidneys are impaired.",
                wording="builds up with impaired kidneys")
live_vaccines = added(
    "cpa-live-vaccines", "vaccines", defects=("SD-30",),
    cites=(Citation("label-cyclophosphamide", "vaccines, not looked up", Confidence.MH),),
    says="Live vaccines are avoided on cyclophosphamide (recalled, not yet checked).",
    wording="no live vaccines (recalled, not yet checked)",
)
pregnancy = added(
    "cpa-pregnancy", "pregnancy", cites=_PREGNANCY, defects=("SD-30",), wording="contraindicated in pregnancy",
    says="Cyclophosphamide harms the unborn child, and is contraindicated in pregnancy.",
)
breast_milk = added(
    "cpa-breast-feeding", "breast-feeding", cites=_PREGNANCY, defects=("SD-30",), wording="contraindicated",
    says="Review tables on pregnancy and breast-feeding call cyclophosphamide contraindicated.",
)
contraception = added(
    "cpa-contraception", "contraception", at_most(1, "a"), defects=("SD-30",),
    cites=(Citation("label-cyclophosphamide", "contraception, not looked up", Confidence.MH),),
    says="Effective contraception is used during cyclophosphamide, by women for up to 1 year afterwards (recalled, not yet "
    "checked).", wording="in women up to 1 year afterwards (recalled, not yet checked)",
)

# Rules and gates

reserved_criterion = Criterion(
    id="P12", key="cpa-reserved", label="Highly refractory disease", condition=refractory.is_("yes"), facts=(reserved,),
    defects=("SD-35",), notes=(refractory_2009, refractory_2013, refractory_2023),
    reading="The source doesn't define it, and names no number of failed treatments. It is the clinician's judgement.",
)
breast_gate = Gate(
    id="breast-feeding", label="Breast-feeding", closes=breast_feeding.is_("yes"), defects=("SD-30",),
    closed="The patient is breast-feeding, and review tables call cyclophosphamide contraindicated. No dose is shown. The "
    "source doesn't mention it.",
    unanswered="It isn't known whether the patient is breast-feeding. Review tables call cyclophosphamide contraindicated "
    "then.",
    opens="An answer of no to breast-feeding.", facts=(breast_milk,),
)
conception_gate = Gate(
    id="conception-planned", label="Planned conception, of any sex", closes=conception_planned.is_("yes"), defects=("SD-30",),
    closed="Conception is planned, and cyclophosphamide harms the unborn. No dose is shown, whatever the sex.",
    unanswered="It isn't known whether conception is planned. This is asked of any sex.",
    opens="An answer of no to planned conception.", facts=(pregnancy, contraception),
)
fertility_gate = Gate(
    id="fertility-discussed", label="Fertility", closes=fertility_discussed.is_("no"), defects=("SD-11",),
    closed="Fertility and its preservation haven't been discussed, and cyclophosphamide can end it. No dose is shown.",
    unanswered="It isn't known whether fertility and its preservation have been discussed. Cyclophosphamide can end it.",
    opens="An answer of yes: fertility and its preservation have been discussed.",
    facts=(no_age_rule, sterility, avoid_young, infertility),
)

notes = (
    Note(infection.is_("yes"), infection_silent, ("cyclophosphamide",)),
    Note(malignancy.is_("yes"), second_cancer, ("cyclophosphamide",)),
    Note(live_vaccine.is_("yes"), live_vaccines, ("cyclophosphamide",)),
)

_ALWAYS = (aml, alkylator_leukaemia, sterility, bladder, pregnancy)

_PLAN = (
    Mark(act=Act.CHECK, what="Blood count and bladder", fact=oral_no_end, undated="the source names no check"),
    Mark(act=Act.JUDGE, what="Is it working?", fact=ineffective_therapy, undated=NO_TIME_TO_JUDGE),
    Mark(act=Act.STOP, what="The shortest course is over", fact=oral_duration, at=oral_duration.low),
    Mark(act=Act.STOP, what="The end of treatment", fact=oral_no_end, undated="the source gives no end"),
)

therapy = Therapy(
    id="cyclophosphamide", name="Cyclophosphamide", kind="alkylating immunosuppressant", spellings=("CPA", "CYC", "Cytoxan"),
    place=(reserved, order_cpa_late),
    regimens=(
        Regimen(dose=oral_dose, label="By mouth", basis=Basis.WEIGHT, gives="mg/d", route="by mouth", per="every day",
                course=oral_duration, strengths=strengths, notes=(oral_no_end, *_ALWAYS), plan=_PLAN, defects=("SD-14",)),
        Regimen(dose=iv_dose, label="Into a vein, one dose (ambiguous)", basis=Basis.SURFACE, gives="mg",
                route="into a vein", per="a single dose", ambiguous="SD-12",
                notes=(iv_ambiguous, iv_count, iv_interval, *_ALWAYS), defects=("SD-12", "SD-13")),
    ),
    evidence=(
        Evidence(outcome="Complete or partial response, into a vein", definition="as the authors count it",
                 figure=response_rate, study=reiner_response,
                 leaves_out=(reiner_dose, reiner_cr, reiner_pr, *reiner_leaves_out, low_rate_untraced)),
    ),
    efficacy=(rates_apart,),
    avoid=(avoid_young, outflow, pregnancy, breast_milk, contraception, live_vaccines),
    safety=(aml, alkylator_leukaemia, second_cancer, sterility, infertility, bladder, kidneys, infection_silent),
    newer=(ash_silent,),
    criteria=(firstline_failed, trigger, timing, reserved_criterion),
    gates=(breast_gate, conception_gate, fertility_gate),
    pitfalls=(
        Pitfall(id="pitfall-cpa-young", kind="monitoring", title="Fertility left out of the talk",
                says="The source spares young people, without an age. The harm is about fertility, at any age and in any sex.",
                facts=(avoid_young, sterility, infertility, no_age_rule), therapies=("cyclophosphamide",), defects=("SD-11",)),
        Pitfall(id="pitfall-cpa-iv-wording", kind="dosing", title="One line, three doses",
                says="Read one way, the line on the vein gives many times the total of another.",
                facts=(iv_dose, iv_count, iv_interval, iv_ambiguous), therapies=("cyclophosphamide",), defects=("SD-12",)),
        Pitfall(id="pitfall-cpa-no-end", kind="dosing", title="A course without an end",
                says="The source gives the shortest course by mouth and no longest, no total, and no check of blood or bladder.",
                facts=(oral_duration, oral_no_end, bladder), therapies=("cyclophosphamide",), defects=("SD-14",)),
        Pitfall(id="pitfall-cpa-rate-and-dose", kind="evidence", title="The highest rate beside a lower dose",
                says="The best response rate comes from a study whose doses lie above the source's range.",
                facts=(response_rate, reiner_response, reiner_dose, iv_dose), therapies=("cyclophosphamide",),
                defects=("SD-13",)),
    ),
    defects=("SD-11", "SD-12", "SD-13", "SD-14", "SD-30", "SD-35", "SD-44"),
)
