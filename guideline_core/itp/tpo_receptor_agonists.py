"""Thrombopoietin receptor agonists (TPO-RA): whom the source names, with which grade, and how often they work."""

from ..model.condition import Contested
from ..model.evidence import Citation, Confidence, Grade
from ..model.fact import added, convention, stated
from ..model.guideline import Note
from ..model.quantity import between, exactly
from ..model.statement import Criterion, Pitfall, Recommendation
from .cited import PREGNANCY_TABLES
from .pitfalls import grade_with_year
from .questions import bleeding_risk, breast_feeding, conception_planned, spleen

# Place

indication = stated(
    "tpora-indication", "TPO-RA", line=64, markers="1", strength="R", defects=("SD-20", "SD-21"),
    says="Recommended for people at risk of bleeding in whom ITP relapsed after splenectomy, or splenectomy is "
    "contraindicated.",
    wording="a risk of bleeding, and relapse after splenectomy or a contraindication to it",
    all_of="bleeding_risk", any_of="relapse_after_splenectomy, splenectomy_contraindicated",
)
ash_2011_1b = Grade("1B", "ASH", 2011, strength="strong", quality="B", superseded=2019)
grade = stated(
    "tpora-grade", "TPO-RA", line=64, markers="1", strength="R", grade=ash_2011_1b, defects=("SD-22",),
    says="The source prints the grade and its body but no year: ASH 2011 grade 1B (superseded 2019).",
    wording=str(ash_2011_1b), body="ASH", year="not given",
)
missing_conjunct = added(
    "ash-2011-tpora-failed-therapy", "TPO-RA", defects=("SD-21",),
    cites=(Citation("ash-2011", "recommendation on thrombopoietin receptor agonists", Confidence.MH),),
    says="ASH 2011 asks for one thing more: at least one other treatment has failed (recalled, not yet checked).",
    wording="at least one other treatment has failed (recalled, not yet checked)", guideline="ASH 2011",
)
grade_meaning = added(
    "ash-2011-grade-meaning", "grades", defects=("SD-22",),
    cites=(Citation("ash-hematology-2018", "introduction", Confidence.V),),
    says="In an ASH 2011 grade, 1 is a strong and 2 a weak recommendation. The letter stands for the quality of the "
    "evidence.",
    wording="the number is the strength, the letter the quality of the evidence", numbers="1 strong, 2 weak",
    guideline="ASH 2011",
)
grade_superseded = added(
    "ash-2011-grades-superseded", "grades", defects=("SD-22",),
    cites=(Citation("ash-2019", "Table 1, questions on second-line treatment", Confidence.V),
           Citation("ash-2011", "statements carried forward (view-large/8431660)", Confidence.V)),
    says="ASH 2019 asks the second-line questions anew. Only some statements of 2011 were carried forward with their "
    "grades, and those on second-line treatment are not among them.",
    wording="superseded in 2019", year="2019", earlier="2011",
)
tpora_2011 = Criterion(
    id="P8", key="tpora-1B-2011", label="Thrombopoietin receptor agonists: the statement of 2011",
    condition=bleeding_risk & (
        spleen.is_("relapsed", "contraindicated")
        | Contested(spleen.is_("never-responded"), "SD-21", ("role-post-splenectomy-peers", "tpora-indication"))
    ),
    facts=(indication, grade), defects=("SD-20", "SD-21"), notes=(missing_conjunct,),
    reading="Where ITP never responded to splenectomy, one line keeps the class open and another asks for a relapse. "
    "Both are shown; neither wins. What ASH asks for besides is shown, and not computed.",
)
recommendation = Recommendation(
    id="tpora-1B-2011", grade=ash_2011_1b, fact=indication, therapies=("romiplostim", "eltrombopag"),
    says="ASH recommends a thrombopoietin receptor agonist for people at risk of bleeding whose ITP relapsed after "
    "splenectomy, or in whom splenectomy is contraindicated.",
    leaves_out=(missing_conjunct, grade_superseded),
)

# How well they work

response_rate = stated(
    "tpora-response-rate", "TPO-RA", between(70, 80, "%"), line=66, markers="5, 4", strength="D",
    says="70 to 80% of people respond.", defects=("SD-31", "SD-46"),
)
continued = stated(
    "tpora-continued", "TPO-RA", line=66, markers="5, 4", strength="D", says="Most people have to stay on a thrombopoietin receptor agonist.",
    wording="treatment goes on in most", defects=("SD-46",), share="most",
)
rate_elsewhere = added(
    "tpora-rate-ash-table", "TPO-RA", between(70, 80, "%"), defects=("SD-31",),
    cites=(Citation("ash-education-tables", "view-large/12523253", Confidence.V2),),
    says="A table of ASH prints the same range, 70 to 80%.",
)
rate_untraced = convention(
    "site-tpora-rate-untraced", "TPO-RA", defects=("SD-31",), absent="no single study",
    says="No single study was found for the source's range. The trials shown beside it are the likeliest.",
    wording="not traced to a single study",
)
remission_early = added(
    "tpora-remission-to-1-year", "TPO-RA", exactly(16, "%"),
    cites=(Citation("romiplostim-pooled-2019", "abstract", Confidence.V),),
    says="In studies of romiplostim 16% of people who had had ITP for up to 1 year reached a remission without treatment.",
    duration="ITP for up to 1 year",
)
remission_late = added(
    "tpora-remission-after-1-year", "TPO-RA", exactly(6, "%"),
    cites=(Citation("romiplostim-pooled-2019", "abstract", Confidence.V),),
    says="Of people who had had ITP for more than 1 year 6% reached a remission without treatment.",
    duration="ITP for more than 1 year",
)
remission_table = added(
    "tpora-remission-ash-table", "TPO-RA", between(10, 30, "%"),
    cites=(Citation("ash-education-tables", "view-large/10133618", Confidence.V2),),
    says="A newer table of ASH puts remission off treatment at 10 to 30%.",
)

# Safety

pregnancy = added(
    "tpora-pregnancy", "TPO-RA", defects=("SD-30",),
    cites=PREGNANCY_TABLES,
    says="Review tables call these drugs in pregnancy described, but not recommended.", wording="described, not recommended",
)
breast_milk = added(
    "tpora-breast-feeding", "TPO-RA", defects=("SD-30",),
    cites=(Citation("ash-education-tables", "view-large/12523253", Confidence.V2),
           Citation("aob-amegroups", "treatments while breast-feeding", Confidence.V2)),
    says="Thrombopoietin receptor agonists are not advised while breast-feeding.", wording="not advised while breast-feeding",
)
notes = (
    Note(breast_feeding.is_("yes"), breast_milk, ("romiplostim", "eltrombopag")),
    Note(conception_planned.is_("yes"), pregnancy, ("romiplostim", "eltrombopag")),
)

# Pitfalls of the class

grades_superseded = Pitfall(
    id="pitfall-grades-of-2011", kind="evidence", title="Taking a grade of 2011 for today's",
    says="The source prints grades without their year. They are those of ASH 2011, which ASH 2019 has superseded.",
    facts=(grade, grade_superseded, grade_meaning, grade_with_year), therapies=("romiplostim", "eltrombopag"),
    defects=("SD-22",),
)
rate_not_lasting = Pitfall(
    id="pitfall-tpora-rate", kind="evidence", title="Reading the response rate as a lasting one",
    says="The trials count a response at some time on treatment. Fewer responses last, and few outlast the drug.",
    facts=(response_rate, continued, remission_early, remission_late), therapies=("romiplostim", "eltrombopag"),
    defects=("SD-31",),
)
