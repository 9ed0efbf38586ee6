"""What azathioprine does to whom: its warnings, the pair with allopurinol, pregnancy and vaccines, and the gate before the pair."""

from fractions import Fraction

from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.guideline import Note
from ....model.quantity import between, exactly
from ....model.statement import Gate
from ...cited import PREGNANCY_TABLES
from ...questions import breast_feeding, conception_planned, infection, live_vaccine, malignancy, xanthine_oxidase_inhibitor
from ...scope import infection_silent
from .cited import ANZ, EDREN

# Safety

safety_favourable = stated(
    "aza-safety-favourable", "safety", line=43, markers="1, 2", strength="D", defects=("SD-28",),
    says="The source calls its safety good.", wording="a good safety record",
)
no_leukaemia = stated(
    "aza-no-leukaemia", "safety", exactly(0, "1"), line=43, markers="1, 2", strength="D", defects=("SD-28",),
    says="No leukaemia had been reported in ITP, unlike with cyclophosphamide.", wording="none reported in ITP",
    population="ITP",
)
boxed_warning = added(
    "aza-boxed-warning", "safety", cites=(Citation("label-azathioprine", "boxed warning", Confidence.V),), defects=("SD-28",),
    says="Azathioprine's US label carries a boxed warning of malignancy: lymphoma after transplants, and hepatosplenic "
    "T-cell lymphoma in inflammatory bowel disease.", wording="a boxed warning of malignancy",
)
other_malignancy = added(
    "aza-malignancy-elsewhere", "safety", defects=("SD-28",),
    cites=(Citation("ash-education-tables", "view-large/9006007, footnote", Confidence.V2),),
    says="In other diseases lymphoproliferation and leukaemia have followed azathioprine.",
    wording="lymphoproliferation and leukaemia in other diseases",
)

# Interactions

allopurinol = added(
    "aza-allopurinol", "interaction", between(25, Fraction(100, 3), "%"), defects=("SD-29",),
    cites=(Citation("medpill", "allopurinol and azathioprine", Confidence.V2), EDREN),
    says="Allopurinol blocks the breakdown of azathioprine and can destroy the bone marrow. Texts cut azathioprine to a "
    "quarter or a third or, better, avoid the pair.", wording="a quarter to a third of the dose, or better neither",
)
febuxostat = added(
    "aza-febuxostat", "interaction", cites=(EDREN,), defects=("SD-29",),
    says="Febuxostat blocks the breakdown of azathioprine too, and isn't given with it.", wording="no febuxostat with azathioprine",
)
allopurinol_anz = added("aza-anz-allopurinol", "interaction", cites=ANZ, guideline="ANZ 2022",
                        says="Newer guidance names the interaction with allopurinol.", wording="interaction with allopurinol")
xanthine_gate_fact = convention(
    "aza-xanthine-gate", "interaction", defects=("SD-29",),
    says="The source has no drug interactions. This site shows no dose beside allopurinol or febuxostat.",
    wording="no dose beside allopurinol or febuxostat",
)

# Pregnancy, breast-feeding and vaccines

pregnancy_tables = added(
    "aza-pregnancy", "pregnancy", defects=("SD-30",), cites=PREGNANCY_TABLES, wording="described, not recommended",
    says="Review tables call azathioprine in pregnancy described, but not recommended.",
)
pregnancy_anz = added("aza-anz-pregnancy", "pregnancy", cites=ANZ, defects=("SD-30",), guideline="ANZ 2022",
                      says="Newer guidance is milder: it finds the safety of azathioprine in pregnancy acceptable.",
                      wording="acceptable safety in pregnancy")
breast_milk = added(
    "aza-breast-feeding", "breast-feeding", defects=("SD-30",), cites=PREGNANCY_TABLES, wording="described, not recommended",
    says="While breast-feeding, too, review tables call azathioprine described, but not recommended.",
)
live_vaccines = added(
    "aza-live-vaccines", "vaccines", cites=(Citation("label-azathioprine", "vaccines, not looked up", Confidence.MH),),
    says="Live vaccines are avoided on azathioprine (recalled, not yet checked).", defects=("SD-30",),
    wording="no live vaccines (recalled, not yet checked)",
)

# The gate, and what is said beside a dose

xanthine_gate = Gate(
    id="xanthine-oxidase", label="Allopurinol or febuxostat", closes=xanthine_oxidase_inhibitor.is_("yes"),
    closed="Allopurinol or febuxostat is taken. With azathioprine it can destroy the bone marrow, so no dose is shown.",
    unanswered="It isn't known whether allopurinol or febuxostat is taken. Either can be fatal with azathioprine.",
    opens="An answer of no to allopurinol and febuxostat.", defects=("SD-29",),
    facts=(xanthine_gate_fact, allopurinol, febuxostat, allopurinol_anz),
)
notes = (
    Note(conception_planned.is_("yes"), pregnancy_tables, ("azathioprine",)),
    Note(breast_feeding.is_("yes"), breast_milk, ("azathioprine",)),
    Note(infection.is_("yes"), infection_silent, ("azathioprine",)),
    Note(malignancy.is_("yes"), boxed_warning, ("azathioprine",)),
    Note(live_vaccine.is_("yes"), live_vaccines, ("azathioprine",)),
)
