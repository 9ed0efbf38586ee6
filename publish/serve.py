"""The built site on this machine: `python -m publish.serve SITE [PORT]`, or `with serving(site) as address:`."""

import contextlib
import sys
import threading
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else a small file may wait for the acknowledgement of its headers, as it does on no host.
    disable_nagle_algorithm = True
    # Said here, since the system's own list differs from one machine to the next.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".bin": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".zip": "application/zip",
    }

    def end_headers(self) -> None:
        for name, value in self.headers_of_the_site().items():
            self.send_header(name, value)
        super().end_headers()

    def headers_of_the_site(self) -> dict[str, str]:
        """Those that publish/hosts.py wrote for hosts; read each time, since the site may be built anew meanwhile."""
        found = {"Cache-Control": "no-cache"}
        rules = Path(self.directory, "_headers")
        for rule in rules.read_text("utf-8").split("\n\n") if rules.exists() else ():
            path, *lines = rule.strip().splitlines()
            if fnmatchcase(self.path.partition("?")[0], path):
                found |= dict(line.strip().split(": ", 1) for line in lines)
        return found

    def log_request(self, code="-", size="-") -> None:
        """Errors alone are worth a line."""


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address) -> None:
        # A reader who leaves in the middle of a download is no error.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(site: Path, port: int = 0, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serves a folder, which need not be there yet, on a free port or the one given; yields the address."""
    with Server(("127.0.0.1", port), partial(handler, directory=str(site))) as server:
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
