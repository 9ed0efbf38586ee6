"""The hazard log: how using this guideline could harm someone. The scores are conventions of this site."""

from ..model.statement import Hazard

HAZARDS = (
    Hazard(
        id="H01", hazard="Azathioprine overdose in a light patient", cause="The flat dose shown as an option",
        control="A conflict is shown, and the flat dose can't be chosen", test="cases C01 and C05",
        before=(4, 4), after=(4, 1),
    ),
    Hazard(
        id="H02", hazard="Azathioprine in a poor metaboliser", cause="The source tests TPMT late",
        control="No dose without normal TPMT and NUDT15", test="case C13", before=(5, 3), after=(5, 1),
    ),
    Hazard(
        id="H03", hazard="Azathioprine with allopurinol or febuxostat", cause="The source doesn't ask",
        control="No dose with either, or without an answer", test="case C13, its variant", before=(5, 3), after=(5, 1),
    ),
    Hazard(
        id="H04", hazard="Cyclophosphamide by vein many times over", cause="Wording with several readings",
        control="Marked ambiguous, never summed or scheduled", test="case C01 and a case of its own",
        before=(5, 3), after=(5, 1),
    ),
    Hazard(
        id="H05", hazard="Cyclophosphamide or mycophenolate in pregnancy", cause="The source doesn't ask",
        control="Pregnancy gates every dose; plans for a child gate cyclophosphamide, whatever the sex",
        test="case C05 and a case of its own", before=(5, 3), after=(5, 1),
    ),
    Hazard(
        id="H06", hazard="Romiplostim ceiling taken as the start", cause="A plain range",
        control="Start and ceiling are named; nothing lies between", test="case C01", before=(4, 3), after=(4, 1),
    ),
    Hazard(
        id="H07", hazard="Eltrombopag salts mixed up", cause="Two scales of mg",
        control="Always eltrombopag olamine, with Alvaiz ruled out", test="a test of the text", before=(3, 3), after=(3, 1),
    ),
    Hazard(
        id="H08", hazard="Ciclosporin with poor kidneys", cause="No threshold in the source",
        control="No dose under the limit, and both formulas shown", test="a case of its own", before=(4, 3), after=(4, 1),
    ),
    Hazard(
        id="H09", hazard="Rituximab without hepatitis B screening", cause="The source doesn't ask",
        control="No dose without both tests", test="a case of its own", before=(5, 3), after=(5, 1),
    ),
    Hazard(
        id="H10", hazard="A unit slip: microlitres, pounds, metres, micromoles", cause="Free text",
        control="Hard bounds, and a unit that must be said", test="the cases on unit slips", before=(4, 4), after=(4, 1),
    ),
    Hazard(
        id="H11", hazard="Old guidance taken as current", cause="Data of 2010 and 2011",
        control="Years beside grades, with superseded where it applies", test="a test of the text",
        before=(3, 4), after=(3, 2),
    ),
    Hazard(
        id="H12", hazard="Trusting the machine", cause="Output that looks clean",
        control="No verdict, the working shown, people and interval beside rates", test="a test of the page",
        before=(4, 4), after=(4, 2),
    ),
    Hazard(
        id="H13", hazard="Use in an emergency", cause="A calculator opened during a bleed",
        control="The first question stops it", test="a case of its own", before=(5, 2), after=(5, 1),
    ),
    Hazard(
        id="H14", hazard="A missing answer read as no", cause="A default of false",
        control="Three-valued logic", test="case C09", before=(4, 3), after=(4, 1),
    ),
    Hazard(
        id="H15", hazard="Content that drifts unseen", cause="Edits without a trace",
        control="Ids of facts, checksums, a list of changes", test="the pipeline", before=(3, 3), after=(3, 1),
    ),
    Hazard(
        id="H16", hazard="A plan followed after something has changed", cause="A calendar outlives the answers that it rests on",
        control="No plan behind a closed gate; no amount of a dose in the file, and no alarms",
        test="cases PL20 to PL29, and a test of the file", before=(4, 3), after=(4, 2),
    ),
    Hazard(
        id="H17", hazard="A person with ITP changes treatment alone", cause="Plain words that read like advice",
        control="No amounts, nothing to fill in, the emergency first, and the team named on each page",
        test="tests of the section in plain words", before=(4, 3), after=(4, 2),
    ),
)
