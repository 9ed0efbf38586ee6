"""What goes wrong on the way to an answer: the reader is told, what still works works, and no stale or half result shows."""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.calculators.reader import Reader
from tests.runtime.shaped import Link, shaped

PATIENT = {"active_bleeding": "no", "age": "50", "pregnant": "no"}

DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda content: None,
    "cut off": lambda content: content[: len(content) // 2],
    "one byte wrong": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "too long": lambda content: content + content[-9:],
    "something else": lambda content: gzip.compress(b"<html>Please log in to the network</html>"),
}
NEEDED = {
    "python.js": "could not be loaded",
    "pyodide.mjs": "could not be fetched",
    "pyodide.asm.js": "could not be fetched",
    "pyodide.asm.wasm.bin": "could not be fetched|damaged",
}


def damage(page: Page, name: str, how: str) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        body = DAMAGE[how](response.body())
        headers = {"content-type": response.headers["content-type"]}
        route.fulfill(status=404) if body is None else route.fulfill(body=body, headers=headers)

    page.route(re.compile(rf"/{re.escape(name)}$"), answer)


def says_that_it_does_not_work(reader: Reader, why: str) -> None:
    expect(reader.status).to_contain_text("This calculator is not working", timeout=40_000)
    expect(reader.status).to_contain_text(re.compile(why))
    expect(reader.status).to_contain_text("table")
    expect(reader.page.locator("table.doses").first).to_be_visible()
    assert reader.shown().text == ""


def started(page: Page) -> str:
    """Which way Python was started, see docs/assets/js/start.js."""
    return page.evaluate("""async () => {
        const { src } = document.querySelector('script[src$="wanted.js"]')
        return (await import(new URL('runtime.js', src).href)).runtime.way
    }""")


@pytest.mark.parametrize("how", [how for how in DAMAGE if how != "one byte wrong"])
@pytest.mark.parametrize("name", NEEDED)
def test_a_file_that_is_needed(reader: Reader, name: str, how: str) -> None:
    damage(reader.page, name, how)
    reader.open("azathioprine").answers(PATIENT)
    says_that_it_does_not_work(reader, NEEDED[name])


@pytest.mark.parametrize("name", ["pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm.bin"])
def test_a_single_byte_is_noticed(reader: Reader, name: str) -> None:
    damage(reader.page, name, "one byte wrong")
    reader.open("azathioprine").answers(PATIENT)
    says_that_it_does_not_work(reader, NEEDED[name])


@pytest.mark.parametrize("how", DAMAGE)
def test_without_its_snapshot_it_starts_small(reader: Reader, how: str) -> None:
    damage(reader.page, "snapshot.bin", how)
    reader.open("azathioprine").answers(PATIENT)
    assert reader.shown().pieces["regimen"]
    assert started(reader.page) == "small"


def test_a_snapshot_that_answers_wrongly_is_not_used(reader: Reader) -> None:
    """Nor is any other Python: the question whose answer is known comes before the reader's."""
    def wrongly(route: Route) -> None:
        response = route.fetch()
        before, name, answer = response.text().partition('"answer":')
        route.fulfill(response=response, body=before + name + answer.replace("romiplostim", "romiplostin"))

    reader.page.route("**/python.js", wrongly)
    reader.open("azathioprine").answers(PATIENT)
    says_that_it_does_not_work(reader, "does not answer as it should")


def test_where_webassembly_is_forbidden(reader: Reader) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers=response.headers | {"content-security-policy": "script-src 'self'"})

    reader.page.route("**/worker.js", answer)
    reader.open("azathioprine").answers(PATIENT)
    says_that_it_does_not_work(reader, "does not let the page run WebAssembly")


def test_killed_in_the_middle_of_an_answer(reader: Reader) -> None:
    reader.page.clock.install()
    reader.page.goto(f"{reader.address}azathioprine.html")
    reader._arrived()
    reader.answers(PATIENT)
    reader.page.clock.run_for(1000)
    before = reader.shown()
    reader.page.evaluate("() => { Worker.prototype.postMessage = function () { this.terminate() } }")
    reader.choose("pregnant", "yes")
    reader.page.clock.run_for(1000)
    expect(reader.result).to_have_attribute("aria-busy", "true")
    expect(reader.result.locator(".calc-answer")).to_be_hidden()
    reader.page.clock.run_for(31_000)
    says_that_it_does_not_work(reader, "Nothing has happened for 30 seconds")
    assert before.text


def test_a_link_of_2_megabits(page: Page, site: Path) -> None:
    """The way with less to fetch is taken, and the reader sees how far it has come."""
    with shaped(site, Link(megabits=2, delay=0.04)) as address:
        reader = Reader(page, address).open("azathioprine")
        reader.answers(PATIENT)
        expect(reader.status).to_contain_text(re.compile(r"Fetching Python: \d of \d MB"), timeout=20_000)
        assert reader.shown().pieces["regimen"]
        assert started(page) == "small"


def files_of(address: str, scripts: str) -> str:
    """JavaScript for what fetches the files of Python."""
    return f"""await Promise.all(['files', 'python'].map((name) => import(`{address}{scripts}${{name}}.js`)))
        .then(([{{ Files }}, {{ default: manifest }}]) => new Files(new URL(`{address}python/${{manifest.folder}}/`), manifest.files, () => {{}}))"""


def test_what_comes_out_of_the_cache_says_nothing_of_the_link(page: Page, site: Path, scripts: str) -> None:
    """A reader comes again before the snapshot was kept: the module is there at once, and the snapshot would be as late as before."""
    with shaped(site, Link(megabits=1)) as address:
        page.goto(f"{address}about.html")
        page.route("**/pyodide.asm.wasm.bin", lambda route: route.fulfill(path=next(site.glob("python/*/pyodide.asm.wasm.bin"))))
        rate = page.evaluate(f"""async () => {{
            const files = {files_of(address, scripts)}
            await files.bytes('pyodide.asm.wasm')
            files.bytes('snapshot').catch(() => {{}})
            while (files.since('snapshot') < 500) await new Promise((later) => setTimeout(later, 20))
            return files.rate
        }}""")
    # A megabit a second is 125 bytes a millisecond; the module, had it counted, would be thousands.
    assert 0 < rate < 1000


def test_a_snapshot_that_has_not_begun_to_come_says_nothing_of_the_link(page: Page, address: str, scripts: str) -> None:
    """It waits behind others, on a link of any speed: the time doesn't count until its first byte is here."""
    held = []
    page.route("**/snapshot.bin", lambda route: held.append(route))
    page.goto(f"{address}about.html")
    page.evaluate(f"""async () => {{
        window.files = {files_of(address, scripts)}
        window.snapshot = files.bytes('snapshot')
        await files.bytes('library.zip')
        await new Promise((later) => setTimeout(later, 50))
    }}""")
    assert page.evaluate("[files.since('library.zip') > 0, files.since('snapshot')]") == [True, 0]
    held[0].continue_()
    assert page.evaluate("snapshot.then(() => [files.since('snapshot') > 0, files.rate])") == [True, math.inf]


def test_the_link_is_not_judged_when_the_thread_was_busy(page: Page, address: str, scripts: str) -> None:
    """What has come in meanwhile is not counted yet: a look that comes late is left out, and the next one counts."""
    page.goto(f"{address}about.html")
    given_up = page.evaluate(f"""async () => {{
        const [{{ Files }}, {{ start }}] = await Promise.all(['files', 'start'].map((name) => import(`{address}{scripts}${{name}}.js`)))
        let now = 0, look, ofSnapshot
        performance.now = () => now
        window.setInterval = (act) => (look = act)
        const never = new Promise(() => {{}})
        Object.assign(Files.prototype, {{
            open: () => never, check: () => never, since: () => now, missing: (name) => name === 'snapshot' ? 2_000_000 : 0,
            bytes: (name, signal) => {{ ofSnapshot ??= signal; return never }},
        }})
        Object.defineProperty(Files.prototype, 'rate', {{ get: () => 1 }})
        start(new URL('{address}python/'), () => {{}})
        return [1000, 1040].map((time) => {{ now = time; look(); return ofSnapshot.aborted }})
    }}""")
    assert given_up == [False, True]


def test_a_link_that_stalls(page: Page, site: Path) -> None:
    with shaped(site, Link(stall_after=2_500_000)) as address:
        page.clock.install()
        reader = Reader(page, address)
        page.goto(f"{address}azathioprine.html")
        reader._arrived()
        reader.answers(PATIENT)
        page.clock.run_for(1000)
        expect(reader.status).to_contain_text("Fetching Python", timeout=20_000)
        page.wait_for_timeout(3000)
        page.clock.run_for(31_000)
        says_that_it_does_not_work(reader, "Nothing has happened for 30 seconds")


def test_two_hundred_answers_in_a_second(reader: Reader) -> None:
    """The last one wins, and none is shown beside other answers than its own."""
    reader.open("romiplostim").answers(PATIENT | {"weight": {"value": "60", "unit": "kg"}})
    reader.shown()
    reader.page.evaluate("""async () => {
        window.told = []
        const box = document.querySelector('[data-question=weight] input')
        document.addEventListener('answer', ({ detail }) => told.push([detail?.request.answers.weight.value, box.value]))
        for (let n = 1; n <= 200; n++) {
            box.value = (40 + n / 10).toFixed(1)
            box.dispatchEvent(new Event('input', { bubbles: true }))
            // The end of a change asks at once, as a click on the arrows of a field does.
            if (n % 5 === 0) box.dispatchEvent(new Event('change', { bubbles: true }))
            await new Promise((later) => setTimeout(later, 5))
        }
    }""")
    shown = reader.shown()
    assert shown.request["answers"]["weight"]["value"] == "60.0"
    told = reader.page.evaluate("told")
    assert told[-1] == ["60.0", "60.0"]
    assert [each for each in told if each[0] != each[1]] == []
