"""Our scripts' folder, named by what it holds: a page gets the scripts that it was built with, or none, and may keep them.

The folder as a whole, since the scripts call one another by their names.
"""

import json
from pathlib import Path

from publish.cache import sha256

FOLDER = "assets/js"


def scripts(site: Path) -> None:
    folder = site / FOLDER
    contents = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()) for path in sorted(folder.rglob("*.js"))}
    assert contents, f"the site holds no {FOLDER}"
    named = f"{FOLDER}.{sha256(json.dumps(contents).encode())[:8]}"
    folder.rename(site / named)
    for page in site.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(f"{FOLDER}/", f"{named}/"), "utf-8")
