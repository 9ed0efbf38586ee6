"""What the tests of the checker share: a page with one thing written on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FRONT = """\
---
title: A page
description: What it holds.
review:
  by: nobody
  dates: edition
---

"""


@pytest.fixture
def page(tmp_path) -> Callable[..., Path]:
    """Writes a page on azathioprine that says this."""

    def write(text: str, front: str = FRONT, name: str = "azathioprine.md") -> Path:
        path = tmp_path / name
        path.write_text(f"{front}{text}\n", encoding="utf-8")
        return path

    return write
