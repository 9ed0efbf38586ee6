"""Icons and cards: there, of the size that is said of them, and nothing cut off."""

from __future__ import annotations

import struct

import pytest

from publish.built import Site
from publish.pictures import CARD, FULL_ICONS, ICONS, LEDE, TITLE
from guideline_core.itp import GUIDELINE


def size(path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:24])


def test_icons_have_the_size_in_their_name(site):
    wanted = ICONS | {name: width for name, (width, _) in FULL_ICONS.items()}
    assert {name: size(site / "assets/img" / name) for name in wanted} == {name: (width, width) for name, width in wanted.items()}


def test_every_page_has_a_card_and_tells_other_sites_where(site):
    pages = Site(site, GUIDELINE).pages
    home = pages["index.html"].tree.css_first('link[rel="canonical"]').attributes["href"].removesuffix("index.html")
    for name, page in pages.items():
        said = {node.attributes.get("property"): node.attributes["content"] for node in page.tree.css("meta[property]")}
        if name == "404.html":
            assert not said
            continue
        assert said["og:url"] == home + name
        assert size(site / said["og:image"].removeprefix(home)) == CARD


@pytest.mark.parametrize("kind", [TITLE, LEDE])
def test_lines_break_between_words_and_lose_none(kind):
    text = "Azathioprine, mycophenolate and ciclosporin together for refractory thrombocytopenia"
    lines = kind.lines(text, 600)
    assert len(lines) > 1 and " ".join(lines) == text
    assert kind.lines(text, 10_000) == [text]
