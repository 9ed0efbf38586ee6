"""What the words of the field mean: phases, response classes, and the words around them (IWG 2009 and after)."""

from ..model.evidence import Citation, Confidence
from ..model.fact import added
from ..model.guideline import Definition
from ..model.quantity import above, at_least, below, between, exactly

_SEEN, _SECONDARY, _RECALLED = Confidence.V, Confidence.V2, Confidence.MH

# Which disease, and since when

itp_threshold = added(
    "iwg-itp-threshold", "definition", below(100, "10*9/L"),
    cites=(Citation("provan-2010", "definition of ITP", _SEEN), Citation("ash-hematology-2013", "excerpt", _SEEN)),
    says="ITP is a platelet count under 100 × 10⁹/L once other causes have been ruled out.",
)
newly_diagnosed = added(
    "iwg-newly-diagnosed", "phase", below(3, "mo"),
    cites=(Citation("rodeghiero-2009", "phases, as seen in the excerpt of 2013", _SEEN),
           Citation("ash-hematology-2013", "excerpt", _SEEN)),
    says="Newly diagnosed ITP: the first 3 months after diagnosis.",
)
persistent = added(
    "iwg-persistent", "phase", between(3, 12, "mo"), cites=(Citation("rodeghiero-2009", "phases", _SEEN),),
    says="Persistent ITP: 3 to 12 months after diagnosis.",
)
chronic = added(
    "iwg-chronic", "phase", above(12, "mo"), cites=(Citation("rodeghiero-2009", "phases", _SEEN),),
    says="Chronic ITP, as IWG 2009 draws the line: more than 12 months after diagnosis.",
)
chronic_2010 = added(
    "consensus-2010-chronic", "phase", at_least(12, "mo"), cites=(Citation("provan-2010", "abstract", _SEEN),),
    says="Chronic ITP, as the 2010 consensus draws the line: 12 months or more after diagnosis.",
)
severe = added(
    "iwg-severe", "definition", cites=(Citation("rodeghiero-2009", "severe ITP", _RECALLED),),
    says="Severe ITP: bleeding that needs treatment at the start, or new bleeding that needs more or other treatment. "
    "It isn't a platelet count (recalled, not yet checked).",
    absent="not a platelet count", wording="bleeding that needs treatment",
)

# Response

complete_response = added(
    "iwg-cr", "response", says="Complete response (CR): the platelet limit for CR is reached, and there is no bleeding.",
    cites=(Citation("rodeghiero-2009", "complete response, as restated in ANZ 2022", _SEEN),
           Citation("choi-2022", "response criteria", _SEEN)),
    wording="the platelet limit for CR and no bleeding",
)
cr_platelets = added(
    "iwg-cr-platelets", "response", at_least(100, "10*9/L"), says="The platelet limit for CR is 100 × 10⁹/L or more.",
    cites=(Citation("rodeghiero-2009", "complete response, as restated in ANZ 2022", _SEEN),
           Citation("choi-2022", "response criteria", _SEEN)),
)
response = added(
    "iwg-r", "response",
    says="Response (R): the platelet limit for R is reached, the count has at least doubled, and there is no bleeding.",
    cites=(Citation("rodeghiero-2009", "response, as restated in ANZ 2022", _SEEN),
           Citation("choi-2022", "response criteria", _SEEN)),
    wording="the platelet limit for R, a doubled count and no bleeding",
)
r_platelets = added(
    "iwg-r-platelets", "response", at_least(30, "10*9/L"), says="The platelet limit for R is 30 × 10⁹/L or more.",
    cites=(Citation("rodeghiero-2009", "response, as restated in ANZ 2022", _SEEN),
           Citation("choi-2022", "response criteria", _SEEN)),
)
r_rise = added(
    "iwg-r-rise", "response", at_least(2, "1"), says="R needs a count of at least 2 times the baseline.",
    cites=(Citation("rodeghiero-2009", "response, as restated in ANZ 2022", _SEEN),
           Citation("choi-2022", "response criteria", _SEEN)),
    wording="at least 2 times the baseline",
)
no_response = added(
    "iwg-nr", "response", below(30, "10*9/L"), cites=(Citation("rodeghiero-2009", "no response", _RECALLED),),
    says="No response (NR): a count under 30 × 10⁹/L, or less than double the baseline, or bleeding (recalled, not yet "
    "checked).",
)
confirm_days = added(
    "iwg-confirm-days", "response", at_least(7, "d"),
    cites=(Citation("rodeghiero-2009", "confirmation", _SECONDARY), Citation("ash-sap", "table", _SECONDARY)),
    says="CR and R are confirmed by two counts at least 7 days apart.",
)
nr_confirm_days = added(
    "iwg-nr-confirm-days", "response", exactly(1, "d"),
    cites=(Citation("rodeghiero-2009", "confirmation", _SECONDARY), Citation("ash-sap", "table", _SECONDARY)),
    says="NR and loss of response are confirmed by two counts 1 day apart.",
)
baseline = added(
    "iwg-baseline", "response",
    cites=(Citation("rodeghiero-2009", "baseline", _SECONDARY), Citation("ash-sap", "table", _SECONDARY)),
    says="Baseline: the count when the treatment starts. For splenectomy it is the count before any treatment.",
    wording="the count when the treatment starts",
)
loss_of_cr = added(
    "iwg-loss-of-cr", "response", below(100, "10*9/L"), cites=(Citation("rodeghiero-2009", "loss of response", _RECALLED),),
    says="Loss of CR: after CR, a count under 100 × 10⁹/L, or bleeding (recalled, not yet checked).",
)
loss_of_r = added(
    "iwg-loss-of-r", "response", below(30, "10*9/L"), cites=(Citation("rodeghiero-2009", "loss of response", _RECALLED),),
    says="Loss of R: after R, a count under 30 × 10⁹/L, or less than double the baseline, or bleeding (recalled, not "
    "yet checked).",
)
time_to_response = added(
    "iwg-time-to-response", "response",
    cites=(Citation("rodeghiero-2009", "time to response", _SECONDARY), Citation("ash-sap", "table", _SECONDARY)),
    says="Time to response: from the start of treatment to CR or R. A late response that the drug can't explain "
    "doesn't count.",
    wording="from the start of treatment to CR or R",
)
duration = added(
    "iwg-duration", "response",
    cites=(Citation("rodeghiero-2009", "duration of response", _SECONDARY), Citation("ash-sap", "table", _SECONDARY)),
    says="Duration of response: from CR or R to its loss. The share of time in response is a second way to give it.",
    wording="from CR or R to its loss",
)

# Refractoriness

refractory_2009 = added(
    "iwg-refractory-2009", "definition", cites=(Citation("rodeghiero-2009", "refractory ITP", _RECALLED),),
    says="Refractory, IWG 2009: splenectomy failed or ITP came back after it, and ITP is severe or the risk of "
    "bleeding needs treatment (recalled, not yet checked).",
    wording="after splenectomy, with severe ITP or a bleeding risk", defects=("SD-35",),
)
refractory_2013 = added(
    "ash-2013-refractory", "definition", cites=(Citation("ash-hematology-2013", "excerpt", _SEEN),),
    says="Refractory, as an ASH text of 2013 uses the word: splenectomy has failed.", wording="splenectomy has failed",
    defects=("SD-35",),
)
refractory_2023 = added(
    "refractory-2023", "definition", cites=(Citation("arnold-refractory-2023", "abstract", _SEEN),),
    says="Refractory, proposal of 2023: name the treatments that failed, and when each was given.",
    wording="name what failed, and when", defects=("SD-35",),
)
refractory_2023_share = added(
    "refractory-2023-share", "definition", between("0.4", "3.8", "%"),
    cites=(Citation("arnold-refractory-2023", "abstract", _SEEN),),
    says="Few people are fully refractory in the sense of the 2023 proposal (first-line treatment, rituximab, a "
    "thrombopoietin receptor agonist, an immunosuppressant and splenectomy all failed): 0.4 to 3.8% in registries.",
)

DEFINITIONS = (
    Definition(
        "itp", "ITP", "Immune thrombocytopenia: a low platelet count once other causes have been ruled out.",
        (itp_threshold,),
        ("immune thrombocytopenia", "immune thrombocytopenic purpura", "idiopathic thrombocytopenic purpura"),
    ),
    Definition("newly-diagnosed", "Newly diagnosed", "The first phase after diagnosis.", (newly_diagnosed,)),
    Definition("persistent", "Persistent", "The phase between newly diagnosed and chronic.", (persistent,)),
    Definition(
        "chronic", "Chronic",
        "The last phase. Two conventions differ by a single point in time; on that day this site prints both phases.",
        (chronic, chronic_2010),
    ),
    Definition("severe", "Severe", "Said of bleeding, not of a platelet count.", (severe,)),
    Definition(
        "complete-response", "Complete response (CR)", "The best of the three response classes.",
        (complete_response, cr_platelets, confirm_days), ("CR",),
    ),
    Definition(
        "response", "Response (R)", "The middle of the three response classes.", (response, r_platelets, r_rise, confirm_days),
        ("R",),
    ),
    Definition(
        "no-response", "No response (NR)", "The lowest of the three response classes.", (no_response, nr_confirm_days), ("NR",),
    ),
    Definition("baseline", "Baseline", "The count that a rise is measured from.", (baseline,)),
    Definition("loss-of-cr", "Loss of complete response", "A CR that has ended.", (loss_of_cr, nr_confirm_days)),
    Definition("loss-of-r", "Loss of response", "An R that has ended.", (loss_of_r, nr_confirm_days)),
    Definition("time-to-response", "Time to response", "How long a response took to come.", (time_to_response,)),
    Definition("duration", "Duration of response", "How long a response lasted.", (duration,)),
    Definition(
        "refractory", "Refractory",
        "A word with several meanings. The source varies it and defines none, so this site asks the clinician.",
        (refractory_2009, refractory_2013, refractory_2023, refractory_2023_share),
        ("highly refractory", "truly refractory", "particularly severe refractory"),
    ),
)
