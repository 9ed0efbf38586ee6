"""The walls of the house: who may import whom, and where a clinical number may stand."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from guideline_core.itp import GUIDELINE

ROOT = Path(__file__).parents[1]
CORE = ROOT / "guideline_core"

FORBIDDEN = {
    "model": ("guideline_core.itp", "guideline_core.engine", "guideline_core.exports", "guideline_core.browser"),
    "itp": ("guideline_core.engine", "guideline_core.exports", "guideline_core.browser"),
    "engine": ("guideline_core.itp", "guideline_core.exports", "guideline_core.browser"),
    "exports": ("guideline_core.itp", "guideline_core.browser"),
}


def modules(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.py"))
    assert found, f"no module in {folder}"
    return found


def imports(path: Path) -> set[str]:
    """Every module that the file imports, relative ones resolved."""
    package = path.relative_to(ROOT).with_suffix("").parts
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level]
            stem = ".".join((*base, node.module) if node.module else base) if node.level else node.module
            found |= {stem, *(f"{stem}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", modules(CORE), ids=lambda p: str(p.relative_to(CORE)))
def test_standard_library_only(path: Path) -> None:
    outside = {name.partition(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"guideline_core"}
    assert outside == set()


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_arrows_run_one_way(folder: str) -> None:
    for path in modules(CORE / folder):
        broken = [name for name in imports(path) if name.startswith(FORBIDDEN[folder])]
        assert not broken, f"{path.relative_to(ROOT)} imports {broken}"


ALLOWED = {0, 1, 2, 3, 4, 8, 10, 12, 75, 100}
"""Not clinical: halves, places of decimals, months in a year, centimetres in a metre, per cent, a calendar file's line."""


@pytest.mark.parametrize("folder", ["engine", "exports"])
def test_no_clinical_number(folder: str) -> None:
    for path in modules(CORE / folder):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            number = isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
            if number and node.value not in ALLOWED:
                raise AssertionError(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value} stands in the code")


DOSED = re.compile(r"\d\s*(mg|kg|micrograms?|months?|weeks?|mL|10⁹|g/m²)\b")


def written(path: Path) -> list[tuple[int, str]]:
    """The text of a file without its documentation: strings of Python that aren't docstrings, lines of script that aren't comments."""
    if path.suffix == ".js":
        lines = enumerate(path.read_text("utf-8").splitlines(), 1)
        return [(number, line) for number, line in lines if not line.strip().startswith(("*", "/*", "//"))]
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documentation)
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


def test_macros_and_script_hold_no_clinical_number() -> None:
    for path in [*modules(ROOT / "macros"), *sorted((ROOT / "docs/assets/js").glob("*.js"))]:
        for number, text in written(path):
            assert not DOSED.search(text), f"{path.relative_to(ROOT)}:{number}: {text.strip()}"


def test_the_package_has_the_version_of_the_edition() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert package["project"]["version"] == GUIDELINE.edition.version
