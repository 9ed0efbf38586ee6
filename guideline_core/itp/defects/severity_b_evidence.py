"""Defects that would make figures, doses or their origin contradictory: rates, denominators, formulas, references."""

from ...model.evidence import Citation, Confidence
from ...model.statement import Defect

_SEEN, _SECONDARY, _RECALLED = Confidence.V, Confidence.V2, Confidence.MH

SEVERITY_B_EVIDENCE = (
    Defect(
        id="SD-05", severity="B", title="Seven markers, four references without numbers",
        problem="The markers run from 1 to 7; the list has 4 entries and numbers none. Counted in order they would "
        "point to texts that don't fit, and the rest of them to nothing.",
        matters="A link from a marker would lead to the wrong work.",
        handling="Markers are kept as printed and shown as not resolvable. The site's own sources are listed apart, "
        "and a test fails if a marker is tied to a work.",
        touches=("doc-references",), lines=(92, 116), citations=(Citation("source-ref-methimazole", "the page", _SEEN),),
    ),
    Defect(
        id="SD-22", severity="B", title="Grades without a year",
        problem="The grades 1B and 2C are those of ASH 2011; the source names no year, and for rituximab no body. ASH "
        "2019 took the second-line questions up anew, with conditional recommendations on very low certainty "
        "(recalled, not yet checked); only some older statements were carried over with their grade.",
        matters="A reader takes a superseded grade for the present one.",
        handling="A grade shows body, year and that it was superseded in 2019; without a year it can't be shown. 1 is "
        "strong and 2 weak; the letter is the quality of the evidence.",
        touches=("tpora-grade", "rituximab-grade"), lines=(64, 70),
        citations=(Citation("ash-2019", "answers, recalled", _RECALLED),
                   Citation("ash-2011", "view-large/8431660, statements carried over", _SEEN),
                   Citation("ash-hematology-2018", "meaning of the grades", _SEEN)),
    ),
    Defect(
        id="SD-31", severity="B", title="Response means something else in each study",
        problem="Azathioprine counts by a definition of 1990, ciclosporin counts improvement, the combination a "
        "doubled count over 30, thrombopoietin receptor agonists 50 or more, rituximab over 150 for complete and over "
        "50 for any response, or 30 or more in registries (all × 10⁹/L).",
        matters="A bar chart of the rates would compare different things.",
        handling="No ranking and no chart across drugs. A table gives definition, people, interval and design.",
        touches=("aza-cr-rate", "csa-improvement-rate", "csa-cr-rate", "combo-response-rate", "tpora-response-rate",
                 "rituximab-orr", "rituximab-cr"),
        lines=(40, 48, 66, 72, 89),
        citations=(Citation("quiquandon-1990", "abstract", _SEEN), Citation("emilia-2002", "abstract", _SEEN),
                   Citation("arnold-2010", "abstract", _SEEN), Citation("cheng-2011", "abstract", _SEEN),
                   Citation("arnold-2007", "abstract", _SEEN), Citation("khellaf-2014", "abstract", _SEEN)),
    ),
    Defect(
        id="SD-32", severity="B", title="Percentages from very few people",
        problem="The figures fit 5 of 12 (42%), 10 of 12 (over 80%), 14 of 19 (73.7%) and 24 of 53 (45%).",
        matters="A decimal suggests a precision that 19 people can't give.",
        handling="The people and the 95% Wilson interval stand beside the rate. That a study fits a figure is this "
        "site's reading, not the source's.",
        touches=("aza-cr-rate", "csa-improvement-rate", "csa-cr-rate", "combo-response-rate"), lines=(40, 48, 89),
        citations=(Citation("emilia-2002", "abstract", _SEEN), Citation("arnold-2010", "abstract", _SEEN),
                   Citation("quiquandon-1990", "abstract", _SEEN)),
    ),
    Defect(
        id="SD-33", severity="B", title="Ciclosporin: a mean over 6 people",
        problem="The 29 months fit a mean of 28.6 months in 6 of 10 responders who stayed in remission without the "
        "drug; follow-up had a median of 36.8 months, and one relapsed after 4 years.",
        matters="It reads like an average for everyone treated.",
        handling="The people stand beside the figure.",
        touches=("csa-remission-duration", "csa-remission-off-drug"), lines=(49,),
        citations=(Citation("emilia-2002", "abstract", _SEEN),),
    ),
    Defect(
        id="SD-34", severity="B", title="Combination: what the series also found",
        problem="8 of 14 responders relapsed and 2 of 14 stayed in remission without drugs. The series says no severe "
        "adverse events, not acceptable toxicity. 6 earlier treatments is the median of the people in it, not a "
        "threshold.",
        matters="A rule of 6 failed treatments would be invented.",
        handling="No number opens it and no dose is shown: the source gives none, and labels advise against "
        "azathioprine with mycophenolate (recalled, not yet checked).",
        touches=("combo-response-rate", "combo-toxicity", "combo-population", "combo-regimen"), lines=(89,),
        citations=(Citation("arnold-2010", "abstract", _SEEN),
                   Citation("label-mycophenolate", "with azathioprine", _RECALLED)),
    ),
    Defect(
        id="SD-37", severity="B", title="Ciclosporin: a daily total and nothing else",
        problem="There is no division of the day's dose, no start, no blood level. A review table gives 5 to 6 mg/kg a "
        "day in 2 doses and a trough of 100 to 200 ng/mL; the 2010 consensus begins higher for some days, then "
        "keeps to the source's range (recalled, not yet checked).",
        matters="The day's total could be taken at once, or brands be swapped unnoticed.",
        handling="The day's total and its half are shown, the trough as a note from outside the source, and a warning "
        "to stay with one brand.",
        touches=("csa-dose",), lines=(47,),
        citations=(Citation("ash-education-tables", "view-large/11541168", _SECONDARY),
                   Citation("provan-2010", "ciclosporin, recalled", _RECALLED),
                   Citation("rxdrugnews", "brands", _SECONDARY)),
    ),
    Defect(
        id="SD-39", severity="B", title="Dexamethasone and IVIg without numbers",
        problem="High-dose dexamethasone and IVIg are named; no dose is given.",
        matters="There is nothing to compute.",
        handling="The site says that the source gives no dose. 40 mg a day for 4 days is a note from outside the "
        "source.",
        touches=("firstline-dexamethasone", "firstline-ivig"), lines=(26,),
        citations=(Citation("ash-2019", "question 4", _SEEN),),
    ),
    Defect(
        id="SD-42", severity="B", title="Body surface without a formula",
        problem="Mosteller and Du Bois differ by 43.6 mg of rituximab at 150 kg and 185 cm, and by 70 mg at 160 cm.",
        matters="The same order comes to different doses.",
        handling="Mosteller decides, and Du Bois is shown beside it.",
        touches=("rituximab-dose", "cpa-iv-dose"), lines=(56, 71),
        citations=(Citation("mosteller-1987", "formula", _SECONDARY), Citation("du-bois-1916", "formula", _SECONDARY)),
    ),
    Defect(
        id="SD-43", severity="B", title="Which weight?",
        problem="Actual, ideal or adjusted weight: the source doesn't say.",
        matters="In obesity the doses lie far apart.",
        handling="The actual weight is used. A body mass index of 30 or more, and of 40 or more, is flagged.",
        touches=("aza-dose-weight", "csa-dose", "cpa-oral-dose", "cpa-iv-dose", "romiplostim-dose", "rituximab-dose"),
        lines=(39, 47, 56, 65, 71),
    ),
    Defect(
        id="SD-44", severity="B", title="Off-label, and called standard",
        problem="The immunosuppressants and rituximab are used off-label in ITP; azathioprine, ciclosporin and mycophenolate "
        "have no US licence for it. Product information from Europe and New Zealand does name chronic refractory ITP for "
        "azathioprine. The source says nothing of it and calls the rituximab schedule standard.",
        matters="What a patient has to be told, and agree to, is missing.",
        handling="Where a licence was looked up the drug carries a note on it; azathioprine's says where it is off-label "
        "and where not.",
        touches=("rituximab-dose", "rituximab-schedule", "aza-dose-weight", "csa-dose", "combo-regimen"),
        lines=(39, 47, 71, 89),
        citations=(Citation("pdsa", "immunosuppressants", _SECONDARY), Citation("khellaf-2014", "abstract", _SEEN),
                   Citation("smpc-azathioprine", "indications", _SECONDARY)),
    ),
)
