"""What each outcome means to a clinician, and the few words that this site uses in a sense of its own."""

from ...model.guideline import Definition

OUTCOMES = (
    Definition(
        "term-met", "Met",
        "What the source asks for is there. For a dose: the dose is shown. It doesn't mean that the treatment is right for "
        "this patient.",
    ),
    Definition(
        "term-not-met", "Not met", "What the source asks for isn't there. That is known, not assumed.", (),
        ("not-met",),
    ),
    Definition(
        "term-unknown", "Unknown",
        "An answer is missing, so nothing can be said. The result names the answer that would settle it. For a dose: weight "
        "or height is missing.",
    ),
    Definition(
        "term-conflict", "Conflict",
        "The source says two things that can't both hold for this patient. Both are shown with their lines, and this site "
        "doesn't choose.",
    ),
    Definition(
        "term-suppressed", "Suppressed",
        "A safety question closes the dose, or is still unanswered. The result says which question and what would open it.",
    ),
    Definition(
        "term-out-of-scope", "Out of scope",
        "The guideline doesn't speak of this: an emergency, a child, or a dose that the source doesn't give.", (),
        ("out-of-scope",),
    ),
    Definition(
        "term-refused", "Refused",
        "An entry that can't be right, such as a count in another unit. The message says what is accepted.",
    ),
    Definition("term-criterion", "Criterion", "One statement of the source, asked of one patient."),
    Definition("term-gate", "Gate", "A safety question that stands before a dose. Unanswered is as closed as closed."),
    Definition(
        "term-fact", "Fact",
        "One clinical statement with its value, its unit, where it comes from and how it was checked.",
    ),
    Definition(
        "term-layer", "Layer",
        "Whose statement it is: the source's, the literature's or a label's (added), or a convention of this site.", (),
        ("source layer", "added layer", "site layer"),
    ),
    Definition(
        "term-marker", "Marker",
        "A number that the source prints after a statement. It can't be resolved to a work, and this site doesn't try.",
    ),
    Definition(
        "term-defect", "Defect", "A place where the source contradicts itself, dangles or would be unsafe if computed.",
    ),
    Definition(
        "term-band", "Too early, in the window, past it", "Where a time lies: before a range, inside it or after it.",
    ),
    Definition(
        "term-line", "Line of treatment",
        "A treatment counted in the order in which it was given. First-line comes first.", (),
        ("first-line", "second-line"),
    ),
)
