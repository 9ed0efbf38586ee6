"""The pages that are measured, and how each is opened: at both widths, in both palettes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))
assert len(NAMES) > 20, "the pages stand elsewhere now"

CALCULATORS = ("azathioprine", "dose", "eligibility", "response", "planner")
"""One of the small ones, and the others."""
ANSWERS = {
    "active_bleeding": "no", "age": "34", "pregnant": "no",
    "weight": {"value": "62", "unit": "kg"}, "azathioprine_months": {"value": "4", "unit": "mo"},
    "plan_regimen": "aza-dose-weight", "plan_start": "2026-12-01",
}
"""Each calculator takes of these what it asks for."""

WIDTHS = (1280, 390)
PALETTES = ("light", "dark")
AXE = ROOT / "tests" / "tools" / "node_modules" / "axe-core" / "axe.min.js"

LAID_OUT = """
() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}
"""
"""Also what a page lays out only when it comes near."""

RUN = """
async (exclude) => {
  const rules = { 'target-size': { enabled: true } }
  const { violations } = await axe.run({ exclude }, { rules, resultTypes: ['violations'] })
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}: ${node.any.concat(node.all, node.none)[0]?.message}`))
}
"""


def look(page: Page, width: int, palette: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=palette)
    scheme = {"light": "default", "dark": "slate"}[palette]
    page.wait_for_selector(f'body[data-md-color-scheme="{scheme}"]')
    page.evaluate(LAID_OUT)


def violations(page: Page, *exclude: str) -> list[str]:
    """What axe-core finds on the page as it stands, from its top; it is brought in past the page's policy."""
    page.evaluate("scrollTo(0, 0)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN, list(exclude))
