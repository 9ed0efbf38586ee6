"""A processor that is slower: every process of a browser is stopped and let go on, over and over.

The browser's own throttling hardly slows its workers. Only processes whose command names the given profile are touched.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

PERIOD = 0.02
"""In seconds, of one stop and one go."""


def processes(profile: Path) -> list[int]:
    """Those whose command names the profile, and all that they have started."""
    parents, mine = {}, set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if str(profile).encode() in (folder / "cmdline").read_bytes():
                mine.add(int(folder.name))
    grown = True
    while grown:
        more = {one for one, parent in parents.items() if parent in mine} - mine
        grown, mine = bool(more), mine | more
    return sorted(mine)


@contextlib.contextmanager
def slower(times: int, profile: Path) -> Iterator[None]:
    """Lets the browser run for one part of its time in `times`."""
    if times == 1:
        yield
        return
    end = threading.Event()

    def tell(number: signal.Signals, found: list[int]) -> None:
        for each in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(each, number)

    def turns() -> None:
        looked, found = 0.0, []
        while not end.is_set():
            if time.monotonic() - looked > 0.25:
                looked, found = time.monotonic(), processes(profile)
            tell(signal.SIGSTOP, found)
            end.wait(PERIOD * (times - 1) / times)
            tell(signal.SIGCONT, found)
            end.wait(PERIOD / times)

    thread = threading.Thread(target=turns)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()
