"""How fast the site is: tables of what `make bench` measured. Reads tests/bench/results.json and tried.json; works nothing out but shares."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from .markup import Html, join, tag, text

BENCH = Path(__file__).resolve().parents[1] / "tests" / "bench"

WAYS = {"ours": "This site", "ordinary": "The ordinary way", "floor": "The floor", "pyscript": "PyScript"}

BARS = {
    "cold": ("First visit, as a share of the ordinary way", 0.22),
    "cold to floor": ("First visit, as a share of the floor", 1.3),
    "slow processor": ("Slow processor, as a share of the ordinary way", 0.16),
    "10 Mbit/s": ("Slow link, as a share of the ordinary way", 0.60),
    "repeat": ("Next visit, as a share of the ordinary way", 0.30),
}
"""What was to be reached, before anything was measured: at most this share."""

SILENT = "not measured"

SIZE_BARS = {"The small start": ("snapshot", 4.7e6), "With the snapshot": ("library.zip", 6.2e6)}
"""The file that each does without, and the bytes in gzip that it may take at most."""

PARTS = {
    "fast": "starts on a fast link", "link": "starts on a slow link", "slow": "starts on a slow processor",
    "moves": "next calculator and keystroke", "weights": "pages without a calculator", "sizes": "what travels",
    "growth": "builds", "native": "outside a browser",
}


def measured(show: Callable[[Mapping], Html]) -> Callable[[], Html]:
    """A macro over the results, by its own name; it says so where there are none."""

    def shown() -> Html:
        path = BENCH / "results.json"
        return show(json.loads(path.read_text("utf-8"))) if path.exists() else _silent()

    shown.__name__, shown.__doc__ = show.__name__, show.__doc__
    return shown


@measured
def speed_ratios(results: Mapping) -> Html:
    """Each share with its bar, and whether it was reached."""
    ratios = results.get("ratios", {})
    body = (
        (label, *((f"{ratios[key]:.3f}", f"{bar:.2f}", _reached(ratios[key], bar)) if key in ratios else (SILENT, f"{bar:.2f}", "")))
        for key, (label, bar) in BARS.items()
    )
    return _table(("Our time as a share", "Measured", "To reach, at most", "The bar is"), body)


@measured
def speed_starts(results: Mapping) -> Html:
    """Seconds to the first answer, for each way under each condition."""
    body = (
        (f"{condition}, {visit}", *(_seconds(found[way][key]) if way in found else SILENT for way in WAYS), str(found["ours"]["repeats"]))
        for condition, found in results.get("start", {}).items()
        for visit, key in (("first visit", "cold_ms"), ("next visit", "repeat_ms"))
    )
    return _table(("To the first answer", *WAYS.values(), "Times"), body)


@measured
def speed_sizes(results: Mapping) -> Html:
    """What travels for a first answer, file by file."""
    if "sizes" not in results:
        return _silent()
    sizes = results["sizes"]
    body = [(name, *(_megabytes(size[how]) for how in ("gzip", "brotli")), "", "") for name, size in sizes.items()]
    for label, (without, bar) in SIZE_BARS.items():
        total = {how: sum(size[how] for name, size in sizes.items() if name != without) for how in ("gzip", "brotli")}
        body.append((label, *map(_megabytes, total.values()), _megabytes(bar), _reached(total["gzip"], bar)))
    return _table(("File", "gzip", "brotli would be", "To reach, at most", "The bar is"), body)


@measured
def speed_rest(results: Mapping) -> Html:
    """The main thread, the next calculator, a keystroke, a page without a calculator: what was found, and what was to be reached."""
    body = []
    if "fast link" in results.get("start", {}):
        blocked = {way: found["blocked_ms"] for way, found in results["start"]["fast link"].items()}
        body.append(_barred("Main thread blocked, first visit", blocked["ours"], 0, "ms"))
        body += [(f"{WAYS[way]}: the same", f"{blocked[way]:.0f} ms", "", "") for way in ("ordinary", "pyscript") if way in blocked]
    if "moves" in results:
        moves = results["moves"]
        body.append(_barred("Next calculator, from the click to its answer", moves["next_calculator_ms"], 150, "ms"))
        body.append(_barred("A keystroke, to its result", moves["keystroke_ms"], 30, "ms"))
    if "weights" in results:
        pages = results["weights"]["pages"]
        heaviest = results["weights"]["heaviest"]
        body.append(_barred(f"Heaviest page without a calculator ({heaviest})", pages[heaviest]["bytes"] / 1000, 180, "kB"))
        body.append(_barred("Of Python, on all pages without a calculator", sum(page["python"] for page in pages.values()) / 1000, 0, "kB"))
        body.append(("Search index, compressed", f"{results['weights']['search_index'] / 1000:.0f} kB", "", ""))
    return _table(("Once it runs", "Measured", "To reach, at most", "The bar is"), body)


@measured
def speed_growth(results: Mapping) -> Html:
    """Seconds of a build with more and more copies of the pages of therapies."""
    if "growth" not in results:
        return _silent()
    body = (
        (f"{build['copies']} of each", str(build["pages"]), f"{build['seconds']:.1f}", f"{build['seconds_per_page'] * 1000:.0f}")
        for build in results["growth"]
    )
    return _table(("Pages of therapies", "Pages in all", "Seconds", "Milliseconds a page"), body)


def speed_tried() -> Html:
    """What was tried to make it smaller or faster, with the result either way."""
    tried = json.loads((BENCH / "tried.json").read_text("utf-8"))
    body = (
        (each["what"], *(_tried(each["kind"], each[when]) for when in ("before", "after")), "kept" if each["kept"] else "left", each["how"])
        for each in tried
    )
    return _table(("What", "Before", "After", "It is", "Why"), body)


def _tried(kind: str, number: int) -> str:
    """Milliseconds to the first answer, or bytes."""
    return f"{number}\N{NO-BREAK SPACE}ms" if kind == "start" else _megabytes(number)


@measured
def speed_machine(results: Mapping) -> Html:
    """Where and when each part was measured, on how busy a machine."""
    measured = results["measured"]
    on = measured[max(measured, key=lambda part: measured[part]["at"])]["machine"]
    when = "; ".join(
        f"{label}, {measured[part]['at']}, load {measured[part]['machine']['load']}" for part, label in PARTS.items() if part in measured
    )
    return tag("p", text(
        f"Measured on {on['processor']}, {on['cores']} cores, {on['system']}; Chromium {on['chromium']}, Pyodide {on['pyodide']}, "
        f"Python {on['python']}. When, and how many programs wanted the processor as it began: {when}."
    ), cls="aside")


def _table(heads: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> Html:
    """Where there is no room beside each other, the cells of a row stand below each other, each with its head."""
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    rows = (
        tag("tr", tag("th", label, scope="row"), *(tag("td", cell, data_label=name) for name, cell in zip(heads[1:], cells, strict=True)))
        for label, *cells in body
    )
    return tag("table", tag("thead", head), tag("tbody", join(rows)), cls="figures stacks")


def _barred(label: str, found: float, bar: float, unit: str) -> tuple[str, ...]:
    return label, f"{found:.0f} {unit}", f"{bar:.0f} {unit}", _reached(found, bar)


def _reached(found: float, bar: float) -> str:
    return "reached" if found <= bar else "missed"


def _silent() -> Html:
    return tag("p", "Not measured on this edition yet.", cls="silent")


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f}\N{NO-BREAK SPACE}s"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.2f}\N{NO-BREAK SPACE}MB"
