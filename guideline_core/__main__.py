"""The shell's only door: `python -m guideline_core facts|dose|assess|response|… [question=value …]`."""

import sys

from .shell import main

# The system's own encoding may lack the signs of an answer, and what comes in may be anything.
for stream in (sys.stdin, sys.stdout):
    stream.reconfigure(encoding="utf-8", errors="replace")
raise SystemExit(main())
