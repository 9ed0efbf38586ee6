"""Facts, pitfalls and defects that no page shows. The register lists every fact, so it doesn't count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.check.documents import Documents
from publish.check.finding import Finding

_FACTS = re.compile(r'data-fact="([^"]+)"')
_IDS = re.compile(r'\bid="([^"]+)"')


def never_shown(documents: Documents) -> Iterator[Finding]:
    calls = [call for call in documents.calls if call.macro != "register"]
    facts = {id for call in calls for id in _FACTS.findall(call.shows)}
    ids = {id for call in calls for id in _IDS.findall(call.shows)}
    held = documents.guideline
    for id, fact in held.facts.items():
        if id not in facts:
            yield _finding(documents, id, f"the fact {id} stands on no page but the register", f"it says: {fact.says}",
                           f'write {{{{ says("{id}") }}}} on a page, or name it in a part of a therapy')
    for id, pitfall in held.pitfalls.items():
        if id not in ids:
            yield _finding(documents, id, f"the pitfall {id} stands on no page", f"its kind is {pitfall.kind}",
                           f'write {{{{ pitfalls("{id}") }}}} on a page, or give it a kind that pitfalls.md shows')
    for id, defect in held.defects.items():
        if id not in ids:
            yield _finding(documents, id, f"the defect {id} stands on no page", f"its severity is {defect.severity}",
                           f'write {{{{ defect_card("{id}") }}}} on a page, or give it a severity that unclear.md shows')


def _finding(documents: Documents, id: str, found: str, core: str, write: str) -> Finding:
    module, place = documents.declared(id) or (documents.core[0], 0)
    return Finding(kind="never shown", file=module, place=place, text=id, found=found, core=core, write=write)
