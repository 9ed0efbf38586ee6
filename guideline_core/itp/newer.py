"""What newer guidance says that belongs to no single drug of the source, and the drugs that came after it."""

from ..model.evidence import Citation, Confidence, Proportion
from ..model.fact import added
from ..model.quantity import at_least, at_most, exactly

_ASH_QUESTIONS = (Citation("ash-2019", "table 1, questions on second-line treatment", Confidence.V),)
_ANZ = (Citation("choi-2022", "abstract", Confidence.V),)

# The order of second-line treatment

ash_population = added(
    "ash-2019-second-line-population", "second line", at_least(3, "mo"), cites=_ASH_QUESTIONS, guideline="ASH 2019",
    says="The second-line questions of ASH are about adults who have had ITP for 3 months or more and depend on "
    "corticosteroids or didn't respond to them.",
)
ash_questions = added(
    "ash-2019-second-line-questions", "second line", cites=_ASH_QUESTIONS, guideline="ASH 2019",
    says="The questions of ASH compare splenectomy, rituximab and thrombopoietin receptor agonists in pairs.",
    wording="splenectomy, rituximab and thrombopoietin receptor agonists, in pairs",
)
ash_order = added(
    "ash-2019-second-line-order", "second line", cites=(Citation("ash-2019-slides", "summary", Confidence.V2),),
    says="A slide set sums the answers of ASH up: thrombopoietin receptor agonists before rituximab, and rituximab "
    "before splenectomy.",
    wording="thrombopoietin receptor agonists, then rituximab, then splenectomy", guideline="ASH 2019",
)
ash_silent = added(
    "ash-2019-no-immunosuppressants", "second line", cites=_ASH_QUESTIONS, guideline="ASH 2019",
    says="Azathioprine, ciclosporin and cyclophosphamide aren't among the second-line questions of ASH.",
    wording="no immunosuppressant among the questions",
)
anz_robust = added(
    "anz-2022-robust", "second line", cites=_ANZ, guideline="ANZ 2022",
    says="The guideline of Australia and New Zealand sees the most robust evidence for splenectomy, rituximab and "
    "thrombopoietin receptor agonists.",
    wording="splenectomy, rituximab and thrombopoietin receptor agonists",
)
anz_others = added(
    "anz-2022-others", "second line", cites=_ANZ, guideline="ANZ 2022",
    says="The guideline of Australia and New Zealand lists azathioprine, mycophenolate, dapsone and vinca alkaloids "
    "as other treatments.",
    wording="azathioprine, mycophenolate, dapsone and vinca alkaloids",
)
ash_update = added(
    "ash-update-planned", "second line", cites=(Citation("ash-update-2024", "abstract", Confidence.V),),
    says="ASH has reviewed its guideline and backs a focused update on second-line treatment in adults. No text of "
    "that update was found.",
    wording="an update is planned; no text was found",
)

# Drugs that the source doesn't name

avatrombopag_dose = added(
    "avatrombopag-dose", "avatrombopag", exactly(20, "mg/d"),
    cites=(Citation("label-avatrombopag", "dosage", Confidence.V2),
           Citation("ash-education-tables", "view-large/10133618", Confidence.V2)),
    says="Avatrombopag: 20 mg a day, with food.", taken="with food",
)
avatrombopag_ceiling = added(
    "avatrombopag-ceiling", "avatrombopag", at_most(40, "mg/d"),
    cites=(Citation("label-avatrombopag", "dosage", Confidence.V2),
           Citation("ash-education-tables", "view-large/10133618", Confidence.V2)),
    says="The label of avatrombopag goes no higher than 40 mg a day.",
)
fostamatinib_use = added(
    "fostamatinib-use", "fostamatinib", cites=(Citation("label-fostamatinib", "indications", Confidence.V),),
    says="Fostamatinib: for adults with chronic ITP after an insufficient response.",
    wording="adults with chronic ITP after an insufficient response",
)
fostamatinib_dose = added(
    "fostamatinib-dose", "fostamatinib", exactly(100, "mg"), cites=(Citation("label-fostamatinib", "dosage", Confidence.V),),
    says="Fostamatinib starts at 100 mg twice a day and may go to 150 mg twice a day.",
    wording="100 mg, then 150 mg, twice a day", then="150 mg", taken="twice a day",
)
fostamatinib_overall = added(
    "fostamatinib-overall", "fostamatinib", exactly(43, "%"),
    cites=(Citation("fostamatinib-review", "table 2", Confidence.V2),),
    says="An overall response to fostamatinib was reached by 43%.",
)
fostamatinib_stable = added(
    "fostamatinib-stable", "fostamatinib", exactly(18, "%"),
    cites=(Citation("fostamatinib-review", "table 2", Confidence.V2),),
    says="A stable response to fostamatinib was reached by 18%.",
)
rilzabrutinib_approval = added(
    "rilzabrutinib-approval", "rilzabrutinib",
    cites=(Citation("openfda-ndc", "marketing start date", Confidence.V),
           Citation("label-rilzabrutinib", "indications", Confidence.V)),
    says="Rilzabrutinib has been on the US market since 29 August 2025: for adults with persistent or chronic ITP after "
    "an insufficient response.",
    wording="on the US market since 29 August 2025", date="2025-08-29", spoken="29 August 2025",
)
rilzabrutinib_dose = added(
    "rilzabrutinib-dose", "rilzabrutinib", exactly(400, "mg"),
    cites=(Citation("label-rilzabrutinib", "dosage", Confidence.V),),
    says="Rilzabrutinib is taken as 400 mg twice a day.", wording="400 mg twice a day", taken="twice a day",
)
rilzabrutinib_durable = added(
    "rilzabrutinib-luna-3", "rilzabrutinib", Proportion(31, 133), cites=(Citation("luna-3", "abstract", Confidence.V),),
    says="31 of 133 people had a durable response to rilzabrutinib.",
    definition="a durable response, as the trial counts it",
)
rilzabrutinib_placebo = added(
    "rilzabrutinib-luna-3-placebo", "rilzabrutinib", Proportion(0, 69),
    cites=(Citation("luna-3", "abstract", Confidence.V),),
    says="On placebo 0 of 69 people had a durable response.",
    definition="a durable response, as the trial counts it",
)
rilzabrutinib_interactions = added(
    "rilzabrutinib-interactions", "rilzabrutinib", cites=(Citation("clinician-com", "rilzabrutinib", Confidence.V2),),
    says="With rilzabrutinib proton pump inhibitors, and moderate or strong modifiers of CYP3A, are avoided.",
    wording="no proton pump inhibitor, no moderate or strong CYP3A modifier", enzyme="CYP3A",
)
rilzabrutinib_harms = added(
    "rilzabrutinib-harms", "rilzabrutinib", cites=(Citation("clinician-com", "rilzabrutinib", Confidence.V2),),
    says="Rilzabrutinib can damage the liver, lead to infection, and harm the unborn.",
    wording="liver damage, infection, harm to the unborn",
)
