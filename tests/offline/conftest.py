"""A reader whose browser may keep the site, and a host that can go away, stall, and come back with another edition."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from guideline_core.itp import GUIDELINE
from publish.offline import offline
from tests.conftest import ROOT

NEXT = dataclasses.replace(GUIDELINE.edition, version="2027.1.0", changes=("A made-up dose was mended.",))


class Host:
    """At one address all the while, as a reader's browser sees it; a process, so that its end cuts every connection."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.running = contextlib.ExitStack()

    def serve(self, folder: Path) -> None:
        self.stop()
        command = [sys.executable, "-m", "publish.serve", folder, str(self.port)]
        process = self.running.enter_context(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
        self.running.callback(process.terminate)
        assert process.stdout.readline().startswith(b"Serving")

    def stall(self) -> None:
        """Takes every connection, and says nothing."""
        self.stop()
        silent = self.running.enter_context(socket.socket())
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        silent.bind(("127.0.0.1", self.port))
        silent.listen()

    def stop(self) -> None:
        self.running.close()


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    host = Host()
    host.serve(site)
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(timezone_id="UTC", locale="en-GB", service_workers="allow") as context:
        context.set_default_timeout(40_000)
        yield context


@pytest.fixture(scope="session")
def next_edition(site: Path, tmp_path_factory) -> Path:
    """The site as another edition of it would be built."""
    return edition_of(site, tmp_path_factory.mktemp("next") / "site")


def edition_of(site: Path, folder: Path) -> Path:
    shutil.copytree(site, folder)
    now = re.compile(re.escape(GUIDELINE.edition.version))
    for page in folder.glob("*.html"):
        text, times = now.subn(NEXT.version, page.read_text("utf-8"))
        assert times, f"{page.name} doesn't name its edition"
        page.write_text(text.replace("What changed: First edition.", f"What changed: {NEXT.changes[0]}"), "utf-8")
    offline(folder, NEXT)
    return folder


@pytest.fixture
def opened(context: BrowserContext, host: Host) -> Callable:
    """A tab at a page, once the service worker keeps every page."""

    def open_tab(name: str):
        page = context.new_page()
        page.goto(f"{host.address}{name}.html")
        page.evaluate(CONTROLLED)
        return page

    return open_tab


def until(condition: str) -> str:
    """A script that waits for it. The policy forbids what Playwright's own way to wait would do."""
    return f"""async () => {{
      for (const end = Date.now() + 40_000; Date.now() < end; await new Promise((go) => setTimeout(go, 50))) {{
        if (await ({condition})()) return
      }}
      throw new Error('it never came')
    }}"""


CONTROLLED = until("() => navigator.serviceWorker.controller")
