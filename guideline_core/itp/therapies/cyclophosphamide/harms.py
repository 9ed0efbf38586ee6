"""What cyclophosphamide does to whom: leukaemia, fertility, bladder, pregnancy, and the gates before a dose."""

from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.guideline import Note
from ....model.quantity import at_most
from ....model.statement import Gate
from ...cited import PREGNANCY_TABLES
from ...questions import breast_feeding, conception_planned, fertility_discussed, infection, live_vaccine, malignancy
from ...scope import infection_silent

_MONOGRAPH = Citation("medicine-com", "cyclophosphamide", Confidence.V2)
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

# Vaccines, pregnancy and contraception

live_vaccines = added(
    "cpa-live-vaccines", "vaccines", defects=("SD-30",),
    cites=(Citation("label-cyclophosphamide", "vaccines, not looked up", Confidence.MH),),
    says="Live vaccines are avoided on cyclophosphamide (recalled, not yet checked).",
    wording="no live vaccines (recalled, not yet checked)",
)
pregnancy = added(
    "cpa-pregnancy", "pregnancy", cites=PREGNANCY_TABLES, defects=("SD-30",), wording="contraindicated in pregnancy",
    says="Cyclophosphamide harms the unborn child, and is contraindicated in pregnancy.",
)
breast_milk = added(
    "cpa-breast-feeding", "breast-feeding", cites=PREGNANCY_TABLES, defects=("SD-30",), wording="contraindicated",
    says="Review tables on pregnancy and breast-feeding call cyclophosphamide contraindicated.",
)
contraception = added(
    "cpa-contraception", "contraception", at_most(1, "a"), defects=("SD-30",),
    cites=(Citation("label-cyclophosphamide", "contraception, not looked up", Confidence.MH),),
    says="Effective contraception is used during cyclophosphamide, by women for up to 1 year afterwards (recalled, not yet "
    "checked).", wording="in women up to 1 year afterwards (recalled, not yet checked)",
)

# Gates, and what is said beside a dose

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
