"""The named cases of tests/cases/, read once. `base.toml` says how a case is written."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    id: str
    name: str
    calls: tuple[str, ...]
    answers: dict
    today: str | None
    expect: dict

    def request(self) -> dict:
        request = {"answers": self.answers}
        return request | ({"today": self.today} if self.today else {})


def cases(call: str | None = None) -> list[Case]:
    """Every case, or those for one call. Raises where there is none: a test of nothing is no test."""
    chosen = [case for case in _every() if call in (None, *case.calls)]
    if not chosen:
        raise LookupError(f"no case for {call!r} in {FOLDER}")
    return chosen


@cache
def _every() -> tuple[Case, ...]:
    base = tomllib.loads((FOLDER / "base.toml").read_text("utf-8"))
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8")).get("case", ()):
            answers = dict(base[row["base"]]) if "base" in row else {}
            for name in row.get("without", ()):
                del answers[name]
            answers |= row.get("answers", {})
            found.append(Case(row["id"], row["name"], tuple(row["call"]), answers, row.get("today"), row["expect"]))
    if len({case.id for case in found}) < len(found):
        raise LookupError("two cases share an id")
    return tuple(found)
