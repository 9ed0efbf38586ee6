"""One style sheet instead of many: the theme's, without what no page uses, and ours, small and named by content.

A browser shows nothing before the last sheet is there, and on a slow link each costs a journey of its own. What the
foot of every printed sheet says of the edition is put in here too, since only a style sheet can say it.
"""

import json
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborHTMLParser

from publish.bootstrap import node_tool
from publish.named import name_by_content

SHEET = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<base>[^"]*?)(?P<name>assets/(?:stylesheets|css)/[^"]+\.css)">\n?')
JOINER = Path(__file__).with_name("styles.mjs")
NAME = "assets/css/site.css"


def styles(site: Path) -> None:
    pages = sorted(site.glob("*.html"))
    (names,) = {tuple(match["name"] for match in SHEET.finditer(page.read_text("utf-8"))) for page in pages}
    assert names, "no page names a style sheet: see what the theme does now"
    sheets = [site / name for name in names]
    theirs = [sheet for sheet in sheets if sheet.parent.name == "stylesheets"]
    ours = sheets[len(theirs) :]
    assert sheets == theirs + ours, "the theme's sheets no longer stand first"
    # Its script makes parts of a page, such as a result of a search, that stand in none as built.
    content = [*pages, *site.glob("assets/js/*.js"), *site.glob("assets/javascripts/*.js")]
    joined = join(content, theirs, ours) + foot(site / "index.html").encode()
    for page in pages:
        text = page.read_text("utf-8")
        first = SHEET.search(text)
        link = f'    <link rel="stylesheet" href="{first["base"]}{NAME}">\n'
        page.write_text(text[: first.start()] + link + SHEET.sub("", text[first.end() :]), "utf-8")
    for sheet in sheets:
        sheet.unlink()
    name_by_content(site, NAME, joined)


def join(content: list[Path], theirs: list[Path], ours: list[Path]) -> bytes:
    with TemporaryDirectory() as folder:
        target = Path(folder, "site.css")
        lists = (json.dumps([str(path) for path in paths]) for paths in (content, theirs, ours))
        subprocess.run([node_tool("node"), JOINER, target, *lists], check=True)
        return target.read_bytes()


def foot(home: Path) -> str:
    """What print.css leaves to be said at the foot of a sheet: which edition, and whether anybody has checked it."""
    tree = LexborHTMLParser(home.read_text("utf-8"))
    name, edition, status = (
        " ".join(tree.css_first(selector).text(deep=deep).split())
        for selector, deep in ((".brand", True), (".colophon-edition dd", True), (".strip", False))
    )
    said = json.dumps(f"{name}, edition {edition}", ensure_ascii=False), json.dumps(status, ensure_ascii=False)
    return f"@page{{@bottom-left{{content:{said[0]} '\\A ' {said[1]}}}}}"
