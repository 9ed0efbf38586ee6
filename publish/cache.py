"""What is made once for the same content, and kept in .cache/."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def cached(name: str, inputs: Iterable[Path], make: Callable[[Path], None], more: str = "") -> list[Path]:
    """The files that `make` leaves in a folder; made once for the same content of the inputs, and the same `more`."""
    contents = {os.path.relpath(path, ROOT): sha256(path.read_bytes()) for path in inputs}
    folder = CACHE / f"{name}-{sha256((json.dumps(contents) + more).encode())[:16]}"
    if not folder.exists():
        CACHE.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=CACHE) as temporary:
            half_done = Path(temporary) / name
            half_done.mkdir()
            make(half_done)
            # Another process may have been faster, with the same result.
            with contextlib.suppress(OSError):
                half_done.rename(folder)
    return sorted(folder.iterdir())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
