"""Run after the snapshot was taken: what every call of the core imports besides, which the snapshot would lack."""

import json
import sys

from guideline_core.browser import CALLS, call

before = set(sys.modules)
for name in CALLS:
    call(name, '{"property": "bounded"}' if name == "verify" else "{}")
json.dumps(sorted(set(sys.modules) - before))
