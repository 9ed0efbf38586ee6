"""In place of Pyodide's event loop, which a core that only answers has no use for."""

# A snapshot holds the objects of JavaScript that Pyodide imports at its start, by their number: this is one of them.
from pyodide_js._api import scheduleCallback  # noqa: F401


def _initialize_event_loop() -> None:
    pass
