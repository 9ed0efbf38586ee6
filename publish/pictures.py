"""Pictures of the site that stand outside its pages: icons, and for each page the card that a shared link shows."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from selectolax.lexbor import LexborHTMLParser

from publish.bootstrap import node_tool
from publish.cache import ROOT, cached
from publish.fonts import FACES, Face, source_of

MARK = ROOT / "docs" / "assets" / "img" / "mark.svg"
TILE = re.compile(r'viewBox="0 0 24 24"><rect width="24" height="24" rx="[^"]+"')

ICONS = {"icon-192.png": 192, "icon-512.png": 512}
"""The mark as it is, with its round corners."""

FULL_ICONS = {"apple-touch-icon.png": (180, 2), "icon-maskable-512.png": (512, 4.5)}
"""For systems that cut the corners themselves: to the edge, with a rim (in units of the mark) that a cut may take."""

PAPER, INK, SOFT, ACCENT, LINE = "#fcfbf8", "#1b2226", "#566168", "#0b575e", "#c9c5bb"
CARD = (1200, 630)
SIDE = 84


def pictures(site: Path) -> None:
    images, cards = site / "assets" / "img", site / "assets" / "img" / "cards"
    cards.mkdir(parents=True, exist_ok=True)
    drawings = [{"svg": svg, "width": width, "target": str(images / name)} for name, svg, width in icons()]
    for page in sorted(site.glob("*.html")):
        drawings.append({"svg": card(page), "width": CARD[0], "target": str(cards / f"{page.stem}.png")})
    subprocess.run(
        [node_tool("node"), Path(__file__).with_name("draw.mjs"), *(type.file for type in TYPES)],
        input=json.dumps(drawings), text=True, check=True,
    )


def icons() -> Iterator[tuple[str, str, int]]:
    mark = MARK.read_text("utf-8")
    yield from ((name, mark, width) for name, width in ICONS.items())
    for name, (width, rim) in FULL_ICONS.items():
        room = 24 + 2 * rim
        yield name, TILE.sub(f'viewBox="{-rim} {-rim} {room} {room}"><rect x="{-rim}" y="{-rim}" width="{room}" height="{room}"', mark), width


# Cards


@dataclass(frozen=True)
class Type:
    """A face at one weight and size, as a drawing needs it: its file, its name, and how long a line is."""

    face: Face
    weight: int
    optical: int
    size: float
    leading: float

    @property
    def file(self) -> Path:
        wanted = f"{self.weight} {self.optical}"
        (made,) = cached(f"{self.face.name}-still", [source_of(self.face), Path(__file__)], self._still, wanted)
        return made

    @property
    def family(self) -> str:
        return f"{self.face.name}{self.weight}"

    def _still(self, folder: Path) -> None:
        font = TTFont(source_of(self.face), recalcTimestamp=False)
        font = instancer.instantiateVariableFont(font, {"wght": self.weight, "opsz": self.optical})
        for record in list(font["name"].names):
            if record.nameID in (16, 17, 25):
                font["name"].removeNames(record.nameID)
            elif record.nameID in (1, 4, 6):
                font["name"].setName(self.family, record.nameID, record.platformID, record.platEncID, record.langID)
            elif record.nameID == 2:
                font["name"].setName("Regular", 2, record.platformID, record.platEncID, record.langID)
        font["OS/2"].usWeightClass = 400
        font.save(folder / f"{self.family}.ttf", reorderTables=False)

    def lines(self, text: str, room: float) -> list[str]:
        """The text in lines that fit, as many as it takes."""
        font = TTFont(self.file)
        letters, widths, unit = font.getBestCmap(), font["hmtx"], self.size / font["head"].unitsPerEm
        found: list[str] = [""]
        for word in text.split():
            longer = f"{found[-1]} {word}".strip()
            if found[-1] and sum(widths[letters[ord(each)]][0] for each in longer) * unit > room:
                found.append(word)
            else:
                found[-1] = longer
        return found

    def text(self, lines: list[str], x: float, y: float, colour: str, anchor: str = "start") -> str:
        style = f'font-family="{self.family}" font-size="{self.size}" fill="{colour}" text-anchor="{anchor}"'
        rows = enumerate(lines)
        return "".join(f'<text x="{x}" y="{y + n * self.leading}" {style}>{escape(line)}</text>' for n, line in rows)


SERIF, SANS = FACES[0], FACES[2]
TITLE = Type(SERIF, 560, 48, 78, 84)
LEDE = Type(SERIF, 400, 24, 34, 47)
NAME = Type(SANS, 650, 24, 30, 36)
FOOT = Type(SANS, 500, 20, 23, 30)
TYPES = (TITLE, LEDE, NAME, FOOT)
RULE = 530


def card(page: Path) -> str:
    """The site's mark and name, the page's title and what it holds, and whether anybody has reviewed it."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    site_name = tree.css_first(".brand").text(strip=True)
    description = tree.css_first('meta[name="description"]').attributes["content"]
    title = TITLE.lines(tree.css_first("h1").text(deep=False, strip=True), CARD[0] - 2 * SIDE)
    top = {1: 232, 2: 212}.get(len(title), 194)
    below = top + (len(title) - 1) * TITLE.leading + 76
    # As much of it as there is room for: all, its first sentence, or nothing.
    parts = (LEDE.lines(text, CARD[0] - 2 * SIDE) for text in (description, description.partition(". ")[0].rstrip(".") + "."))
    lede = next((lines for lines in parts if below + (len(lines) - 1) * LEDE.leading < RULE - 24), [])
    return "".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CARD[0]} {CARD[1]}"><rect width="100%" height="100%" fill="{PAPER}"/>',
        MARK.read_text("utf-8").replace("<svg ", f'<svg x="{SIDE}" y="64" width="52" height="52" '),
        NAME.text([site_name], SIDE + 72, 101, INK),
        TITLE.text(title, SIDE - 3, top, INK),
        LEDE.text(lede, SIDE, below, SOFT),
        f'<path d="M{SIDE} {RULE}H{CARD[0] - SIDE}" stroke="{LINE}" stroke-width="2"/>',
        FOOT.text([tree.css_first(".strip").text(deep=False, strip=True)], SIDE, RULE + 44, INK),
        FOOT.text([tree.css_first(".colophon-edition dd").text(strip=True)], CARD[0] - SIDE, RULE + 44, ACCENT, "end"),
        "</svg>",
    ))
