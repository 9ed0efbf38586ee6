"""Every pair of colours that the style sheets put together, in both palettes, by the formula of WCAG 2."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "docs" / "assets" / "css"
TEXT, SHAPE = 4.5, 3

PAIRS = {
    ("ink", "paper raised wash accent-wash warn-wash stop-wash ok-wash"): TEXT,
    ("soft", "paper raised wash accent-wash"): TEXT,
    ("accent", "paper raised wash accent-wash"): TEXT,
    ("warn", "paper raised wash warn-wash"): TEXT,
    ("stop", "paper raised wash stop-wash"): TEXT,
    ("ok", "paper raised wash ok-wash"): TEXT,
    ("paper", "ink accent"): TEXT,
    ("line-strong", "paper raised wash"): SHAPE,
    ("accent-line", "paper raised wash"): SHAPE,
}
"""What is drawn, what it is drawn on, and the least ratio: of words, or of a shape that says something."""

CASES = [(fore, back, least) for (fore, backs), least in PAIRS.items() for back in backs.split()]


def palettes() -> dict[str, dict[str, str]]:
    """The colours of each palette by name, as tokens.css gives them."""
    text = (CSS / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\n\}', text, re.DOTALL)
    return {scheme: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for scheme, block in blocks}


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("one, other, right", [("#000", "#fff", 21), ("#777777", "#ffffff", 4.48), ("#0b575e", "#0b575e", 1)])
def test_the_formula(one, other, right):
    assert ratio(one, other) == pytest.approx(right, abs=0.005)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("fore, back, least", CASES)
def test_a_pair_can_be_told_apart(scheme, fore, back, least):
    colours = palettes()[scheme]
    assert ratio(colours[fore], colours[back]) >= least, f"{fore} on {back} is {ratio(colours[fore], colours[back]):.2f}"


def test_both_palettes_name_the_same_colours_and_every_one_is_judged():
    light, dark = palettes().values()
    judged = {name for (fore, backs), _ in PAIRS.items() for name in (fore, *backs.split())}
    assert set(light) == set(dark) and set(light) - judged == {"line"}, "a hairline alone may be faint: it separates, and says nothing"


def test_no_sheet_but_the_tokens_names_a_colour():
    """On paper there is one palette of its own; a shadow has no colour to read."""
    sheets = sorted(set(CSS.glob("*.css")) - {CSS / "tokens.css", CSS / "print.css"})
    assert len(sheets) > 8
    for sheet, pattern in product(sheets, (r"#[0-9a-f]{3,8}\b(?![^{]*\{)", r"\b(?:white|black|red|grey|gray)\b(?=[;\s])")):
        rules = re.sub(r"/\*.*?\*/|box-shadow:[^;]*;|url\([^)]*\)", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        found = [each for each in re.findall(rf":[^;{{}}]*{pattern}", rules)]
        assert not found, f"{sheet.name}: {found}"
