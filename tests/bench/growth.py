"""How a build grows: the pages of therapies once, ten times and a hundred times."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from guideline_core.itp import GUIDELINE
from publish.cache import ROOT

COPIES = (1, 10, 100)


def measure(copies: tuple[int, ...] = COPIES) -> list[dict[str, float]]:
    """Seconds of the builder for so many copies of each therapy's page, beside all other pages. One build of each: the largest takes minutes."""
    return [_build(number) for number in copies]


def _build(copies: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        shutil.copytree(ROOT / "docs", docs)
        for therapy in GUIDELINE.therapies:
            for number in range(2, copies + 1):
                shutil.copyfile(docs / f"{therapy}.md", docs / f"{therapy}-{number}.md")
        settings = (ROOT / "mkdocs.yml").read_text("utf-8")
        # The copies belong to no chapter, of which the builder warns.
        config = ROOT / f".bench-{os.getpid()}.yml"
        config.write_text(settings.replace("strict: true", "strict: false") + f"\ndocs_dir: {docs}\n", "utf-8")
        try:
            start = time.perf_counter()
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site)]
            subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
            seconds = time.perf_counter() - start
        finally:
            config.unlink()
        pages = len(list(site.glob("*.html")))
    return {"copies": copies, "pages": pages, "seconds": round(seconds, 2), "seconds_per_page": round(seconds / pages, 4)}
