"""Rituximab in numbers: the source's two ranges, and how long responses last, which the source doesn't say."""

from ....model.evidence import Citation, Confidence, Proportion
from ....model.fact import added, convention, stated
from ....model.quantity import between, exactly
from ....model.therapy import Evidence

_REVIEW = (Citation("arnold-2007", "abstract", Confidence.V),)
_REGISTRY = (Citation("khellaf-2014", "abstract", Confidence.V),)
_TRIAL = (Citation("godeau-2008", "abstract", Confidence.V),)

orr = stated(
    "rituximab-orr", "rituximab", between(44, 60, "%"), line=72, markers="5, 6", strength="A", defects=("SD-31",),
    says="About 44 to 60% respond.", outcome="overall response",
)
cr = stated(
    "rituximab-cr", "rituximab", between(18, 40, "%"), line=72, markers="5, 6", strength="A", defects=("SD-31",),
    says="About 18 to 40% reach a complete response.", outcome="CR",
)
lower_ends = convention(
    "site-rituximab-lower-ends", "rituximab", absent="not traced", wording="not traced to a study",
    says="The lower ends of the source's two ranges weren't traced to a study.",
)

# A review of uncontrolled studies, with its own intervals

review_orr = added(
    "rituximab-arnold-2007-or", "rituximab", exactly("62.5", "%"), cites=_REVIEW, defects=("SD-31",),
    says="In a review of 313 people an overall response was reached by 62.5%.", ci="52.6 to 72.5", people="313",
    definition="over 50 × 10⁹/L", statistic="weighted mean",
)
review_cr = added(
    "rituximab-arnold-2007-cr", "rituximab", exactly("43.6", "%"), cites=_REVIEW, defects=("SD-31",),
    says="In a review of 313 people a complete response was reached by 43.6%.", ci="29.5 to 57.7", people="313",
    definition="over 150 × 10⁹/L", statistic="weighted mean",
)
review_uncontrolled = added(
    "rituximab-arnold-2007-uncontrolled", "rituximab", cites=_REVIEW,
    says="None of the studies in that review had a control group.", wording="no study had a control group",
)
review_deaths = added(
    "rituximab-arnold-2007-deaths", "rituximab", exactly("2.9", "%"), cites=_REVIEW,
    says="The same review reports deaths: 2.9%.",
)

# Better evidence, with the time that responses last

registry_first = added(
    "rituximab-khellaf-initial", "rituximab", Proportion(152, 248), cites=_REGISTRY,
    says="In a registry 152 of 248 people had a first response.", definition="30 × 10⁹/L or more",
)
registry_lasting = added(
    "rituximab-khellaf-lasting", "rituximab", Proportion(96, 248), cites=_REGISTRY, followed="a median of 24 months",
    says="After a median of 24 months 96 of the 248 people in the registry still had a response.",
    definition="30 × 10⁹/L or more, still held",
)
trial_one_year = added(
    "rituximab-godeau-1-year", "rituximab", Proportion(24, 60), cites=_TRIAL, at="1 year",
    says="In a trial 24 of 60 candidates for splenectomy had a response after 1 year.", definition="as the trial counts it",
)
trial_two_years = added(
    "rituximab-godeau-2-years", "rituximab", Proportion(20, 60), cites=_TRIAL, at="2 years",
    says="After 2 years 20 of the 60 candidates for splenectomy had a response.", definition="as the trial counts it",
)
five_years = added(
    "rituximab-5-years", "rituximab", between(20, 30, "%"), at="5 years",
    cites=(Citation("ash-education-tables", "view-large/10133618", Confidence.V2),),
    says="A table of ASH puts lasting responses after 5 years at about 20 to 30%.",
)

evidence = (
    Evidence(outcome="Overall response", definition="over 50 × 10⁹/L", figure=orr, study=review_orr,
             leaves_out=(review_uncontrolled, review_deaths, lower_ends)),
    Evidence(outcome="Complete response", definition="over 150 × 10⁹/L", figure=cr, study=review_cr,
             leaves_out=(review_uncontrolled, lower_ends)),
    Evidence(outcome="First response, in a registry", definition="30 × 10⁹/L or more", figure=None,
             study=registry_first, leaves_out=(registry_lasting,)),
    Evidence(outcome="Response after 1 year, in a trial", definition="as the trial counts it", figure=None,
             study=trial_one_year, leaves_out=(trial_two_years,)),
)
