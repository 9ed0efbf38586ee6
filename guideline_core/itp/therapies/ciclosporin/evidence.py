"""Ciclosporin in numbers: the source's figures beside the few people they came from, and what it leaves out."""

from ....model.evidence import Citation, Confidence, Proportion
from ....model.fact import added, stated
from ....model.quantity import above, between, exactly
from ....model.therapy import Evidence

_EMILIA = (Citation("emilia-2002", "abstract", Confidence.V),)

improvement_rate = stated(
    "csa-improvement-rate", "efficacy", above(80, "%"), line=48, markers="1", strength="D", defects=("SD-31", "SD-32"),
    says="Over 80% improve.",
)
improvement_population = stated(
    "csa-improvement-population", "efficacy", line=48, markers="1", strength="D",
    says="The rate is given for people whom first-line treatment didn't help.", wording="people resistant to first-line treatment",
    population="first-line-resistant",
)
cr_rate = stated(
    "csa-cr-rate", "efficacy", exactly(42, "%"), line=48, markers="1", strength="D", defects=("SD-32",),
    says="42% reach a complete response.", outcome="CR",
)
remission_duration = stated(
    "csa-remission-duration", "efficacy", exactly(29, "mo"), line=49, markers="1", strength="D", defects=("SD-33",),
    says="Remission lasts 29 months on average.", statistic="mean",
)
remission_off_drug = stated(
    "csa-remission-off-drug", "efficacy", line=49, markers="1", strength="D",
    says="Remission can last beyond the end of ciclosporin.", wording="remission can outlast the drug",
)
emilia_improvement = added(
    "csa-emilia-improvement", "efficacy", Proportion(10, 12), cites=_EMILIA, says="10 of 12 adults improved.",
    definition="clinical improvement, as the authors count it",
)
emilia_cr = added(
    "csa-emilia-cr", "efficacy", Proportion(5, 12), cites=_EMILIA,
    says="5 of 12 adults reached a complete response. The abstract prints 41.1%, a slip in the sum.",
    definition="as the authors count it", printed="41.1%",
)
emilia_off_drug = added(
    "csa-emilia-off-drug", "efficacy", Proportion(6, 10), cites=_EMILIA, defects=("SD-33",),
    says="6 of the 10 who responded stayed in remission without the drug.", definition="remission off the drug",
)
emilia_remission = added(
    "csa-emilia-remission", "efficacy", exactly("28.6", "mo"), cites=_EMILIA, statistic="mean", defects=("SD-33",),
    says="In those who stayed in remission without the drug it lasted 28.6 months on average: not in everybody who was treated.",
)
emilia_leaves_out = (
    added("csa-emilia-cr-maintenance", "efficacy", Proportion(4, 12), cites=_EMILIA,
          says="4 of 12 reached a complete response on maintenance treatment."),
    added("csa-emilia-partial", "efficacy", Proportion(1, 12), cites=_EMILIA, says="1 of 12 had a partial response."),
    added("csa-emilia-treatment", "dose", exactly(40, "mo"), cites=_EMILIA, statistic="median",
          says="Treatment lasted a median of 40 months."),
    added("csa-emilia-population", "population", cites=_EMILIA, wording="most usual treatments had failed",
          says="Most usual treatments had failed in the people of this series, not first-line treatment alone."),
)
emilia_follow_up = (
    added("csa-emilia-follow-up", "efficacy", exactly("36.8", "mo"), cites=_EMILIA, statistic="median",
          says="People in the series were followed for a median of 36.8 months."),
    added("csa-emilia-late-relapse", "efficacy", exactly(4, "a"), cites=_EMILIA, people="1",
          says="1 person relapsed after 4 years."),
)
response_elsewhere = added(
    "csa-response-elsewhere", "efficacy", between(40, 55, "%"), defects=("SD-32",),
    cites=(Citation("haematologica-csa-letter", "introduction", Confidence.V),),
    says="Another series cites a lower response from elsewhere: 40 to 55%.",
)

evidence = (
    Evidence(outcome="Clinical improvement", definition="as the authors count it", figure=improvement_rate,
             study=emilia_improvement, leaves_out=emilia_leaves_out),
    Evidence(outcome="Complete response", definition="as the authors count it", figure=cr_rate, study=emilia_cr),
    Evidence(outcome="Remission off the drug", definition="remission in those who had responded",
             figure=remission_duration, study=emilia_off_drug, leaves_out=(emilia_remission, *emilia_follow_up)),
)
