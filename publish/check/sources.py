"""Sources that nothing cites, and don't say why they are listed all the same."""

from __future__ import annotations

from collections.abc import Iterator

from guideline_core.model.guideline import Guideline
from publish.check.documents import Documents
from publish.check.finding import Finding


def uncited(documents: Documents) -> Iterator[Finding]:
    cited = _cited(documents.guideline)
    for id, source in documents.guideline.sources.items():
        module, place = documents.declared(id) or (documents.core[0], 0)
        where = {"kind": "source", "file": module, "place": place, "text": id}
        if id not in cited and not source.unused:
            yield Finding(**where, found=f"the source {id} is cited nowhere", core=f"it is {source.title}",
                          write="cite it, say in `unused` why it is listed all the same, or take it out")
        elif id in cited and source.unused:
            yield Finding(**where, found=f"the source {id} is cited, and says that it isn't used",
                          core=f"it says: {source.unused}", write=f"take `unused` out; {cited[id]} cites it")


def _cited(guideline: Guideline) -> dict[str, str]:
    """Every source that a fact or a defect cites, with the first that does."""
    found: dict[str, str] = {}
    for holder in (*guideline.facts.values(), *guideline.defects.values()):
        for citation in holder.citations:
            found.setdefault(citation.source, holder.id)
    return found
