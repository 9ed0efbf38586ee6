"""What several folders of tests share: the built site, and a browser on it."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from publish.serve import serving

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
BUILT_FROM = ("docs", "guideline_core", "macros", "publish", "mkdocs.yml")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder that `make site` leaves, built anew only where something that it is built from has changed."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (ROOT / ".cache" / "site.lock").open("w") as lock:
        # pytest-xdist runs a session in each of its workers: one builds, the others wait and use the same.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _built_at() <= max(path.stat().st_mtime for path in _inputs()) or not _is_plain():
            _build()
    return SITE


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "no Chromium: `make test` fetches one, or set CHROMIUM to its path"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        # A service worker would answer in place of what a test puts on the way; tests/offline/ lets it in.
        chromium.new_context = partial(chromium.new_context, service_workers="block")
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, with nothing remembered."""
    with browser.new_context(timezone_id="UTC", locale="en-GB") as context:
        yield context.new_page()


def _built_at() -> float:
    """When the last step of a build was done; the dawn of time where one is missing."""
    marks = (SITE / "index.html", SITE / "SHA256SUMS")
    return min((mark.stat().st_mtime if mark.exists() else 0 for mark in marks))


def _is_plain() -> bool:
    """For the address that a build would be for now, and without a PDF: `make serve PORT=8001` and `make pdf` leave others."""
    addresses = (SITE / "sitemap.xml").read_text("utf-8")
    return f"<loc>{os.environ.get('SITE_URL', '')}" in addresses and not any(SITE.glob("**/*.pdf"))


def _inputs() -> Iterator[Path]:
    # What took too long for a build, and is shown on pages.
    yield from ROOT.glob("tests/*/*.json")
    for name in BUILT_FROM:
        path = ROOT / name
        if path.is_file():
            yield path
            continue
        for folder, inner, files in os.walk(path):
            inner[:] = [each for each in inner if each not in ("__pycache__", "node_modules")]
            yield from (Path(folder) / each for each in files)


def _build() -> None:
    for command in (["mkdocs", "build", "--strict", "--quiet"], ["publish", "site"]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}"
