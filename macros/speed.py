"""How fast the site is: tables of what `make bench` measured. Reads tests/bench/results.json and tried.json; works nothing out but shares."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from .markup import Html, join, rows, tag, text

BENCH = Path(__file__).resolve().parents[1] / "tests" / "bench"

WAYS = {"ours": "This site", "ordinary": "The ordinary way", "floor": "The floor"}

BARS = {
    "cold": ("First visit, of the ordinary way", 0.22),
    "cold to floor": ("First visit, of the floor", 1.3),
    "slow processor": ("Slow processor, of the ordinary way", 0.16),
    "10 Mbit/s": ("Slow link, of the ordinary way", 0.60),
    "repeat": ("Next visit, of the ordinary way", 0.30),
}
"""What was to be reached, before anything was measured: at most this share."""


def measured(show: Callable[[Mapping], Html]) -> Callable[[], Html]:
    """A macro over the results, by its own name; it says so where there are none."""

    def shown() -> Html:
        path = BENCH / "results.json"
        return show(json.loads(path.read_text("utf-8"))) if path.exists() else tag("p", "Not measured on this edition yet.", cls="silent")

    shown.__name__, shown.__doc__ = show.__name__, show.__doc__
    return shown


@measured
def speed_ratios(results: Mapping) -> Html:
    """Each share with its bar, and whether it was reached."""
    ratios = results["ratios"]
    body = (
        _row(label, f"{ratios[key]:.2f}", f"{bar:.2f}", "reached" if ratios[key] <= bar else "missed")
        for key, (label, bar) in BARS.items()
    )
    return _table(("What", "Measured", "To reach, at most", ""), body)


@measured
def speed_starts(results: Mapping) -> Html:
    """Seconds to the first answer, for each way under each condition."""
    body = (
        _row(f"{condition}, {visit}", *(_seconds(found[way][key]) for way in WAYS))
        for condition, found in results["start"].items()
        for visit, key in (("first visit", "cold_ms"), ("next visit", "repeat_ms"))
    )
    return _table(("Seconds to the first answer", *WAYS.values()), body)


@measured
def speed_sizes(results: Mapping) -> Html:
    """What travels for a first answer, file by file."""
    sizes = results["sizes"]
    body = [_row(name, *(_megabytes(size[how]) for how in ("gzip", "brotli"))) for name, size in sizes.items()]
    for label, without in (("With the snapshot", "library.zip"), ("The small start", "snapshot")):
        total = {how: sum(size[how] for name, size in sizes.items() if name != without) for how in ("gzip", "brotli")}
        body.append(_row(label, *(_megabytes(each) for each in total.values())))
    return _table(("MB", "gzip", "brotli would be"), body)


@measured
def speed_rest(results: Mapping) -> Html:
    """The main thread, the next calculator, a keystroke, a page without a calculator."""
    pages = results["weights"]["pages"]
    heaviest = max(pages, key=lambda name: pages[name]["bytes"])
    blocked = results["start"]["fast link"]
    return rows((
        ("Main thread blocked", f"{blocked['ours']['blocked_ms']:.0f} ms; the ordinary way, {blocked['ordinary']['blocked_ms']:.0f} ms"),
        ("Next calculator", f"{results['moves']['next_calculator_ms']:.0f} ms from the click to the answer"),
        ("A keystroke", f"{results['moves']['keystroke_ms']:.0f} ms to its result, with the pause for the next key"),
        ("Heaviest page without a calculator", f"{pages[heaviest]['bytes'] / 1000:.0f} kB ({heaviest}); of Python, {sum(p['python'] for p in pages.values())} bytes"),
        ("Search index", f"{results['weights']['search_index'] / 1000:.0f} kB, compressed"),
    ), "ledger")


def speed_tried() -> Html:
    """What was tried to make it smaller, with the result either way."""
    tried = json.loads((BENCH / "tried.json").read_text("utf-8"))
    body = (_row(each["what"], _megabytes(each["before"]), _megabytes(each["after"]), "kept" if each["kept"] else "left", each["how"])
            for each in tried)
    return _table(("What", "MB before", "MB after", "", "Why"), body)


@measured
def speed_machine(results: Mapping) -> Html:
    """Where and when it was measured, and how often."""
    on = results["machine"]
    often = f"each start {results['repeats']} times, the median shown" if results["repeats"] > 1 else "each start once only: a trial"
    return tag("p", text(
        f"Measured on {results['date']}: {on['processor']}, {on['cores']} cores, {on['system']}; Chromium {on['chromium']}, "
        f"Pyodide {on['pyodide']}, Python {on['python']}; {often}; load of the machine {on['load']}."
    ), cls="aside")


def _table(heads: tuple[str, ...], body) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    return tag("table", tag("thead", head), tag("tbody", join(body)), cls="figures")


def _row(label: str, *cells: str) -> Html:
    return tag("tr", tag("th", label, scope="row"), *(tag("td", cell) for cell in cells))


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.2f}"
