"""The configuration for nginx, run: its headers arrive with every file, and a calculator answers."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from publish.policy import headers
from tests.calculators.reader import Reader
from tests.conftest import ROOT

CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  types {{ text/html html; text/css css; text/javascript js; application/json json; }}
  server {{ listen 127.0.0.1:{port}; root {site}; index index.html; include {site}/.nginx.conf; }}
}}
"""


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory) -> Iterator[str]:
    record = ROOT / ".venv" / "nginx-path"
    program = record.read_text() if record.exists() else ""
    if not program:
        pytest.skip("no nginx here, and the system's packages had none for the set-up")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, site=site))
    # Its workers run as another user, who must be able to come in.
    for each in (folder, *folder.parents[:3]):
        each.chmod(0o755)
    command = [program, "-p", folder, "-c", configuration, "-e", folder / "error.log"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        address = f"http://127.0.0.1:{port}/"
        try:
            wait_for(address, process)
            yield address
        finally:
            process.terminate()


def wait_for(address: str, process: subprocess.Popen) -> None:
    for _ in range(100):
        assert process.poll() is None, process.stderr.read().decode()
        try:
            return urlopen(address).close()
        except URLError:
            time.sleep(0.05)
    raise AssertionError("nginx doesn't answer")


def asked(address: str):
    try:
        return urlopen(address)
    except HTTPError as answer:
        return answer


def test_headers_come_with_every_kind_of_file(site: Path, nginx: str) -> None:
    for path in ("", "about.html", "SHA256SUMS", "search/search_index.json", "nowhere.html"):
        with asked(f"{nginx}{path}") as answer:
            assert headers(site).items() <= dict(answer.headers).items(), path
            assert answer.headers["Cache-Control"] == "no-cache", path


def test_what_is_named_by_its_content_is_kept(site: Path, nginx: str) -> None:
    (wasm,) = site.glob("python/*/*.wasm.bin")
    (sheet,) = site.glob("assets/css/*.css")
    for path, kind in ((wasm, "application/octet-stream"), (sheet, "text/css")):
        with asked(f"{nginx}{path.relative_to(site).as_posix()}") as answer:
            assert (answer.headers["Content-Type"], "immutable" in answer.headers["Cache-Control"]) == (kind, True)


def test_the_files_for_hosts_are_not_handed_out(nginx: str) -> None:
    for name in (".nginx.conf", ".htaccess"):
        assert asked(f"{nginx}{name}").status == 404


def test_a_calculator_answers(page: Page, nginx: str) -> None:
    reader = Reader(page, nginx).open("azathioprine")
    reader.answers({"active_bleeding": "no", "age": "50", "pregnant": "no"})
    assert reader.shown().pieces["regimen"]
    reader.still_fine()
