"""`make engines`: a calculator in Firefox and in WebKitGTK, started in both ways, kept for use without a network.

The answer is that of a case worked out by hand. Each start has an address of its own, so that nothing is kept from the one
before. engines.json beside this file holds what was seen, whether it was right or not.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from publish.bootstrap import MEASURES, node_tool
from publish.records import core_digest
from publish.serve import Handler, serving
from tests.calculators.reader import COME_NEAR, PATIENCE, READ, TYPE
from tests.casefiles import cases
from tests.conftest import SITE

RESULT = Path(__file__).with_suffix(".json")
CASE, REGIMEN = "C01", "aza-dose-weight"
PAGE = "azathioprine.html"
DOSE = r"\S+ to \S+ mg a day"
SNAPSHOT, LIBRARY, SERVICE_WORKER = "/snapshot.bin", "/library.zip.bin", "/service-worker.js"


class Engine(Protocol):
    """`ask` takes the source of an expression, waits where that is a promise, and answers with what JSON can hold."""

    version: str

    def goto(self, address: str) -> None: ...
    def ask(self, script: str) -> object: ...
    def requested(self) -> list[str]: ...
    def close(self) -> None: ...


class Firefox:
    def __init__(self) -> None:
        browser = shutil.which("firefox-esr") or shutil.which("firefox")
        if not browser:
            raise OSError("there is no Firefox on this machine")
        command = [node_tool("node"), MEASURES / "firefox.mjs", browser]
        self._bridge = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.version = self._heard()["version"].replace("/", " ").capitalize()

    def goto(self, address: str) -> None:
        self._told(goto=address)

    def ask(self, script: str) -> object:
        return self._told(ask=script).get("said")

    def requested(self) -> list[str]:
        return self._told()["requested"]

    def close(self) -> None:
        self._bridge.communicate(timeout=PATIENCE)

    def _told(self, **command: str) -> dict:
        print(json.dumps(command), file=self._bridge.stdin, flush=True)
        return self._heard()

    def _heard(self) -> dict:
        line = self._bridge.stdout.readline()
        if not line:
            raise OSError("Firefox has gone")
        return json.loads(line)


class WebKit:
    """What the page and its worker may ask for elsewhere is forbidden by the site's headers; this sees what the page did."""

    def __init__(self) -> None:
        driver = shutil.which("WebKitWebDriver")
        (browser, *_) = [*sorted(Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser")), None]
        if not driver or not browser:
            raise OSError("there is no WebKitGTK with its driver on this machine")
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        self._driver = webdriver.WebKitGTK(options=options, service=Service(driver))
        self._driver.set_script_timeout(PATIENCE)
        self.version = f"WebKitGTK {self._driver.capabilities['browserVersion']}"
        self._requested: list[str] = []

    def goto(self, address: str) -> None:
        self._look()
        self._driver.get(address)

    def ask(self, script: str) -> object:
        return self._driver.execute_async_script(f"Promise.resolve({script}).then(arguments[0])")

    def requested(self) -> list[str]:
        self._look()
        return self._requested

    def close(self) -> None:
        self._driver.quit()

    def _look(self) -> None:
        self._requested += self.ask("performance.getEntries().map(({ name }) => name).filter((name) => name.includes(':'))")


def main(site: Path = SITE) -> int:
    seen = [looked_at(name, start, site) for name, start in {"Firefox": Firefox, "WebKitGTK": WebKit}.items()]
    for engine in seen:
        print(engine["engine"])
        for what, found in engine["seen"].items():
            print(f"  {what:<42}{found}")
    record = {"date": date.today().isoformat(), "core": core_digest(), "case": CASE, "engines": seen}
    RESULT.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0 if all(engine["right"] for engine in seen) else 1


def looked_at(name: str, start: Callable[[], Engine], site: Path) -> dict:
    (case,) = (case for case in cases("dose") if case.id == CASE)
    expected = case.expect["regimens"][REGIMEN]
    dose = f"{expected['low']} to {expected['high']} {expected['unit'].replace('/d', ' a day')}"
    wanted = {
        "snapshot": f"{dose}, by the snapshot",
        "no snapshot to be had": f"{dose}, by the small start",
        "service worker in between": dose,
        "server stopped": dose,
        "requests elsewhere": "none",
    }
    version, seen = name, {}
    try:
        with closing(start()) as engine:
            version = engine.version
            for what, found in visits(engine, site, case.answers):
                seen[what] = found
    except Exception as problem:  # whatever a driver raises is what was seen of this engine
        seen["came to a stop"] = str(problem).partition("\n")[0]
    return {"engine": version, "right": seen == wanted, "seen": seen}


def visits(engine: Engine, site: Path, answers: dict) -> Iterator[tuple[str, str]]:
    addresses = []
    for what, missing in {"snapshot": (), "no snapshot to be had": (SNAPSHOT,)}.items():
        with served(site, SERVICE_WORKER, *missing) as (address, asked):
            addresses.append(address)
            dose = answered(engine, address, answers)
            way = "small start" if any(path.endswith(LIBRARY) for path in asked) else "snapshot"
            yield what, f"{dose}, by the {way}"
    with ExitStack() as stack:
        address, _ = stack.enter_context(served(site))
        addresses.append(address)
        engine.goto(address)
        until(engine, "!!navigator.serviceWorker?.controller", "no service worker took the page over")
        yield "service worker in between", answered(engine, address, answers)
        until(engine, KEPT, "Python was not kept")
        stack.close()
        yield "server stopped", answered(engine, address, answers)
    requested = engine.requested()
    if not requested:
        raise OSError("no request was seen at all")
    own = (*addresses, "data:", "blob:", "about:")
    yield "requests elsewhere", ", ".join(sorted({url for url in requested if not url.startswith(own)})) or "none"


KEPT = f"""
caches.keys()
  .then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
  .then((kept) => ['{SNAPSHOT}', '{LIBRARY}'].every((end) => kept.flat().some(({{ url }}) => url.endsWith(end))))
"""


def answered(engine: Engine, address: str, answers: dict) -> str:
    """Types the case into the form; the first dose that stands in the regimen's result then, as a reader sees it."""
    engine.goto(f"{address}{PAGE}")
    engine.ask(f"(() => {{ {COME_NEAR} }})()")
    until(engine, "!!document.querySelector('fieldset.calc-form:not([disabled])')", "the form stayed shut")
    calculator = "document.querySelector('itp-calculator')"
    asked = engine.ask(f"[...{calculator}.querySelectorAll('[data-question]')].map((each) => each.dataset.question)")
    rows = [(id, raw) for id, raw in answers.items() if id in asked]
    engine.ask(f"JSON.stringify(({TYPE})({calculator}, {json.dumps(rows)}))")
    until(engine, f"{calculator}.querySelector('.calc-result').getAttribute('aria-busy') !== 'true'", "no answer came")
    shown = json.loads(engine.ask(f"({READ})({calculator})"))
    text = dict(shown["pieces"]["regimen"])[REGIMEN]["text"]
    dose = re.search(DOSE, text)
    return dose.group() if dose else f"no dose in “{text}”"


def until(engine: Engine, condition: str, otherwise: str) -> None:
    end = time.monotonic() + PATIENCE
    while not engine.ask(condition):
        if time.monotonic() > end:
            raise TimeoutError(f"{otherwise} within {PATIENCE} s")
        time.sleep(0.1)


@contextmanager
def served(site: Path, *missing: str) -> Iterator[tuple[str, list[str]]]:
    """The site without the files that end so; yields its address, and the paths that it is asked for."""
    asked: list[str] = []

    class Missing(Handler):
        # A connection that is kept open would be answered after the server has stopped.
        protocol_version = "HTTP/1.0"

        def do_GET(self) -> None:
            asked.append(self.path)
            if self.path.endswith(missing):
                self.send_error(404)
            else:
                super().do_GET()

        def log_error(self, *_: object) -> None:
            """What is missing here is meant to be."""

    with serving(site, handler=Missing) as address:
        yield address, asked


if __name__ == "__main__":
    sys.exit(main())
