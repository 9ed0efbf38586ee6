"""A reader who comes with nothing remembered, and where the scripts of the site are."""

from pathlib import Path

import pytest

from tests.calculators.conftest import reader

__all__ = ["reader"]


@pytest.fixture
def scripts(site: Path) -> str:
    """The folder of the scripts, whatever its name."""
    (found,) = site.glob("assets/**/start.js")
    return found.parent.relative_to(site).as_posix() + "/"
