"""The snapshot is honest: made anew it is the same, it knows nothing of where it was made, and it answers as the core does."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from guideline_core.browser import CALLS, call
from publish.bootstrap import node_tool
from publish.cache import ROOT
from publish.library import library_and_snapshot, make
from tests.casefiles import cases

PATIENT_CALLS = ("dose", "assess", "response")


def test_made_anew_it_is_the_same(tmp_path: Path) -> None:
    make(tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("library.zip", "snapshot")] == list(library_and_snapshot())


def test_nothing_of_this_machine_is_in_it() -> None:
    node = subprocess.run([node_tool("node"), "--version"], capture_output=True, text=True, check=True).stdout.strip()
    # Shorter ones stand in any text.
    named = {value for value in (*os.environ.values(), socket.gethostname()) if len(value) > 8}
    secrets = {str(ROOT), f"{Path.home()}/", node, "node_modules", *named}
    for content in library_and_snapshot():
        assert b"guideline_core" in content
        assert [each for each in secrets if each.encode() in content] == []


def start(page: Page, address: str, scripts: str) -> None:
    page.goto(f"{address}about.html")
    page.evaluate(f"""async () => {{
        const {{ start }} = await import('{address}{scripts}start.js')
        window.python = await start(new URL('{address}python/'), () => {{}})
    }}""")


def without_snapshot(page: Page) -> None:
    def answer(route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('"snapshot":', '"left out":'))

    page.route("**/python.js", answer)


@pytest.mark.parametrize("way", ["snapshot", "small"])
def test_the_browser_answers_as_the_core_does(page: Page, address: str, scripts: str, way: str) -> None:
    """Byte for byte: every case through one of the calls, and every collection."""
    if way == "small":
        without_snapshot(page)
    # Else a busy machine may take the small start for the faster one.
    page.add_init_script("AbortController.prototype.abort = () => {}")
    start(page, address, scripts)
    assert page.evaluate("python.way") == way
    calls = [(PATIENT_CALLS[n % 3], json.dumps(case.request())) for n, case in enumerate(cases())]
    calls += [(name, "{}") for name in CALLS if name not in (*PATIENT_CALLS, "verify")]
    assert len(calls) > 200
    theirs = page.evaluate("calls => calls.map(([name, json]) => python.call(name, json))", calls)
    different = [request for request, answer in zip(calls, theirs, strict=True) if answer != call(*request)]
    assert different == []


def test_restored_in_chromium_it_is_the_memory_that_was_written(page: Page, address: str, scripts: str) -> None:
    """Every byte of it, although only what differs from a fresh memory travels."""
    page.goto(f"{address}about.html")
    digest = page.evaluate(f"""async () => {{
        const [{{ read }}, {{ startFromSnapshot }}, {{ default: {{ folder, files, lock }} }}] =
            await Promise.all(['snapshot', 'pyodide', 'python'].map((name) => import(`{address}{scripts}${{name}}.js`)))
        const base = new URL(`python/${{folder}}/`, location).href
        const unpacked = async (name) => new Response((await fetch(base + files[name].file)).body.pipeThrough(new DecompressionStream('gzip')))
        const plainFetch = window.fetch
        window.fetch = async (name) => String(name).endsWith('.wasm')
            ? new Response((await unpacked('pyodide.asm.wasm')).body, {{ headers: {{ 'Content-Type': 'application/wasm' }} }})
            : plainFetch(name)
        const snapshot = read(await (await unpacked('snapshot')).arrayBuffer())
        let digest
        const restore = (memory) => {{
            snapshot.restore(memory)
            digest = crypto.subtle.digest('SHA-256', memory)
        }}
        await startFromSnapshot({{ base, library: 'nothing', lock }}, {{ ...snapshot, restore }})
        return [...new Uint8Array(await digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }}""")
    assert digest == head(library_and_snapshot()[1])["sha256"]


def head(snapshot: bytes) -> dict:
    """What stands before the pages, see docs/assets/js/snapshot.js."""
    length = int.from_bytes(snapshot[:4], "little")
    return json.loads(snapshot[4 : 4 + length])
