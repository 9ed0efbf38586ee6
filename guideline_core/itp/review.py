"""What the source says of itself, what this site is for and not for, what could go wrong, and what is still open."""

from ..model.evidence import Citation, Confidence
from ..model.fact import added, convention, stated

# What the source says of itself

source_updated = stated(
    "doc-updated", "document", line=10, says="The article was last updated on 10 December 2025.",
    wording="10 December 2025", date="2025-12-10",
)
source_review_status = stated(
    "doc-review-status", "document", line=4, says="The article says that it still waits for review by a person.",
    wording="pending human review", defects=("SD-07",),
)
source_review_claim = stated(
    "doc-review-claim", "document", line=3, says="The line above it claims that every article is reviewed for accuracy.",
    wording="reviewed for accuracy", defects=("SD-07",),
)
source_status_steps = stated(
    "doc-status-steps", "document", line=(5, 8), through=True, strength="D",
    says="The article lists three steps of review and doesn't say which one it has reached.",
    wording="submitted, under review, approved", defects=("SD-07",), steps="submitted, under review, approved",
)
source_educational = stated(
    "doc-educational", "document", line=4, strength="D", says="The article limits itself to education.",
    wording="educational purpose only",
)
source_audience = stated(
    "doc-audience", "document", line=120, says="The source's disclaimer is written for healthcare professionals, who are to verify "
    "what it says before they use it.",
    wording="healthcare professionals", defects=("SD-48",), audience="healthcare professionals",
)
source_liability = stated(
    "doc-liability", "document", line=120, strength="D",
    says="The source says that it doesn't replace judgement, asks to be verified against primary literature, and takes no liability.",
    wording="no liability is taken", kind="disclaimer",
)
source_references = stated(
    "doc-references", "document", line=(92, 116), through=True,
    says="The source lists 4 references without numbers; its markers run from 1 to 7.",
    wording="4 references for 7 markers", defects=("SD-05", "SD-06"),
    entries="4", numbered="no", first_marker="1", last_marker="7",
)

# What this site is, and is not

intended_use = convention(
    "site-intended-use", "intended use",
    says="An educational reference for healthcare professionals who treat adults with ITP. It restates a source that "
    "is not peer-reviewed, shows where that source contradicts itself, and does arithmetic on the values you enter, "
    "each step shown.",
    wording="an educational reference for healthcare professionals",
)
excluded_use = convention(
    "site-excluded-use", "intended use",
    says="This site doesn't diagnose, doesn't recommend a treatment, has not been clinically validated or reviewed, and must "
    "not be used for the care of a patient. It is not for children, for decisions in pregnancy, or for emergencies.",
    wording="not for the care of a patient",
)
not_reviewed = convention(
    "site-not-reviewed", "review", defects=("SD-07",),
    says="This edition is not reviewed and not submitted for review; the source lists three steps without saying which "
    "applies.",
    wording="not reviewed",
)
no_clinician = convention(
    "site-no-clinician", "review",
    says="Nobody with a clinical licence has checked the facts, the limits or the wording of this site. There is no "
    "clinical safety officer.",
    wording="no clinician has checked this site",
)
not_legal_advice = convention(
    "site-not-legal-advice", "regulation",
    says="What this site says on regulation is not legal advice. It is a demonstrator and not put into service for "
    "care.",
    wording="a demonstrator, not in service",
)
device_eu = added(
    "regulation-eu", "regulation",
    says="In the EU, software that informs treatment decisions is a medical device of class IIa, and of IIb or III where a "
    "wrong decision may do serious harm or kill. A dose calculator for named drugs probably is one.",
    cites=(Citation("mdr-rule-11", "Rule 11", Confidence.V2), Citation("mdcg-2019-11", "intended purpose", Confidence.V2)),
    wording="probably medical device software",
)
device_us = added(
    "regulation-us", "regulation",
    says="In the US, decision support stays outside device law only if, among other things, it speaks to professionals, "
    "offers options rather than orders, and lets them check the basis of each.",
    cites=(Citation("fda-cds", "criteria", Confidence.V2),), wording="options that a professional can check",
)
device_nhs = added(
    "regulation-nhs", "regulation",
    says="NHS England asks the maker for a hazard log, a safety case and a registered clinician as clinical safety officer, "
    "among other things. This site keeps the log; the other two don't exist.",
    cites=(Citation("dcb0129", "requirements", Confidence.V2),), wording="a hazard log",
)
hazard_scores = convention(
    "site-hazard-scores", "hazards",
    says="Severity and likelihood, each from 1 to 5, are proposals by people without a clinical licence.",
    wording="proposals, not an assessment", scale="1 to 5",
)

# What is still open

open_papers = convention(
    "open-papers", "open point",
    says="Abstracts and excerpts were read, not whole papers. Someone with access should read the consensus of 2010 "
    "and 2019, ASH 2011 and 2019, and the studies behind ciclosporin, cyclophosphamide and the combination.",
    wording="whole papers were not read",
)
open_untraced = convention(
    "open-untraced", "open point",
    says="The lower end of the cyclophosphamide rates and the lower ends of the rituximab rates were not traced to a "
    "study. No marker of the source is tied to a work.",
    wording="some figures are not traced",
)
open_recalled = convention(
    "open-recalled", "open point",
    says="Some statements are recalled and not yet checked: the exact words of ASH 2011, the answers of ASH 2019, the "
    "longer waits for splenectomy, the lines of IWG 2009 on no response and on loss of response, and a few warnings on "
    "vaccines, contraception and interactions. Each is marked where it stands.",
    wording="some statements are recalled",
)
open_ash_update = convention(
    "open-ash-update", "open point",
    says="ASH has announced an update on second-line treatment. No published text was found, which doesn't show that "
    "there is none.",
    wording="the ASH update was not found",
)
open_limits = convention(
    "open-limits", "open point",
    says="Every limit, gate and score of this site is a proposal. They need a haematologist and a pharmacist.",
    wording="this site's limits need experts",
)
open_cpic = convention(
    "open-cpic-2025", "open point", says="The CPIC update of 2025 was seen only as quoted by others.",
    wording="the CPIC update was not read",
)

OPEN_POINTS = (open_papers, open_untraced, open_recalled, open_ash_update, open_limits, open_cpic)
