"""Drugs named on this site, with brand names and other spellings. One spelling is used throughout."""

from ...model.guideline import Definition

DRUGS = (
    Definition(
        "term-azathioprine", "Azathioprine", "An immunosuppressant taken by mouth; a thiopurine.", (),
        ("AZA",), ("Imuran", "Azasan"),
    ),
    Definition(
        "term-ciclosporin", "Ciclosporin", "An immunosuppressant taken by mouth. Brands aren't interchangeable.", (),
        ("cyclosporine", "cyclosporin", "cyclosporine A", "cyclosporin A", "ciclosporin A", "CsA"), ("Neoral", "Sandimmune"),
    ),
    Definition(
        "term-cyclophosphamide", "Cyclophosphamide", "An alkylating cytotoxic drug, by mouth or by vein.", (), ("CPA",),
    ),
    Definition(
        "term-mycophenolate", "Mycophenolate mofetil", "An immunosuppressant taken by mouth.", (), ("MMF",), ("CellCept",),
    ),
    Definition(
        "term-romiplostim", "Romiplostim", "A thrombopoietin receptor agonist, injected under the skin.", (),
        (), ("Nplate",),
    ),
    Definition(
        "term-eltrombopag", "Eltrombopag olamine",
        "A thrombopoietin receptor agonist taken by mouth. Every dose on this site is of this salt.", (),
        (), ("eltrombopag", "Promacta", "Revolade"),
    ),
    Definition(
        "term-eltrombopag-choline", "Eltrombopag choline",
        "Another salt of eltrombopag, with other strengths. This site's doses don't apply to it.", (), (), ("Alvaiz",),
    ),
    Definition("term-rituximab", "Rituximab", "An antibody against B cells, given by vein.", (), ("RTX",)),
    Definition(
        "term-prednisone", "Prednisone",
        "A corticosteroid taken by mouth. The source's first-line dose is of this drug.",
    ),
    Definition(
        "term-dexamethasone", "Dexamethasone", "A corticosteroid, named by the source in a high dose without a number.",
    ),
    Definition(
        "term-ivig", "IVIg", "Immunoglobulin pooled from donors, given by vein.", (),
        ("IVIG", "immune globulin"), ("intravenous immunoglobulin",),
    ),
    Definition(
        "term-xanthine-oxidase", "Xanthine oxidase inhibitor",
        "A drug that lowers uric acid, such as allopurinol or febuxostat.", (),
        ("XOI",), ("allopurinol", "febuxostat"),
    ),
    Definition(
        "term-avatrombopag", "Avatrombopag", "A newer drug for ITP; not in the source.", (),
        (), ("Doptelet",),
    ),
    Definition("term-fostamatinib", "Fostamatinib", "A newer drug for ITP; not in the source."),
    Definition("term-rilzabrutinib", "Rilzabrutinib", "A newer drug for ITP; not in the source.", (), (), ("Wayrilz",)),
)
