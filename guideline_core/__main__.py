"""The shell's only door: `python -m guideline_core facts|dose|assess|response|… [question=value …]`."""

from .shell import main

raise SystemExit(main())
