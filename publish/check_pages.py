"""`python -m publish.check_pages [--fix] [FILE…]`: holds what was written by hand against the core, without building.

Without a file it looks at the whole site: the pages, the templates, and the strings of the core and the macros; with
files at these pages alone. A finding says file, line and column, shows the line, and says what the core holds and what
to write. `--fix` mends what is safe to mend. Exit 1 on any finding that is left.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from guideline_core.itp import GUIDELINE
from publish.check.citations import unsupported
from publish.check.core_numbers import core_numbers, macro_numbers
from publish.check.documents import Documents, some_pages, whole_site
from publish.check.finding import Finding
from publish.check.front import front, review
from publish.check.grades import undated_grades
from publish.check.headings import misplaced
from publish.check.ignored import IGNORED, Ignored, without
from publish.check.mend import mended
from publish.check.shown import never_shown
from publish.check.sources import uncited
from publish.check.spellings import spellings
from publish.check.typed_numbers import typed_numbers


def wrong_calls(documents: Documents) -> Iterator[Finding]:
    """Macro calls that name nothing, and anything in braces that isn't a call."""
    yield from documents.wrong_calls


ON_PAGES: tuple[Callable[[Documents], Iterator[Finding]], ...] = (
    wrong_calls, front, review, undated_grades, spellings, typed_numbers, unsupported, misplaced,
)
ON_THE_WHOLE = (core_numbers, macro_numbers, never_shown, uncited)
"""What only the whole site can show: strings of the code, and what is missing."""


def check(documents: Documents, ignored: Iterable[Ignored] = IGNORED) -> list[Finding]:
    """The findings, file by file in their order, each place once."""
    checks = (*ON_PAGES, *(ON_THE_WHOLE if documents.whole else ()))
    found = without(_once(finding for one in checks for finding in one(documents)), tuple(ignored), documents)
    files = {file.path: number for number, file in enumerate((*documents.pages, *documents.modules))}
    return sorted(found, key=lambda finding: (files.get(finding.file.path, len(files)), finding.place))


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each place, kind and text; a grade without its year is no typed number besides."""
    seen: set[tuple[object, ...]] = set()
    for finding in found:
        grade = (finding.file.path, finding.place, "grade")
        key = (finding.file.path, finding.place, finding.kind)
        if key not in seen and not (finding.kind == "number" and grade in seen):
            seen.add(key)
            yield finding


def _read(paths: list[Path]) -> Documents:
    return some_pages(paths, GUIDELINE) if paths else whole_site(GUIDELINE)


def main(arguments: list[str]) -> int:
    paths = [Path(each) for each in arguments if each != "--fix"]
    if "--fix" in arguments and (done := mended(lambda: check(_read(paths)))):
        print("\n".join((*done, f"{_counted(len(done), 'place')} mended", "")), flush=True)
        return subprocess.call([sys.executable, "-m", "publish.check_pages", *map(str, paths)])  # the core is read anew
    found = check(_read(paths))
    for finding in found:
        print(f"{finding}\n")
    looked_at = _counted(len(paths), "page") if paths else "the whole site"
    print(f"{looked_at} checked: {_counted(len(found), 'finding') if found else 'nothing found'}")
    return 1 if found else 0


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
