"""Mending what is safe to mend: a finding that carries its own mend. Everything that is changed is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from publish.check.finding import Finding

ROUNDS = 3
"""One mend may lie inside another; the rest comes to light when the file is read again."""


def mended(check: Callable[[], list[Finding]]) -> list[str]:
    """Mends until nothing can be mended; says what was done, a line for each place."""
    done: list[str] = []
    for _ in range(ROUNDS):
        now = [line for path, own in _by_file(check()).items() for line in _mend(path, own)]
        if not now:
            break
        done += now
    return done


def _by_file(found: Iterable[Finding]) -> dict[Path, list[Finding]]:
    files: dict[Path, list[Finding]] = {}
    for finding in found:
        if finding.mend:
            files.setdefault(finding.file.path, []).append(finding)
    return files


def _mend(path: Path, found: list[Finding]) -> list[str]:
    """Puts every mend in its place, from the end of the file on; of two that overlap the first alone."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda each: (each.mend.start, -each.mend.end)):
        if not kept or finding.mend.start >= kept[-1].mend.end:
            kept.append(finding)
    source = kept[0].file.source
    if path.read_text(encoding="utf-8") != source:
        return []  # somebody has changed it since it was read
    for finding in reversed(kept):
        source = source[: finding.mend.start] + finding.mend.put + source[finding.mend.end :]
    path.write_text(source, encoding="utf-8")
    return [_told(finding) for finding in kept]


def _told(finding: Finding) -> str:
    line, column = finding.file.position(finding.mend.start)
    was = finding.file.source[finding.mend.start : finding.mend.end]
    return f"{finding.file.name}:{line}:{column}: “{was}” is now “{finding.mend.put.strip()}”"
