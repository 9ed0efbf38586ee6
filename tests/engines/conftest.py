"""Pyodide under Node, started once in each way for all tests of this folder."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.bundle import MANIFEST, bundle, read_manifest
from publish.library import PUBLISH
from tests.engines.node import Pyodide


@pytest.fixture(scope="session")
def bundled(tmp_path_factory) -> Path:
    """The very files that a reader's browser gets, unpacked under the names that Pyodide knows."""
    folder = tmp_path_factory.mktemp("bundled")
    (folder / MANIFEST).parent.mkdir(parents=True)
    packed = bundle(folder)
    for name, file in read_manifest(folder / MANIFEST)["files"].items():
        content = (packed / file["file"]).read_bytes()
        (folder / name).write_bytes(gzip.decompress(content) if file["packed"] else content)
    # Under Node, and there alone, the loader asks for the package `ws`: Node looks for it in the folder's own.
    (folder / "node_modules").symlink_to(PUBLISH / "node_modules")
    return folder


@pytest.fixture(scope="session", params=["snapshot", "small"])
def pyodide(request, bundled: Path) -> Iterator[Pyodide]:
    """Both ways of starting, see docs/assets/js/start.js."""
    engine = Pyodide(request.param, bundled)
    yield engine
    engine.stop()
