"""Short forms that this site uses, written out and explained."""

from ...model.guideline import Definition

ABBREVIATIONS = (
    # the disease and its treatment
    Definition(
        "term-itp", "ITP", "Immune thrombocytopenia. Older texts, the source among them, say purpura.", (),
        ("immune thrombocytopenia", "immune thrombocytopenic purpura", "idiopathic thrombocytopenic purpura"),
    ),
    Definition(
        "term-tpo-ra", "TPO-RA",
        "Thrombopoietin receptor agonist: a drug that makes the marrow produce more platelets.", (),
        ("thrombopoietin receptor agonist", "TPO receptor agonist"),
    ),
    Definition("term-off-label", "Off-label", "Used for a disease that the drug's label doesn't name."),
    Definition(
        "term-boxed-warning", "Boxed warning", "The gravest warning in a US label, printed in a box.", (),
        ("black box warning",),
    ),
    Definition("term-smpc", "SmPC", "Summary of product characteristics: the EU's text for professionals on a drug."),
    Definition("term-trough", "Trough", "A drug's level in blood just before the next dose.", (), ("C0",)),
    # tests and safety
    Definition(
        "term-tpmt", "TPMT", "Thiopurine methyltransferase, an enzyme that helps to clear azathioprine.",
        (), ("thiopurine methyltransferase", "thiopurine S-methyltransferase"),
    ),
    Definition(
        "term-nudt15", "NUDT15", "A second enzyme that helps to clear azathioprine. The source doesn't name it.", (),
        ("nudix hydrolase 15",),
    ),
    Definition("term-fbc", "FBC", "Full blood count.", (), ("full blood count", "complete blood count", "CBC")),
    Definition(
        "term-alt", "ALT and AST", "Transaminases: liver enzymes measured in blood.", (),
        ("transaminases", "ALT", "AST"),
    ),
    Definition("term-cyp3a4", "CYP3A4", "An enzyme that breaks many drugs down, and that other drugs and some foods act on."),
    Definition("term-hbv", "HBV", "Hepatitis B virus.", (), ("hepatitis B",)),
    Definition(
        "term-hbsag", "HBsAg", "Hepatitis B surface antigen, one of two blood tests for hepatitis B.", (),
        ("hepatitis B surface antigen",),
    ),
    Definition(
        "term-anti-hbc", "Anti-HBc",
        "Antibody to the core of hepatitis B, one of two blood tests for hepatitis B.", (),
        ("anti-HBc total", "hepatitis B core antibody"),
    ),
    Definition(
        "term-aml", "AML", "Acute myeloid leukaemia.", (), ("acute myeloid leukaemia", "acute myeloid leukemia"),
    ),
    Definition("term-hstcl", "HSTCL", "Hepatosplenic T-cell lymphoma.", (), ("hepatosplenic T-cell lymphoma",)),
    Definition("term-sle", "SLE", "Systemic lupus erythematosus.", (), ("lupus", "systemic lupus erythematosus")),
    Definition("term-child-pugh", "Child-Pugh", "Three classes of liver impairment, A to C, from mild to severe."),
    # body and kidneys
    Definition(
        "term-bsa", "BSA",
        "Body surface area, worked out from height and weight. Mosteller's formula decides here; Du Bois "
        "stands beside it.", (), ("body surface area", "Mosteller", "Du Bois"),
    ),
    Definition("term-bmi", "BMI", "Body mass index: weight over height squared.", (), ("body mass index",)),
    Definition("term-egfr", "eGFR", "Estimated glomerular filtration rate: how well the kidneys filter.", (), ("GFR",)),
    Definition(
        "term-ckd-epi", "CKD-EPI",
        "A formula for eGFR from creatinine, age and sex; the version of 2021, without race.",
    ),
    Definition(
        "term-cockcroft-gault", "Cockcroft-Gault",
        "A formula for creatinine clearance from creatinine, age, sex and weight.", (),
        ("CrCl", "creatinine clearance"),
    ),
    Definition("term-kdigo", "KDIGO", "A body that sets the categories of kidney disease."),
    # guidance and evidence
    Definition(
        "term-ash", "ASH", "American Society of Hematology. Its guidelines of 2011 and 2019 are different ones.", (),
        ("American Society of Hematology",),
    ),
    Definition(
        "term-iwg", "IWG", "International working group, whose definitions of 2009 are used for response and phases.", (),
        ("IWG 2009",),
    ),
    Definition("term-anz", "ANZ 2022", "The consensus guideline of Australia and New Zealand.", (), ("THANZ",)),
    Definition(
        "term-cpic", "CPIC", "Clinical Pharmacogenetics Implementation Consortium: guidance on doses by genotype.", (),
        ("Clinical Pharmacogenetics Implementation Consortium",),
    ),
    Definition(
        "term-grade", "GRADE",
        "A way to grade a recommendation: its strength, and the quality of the evidence behind it.", (),
        ("grade 1B", "grade 2C"),
    ),
    Definition(
        "term-wilson", "Wilson interval",
        "A 95% interval for a proportion, worked out by this site from the people counted.", (),
        ("95% CI", "confidence interval"), ("95% interval", "95% Wilson interval"),
    ),
    Definition("term-n-of-n", "n of N", "How many of how many people.", (), ("n/N",)),
    Definition("term-fda", "FDA", "US Food and Drug Administration."),
    Definition("term-mdr", "MDR", "The EU's Medical Device Regulation.", (), ("EU MDR",)),
    Definition(
        "term-fhir", "FHIR and CQL",
        "Standards by which health records exchange data and rules; this site's facts can be had in both.", (),
        ("FHIR", "CQL"),
    ),
)
