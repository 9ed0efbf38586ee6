"""Findings that are none: at most ten, each with its reason. An entry that ignores nothing is a finding itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publish.check.documents import Documents
from publish.check.files import ROOT
from publish.check.finding import Finding
from publish.check.strings import read_module


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is none: in which file, the text found, and why it may stand."""

    file: str
    text: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        return self.text == finding.text and f"/{finding.file.name}".endswith(f"/{self.file}")


IGNORED = (
    Ignored("guideline_core/exports/dataset.py", "95", "names the kind of interval, which the engine works out"),
    Ignored("guideline_core/model/question.py", "2026-03-14", "a date as an example of how a date is written"),
    Ignored("macros/doses.py", "a tenth", "how a table rounds; the core rounds the doses themselves"),
)


def without(found: Iterable[Finding], ignored: tuple[Ignored, ...], documents: Documents) -> Iterator[Finding]:
    """The findings that aren't ignored, and the entries that ignore nothing in the files looked at."""
    used: set[Ignored] = set()
    for finding in found:
        entry = next((entry for entry in ignored if entry.covers(finding)), None)
        if entry is None:
            yield finding
        else:
            used.add(entry)
    looked_at = [f"/{file.name}" for file in (*documents.pages, *documents.modules)]
    listed = read_module(ROOT / "publish/check/ignored.py")
    for entry in ignored:
        if entry not in used and any(name.endswith(f"/{entry.file}") for name in looked_at):
            place = max(listed.source.find(f'"{entry.text}"'), 0)
            yield Finding(
                kind="ignored", file=listed, place=place, text=entry.text,
                found=f"in {entry.file} nothing is left to ignore for “{entry.text}”", write="take the entry out of IGNORED",
            )
