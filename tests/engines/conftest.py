"""Pyodide under Node, started once for all tests of this folder."""

from collections.abc import Iterator

import pytest

from publish.bundle import PUBLISH, bundle
from tests.engines.node import Pyodide


@pytest.fixture(scope="session")
def pyodide(tmp_path_factory) -> Iterator[Pyodide]:
    """The very files that a reader's browser gets."""
    folder = tmp_path_factory.mktemp("pyodide")
    # Under Node, and there alone, the loader asks for the package `ws`: Node looks for it in the folders above.
    (folder / "node_modules").symlink_to(PUBLISH / "node_modules")
    engine = Pyodide(bundle(folder))
    yield engine
    engine.stop()
