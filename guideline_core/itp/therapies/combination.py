"""Azathioprine, mycophenolate and ciclosporin together: for specialists, and without a dose."""

from ...model.condition import Outcome
from ...model.evidence import Citation, Confidence, Proportion
from ...model.fact import added, convention, stated
from ...model.guideline import Note
from ...model.quantity import at_least, below, exactly
from ...model.statement import Criterion, Pitfall
from ...model.therapy import Basis, Evidence, Regimen, Therapy
from ..cited import PREGNANCY_TABLES
from ..newer import anz_others
from ..pathway import order_combination
from ..questions import breast_feeding, conception_planned, current_drugs, live_vaccine, refractory
from .ciclosporin.sparing import contra_elderly, contra_renal
from .cyclophosphamide import reserved_criterion

_ARNOLD = (Citation("arnold-2010", "abstract", Confidence.V),)
_ENTRY = (Citation("arnold-2010", "methods, as shown at scite.ai", Confidence.V2),)
# Place

refractory_only = stated(
    "combo-refractory-only", "AZA+MMF+CsA", line=90, markers="7", strength="D", defects=("SD-35",),
    says="The combination is kept for disease that is truly refractory.", wording="truly refractory disease only",
)
specialist = stated(
    "combo-specialist", "AZA+MMF+CsA", line=90, markers="7", strength="D", says="The combination belongs under a specialist's supervision.",
    wording="under a specialist only",
)
severity = stated(
    "combo-severity", "AZA+MMF+CsA", line=89, markers="7", strength="D", defects=("SD-35",),
    says="The people it was tried in had particularly severe disease, not only refractory disease. The source doesn't define it.",
    wording="particularly severe",
)
population = stated(
    "combo-population", "AZA+MMF+CsA", exactly(6, "1"), line=89, markers="7", strength="D", defects=("SD-34",),
    says="The cohort had had a median of 6 treatments before. That describes the group; it is no threshold.",
    wording="a median of 6 earlier treatments", statistic="median", of="prior treatments",
)

# What it is

regimen = stated(
    "combo-regimen", "AZA+MMF+CsA", exactly(3, "1"), line=89, markers="7", strength="D", defects=("SD-34",),
    says="3 drugs together: azathioprine, mycophenolate mofetil and ciclosporin. No dose is given for any of them here.",
    wording="azathioprine, mycophenolate mofetil and ciclosporin together", components="3", doses="not given",
    drugs="AZA, MMF, CsA",
)
no_dose = convention(
    "combo-no-dose", "AZA+MMF+CsA", defects=("SD-34",),
    says="This site computes no dose for the combination, and doesn't put together the doses of its parts.",
    wording="no dose", absent="no dose",
)

# What it achieves

response_rate = stated(
    "combo-response-rate", "AZA+MMF+CsA", exactly("73.7", "%"), line=89, markers="7", strength="D",
    defects=("SD-31", "SD-32", "SD-34"), says="73.7% of the group responded.",
)
toxicity = stated(
    "combo-toxicity", "AZA+MMF+CsA", line=89, markers="7", strength="D", defects=("SD-34",),
    says="The source calls its toxicity acceptable.", wording="acceptable",
)
arnold_response = added(
    "combo-arnold-response", "AZA+MMF+CsA", Proportion(14, 19), cites=_ARNOLD, says="14 of 19 people responded.",
    definition="above 30 × 10⁹/L, and doubled",
)
arnold_leaves_out = (
    added("combo-arnold-relapse", "AZA+MMF+CsA", Proportion(8, 14), cites=_ARNOLD, defects=("SD-34",),
          says="8 of the 14 who responded relapsed."),
    added("combo-arnold-again", "AZA+MMF+CsA", Proportion(6, 8), cites=_ARNOLD,
          says="6 of the 8 who relapsed responded again."),
    added("combo-arnold-drug-free", "AZA+MMF+CsA", Proportion(2, 14), cites=_ARNOLD, defects=("SD-34",),
          says="Only 2 of the 14 who responded stayed in remission without any drug."),
    added("combo-arnold-duration", "AZA+MMF+CsA", exactly(24, "mo"), cites=_ARNOLD, statistic="median",
          says="Responses lasted a median of 24 months."),
    added("combo-arnold-splenectomised", "AZA+MMF+CsA", Proportion(18, 19), cites=_ARNOLD,
          says="18 of 19 had already lost their spleen."),
    added("combo-arnold-entry-count", "AZA+MMF+CsA", below(20, "10*9/L"), cites=_ENTRY,
          says="All had a platelet count under 20 × 10⁹/L."),
    added("combo-arnold-entry-time", "AZA+MMF+CsA", at_least(12, "mo"), cites=_ENTRY,
          says="The low count had lasted for 12 months or more."),
    added("combo-arnold-not-offered", "AZA+MMF+CsA", cites=_ENTRY, wording="not with liver failure or uncontrolled blood pressure",
          says="The combination wasn't offered to people with liver failure or uncontrolled blood pressure."),
    added("combo-arnold-retrospective", "AZA+MMF+CsA", cites=_ARNOLD, wording="retrospective",
          says="The study looked back at what had been done."),
)
arnold_harms = added(
    "combo-arnold-harms", "AZA+MMF+CsA", cites=_ARNOLD, defects=("SD-34",), wording="no severe adverse events reported",
    says="The study itself says that no severe adverse events occurred, in a small group.",
)

# Safety

mmf_boxed_warning = added(
    "combo-mmf-boxed-warning", "mycophenolate", defects=("SD-30",), wording="a boxed warning of harm to the unborn child",
    cites=(Citation("label-mycophenolate", "boxed warning", Confidence.V2),),
    says="Mycophenolate carries a boxed warning: it harms the unborn child.",
)
mmf_pregnancy = added(
    "combo-mmf-pregnancy", "mycophenolate", defects=("SD-30",), wording="mycophenolate contraindicated in pregnancy",
    cites=PREGNANCY_TABLES, says="Mycophenolate is contraindicated in pregnancy.",
)
mmf_breast_milk = added(
    "combo-mmf-breast-feeding", "mycophenolate", defects=("SD-30",), wording="contraindicated",
    cites=PREGNANCY_TABLES, says="Review tables on pregnancy and breast-feeding call mycophenolate contraindicated.",
)
mmf_with_azathioprine = added(
    "combo-mmf-with-azathioprine", "mycophenolate", defects=("SD-34",),
    cites=(Citation("label-mycophenolate", "interactions, not looked up", Confidence.MH),),
    says="Mycophenolate's label advises against azathioprine beside it (recalled, not yet checked).",
    wording="not together, says mycophenolate's label (recalled, not yet checked)",
)
mmf_off_label = added(
    "combo-mmf-off-label", "mycophenolate", cites=(Citation("pdsa", "immunosuppressants", Confidence.V2),), defects=("SD-44",),
    says="In the US mycophenolate has no licence for ITP: its use is off-label.", wording="off-label in the US",
)
mmf_malignancy = added(
    "combo-mmf-malignancy", "mycophenolate", defects=("SD-28",), wording="lymphoproliferation and leukaemia in other diseases",
    cites=(Citation("ash-education-tables", "view-large/9006007, footnote", Confidence.V2),),
    says="In other diseases lymphoproliferation and leukaemia have followed mycophenolate.",
)
live_vaccines = added(
    "combo-mmf-live-vaccines", "mycophenolate", defects=("SD-30",),
    cites=(Citation("label-mycophenolate", "vaccines, not looked up", Confidence.MH),),
    says="Live vaccines are avoided on mycophenolate (recalled, not yet checked).",
    wording="no live vaccines (recalled, not yet checked)",
)

# Rules

combination_criterion = Criterion(
    id="P11", key="combo", label="Triple combination", condition=refractory.is_("yes"), fixed=Outcome.OUT_OF_SCOPE,
    facts=(refractory_only, specialist, regimen, no_dose), defects=("SD-34", "SD-35"), notes=(population, severity),
    reading="Specialist only, and no dose in the source: there is nothing to compute, whatever the answers. The median of "
    "earlier treatments describes the group and is no threshold.",
)

notes = (
    Note(current_drugs.is_("mycophenolate"), mmf_with_azathioprine, ("azathioprine",)),
    Note(conception_planned.is_("yes"), mmf_boxed_warning, ("combination",)),
    Note(breast_feeding.is_("yes"), mmf_breast_milk, ("combination",)),
    Note(live_vaccine.is_("yes"), live_vaccines, ("combination",)),
)

therapy = Therapy(
    id="combination", name="Azathioprine, mycophenolate and ciclosporin", kind="combination of immunosuppressants",
    spellings=("AZA + MMF + CsA", "triple combination", "triple therapy"),
    place=(refractory_only, specialist, severity, population, order_combination, mmf_off_label),
    regimens=(
        Regimen(dose=regimen, label="Three drugs together", basis=Basis.NONE, gives="", route="by mouth", per="not given",
                notes=(no_dose,), defects=("SD-34",)),
    ),
    evidence=(
        Evidence(outcome="Response", definition="above 30 × 10⁹/L, and doubled", figure=response_rate, study=arnold_response,
                 leaves_out=arnold_leaves_out),
    ),
    avoid=(mmf_boxed_warning, mmf_pregnancy, mmf_breast_milk, mmf_with_azathioprine, contra_elderly, contra_renal, live_vaccines),
    safety=(toxicity, arnold_harms, mmf_malignancy),
    newer=(anz_others,),
    criteria=(reserved_criterion,),
    pitfalls=(
        Pitfall(id="pitfall-combo-threshold", kind="evidence", title="Counting up to the median",
                says="The number of earlier treatments describes the group that was studied. It isn't a rule for whom to treat.",
                facts=(population, severity), therapies=("combination",), defects=("SD-34", "SD-35")),
        Pitfall(id="pitfall-combo-lasting", kind="evidence", title="Reading a response as a cure",
                says="More than half of those who responded relapsed, and few stayed well without any drug. The source leaves "
                "this out.",
                facts=(arnold_response, *arnold_leaves_out[:3]), therapies=("combination",), defects=("SD-32", "SD-34")),
        Pitfall(id="pitfall-combo-parts", kind="dosing", title="Building it from its parts",
                says="The doses of the single drugs aren't those of the combination, and the drugs have warnings of their own.",
                facts=(no_dose, mmf_with_azathioprine, mmf_boxed_warning), therapies=("combination",), defects=("SD-34",)),
    ),
    defects=("SD-30", "SD-31", "SD-32", "SD-34", "SD-35", "SD-44"),
    no_dose="The source gives no dose for any of the three drugs in combination. It is a specialist's treatment.",
)
