"""The headers in the words of the common hosts of static files, written into the site: each host reads its own file.

    _headers      Netlify, Cloudflare Pages; and publish/serve.py
    vercel.json   Vercel
    .htaccess     Apache, with mod_headers
    .nginx.conf   nginx: include it in the server block

GitHub Pages sends no headers of a site's own: there the meta tag in each page has to do.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from publish.policy import headers

FILES = ("_headers", "vercel.json", ".htaccess", ".nginx.conf")

FOR_EVER = "public, max-age=31536000, immutable"
NAMED_BY_CONTENT = r"/python/[0-9a-f]{16}/|/assets/([\w.]+/)*[^/]+\.[0-9a-f]{8}\.|/assets/js\.[0-9a-f]{8}/"
"""A path that stands for one content and no other: Python's folder, the scripts' folder, and files named by a hash."""

TYPES = {"mjs": "text/javascript", "bin": "application/octet-stream", "webmanifest": "application/manifest+json"}
"""What a host's own list may not know; a script or a module of another type doesn't run."""

COMPRESSED = "text/css text/javascript application/javascript application/json application/xml image/svg+xml"


def hosts(site: Path) -> None:
    always = headers(site)
    kept = sorted({kept_prefix(f"/{path.relative_to(site).as_posix()}") for path in site.rglob("*")} - {""})
    for name, text in zip(FILES, (netlify(always, kept), vercel(always, kept), apache(always), nginx(always)), strict=True):
        (site / name).write_text(text, "utf-8")


def kept_prefix(path: str) -> str:
    """What may be kept for ever, as the start of a path and a star where it is a whole folder; empty if it may not."""
    found = re.match(NAMED_BY_CONTENT, path)
    if not found:
        return ""
    return f"{found.group()}*" if found.group().endswith("/") else path


def netlify(always: dict[str, str], kept: list[str]) -> str:
    rules = by_path(always, kept).items()
    return "\n".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in each.items()) for path, each in rules)


def vercel(always: dict[str, str], kept: list[str]) -> str:
    rules = [
        {"source": path.replace("*", "(.*)"), "headers": [{"key": name, "value": value} for name, value in each.items()]}
        for path, each in by_path(always, kept).items()
    ]
    return json.dumps({"headers": rules}, indent=2) + "\n"


def by_path(always: dict[str, str], kept: list[str]) -> dict[str, dict[str, str]]:
    """No header is set by two rules that match one path: hosts differ in what they make of that."""
    return {"/*": always} | {path: {"Cache-Control": FOR_EVER} for path in kept}


def apache(always: dict[str, str]) -> str:
    lines = [f'Header always set {name} "{value}"' for name, value in always.items()]
    lines += [f"AddType {type} .{ending}" for ending, type in TYPES.items()]
    lines += [
        f'<If "%{{REQUEST_URI}} =~ m#{NAMED_BY_CONTENT}#">', f'  Header set Cache-Control "{FOR_EVER}"', "</If>",
        "<Else>", '  Header set Cache-Control "no-cache"', "</Else>",
    ]
    return "\n".join(lines) + "\n"


def nginx(always: dict[str, str]) -> str:
    lines = [f'add_header {name} "{value}" always;' for name, value in always.items()]
    lines += [
        "set $kept no-cache;", f'if ($uri ~ "{NAMED_BY_CONTENT}") {{ set $kept "{FOR_EVER}"; }}', "add_header Cache-Control $kept always;",
        "gzip on;", "gzip_vary on;", f"gzip_types {COMPRESSED};",
        "error_page 404 /404.html;",
    ]
    lines += [f"location ~ \\.{ending}$ {{ types {{ }} default_type {type}; }}" for ending, type in TYPES.items()]
    lines += [r"location ~ /\.(?!well-known/) { return 404; }"]
    return "\n".join(lines) + "\n"
