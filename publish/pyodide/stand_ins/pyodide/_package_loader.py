"""In place of Pyodide's installer: the core is there from the start, and nothing else is ever installed."""

# Another of the objects that a snapshot numbers: see webloop.py.
from pyodide_js import loadedPackages  # noqa: F401


class Place:
    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Place("/lib/site-packages")
DSO_DIR = Place("/usr/lib")


def init_loaded_packages() -> None:
    pass
