"""Run by test_surroundings.py in a process of its own: prints one hash over every named case, with its note, and every collection.

    python -m tests.engines.surroundings [decimals | locale NAME]
"""

from __future__ import annotations

import decimal
import hashlib
import json
import locale
import sys


def disturb_decimals() -> None:
    """What a program around the core may have set, before the core is imported and after."""
    odd = decimal.Context(
        prec=2, rounding=decimal.ROUND_UP, Emin=-3, Emax=3, capitals=0, clamp=1, traps=[decimal.Inexact, decimal.FloatOperation]
    )
    decimal.setcontext(odd)
    for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp"):
        setattr(decimal.DefaultContext, name, getattr(odd, name))
    decimal.DefaultContext.traps[decimal.Inexact] = True


def answers() -> list[str]:
    from guideline_core.browser import CALLS, call
    from tests.casefiles import cases

    asked = [(name, case.request()) for case in cases() for name in case.calls]
    requests = [(name, json.dumps(request)) for name, request in asked]
    requests += [("note", json.dumps({"call": name, **request})) for name, request in asked]
    named = {name for name, _ in requests} | {"verify"}
    requests += [(name, "{}") for name in CALLS if name not in named] + [("verify", '{"property": "bounded"}')]
    return [call(*each) for each in requests]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["decimals"]:
            disturb_decimals()
        case ["locale", name]:
            locale.setlocale(locale.LC_ALL, name)
    found = answers()
    print(len(found), hashlib.sha256("\n".join(found).encode()).hexdigest())
