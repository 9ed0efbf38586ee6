"""`make screenshots`: the pages that the README shows, as they are now, in docs/assets/readme/."""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from publish.bootstrap import VENV
from publish.serve import serving
from tests.conftest import FLAGS, ROOT, SITE

TARGET = ROOT / "docs" / "assets" / "readme"
SHOWN = {
    "index": (1280, 860, "light"),
    "azathioprine": (1280, 900, "light"),
    "options": (1280, 900, "dark"),
    "pathway": (1280, 900, "light"),
    "eligibility": (390, 844, "light"),
    "plain-words": (390, 844, "dark"),
}
"""Width and height of the window, and the palette."""


def main(site: Path = SITE) -> None:
    browser = os.environ.get("CHROMIUM") or (VENV / "chromium-path").read_text()
    with serving(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        for name, (width, height, palette) in SHOWN.items():
            window = {"width": width, "height": height}
            page = chromium.new_page(viewport=window, color_scheme=palette, service_workers="block")
            page.goto(f"{address}{name}.html", wait_until="networkidle")
            page.screenshot(path=TARGET / f"{name}.png")
            page.close()
        chromium.close()


if __name__ == "__main__":
    main()
