"""Files of the site that are named by their content, so that a browser may keep them for ever."""

from pathlib import Path, PurePosixPath

from publish.cache import sha256

REFER = ("*.html", "assets/css/*.css")
"""What may call a file by the name that it was written with."""


def name_by_content(site: Path, name: str, content: bytes) -> Path:
    """Writes what the pages and style sheets call `name`, a path in the site, under the name that it gets; renames it there.

    A reference says the last folder and the file, whatever stands before them: "assets/x.css", "../fonts/y.woff2".
    """
    path = PurePosixPath(name)
    named = path.with_name(f"{path.stem}.{sha256(content)[:8]}{path.suffix}")
    for pattern in REFER:
        for page in site.glob(pattern):
            text = page.read_text("utf-8")
            renamed = text.replace(f"{path.parent.name}/{path.name}", f"{named.parent.name}/{named.name}")
            if renamed != text:
                page.write_text(renamed, "utf-8")
    target = site / named
    target.write_bytes(content)
    return target
