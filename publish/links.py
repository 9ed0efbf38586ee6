"""Checks of the built site's addresses: links lead somewhere, and nothing is asked of another host."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from publish.built import Checked, Page, Site

MAY_LINK_OUT = ("sources.html",)
"""Pages on which a plain link may lead to another host: a reader follows it, the page doesn't."""

_FETCHED = (
    ("img", "src"), ("img", "srcset"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("source", "srcset"),
    ("video", "src"), ("audio", "src"), ("object", "data"), ("embed", "src"), ("use", "href"),
)
_NOT_FETCHED = {"canonical", "prev", "next", "alternate"}
"""Links in a page's head that a browser doesn't fetch."""

_IN_SHEETS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


def links(site: Site) -> Checked:
    """Every link and anchor inside the site leads somewhere; none leads out, save from the list of sources."""
    for page, node in site.each("a[href]"):
        href = node.attributes["href"] or ""
        if urlsplit(href).scheme in ("http", "https") or href.startswith("//"):
            allowed = page.name in MAY_LINK_OUT or _own(site, href)
            yield None if allowed else (page.name, f"the link {href} leads out of the site")
        else:
            yield _lost(site, page, href)


def requests(site: Site) -> Checked:
    """What a page or a style sheet fetches is part of the site."""
    for name, attribute in _FETCHED:
        for page, node in site.each(f"{name}[{attribute}]"):
            yield _fetched(site, page.name, (node.attributes[attribute] or "").split(" ")[0])
    for page, node in site.each("link[href]"):
        if not _NOT_FETCHED & set((node.attributes.get("rel") or "").split()):
            yield _fetched(site, page.name, node.attributes["href"] or "")
    for sheet in sorted(site.folder.rglob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for quoted, imported in _IN_SHEETS.findall(text):
            yield _fetched(site, sheet.relative_to(site.folder).as_posix(), quoted or imported)


def _lost(site: Site, page: Page, href: str) -> tuple[str, str] | None:
    target = urlsplit(urljoin(f"/{page.name}", href))
    if target.scheme:
        return page.name, f"the link {href} is of a kind that this site doesn't use"
    path = unquote(target.path).lstrip("/")
    path = f"{path}index.html" if not path or path.endswith("/") else path
    if not (site.folder / path).is_file():
        return page.name, f"the link {href} leads to {path}, which isn't there"
    anchor = unquote(target.fragment)
    # The theme's own switches are no anchors.
    if anchor and not anchor.startswith("__") and path in site.pages and not site.pages[path].ids[anchor]:
        return page.name, f"the link {href} leads to #{anchor}, which isn't on {path}"
    return None


def _fetched(site: Site, name: str, address: str) -> tuple[str, str] | None:
    if address.startswith(("data:", "#")):
        return None
    target = urlsplit(urljoin(f"/{name}", address))
    if target.scheme or target.netloc:
        return None if _own(site, address) else (name, f"it fetches {address} from another host")
    there = (site.folder / unquote(target.path).lstrip("/")).is_file()
    return None if there else (name, f"it fetches {address}, which isn't there")


def _own(site: Site, address: str) -> bool:
    """Whether an absolute address is one of this site's own, as its home page gives itself."""
    home = site.pages.get("index.html")
    canonical = home.tree.css_first('link[rel="canonical"]') if home else None
    return canonical is not None and address.startswith(canonical.attributes["href"].removesuffix("index.html"))
