"""Drug labels: US labels, EU product information, and the texts through which they were seen.

A title in square brackets is this site's description.
"""

from ...model.evidence import Confidence, Source

LABELS = (
    Source(
        id="label-azathioprine", title="Azathioprine (Imuran, Azasan), US label", kind="label", confidence=Confidence.V,
        address="open.fda.gov", note="Records seen at openFDA, set id beginning 606101a0.",
    ),
    Source(
        id="label-ciclosporin-neoral", title="Ciclosporin (Neoral), US label", kind="label", confidence=Confidence.V2,
        address="120ty.net", note="Seen only in a copy (aid=5293).",
    ),
    Source(
        id="label-cyclophosphamide", title="Cyclophosphamide, label", kind="label", confidence=Confidence.MH,
        note="Not seen. What is cited from it is recalled, not yet checked; see also the professional monograph among the secondary texts.",
    ),
    Source(
        id="label-mycophenolate", title="Mycophenolate mofetil, US label", kind="label", confidence=Confidence.V2,
        address="gene.com", note="Seen only through the maker's site.",
    ),
    Source(
        id="label-romiplostim-us", title="Romiplostim (Nplate), US label", kind="label", confidence=Confidence.V2,
        address="drugs.com/dosage/nplate.html",
        note="The label's record was seen at openFDA, its text only in secondary copies (drugs.com; 120ty.net, "
        "aid=3138).",
    ),
    Source(
        id="smpc-nplate", title="Romiplostim (Nplate), EU product information", kind="label", confidence=Confidence.V,
        note="Annex anx_150420_fr was seen. An older edition was seen only in a copy (120ty.net).",
    ),
    Source(
        id="label-eltrombopag-us", title="Eltrombopag olamine (Promacta), US label", kind="label", confidence=Confidence.V2,
        address="drugs.com/dosage/promacta.html", note="Text seen in secondary copies (drugs.com, a Skyscape monograph).",
    ),
    Source(
        id="dailymed-eltrombopag", title="Eltrombopag, US label with boxed warning", kind="label", confidence=Confidence.V,
        address="dailymed.nlm.nih.gov", note="Record ending ed51e463.",
    ),
    Source(
        id="eltrombopag-monograph", title="Eltrombopag, professional monograph", kind="label", confidence=Confidence.V2,
        address="drugs.com/monograph/eltrombopag",
    ),
    Source(
        id="smpc-revolade", title="Eltrombopag (Revolade), EU product information", kind="label", confidence=Confidence.V,
        note="Annex anx_162470_fr was seen.",
    ),
    Source(
        id="newpages-asia", title="Eltrombopag (Revolade), monograph", kind="label", confidence=Confidence.V2,
        address="newpages.asia",
    ),
    Source(
        id="label-alvaiz", title="Eltrombopag choline (Alvaiz), US label", kind="label", confidence=Confidence.V,
        note="The label exists; its strengths were seen only in a drug guide (Davis).",
    ),
    Source(
        id="label-rituximab", title="Rituximab (Rituxan), US label", kind="label", confidence=Confidence.V2,
        note="Seen only in secondary texts; the alert on hepatitis B is cited by itself.",
    ),
    Source(
        id="rituximab-hbv-alert", title="[FDA alert on hepatitis B reactivation with anti-CD20 antibodies]", kind="label",
        confidence=Confidence.V, authors="FDA", published="25 September 2013", year=2013,
        note="Seen as noted on an archived page of the National Guideline Clearinghouse.",
    ),
    Source(
        id="label-avatrombopag", title="Avatrombopag (Doptelet), US label", kind="label", confidence=Confidence.V2,
        address="doptelethcp.com", note="Seen through the maker's site.",
    ),
    Source(
        id="label-fostamatinib", title="Fostamatinib, US label", kind="label", confidence=Confidence.V,
        address="open.fda.gov", note="Seen at openFDA.",
    ),
    Source(
        id="label-rilzabrutinib", title="Rilzabrutinib (Wayrilz), US label", kind="label", confidence=Confidence.V, year=2025,
        address="open.fda.gov", note="Label and marketing start (29 August 2025) seen at openFDA.",
    ),
    Source(
        id="openfda-ndc", title="openFDA, National Drug Code directory", kind="label", confidence=Confidence.V,
        address="open.fda.gov/apis/drug/ndc",
    ),
    Source(
        id="smpc-azathioprine", title="Azathioprine (Imuran, Jayempi), product information, UK, EU and New Zealand", kind="label",
        confidence=Confidence.V2, address="medthority.com",
        note="Indications seen in copies (medthority.com; the New Zealand data sheet at docslib.org).",
    ),
)
