"""The typefaces, copied into site/assets/fonts/ under names that a style sheet can rely on, with their licences."""

import shutil
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent / "node_modules" / "@fontsource-variable"

# Variable in weight alone: an axis for optical size would more than double what a reader waits for.
FACES = {
    "source-serif-4": "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    "source-serif-4-italic": "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    "source-serif-4-ext": "source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
    "source-serif-4-ext-italic": "source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2",
    "inter": "inter/files/inter-latin-wght-normal.woff2",
    "inter-ext": "inter/files/inter-latin-ext-wght-normal.woff2",
}


def fonts(site: Path) -> None:
    folder = site / "assets" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in FACES.items():
        shutil.copyfile(PACKAGES / source, folder / f"{name}.woff2")
    for family in ("source-serif-4", "inter"):
        shutil.copyfile(PACKAGES / family / "LICENSE", folder / f"{family}.LICENSE.txt")
