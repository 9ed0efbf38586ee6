"""Every built page is valid HTML, as html-validate has it, but for what the builder and its theme write."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from publish.bootstrap import TOOLS, node_tool

RULES = {
    "extends": ["html-validate:recommended"],
    "root": True,
    "rules": {
        # The theme's templates leave the space between their blocks.
        "no-trailing-whitespace": "off",
        # The theme writes the doctype small, and Python-Markdown closes void elements with a slash: HTML allows both.
        "doctype-style": "off",
        "void-style": "off",
        # The names of the theme's switches begin with "__": an id may hold anything but a space.
        "valid-id": ["error", {"relaxed": True}],
        # Checkboxes of one question share its name, as radio buttons do.
        "form-dup-name": ["error", {"shared": ["radio", "checkbox", "button", "reset", "submit"]}],
    },
}

ALLOWED = {
    # Checkboxes that a browser mustn't fill in when a reader comes back: the theme's switches, and one of ours.
    "valid-autocomplete": re.compile(r"#__(drawer|search)|.* > itp-audience > label > input"),
    # The theme's search answers as one types, and its palette as one chooses: there is nothing to submit.
    "wcag/h32": re.compile(r"html > body > .*header\b.* > form"),
}
"""Rules that are broken, and where they may be."""


def findings(pages, folder) -> list[str]:
    config, report = folder / "rules.json", folder / "found.json"
    config.write_text(json.dumps(RULES))
    tool = TOOLS / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    done = subprocess.run(
        [node_tool("node"), tool, "--config", config, "--formatter", f"json={report}", *pages],
        capture_output=True, text=True, cwd=TOOLS,
    )
    assert report.exists(), done.stdout + done.stderr
    return [
        f"{page['filePath'].rpartition('/')[2]}:{said['line']}: {said['ruleId']}: {said['message']} ({said['selector']})"
        for page in json.loads(report.read_text())
        for said in page["messages"]
        if not (said["ruleId"] in ALLOWED and ALLOWED[said["ruleId"]].fullmatch(said["selector"] or ""))
    ]


def test_every_page_is_valid(site, tmp_path):
    pages = sorted(site.glob("*.html"))
    assert len(pages) > 20
    assert findings(pages, tmp_path) == []


@pytest.mark.parametrize("old, new, rule", [
    ("</h1>", "</h2>", "close-order"),
    ("<h1", '<img src="assets/img/mark.svg"><h1', "wcag/h37"),
    ("</main>", '<form id="f"></form></main>', "wcag/h32"),
])
def test_it_finds_what_is_broken(site, tmp_path, old, new, rule):
    page = tmp_path / "404.html"
    shutil.copyfile(site / page.name, page)
    page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert any(f": {rule}: " in each for each in findings([page], tmp_path))
