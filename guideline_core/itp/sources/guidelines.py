"""Guidelines, consensus reports and definitions. A title in square brackets is this site's description."""

from ...model.evidence import Confidence, Source

GUIDELINES = (
    Source(
        id="rodeghiero-2009",
        title="Standardization of terminology, definitions and outcome criteria in immune thrombocytopenic purpura of "
              "adults and children: report from an international working group",
        kind="guideline", confidence=Confidence.V,
        authors="Rodeghiero F, Stasi R, Gernsheimer T, Michel M, Provan D, Arnold DM, et al.",
        published="Blood 2009;113:2386-2393", year=2009, doi="10.1182/blood-2008-07-162503",
        address="ashpublications.net/blood/article/113/11/2386/109971",
        note="Cited on the site as IWG 2009. The citation was seen; each definition says how it was checked.",
    ),
    Source(
        id="provan-2010",
        title="International consensus report on the investigation and management of primary immune thrombocytopenia",
        kind="guideline", confidence=Confidence.V, authors="Provan D, Stasi R, Newland AC, et al.",
        published="Blood 2010;115:168-186", year=2010, doi="10.1182/blood-2009-06-225565", doi_confidence=Confidence.MH,
        address="ashpublications.com/blood/article/115/2/168/26966", superseded=2019, note="The abstract was seen.",
    ),
    Source(
        id="provan-2019",
        title="Updated international consensus report on the investigation and management of primary immune thrombocytopenia",
        kind="guideline", confidence=Confidence.V, authors="Provan D, Arnold DM, Bussel JB, et al.",
        published="Blood Adv 2019;3:3780-3817", year=2019, doi="10.1182/bloodadvances.2019000812",
        note="The citation was seen, the text not.",
    ),
    Source(
        id="ash-2011",
        title="The American Society of Hematology 2011 evidence-based practice guideline for immune thrombocytopenia",
        kind="guideline", confidence=Confidence.V,
        authors="Neunert C, Lim W, Crowther M, Cohen A, Solberg L, Crowther MA", published="Blood 2011;117:4190-4207",
        year=2011, doi="10.1182/blood-2010-08-302984", superseded=2019,
        note="A table of statements with their grades: ashpublications.net/view-large/8431660. The wording of grades "
        "1B and 2C for second-line treatment is recalled, not yet checked.",
    ),
    Source(
        id="ash-2019", title="American Society of Hematology 2019 guidelines for immune thrombocytopenia", kind="guideline",
        confidence=Confidence.V, authors="Neunert C, et al.", published="Blood Adv 2019;3:3829-3866", year=2019,
        doi="10.1182/bloodadvances.2019000966", address="pmc.ncbi.nlm.nih.gov/articles/PMC6963252/table/T1",
        note="The questions were seen; the answers are recalled or seen only in a secondary text.",
    ),
    Source(
        id="ash-update-2024", title="[Review of the ASH 2019 guideline that led to a planned update on second-line treatment]",
        kind="guideline", confidence=Confidence.V, published="Blood Adv 2024;8(13):3578", year=2024,
        address="ashpublications.com/bloodadvances/article/8/13/3578/515729",
        note="No published text of the update was found; that is not evidence that none exists.",
    ),
    Source(
        id="choi-2022",
        title="Consensus guidelines for the management of adult immune thrombocytopenia in Australia and New Zealand",
        kind="guideline", confidence=Confidence.V, authors="Choi PYI, Merriman E, Bennett A, et al.",
        published="Med J Aust 2022;216:43-52", year=2022, doi="10.5694/mja2.51284",
        address="pmc.ncbi.nlm.nih.gov/articles/PMC9293212",
        note="Cited on the site as ANZ 2022 (THANZ). Its treatment table: PMC9293212/table/jats-table-wrap-2.",
    ),
    Source(
        id="korean-2022", title="Management of immune thrombocytopenia: 2022 update of Korean experts recommendations",
        kind="guideline", confidence=Confidence.V, authors="Park YH, Kim DY, Kim S, et al.",
        published="Blood Res 2022;57:20-28", year=2022, doi="10.5045/br.2022.2022043", note="Not read in full.",
        unused="Further reading: another country's guidance. It wasn't read, so nothing is taken from it.",
    ),
    Source(
        id="spanish-2021",
        title="Guidelines of the Spanish ITP Group for the diagnosis, treatment and follow-up of patients with immune "
              "thrombocytopenia",
        kind="guideline", confidence=Confidence.V, authors="Lozano ML, Sanz MA, Vicente V, Spanish ITP Group",
        published="Med Clin 2021;157:191-198", year=2021, doi="10.1016/j.medcle.2021.07.003",
        note="The citation was seen, the text not.",
        unused="Further reading: another country's guidance. It wasn't read, so nothing is taken from it.",
    ),
    Source(
        id="arnold-refractory-2023", title="Refractory ITP in adults: towards a new definition", kind="guideline",
        confidence=Confidence.MH, authors="Arnold DM, Clerici B, Ilicheva E, Ghanima W", published="Br J Haematol 2023",
        year=2023, doi="10.1111/bjh.19075", doi_confidence=Confidence.V,
        note="The abstract was seen; the authors are recalled, not yet checked.",
    ),
    Source(
        id="cpic-2011", title="[CPIC guideline on thiopurine dosing by TPMT genotype, as summarised in 2011]",
        kind="guideline", confidence=Confidence.V, year=2011, address="jesse.tg/ngc-archive/summary/9743",
        note="Seen as an archived summary of the National Guideline Clearinghouse. A newer edition exists: the update of 2018.",
    ),
    Source(
        id="cpic-2018",
        title="Clinical Pharmacogenetics Implementation Consortium Guideline for Thiopurine Dosing Based on TPMT and NUDT15 "
              "Genotypes: 2018 Update",
        kind="guideline", confidence=Confidence.V, authors="Relling MV, et al.",
        published="Clin Pharmacol Ther 2019;105:1095-1105", year=2019, doi="10.1002/cpt.1304",
        note="The citation was seen; its doses only in secondary texts.",
    ),
    Source(
        id="cpic-2024-note", title="[Note of March 2024 on the CPIC page for thiopurines]", kind="guideline",
        confidence=Confidence.V, authors="CPIC", published="March 2024", year=2024, address="cpicpgx.org/?p=578",
    ),
    Source(
        id="cpic-2025", title="[CPIC guideline on thiopurines, TPMT and NUDT15: 2025 update]", kind="guideline",
        confidence=Confidence.V2, authors="Relling MV, et al.", published="Clin Pharmacol Ther 2026", year=2026,
        address="pubmed.ncbi.nlm.nih.gov/41618934", note="Seen only as quoted in third-party text.",
    ),
    Source(
        id="kdigo", title="[Categories of eGFR in chronic kidney disease]", kind="guideline", confidence=Confidence.MH,
        authors="KDIGO", note="Category boundary recalled, not yet checked.",
    ),
    Source(
        id="kidney-org", title="CKD-EPI Creatinine Equation (2021)", kind="guideline", confidence=Confidence.V,
        authors="National Kidney Foundation", year=2021, address="kidney.org/ckd-epi-creatinine-equation-2021",
    ),
)
