"""What the site's service worker keeps for use without a network: the list that docs/service-worker.js reads.

Each file with its hash, so that a copy is whole and right or isn't made. Also names this build, in the list and in every
page, so that a page can tell that another one has come.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from guideline_core.itp import GUIDELINE
from guideline_core.model.guideline import Edition
from publish.cache import sha256

LIST = "offline-files.js"
BUILD = re.compile(r'data-build="[^"]*"')

PAGES = (".html", ".css", ".js", ".woff2", ".svg", ".png", ".ico", ".webmanifest", "search_index.json", "sitemap.xml")
"""Kept on a first visit: what a page can need, by how the name ends."""
LARGE = ("python/", ".pdf")
"""Kept once a reader has come to use it, or asks for it."""
NOT_KEPT = re.compile(rf"service-worker\.js|{re.escape(LIST)}|assets/img/cards/.*")
"""Its own two files, and the cards that other sites show."""


def offline(site: Path, edition: Edition = GUIDELINE.edition) -> None:
    kept = {name: (site / name).read_bytes() for name in kept_names(site)}
    build = sha256(json.dumps({name: sha256(unnamed(content)) for name, content in kept.items()}).encode())[:16]
    for name in kept:
        if name.endswith(".html"):
            text, times = BUILD.subn(f'data-build="{build}"', kept[name].decode())
            assert times == 1, f"{name} has no one place for the build's name"
            kept[name] = text.encode()
            (site / name).write_bytes(kept[name])
    listed = {
        "build": build,
        "edition": edition.version,
        "changes": edition.changes,
        "pages": {name: described(content) for name, content in kept.items() if not is_large(name)},
        "large": {name: described(content) for name, content in kept.items() if is_large(name)},
    }
    (site / LIST).write_text(f"self.SITE = {json.dumps(listed, indent=1)}\n", "utf-8")


def kept_names(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not NOT_KEPT.fullmatch(name) and (is_large(name) or name.endswith(PAGES)):
            yield name


def is_large(name: str) -> bool:
    return name.startswith(LARGE[0]) or name.endswith(LARGE[1])


def unnamed(content: bytes) -> bytes:
    """A page without its build's name, which is worked out from it."""
    return re.sub(rb'data-build="[^"]*"', b"", content)


def described(content: bytes) -> tuple[str, int]:
    """As the browser checks it, and the size in bytes."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}", len(content)
