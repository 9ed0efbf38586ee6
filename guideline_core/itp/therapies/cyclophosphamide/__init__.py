"""Cyclophosphamide: an alkylating drug kept for last, with doses that the source leaves open at the wrong end."""

from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.plan import Act, Mark
from ....model.quantity import at_least, between, exactly
from ....model.statement import Criterion, Pitfall
from ....model.therapy import Basis, Evidence, Regimen, Therapy
from ...definitions import refractory_2009, refractory_2013, refractory_2023
from ...newer import ash_silent
from ...pathway import firstline_failed, order_cpa_late, timing, trigger
from ...pitfalls import ineffective_therapy
from ...questions import refractory
from ...scope import infection_silent
from ...undated import NO_TIME_TO_JUDGE
from .evidence import low_rate_untraced, reiner_cr, reiner_dose, reiner_leaves_out, reiner_pr, reiner_response, response_rate
from .harms import (
    alkylator_leukaemia, aml, avoid_young, bladder, breast_gate, breast_milk, conception_gate, contraception,
    fertility_gate, infertility, kidneys, live_vaccines, no_age_rule, outflow, pregnancy, second_cancer, sterility,
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

# The rule

reserved_criterion = Criterion(
    id="P12", key="cpa-reserved", label="Highly refractory disease", condition=refractory.is_("yes"), facts=(reserved,),
    defects=("SD-35",), notes=(refractory_2009, refractory_2013, refractory_2023),
    reading="The source doesn't define it, and names no number of failed treatments. It is the clinician's judgement.",
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
                says="The best response rate comes from a study whose doses begin where the source's range ends.",
                facts=(response_rate, reiner_response, reiner_dose, iv_dose), therapies=("cyclophosphamide",),
                defects=("SD-13",)),
    ),
    defects=("SD-11", "SD-12", "SD-13", "SD-14", "SD-30", "SD-35", "SD-44"),
)
