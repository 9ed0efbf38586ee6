"""What a dose depends on besides size: the answers behind the gates and the notes."""

from ...model.question import Choice, Kind, Question
from ._kinds import yes_no


def _metaboliser(id: str, enzyme: str) -> Question:
    return Question(
        id=id, asks=f"{enzyme} activity or genotype", noun=f"{enzyme} status", kind=Kind.CHOICE, group="safety",
        unknown_label="Not tested or not known",
        choices=tuple(
            Choice(value, value.capitalize(), f"{enzyme} is {value}")
            for value in ("normal", "intermediate", "deficient", "indeterminate")
        ),
    )


def _serology(id: str, test: str) -> Question:
    return Question(
        id=id, asks=f"Hepatitis B: {test}", noun=test, kind=Kind.CHOICE, group="safety",
        unknown_label="Not tested or not known",
        choices=(
            Choice("negative", "Negative", f"{test} is negative"), Choice("positive", "Positive", f"{test} is positive"),
        ),
    )


tpmt = _metaboliser("tpmt", "TPMT")
nudt15 = _metaboliser("nudt15", "NUDT15")

xanthine_oxidase_inhibitor = yes_no(
    "xanthine_oxidase_inhibitor", "Taking allopurinol or febuxostat?", "allopurinol or febuxostat", "safety",
    "allopurinol or febuxostat is taken", "neither allopurinol nor febuxostat is taken",
)

new_cytopenia = yes_no(
    "new_cytopenia", "A new low white count, low neutrophils or anaemia?", "a new cytopenia", "safety",
    "there is a new leucopenia, neutropenia or anaemia", "there is no new leucopenia, neutropenia or anaemia",
    hint="Also a fall in platelets that ITP doesn't explain. ITP's own low count doesn't count.",
)

age_concern = yes_no(
    "age_concern", "Is age a reason to avoid ciclosporin, in your judgement?", "age as a reason against ciclosporin", "safety",
    "the clinician considers age a reason to avoid ciclosporin", "the clinician does not consider age a reason to avoid ciclosporin",
    hint="The source says “elderly” and gives no age.",
)

bp_controlled = yes_no(
    "bp_controlled", "Is blood pressure controlled?", "control of blood pressure", "safety",
    "blood pressure is controlled", "blood pressure is not controlled",
)

breast_feeding = yes_no(
    "breast_feeding", "Breast-feeding?", "breast-feeding", "safety", "the patient is breast-feeding",
    "the patient is not breast-feeding",
)

conception_planned = yes_no(
    "conception_planned", "Is conception planned?", "planned conception", "safety", "conception is planned",
    "no conception is planned", hint="Asked of any sex.",
)

fertility_discussed = yes_no(
    "fertility_discussed", "Have fertility and its preservation been discussed?", "a talk about fertility", "safety",
    "fertility has been discussed", "fertility has not been discussed", hint="Asked of any sex and age.",
)

hbsag = _serology("hbsag", "HBsAg")
anti_hbc = _serology("anti_hbc", "anti-HBc")

hepatic_impairment = Question(
    id="hepatic_impairment", asks="Liver impairment", noun="liver impairment", kind=Kind.CHOICE, group="safety",
    choices=(
        Choice("none", "None", "there is no liver impairment"),
        Choice("child-pugh-a", "Child-Pugh A", "liver impairment is Child-Pugh A"),
        Choice("child-pugh-b", "Child-Pugh B", "liver impairment is Child-Pugh B"),
        Choice("child-pugh-c", "Child-Pugh C", "liver impairment is Child-Pugh C"),
    ),
)

ancestry = Question(
    id="ancestry", asks="East or South-East Asian ancestry?", noun="East or South-East Asian ancestry",
    kind=Kind.CHOICE, group="safety", hint="Only for a note on the label's starting dose. Never stored.",
    choices=(
        Choice("yes", "Yes", "ancestry is East or South-East Asian"),
        Choice("no", "No", "ancestry is not East or South-East Asian"),
        Choice("prefer-not-to-say", "Prefer not to say", "ancestry is not said"),
    ),
)

infection = yes_no("infection", "An active infection?", "active infection", "safety", "there is an active infection", "there is no active infection")
malignancy = yes_no("malignancy", "A malignancy now or in the past?", "malignancy", "safety", "there is or was a malignancy", "there has been no malignancy")
live_vaccine = yes_no("live_vaccine", "Is a live vaccine planned?", "a planned live vaccine", "safety", "a live vaccine is planned", "no live vaccine is planned")
