"""Secondary texts: review tables, drug monographs, patient and teaching sites, and texts on regulation.

A figure that was seen only here is marked so. A title in square brackets is this site's description.
"""

from ...model.evidence import Confidence, Source

WEB = (
    # tables and teaching texts of the American Society of Hematology
    Source(
        id="ash-education-tables", title="[Tables of ASH publications, opened one by one]", kind="secondary",
        confidence=Confidence.V2, address="ashpublications.net",
        note="The table's number stands in the locator: view-large/8431660, 9006007, 10133618, 11541168, 12523253.",
    ),
    Source(
        id="ash-hematology-2013", title="[ASH education programme 2013, immune thrombocytopenia]", kind="secondary",
        confidence=Confidence.V, published="Hematology 2013;276", year=2013, note="An excerpt was seen.",
    ),
    Source(
        id="ash-hematology-2018", title="Evidence-based management of immune thrombocytopenia", kind="secondary",
        confidence=Confidence.V, published="Hematology 2018;568", year=2018,
        address="ashpublications.net/hematology/article/2018/1/568/277615",
    ),
    Source(
        id="ash-sap", title="[Table of IWG response criteria, ASH Self-Assessment Program]", kind="secondary",
        confidence=Confidence.V2, address="ash-sap.org/view-large/8097242",
    ),
    Source(
        id="ash-2019-slides", title="[Slides on the answers of the ASH 2019 guideline]", kind="secondary",
        confidence=Confidence.V2, address="scribd.com/presentation/502074061",
    ),
    # drugs
    Source(
        id="medical-genetics-mirror", title="[Azathioprine therapy and TPMT genotype, a copy of Medical Genetics Summaries]",
        kind="secondary", confidence=Confidence.V2, note="Seen in a copy of the summaries of NCBI.",
    ),
    Source(
        id="medpill", title="[Azathioprine with allopurinol or febuxostat, drug site]", kind="secondary",
        confidence=Confidence.V2, address="medpill.info", note="Page 10116.",
    ),
    Source(
        id="edren", title="[Azathioprine, Edinburgh renal unit]", kind="secondary", confidence=Confidence.V2,
        address="edren.org",
    ),
    Source(
        id="gpnotebook", title="[Azathioprine monitoring, GPnotebook]", kind="secondary", confidence=Confidence.V2,
        address="gpnotebook.com",
    ),
    Source(
        id="rxdrugnews", title="[Ciclosporin brands]", kind="secondary", confidence=Confidence.V2, address="rxdrugnews.com",
    ),
    Source(
        id="medicine-com", title="[Cyclophosphamide, professional monograph]", kind="secondary", confidence=Confidence.V2,
        address="medicine.com",
    ),
    Source(
        id="tajoncology", title="[Cyclophosphamide vials]", kind="secondary", confidence=Confidence.V2,
        address="tajoncology.com",
    ),
    Source(
        id="clinician-com", title="[Rilzabrutinib, drug review]", kind="secondary", confidence=Confidence.V2,
        address="clinician.com",
    ),
    Source(
        id="pdsa", title="Immunosuppressants", kind="secondary", confidence=Confidence.V2,
        authors="Platelet Disorder Support Association", address="pdsa.org/immunosuppressants.html",
    ),
    Source(
        id="thebloodproject", title="[First-line treatment of ITP]", kind="secondary", confidence=Confidence.V2,
        address="thebloodproject.com",
    ),
    Source(
        id="aob-amegroups", title="[ITP in pregnancy, Annals of Blood]", kind="secondary", confidence=Confidence.V2,
        address="aob.amegroups.com", note="Article 6305.",
    ),
    Source(
        id="haematologica-page-28", title="[Vaccines before splenectomy]", kind="secondary", confidence=Confidence.V2,
        address="digital.haematologica.org", note="Page 28.",
    ),
    Source(
        id="fostamatinib-review", title="[Fostamatinib in ITP, drug review]", kind="secondary", confidence=Confidence.V2,
        year=2018, doi="10.1007/s40267-018-0551-x", address="pmc.ncbi.nlm.nih.gov/articles/PMC6223701/table/Tab2",
        note="The stable responses also at theoncologypharmacist.com.",
    ),
    # formulas
    Source(
        id="globalrph", title="[Body surface area, formulas with their papers]", kind="secondary", confidence=Confidence.V2,
        address="globalrph.com/bsa2.htm",
    ),
    # regulation of software
    Source(
        id="fda-cds", title="[FDA guidance on clinical decision support software, 2022 and 2026, as described]",
        kind="secondary", confidence=Confidence.V2, year=2026, address="ketryx.com",
        note="The guidance itself was not read; descriptions also at digitalhealthconsult.com and frierlevitt.com.",
    ),
    Source(
        id="mdr-rule-11", title="[EU Medical Device Regulation, Rule 11, as described]", kind="secondary",
        confidence=Confidence.V2, address="blog.johner-institute.com",
    ),
    Source(
        id="mdcg-2019-11", title="[MDCG 2019-11 rev. 1 on software as a medical device, as described]", kind="secondary",
        confidence=Confidence.V2, published="17 June 2025", year=2025, address="emergobyul.com",
    ),
    Source(
        id="dcb0129", title="[NHS England DCB0129 on clinical risk management, as described]", kind="secondary",
        confidence=Confidence.V2, address="assuric.com",
    ),
)
