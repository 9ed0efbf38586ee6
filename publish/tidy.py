"""What the builder leaves that nobody needs, or that says on which day it was built, is taken out."""

import gzip
import re
import shutil
from pathlib import Path

OTHER_LANGUAGES = "assets/javascripts/lunr"
"""Search in English asks for none of them."""


def tidy(site: Path) -> None:
    shutil.rmtree(site / OTHER_LANGUAGES)
    sitemap = site / "sitemap.xml"
    text = re.sub(r"\s*<lastmod>.*?</lastmod>", "", sitemap.read_text("utf-8"))
    sitemap.write_text(text, "utf-8")
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
