"""Defects that could harm a patient if the source were computed as it stands."""

from ...model.evidence import Citation, Confidence
from ...model.statement import Defect

_SEEN, _SECONDARY, _RECALLED = Confidence.V, Confidence.V2, Confidence.MH

SEVERITY_A = (
    Defect(
        id="SD-01", severity="A", title="Azathioprine: one flat dose given as equal to a dose by weight",
        problem="The source gives 150 mg a day and, in brackets, 1 to 2 mg/kg a day. The two agree only from 75 to 150 "
        "kg. At 60 kg the flat dose is 2.5 mg/kg, at 45 kg 3.33 mg/kg; above 150 kg it is under 1 mg/kg. A sister page "
        "and a review table give 150 mg a day as a maximum.",
        matters="Taken as a free choice, the flat dose is an overdose for everyone under 75 kg.",
        handling="Both are shown. The dose by weight is capped at 150 mg a day, a cap from outside the source. The "
        "flat dose stands apart, in mg/kg, is a conflict outside 75 to 150 kg, and is never offered. Above 150 kg no "
        "dose is shown.",
        touches=("aza-dose-fixed", "aza-dose-weight"), lines=(39,),
        citations=(Citation("droracle-460483", "dosing", _SEEN),
                   Citation("ash-education-tables", "view-large/11541168", _SECONDARY)),
    ),
    Defect(
        id="SD-02", severity="A", title="Azathioprine: when to test TPMT",
        problem="One line asks for the TPMT test only once counts have fallen, another asks for it without a "
        "condition. Newer guidance lists the test for azathioprine, or doses by genotype; the US label is less strict.",
        matters="A test that waits for low counts comes too late for the people it should protect.",
        handling="TPMT and NUDT15 are asked first. Anything but normal, or not known, and no dose is shown. The site "
        "says that the source tests late. It computes no dose by genotype.",
        touches=("aza-tpmt-if-cytopenia", "aza-monitor-tpmt"), lines=(42, 83),
        citations=(Citation("choi-2022", "treatment table, azathioprine", _SEEN),
                   Citation("cpic-2018", "dosing by genotype", _SEEN),
                   Citation("medical-genetics-mirror", "US label", _SECONDARY)),
    ),
    Defect(
        id="SD-09", severity="A", title="Ciclosporin: “renal insufficiency” without a limit",
        problem="The source names no measure and no threshold. For a woman of 70 years and 95 kg with a creatinine of "
        "1.1 mg/dL, CKD-EPI gives 54.1 and Cockcroft-Gault 71.4: one below 60, one above.",
        matters="The same person passes or fails with the formula.",
        handling="Both estimates are shown. An eGFR under 60, the start of KDIGO category G3a (recalled, not yet "
        "checked), closes the gate: no dose, with the reason, and no way round it. Cockcroft-Gault never decides.",
        touches=("csa-contra-renal",), lines=(50,), citations=(Citation("kdigo", "category G3a", _RECALLED),),
    ),
    Defect(
        id="SD-11", severity="A", title="Cyclophosphamide: “young” without an age",
        problem="Young people are to be spared it, because of sterility and leukaemia; no age is given.",
        matters="Any cut-off would miss older people who want children, and the reason is fertility rather than age.",
        handling="There is no age rule. The site asks about pregnancy, breast-feeding, plans for a child (any sex) and "
        "whether fertility has been discussed, and always prints the warnings.",
        touches=("cpa-avoid-young", "cpa-sterility"), lines=(58, 85),
    ),
    Defect(
        id="SD-12", severity="A", title="Cyclophosphamide by vein: one sentence, three readings",
        problem="The dose may be meant for each infusion or shared between all of them, and the number of doses may be "
        "meant in all or in each cycle. At 170 cm and 70 kg the total could lie anywhere from 0.55 to 5.45 g, or above.",
        matters="A dose many times too high, of a drug that can kill.",
        handling="Only the range for one infusion is shown, marked ambiguous. It is never multiplied, summed, "
        "scheduled or rounded to vials. A specialist's protocol is needed.",
        touches=("cpa-iv-dose", "cpa-iv-count", "cpa-iv-interval"), lines=(56,),
    ),
    Defect(
        id="SD-13", severity="A", title="Cyclophosphamide: the dose and the response are from different studies",
        problem="The top response rate fits a series of 20 people (13 complete and 4 partial responses) who had 1.0 to "
        "1.5 g/m² for each dose; the source's 0.3 to 1 g/m² ends where they begin.",
        matters="Side by side, they promise the response at a lower dose.",
        handling="A response rate never stands beside a dose that was worked out.",
        touches=("cpa-response-rate", "cpa-iv-dose"), lines=(56, 57),
        citations=(Citation("reiner-1995", "abstract", _SEEN),),
    ),
    Defect(
        id="SD-14", severity="A", title="Cyclophosphamide by mouth: a least course and no end",
        problem="The course lasts at least 16 weeks; there is no longest course, no limit to the total, and no word on "
        "blood counts, fluids, mesna or the bladder. At 70 kg those weeks come to 7.84 to 15.68 g.",
        matters="The exposure to an alkylating drug stays open-ended.",
        handling="The total of the shortest course is shown, with the statement that the source gives no end. Nothing "
        "is worked out beyond it.",
        touches=("cpa-oral-duration", "cpa-oral-dose"), lines=(56,),
    ),
    Defect(
        id="SD-19", severity="A", title="Platelets: two units that differ by a factor of 1,000",
        problem="The source counts per litre; laboratories may report per microlitre.",
        matters="A count of 30,000 typed into a field for 10⁹ per litre is a number like any other.",
        handling="Counts over 2,000 are refused, counts of 1,000 or more are asked about, and nothing is converted on "
        "a guess.",
        touches=("trigger-platelets",), lines=(27,),
    ),
    Defect(
        id="SD-21", severity="A", title="Thrombopoietin receptor agonists: a condition was lost",
        problem="The ASH 2011 statement also asks that at least one other treatment has failed (recalled, not yet "
        "checked). The source leaves it out. The line also speaks of relapse alone, while line 33 keeps the class open "
        "after any failed splenectomy.",
        matters="Without it the statement covers more people.",
        handling="The source's criteria are evaluated as they stand. The missing condition is shown beside them, not "
        "computed. Where splenectomy never helped, both lines are shown as a conflict.",
        touches=("tpora-indication", "order-tpora-after-spleen", "role-post-splenectomy-peers"), lines=(33, 64),
        citations=(Citation("ash-2011", "second-line statement, recalled", _RECALLED),),
    ),
    Defect(
        id="SD-25", severity="A", title="Romiplostim: start and ceiling written as a range",
        problem="The source gives 1 to 10 micrograms/kg a week. In the US label 1 is the start and the step, 10 the "
        "ceiling, and the drug is held over 400 × 10⁹/L. The older EU text cuts back and holds at other counts.",
        matters="Whoever picks the upper end in the first week overshoots tenfold.",
        handling="1 microgram/kg is the only starting figure and 10 the ceiling. There is nothing between them to "
        "pick.",
        touches=("romiplostim-dose",), lines=(65,),
        citations=(Citation("label-romiplostim-us", "dosage", _SECONDARY),
                   Citation("smpc-nplate", "older edition, dosage", _SECONDARY)),
    ),
    Defect(
        id="SD-26", severity="A", title="Eltrombopag: a range that hides start, rules and salt",
        problem="The source gives one range. The label starts at 50 mg, at 25 mg with East or South-East Asian ancestry or liver impairment, and "
        "at 12.5 mg with both. It has rules on food and minerals and a boxed warning on the liver. The choline salt "
        "(Alvaiz: 9, 18, 36 and 54 mg) isn't the same mg for mg.",
        matters="The source's mg used for the other salt are an overdose.",
        handling="The site always says eltrombopag olamine, rules Alvaiz out, doses nothing by weight, and shows the "
        "label's starts as notes from outside the source.",
        touches=("eltrombopag-dose",), lines=(65,),
        citations=(Citation("label-eltrombopag-us", "dosage", _SECONDARY),
                   Citation("dailymed-eltrombopag", "boxed warning", _SEEN),
                   Citation("label-alvaiz", "strengths, in a drug guide", _SECONDARY)),
    ),
    Defect(
        id="SD-27", severity="A", title="Ciclosporin and eltrombopag interact",
        problem="Ciclosporin lowers the exposure to eltrombopag. The source lists both and doesn't say so.",
        matters="Two calculations that stand side by side may be used together.",
        handling="Each of the two shows a note on the other.",
        touches=("csa-dose", "eltrombopag-dose"), lines=(47, 65),
        citations=(Citation("newpages-asia", "interactions", _SECONDARY),),
    ),
    Defect(
        id="SD-28", severity="A", title="Azathioprine: good safety without its warnings",
        problem="The source calls the safety good and reports no leukaemia. It leaves out the boxed warning on "
        "malignancy, and that 5 of the 53 people in a series with the same dose and rate died of bleeding while on it. "
        "A review table notes lymphoproliferation and leukaemia in other diseases.",
        matters="One-sided reassurance.",
        handling="The statement never stands alone: the boxed warning is beside it, and the wording is none reported, "
        "with the number of people.",
        touches=("aza-safety-favourable", "aza-no-leukaemia"), lines=(43,),
        citations=(Citation("label-azathioprine", "boxed warning", _SEEN), Citation("quiquandon-1990", "abstract", _SEEN),
                   Citation("ash-education-tables", "view-large/9006007, footnote", _SECONDARY)),
    ),
    Defect(
        id="SD-29", severity="A", title="No interactions at all",
        problem="The source names no interaction. Allopurinol or febuxostat with azathioprine can destroy the marrow; "
        "texts ask for a quarter to a third of the dose, or for avoiding it.",
        matters="A calculator that doesn't ask stays silent on an interaction that can kill.",
        handling="The question must be answered. With yes, or without an answer, no azathioprine dose is shown.",
        touches=("aza-dose-weight", "aza-dose-fixed"), lines=(39,),
        citations=(Citation("medpill", "azathioprine interactions", _SECONDARY),
                   Citation("edren", "azathioprine", _SECONDARY)),
    ),
    Defect(
        id="SD-30", severity="A", title="Nothing on pregnancy, infection, vaccines or cancer",
        problem="Pregnancy, breast-feeding, contraception, live vaccines, infection, hepatitis B screening and a "
        "history of cancer aren't mentioned, although mycophenolate and cyclophosphamide harm the unborn.",
        matters="A calculator built on the source alone would dose them in pregnancy.",
        handling="Pregnancy gates every dose. Breast-feeding and plans for a child gate cyclophosphamide and are notes "
        "elsewhere. Hepatitis B gates rituximab. Infection, past cancer and live vaccines are notes.",
        touches=("aza-dose-weight", "csa-dose", "cpa-oral-dose", "cpa-iv-dose", "romiplostim-dose", "eltrombopag-dose",
                 "rituximab-dose", "combo-regimen"),
        citations=(Citation("label-mycophenolate", "boxed warning", _SECONDARY),
                   Citation("ash-education-tables", "view-large/12523253", _SECONDARY),
                   Citation("rituximab-hbv-alert", "alert", _SEEN)),
    ),
    Defect(
        id="SD-38", severity="A", title="Prednisone: a dose by weight without a cap",
        problem="1 to 2 mg/kg a day comes to 160 mg at 80 kg. Other texts stop at 80 mg a day.",
        matters="Over 40 kg the upper end passes that limit.",
        handling="Prednisone is context only and has no calculator. The cap is shown as a note from outside the "
        "source.",
        touches=("firstline-prednisone-dose",), lines=(26,),
        citations=(Citation("thebloodproject", "prednisone", _SECONDARY),),
    ),
    Defect(
        id="SD-47", severity="A", title="No branch for an emergency",
        problem="Bleeding in the head or gut isn't a question of criteria, and the source doesn't say so.",
        matters="Someone may work out azathioprine, which takes months, during a bleed.",
        handling="Active serious bleeding is the first question everywhere. With yes this site stops and shows no "
        "number. A low count alone is no emergency here.",
        touches=("aza-time-to-response", "trigger-bleeding-risk"),
    ),
)
