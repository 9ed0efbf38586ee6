"""What a browser does with the built site: starts, bytes, a change of page, keystrokes."""

from __future__ import annotations

import gzip
import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
from playwright.sync_api import BrowserContext, Page, Playwright

from publish.bundle import read_manifest
from tests.bench.slow import slower
from tests.bench.ways import prepare
from tests.calculators.reader import Reader
from tests.conftest import FLAGS
from tests.runtime.shaped import TEXT, Link, compressed, shaped

CONDITIONS = {
    "fast link": (Link(), 1, ("ordinary", "ours", "floor", "pyscript")),
    "10 Mbit/s, 40 ms": (Link(megabits=10, delay=0.04), 1, ("ordinary", "ours", "floor")),
    "slow processor": (Link(), 4, ("ordinary", "ours", "floor")),
}
"""The link, how many times slower the processor is, and the ways that are compared."""
PATIENCE_MS = 180_000


@contextmanager
def visitor(playwright: Playwright, chromium: str) -> Iterator[tuple[BrowserContext, Path]]:
    """A browser with a profile of its own, and nothing in it."""
    with TemporaryDirectory(prefix="bench-profile-") as folder:
        profile = Path(folder)
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium, args=FLAGS)
        yield context, profile
        context.close()


@contextmanager
def prepared(site: Path) -> Iterator[Path]:
    """A copy of the built site with the pages that are compared."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, "site")
        shutil.copytree(site, copy)
        prepare(copy)
        for path in copy.rglob("*.*"):
            # Before any time is taken: a host has its compressed copies ready.
            if path.suffix in TEXT:
                compressed(path, path.stat().st_mtime_ns)
        yield copy


def starts(playwright: Playwright, chromium: str, site: Path, condition: str, times: int) -> dict:
    """From navigation to the first answer: the first visit and the next, in milliseconds. The ways take turns."""
    like, slow, ways = CONDITIONS[condition]
    samples = {way: [] for way in ways}
    with prepared(site) as copy:
        for _ in range(times):
            for way in ways:
                link = Link(megabits=like.megabits, delay=like.delay)
                with shaped(copy, link) as address, visitor(playwright, chromium) as (context, profile), slower(slow, profile):
                    first = _start(context.new_page(), f"{address}bench-{way}.html")
                    first["bytes"] = link.sent
                    again = _start(context.new_page(), f"{address}bench-{way}.html")
                samples[way].append((first, again))
    return {
        way: {
            "cold_ms": _median(first["ms"] for first, _ in found),
            "repeat_ms": _median(again["ms"] for _, again in found),
            "bytes": _median(first["bytes"] for first, _ in found),
            "blocked_ms": _median(first["blocked"] for first, _ in found),
            "ways": sorted({each["way"] for pair in found for each in pair}),
            "repeats": len(found),
        }
        for way, found in samples.items()
    }


def _start(page: Page, address: str) -> dict:
    page.on("pageerror", lambda error: print(f"{address}: {error}", flush=True))
    page.goto(address, timeout=PATIENCE_MS)
    page.wait_for_function("window.result", timeout=PATIENCE_MS, polling=50)
    page.wait_for_timeout(200)
    found = page.evaluate("({ ...window.result, blocked: window.blocked })")
    page.close()
    return found


def _median(numbers) -> float:
    return round(statistics.median(numbers), 1)


def sizes(site: Path) -> dict[str, dict[str, int]]:
    """Bytes of what a first answer fetches: in gzip, and in brotli at a quality that takes seconds (the best takes a minute)."""
    (described,) = site.glob("assets/**/python.js")
    manifest = read_manifest(described)
    folder = site / "python" / manifest["folder"]
    found = {}
    for name, file in manifest["files"].items():
        content = (folder / file["file"]).read_bytes()
        plain = gzip.decompress(content) if file["packed"] else content
        found[name] = {"plain": len(plain), "gzip": len(gzip.compress(plain, 9)), "brotli": len(brotli.compress(plain, quality=9, lgwin=24))}
    return found


def moves(playwright: Playwright, chromium: str, site: Path, times: int) -> dict[str, float]:
    """From the click on a link to the answer of the next page's calculator, and from a keystroke to its result."""
    clicks, keys = [], []
    with shaped(site, Link()) as address, visitor(playwright, chromium) as (context, _):
        reader = Reader(context.new_page(), address).open("azathioprine")
        reader.answers({"active_bleeding": "no", "age": "50", "pregnant": "no", "weight": {"value": "60", "unit": "kg"}})
        reader.shown()
        # The reader's clock stands still for the sake of other tests; time has to be measured by another.
        reader.page.evaluate("""() => {
            const now = () => performance.timeOrigin + performance.now()
            window.clicked = []; window.answered = []
            document.addEventListener('click', () => clicked.push(now()), true)
            document.addEventListener('input', () => clicked.push(now()), true)
            document.addEventListener('answer', () => answered.push(now()))
        }""")
        for n in range(times):
            reader.move("romiplostim" if n % 2 == 0 else "azathioprine")
            reader.shown()
            clicks.append(reader.page.evaluate("answered.at(-1) - clicked.at(-1)"))
        for n in range(times):
            reader.question("weight").locator("input").fill(str(60 + n % 2))
            reader.page.wait_for_timeout(600)
            keys.append(reader.page.evaluate("answered.at(-1) - clicked.at(-1)"))
    return {"next_calculator_ms": _median(clicks), "keystroke_ms": _median(keys), "repeats": times}


def weights(playwright: Playwright, chromium: str, site: Path) -> dict:
    """Bytes of a first visit to each page without a calculator, the search index apart."""
    found, files = {}, {}
    with visitor(playwright, chromium) as (context, _):
        for path in sorted(site.glob("*.html")):
            if "<itp-calculator" in path.read_text("utf-8"):
                continue
            link = Link()
            # Another port is another origin: nothing of it is in the cache.
            with shaped(site, link) as address:
                page = context.new_page()
                page.goto(f"{address}{path.name}", wait_until="load")
                page.wait_for_timeout(800)
                page.close()
            asked = {name.partition("?")[0]: count for name, count in link.by_path.items()}
            found[path.name] = {
                "bytes": sum(count for name, count in asked.items() if not name.startswith("/search/")),
                "python": sum(count for name, count in asked.items() if name.startswith("/python/")),
            }
            files[path.name] = sorted(asked.items(), key=lambda each: -each[1])
    heaviest = max(found, key=lambda name: found[name]["bytes"])
    index = gzip.compress((site / "search" / "search_index.json").read_bytes(), 9)
    return {"pages": found, "heaviest": heaviest, "its_files": dict(files[heaviest]), "search_index": len(index)}
