"""The built site on this machine: `python -m publish.serve SITE [PORT]`, or `with serving(site) as address:`."""

import contextlib
import re
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# What changes its name with its content: the bundle's folder, typefaces and style sheet, and the theme's own files.
NAMED_BY_CONTENT = re.compile(r"/python/[0-9a-f]{16}/|/assets/(\w+/)?[^/]+\.[0-9a-f]{8}\.")


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Said here, since the system's own list differs from one machine to the next.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".whl": "application/zip",
        ".woff2": "font/woff2",
        ".zip": "application/zip",
    }

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        for_ever = code < 400 and NAMED_BY_CONTENT.search(self.path)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if for_ever else "no-cache")

    def log_request(self, code="-", size="-") -> None:
        """Errors alone are worth a line."""


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address) -> None:
        # A reader who leaves in the middle of a download is no error.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(site: Path, port: int = 0) -> Iterator[str]:
    """Serves a folder, which need not be there yet, on a free port or the one given; yields the address."""
    with Server(("127.0.0.1", port), partial(Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def main(site: str, port: str = "8000") -> None:
    try:
        with serving(Path(site), int(port)) as address:
            print(f"Serving on {address} until interrupted (Ctrl+C).", flush=True)
            threading.Event().wait()
    except KeyboardInterrupt:
        print()
    except OSError as problem:
        sys.exit(f"Port {port} can't be had ({problem.strerror}): make serve PORT=8001 takes another.")


if __name__ == "__main__":
    main(*sys.argv[1:])
