"""Defects of provenance and wording."""

from ...model.evidence import Citation, Confidence
from ...model.statement import Defect

SEVERITY_C = (
    Defect(
        id="SD-06", severity="C", title="References that are the publisher's own texts",
        problem="All 4 references stand under the word Guideline. Their authors are the publisher's own summaries, and "
        "one is off the topic.",
        matters="They lend an authority that isn't there.",
        handling="Authors are shown as printed, and the works are classed as unreviewed tertiary texts.",
        touches=("doc-references",), lines=(94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116),
    ),
    Defect(
        id="SD-07", severity="C", title="“Reviewed”, and “pending human review”",
        problem="A line says that every article is reviewed; the next says that this one waits for human review.",
        matters="No badge can be true to both.",
        handling="The weaker claim wins: the site says that the source is not reviewed by a person.",
        touches=("doc-review-claim", "doc-review-status", "doc-status-steps"), lines=(3, 4),
    ),
    Defect(
        id="SD-24", severity="C", title="A reason that fits any wait",
        problem="The 6 months are argued for with remissions that may come after years. That speaks for any wait, not "
        "for this one.",
        matters="The number looks better founded than it is.",
        handling="The wait and the late remission are kept as two facts.",
        touches=("pitfall-not-before-6mo", "pitfall-late-remission"), lines=(78,),
    ),
    Defect(
        id="SD-45", severity="C", title="Old names, and signs that read wrong",
        problem="The title says purpura; drugs and units have several spellings (“ciclosporin” and “cyclosporine”, "
        "“mcg” and “µg”); 10⁹ is set with a raised figure; a hyphen between numbers can be read as a minus.",
        matters="Parsers and screen readers stumble.",
        handling="One spelling is used throughout and the others are listed. A range is kept as two numbers and says to. "
        "Both micro signs are read. Units have a spoken form.",
        touches=("trigger-platelets", "romiplostim-dose", "csa-dose", "scope-second-line"), lines=(1, 27, 47, 65),
    ),
    Defect(
        id="SD-46", severity="C", title="Markers out of order",
        problem="The markers at one line are printed 5, 4.",
        matters="Sorting them would change what is shown of their origin.",
        handling="They are kept in the order in which they are printed.",
        touches=("tpora-response-rate", "tpora-continued"), lines=(66,),
    ),
    Defect(
        id="SD-48", severity="C", title="For professionals only, and reworded for anyone",
        problem="The page offers to fit its language to the reader, while its disclaimer limits it to professionals.",
        matters="A calculator for lay readers would be another thing in law, and another risk.",
        handling="Calculators are for professionals. The pages in plain words restate facts, ask nothing of a patient "
        "and compute nothing; choosing them changes no statement.",
        touches=("doc-audience",), lines=(12, 13, 14, 15, 16, 120),
        citations=(Citation("fda-cds", "patient-facing functions", Confidence.V2),),
    ),
)
