"""The source document, what it lists as its references, its sister page, and the conventions of this site.

The source's own markers are opaque: none is tied to a work anywhere.
"""

from ...model.evidence import Confidence, Source

_LISTED = "Listed by the source among its references. This site rests nothing on it."

DOCUMENT = (
    Source(
        id="source",
        title="When are immunosuppressants (e.g. azathioprine or cyclosporine) used in the treatment of immune "
              "thrombocytopenic purpura (ITP)?",
        kind="source-document", confidence=Confidence.V,
        authors="Dr.Oracle", published="Dr.Oracle, 10 December 2025",
        year=2025,
        note="Written by software. Calls itself educational and still waiting for human review. An article, not a "
        "guideline.",
    ),
    Source(
        id="site", title="Conventions of this site", kind="convention", confidence=Confidence.SITE, year=2026,
        note="Choices made so that anything can be computed, by people without a clinical licence. Not evidence.",
    ),
    Source(
        id="source-ref-overview", title="Guideline Directed Topic Overview", kind="tertiary-unreviewed",
        confidence=Confidence.V, authors="Dr.Oracle Medical Advisory Board & Editors", year=2025,
        note="Listed by the source under the heading Guideline. The publisher's own text; not tied to any marker.",
        unused=_LISTED,
    ),
    Source(
        id="source-ref-azathioprine",
        title="Azathioprine in Immune Thrombocytopenic Purpura (ITP) Treatment", kind="tertiary-unreviewed",
        confidence=Confidence.V, authors="Praxis Medical Insights: Practical Summaries of Clinical Guidelines", year=2025,
        note="Listed by the source under the heading Guideline. Not tied to any marker.", unused=_LISTED,
    ),
    Source(
        id="source-ref-romiplostim", title="Initial Dosing of Romiplostim for Immune Thrombocytopenia",
        kind="tertiary-unreviewed", confidence=Confidence.V,
        authors="Praxis Medical Insights: Practical Summaries of Clinical Guidelines", year=2025,
        note="Listed by the source under the heading Guideline. Not tied to any marker.", unused=_LISTED,
    ),
    Source(
        id="source-ref-methimazole", title="Management of Methimazole-Induced Immune Thrombocytopenic Purpura",
        kind="tertiary-unreviewed", confidence=Confidence.V,
        authors="Praxis Medical Insights: Practical Summaries of Clinical Guidelines", year=2025,
        address="droracle.ai/articles/554242",
        note="Listed by the source under the heading Guideline; off its topic. A page on the subject exists at the "
        "address and quotes grades of ASH. Not tied to any marker.",
    ),
    Source(
        id="droracle-460483",
        title="What is the role of azathioprine in the treatment of Immune Thrombocytopenic Purpura (ITP)?",
        kind="tertiary-unreviewed", confidence=Confidence.V, authors="Dr.Oracle", published="Dr.Oracle, 29 October 2025",
        year=2025, address="droracle.ai/articles/460483",
        note="A sister page by the publisher of the source, equally unreviewed.",
    ),
)
