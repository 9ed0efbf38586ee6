"""What a browser may do with a page: nothing but run what the site itself holds. As a meta tag, and for the headers.

The theme's few inline scripts are allowed by their hashes. Moving between pages without a reload keeps the first page's
policy, so every page carries the hashes of all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

CHARSET = '<meta charset="utf-8">'
META = re.compile(r'\s*<meta http-equiv="Content-Security-Policy" content="[^"]*">')

DIRECTIVES = {
    "default-src": "'self'",
    # Python is WebAssembly: to compile that is allowed, to make code out of text is not.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}

ONLY_AS_HEADER = {"frame-ancestors": "'none'"}
"""Browsers ignore it in a meta tag."""

NOT_NEEDED = (
    "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)
"""What a browser could offer to a page, and this site never asks for."""


def policy(site: Path) -> None:
    """Writes the policy into every page, before anything that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(site)}">'
    for page in site.rglob("*.html"):
        text = META.sub("", page.read_text("utf-8"))
        assert text.count(CHARSET) == 1, f"{page.name} doesn't say its character set as it did: see what the theme does now"
        page.write_text(text.replace(CHARSET, f"{CHARSET}\n      {meta}"), "utf-8")


def headers(site: Path) -> dict[str, str]:
    """What a host should send with every file of the site."""
    return {
        "Content-Security-Policy": content_security_policy(site, ONLY_AS_HEADER),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOT_NEEDED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def content_security_policy(site: Path, more: dict[str, str] | None = None) -> str:
    hashes = " ".join(f"'{each}'" for each in sorted(set(inline_scripts(site))))
    directives = DIRECTIVES | {"script-src": f"{DIRECTIVES['script-src']} {hashes}"} | (more or {})
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def inline_scripts(site: Path) -> Iterator[str]:
    """The hash of every script that stands in a page itself; data in a script element is none."""
    for page in site.rglob("*.html"):
        for script in LexborHTMLParser(page.read_text("utf-8")).css("script:not([src])"):
            if script.attributes.get("type") in (None, "module"):
                digest = hashlib.sha256(script.text().encode()).digest()
                yield f"sha256-{base64.b64encode(digest).decode()}"
