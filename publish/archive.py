"""The whole site as one zip, for a computer without a network: its pages can be opened as files.

From a file a browser starts no worker and no module. Search gets a stand-in for its worker; a calculator can't, so its
page says that, and how to serve the folder in one line: then everything works.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from publish.hosts import FILES
from publish.offline import LIST
from publish.policy import META

NAME = "itp-second-line.zip"
FOLDER = "itp-second-line/"
SCRIPTS = (Path(__file__).parent / "node_modules" / "iframe-worker" / "shim" / "index.js", Path(__file__).with_name("from_file.js"))
SCRIPT = "assets/javascripts/from_file.js"
"""What makes up for what a file can't do, in one script."""

LEFT_OUT = {NAME, *FILES, "service-worker.js", LIST, "sitemap.xml.gz"}
EARLIEST = (1980, 1, 1, 0, 0, 0)

SERVE = "python -m http.server --bind localhost"
NEEDS = re.compile(r'(?<=<p class="calc-needs">).*?(?=<span class="calc-without">)', re.DOTALL)
AS_A_FILE = (
    "This page was opened as a file, and from a file a browser doesn't start Python. To make it work, run "
    f"<code>{SERVE}</code> in this folder and open the address that it prints. "
)


def archive(site: Path) -> None:
    """Always the same bytes for the same files."""
    with zipfile.ZipFile(site / NAME, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in sorted(contents(site)):
            entry = zipfile.ZipInfo(FOLDER + name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name in LEFT_OUT or name.startswith("assets/img/cards/") or name.endswith(".map"):
            continue
        yield name, for_a_file(path.read_text("utf-8")).encode() if name.endswith(".html") else path.read_bytes()
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    yield "search/search_index.js", f"var __index = {json.dumps(index, separators=(',', ':'))}".encode()
    yield SCRIPT, b"".join(path.read_bytes() for path in SCRIPTS)


def for_a_file(page: str) -> str:
    """A page with the stand-in for search's worker, which writes a script of its own: hashes can't foresee that one."""
    policy = META.search(page).group()
    loose = re.sub(r"( 'sha256-[^']+')+", " 'unsafe-inline'", policy).replace("'self'", "'self' file:")
    page = page.replace(policy, f'{loose}\n      <script src="{SCRIPT}"></script>')
    return NEEDS.sub(AS_A_FILE, page)
