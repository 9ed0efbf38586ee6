"""Azathioprine in numbers: the source's figures beside the people they came from, and what it leaves out."""

from ....model.evidence import Citation, Confidence, Proportion
from ....model.fact import added, stated
from ....model.quantity import below, between, exactly
from ....model.therapy import Evidence
from .cited import ANZ

_QUIQUANDON = (Citation("quiquandon-1990", "abstract", Confidence.V),)
_ONTARIO = (Citation("ontario-2022", "abstract", Confidence.V2),)

cr_rate = stated(
    "aza-cr-rate", "efficacy", exactly(45, "%"), line=40, markers="1, 2", strength="A", defects=("SD-31", "SD-32"),
    says="About 45% reach a complete response.", outcome="CR",
)
maintenance = stated(
    "aza-maintenance", "efficacy", line=40, markers="1, 2", strength="D",
    says="Many need to carry on at a lower dose.", wording="many carry on at a lower dose", share="many", dose="reduced",
)
quiquandon_cr = added(
    "aza-quiquandon-cr", "efficacy", Proportion(24, 53), cites=_QUIQUANDON,
    says="24 of 53 adults reached a complete response.", definition="not given in the abstract",
)
quiquandon_any = added(
    "aza-quiquandon-any", "efficacy", Proportion(34, 53), cites=_QUIQUANDON,
    says="34 of 53 adults had any response.", definition="any response, as the authors count it",
)
quiquandon_time = added("aza-quiquandon-time", "onset", exactly(4, "mo"), cites=_QUIQUANDON,
                        says="In the series behind the figure half of the responses came within 4 months.", statistic="median")
quiquandon_leaves_out = (
    added("aza-quiquandon-dose", "dose", exactly(150, "mg/d"), cites=_QUIQUANDON, says="Everybody started on 150 mg a day."),
    added("aza-quiquandon-duration", "dose", exactly(18, "mo"), statistic="median",
          cites=(Citation("droracle-460483", "response", Confidence.V),),
          says="A sister page of the source says that the figure took a median of 18 months of treatment."),
    added("aza-quiquandon-splenectomised", "population", Proportion(40, 53), cites=_QUIQUANDON,
          says="40 of 53 had already lost their spleen."),
    added("aza-quiquandon-entry", "population", below(50, "10*9/L"), cites=_QUIQUANDON,
          says="All had a platelet count under 50 × 10⁹/L."),
    added("aza-quiquandon-cr-kept", "efficacy", Proportion(17, 24), cites=_QUIQUANDON,
          says="17 of the 24 complete responses lasted."),
    added("aza-quiquandon-cr-off-drug", "efficacy", Proportion(10, 17), cites=_QUIQUANDON,
          says="10 of those 17 had stopped the drug."),
    added("aza-quiquandon-two-years", "efficacy", Proportion(17, 53), cites=_QUIQUANDON,
          says="17 of 53 responded for 2 years or more.", lasting="2 years or more"),
    added("aza-quiquandon-trial", "stop rule", exactly(4, "mo"), cites=_QUIQUANDON,
          says="The authors advise a trial of 4 months."),
)
quiquandon_deaths = added("aza-quiquandon-deaths", "safety", Proportion(5, 53), cites=_QUIQUANDON, defects=("SD-28",),
                          says="In the series behind the figure 5 of 53 died of bleeding while taking azathioprine.")
quiquandon_people = added("aza-quiquandon-people", "safety", exactly(53, "1"), cites=_QUIQUANDON, defects=("SD-28",),
                          says="The series behind the figure has 53 people: too few to rule a rare harm out.",
                          wording="53 people")
quiquandon_harms = (
    added("aza-quiquandon-leucopenia", "safety", Proportion(7, 53), cites=_QUIQUANDON, says="7 of 53 had a mild leucopenia."),
    added("aza-quiquandon-transaminases", "safety", Proportion(2, 53), cites=_QUIQUANDON,
          says="2 of 53 had a threefold rise in transaminases.", rise="threefold"),
)
ontario_response = added(
    "aza-ontario-response", "efficacy", Proportion(44, 92), cites=_ONTARIO,
    says="In a newer single-centre cohort 44 of 92 adults responded.", definition="as the authors count it",
)
ontario_onset = added("aza-ontario-onset", "onset", exactly(6, "wk"), cites=_ONTARIO, statistic="median",
                      says="In a newer cohort the median response came after 6 weeks, sooner than the source says.")
ontario_side_effects = added("aza-ontario-side-effects", "safety", exactly("73.9", "%"), cites=_ONTARIO, defects=("SD-28",),
                             says="In a newer cohort 73.9% had side effects from azathioprine, which doesn't fit with good tolerability.")
ontario_leaves_out = (
    added("aza-ontario-relapse", "efficacy", exactly("31.8", "%"), cites=_ONTARIO, says="31.8% of the responders relapsed.",
          of="responders"),
    added("aza-ontario-after-tpora", "efficacy", Proportion(3, 6), cites=_ONTARIO,
          says="3 of 6 responded after a thrombopoietin receptor agonist."),
)
nepal_series = added(
    "aza-nepal-series", "efficacy", exactly(24, "1"), cites=(Citation("poudyal-2014", "abstract", Confidence.V),),
    says="A small series from one centre in Nepal gave 2 mg/kg to 24 people; its result hasn't been seen for this site.",
    wording="a series of 24 people", dose="2 mg/kg",
)
response_anz = added("aza-anz-response", "efficacy", between(40, 60, "%"), cites=ANZ, guideline="ANZ 2022",
                     says="Newer guidance puts the response at 40 to 60%.")

evidence = (
    Evidence(outcome="Complete response", definition="not given in the abstract", figure=cr_rate, study=quiquandon_cr,
             leaves_out=(*quiquandon_leaves_out, quiquandon_deaths, *quiquandon_harms)),
    Evidence(outcome="Any response", definition="as the authors count it", figure=None, study=quiquandon_any),
    Evidence(outcome="Response in a newer cohort", definition="as the authors count it", figure=None,
             study=ontario_response, leaves_out=(ontario_side_effects, *ontario_leaves_out)),
)
