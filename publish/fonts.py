"""The typefaces, cut to the characters that the site uses, with their licences, in site/assets/fonts/.

A file is named by its content, and what the pages and style sheets call assets/fonts/NAME.woff2 is renamed with it.
"""

import html
import importlib.resources
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from publish.cache import ROOT, cached
from publish.named import name_by_content

SIGNS = "–—‘’“”…′″×±µ·°⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉−≤≥≈≠√μ←→↑↓•"
ALWAYS = {*string.printable.strip(), " ", "\N{NO-BREAK SPACE}", *SIGNS}
"""Beside what the site says today, what a reader may type. Any other letter that is typed comes in a face of the system's."""

WRITTEN = ("*.html", "assets/js/*.js", "assets/css/*.css")
"""In the site: what holds text that a page shows. What a calculator says comes from the core."""


@dataclass(frozen=True)
class Face:
    name: str
    package: str
    file: str
    axes: dict[str, float | tuple[float, float]]
    """An axis that stays has two ends. One for optical size would double what a reader waits for."""
    features: tuple[str, ...]
    own_name: str = ""
    """The licence reserves the name of a face for the face as it was: what we cut is called otherwise."""


COMMON = ("kern", "mark", "ccmp", "locl")
FACES = (
    Face(
        "serif", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", {"opsz": 14, "wght": (400, 700)},
        (*COMMON, "liga", "pnum"), "Guideline Serif",
    ),
    Face(
        "serif-italic", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", {"opsz": 14, "wght": 400},
        (*COMMON, "liga", "pnum"), "Guideline Serif",
    ),
    Face("sans", "fontpkg_inter", "Inter[opsz,wght].ttf", {"opsz": 14, "wght": (400, 700)}, (*COMMON, "tnum")),
)


def fonts(site: Path) -> None:
    folder = site / "assets" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    characters = characters_of(site)
    for face in FACES:
        source = source_of(face)
        (made,) = cached(face.name, [source, Path(__file__)], lambda to: cut(face, source, characters, to), characters)
        name_by_content(site, f"assets/fonts/{face.name}.woff2", made.read_bytes())
        licence = folder / f"{face.package.removeprefix('fontpkg_')}.LICENSE.txt"
        licence.write_bytes((source.parents[1] / "LICENSE").read_bytes())


def source_of(face: Face) -> Path:
    return Path(str(importlib.resources.files(face.package))) / "files" / face.file


def characters_of(site: Path) -> str:
    """Every character of the site and of the core's answers, in order, each once."""
    return "".join(sorted(ALWAYS | {each for text in texts(site) for each in text if each.isprintable()}))


def texts(site: Path) -> Iterator[str]:
    for pattern in WRITTEN:
        for path in site.glob(pattern):
            yield html.unescape(path.read_text("utf-8"))
    for path in (ROOT / "guideline_core").rglob("*.py"):
        yield path.read_text("utf-8")


def cut(face: Face, source: Path, characters: str, folder: Path) -> None:
    """The face with these characters (those that it has), these features and these axes, compressed."""
    options = subset.Options(
        layout_features=list(face.features), hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, face.axes)
    if face.own_name:
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6):
                own = face.own_name.replace(" ", "") if record.nameID == 6 else face.own_name
                font["name"].setName(own, record.nameID, record.platformID, record.platEncID, record.langID)
    font.flavor = "woff2"
    font.save(folder / f"{face.name}.woff2", reorderTables=False)
