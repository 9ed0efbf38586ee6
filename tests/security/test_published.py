"""What is published beside the pages: the bill of materials, the checksums, and the same bytes at each build."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from publish.cache import sha256
from tests.conftest import BUILT_FROM, ROOT

NAMES = {"guideline-core", "mkdocs-material", "lunr", "fontpkg-inter", "fontpkg-source-serif-4", "pyodide", "cpython", "iframe-worker"}


def test_bill_of_materials_is_valid_and_names_all_with_licences(site: Path) -> None:
    text = (site / "bom.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    listed = json.loads(text)["components"]
    assert {each["name"] for each in listed} == NAMES
    assert all(each["version"] and each["licenses"] for each in listed)


def test_bill_of_materials_knows_every_package_that_the_build_takes_files_from() -> None:
    """A file that a publish step copies comes from a package: from node_modules, or from one for typefaces."""
    text = "".join(path.read_text("utf-8") for path in (ROOT / "publish").glob("*.py"))
    copied = set(re.findall(r'(?:NODE_MODULES|"node_modules") / "(?!stamp)([\w-]+)"', text)) | {
        name.replace("_", "-") for name in re.findall(r'"(fontpkg_\w+)"', text)
    }
    assert copied and copied <= NAMES


def test_checksums_are_of_every_file(site: Path) -> None:
    listed = dict(reversed(line.split("  ", 1)) for line in (site / "SHA256SUMS").read_text("utf-8").splitlines())
    there = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    assert listed == {name: sha256(path.read_bytes()) for name, path in there.items() if name != "SHA256SUMS"}


def test_two_builds_in_two_folders_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Built again from a copy of the sources elsewhere, on another day. What the build keeps by its content is taken from the
    first, since it takes minutes: tests/runtime/test_snapshot.py makes that anew."""
    for name in (*BUILT_FROM, "tests", "pyproject.toml", "LICENSE", "README.md"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    (tmp_path / "publish" / "node_modules").symlink_to(ROOT / "publish" / "node_modules")
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    later = os.environ | {"SOURCE_DATE_EPOCH": "1900000000", "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati"}
    for command in (["mkdocs", "build", "--strict", "--quiet"], ["publish", "site"]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, env=later, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    assert sums(tmp_path / "site") == sums(site)


def sums(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): sha256(path.read_bytes()) for path in sorted(site.rglob("*")) if path.is_file()}
    assert len(found) > 50
    return found
