"""Primary studies and the formulas' own papers, by topic. A title in square brackets is this site's description."""

from ...model.evidence import Confidence, Source

LITERATURE = (
    # azathioprine
    Source(
        id="quiquandon-1990",
        title="Re-evaluation of the role of azathioprine in the treatment of adult chronic idiopathic thrombocytopenic "
              "purpura: a report on 53 cases",
        kind="primary", confidence=Confidence.MH,
        authors="Quiquandon I, Fenaux P, Caulier MT, Pagniez D, Huart JJ, Bauters F",
        published="Br J Haematol 1990;74:223-228", year=1990,
        address="paperexplained.cn/articles/paper/detail/3141e510850450439946dbf62764afa79e6195c0",
        note="Title and abstract seen; authors, volume and pages recalled, not yet checked.",
    ),
    Source(
        id="poudyal-2014",
        title="Safety and Efficacy of Azathioprine as a Second Line Therapy for Primary Immune Thrombocytopenic Purpura",
        kind="primary", confidence=Confidence.V,
        authors="Poudyal BS, Sapkota B, Shrestha GS, Thapalia S, Gyawali B, Tuladhar S",
        published="J Nepal Med Assoc 2016;55(203):16-21", year=2016,
        address="jnma.com.np/jnma/index.php/jnma/article/view/2832",
        note="One centre, patients of 2014. Only an excerpt of the abstract was seen.",
    ),
    Source(
        id="ontario-2022",
        title="[Azathioprine for ITP in the era of TPO receptor agonists: one Ontario centre, 2009 to 2022]",
        kind="primary", confidence=Confidence.V2, authors="Le-Nguyen A, Mortuza S, Hsia CC",
        published="Blood Vessel Thromb Hemost 2025;2(1):100035", year=2025, doi="10.1016/j.bvth.2024.100035",
        address="discovery.researcher.life/topic/tertiary-care-center/3153068?page=5",
        note="Abstract and citation seen on collecting pages; its table of side effects at ashpublications.net/view-large/12583921.",
    ),
    Source(
        id="weinshilboum-1980",
        title="Mercaptopurine pharmacogenetics: monogenic inheritance of erythrocyte thiopurine methyltransferase activity",
        kind="primary", confidence=Confidence.MH, authors="Weinshilboum RM, Sladek SL",
        published="Am J Hum Genet 1980;32:651-662", year=1980,
        unused="Further reading: the paper on how TPMT is inherited. It wasn't seen; figures come from newer works.",
    ),
    # ciclosporin
    Source(
        id="emilia-2002",
        title="Long-term salvage therapy with cyclosporin A in refractory idiopathic thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V, authors="Emilia G, Morselli M, Luppi M, et al.",
        published="Blood 2002;99:1482-1485", year=2002, doi="10.1182/blood.V99.4.1482", doi_confidence=Confidence.MH,
        address="ashpublications.com/blood/article/99/4/1482/109980",
    ),
    Source(
        id="haematologica-csa-letter", title="[Ciclosporin alone in refractory ITP: a prospective series from India, letter]",
        kind="primary", confidence=Confidence.V, published="Haematologica", address="haematologica.org/article/view/5055",
    ),
    # cyclophosphamide
    Source(
        id="reiner-1995", title="Pulse cyclophosphamide therapy for refractory autoimmune thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V, authors="Reiner A, Gernsheimer T, Slichter SJ",
        published="Blood 1995;85:351-358", year=1995, address="ashpublications.org/blood/article/85/2/351/173003",
    ),
    # combination
    Source(
        id="arnold-2010", title="Combination immunosuppressant therapy for patients with chronic refractory immune "
                                "thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V,
        authors="Arnold DM, Nazi I, Santos A, Chan H, Heddle NM, Warkentin TE, Kelton JG",
        published="Blood 2010;115:29-31", year=2010, doi="10.1182/blood-2009-06-222448",
        address="pubmed.ncbi.nlm.nih.gov/19897578",
        note="The entry criteria were seen only in a secondary text (scite.ai).",
    ),
    # thrombopoietin receptor agonists
    Source(
        id="kuter-2008", title="Efficacy of romiplostim in patients with chronic immune thrombocytopenic purpura: "
                               "a double-blind randomised controlled trial",
        kind="primary", confidence=Confidence.V, authors="Kuter DJ, et al.", published="Lancet 2008;371:395-403", year=2008,
        doi="10.1016/S0140-6736(08)60203-2", doi_confidence=Confidence.MH,
        note="Seen at hms.harvard.edu (record 18242413); the counts by arm also in a table of an older EU SmPC.",
    ),
    Source(
        id="cheng-2011", title="Eltrombopag for management of chronic immune thrombocytopenia (RAISE): a 6-month, "
                               "randomised, phase 3 study",
        kind="primary", confidence=Confidence.V, authors="Cheng G, et al.", published="Lancet 2011;377:393-402", year=2011,
        doi="10.1016/S0140-6736(10)60959-2",
    ),
    Source(
        id="romiplostim-pooled-2019",
        title="Romiplostim in adult patients with newly diagnosed or persistent immune thrombocytopenia (ITP) for up to "
              "1 year and in those with chronic ITP for more than 1 year: a subgroup analysis of integrated data from "
              "completed romiplostim studies",
        kind="primary", confidence=Confidence.V, published="Br J Haematol 2019;185:503-513", year=2019,
        doi="10.1111/bjh.15803", address="pubmed.ncbi.nlm.nih.gov/30793285",
    ),
    # rituximab
    Source(
        id="arnold-2007",
        title="Systematic review: efficacy and safety of rituximab for adults with idiopathic thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V, authors="Arnold DM, Dentali F, Crowther MA, et al.",
        published="Ann Intern Med 2007;146:25-33", year=2007, doi="10.7326/0003-4819-146-1-200701020-00006",
        address="stage.medifind.com/articles/publication/98671013",
    ),
    Source(
        id="khellaf-2014", title="Safety and efficacy of rituximab in adult immune thrombocytopenia [registry of 248 patients]",
        kind="primary", confidence=Confidence.V, authors="Khellaf M, et al.", published="Blood 2014;124:3228-3236", year=2014,
        address="ashpublications.com/blood/article-split/124/22/3228/33376",
    ),
    Source(
        id="godeau-2008", title="Rituximab efficacy and safety in adult splenectomy candidates with chronic immune "
                                "thrombocytopenic purpura [phase 2]",
        kind="primary", confidence=Confidence.V, authors="Godeau B, et al.", published="Blood 2008;112:999-1004", year=2008,
        address="ashpublications.net/blood/article/112/4/999/25366",
    ),
    # course of the disease, splenectomy, first line
    Source(
        id="stasi-1995", title="Long-term observation of 208 adults with chronic idiopathic thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V, authors="Stasi R, et al.", published="Am J Med 1995;98:436-442", year=1995,
        address="pubmed.ncbi.nlm.nih.gov/7733121",
    ),
    Source(
        id="portielje-2001", title="Morbidity and mortality in adults with idiopathic thrombocytopenic purpura",
        kind="primary", confidence=Confidence.V, authors="Portielje JE, et al.", published="Blood 2001;97:2549-2554", year=2001,
        address="scilit.com/publications/6fe1817d675b1c77f737b2b3f4ef7128",
    ),
    Source(
        id="splenectomy-168-series",
        title="Long-Term Follow-Up Study of 168 Patients with Immune Thrombocytopenia. Implications for Therapy",
        kind="primary", confidence=Confidence.V, address="scilit.com/publications/9e524d2b5c9640ff51b80cddc43ecd55",
        note="The abstract was seen; neither authors nor year stand beside it.",
    ),
    Source(
        id="cheng-2003", title="[High-dose dexamethasone as first treatment of ITP]", kind="primary",
        confidence=Confidence.MH, authors="Cheng Y, et al.", published="N Engl J Med 2003;349:831-836", year=2003,
        unused="Further reading: an early study of dexamethasone. It wasn't seen; the dose is cited from a guideline.",
    ),
    # newer drugs
    Source(
        id="luna-3", title="Safety and efficacy of rilzabrutinib vs placebo in adults with immune thrombocytopenia: "
                           "the phase 3 LUNA3 study",
        kind="primary", confidence=Confidence.V, authors="Kuter DJ, Ghanima W, Cooper N, et al.", published="Blood 2025",
        year=2025, doi="10.1182/blood.2024027336",
        address="physiciansweekly.com/safety-and-efficacy-of-rilzabrutinib-vs-placebo-in-adults-with-immune-"
                "thrombocytopenia-the-phase-3-luna3-study",
        note="The abstract was seen, at the address.",
    ),
    # formulas
    Source(
        id="mosteller-1987", title="Simplified calculation of body-surface area", kind="primary", confidence=Confidence.V2,
        authors="Mosteller RD", published="N Engl J Med 1987;317:1098", year=1987,
        note="Citation and formula seen at globalrph.com.",
    ),
    Source(
        id="du-bois-1916", title="A formula to estimate the approximate surface area if height and weight be known",
        kind="primary", confidence=Confidence.V2, authors="Du Bois D, Du Bois EF", published="Arch Intern Med 1916;17:863-871",
        year=1916, note="Citation and formula seen at globalrph.com.",
    ),
    Source(
        id="cockcroft-gault-1976", title="[Creatinine clearance from serum creatinine]", kind="primary",
        confidence=Confidence.MH, authors="Cockcroft DW, Gault MH", published="Nephron 1976;16:31-41", year=1976,
    ),
    Source(
        id="inker-2021", title="New Creatinine- and Cystatin C–Based Equations to Estimate GFR without Race", kind="primary",
        confidence=Confidence.V2, authors="Inker LA, et al.", published="N Engl J Med 2021;385:1737-1749", year=2021,
        note="The formula itself was seen at kidney.org.",
    ),
)
