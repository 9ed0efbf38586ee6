"""TPMT and NUDT15: the two enzymes that decide whether azathioprine is safe, and the gates that ask for them."""

from ....model.evidence import Citation, Confidence, Proportion
from ....model.fact import added, convention, stated
from ....model.quantity import between, exactly
from ....model.statement import Gate
from ...questions import new_cytopenia, nudt15, tpmt
from .cited import ANZ

_CPIC_2018 = (Citation("cpic-2018", "azathioprine dosing tables, as copied on GitHub", Confidence.V2),)
_CPIC_2025 = (Citation("cpic-2025", "azathioprine, as quoted in third-party text", Confidence.V2),)

# What the source says

tpmt_if_cytopenia = stated(
    "aza-tpmt-if-cytopenia", "safety test", line=42, markers="2", strength="D", defects=("SD-02", "SD-03"),
    says="TPMT is tested if a cytopenia develops.", wording="a TPMT test if a cytopenia develops",
    condition="cytopenia develops",
)
monitor_tpmt = stated(
    "aza-monitor-tpmt", "monitoring", line=83, markers="2", strength="D", defects=("SD-02",),
    says="The TPMT check is listed a second time, now without a condition.", wording="a TPMT check",
    condition="unconditional",
)
tpmt_prevalence = stated(
    "aza-tpmt-prevalence", "safety test", exactly("0.25", "%"), line=42, markers="2", strength="D",
    says="The enzyme is missing in 0.25% of people.",
)

# What others say

_CPIC_2011 = Citation("cpic-2011", "table 1, likely phenotypes", Confidence.V)
tpmt_missing_most = added(
    "aza-tpmt-missing-most", "safety test", Proportion(1, 178), cites=(_CPIC_2011,),
    says="How many people lack TPMT varies with ancestry: up to 1 of 178.",
)
tpmt_missing_fewest = added(
    "aza-tpmt-missing-fewest", "safety test", Proportion(1, 3736), cites=(_CPIC_2011,),
    says="Where it is rarest, 1 of 3,736 people lack the enzyme.",
)
tpmt_intermediate = added(
    "aza-tpmt-intermediate", "safety test", between(3, 14, "%"), cites=(_CPIC_2011,),
    says="A further 3 to 14% have intermediate activity.",
)
nudt15_silent = added(
    "aza-nudt15-silent", "safety test", cites=(Citation("cpic-2018", "title", Confidence.V),),
    says="CPIC doses by two enzymes, TPMT and NUDT15. The source names TPMT only.", wording="NUDT15 counts too",
)
test_first_anz = added(
    "aza-anz-tpmt", "safety test", cites=ANZ,
    says="Newer guidance lists a TPMT assay with azathioprine.", wording="a TPMT assay", guideline="ANZ 2022",
)
test_label = added(
    "aza-label-tpmt", "safety test", defects=("SD-02",),
    cites=(Citation("medical-genetics-mirror", "the US label on TPMT", Confidence.V2),),
    says="The US label is weaker: testing may be considered once bone marrow suppression is severe or comes back.",
    wording="testing considered in severe or repeated bone marrow suppression",
)
cpic_deficient = added(
    "aza-cpic-deficient", "safety test", cites=_CPIC_2018,
    says="Where TPMT or NUDT15 is deficient, CPIC chooses a drug that is no thiopurine (outside cancer treatment).",
    wording="a drug that is no thiopurine",
)
cpic_intermediate = added(
    "aza-cpic-intermediate", "safety test", between(30, 80, "%"), cites=_CPIC_2018,
    says="Where one enzyme is intermediate, CPIC starts at 30 to 80% of a normal dose of 2 to 3 mg/kg a day.",
    normal_dose="2 to 3 mg/kg a day",
)
cpic_both = added(
    "aza-cpic-both-intermediate", "safety test", between(20, 50, "%"),
    cites=(Citation("cpic-2024-note", "note of March 2024, doses as copied on GitHub", Confidence.V2),),
    says="Where both enzymes are intermediate, CPIC starts at 20 to 50% of the normal dose.",
)
cpic_2025 = added(
    "aza-cpic-2025", "safety test", between(30, 80, "%"), cites=_CPIC_2025,
    says="The newer update asks for 30 to 80% only where the standard start is 2 mg/kg a day or more; a lower start may "
    "need no reduction.", only_if="the standard start is 2 mg/kg a day or more",
)
cpic_steady = added(
    "aza-cpic-2025-steady-state", "safety test", between(2, 4, "wk"), cites=_CPIC_2025,
    says="Blood levels need at least 2 to 4 weeks to settle after a change of dose.",
)

# What this site does

genotype_gate = convention(
    "aza-genotype-gate", "safety test", defects=("SD-02",),
    says="This site shows no dose unless TPMT and NUDT15 are both known to be normal, and computes no dose adjusted to "
    "them: the source's range lies mostly below the normal dose that CPIC reduces, so a reduction could count twice.",
    wording="no dose without two normal results",
)
cytopenia_means = convention(
    "aza-new-cytopenia-means", "safety test", defects=("SD-03",),
    says="ITP is itself a cytopenia, so “if cytopenias develop” would always be true. Here it means a new leucopenia, "
    "neutropenia or anaemia, or a fall in platelets that ITP doesn't explain, in the clinician's judgement.",
    wording="a new cytopenia, in the clinician's judgement",
)

tpmt_gate = Gate(
    id="tpmt", label="TPMT", closes=~tpmt.is_("normal"),
    closed="TPMT is not normal, so no dose is shown. This is a site safety gate (CPIC); the source itself only asks for "
    "screening. For intermediate activity CPIC describes a reduced start; this site computes none.",
    unanswered="TPMT is not known. The source tests late, and most guidance tests before the first dose. The table of "
    "doses by weight holds only for normal results.",
    opens="A normal TPMT result.", defects=("SD-02",),
    facts=(genotype_gate, tpmt_if_cytopenia, monitor_tpmt, test_first_anz, test_label, cpic_deficient, cpic_intermediate,
           cpic_both, cpic_2025),
)
nudt15_gate = Gate(
    id="nudt15", label="NUDT15", closes=~nudt15.is_("normal"),
    closed="NUDT15 is not normal, so no dose is shown. This is a site safety gate (CPIC); the source doesn't mention "
    "NUDT15. For intermediate activity CPIC describes a reduced start; this site computes none.",
    unanswered="NUDT15 is not known. The source doesn't mention it, and CPIC doses by both enzymes. The table of doses by "
    "weight holds only for normal results.",
    opens="A normal NUDT15 result.", defects=("SD-02",),
    facts=(genotype_gate, nudt15_silent, cpic_deficient, cpic_intermediate, cpic_both, cpic_2025),
)
cytopenia_gate = Gate(
    id="new-cytopenia", label="A new cytopenia", closes=new_cytopenia.is_("yes"),
    closed="There is a new cytopenia, so no dose is shown. It may be azathioprine's own doing; the source asks for a TPMT "
    "test here.",
    unanswered="It isn't known whether there is a new leucopenia, neutropenia or anaemia. ITP's own low count is none.",
    opens="An answer of no to a new cytopenia.", facts=(cytopenia_means, tpmt_if_cytopenia), defects=("SD-03",),
)
