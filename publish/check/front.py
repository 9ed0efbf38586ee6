"""What the front matter of a page has to say: its title, a description, and the truth about its review."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from publish.check.documents import Documents
from publish.check.finding import Finding
from publish.check.prose import Page, front_matter

REQUIRED = ("title", "description")
REVIEW = {"by": "nobody, or who reviewed it", "dates": "edition, or the day"}
"""What the review block says."""


def front(documents: Documents) -> Iterator[Finding]:
    for page in documents.guides:
        said = _mapping(front_matter(page))
        for key in REQUIRED:
            if key not in said:
                yield _missing(page, "front matter", f"the front matter has no “{key}”", f"{key}: …")


def review(documents: Documents) -> Iterator[Finding]:
    whole = "\n".join(["review:", *(f"      {key}: {what}" for key, what in REVIEW.items())])
    for page in documents.guides:
        said = _mapping(front_matter(page))
        if "review" not in said:
            yield _missing(page, "review", "the page has no “review” block", whole)
            continue
        block = _mapping(said["review"])
        for key, what in REVIEW.items():
            if key not in block or not getattr(block[key], "value", ""):
                yield _missing(page, "review", f"the page's “review” doesn't say “{key}”", f"{key}: {what}")


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    return {key.value: part for key, part in node.value} if isinstance(node, yaml.MappingNode) else {}


def _missing(page: Page, kind: str, found: str, line: str) -> Finding:
    return Finding(kind=kind, file=page, place=0, text=page.line(1), found=found,
                   write=f"write {line} between the lines of dashes at the top of the page")
