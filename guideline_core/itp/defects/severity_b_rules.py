"""Defects that would make criteria contradictory or undefined: clocks, words without a measure, two readings."""

from ...model.evidence import Citation, Confidence
from ...model.statement import Defect

_SEEN, _SECONDARY, _RECALLED = Confidence.V, Confidence.V2, Confidence.MH

SEVERITY_B_RULES = (
    Defect(
        id="SD-03", severity="B", title="Azathioprine: a condition that ITP always meets",
        problem="TPMT is to be tested if a cytopenia develops. ITP is a cytopenia.",
        matters="Read to the letter, every patient triggers it, and soon nobody looks.",
        handling="What counts is a new leucopenia, neutropenia or anaemia, or a fall in platelets that ITP doesn't "
        "explain. A clinician says so; it isn't computed from platelets.",
        touches=("aza-tpmt-if-cytopenia",), lines=(42,),
    ),
    Defect(
        id="SD-04", severity="B", title="A bridge during the wait, and a warning against it",
        problem="One line uses immunosuppressants to bridge the 6 months before splenectomy, another warns against "
        "them in the same months, and a third acts at 6 to 8 weeks of corticosteroids.",
        matters="Before month 6 one rule says yes and another no.",
        handling="Both are evaluated, and the outcome is a conflict that names both lines. It is never turned into yes "
        "or no.",
        touches=("role-bridge", "pitfall-not-before-6mo", "trigger-steroid-weeks", "order-is-bridge", "order-is-after-6mo"),
        lines=(27, 32, 78),
    ),
    Defect(
        id="SD-08", severity="B", title="Ciclosporin: “elderly” without an age",
        problem="Ciclosporin is called unsuitable for the elderly; no age is given.",
        matters="There is nothing to compute.",
        handling="No age is computed. The clinician is asked whether age is a reason to avoid it; without an answer no "
        "dose is shown.",
        touches=("csa-contra-elderly",), lines=(50,),
    ),
    Defect(
        id="SD-10", severity="B", title="Ciclosporin: one word for before and during",
        problem="Renal insufficiency is a contraindication in one line and something to monitor in the next.",
        matters="The state at the start and what happens on treatment run together.",
        handling="They are two facts: one closes a gate, the other is monitoring.",
        touches=("csa-contra-renal", "csa-monitor-renal"), lines=(50, 51),
    ),
    Defect(
        id="SD-15", severity="B", title="The trigger sentence has two readings",
        problem="Low counts with a bleeding risk, or side effects after 6 to 8 weeks: the weeks may belong to the "
        "second part or to both.",
        matters="The two readings give different answers.",
        handling="It is read as (low count and bleeding risk) or (side effects and weeks). The tree is shown, and so "
        "is the other reading.",
        touches=("trigger-platelets", "trigger-bleeding-risk", "trigger-steroid-toxicity", "trigger-steroid-weeks"),
        lines=(27,),
    ),
    Defect(
        id="SD-16", severity="B", title="A range of weeks as a gate",
        problem="It isn't said whether week 6 or week 8 opens it. In newer guidance such weeks limit the time on "
        "corticosteroids; they are no waiting time.",
        matters="It could lead to 8 weeks of a corticosteroid that doesn't work.",
        handling="Under 6 weeks isn't met; 6 to 8 is met and called inside the range; over 8 is met and called past "
        "it. The site adds that newer guidance aims to be off corticosteroids by 6 weeks, 8 at most (recalled, not yet "
        "checked).",
        touches=("trigger-steroid-weeks",), lines=(27,),
        citations=(Citation("ash-2019", "question on 6 weeks", _SEEN),
                   Citation("provan-2019", "corticosteroids, recalled", _RECALLED)),
    ),
    Defect(
        id="SD-17", severity="B", title="“Persistently” without a meaning",
        problem="It isn't said how many counts are needed, or how far apart.",
        matters="A single count doesn't persist.",
        handling="Two low counts 7 days or more apart are asked for, a convention borrowed from the rule that confirms a "
        "response; or the clinician's judgement.",
        touches=("trigger-platelets",), lines=(27,),
        citations=(Citation("ash-sap", "confirmation of response", _SECONDARY),),
    ),
    Defect(
        id="SD-18", severity="B", title="A count of exactly 30",
        problem="Below 30 leaves 30 itself out; guidance also splits at under 30 and 30 or more.",
        matters="An error at the boundary.",
        handling="Strictly below: a count just under 30 is met, 30 is not. Cases are tested on both sides.",
        touches=("trigger-platelets",), lines=(27,), citations=(Citation("ash-2019", "questions 1a and 1b", _SEEN),),
    ),
    Defect(
        id="SD-20", severity="B", title="“Bleeding risk” without a meaning",
        problem="Three rules use it and none says what it is.",
        matters="There is nothing to compute.",
        handling="The clinician answers, with examples beside the question. There is no score.",
        touches=("trigger-bleeding-risk", "tpora-indication", "rituximab-indication"), lines=(27, 64, 70),
    ),
    Defect(
        id="SD-23", severity="B", title="The wait for splenectomy has become longer",
        problem="The source waits 6 months or more. ANZ 2022 waits 12 months if possible; ASH 2019 and the 2019 "
        "consensus ask for at least as much (recalled, not yet checked).",
        matters="The site would suggest surgery earlier than guidance now does.",
        handling="Both waits stand side by side. Neither is used as permission.",
        touches=("splenectomy-defer-min", "order-splenectomy-after-6mo", "scope-after-splenectomy-wait"), lines=(20, 31),
        citations=(Citation("choi-2022", "splenectomy", _SEEN), Citation("ash-2019", "remark, recalled", _RECALLED),
                   Citation("provan-2019", "splenectomy, recalled", _RECALLED)),
    ),
    Defect(
        id="SD-35", severity="B", title="Four words for refractory, none defined",
        problem="The source says refractory, highly refractory, truly refractory and particularly severe.",
        matters="None of them can be computed.",
        handling="The clinician answers. The IWG 2009 definition (recalled, not yet checked) and the proposal of 2023 "
        "are linked.",
        touches=("cpa-reserved", "combo-refractory-only", "combo-severity", "order-combo-last"), lines=(55, 89, 90),
        citations=(Citation("rodeghiero-2009", "refractory ITP, recalled", _RECALLED),
                   Citation("arnold-refractory-2023", "abstract", _SEEN)),
    ),
    Defect(
        id="SD-36", severity="B", title="Azathioprine: “by then” has two readings",
        problem="3 to 6 months are needed, and without a response by then it is to be stopped: at 3 months or at 6?",
        matters="The stop could come 3 months early or late.",
        handling="Under 3 months is too early. From 3 to 6 is the window, and the clinician decides. Past 6 without a "
        "response the source says stop.",
        touches=("aza-trial-length", "aza-stop-no-response", "order-aza-judge-then-stop"), lines=(79,),
    ),
    Defect(
        id="SD-40", severity="B", title="Does failed IVIg alone count?",
        problem="The sentence can mean that failing any one of them is enough, or that IVIg counts only beside "
        "corticosteroids; an earlier line speaks of corticosteroids alone.",
        matters="Someone in whom only IVIg failed passes or not.",
        handling="The two are asked apart. If only IVIg has failed the outcome is a conflict, with both readings.",
        touches=("firstline-ivig", "scope-steroid-failed-or-intolerant"), lines=(20, 26),
    ),
    Defect(
        id="SD-41", severity="B", title="Adults are never mentioned",
        problem="Every series behind the source is in adults. The source doesn't say that it speaks of adults.",
        matters="A child could be entered.",
        handling="Under 18 years everything is out of scope.",
        touches=("scope-second-line",), lines=(20,),
    ),
)
