"""The built site over a link of a given speed and delay, as a plain host serves it: compressed where a host compresses."""

from __future__ import annotations

import contextlib
import gzip
import io
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from publish.serve import Handler

TEXT = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml", ".wasm")
CHUNK = 8192


@dataclass
class Link:
    """What all connections share. `megabits` a second, None for as fast as it goes; `delay` in seconds before each answer."""

    megabits: float | None = None
    delay: float = 0.0
    stall_after: int | None = None
    """After so many bytes nothing comes any more."""
    sent: int = 0
    by_path: dict[str, int] = field(default_factory=dict)
    _free_at: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _end: threading.Event = field(default_factory=threading.Event)

    def wait_for(self, count: int, path: str) -> None:
        """Returns once so many bytes more have gone through."""
        with self._lock:
            self.sent += count
            self.by_path[path] = self.by_path.get(path, 0) + count
            now = time.monotonic()
            self._free_at = max(self._free_at, now) + (count * 8 / (self.megabits * 1e6) if self.megabits else 0)
            until = self._free_at
        if self.stall_after is not None and self.sent > self.stall_after:
            self._end.wait()
        self._end.wait(max(0.0, until - now))

    def end(self) -> None:
        self._end.set()


class Shaped(Handler):
    def __init__(self, *arguments, link: Link, **more) -> None:
        self.link = link
        super().__init__(*arguments, **more)

    def send_head(self):
        """As the plain handler, with what is text in gzip. The body of a page is small: it is made at once."""
        self.link._end.wait(self.link.delay)
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        body = compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source, outputfile) -> None:
        while chunk := source.read(CHUNK):
            self.link.wait_for(len(chunk), self.path)
            outputfile.write(chunk)


@cache
def compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address) -> None:
        """A reader who leaves in the middle of a download is no error."""


@contextlib.contextmanager
def shaped(site: Path, link: Link) -> Iterator[str]:
    """Serves the folder over the link; yields the address."""
    with Server(("127.0.0.1", 0), partial(Shaped, directory=str(site), link=link)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            link.end()
            server.shutdown()
            thread.join()
